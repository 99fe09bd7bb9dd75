import { Button } from '../buttons'
import { ChannelChip, type Line } from '../chip'
import { Elsewhere, type ElsewhereWords } from '../elsewhere'
import { Hidden, TextArea } from '../field'
import { type Reason, WhyList } from '../why-list'

export type OfferTo = {
  id: string
  name: string
  href: string
  line: Line
  /** 人民调解, 行政处理 … */
  channel: string
  reasons: readonly Reason[]
  /** What goes on the path, unless it is written anew. */
  why: string
  /** It begins with the party's own application. */
  guided: boolean
}

const asked = [
  { value: 'guided', label: '先引导告知' },
  { value: 'asked', label: '已经申请' },
] as const

/** OfferForm {body base best? hotkey? action? reply?}: a body that could take the dispute, with its reasons and the one button that offers it; the reason may be written anew. `reply` is what was refused. */
export function OfferForm({
  body,
  base,
  best,
  hotkey,
  action,
  reply,
  elsewhere,
}: {
  body: OfferTo
  base: Readonly<Record<string, string | number | undefined>>
  best?: boolean
  hotkey?: string | undefined
  /** Where the form goes, when not to the page's own address. */
  action?: string | undefined
  reply?: { why: string; values: Readonly<Record<string, unknown>>; errors: Readonly<Record<string, string[]>> } | undefined
  /** Where nobody has asked yet whether it is elsewhere. */
  elsewhere?: ElsewhereWords | null | undefined
}) {
  const wrong = reply?.errors['partyAsked']
  return (
    <form method="post" action={action} className={best ? 'candidate best' : 'candidate'} aria-label={body.name}>
      <Hidden values={{ ...base, bodyId: body.id }} />
      <header>
        <h3>
          <a href={body.href}>{body.name}</a>
        </h3>
        <ChannelChip line={body.line} label={body.channel} />
        <div className="go">
          <Button {...(best ? { weight: 'main' as const } : {})} {...(hotkey ? { hotkey } : {})}>
            {body.guided ? '登记去向' : '分流给它'}
          </Button>
        </div>
      </header>
      <WhyList reasons={body.reasons} />
      {body.guided && (
        <fieldset className="asked">
          <legend className="small">当事人向它申请了没有</legend>
          {wrong && <p className="error">{wrong.join('；')}</p>}
          <div className="pick line">
            {asked.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name="partyAsked" value={value} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {elsewhere && <Elsewhere sheet={{ values: reply?.values ?? {}, errors: reply?.errors ?? {} }} words={elsewhere} id={body.id} />}
      <details open={Boolean(reply)}>
        <summary className="small">改理由（留在路径上，可以告知当事人）</summary>
        <TextArea
          name="why"
          id={`why-${body.id}`}
          label="分流的理由"
          rows={3}
          defaultValue={reply?.why ?? body.why}
          errors={reply?.errors['why']}
        />
      </details>
    </form>
  )
}

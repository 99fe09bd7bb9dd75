import { Button } from '../buttons'
import { ChannelChip, type Line } from '../chip'
import { TextArea } from '../field'
import { textOf, type TypedValues } from '../register/typed'
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

/** What was refused: which body it was for, all that was typed, and what is wrong. */
export type Refused = { bodyId: string; values: TypedValues; errors: Readonly<Record<string, string[]>> }

/** Offer {body best? hotkey? refused?}: a body that could take the dispute, with its reasons and the one button that offers it; the reason may be written anew. */
export function Offer({
  body,
  best,
  hotkey,
  refused,
}: {
  body: OfferTo
  best?: boolean
  hotkey?: string | undefined
  refused?: Refused | undefined
}) {
  const own = refused?.bodyId === body.id ? refused : undefined
  const wrong = own?.errors['partyAsked']
  return (
    <section role="group" className={best ? 'candidate best' : 'candidate'} aria-label={body.name}>
      <header>
        <h3>
          <a href={body.href}>{body.name}</a>
        </h3>
        <ChannelChip line={body.line} label={body.channel} />
        <div className="go">
          <Button name="bodyId" value={body.id} {...(best ? { weight: 'main' as const } : {})} {...(hotkey ? { hotkey } : {})}>
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
                <input
                  type="radio"
                  name={`askedOf.${body.id}`}
                  value={value}
                  defaultChecked={own && textOf(own.values, `askedOf.${body.id}`) === value}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <details open={Boolean(own)}>
        <summary className="small">改理由（留在路径上，可以告知当事人）</summary>
        <TextArea
          name={`whyOf.${body.id}`}
          id={`why-${body.id}`}
          label="分流的理由"
          rows={3}
          defaultValue={(refused && textOf(refused.values, `whyOf.${body.id}`)) || body.why}
          errors={own?.errors['why']}
        />
      </details>
    </section>
  )
}

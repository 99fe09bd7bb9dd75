import { Button } from '../buttons'
import { ChannelChip, type Line } from '../chip'
import { TextArea, TextField } from '../field'
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

/** What is mostly said; anything else may be typed. */
export const insteadReasons = [
  '当事人要求由它调解',
  '它正在办同一地方的纠纷',
  '第一个已经电话说接不了',
  '双方都信得过它',
  '情况紧急，它能马上谈',
] as const

export const insteadList = 'instead-reasons'

/** What was refused: which body it was for, all that was typed, and what is wrong. */
export type Refused = { bodyId: string; values: TypedValues; errors: Readonly<Record<string, string[]>> }

/** Offer {body best? instead? hotkey? refused?}: a body that could take the dispute, with its reasons and the one button that offers it; the reason may be written anew. */
export function Offer({
  body,
  best,
  instead,
  hotkey,
  refused,
}: {
  body: OfferTo
  best?: boolean
  /** Another is recommended before it: choosing it needs a reason. */
  instead?: boolean
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
      <details open={Boolean(own?.errors['why'] ?? own?.errors['insteadWhy'])}>
        <summary className="small">{instead ? '选它要写为什么；也可以改理由' : '改理由（留在路径上，可以告知当事人）'}</summary>
        {instead && (
          <TextField
            name={`insteadOf.${body.id}`}
            id={`instead-${body.id}`}
            label="为什么不选第一个"
            hint="只给工作人员看"
            list={insteadList}
            defaultValue={own && textOf(own.values, `insteadOf.${body.id}`)}
            errors={own?.errors['insteadWhy']}
          />
        )}
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

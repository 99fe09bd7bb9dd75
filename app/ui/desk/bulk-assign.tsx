import { Button, ButtonLink, Buttons } from '../buttons'
import { Choices } from '../choices'
import { Empty } from '../empty'
import { Hidden, SelectField } from '../field'

type Row = {
  id: string
  title: string
  href: string
  meta: string
  chosen: boolean
  tone: 'good' | 'look' | 'bad' | null
  words: string
  links: readonly { label: string; href: string }[]
  give: { seen: number; mediatorId: string; key: string } | null
}

export type BulkWords = {
  body: { href: string }
  mediators: readonly { value: string; label: string }[]
  mediator: string
  rows: readonly Row[]
  good: number
}

const tones = { good: 'done', look: 'due', bad: 'danger' } as const
const marks = { good: '✓', look: '!', bad: '✕' } as const

const Answer = ({ tone, words }: { tone: 'good' | 'look' | 'bad'; words: string }) => (
  <p className={`says ${tones[tone]}`}>
    <span aria-hidden="true">{marks[tone]} </span>
    {words}
  </p>
)

/** BulkChoose {page}: which cases, and to whom; asks only, by the address. */
export const BulkChoose = ({ page }: { page: BulkWords }) =>
  page.rows.length === 0 ? (
    <Empty title="没有等着指派的">受理以后还没有指派的会列在这里。</Empty>
  ) : (
    <form method="get" className="form">
      <Choices
        name="case"
        legend="哪几件"
        many
        layout="one"
        choices={page.rows.map(({ id, title, meta }) => ({ value: id, label: title, hint: meta }))}
      />
      <SelectField name="mediator" label="指派给谁" options={page.mediators} defaultValue={page.mediator} />
      <Buttons>
        <Button weight="main">看看行不行</Button>
        <ButtonLink href={page.body.href}>不指派了</ButtonLink>
      </Buttons>
    </form>
  )

/** BulkPreview {page base}: an answer for each case; only those that can be are given out. */
export function BulkPreview({ page, base }: { page: BulkWords; base: Readonly<Record<string, string | number | undefined>> }) {
  const gifts = page.rows.flatMap(({ id, give }) => (give ? [{ id, ...give }] : []))
  return (
    <form method="post" className="form">
      <Hidden values={base} />
      {gifts.map((gift, at) => (
        <Hidden key={gift.id} values={Object.fromEntries(Object.entries(gift).map(([name, value]) => [`gifts[${at}].${name}`, value]))} />
      ))}
      <ul className="bulk">
        {page.rows.map(({ id, title, href, meta, tone, words, links }) => (
          <li key={id}>
            <h2>
              <a href={href}>{title}</a>
            </h2>
            <p className="small quiet">{meta}</p>
            {tone && <Answer tone={tone} words={words} />}
            {links.length > 0 && (
              <p className="small">
                {links.map((link) => (
                  <a key={link.href} href={link.href} className="each">
                    {link.label}
                  </a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Buttons>
        {page.good > 0 && <Button weight="main">确定指派 {page.good} 件</Button>}
        <ButtonLink href="?">重新选</ButtonLink>
      </Buttons>
      {page.good > 0 && page.good < page.rows.length && <p className="small quiet">不能指派的、要先告知或者核实的不会指派，请逐件办。</p>}
    </form>
  )
}

/** BulkDone {rows back}: what became of each. */
export const BulkDone = ({
  rows,
  back,
}: {
  rows: readonly { id: string; title: string; href: string; done: boolean; words: string }[]
  back: string
}) => (
  <>
    <div role="status">
      <ul className="bulk">
        {rows.map(({ id, title, href, done, words }) => (
          <li key={id}>
            <h2>{href ? <a href={href}>{title}</a> : title}</h2>
            <Answer tone={done ? 'good' : 'bad'} words={words} />
          </li>
        ))}
      </ul>
    </div>
    <Buttons>
      <ButtonLink href={back} weight="main">
        回到本组织
      </ButtonLink>
    </Buttons>
  </>
)

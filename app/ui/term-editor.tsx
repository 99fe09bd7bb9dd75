import { Tick } from './choices'
import { DateField, fieldId, MoneyField, NumberField, type Option, SelectField, Suggestions, TextField } from './field'
import { Button } from './buttons'

/** One row as it was typed: words, never parsed here. `dependsOn` counts from 1, as the page does: `1、3`. */
export type TermRow = Partial<
  Record<
    | 'who'
    | 'to'
    | 'what'
    | 'kind'
    | 'amountYuan'
    | 'formula'
    | 'amountText'
    | 'heads'
    | 'dueDate'
    | 'dueText'
    | 'every'
    | 'times'
    | 'until'
    | 'standing'
    | 'condition'
    | 'dependsOn'
    | 'note',
    string | undefined
  >
>

export type TermEditorProps = {
  /** Name of the list in the form: `terms` gives `terms[0].what`. */
  name?: string
  rows: readonly TermRow[]
  /** 付款, 做一件事, 交付, 赔礼, 不做: value is the kind's code. */
  kinds: readonly Option[]
  /** 每月, 每两个月, 每年: value is an ISO 8601 duration. */
  rounds: readonly Option[]
  /** Names to offer for 谁 and 向谁. */
  people: readonly string[]
  /** By full field name: `terms[0].what`. */
  errors?: Readonly<Record<string, readonly string[] | undefined>>
  /** Empty rows after those that are filled. */
  spare?: number
}

const further = ['formula', 'amountText', 'heads', 'dueText', 'every', 'times', 'until', 'condition', 'dependsOn', 'note'] as const

type Wire = <Key extends keyof TermRow>(
  key: Key,
) => { name: string; defaultValue: string | undefined; errors: readonly string[] | undefined }

const More = ({ wire, row, rounds }: { wire: Wire; row: TermRow; rounds: readonly Option[] }) => (
  <div className="term-line">
    <TextField {...wire('formula')} label="怎么算" hint="金额以后才知道的，写清算法" place="half" />
    <TextField {...wire('amountText')} label="金额的原话" hint="如：二十余万元" />
    <NumberField {...wire('heads')} label="几个人各付这么多" />
    <TextField {...wire('dueText')} label="到期的原话" hint="如：农历九月初九前" place="half" />
    <SelectField {...wire('every')} label="多久一次" options={rounds} none="只一次" />
    <NumberField {...wire('times')} label="共几次" />
    <DateField {...wire('until')} label="到哪天为止" />
    <TextField {...wire('condition')} label="什么条件下" place="third" />
    <TextField {...wire('dependsOn')} label="同时履行" hint="写项号，如：1、3" />
    <TextField {...wire('note')} label="备注" place="whole" />
    <div className="whole">
      <Tick name={wire('standing').name} id={fieldId(wire('standing').name)} label="长期的约定，不挡办结" checked={Boolean(row.standing)} />
    </div>
  </div>
)

/** TermEditor {rows kinds rounds people name? errors? spare?}: the duties of an agreement, row by row; empty rows are ignored by who reads them. Works without script: 再加三项 submits `intent=more`. */
export function TermEditor({ name = 'terms', rows, kinds, rounds, people, errors = {}, spare = 3 }: TermEditorProps) {
  const shown = [...rows, ...Array.from({ length: spare }, (): TermRow => ({}))]
  const names = `${fieldId(name)}-people`
  return (
    <>
      <Suggestions id={names} words={people} />
      <ol className="terms-editor">
        {shown.map((row, at) => {
          const wire: Wire = (key) => {
            const field = `${name}[${at}].${key}`
            return { name: field, defaultValue: row[key], errors: errors[field] }
          }
          const opened = further.some((key) => row[key] || errors[`${name}[${at}].${key}`]) || Boolean(row.standing)
          return (
            <li key={at}>
              <fieldset>
                <legend>
                  第 {at + 1} 项{at >= rows.length && <span className="later">没有就空着</span>}
                </legend>
                <div className="term-line">
                  <TextField {...wire('who')} label="谁" list={names} autoComplete="off" />
                  <TextField {...wire('to')} label="向谁" list={names} autoComplete="off" />
                  <TextField {...wire('what')} label="做什么" place="half" />
                  <SelectField {...wire('kind')} label="哪一种" options={kinds} none="请选" />
                  <MoneyField {...wire('amountYuan')} label="金额" />
                  <DateField {...wire('dueDate')} label="哪天前" />
                </div>
                <details className="term-more" open={opened}>
                  <summary className="small">分期、周期、条件、长期的约定</summary>
                  <More wire={wire} row={row} rounds={rounds} />
                </details>
              </fieldset>
            </li>
          )
        })}
      </ol>
      <Button weight="plain" name="intent" value="more" formNoValidate>
        再加三项
      </Button>
    </>
  )
}

import { Choices, Tick } from './choices'
import { Elsewhere, type ElsewhereWords } from './elsewhere'
import { DateTimeField, SelectField, TextArea, TextField, type Option, type OptionGroup } from './field'
import { QuickPeople, QuickTerms } from './quick-rows'
import { anyOf, chosen, textOf, wire, type Sheet } from './register/typed'
import { Types } from './register/types'

export type QuickWords = {
  doors: readonly Option[]
  areas: { groups: readonly OptionGroup[]; preset: string }
  sides: readonly Option[]
  forms: readonly Option[]
  sources: readonly Option[]
  satisfactions: readonly Option[]
  /** Who owes a term that is owed by all. */
  everybody: string
  elsewhere: ElsewhereWords
  /** What is told where our acceptance may close another way. */
  otherWays: readonly string[]
}

export type QuickTypes = { usual: readonly Option[]; found: readonly Option[] | null; chosen: string }

/** A box to tick that the law asks for; what is wrong with it stands beside it. */
const Told = ({ sheet, name, label }: { sheet: Sheet; name: string; label: string }) => (
  <>
    <Tick name={name} id={name} label={label} checked={textOf(sheet.values, name) !== ''} />
    {sheet.errors[name] && <p className="error">{sheet.errors[name].join('；')}</p>}
  </>
)

const OtherWay = ({ sheet, lines }: { sheet: Sheet; lines: readonly string[] }) => (
  <details className="fold" open={anyOf(sheet, ['otherWayTold'])}>
    <summary>旅游、消费纠纷：先告知另一条路</summary>
    <div className="form">
      {lines.map((line) => (
        <p className="small" key={line}>
          {line}
        </p>
      ))}
      <Told sheet={sheet} name="otherWayTold" label="已告知投诉人，这里受理以后，投诉机构可能不再受理；他选在这里调解" />
    </div>
  </details>
)

const rarely = ['startedAt', 'agreedAt', 'content', 'oralWhy', 'sealedBy', 'form']

const Rarely = ({ sheet, words }: { sheet: Sheet; words: QuickWords }) => (
  <details className="fold" open={textOf(sheet.values, 'form') === 'written' || anyOf(sheet, rarely.slice(0, -1))}>
    <summary>书面的、不是刚才办的、还有话要记</summary>
    <div className="form">
      <Choices {...chosen(sheet, 'form', 'oral')} legend="口头还是书面" choices={words.forms} layout="one" />
      <TextField {...wire(sheet, 'sealedBy')} label="调委会的章由谁盖的" later="书面的才填" autoComplete="off" />
      <div className="two">
        <DateTimeField {...wire(sheet, 'startedAt')} label="什么时候开始调解的" later="刚才就空着" />
        <DateTimeField {...wire(sheet, 'agreedAt')} label="什么时候谈成的" later="现在就空着" />
      </div>
      <TextArea {...wire(sheet, 'content')} label="还说了什么" later="没有就空着" rows={2} />
      <TextField {...wire(sheet, 'oralWhy')} label="为什么不写书面的" later="医疗、劳动、土地承包才填" autoComplete="off" />
    </div>
  </details>
)

/** Quick {sheet words types more?}: 简易快办: from facts to kept agreement on one page; `more` says of what another row was asked for. */
export function Quick({ sheet, words, types, more }: { sheet: Sheet; words: QuickWords; types: QuickTypes; more?: string | undefined }) {
  const { doors, areas, sides, sources, satisfactions, elsewhere, otherWays, everybody } = words
  return (
    <>
      {doors.length > 1 && <SelectField {...wire(sheet, 'bodyId')} label="由哪个组织受理" options={doors} none="请选" />}
      <QuickPeople sheet={sheet} sides={sides} more={more === 'party'} />
      <SelectField
        {...wire(sheet, 'areaId')}
        label="在哪个村、社区"
        options={areas.groups}
        none="请选"
        defaultValue={textOf(sheet.values, 'areaId') || areas.preset}
      />
      <Types
        {...types}
        query={textOf(sheet.values, 'typeQuery')}
        errors={sheet.errors.typeCode}
        ask={{ name: 'intent', value: 'search' }}
      />
      <TextArea {...wire(sheet, 'facts')} label="是什么事" rows={3} />
      <Choices {...chosen(sheet, 'source', 'applied')} legend="怎么来的" choices={sources} layout="line" />
      <Elsewhere sheet={sheet} words={elsewhere} />
      <OtherWay sheet={sheet} lines={otherWays} />
      <Told sheet={sheet} name="told" label="先告知了调解的性质、原则、效力和各方的权利义务，各方自愿，同意我来调解" />
      <QuickTerms sheet={sheet} everybody={everybody} more={more === 'term'} />
      <Tick name="performed" label="当场就做了，各方都看见、都认可" checked={textOf(sheet.values, 'performed') !== ''} />
      <Choices {...chosen(sheet, 'satisfaction', 'notAsked')} legend="当事人满意吗" choices={satisfactions} layout="line" />
      <Rarely sheet={sheet} words={words} />
      <p className="notice calm">
        <b>人民调解不收费。</b>钱由当事人自己当面交，不经过调解员。有危险情形的不要快办，用“登记”。
      </p>
    </>
  )
}

import { Button } from './buttons'
import { DateField, DateTimeField, MoneyField, SelectField, TelField, TextField, type Option } from './field'
import { anyOf, countOf, textOf, wire, type Sheet } from './register/typed'

/** Rows on the page: what was typed, never fewer than `least`, one more where another was asked for. */
export const rowCount = ({ values }: Sheet, name: string, least: number, more: boolean) =>
  Math.max(least, countOf(values, name) + (more ? 1 : 0))

const Person = ({ sheet, at, label, phone }: { sheet: Sheet; at: number; label: string; phone: string }) => (
  <div className="two">
    <TextField {...wire(sheet, `parties[${at}].name`)} label={label} autoComplete="off" />
    <TelField {...wire(sheet, `parties[${at}].phone`)} label={phone} later />
  </div>
)

const Visitor = ({ sheet }: { sheet: Sheet }) => (
  <details className="fold" open={anyOf(sheet, ['parties[0].homeText', 'parties[0].awayContact', 'leavesAt'])}>
    <summary>游客、过路的：住哪里、什么时候走</summary>
    <div className="form">
      <DateTimeField {...wire(sheet, 'leavesAt')} label="最晚离开时间" later="排到前面办" />
      <TextField {...wire(sheet, 'parties[0].homeText')} label="居住地" later autoComplete="off" />
      <TextField
        {...wire(sheet, 'parties[0].awayContact')}
        label="离开后怎么联系"
        later
        hint="电话、微信都可以，加密保存"
        autoComplete="off"
      />
    </div>
  </details>
)

/** QuickPeople {sheet sides more}: who with whom; further people under their side. */
export function QuickPeople({ sheet, sides, more }: { sheet: Sheet; sides: readonly Option[]; more: boolean }) {
  const others = rowCount(sheet, 'parties', 2, more) - 2
  return (
    <>
      <Person sheet={sheet} at={0} label="谁" phone="电话" />
      <Visitor sheet={sheet} />
      <Person sheet={sheet} at={1} label="和谁有纠纷" phone="对方电话" />
      {Array.from({ length: others }, (_, row) => (
        <div className="row-of" key={row}>
          <SelectField
            {...wire(sheet, `parties[${row + 2}].side`)}
            label={`第 ${row + 3} 人是哪一方`}
            options={sides}
            defaultValue={textOf(sheet.values, `parties[${row + 2}].side`) || 'respondent'}
          />
          <Person sheet={sheet} at={row + 2} label="姓名" phone="电话" />
        </div>
      ))}
      <Button weight="plain" name="intent" value="party" formNoValidate>
        再加一人
      </Button>
    </>
  )
}

/** Who may owe something: by side while there are two, by name once more were written down. */
function owing(sheet: Sheet, everybody: string): Option[] {
  const named = Array.from({ length: Math.max(2, countOf(sheet.values, 'parties')) }, (_, at) => ({
    value: String(at),
    label: textOf(sheet.values, `parties[${at}].name`) || ['提出的一方', '对方'][at] || '',
  }))
  return [...named.filter(({ label }) => label), { value: everybody, label: '各方' }]
}

/** QuickTerms {sheet everybody more}: what was agreed, a line each; to whom follows from who. */
export function QuickTerms({ sheet, everybody, more }: { sheet: Sheet; everybody: string; more: boolean }) {
  const options = owing(sheet, everybody)
  return (
    <>
      {Array.from({ length: rowCount(sheet, 'terms', 1, more) }, (_, at) => (
        <fieldset className="row-of" key={at}>
          <legend>
            谈成了什么{at > 0 && `，第 ${at + 1} 条`}
            {at > 0 && <span className="later">没有就空着</span>}
          </legend>
          <div className="two">
            <SelectField
              {...wire(sheet, `terms[${at}].who`)}
              label="由谁做"
              options={options}
              defaultValue={textOf(sheet.values, `terms[${at}].who`) || '1'}
            />
            <MoneyField {...wire(sheet, `terms[${at}].amount`)} label="付多少" later="不付钱就空着" />
          </div>
          <TextField {...wire(sheet, `terms[${at}].what`)} label="做什么" autoComplete="off" />
          <DateField {...wire(sheet, `terms[${at}].dueDay`)} label="哪天前" later="当场做了就空着" />
        </fieldset>
      ))}
      <Button weight="plain" name="intent" value="term" formNoValidate>
        再加一条
      </Button>
    </>
  )
}

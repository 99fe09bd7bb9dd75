import { Button } from '../buttons'
import { Choices } from '../choices'
import { SelectField, Suggestions, TelField, TextField } from '../field'
import { PartyMore, type PartyWords } from './party-more'
import { anyOf, chosen, countOf, textOf, wire, type Sheet } from './typed'

/** Fields that are folded away until somebody needs them. */
const further = [
  'willingHow',
  'idNumber',
  'door',
  'rosterCount',
  'rosterEstimated',
  'minor',
  'languages',
  'noSms',
  'safeContact',
  'homeText',
  'awayContact',
  'roleText',
  'note',
  'helpers',
  'unknown',
] as const

const Party = ({ sheet, words, at, only }: { sheet: Sheet; words: PartyWords; at: number; only: boolean }) => {
  const name = `parties[${at}]`
  const side = textOf(sheet.values, `${name}.side`) || 'respondent'
  const known = textOf(sheet.values, `${name}.name`)
  const title = known || words.sides.find(({ value }) => value === side)?.label
  return (
    <section className="block" id={`party-${at}`} aria-labelledby={`party-${at}-title`}>
      <header>
        <h2 id={`party-${at}-title`}>{title}</h2>
        {!only && (
          <Button weight="plain" name="go" value={`remove-${at}`}>
            去掉<span className="unseen">：{title}</span>
          </Button>
        )}
      </header>
      <div className="two">
        <SelectField {...wire(sheet, `${name}.side`)} label="是哪一方" options={words.sides} defaultValue={side} />
        <SelectField
          {...wire(sheet, `${name}.kind`)}
          label="是什么人"
          options={words.kinds}
          defaultValue={textOf(sheet.values, `${name}.kind`) || 'person'}
        />
      </div>
      <div className="two">
        <TextField {...wire(sheet, `${name}.name`)} label="姓名、名称" autoComplete="off" />
        <TelField {...wire(sheet, `${name}.phone`)} label="电话" later />
      </div>
      <TextField {...wire(sheet, `${name}.addressText`)} label="住址" later hint="到村、组就行；游客写住的客栈" autoComplete="off" />
      <Choices {...chosen(sheet, `${name}.willing`, 'notAsked')} legend="愿意调解吗" choices={words.willingness} />
      <details
        open={anyOf(
          sheet,
          further.map((field) => `${name}.${field}`),
        )}
      >
        <summary>怎么问的、证件、人数、语言、代理人</summary>
        <PartyMore sheet={sheet} words={words} name={name} at={at} />
      </details>
    </section>
  )
}

/** Parties {sheet words}: step 2 of a registration: parties of either side, or none; unknown names allowed; each side's answer. */
export function Parties({ sheet, words }: { sheet: Sheet; words: PartyWords }) {
  const count = countOf(sheet.values, 'parties')
  return (
    <>
      <p className="hint">只知道一方也可以，姓名不知道就空着；都不知道，直接按“下一步”。</p>
      <Suggestions id="relations" words={words.relations} />
      {Array.from({ length: count }, (_, at) => (
        <Party key={at} sheet={sheet} words={words} at={at} only={count === 1} />
      ))}
    </>
  )
}

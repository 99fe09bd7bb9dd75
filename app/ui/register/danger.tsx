import { Tick } from '../choices'
import { TextArea } from '../field'
import { listOf, textOf, wire, type Sheet } from './typed'

export type Sign = { value: string; label: string; article: string | null; call: readonly { who: string; phone: string | null }[] }

const Call = ({ sign }: { sign: Sign }) => (
  <div className="call">
    <b>{sign.label}，现在就联系：</b>
    <ul>
      {sign.call.map(({ who, phone }) => (
        <li key={who}>{phone ? <a href={`tel:${phone}`}>{`${who} ${phone}`}</a> : who}</li>
      ))}
    </ul>
    {sign.article && <p className="small">{sign.article}</p>}
  </div>
)

/**
 * Danger {sheet signs}: signs of danger; ticking one shows in the same place whom to call now and asks who was told. By the
 * stylesheet alone, so that it works without script: the boxes stand beside what they open.
 */
export function Danger({ sheet, signs }: { sheet: Sheet; signs: readonly Sign[] }) {
  const ticked = listOf(sheet.values, 'dangerSigns')
  return (
    <fieldset className="field" id="dangerSigns">
      <legend>
        有没有危险<span className="later">没有就不选</span>
      </legend>
      <div className="signs">
        {signs.map((sign) => [
          <input
            key={sign.value}
            type="checkbox"
            name="dangerSigns"
            value={sign.value}
            id={`sign-${sign.value}`}
            defaultChecked={ticked.includes(sign.value)}
          />,
          <label key={`${sign.value}-label`} htmlFor={`sign-${sign.value}`}>
            {sign.label}
          </label>,
          <Call key={`${sign.value}-call`} sign={sign} />,
        ])}
        <div className="told">
          <TextArea
            {...wire(sheet, 'dangerTold')}
            label="告诉了谁"
            hint="谁、什么时候、由谁告诉的；还没有告诉的，写为什么。系统不会自动报警"
            rows={3}
          />
          <Tick name="dangerNotYet" label="还没有告诉，上面写的是为什么" checked={textOf(sheet.values, 'dangerNotYet') !== ''} />
        </div>
      </div>
    </fieldset>
  )
}

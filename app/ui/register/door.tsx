import { Choices, Tick } from '../choices'
import { SelectField, TextField, type Option } from '../field'
import { anyOf, chosen, textOf, wire, type Sheet } from './typed'

export type DoorWords = { options: readonly Option[]; first: string; ties: readonly Option[]; closes: string | null }

/** Door {sheet words}: 由谁受理: who mediates takes what came to the own door without asking anybody (People's Mediation Law 17). */
export const Door = ({ sheet, words }: { sheet: Sheet; words: DoorWords }) => (
  <>
    <Choices
      {...chosen(sheet, 'ownDoor', words.first)}
      legend="由谁受理"
      choices={words.options}
      layout="one"
      hint="有危险情形、有一方不愿意、超出受理范围或者您和一方有利害关系的，登记以后交分流岗"
    />
    {words.closes && (
      <>
        <p className="notice calm">
          <b>自己受理以前告知投诉人。</b>
          {words.closes}
        </p>
        {sheet.errors.otherWayTold && <p className="error">{sheet.errors.otherWayTold.join('；')}</p>}
        <Tick
          name="otherWayTold"
          id="otherWayTold"
          label="已经告知，投诉人选在这里调解"
          checked={textOf(sheet.values, 'otherWayTold') !== ''}
        />
      </>
    )}
    <Tick name="mediates" label="自己受理的，我来调解" checked={textOf(sheet.values, 'mediates') !== ''} />
    <details className="fold" open={anyOf(sheet, ['tieWhat', 'tieAccepted']) || !['', 'none'].includes(textOf(sheet.values, 'tie'))}>
      <summary>我和当事人有没有利害关系（没有就不用打开）</summary>
      <div className="form">
        <SelectField {...wire(sheet, 'tie')} label="什么关系" options={words.ties} defaultValue={textOf(sheet.values, 'tie') || 'none'} />
        <TextField {...wire(sheet, 'tieWhat')} label="是谁、什么关系" later="没有就空着" autoComplete="off" />
        <Tick
          name="tieAccepted"
          id="tieAccepted"
          label="已经告知双方，双方都接受我来调解（人民调解法第23条）"
          checked={textOf(sheet.values, 'tieAccepted') !== ''}
        />
        {sheet.errors.tieAccepted && <p className="error">{sheet.errors.tieAccepted.join('；')}</p>}
      </div>
    </details>
  </>
)

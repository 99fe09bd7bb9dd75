import { Choices } from './choices'
import { SelectField, TextField, type Option } from './field'
import { anyOf, chosen, textOf, wire, type Sheet } from './register/typed'

export type ElsewhereWords = { answers: readonly Option[]; kinds: readonly Option[]; standings: readonly Option[] }

const more = ['elsewhereKind', 'elsewhereStanding', 'elsewhereUnit', 'elsewhereNumber']

/** Elsewhere {sheet words hotkey?}: 别处办过没有, in short; which proceeding unfolds for who says 有. `hotkey` answers 没有. */
export const Elsewhere = ({ sheet, words, hotkey }: { sheet: Sheet; words: ElsewhereWords; hotkey?: string }) => (
  <>
    <Choices
      {...chosen(sheet, 'elsewhere')}
      legend="法院、公安、仲裁、信访或者别的单位，办过这件事没有"
      choices={words.answers.map((answer, at) => ({ ...answer, ...(hotkey && at === 0 && { hotkey }) }))}
      layout="line"
    />
    <details className="fold" open={textOf(sheet.values, 'elsewhere') === 'has' || anyOf(sheet, more)}>
      <summary>有的，写哪里、办到哪一步</summary>
      <div className="form">
        <div className="two">
          <SelectField {...wire(sheet, 'elsewhereKind')} label="什么程序" options={words.kinds} none="请选" />
          <SelectField {...wire(sheet, 'elsewhereStanding')} label="办到哪一步" options={words.standings} none="请选" />
        </div>
        <div className="two">
          <TextField {...wire(sheet, 'elsewhereUnit')} label="哪个单位" autoComplete="off" />
          <TextField {...wire(sheet, 'elsewhereNumber')} label="那边的编号" later="没有就空着" autoComplete="off" />
        </div>
      </div>
    </details>
  </>
)

import { Choices, Tick } from '../choices'
import type { Option } from '../field'
import { chosen, textOf, type Sheet } from './typed'

export type DoorWords = { options: readonly Option[]; first: string }

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
    <Tick name="mediates" label="自己受理的，我来调解（我和各方没有利害关系）" checked={textOf(sheet.values, 'mediates') !== ''} />
  </>
)

import type { Option, OptionGroup } from '../field'
import { SelectField, TextField } from '../field'
import { anyOf, textOf, wire, type Sheet } from './typed'
import { Types } from './types'

export type WhereWords = {
  areas: { groups: readonly OptionGroup[]; preset: string }
  types: { usual: readonly Option[]; found: readonly Option[] | null; chosen: string }
}

/** Where {sheet words}: step 1 of a registration: the place, preset from one's post, and the type by button or search. */
export function Where({ sheet, words }: { sheet: Sheet; words: WhereWords }) {
  const { areas, types } = words
  return (
    <>
      <SelectField
        {...wire(sheet, 'areaId')}
        label="在哪个村、社区"
        options={areas.groups}
        none="请选"
        defaultValue={textOf(sheet.values, 'areaId') || areas.preset}
      />
      <TextField {...wire(sheet, 'placeText')} label="具体地点" later hint="如：村口水渠边、四方街北侧" autoComplete="off" />
      <details open={anyOf(sheet, ['door'])}>
        <summary className="small">门牌号（加密保存）</summary>
        <TextField {...wire(sheet, 'door')} label="门牌号" autoComplete="off" />
      </details>
      <Types
        {...types}
        chosen={textOf(sheet.values, 'typeCode') || types.chosen}
        query={textOf(sheet.values, 'typeQuery')}
        errors={sheet.errors.typeCode}
      />
      <TextField {...wire(sheet, 'typeText')} label="类型说不准的，写几个字" later autoComplete="off" />
    </>
  )
}

import { Button } from '../buttons'
import { Choices } from '../choices'
import type { Option, OptionGroup } from '../field'
import { DateField, Hidden, MoneyField, SelectField, Suggestions, TextArea, TextField } from '../field'
import { anyOf, chosen, countOf, textOf, wire, type Sheet } from './typed'

export type SettledWords = {
  settledBy: readonly { value: string; label: string; hint: string }[]
  settlers: readonly OptionGroup[]
  forms: readonly Option[]
  names: readonly string[]
}

const Term = ({ sheet, at }: { sheet: Sheet; at: number }) => {
  const name = `settle.terms[${at}]`
  return (
    <fieldset className="row-of">
      <legend>
        第 {at + 1} 项<span className="later">没有就空着</span>
      </legend>
      <div className="two">
        <TextField {...wire(sheet, `${name}.who`)} label="谁" list="settle-people" autoComplete="off" />
        <TextField {...wire(sheet, `${name}.to`)} label="向谁" list="settle-people" autoComplete="off" />
      </div>
      <TextField {...wire(sheet, `${name}.what`)} label="做什么" autoComplete="off" />
      <div className="two">
        <MoneyField {...wire(sheet, `${name}.amount`)} label="付多少" later="不付钱就空着" />
        <DateField {...wire(sheet, `${name}.dueDay`)} label="哪天前" />
      </div>
    </fieldset>
  )
}

/** Fields that say that somebody began to answer here. */
const answered = ['on', 'by', 'mediatorId', 'tieHow', 'byName', 'form', 'content', 'oralWhy', 'terms'].map((name) => `settle.${name}`)

/** Settled {sheet words}: 现场化解: already settled where it was found; asks who mediated, in which form, on which terms. */
export function Settled({ sheet, words }: { sheet: Sheet; words: SettledWords }) {
  const rows = Math.max(Number(textOf(sheet.values, 'settle.rows')) || 2, countOf(sheet.values, 'settle.terms'))
  return (
    <details id="settle" className="fold" open={anyOf(sheet, answered)}>
      <summary>已经当场化解了</summary>
      <div className="form">
        <Choices
          {...chosen(sheet, 'settle.on', '')}
          legend="当场化解了吗"
          choices={[
            { value: '', label: '没有，要继续办' },
            { value: 'on', label: '已经化解' },
          ]}
        />
        <Choices {...chosen(sheet, 'settle.by')} legend="是谁调解的" choices={words.settledBy} layout="one" />
        <SelectField {...wire(sheet, 'settle.mediatorId')} label="哪位调解员" options={words.settlers} none="请选" />
        <TextField
          {...wire(sheet, 'settle.tieHow')}
          label="调解员和一方有利害关系的，谁告知的、双方怎么说的"
          later="没有就空着"
          autoComplete="off"
        />
        <TextField {...wire(sheet, 'settle.byName')} label="其他人的，写姓名" autoComplete="off" />
        <Choices {...chosen(sheet, 'settle.form')} legend="协议是口头还是书面" choices={words.forms} hint="书面的，签字盖章以后才生效" />
        <TextArea {...wire(sheet, 'settle.content')} label="协议内容" hint="口头协议必须写下来，一两句话（人民调解法第28条）" rows={3} />
        <TextField
          {...wire(sheet, 'settle.oralWhy')}
          label="为什么不写书面的"
          hint="医疗、劳动、土地承包应当写书面协议；一定要口头的才填"
          autoComplete="off"
        />
        <Suggestions id="settle-people" words={words.names} />
        {Array.from({ length: Math.min(rows, 30) }, (_, at) => (
          <Term key={at} sheet={sheet} at={at} />
        ))}
        <Hidden values={{ 'settle.rows': rows }} />
        <Button weight="plain" name="go" value="terms">
          再加三项
        </Button>
      </div>
    </details>
  )
}

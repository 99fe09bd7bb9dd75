import { Choices, Tick } from '../choices'
import type { Option } from '../field'
import { DateTimeField, MoneyField, NumberField, TextArea, TextField } from '../field'
import { Danger, type Sign } from './danger'
import { Photos, type KeptPhoto } from './photos'
import { Settled, type SettledWords } from './settled'
import { anyOf, listOf, textOf, wire, type Sheet } from './typed'

export type FactsWords = SettledWords & { signs: readonly Sign[]; languages: readonly Option[]; photos: readonly KeptPhoto[] }

const Times = ({ sheet }: { sheet: Sheet }) => (
  <details open={anyOf(sheet, ['askedAt', 'happenedAt', 'leavesAt', 'urgent'])}>
    <summary>申请时间、先处理后补登、急着离开</summary>
    <div className="form">
      <DateTimeField {...wire(sheet, 'askedAt')} label="当事人什么时候来申请的" hint="这是证据：诉讼时效从这时中断。登记以后不能改" />
      <DateTimeField {...wire(sheet, 'happenedAt')} label="先处理、后补登的：什么时候处理的" hint="补登的时间系统另外记下，两个都留着" />
      <DateTimeField {...wire(sheet, 'leavesAt')} label="最晚什么时候离开" hint="游客、外出务工的人" />
      <Tick name="urgent" label="紧急，请先办" checked={textOf(sheet.values, 'urgent') !== ''} />
    </div>
  </details>
)

/** Facts {sheet words}: step 3 of a registration: what happened in one's own words, and all that may be known of it. */
export function Facts({ sheet, words }: { sheet: Sheet; words: FactsWords }) {
  const { values } = sheet
  return (
    <>
      <TextArea {...wire(sheet, 'facts')} label="是什么事" hint="照当事人的原话写，一句话也可以。不要写证件号码" rows={6} />
      <TextField {...wire(sheet, 'occurredOn')} label="什么时候发生的" later hint="如：昨天晚上、11月1日、今年春节" autoComplete="off" />
      <div className="two">
        <MoneyField {...wire(sheet, 'amount')} label="涉及金额" later />
        <Tick name="amountAbout" label="是大约数" checked={textOf(values, 'amountAbout') !== ''} />
      </div>
      <div className="two">
        <NumberField {...wire(sheet, 'peopleCount')} label="多少人" later />
        <NumberField {...wire(sheet, 'householdCount')} label="多少户" later />
      </div>
      <Danger sheet={sheet} signs={words.signs} />
      <Photos photos={words.photos} errors={sheet.errors} />
      <Times sheet={sheet} />
      <details open={anyOf(sheet, ['amountNote', 'languages', 'sealed', 'sealedWhy'])}>
        <summary>语言、不公开</summary>
        <div className="form">
          <Choices
            name="languages"
            legend="要用什么语言"
            choices={words.languages}
            chosen={listOf(values, 'languages')}
            many
            later="汉语可不填"
          />
          <TextField {...wire(sheet, 'amountNote')} label="金额说明" autoComplete="off" />
          <Tick name="sealed" label="当事人要求不公开" checked={textOf(values, 'sealed') !== ''} />
          <TextField {...wire(sheet, 'sealedWhy')} label="不公开的原因" autoComplete="off" />
        </div>
      </details>
      <Settled sheet={sheet} words={words} />
    </>
  )
}

import { DateField, DateTimeField, SelectField, Suggestions, TextField, type Option } from '../field'
import { anyOf, textOf, wire, type Sheet } from './typed'

export type EntrustedWords = {
  kinds: readonly Option[]
  /** Of what a court hands over after filing. */
  procedures: readonly Option[]
  senders: readonly string[]
  /** As they most likely are, before anything was typed. */
  kind: string
  sender: string
  /** The source is one of those: the fold stands open. */
  meant: boolean
}

/** Entrusted {sheet words}: what another unit handed over: which, under what number, by when it is to be answered. */
export const Entrusted = ({ sheet, words }: { sheet: Sheet; words: EntrustedWords }) => (
  <details className="fold" open={words.meant || anyOf(sheet, ['entrusted'])}>
    <summary>委派、委托、移送来的：编号、材料、回告期限</summary>
    <div className="form">
      <p className="small quiet">案件来源选“委托移送”的才填；调解完了要回告这个单位。</p>
      <div className="two">
        <SelectField
          {...wire(sheet, 'entrusted.kind')}
          label="委派、委托还是移送"
          options={words.kinds}
          none="请选"
          defaultValue={textOf(sheet.values, 'entrusted.kind') || words.kind}
        />
        <TextField
          {...wire(sheet, 'entrusted.sender')}
          label="哪个单位"
          list="senders"
          autoComplete="off"
          defaultValue={textOf(sheet.values, 'entrusted.sender') || words.sender}
        />
      </div>
      <div className="two">
        <TextField {...wire(sheet, 'entrusted.number')} label="对方编号" later="没有就空着" autoComplete="off" />
        <TextField
          {...wire(sheet, 'entrusted.papers')}
          label="交来的材料"
          later="没有就空着"
          hint="如：起诉状、证据复印件"
          autoComplete="off"
        />
      </div>
      <div className="two">
        <DateTimeField {...wire(sheet, 'entrusted.signedForAt')} label="签收时间" hint="空着的按登记的时间" />
        <DateField {...wire(sheet, 'entrusted.answerBy')} label="要求哪天前回告" hint="对方没有说的空着，按本区的期限" />
      </div>
      <SelectField
        {...wire(sheet, 'entrusted.procedure')}
        label="法院诉中委托的：哪种程序"
        hint="普通程序调解 15 日，简易程序 7 日，从签收起算；诉前委派的不选"
        options={words.procedures}
        none="不是诉中委托"
        defaultValue={textOf(sheet.values, 'entrusted.procedure')}
      />
      <Suggestions id="senders" words={words.senders} />
    </div>
  </details>
)

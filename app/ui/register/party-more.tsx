import { Button } from '../buttons'
import { Choices, Tick } from '../choices'
import type { Option } from '../field'
import { NumberField, SelectField, TelField, TextField } from '../field'
import { chosen, countOf, listOf, textOf, wire, type Sheet } from './typed'

export type PartyWords = {
  sides: readonly Option[]
  kinds: readonly Option[]
  credentials: readonly Option[]
  languages: readonly Option[]
  tellings: readonly Option[]
  willingness: readonly Option[]
  representatives: readonly Option[]
  rosterUnits: readonly Option[]
  relations: readonly string[]
}

type Of = { sheet: Sheet; words: PartyWords; name: string }

const Ticked = ({ sheet, name, label }: { sheet: Sheet; name: string; label: string }) => (
  <Tick name={name} label={label} checked={textOf(sheet.values, name) !== ''} />
)

const Helper = ({ sheet, words, name }: Of) => (
  <div className="row-of">
    <SelectField {...wire(sheet, `${name}.role`)} label="是什么人" options={words.representatives} />
    <div className="two">
      <TextField {...wire(sheet, `${name}.name`)} label="姓名" autoComplete="off" />
      <TelField {...wire(sheet, `${name}.phone`)} label="电话" later />
    </div>
    <TextField {...wire(sheet, `${name}.relation`)} label="与当事人的关系" later list="relations" autoComplete="off" />
    <Ticked sheet={sheet} name={`${name}.maySettle`} label="授权委托书（推选书）已收下，写明可以和解" />
  </div>
)

/** PartyMore {sheet words name at}: what is known of a party later: papers, heads of a list, languages, who stands for it. */
export function PartyMore({ sheet, words, name, at }: Of & { at: number }) {
  const helpers = countOf(sheet.values, `${name}.helpers`)
  return (
    <div className="form">
      <SelectField
        {...wire(sheet, `${name}.willingHow`)}
        label="愿不愿意，是怎么问的"
        later="问过才填"
        options={words.tellings}
        none="没问过"
      />
      <Ticked sheet={sheet} name={`${name}.unknown`} label="有这个人，姓名还不知道" />
      <SelectField {...wire(sheet, `${name}.idKind`)} label="证件种类" options={words.credentials} none="没看证件" />
      <TextField {...wire(sheet, `${name}.idNumber`)} label="证件号码" hint="加密保存，页面上只显示头尾" autoComplete="off" />
      <TextField {...wire(sheet, `${name}.door`)} label="门牌、房号" hint="加密保存" autoComplete="off" />
      <TextField
        {...wire(sheet, `${name}.employer`)}
        label="工作单位"
        hint="只用来核对调解员和这一方有没有利害关系"
        later
        autoComplete="off"
      />
      <TextField {...wire(sheet, `${name}.roleText`)} label="怎么称呼这一方" hint="如：房东、九户居民、景区" autoComplete="off" />
      <div className="two">
        <NumberField {...wire(sheet, `${name}.rosterCount`)} label="名册有多少" hint="多人、多户的才填" />
        <Choices {...chosen(sheet, `${name}.rosterUnit`, 'person')} legend="按人还是按户" choices={words.rosterUnits} />
      </div>
      <Ticked sheet={sheet} name={`${name}.rosterEstimated`} label="大约数，名册以后再补" />
      <Ticked sheet={sheet} name={`${name}.minor`} label="未成年人（请在下面写上监护人）" />
      <Choices
        name={`${name}.languages`}
        legend="说什么话"
        choices={words.languages}
        chosen={listOf(sheet.values, `${name}.languages`)}
        many
        later="都说汉语可不填"
      />
      <TextField
        {...wire(sheet, `${name}.safeContact`)}
        label="安全联系方式"
        hint="怕对方看到的，写什么时候、打给谁才安全"
        autoComplete="off"
      />
      <Ticked sheet={sheet} name={`${name}.noSms`} label="不可以发短信" />
      <TextField {...wire(sheet, `${name}.homeText`)} label="游客的居住地" later autoComplete="off" />
      <TextField {...wire(sheet, `${name}.awayContact`)} label="游客离开后怎么联系" later hint="加密保存" autoComplete="off" />
      <TextField {...wire(sheet, `${name}.note`)} label="说明" autoComplete="off" />
      {Array.from({ length: helpers }, (_, row) => (
        <Helper key={row} sheet={sheet} words={words} name={`${name}.helpers[${row}]`} />
      ))}
      <Button name="go" value={`helper-${at}`}>
        {helpers ? '再加一位' : '加代理人、监护人、代表人'}
      </Button>
    </div>
  )
}

import { Choices, Tick } from './choices'
import { DateField, DateTimeField, MoneyField, SelectField, TelField, TextArea, TextField, type Option, type OptionGroup } from './field'
import { chosen, textOf, wire, type Sheet } from './register/typed'

export type QuickWords = {
  doors: readonly Option[]
  areas: { groups: readonly OptionGroup[]; preset: string }
  types: readonly OptionGroup[]
  sources: readonly Option[]
  satisfactions: readonly Option[]
}

const People = ({ sheet }: { sheet: Sheet }) => (
  <>
    <div className="two">
      <TextField {...wire(sheet, 'oneName')} label="谁" autoComplete="off" />
      <TelField {...wire(sheet, 'onePhone')} label="电话" later />
    </div>
    <div className="two">
      <TextField {...wire(sheet, 'otherName')} label="和谁有纠纷" autoComplete="off" />
      <TelField {...wire(sheet, 'otherPhone')} label="对方电话" later />
    </div>
    <DateTimeField {...wire(sheet, 'leavesAt')} label="最晚离开时间" later="游客、过路的才填" />
  </>
)

const Agreed = ({ sheet }: { sheet: Sheet }) => (
  <>
    <div className="two">
      <DateTimeField {...wire(sheet, 'startedAt')} label="什么时候开始调解的" later="刚才就空着" />
      <DateTimeField {...wire(sheet, 'agreedAt')} label="什么时候谈成的" later="现在就空着" />
    </div>
    <TextArea {...wire(sheet, 'content')} label="谈成了什么（口头协议的内容）" hint="一两句话，必须写（人民调解法第28条）" rows={3} />
    <div className="two">
      <TextField {...wire(sheet, 'who')} label="由谁做" autoComplete="off" />
      <TextField {...wire(sheet, 'to')} label="向谁" later="没有就空着" autoComplete="off" />
    </div>
    <TextField {...wire(sheet, 'what')} label="做什么" autoComplete="off" />
    <div className="two">
      <MoneyField {...wire(sheet, 'amount')} label="付多少" later="不付钱就空着" />
      <DateField {...wire(sheet, 'dueDay')} label="哪天前" later="当场做了就空着" />
    </div>
    <TextField {...wire(sheet, 'oralWhy')} label="为什么不写书面的" later="医疗、劳动、土地承包才填" autoComplete="off" />
    <Tick name="performed" label="当场就做了，各方都看见、都认可" checked={textOf(sheet.values, 'performed') !== ''} />
  </>
)

/** Quick {sheet words}: 简易快办: from facts to kept agreement on one page. */
export function Quick({ sheet, words }: { sheet: Sheet; words: QuickWords }) {
  const { doors, areas, types, sources, satisfactions } = words
  return (
    <>
      {doors.length > 1 && <SelectField {...wire(sheet, 'bodyId')} label="由哪个组织受理" options={doors} none="请选" />}
      <People sheet={sheet} />
      <SelectField
        {...wire(sheet, 'areaId')}
        label="在哪个村、社区"
        options={areas.groups}
        none="请选"
        defaultValue={textOf(sheet.values, 'areaId') || areas.preset}
      />
      <SelectField {...wire(sheet, 'typeCode')} label="类型" options={types} none="请选" />
      <TextArea {...wire(sheet, 'facts')} label="是什么事" rows={3} />
      <Choices {...chosen(sheet, 'source', 'applied')} legend="怎么来的" choices={sources} />
      <Tick
        name="told"
        id="told"
        label="先告知了调解的性质、原则、效力和各方的权利义务，各方自愿，同意我来调解"
        checked={textOf(sheet.values, 'told') !== ''}
      />
      {sheet.errors.told && <p className="error">{sheet.errors.told.join('；')}</p>}
      <Agreed sheet={sheet} />
      <Choices {...chosen(sheet, 'satisfaction', 'notAsked')} legend="当事人满意吗" choices={satisfactions} />
      <p className="notice calm">
        <b>人民调解不收费。</b>钱由当事人自己当面交，不经过调解员。有危险情形的不要快办，用“登记”。
      </p>
    </>
  )
}

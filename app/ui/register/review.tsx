import { Button } from '../buttons'
import { Tick } from '../choices'
import { Facts, type Fact } from '../facts'
import { Elsewhere, type ElsewhereWords } from '../elsewhere'
import type { Option } from '../field'
import { SelectField, TextField } from '../field'
import { Door, type DoorWords } from './door'
import { Entrusted, type EntrustedWords } from './entrusted'
import { textOf, wire, type Sheet } from './typed'

export type ReviewWords = {
  sections: readonly { step: number; title: string; rows: readonly Fact[] }[]
  came: { source: string; intake: string; forParty: string }
  sources: readonly Option[]
  entrusted: EntrustedWords
  intakes: readonly Option[]
  parties: readonly Option[]
  photos: number
  elsewhere: ElsewhereWords
  noticeHows: readonly Option[]
  doors: DoorWords | null
}

const Notice = () => (
  <details className="fold">
    <summary>个人信息收集告知（读给当事人听，或者给他看）</summary>
    <div className="said">
      <p>收集人：本区人民调解组织和负责登记、分流的单位。</p>
      <p>为了什么：登记、调解这件纠纷，联系您，统计件数。</p>
      <p>收集什么：姓名、电话、住址、事情经过；需要时收集证件号码。证件号码、电话、门牌加密保存，页面上只显示一部分，查看要留记录。</p>
      <p>给谁看：只给办理这件纠纷的人。要移送别的单位，先告诉您给谁、给什么，并征得您单独同意。</p>
      <p>保存多久：按调解档案的期限保存，到期销毁。</p>
      <p>您可以查看、复制、更正，也可以撤回同意；找登记的人或者调解组织就行。</p>
      <p>不满十四周岁的，须监护人同意。</p>
    </div>
  </details>
)

/** Review {sheet words}: step 4 of a registration: read it over; how it came in; what the party is told about data. */
export function Review({ sheet, words }: { sheet: Sheet; words: ReviewWords }) {
  const { values } = sheet
  return (
    <>
      {words.sections.map(({ step, title, rows }) => (
        <section className="block" key={step} aria-label={title}>
          <header>
            <h2>{title}</h2>
            <Button weight="plain" name="go" value={`to-${step}`}>
              修改<span className="unseen">：{title}</span>
            </Button>
          </header>
          <Facts rows={rows} />
          {step === 3 && words.photos > 0 && <p className="small quiet">照片 {words.photos} 张</p>}
        </section>
      ))}
      <div className="two">
        <SelectField
          {...wire(sheet, 'source')}
          label="案件来源"
          options={words.sources}
          defaultValue={textOf(values, 'source') || words.came.source}
        />
        <SelectField
          {...wire(sheet, 'intake')}
          label="登记渠道"
          options={words.intakes}
          defaultValue={textOf(values, 'intake') || words.came.intake}
        />
      </div>
      <Entrusted sheet={sheet} words={words.entrusted} />
      {words.parties.length > 0 && (
        <SelectField
          {...wire(sheet, 'forParty')}
          label="替谁登记"
          options={[...words.parties, { value: 'none', label: '不是替哪一方（主动发现）' }]}
          defaultValue={textOf(values, 'forParty') || words.came.forParty}
        />
      )}
      <TextField {...wire(sheet, 'reporter')} label="报告人" later="不是当事人的才填" hint="谁告诉您的；录入人就是您" autoComplete="off" />
      <TextField {...wire(sheet, 'sourceText')} label="来源说明" later hint="如：谁介绍来的" autoComplete="off" />
      <Elsewhere sheet={sheet} words={words.elsewhere} />
      {words.doors && <Door sheet={sheet} words={words.doors} />}
      <Notice />
      <Tick name="noticeTold" label="已经告知当事人" checked={textOf(values, 'noticeTold') !== ''} />
      <SelectField {...wire(sheet, 'noticeHow')} label="怎么告知的" options={words.noticeHows} />
      <p className="notice calm">
        <b>人民调解不收费。</b>不收钱、不收礼，也不替当事人转交钱款。
      </p>
    </>
  )
}

import { Button } from '../buttons'
import { Choices } from '../choices'
import { Facts } from '../facts'
import { FileField, Hidden, TextArea } from '../field'
import { accepts } from '../file-view'
import { Problem } from '../problem'

type Page = {
  name: string
  number: string
  title: string
  body: string
  role: string
  asked: string
  until?: string | undefined
  next?: string | undefined
  facts: readonly string[]
}
type Reply = { fields: Readonly<Record<string, string>>; problem: string; text: string; answer: string } | undefined

const fields = ['answer', 'text', 'photos'] as const

/** Guest {page answers base reply?}: what somebody invited from outside is asked, and the answer; of the dispute itself little. */
export const Guest = ({
  page,
  answers,
  base,
  reply,
}: {
  page: Page
  answers: readonly { value: string; label: string }[]
  base: Readonly<Record<string, string | undefined>>
  reply: Reply
}) => {
  const wrong = (name: string) => (reply?.fields[name] ? [reply.fields[name]] : undefined)
  const named = fields.filter((name) => reply?.fields[name]).map((name) => ({ text: reply?.fields[name] ?? '', href: `#${name}` }))
  return (
    <>
      <h1>请{page.name}参加调解</h1>
      {reply && <Problem title="还没有发出" errors={named.length ? named : [reply.problem]} />}
      <Facts
        rows={[
          { label: '事情', value: page.title },
          { label: '编号', value: page.number },
          { label: '谁邀请', value: page.body },
          { label: '请您做', value: page.role },
          ...(page.next ? [{ label: '下次调解', value: page.next }] : []),
          ...(page.until ? [{ label: '什么时候', value: page.until }] : []),
        ]}
      />
      {page.asked && <p className="prose">{page.asked}</p>}
      {page.facts.length > 0 && (
        <section aria-label="双方都认可的事实">
          <h2>双方都认可的事实</h2>
          {page.facts.map((text) => (
            <p key={text} className="prose">
              {text}
            </p>
          ))}
        </section>
      )}
      <p className="small quiet">各方当事人同意邀请您。听到、看到的请不要外传。答复以后，这个页面不再显示内容。</p>
      <form method="post" action="/guest?index" encType="multipart/form-data" className="form">
        <Hidden values={base} />
        <Choices name="answer" legend="您愿意吗" choices={answers} chosen={reply?.answer} layout="three" errors={wrong('answer')} />
        <TextArea
          name="text"
          label="答复"
          hint="请您写的意见、能到的时间、有什么困难；可以空着，最多 1000 个字"
          rows={5}
          defaultValue={reply?.text}
          errors={wrong('text')}
        />
        <FileField
          name="photos"
          label="照片、材料、录音"
          hint="jpg、png、pdf、m4a，一次最多 6 份。没有就空着"
          accept={accepts.all}
          multiple
          errors={wrong('photos')}
        />
        <Button weight="main" wide>
          答复
        </Button>
      </form>
    </>
  )
}

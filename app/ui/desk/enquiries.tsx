import { Button } from '../buttons'
import { Empty } from '../empty'
import { Hidden } from '../field'
import { Numbers } from './numbers'

export type EnquiryRow = { id: string; when: string; kind: string; asked: string; answered: string; who: string; draftId: string }
type Words = {
  month: string
  before: string
  after?: string | undefined
  counts: readonly { label: string; value: string }[]
  rows: readonly EnquiryRow[]
}

/** Enquiries {page base}: the lines of a month with how many of each kind; each may become a registration after all. */
export const Enquiries = ({ page, base }: { page: Words; base: Readonly<Record<string, string | number | undefined>> }) => (
  <section className="enquiries" aria-label={`${page.month}的咨询`}>
    <p className="month">
      <a href={page.before}>上个月</a>
      <b>{page.month}</b>
      {page.after && <a href={page.after}>下个月</a>}
    </p>
    <Numbers rows={page.counts} label={`${page.month}的咨询，每一类几条`} />
    {page.rows.length === 0 ? (
      <Empty title="这个月还没有记咨询">来问一问的，答复以后在这里记一行。</Empty>
    ) : (
      <ul>
        {page.rows.map(({ id, when, kind, asked, answered, who, draftId }) => (
          <li key={id}>
            <div>
              <h3>{asked}</h3>
              <p>答：{answered}</p>
              <p className="small quiet">
                <span className="num">{when}</span>　{kind}　{who}
              </p>
            </div>
            <form method="post" action="/enquiries">
              <Hidden values={{ ...base, act: 'register', enquiryId: id, draftId }} />
              <Button>
                改为登记纠纷
                <span className="unseen">：{asked}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    )}
  </section>
)

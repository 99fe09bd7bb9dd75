import { Button } from '../buttons'
import { type Level, RiskChip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Empty } from '../empty'
import { Hidden } from '../field'

type Out = {
  id: string
  seen: number
  href: string
  title: string
  risk: Level
  about: readonly string[]
  body: string
  waits: readonly string[]
  urged: string
  spent: boolean
  due?: DueWords | undefined
  recall: string
  answer: string
  base: Readonly<Record<string, string | number | undefined>>
}

/** OffersOut {rows}: what was sent out and not taken yet; one press urges, the rest is a form. */
export const OffersOut = ({ rows }: { rows: readonly Out[] }) =>
  rows.length === 0 ? (
    <Empty title="送出去的都有人接了" act={{ label: '到分流台', href: '/triage' }}>
      分流以后还没有接收的，会列在这里。
    </Empty>
  ) : (
    <ul className="offers-out">
      {rows.map((row, at) => (
        <li key={row.id} data-row>
          <div>
            <h3>
              {row.risk !== 'green' && <RiskChip level={row.risk} />} <a href={row.href}>{row.title}</a>
            </h3>
            <p className="small quiet">{row.about.join('　')}</p>
          </div>
          <div className="small">
            <b>{row.body}</b>
            {row.waits.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {row.due && <Due due={row.due} inline />}
          </div>
          <div className="small">
            <form method="post">
              <Hidden values={{ ...row.base, disputeId: row.id }} />
              <div className="buttons">
                {row.spent ? (
                  <span className="quiet">今天催过了</span>
                ) : (
                  <Button weight={at === 0 ? 'main' : 'plain'}>
                    催办<span className="unseen">：{row.title}</span>
                  </Button>
                )}
                <a className="button" href={row.answer}>
                  代为答复<span className="unseen">：{row.title}</span>
                </a>
                <a className="button" href={row.recall}>
                  收回…<span className="unseen">：{row.title}</span>
                </a>
              </div>
            </form>
            <p className="quiet">{row.urged}</p>
          </div>
        </li>
      ))}
    </ul>
  )

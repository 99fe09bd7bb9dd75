import { Button, Buttons } from '../buttons'
import { Hidden } from '../field'
import { Notice, Problem } from '../problem'

type Props = {
  since: string | null
  base: Readonly<Record<string, string | number | undefined>>
  /** Shown this once. */
  address?: string | undefined
  problem?: string | null | undefined
}

/** CalendarFeed {since base address? problem?}: the address for the own telephone's calendar: made, renewed, ended. */
export const CalendarFeed = ({ since, base, address, problem }: Props) => (
  <section className="feed only-screen" aria-label="手机日历订阅" id="feed">
    <h2>放进手机日历</h2>
    <p className="quiet">日历里只写“调解会”和时间，不写谁、什么事、在哪里。改期、取消会自己跟着变。</p>
    {problem && <Problem errors={[problem]} />}
    {address && (
      <Notice tone="done" title="地址只显示这一次，复制到手机日历的“订阅”里：" live>
        <input className="input" readOnly value={address} aria-label="日历订阅地址" />
      </Notice>
    )}
    {since && !address && <p>您有一个订阅地址，{since}生成。有人看到过的，换一个新的，旧的马上失效。</p>}
    <form method="post" className="form">
      <Hidden values={base} />
      <Buttons>
        <Button name="step" value="renew">
          {since || address ? '换一个新地址' : '生成订阅地址'}
        </Button>
        {(since || address) && (
          <Button name="step" value="end">
            停用
          </Button>
        )}
      </Buttons>
    </form>
  </section>
)

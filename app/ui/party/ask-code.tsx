import { Button } from '../buttons'
import { TextField } from '../field'
import { Problem } from '../problem'

type Answer = { number: string; errors: { number: string[]; code: string[] } | null; problem: string | null } | undefined

/** AskCode {action answer?}: number and query code from the receipt; what was wrong never says which of the two. */
export const AskCode = ({ action, answer }: { action: string; answer?: Answer }) => (
  <>
    <h1>我的事办到哪了</h1>
    <p className="quiet">编号和查询码写在登记回执上。不用注册，不收费。</p>
    {answer?.problem && <Problem title="没有打开" errors={[{ text: answer.problem, href: '#number' }]} />}
    <form method="post" action={action} className="form">
      <TextField
        name="number"
        label="登记编号"
        hint="如 530702-2026-000417，中间的横线可以不写"
        inputMode="numeric"
        autoComplete="off"
        maxLength={60}
        defaultValue={answer?.number}
        errors={answer?.errors?.number}
      />
      <TextField
        name="code"
        label="查询码"
        hint="8 位字母和数字，大写小写都行"
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        errors={answer?.errors?.code}
      />
      <Button weight="main" wide>
        查进度
      </Button>
    </form>
    <p className="small quiet after">
      查询码丢了，请找给您登记的人再打一张回执。
      <br />
      办理的人：<a href="/sign-in">从这里登录</a>
    </p>
  </>
)

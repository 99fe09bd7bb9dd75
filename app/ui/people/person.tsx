import { Button, Buttons } from '../buttons'
import { Chip } from '../chip'
import { Facts } from '../facts'
import { DateField, Hidden, TelField, TextField } from '../field'
import { Panel } from '../panel'

type Base = Readonly<Record<string, string | number | undefined>>
export type PostLine = { id: string; title: string; from: string; to: string | null; words: string; over: boolean; changeable: boolean }

function PostDates({
  post,
  base,
  errors,
}: {
  post: PostLine
  base: Base
  errors?: Readonly<Record<string, readonly string[]>> | undefined
}) {
  return (
    <details open={errors !== undefined}>
      <summary>改起止日期</summary>
      <form method="post" className="form">
        <Hidden values={{ ...base, act: 'change', postId: post.id }} />
        <div className="pair">
          <DateField name="from" id={`from-${post.id}`} label="从哪天起" defaultValue={post.from} errors={errors?.['from']} />
          <DateField
            name="to"
            id={`to-${post.id}`}
            label="到哪天止（含当天）"
            later="可不写"
            defaultValue={post.to ?? ''}
            errors={errors?.['to']}
          />
        </div>
        <Buttons>
          <Button>保存日期</Button>
        </Buttons>
      </form>
    </details>
  )
}

/** Posts {posts base wrong?}: what somebody holds and held, each with its days; `wrong` are the errors of one of them. */
export const Posts = ({
  posts,
  base,
  wrong,
}: {
  posts: readonly PostLine[]
  base: Base
  wrong?: { postId: string; errors: Readonly<Record<string, readonly string[]>> } | undefined
}) => (
  <Panel title="岗位">
    <ul className="posts">
      {posts.map((post) => (
        <li key={post.id}>
          <b>{post.title}</b> {post.over && <Chip>已到期</Chip>}
          <p className="small quiet">{post.words}</p>
          {post.changeable && <PostDates post={post} base={base} errors={wrong?.postId === post.id ? wrong.errors : undefined} />}
        </li>
      ))}
    </ul>
  </Panel>
)

/** OneAct {act label words base grave?}: one thing done to an account by one press, and what follows from it. */
export const OneAct = ({ act, label, words, base, grave }: { act: string; label: string; words: string; base: Base; grave?: boolean }) => (
  <form method="post" className="one-act">
    <Hidden values={{ ...base, act }} />
    <Button weight={grave ? 'grave' : undefined}>{label}</Button>
    <p className="small quiet">{words}</p>
  </form>
)

/** WhoItIs {phone base? typed errors}: the telephone, masked; with `base`, the form that puts name and telephone right. */
export function WhoItIs({
  phone,
  name,
  base,
  typed,
  errors,
}: {
  phone: string
  name: string
  base?: Base | undefined
  typed: (name: string, first?: string) => string
  errors: Readonly<Record<string, readonly string[]>>
}) {
  return (
    <Panel title="基本情况">
      <Facts rows={[{ label: '手机号', value: phone }]} />
      {base && (
        <details className="correct" open={typed('act') === 'correct'}>
          <summary>改姓名、手机号</summary>
          <form method="post" className="form">
            <Hidden values={{ ...base, act: 'correct' }} />
            <TextField name="name" label="姓名" autoComplete="off" defaultValue={typed('name', name)} errors={errors['name']} />
            <TelField
              name="phone"
              label="新手机号"
              later="不改就空着"
              hint="以后用它登录，密码不变；登录着的会退出"
              defaultValue={typed('phone')}
              errors={errors['phone']}
            />
            <Buttons>
              <Button>保存</Button>
            </Buttons>
          </form>
        </details>
      )}
    </Panel>
  )
}

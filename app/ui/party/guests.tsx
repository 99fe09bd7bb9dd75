import { Button, ButtonLink, Buttons } from '../buttons'
import { Empty } from '../empty'
import { DateField, Hidden } from '../field'
import { Notice, Problem } from '../problem'

type Row = { id: string; name: string; role: string; state: string; live: boolean; agreed: boolean; answer: string }

type Props = {
  rows: readonly Row[]
  /** The day a new link ends, unless changed. */
  until: string
  base: Readonly<Record<string, string | number | undefined>>
  ask: string
  /** Shown this once. */
  link?: { requestId: string; href: string } | undefined
  problem?: string | null | undefined
  errors?: Readonly<Record<string, readonly string[]>> | undefined
}

/** Guests {rows until base ask link? problem? errors?}: who was invited from outside, the one-time link of each, and its end. */
export const Guests = ({ rows, until, base, ask, link, problem, errors }: Props) => (
  <>
    <p className="quiet">
      没有账号的人，用一次性链接看他要办的这一件事、答复。链接由您用微信、短信自己发；他答复了，或者到了日子，就看不到了。
    </p>
    {problem && <Problem errors={[...Object.values(errors ?? {}).flat(), problem]} />}
    {rows.length === 0 && (
      <Empty title="没有等着答复的外面的人" act={{ label: '请别的单位、人员协办', href: ask }}>
        请名录以外的人，要先征得各方当事人同意。
      </Empty>
    )}
    {rows.map(({ id, name, role, state, live, agreed, answer }) => (
      <section key={id} className="guest-row" aria-label={name}>
        <h2>
          {name}：{role}
        </h2>
        <p>{state}</p>
        {link?.requestId === id && (
          <Notice tone="done" title="链接只显示这一次，复制下来发给他：" live>
            <input className="input" readOnly value={link.href} aria-label={`${name}的一次性链接`} />
          </Notice>
        )}
        {agreed ? (
          <form method="post" className="form">
            <Hidden values={{ ...base, requestId: id }} />
            <DateField name="until" id={`until-${id}`} label="看到哪天为止" defaultValue={until} />
            <Buttons>
              <Button name="step" value="make" weight={live ? 'plain' : 'main'}>
                {live ? '换一个新链接' : '生成一次性链接'}
              </Button>
              {live && (
                <Button name="step" value="end">
                  停用链接
                </Button>
              )}
            </Buttons>
          </form>
        ) : (
          <Notice>没有写明各方当事人同意，不能发链接。</Notice>
        )}
        <p>
          <a href={answer}>他当面、电话答复了，代他记下；或者撤回</a>
        </p>
      </section>
    ))}
    <Buttons>
      <ButtonLink href={ask}>再请一位</ButtonLink>
    </Buttons>
  </>
)

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { oneTimeDays } from '#app/domain/people/one-time-password.server'
import { changePerson } from '#app/domain/staff/acts.server'
import { personActForm } from '#app/domain/staff/forms'
import { showPerson } from '#app/domain/staff/show.server'
import { keyOf } from '#app/http/form-key.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Chip } from '#ui/chip'
import { Hidden } from '#ui/field'
import { Columns } from '#ui/page'
import { Panel } from '#ui/panel'
import { Issued } from '#ui/people/issued'
import { OneAct, Posts, WhoItIs } from '#ui/people/person'
import { PostFields } from '#ui/people/post-fields'
import { Notice, Problem } from '#ui/problem'
import { OfficePage, typed } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? '人员'}·一站解纷` }]

export const loader = pageLoader(async (visit) => {
  const person = await showPerson(visit.actor, idIn(visit, 'accountId'))
  return { person, base: formBase(visit), done: visit.url.searchParams.get('done') }
})

export const action = formAction(personActForm, async (act, visit) => {
  const id = idIn(visit, 'accountId')
  const { password } = await changePerson({ actor: visit.actor, key: keyOf(visit.form) }, id, act)
  if (!password) return `/people/${id}?done=${act.act}`
  return Response.json({ password, days: oneTimeDays }, { headers: { 'Cache-Control': 'no-store' } })
})

const doneWords: Record<string, string> = {
  give: '岗位加好了',
  change: '日期改好了',
  correct: '改好了',
  stop: '已停用，登录着的已经退出',
  restore: '已恢复，可以用原来的密码登录',
  leave: '已办离任',
}

export default function OnePerson() {
  const { person, base, done } = useLoaderData<typeof loader>()
  const answer = useActionData<{ password: string; days: number } | FormReply>()
  if (answer && 'password' in answer)
    return (
      <OfficePage width="narrow">
        <Issued {...answer} name={person.name} back={`/people/${person.id}`} />
      </OfficePage>
    )
  const errors = answer?.errors ?? {}
  const postId = typed(answer, 'postId')
  const idOf = (name: string) => (postId ? `${name}-${postId}` : name)
  const wrong = Object.entries(errors).flatMap(([name, words]) => words.map((text) => ({ text, href: `#${idOf(name)}` })))
  const giving = postId ? undefined : answer
  const acts = (
    <Panel title="账号">
      {!person.stopped && <OneAct act="reset" label="重设密码" words="给一个一次性密码；原来的密码作废，登录着的会退出" base={base} />}
      <p className="one-act">
        <ButtonLink href={`/people/${person.id}/leave`}>离任或调走…</ButtonLink>
        <span className="small quiet">先看他手里有多少件，交给谁，再停岗位</span>
      </p>
      {person.stopped ? (
        <OneAct act="restore" label="恢复" words="恢复后可以用原来的密码登录" base={base} />
      ) : (
        <OneAct act="stop" label="停用" words="马上退出，不能再登录；手里的纠纷不会自动交出去" base={base} grave />
      )}
    </Panel>
  )
  return (
    <OfficePage>
      <header className="page-head">
        <h1>{person.name}</h1>
        <Chip tone={person.standing.tone}>{person.standing.word}</Chip>
        <a className="end" href="/people">
          回到人员
        </a>
      </header>
      {done && doneWords[done] && <Notice tone="done" live title={doneWords[done]} />}
      {answer?.problem && <Problem errors={wrong.length ? wrong : [answer.problem]} />}
      {person.self && <Notice tone="calm">这是您自己。岗位、停用和密码，要由另一位管理员来办。</Notice>}
      <Columns
        first="main"
        main={
          <>
            <Posts posts={person.posts} base={base} wrong={postId ? { postId, errors } : undefined} />
            {!person.self && (
              <Panel title="加岗位">
                <form method="post" className="form">
                  <Hidden values={{ ...base, act: 'give' }} />
                  <PostFields choice={person.choice} typed={(name, first) => typed(giving, name, first)} errors={giving?.errors ?? {}} />
                  <Buttons>
                    <Button weight="main">加上</Button>
                  </Buttons>
                </form>
              </Panel>
            )}
          </>
        }
        more={
          <>
            <WhoItIs
              name={person.name}
              phone={person.phone}
              base={person.self ? undefined : base}
              typed={(name, first) => typed(answer, name, first)}
              errors={errors}
            />
            {!person.self && acts}
          </>
        }
      />
    </OfficePage>
  )
}

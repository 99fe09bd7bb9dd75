import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leave, leaveForm, leavePage } from '#app/domain/staff/leave/leave.server'
import { keyOf } from '#app/http/form-key.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Choices } from '#ui/choices'
import { DateField, fieldId, Hidden } from '#ui/field'
import { HandOver, LeftBehind } from '#ui/people/hand-over'
import { Notice, Problem } from '#ui/problem'
import { OfficePage, typed } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '离任或调走·一站解纷' }]

export const loader = pageLoader(async (visit) => {
  const id = idIn(visit, 'accountId')
  return { id, page: await leavePage(visit.actor, id), base: formBase(visit) }
})

export const action = formAction(leaveForm, async (form, visit) => {
  const id = idIn(visit, 'accountId')
  const { left } = await leave({ actor: visit.actor, key: keyOf(visit.form) }, id, form)
  return left.length ? Response.json({ left }) : `/people/${id}?done=leave`
})

const ways = [
  { value: 'leave', label: '离任', hint: '岗位结束，账号停用' },
  { value: 'move', label: '调走', hint: '岗位结束，账号留着，之后再加新岗位' },
]

export default function Leave() {
  const { id, page, base } = useLoaderData<typeof loader>()
  const answer = useActionData<{ left: string[] } | FormReply>()
  if (answer && 'left' in answer)
    return (
      <OfficePage width="narrow">
        <LeftBehind name={page.name} numbers={answer.left} back={`/people/${id}`} />
      </OfficePage>
    )
  const errors = answer?.errors ?? {}
  const wrong = Object.entries(errors).flatMap(([name, words]) => words.map((text) => ({ text, href: `#${fieldId(name)}` })))
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={`/people/${id}`}>{page.name}</a>
      </p>
      <h1>{page.name}离任或调走</h1>
      {answer?.problem && <Problem errors={wrong.length ? wrong : [answer.problem]} />}
      {page.orphans.length > 0 && (
        <Notice title="先给别人加岗位：">{page.orphans.join('、')}就没有负责的人了，分给它的纠纷会由分流岗代办。</Notice>
      )}
      {page.self ? (
        <Notice tone="calm">这是您自己，要由另一位管理员来办。</Notice>
      ) : (
        <form method="post" className="form">
          <Hidden values={base} />
          <Choices name="how" legend="离任还是调走" choices={ways} chosen={typed(answer, 'how')} errors={errors['how']} />
          <DateField
            name="lastDay"
            label="最后一天"
            hint="岗位到这一天为止"
            defaultValue={typed(answer, 'lastDay', page.today)}
            errors={errors['lastDay']}
          />
          <HandOver groups={page.groups} typed={(name) => typed(answer, name)} errors={errors} />
          <Buttons>
            <Button weight="main">办理</Button>
            <ButtonLink href={`/people/${id}`}>先不办</ButtonLink>
          </Buttons>
        </form>
      )}
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { oneTimeDays } from '#app/domain/people/one-time-password.server'
import { createPerson } from '#app/domain/staff/acts.server'
import { newPersonForm } from '#app/domain/staff/forms'
import { postChoice } from '#app/domain/staff/show.server'
import { keyOf } from '#app/http/form-key.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Hidden, TelField, TextField } from '#ui/field'
import { Issued } from '#ui/people/issued'
import { PostFields } from '#ui/people/post-fields'
import { Problem } from '#ui/problem'
import { OfficePage, typed } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '新建人员·一站解纷' }]

export const loader = pageLoader(async (visit) => ({ choice: await postChoice(visit.actor), base: formBase(visit) }))

/** The password is in the answer alone: no address and no later page has it. */
export const action = formAction(newPersonForm, async (person, visit) => {
  const { id, password } = await createPerson({ actor: visit.actor, key: keyOf(visit.form) }, person)
  return Response.json({ id, name: person.name, password, days: oneTimeDays }, { headers: { 'Cache-Control': 'no-store' } })
})

type Reply = { id: string; name: string; password: string; days: number } | FormReply

export default function NewPerson() {
  const { choice, base } = useLoaderData<typeof loader>()
  const answer = useActionData<Reply>()
  if (answer && 'password' in answer)
    return (
      <OfficePage width="narrow">
        <Issued {...answer} back={`/people/${answer.id}`} more="/people/new" />
      </OfficePage>
    )
  const errors = answer?.errors ?? {}
  const wrong = Object.entries(errors).flatMap(([name, words]) => words.map((text) => ({ text, href: `#${name}` })))
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/people">人员</a>
      </p>
      <h1>新建人员</h1>
      {answer?.problem && <Problem errors={wrong.length ? wrong : [answer.problem]} />}
      <form method="post" className="form">
        <Hidden values={base} />
        <TextField name="name" label="姓名" autoComplete="off" defaultValue={typed(answer, 'name')} errors={errors['name']} />
        <TelField name="phone" label="手机号" hint="登录用它" defaultValue={typed(answer, 'phone')} errors={errors['phone']} />
        <PostFields choice={choice} typed={(name, first) => typed(answer, name, first)} errors={errors} />
        <Buttons>
          <Button weight="main">建好，给一次性密码</Button>
          <ButtonLink href="/people">不建了</ButtonLink>
        </Buttons>
      </form>
    </OfficePage>
  )
}

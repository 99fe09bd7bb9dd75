import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideSame, sameForm } from '#app/domain/duplicates/decide.server'
import { sideBySide } from '#app/domain/duplicates/side-by-side.server'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { OfficePage, typed } from '../http/shell'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Choices } from '#ui/choices'
import { SideBySide } from '#ui/desk/side-by-side'
import { Hidden, TextArea } from '#ui/field'
import { Panel } from '#ui/panel'
import { Notice, Problem } from '#ui/problem'

export const meta: MetaFunction = () => [{ title: '放在一起比·分流台·一站解纷' }]

/** Two registrations that may be one quarrel, side by side, and what is to become of them. */
export const loader = pageLoader(async (visit) => {
  const words = await sideBySide(visit.actor, idIn(visit, 'disputeId'), idIn(visit, 'otherId'))
  return { words, base: formBase(visit, words.seen) }
})

export const action = formAction(sameForm, (form, visit) =>
  decideSame({ ...sentOf(visit, idIn(visit, 'disputeId'), visit.form), actor: visit.actor }, idIn(visit, 'otherId'), form),
)

export default function Same() {
  const { words, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const errors = reply?.errors ?? {}
  const { reasons, against, number, otherNumber } = words
  return (
    <OfficePage>
      <p className="small">
        <a href={`/triage/${words.id}`}>‹ 回到分流台</a>
      </p>
      <h1>是不是同一件纠纷？</h1>
      {reply && <Problem title="没有办成" errors={[errors.into?.[0] ?? errors.how?.[0] ?? errors.why?.[0] ?? reply.problem ?? '']} />}
      {(reasons.length > 0 || against.length > 0) && (
        <Notice tone="calm">
          {reasons.length > 0 && <p>像的地方：{reasons.join('，')}。</p>}
          {against.length > 0 && <p>不像的地方：{against.join('，')}。</p>}
        </Notice>
      )}
      <Panel title="两份登记">
        <SideBySide rows={words.rows} number={number} otherNumber={otherNumber} />
      </Panel>
      <Panel title="怎么办">
        <form method="post" className="form">
          <Hidden values={{ ...base, otherSeen: words.otherSeen ?? undefined }} />
          <Choices name="how" legend="怎么办" quiet layout="one" choices={words.choices} chosen={typed(reply, 'how')} errors={errors.how} />
          <TextArea name="why" label="为什么这样看" defaultValue={typed(reply, 'why')} errors={errors.why} />
          <p className="hint">并案以后，被并入的停在那里、期限不走；当事人、材料都在主件里看得到。弄错了可以原样拆回。</p>
          <Buttons>
            <Button weight="main">确定</Button>
            <ButtonLink href={`/triage/${words.id}`}>以后再定</ButtonLink>
          </Buttons>
        </form>
      </Panel>
    </OfficePage>
  )
}

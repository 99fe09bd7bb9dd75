import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { revealPurposes } from '#app/domain/party/purposes'
import { hiddenIn, hiddenWords, purposeForm, reveal } from '#app/domain/party/reveal.server'
import { optionsOf } from '#app/domain/words/words'
import { disputePage } from '#app/http/dispute-page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Choices } from '#ui/choices'
import { Hidden, TextField } from '#ui/field'
import { Problem } from '#ui/problem'
import { OfficePage, typed } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '查看当事人信息·一站解纷' }]

/** What is asked for; the value itself is only in the answer to a posted purpose, never in an address. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  const { name, label } = await hiddenWords(page, hiddenIn(visit.url.searchParams))
  return {
    name,
    label,
    title: page.dispute.title,
    back: `/disputes/${page.dispute.id}/parties`,
    purposes: optionsOf(revealPurposes),
    base: formBase(visit),
  }
})

export const action = formAction(purposeForm, async ({ purpose, other }, visit) => {
  const page = await disputePage(visit)
  const value = await reveal(page, hiddenIn(visit.url.searchParams), { purpose, ...(other && { other }) })
  return Response.json({ value })
})

type Reply = { value: string } | FormReply

function Revealed({ name, label, value, back }: { name: string; label: string; value: string; back: string }) {
  return (
    <>
      <h1>
        {name}的{label}
      </h1>
      <p className="revealed num">{value}</p>
      <p className="quiet">已记下您查看过、为什么看。离开这一页就不再显示；请不要抄到别处。</p>
      <Buttons>
        <ButtonLink href={back}>回到当事人</ButtonLink>
      </Buttons>
    </>
  )
}

export default function Reveal() {
  const { name, label, title, back, purposes, base } = useLoaderData<typeof loader>()
  const answer = useActionData<Reply>()
  if (answer && 'value' in answer)
    return (
      <OfficePage width="narrow">
        <Revealed name={name} label={label} value={answer.value} back={back} />
      </OfficePage>
    )
  const errors = Object.entries(answer?.errors ?? {}).flatMap(([field, words]) => words.map((text) => ({ text, href: `#${field}` })))
  return (
    <OfficePage width="narrow">
      <p className="small quiet">{title}</p>
      <h1>
        查看{name}的{label}
      </h1>
      {answer?.problem && <Problem errors={errors.length ? errors : [answer.problem]} />}
      <form method="post" className="form">
        <Hidden values={base} />
        <Choices
          name="purpose"
          legend="为什么要看"
          choices={purposes}
          chosen={typed(answer, 'purpose')}
          errors={answer?.errors['purpose']}
          hint="谁在什么时候、为什么看过，会记录下来。"
        />
        <TextField
          name="other"
          label="其他原因"
          defaultValue={typed(answer, 'other')}
          errors={answer?.errors['other']}
          later="选“其他”时写"
        />
        <Buttons>
          <Button weight="main">查看</Button>
          <ButtonLink href={back}>不看了</ButtonLink>
        </Buttons>
      </form>
    </OfficePage>
  )
}

import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { openDraft, whatBecameOf } from '#app/domain/draft/drafts.server'
import { stepPage } from '#app/domain/draft/page.server'
import { sendStep } from '#app/domain/draft/send.server'
import { stepFields, stepIn, stepOfField } from '#app/domain/draft/steps'
import { nested } from '#app/domain/draft/values'
import { Refusal } from '#app/domain/refusal'
import { formAction, formBase, idIn, pageLoader, type FormReply, type Visit } from '#app/http/handlers.server'
import { picturesIn } from '#app/http/pictures.server'
import { AskSame, Keep } from '../http/keep'
import { FieldPage } from '../http/shell'
import { Hidden } from '#ui/field'
import { Problem } from '#ui/problem'
import { Facts } from '#ui/register/facts'
import { Parties } from '#ui/register/parties'
import { Review } from '#ui/register/review'
import { LikelySame, Same } from '#ui/register/same'
import { SoFar } from '#ui/register/so-far'
import { StepFoot } from '#ui/register/step-foot'
import type { Sheet } from '../ui/register/typed'
import { Where } from '#ui/register/where'
import { Steps } from '#ui/steps'

export const meta: MetaFunction = () => [{ title: '登记纠纷·一站解纷' }]

function stepAsked({ params }: Visit) {
  const step = stepIn(params.step)
  if (!step) throw new Refusal('notFound', '没有这一步')
  return step
}

export const loader = pageLoader(async (visit) => {
  const [id, step] = [idIn(visit, 'draftId'), stepAsked(visit)]
  const draft = await openDraft(visit.actor, id)
  if (!draft) {
    if ((await whatBecameOf(visit.actor, id)) === 'registered') throw redirect(`/disputes/${id}/receipt`)
    if (step !== 1) throw redirect(`/register/${id}/1`)
  }
  const page = await stepPage(visit.actor, id, draft, step)
  return { ...page, base: formBase(visit), account: visit.actor.accountId, fields: [...stepFields[step], 'duplicates'], stepOfField }
})

export const action = formAction(z.looseObject({ go: z.string().max(60).default('next') }), async ({ go }, visit) => {
  const photos = [...(await picturesIn(visit.form, 'pictures', 'photo')), ...(await picturesIn(visit.form, 'papers', 'identity'))]
  return sendStep({ actor: visit.actor, id: idIn(visit, 'draftId'), step: stepAsked(visit), go, sent: nested(visit.form), photos })
})

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** What the page shows: the draft, or what was typed when the form came back. */
function sheetOf(page: Page, reply: FormReply | undefined): Sheet {
  if (!reply) return { values: page.values, errors: {} }
  const others = Object.fromEntries(Object.entries(page.values).filter(([name]) => !page.fields.includes(name)))
  return { values: { ...others, ...reply.values }, errors: reply.errors }
}

/** A wrong field of this page is a jump, one of another page a link. */
const linkOf = (page: Page, name: string) => {
  const step = page.stepOfField[name.split(/[.[]/)[0] ?? ''] ?? 4
  const anchor = name.startsWith('duplicates') ? '#same' : `#${name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/-$/, '')}`
  return step === page.step || name.startsWith('duplicates') ? anchor : `/register/${page.id}/${step}${anchor}`
}

export default function RegisterStep() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const sheet = sheetOf(page, reply)
  const wrong = Object.entries(sheet.errors).flatMap(([name, words]) => (words ?? []).map((text) => ({ text, href: linkOf(page, name) })))
  const back = page.step === 1 ? { label: '草稿', href: '/register' } : { label: '上一步', href: `/register/${page.id}/${page.step - 1}` }
  return (
    <FieldPage
      back={back}
      saved={page.saved ?? '还没有存'}
      aside={<SoFar parts={page.soFar} at={page.step} reached={page.reached} />}
      foot={<StepFoot step={page.step} />}
    >
      <Steps at={page.step} of={4} />
      <h1>{page.title}</h1>
      {reply?.problem && (
        <Problem title={page.step === 4 ? '还没有登记' : '还不能往下走'} errors={wrong.length ? wrong : [reply.problem]} />
      )}
      <form
        method="post"
        action={`/register/${page.id}/${page.step}`}
        id="step"
        className="form"
        encType="multipart/form-data"
        data-keep="draft"
        key={page.step}
      >
        <button className="unseen" name="go" value={page.step === 4 ? 'save' : 'enter'} tabIndex={-1} aria-hidden="true" />
        <Hidden values={page.base} />
        {page.step !== 4 && <Same sheet={sheet} ones={page.same} last={false} />}
        {page.one && <Where sheet={sheet} words={page.one} />}
        {page.two && <Parties sheet={sheet} words={page.two} />}
        {page.two && <LikelySame ask={`/register/${page.id}/same`} />}
        {page.three && <Facts sheet={sheet} words={page.three} />}
        {page.step === 4 && <Same sheet={sheet} ones={page.same} last />}
        {page.four && <Review sheet={sheet} words={page.four} />}
      </form>
      <Keep account={page.account} />
      {page.two && <AskSame />}
    </FieldPage>
  )
}

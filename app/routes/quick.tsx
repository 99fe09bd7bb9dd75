import { data, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { typeOptions } from '#app/domain/draft/page.server'
import type { Values } from '#app/domain/draft/values'
import { isId } from '#app/domain/id'
import { quickForm } from '#app/domain/quick/form'
import { quickPage } from '#app/domain/quick/page.server'
import { settleQuick } from '#app/domain/quick/settle.server'
import { Refusal } from '#app/domain/refusal'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Button, ButtonLink } from '#ui/buttons'
import { fieldId, Hidden } from '#ui/field'
import { Problem } from '#ui/problem'
import { Quick } from '#ui/quick'
import { Keep } from '../http/keep'
import { FieldPage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '简易快办·一站解纷' }]

export const loader = pageLoader(async (visit) => ({
  words: await quickPage(visit.actor),
  types: typeOptions({}),
  base: formBase(visit),
  account: visit.actor.accountId,
}))

const settle = formAction(quickForm, async (quick, { actor, form }) => {
  const key = form.get('key')
  if (typeof key !== 'string' || !isId(key)) throw new Refusal('invalid', '页面不完整，请重新打开再填')
  const { id } = await settleQuick({ actor, quick, key })
  return `/disputes/${id}/receipt`
})

/** A form that comes back brings the types that its search found. */
export async function action(args: ActionFunctionArgs) {
  const answer = await settle(args)
  if (answer instanceof Response) return answer
  const { typeCode = '', typeQuery = '' } = answer.data.values as Values
  return data({ ...answer.data, types: typeOptions({ typeCode, typeQuery }) }, answer.init ?? undefined)
}

export default function QuickPage() {
  const { words, types, base, account } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply & { types: typeof types }>()
  const sheet = { values: reply?.values ?? {}, errors: reply?.errors ?? {} }
  const wrong = Object.entries(sheet.errors).flatMap(([name, said]) => said.map((text) => ({ text, href: `#${fieldId(name)}` })))
  const [only] = words.doors
  return (
    <FieldPage
      back={{ label: '我的待办', href: '/' }}
      saved="还没有送出"
      foot={
        <>
          <ButtonLink href="/register">改用登记</ButtonLink>
          <Button form="quick" weight="main">
            办好了
          </Button>
        </>
      }
    >
      <h1>简易快办</h1>
      <p className="quiet">当场说清、当场谈成的小事，一页办完：登记、受理、调解、口头协议；当场做了的，同时回访、办结。</p>
      {reply?.problem && <Problem title="还没有办成" errors={wrong.length ? wrong : [reply.problem]} />}
      <form method="post" action="/quick" id="quick" className="form" data-keep="page">
        <button className="unseen" name="intent" value="enter" tabIndex={-1} aria-hidden="true" formNoValidate />
        <Hidden values={{ ...base, ...(words.doors.length === 1 && only && { bodyId: only.value }) }} />
        <Quick sheet={sheet} words={words} types={reply?.types ?? types} more={reply?.intent} />
      </form>
      <Keep account={account} />
    </FieldPage>
  )
}

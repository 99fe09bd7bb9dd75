import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayRegister } from '#app/domain/dispute/permissions'
import { draftList } from '#app/domain/draft/list.server'
import { discardDraft } from '#app/domain/draft/submit.server'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Keep } from '../http/keep'
import { FieldPage } from '../http/shell'
import { Button, ButtonLink } from '#ui/buttons'
import { Hidden } from '#ui/field'
import { Problem } from '#ui/problem'

export const meta: MetaFunction = () => [{ title: '登记纠纷·一站解纷' }]

/** Drafts to go on with; without one, straight to a new registration. Nothing is written before the first page is sent. */
export const loader = pageLoader(async (visit) => {
  if (!mayRegister(visit.actor)) throw new Refusal('forbidden', '登记由网格员、调解组织、分流岗和联络员办理')
  const drafts = await draftList(visit.actor)
  const fresh = `/register/${newId()}/1`
  if (drafts.length === 0) throw redirect(fresh)
  return { drafts, fresh, base: formBase(visit), account: visit.actor.accountId }
})

export const action = formAction(z.object({ draftId: z.uuid('没有这份草稿') }), async ({ draftId }, { actor }) => {
  await discardDraft(actor, draftId)
  return '/register'
})

export default function RegisterIndex() {
  const { drafts, fresh, base, account } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <FieldPage
      back={{ label: '我的待办', href: '/' }}
      foot={
        <ButtonLink href={fresh} weight="main" wide>
          登记新的纠纷
        </ButtonLink>
      }
    >
      <h1>没有登记完的草稿</h1>
      <p className="quiet">点开接着填。换一台手机、电脑登录，也在这里。</p>
      {reply?.problem && <Problem errors={[reply.problem]} />}
      <ul className="drafts">
        {drafts.map(({ id, href, title, words }) => (
          <li key={id}>
            <a href={href}>
              <b>{title}</b>
              <span>{words}</span>
            </a>
            <form method="post">
              <Hidden values={{ ...base, draftId: id }} />
              <Button weight="plain">
                删掉
                <span className="unseen">
                  ：{title}，{words}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <Keep account={account} />
    </FieldPage>
  )
}

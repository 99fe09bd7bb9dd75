import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { importPeople } from '#app/domain/staff/table/confirm.server'
import { sheetPage } from '#app/domain/staff/table/send.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Hidden } from '#ui/field'
import { Pager } from '#ui/pager'
import { Answers, PasswordList, Sums } from '#ui/people/answers'
import { Notice, Problem } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '导入人员·一站解纷' }]

export const loader = pageLoader(async (visit) => {
  const sheet = await sheetPage(visit.actor, idIn(visit, 'sheetId'), visit.url.searchParams)
  return { sheet, base: formBase(visit), nobody: visit.url.searchParams.has('nobody') }
})

/** 确定导入: by what the domain keeps, a second press does no harm. */
export const action = formAction(z.object({}), async (_, visit) => {
  const id = idIn(visit, 'sheetId')
  await importPeople(visit.actor, id)
  return `/people/import/${id}`
})

export default function ImportedPeople() {
  const { sheet, base, nobody } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/people/import">用表格导入人员</a>
      </p>
      <h1>{sheet.done ? '导入好了' : '先看每一行，再确定导入'}</h1>
      {reply?.problem && <Problem errors={[reply.problem]} />}
      <Sums sums={sheet.sums} />
      {nobody && <Notice tone="calm">这些人都已经登录过，不用一次性密码了。</Notice>}
      {sheet.passwords && <PasswordList passwords={sheet.passwords} action={`/people/import/${sheet.id}/passwords`} base={base} />}
      {!sheet.done && (
        <form method="post">
          <Hidden values={base} />
          <Buttons>
            {sheet.good > 0 && <Button weight="main">确定导入 {sheet.good} 行</Button>}
            <ButtonLink href="/people/import">改好再传</ButtonLink>
          </Buttons>
          {sheet.good > 0 && <p className="small quiet">不能导入的行不会导入；改好以后可以把整张表再传一次，已经导入的会认出来。</p>}
        </form>
      )}
      {sheet.done && (
        <p>
          <a href="/people">回到人员</a>
        </p>
      )}
      <Answers rows={sheet.rows} />
      <Pager first={sheet.first ?? undefined} next={sheet.next ?? undefined} />
    </OfficePage>
  )
}

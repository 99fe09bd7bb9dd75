import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { reachOf } from '#app/domain/staff/reach.server'
import { mostPeople } from '#app/domain/staff/table/judge'
import { sendPeople } from '#app/domain/staff/table/send.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { tableIn } from '#app/http/table-file.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { FileField, Hidden } from '#ui/field'
import { Problem } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '导入人员·一站解纷' }]

export const loader = pageLoader(async (visit) => {
  await reachOf(visit.actor)
  return { base: formBase(visit), most: mostPeople }
})

export const action = formAction(
  z.object({}),
  async (_, { actor, form }) => `/people/import/${await sendPeople(actor, await tableIn(form))}`,
)

export default function ImportPeople() {
  const { base, most } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const errors = reply?.errors['table']
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/people">人员</a>
      </p>
      <h1>用表格导入人员</h1>
      {reply?.problem && <Problem errors={errors?.map((text) => ({ text, href: '#table' })) ?? [reply.problem]} />}
      <ol className="first-day">
        <li>
          <a href="/people/import/template">下载模板</a>，填姓名、手机号、岗位、在哪里。岗位空着就是网格员，起始日期空着就是今天
        </li>
        <li>上传填好的表格，一次最多 {most} 行。先看每一行行不行，这一步什么都不改</li>
        <li>确定导入后，下载一次性密码名单，发给本人</li>
      </ol>
      <form method="post" action="/people/import?index" encType="multipart/form-data" className="form">
        <Hidden values={base} />
        <FileField
          name="table"
          label="填好的表格"
          hint="只能用 .xlsx，不超过 2 MB"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          errors={errors}
        />
        <Buttons>
          <Button weight="main">上传，看每一行</Button>
          <ButtonLink href="/people">不导入了</ButtonLink>
        </Buttons>
      </form>
    </OfficePage>
  )
}

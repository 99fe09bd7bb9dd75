import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { exportRoll, rollExportForm, rollExportPage } from '#app/domain/roll/table/files.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Choices } from '#ui/choices'
import { Hidden, TextField } from '#ui/field'
import { Problem } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '导出名册·一站解纷' }]

export const loader = pageLoader((visit) => Promise.resolve({ ...rollExportPage(visit.actor), base: formBase(visit) }))

/** The file itself, with the numbers only for a purpose. */
export const action = formAction(rollExportForm, async (form, { actor }) => {
  const { bytes, name } = await exportRoll(actor, form)
  return tableFile(bytes, name)
})

export default function ExportRoll() {
  const { purposes, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const kept = (name: string) => (typeof reply?.values[name] === 'string' ? reply.values[name] : undefined)
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/roll">‹ 名册</a>
      </p>
      <h1>导出名册</h1>
      {reply?.problem && <Problem errors={[reply.problem]} />}
      <form method="post" className="form" data-again>
        <Hidden values={base} />
        <Choices
          name="purpose"
          legend="要不要电话、身份证号和住址"
          choices={purposes}
          chosen={kept('purpose') ?? 'masked'}
          layout="one"
          errors={reply?.errors['purpose']}
        />
        <TextField name="other" label="写明用途" later="选“其他”才填" defaultValue={kept('other')} errors={reply?.errors['other']} />
        <p className="small quiet">
          您管的人，一项任职一行，栏目和导入一样，改好可以再导进来。谁在什么时候为什么导出、多少行，会记录下来；有号码的不要放到公共电脑上。
        </p>
        <Buttons>
          <Button weight="main">导出 xlsx</Button>
          <ButtonLink href="/roll">回到名册</ButtonLink>
        </Buttons>
      </form>
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bodyBatch } from '#app/domain/settings/table/batch.server'
import { batchPage } from '#app/domain/table/batch/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { batchForm, batchSent } from '#app/http/table-batch.server'
import { TableBatch } from '#ui/table-batch'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '用表格导入调解组织·一站解纷' }]

export const loader = pageLoader(async (visit) => ({
  page: await batchPage(bodyBatch, visit.actor, visit.url.searchParams),
  base: formBase(visit),
  again: visit.url.searchParams.has('again'),
}))

export const action = formAction(batchForm, (form, visit) => batchSent(bodyBatch, form, visit))

const words = {
  title: '用表格导入调解组织',
  unit: '个',
  at: '/settings/bodies/import',
  back: { label: '调解组织和单位', href: '/settings/bodies' },
  template: '/tables/bodies',
  note: '照名称或编号用字认出已有的；空着的格子不改，要去掉的写“清空”。',
}

export default function ImportBodies() {
  const { page, base, again } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage {...(!page.sheet && { width: 'narrow' as const })}>
      <TableBatch page={page} base={base} problem={reply?.problem} wrong={reply?.errors['table']} words={words} again={again} />
    </OfficePage>
  )
}

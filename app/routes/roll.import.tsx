import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { rollBatch } from '#app/domain/roll/table/batch.server'
import { batchPage } from '#app/domain/table/batch/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { batchForm, batchSent } from '#app/http/table-batch.server'
import { TableBatch } from '#ui/table-batch'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '用表格导入名册·一站解纷' }]

export const loader = pageLoader(async (visit) => ({
  page: await batchPage(rollBatch, visit.actor, visit.url.searchParams),
  base: formBase(visit),
  again: visit.url.searchParams.has('again'),
}))

export const action = formAction(batchForm, (form, visit) => batchSent(rollBatch, form, visit))

const words = {
  title: '用表格导入名册',
  unit: '人',
  at: '/roll/import',
  back: { label: '名册', href: '/roll' },
  template: '/tables/register',
  note: '照手机号、身份证号，没有就照姓名、出生年份和组织认人；认不准的不猜。空着和带星号的格子不改，要去掉的写“清空”。',
}

export default function ImportRoll() {
  const { page, base, again } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage {...(!page.sheet && { width: 'narrow' as const })}>
      <TableBatch page={page} base={base} problem={reply?.problem} wrong={reply?.errors['table']} words={words} again={again} />
    </OfficePage>
  )
}

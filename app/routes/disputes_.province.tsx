import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isId, newId } from '#app/domain/id'
import { codeHeadings, importCodes, sendCodes } from '#app/domain/province/import.server'
import { codesPage } from '#app/domain/province/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { tableIn } from '#app/http/table-file.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Hidden } from '#ui/field'
import { Notice, Problem } from '#ui/problem'
import { TableAnswers, TableField } from '#ui/table-answers'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '写回省系统编码·一站解纷' }]

export const loader = pageLoader(async (visit) => {
  const sheet = visit.url.searchParams.get('sheet') ?? undefined
  return { ...(await codesPage(visit.actor, isId(sheet) ? sheet : null)), base: formBase(visit), heads: [...codeHeadings] }
})

export const action = formAction(
  z.object({ sheet: z.uuid('没有这份表格').optional(), key: z.uuid().optional() }),
  async ({ sheet, key }, visit) => {
    if (sheet) {
      await importCodes(visit.actor, sheet, key ?? newId())
      return `/disputes/province?sheet=${sheet}`
    }
    return `/disputes/province?sheet=${await sendCodes(visit.actor, await tableIn(visit.form))}`
  },
)

const left = '/disputes?province=1'

export default function Codes() {
  const { sheet, base, heads } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const wrong = reply?.errors['table']
  const counts = sheet ? sheet.good + sheet.look : 0
  return (
    <OfficePage {...(!sheet && { width: 'narrow' as const })}>
      <h1>写回省系统编码</h1>
      {reply?.problem && <Problem errors={wrong?.map((text) => ({ text, href: '#table' })) ?? [reply.problem]} />}
      {sheet?.done && (
        <Notice tone="done" title="已经写回">
          <a href={left}>看还没录的</a>
        </Notice>
      )}
      {sheet && !sheet.done && (
        <form method="post" className="form" encType="multipart/form-data">
          <Hidden values={{ ...base, sheet: sheet.id }} />
          <Notice tone={sheet.bad ? undefined : 'calm'} title={`可以写回 ${counts} 件，有问题 ${sheet.bad} 行`}>
            {sheet.bad > 0 && '有问题的不写；改好表格可以再传一次。'}
            {sheet.look > 0 && `有 ${sheet.look} 件会改掉原来的编码，请核对。`}
          </Notice>
          <Buttons>
            {counts > 0 && <Button weight="main">写回这 {counts} 件</Button>}
            <ButtonLink href="/disputes/province">重新上传</ButtonLink>
          </Buttons>
        </form>
      )}
      {sheet && !sheet.done && <TableAnswers caption={`共 ${sheet.rows.length} 行，有问题的在前`} heads={heads} rows={sheet.rows} />}
      {!sheet && (
        <form method="post" className="form" encType="multipart/form-data">
          <Hidden values={base} />
          <TableField template="/tables/province" hint="两栏：登记编号、省系统编码。一次最多2000行" errors={wrong} />
          <p className="small quiet">上传后先逐行核对，您确认了才写回。只有一件的，在那件的“文书卷宗”里填。</p>
          <Buttons>
            <Button weight="main">上传并核对</Button>
            <ButtonLink href={left}>看还没录的</ButtonLink>
          </Buttons>
        </form>
      )}
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isId, newId } from '#app/domain/id'
import { codeHeadings, importCodes, sendCodes } from '#app/domain/province/import.server'
import { codesPage } from '#app/domain/province/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { tableIn } from '#app/http/table-file.server'
import { TablePage } from '#ui/table-page'
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
  const counts = sheet ? sheet.good + sheet.look : 0
  const open = sheet && !sheet.done ? sheet : null
  return (
    <OfficePage {...(!sheet && { width: 'narrow' as const })}>
      <TablePage
        head={<h1>写回省系统编码</h1>}
        problem={reply?.problem}
        wrong={reply?.errors['table']}
        base={base}
        heads={heads}
        sheet={open && { ...open, total: open.rows.length }}
        sending={
          sheet
            ? null
            : {
                template: '/tables/province',
                hint: '两栏：登记编号、省系统编码。一次最多2000行',
                note: '上传后先逐行核对，您确认了才写回。只有一件的，在那件的“文书卷宗”里填。',
                links: [{ label: '看还没录的', href: left }],
              }
        }
        looking={
          open && {
            title: `可以写回 ${counts} 件，有问题 ${open.bad} 行`,
            notes: `${open.bad ? '有问题的不写；改好表格可以再传一次。' : ''}${open.look ? `有 ${open.look} 件会改掉原来的编码，请核对。` : ''}`,
            submit: counts ? `写回这 ${counts} 件` : null,
            links: [{ label: '重新上传', href: '/disputes/province' }],
          }
        }
        done={sheet?.done ? { title: '已经写回', words: <a href={left}>看还没录的</a> } : null}
      />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { isId } from '#app/domain/id'
import { importRoster, sendRoster } from '#app/domain/roster/import.server'
import { rosterPage } from '#app/domain/roster/page.server'
import { rosterHeadings } from '#app/domain/roster/rows'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { tableIn } from '#app/http/table-file.server'
import { Notice } from '#ui/problem'
import { TablePage } from '#ui/table-page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '导入名册·一站解纷' }]

export const loader = pageLoader(async (visit) => {
  const sheet = visit.url.searchParams.get('sheet') ?? undefined
  const page = await rosterPage(visit.actor, idIn(visit, 'disputeId'), idIn(visit, 'partyId'), isId(sheet) ? sheet : null)
  return { page, base: formBase(visit, page.seen), heads: [...rosterHeadings] }
})

/** A table is looked at first; the same form with its sheet's id makes it count. */
export const action = formAction(z.object({ sheet: z.uuid('没有这份表格').optional() }), async ({ sheet }, visit) => {
  const [disputeId, partyId] = [idIn(visit, 'disputeId'), idIn(visit, 'partyId')]
  if (sheet) {
    await importRoster({ ...sentOf(visit, disputeId, visit.form), actor: visit.actor }, partyId, sheet)
    return `/disputes/${disputeId}/parties#roster-${partyId}`
  }
  const id = await sendRoster(visit.actor, disputeId, partyId, await tableIn(visit.form))
  return `/disputes/${disputeId}/roster/${partyId}?sheet=${id}`
})

export default function Roster() {
  const { page, base, heads } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { disputeId, partyId } = useParams()
  const { sheet } = page
  const parties = `/disputes/${disputeId}/parties`
  const counts = sheet ? sheet.good + sheet.look : 0
  const open = sheet && !sheet.done ? sheet : null
  return (
    <OfficePage {...(!sheet && { width: 'narrow' as const })}>
      <TablePage
        head={
          <header className="act-head">
            <p className="small quiet">
              <span className="num">{page.number}</span>　<a href={parties}>{page.title}</a>
            </p>
            <h1>导入名册：{page.party}</h1>
          </header>
        }
        problem={reply?.problem}
        wrong={reply?.errors['table']}
        base={base}
        heads={heads}
        sheet={open && { ...open, total: open.rows.length }}
        sending={
          sheet
            ? null
            : {
                template: '/tables/roster',
                hint: '一次最多500人；只有姓名必填，其余知道多少填多少',
                note: '上传后先逐行核对，您确认了才算数。证件号码和手机号加密保存，页面上只显示一部分。',
                links: [{ label: '返回', href: parties }],
                before: page.there > 0 && <Notice title={`已经有 ${page.there} 人`}>再导入，会整个换成新的一份。</Notice>,
              }
        }
        looking={
          open && {
            title: `可以导入 ${counts} 人，有问题 ${open.bad} 行`,
            notes: [
              open.bad > 0 && '有问题的不导入；改好表格可以再传一次。',
              open.sum && `金额合计 ${open.sum} 元。`,
              page.there > 0 && `原来的 ${page.there} 人会整个换成这一份。`,
            ],
            submit: counts ? `导入这 ${counts} 人` : null,
            links: [
              { label: '重新上传', href: `/disputes/${disputeId}/roster/${partyId}` },
              { label: '先不导入', href: parties },
            ],
          }
        }
        done={sheet?.done ? { title: '已经导入', words: <a href={parties}>看名册</a> } : null}
      />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { isId } from '#app/domain/id'
import { importRoster, sendRoster } from '#app/domain/roster/import.server'
import { rosterPage } from '#app/domain/roster/page.server'
import { rosterHeadings } from '#app/domain/roster/rows'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { tableIn } from '#app/http/table-file.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Hidden } from '#ui/field'
import { Notice, Problem } from '#ui/problem'
import { TableAnswers, TableField } from '#ui/table-answers'
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
  const wrong = reply?.errors['table']
  const counts = sheet ? sheet.good + sheet.look : 0
  return (
    <OfficePage {...(!sheet && { width: 'narrow' as const })}>
      <header className="act-head">
        <p className="small quiet">
          <span className="num">{page.number}</span>　<a href={parties}>{page.title}</a>
        </p>
        <h1>导入名册：{page.party}</h1>
      </header>
      {reply?.problem && <Problem errors={wrong?.map((text) => ({ text, href: '#table' })) ?? [reply.problem]} />}
      {sheet?.done && (
        <Notice tone="done" title="已经导入">
          <a href={parties}>看名册</a>
        </Notice>
      )}
      {sheet && !sheet.done && (
        <form method="post" className="form" encType="multipart/form-data">
          <Hidden values={{ ...base, sheet: sheet.id }} />
          <Notice tone={sheet.bad ? undefined : 'calm'} title={`可以导入 ${counts} 人，有问题 ${sheet.bad} 行`}>
            {sheet.bad > 0 && '有问题的不导入；改好表格可以再传一次。'}
            {sheet.sum && `金额合计 ${sheet.sum} 元。`}
            {page.there > 0 && `原来的 ${page.there} 人会整个换成这一份。`}
          </Notice>
          <Buttons>
            {counts > 0 && <Button weight="main">导入这 {counts} 人</Button>}
            <ButtonLink href={`/disputes/${disputeId}/roster/${partyId}`}>重新上传</ButtonLink>
            <ButtonLink href={parties}>先不导入</ButtonLink>
          </Buttons>
        </form>
      )}
      {sheet && !sheet.done && <TableAnswers caption={`共 ${sheet.rows.length} 行，有问题的在前`} heads={heads} rows={sheet.rows} />}
      {!sheet && (
        <form method="post" className="form" encType="multipart/form-data">
          <Hidden values={base} />
          {page.there > 0 && <Notice title={`已经有 ${page.there} 人`}>再导入，会整个换成新的一份。</Notice>}
          <TableField template="/tables/roster" hint="一次最多500人；只有姓名必填，其余知道多少填多少" errors={wrong} />
          <p className="small quiet">上传后先逐行核对，您确认了才算数。证件号码和手机号加密保存，页面上只显示一部分。</p>
          <Buttons>
            <Button weight="main">上传并核对</Button>
            <ButtonLink href={parties}>返回</ButtonLink>
          </Buttons>
        </form>
      )}
    </OfficePage>
  )
}

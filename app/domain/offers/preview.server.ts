import { db, reading } from '#app/db/client.server'
import { standings } from '../conflict/links.server'
import { findingWords } from '../conflict/words'
import { dayIn } from '../calendar/days'
import { shortDay } from '../dispute/show/deadlines'
import type { EventRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'
import { shortNames, veiled } from '../dispute/show/preview'
import { mediatorsOf } from '../forms/people.server'
import { returnReasons } from '../words/reasons'
import { isCode } from '../words/words'

export type PreviewWords = { label: string; value: string }[]

const said = ({ texts }: EventRow, ...kinds: string[]) =>
  texts
    .filter(({ kind, audience }) => audience === 'path' && kinds.includes(kind))
    .map(({ text }) => text)
    .join('；')

/** Where it has been: who gave it back, why, and what was done there already. */
const before = ({ rows, known, today }: DisputePage) =>
  rows.events
    .filter(({ type }) => type === 'return')
    .map((event) => {
      const reason = typeof event.detail.reason === 'string' && isCode(returnReasons, event.detail.reason) ? event.detail.reason : 'other'
      const body = (event.legId && known.legs.get(event.legId)?.body) || '一个组织'
      return [`${shortDay(dayIn(new Date(event.happenedAt)), today)}${body}退回：${returnReasons[reason].label}`, said(event, 'note')]
        .filter(Boolean)
        .join('。已经做的：')
    })
    .join('；')

/** What ties the body's own people have to the sides, in words and without a side's name; the body's people alone are looked at. */
async function ties({ actor, dispute, now }: DisputePage): Promise<string> {
  const bodyId = dispute.leg?.bodyId
  if (!bodyId) return ''
  const people = await mediatorsOf([bodyId], now)
  const [found, parties] = await Promise.all([
    standings(reading, { accountIds: people.map(({ id }) => id) }, [dispute.id]),
    db.party.findMany({ where: { disputeId: dispute.id }, select: { name: true, kind: true, helpers: { select: { name: true } } } }),
  ])
  const names = shortNames(
    parties.flatMap(({ name, kind, helpers }) => [{ name, kind }, ...helpers.map((one) => ({ name: one.name, kind: 'person' }))]),
  )
  const own = new Map(people.map(({ id, name }) => [id, id === actor.accountId ? '您本人' : name]))
  const lines = found.flatMap(({ mediatorId, findings }) =>
    findings.map((finding) => `${own.get(mediatorId) ?? '调解员'}：${veiled(findingWords(finding), names)}`),
  )
  return lines.length ? lines.join('；') : `本组织 ${people.length} 人，没有查到和双方的关系；知道有的，指派前说明`
}

/** 先看清再接: why it came here, what the sides were told, what was done before, ties of the own people. Null unless it waits to be taken. Three statements. */
export async function previewOf(page: DisputePage): Promise<PreviewWords | null> {
  if (!page.sight.preview || page.sight.sealed) return null
  const offer = page.rows.events.findLast(({ type }) => type === 'offer')
  const told = page.rows.events.map((event) => said(event, 'told', 'ways', 'advice')).filter(Boolean)
  return [
    { label: '为什么到这里', value: offer ? said(offer, 'why') : '' },
    { label: '已告知双方', value: told.join('；') },
    { label: '到过哪里', value: before(page) },
    { label: '利害关系', value: await ties(page) },
    { label: '接收以前', value: '只看到办不办得了要用的：双方姓名缩写，没有电话、证件、门牌和材料；受理以后都看得到' },
  ].filter(({ value }) => value !== '')
}

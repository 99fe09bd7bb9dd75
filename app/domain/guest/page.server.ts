import { read } from '#app/db/client.server'
import { formatDay, formatInstant } from '../calendar/days'
import type { Sent } from '../dispute/advance.server'
import { actWithPhotos } from '../file/act-with-photos.server'
import { isId } from '../id'
import { failureLimit } from '../people/failures.server'
import { keyedHash } from '../privacy/hash.server'
import { Refusal, wrong } from '../refusal'
import { stepRequestWithin } from '../request/steps.server'
import { typeLabel } from '../types/dispute-types'
import { requestRoles } from '../words/body-kinds'
import { labelOf } from '../words/words'
import { heldBy } from './links.server'

type Row = {
  number: string
  typeCode: string
  subtypeCode: string | null
  sealed: boolean
  body: string
  phone: string | null
  role: string
  asked: string | null
  answerBy: string | null
  nextAt: Date | null
  agreed: string[]
  names: string[]
}

/** Who needs what both sides agree on to do what he is asked; nobody else reads it. */
const needsFacts: readonly string[] = ['joint', 'guide', 'review', 'expert']
/** Who has to know when the next meeting is. */
const comes: readonly string[] = ['joint', 'onSite', 'translate', 'guide', 'other', 'expert']

/** Neither names nor long numbers (telephones, identity papers, accounts). */
const bare = (text: string, names: readonly string[]) =>
  [...names]
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((said, name) => said.replaceAll(name, '当事人'), text)
    .replace(/\d[\d\- ]{5,}[\dXx]/g, '……')

/** What a guest reads: what he is asked, by whom, by when; the rest only as far as the role needs it. Null: sight has ended. */
export async function guestPage(held: string | null, now = new Date()) {
  const mine = await heldBy(held, now)
  if (!mine) return null
  const [row] = await read<Row[]>`
    select d.number, d.type_code as "typeCode", d.subtype_code as "subtypeCode", d.sealed, coalesce(b.name, t.name || '分流岗') as body, b.phone,
      r.role_text as role, r.asked_text as asked, to_char(r.answer_by, 'YYYY-MM-DD') as "answerBy",
      (select s.starts_at from sitting s where s.dispute_id = d.id and s.status = 'planned' and s.starts_at > ${now} order by s.starts_at limit 1) as "nextAt",
      array(select x.text from event_text x join dispute_event e on e.id = x.event_id where e.dispute_id = d.id and x.kind = 'agreedFacts'
        and x.erased_at is null order by e.version) as agreed,
      array(select p.name from party p where p.dispute_id = d.id) as names
    from request r join dispute d on d.id = r.dispute_id join area t on t.id = d.township_id
      left join leg l on l.dispute_id = d.id and l.ended_at is null left join body b on b.id = l.body_id
    where r.id = ${mine.requestId}::uuid and r.dispute_id = ${mine.disputeId}::uuid`
  if (!row) return null
  const { role, sealed } = row
  return {
    name: mine.name,
    number: row.number,
    title: sealed ? '一件纠纷' : `一件${typeLabel(row.typeCode, row.subtypeCode)}纠纷`,
    body: row.body,
    phone: row.phone,
    role: labelOf(requestRoles, role),
    asked: row.asked ?? '',
    ...(row.answerBy && { until: `请在${formatDay(row.answerBy)}前答复` }),
    ...(row.nextAt && comes.includes(role) && { next: formatInstant(row.nextAt) }),
    facts: sealed || !needsFacts.includes(role) ? [] : row.agreed.map((text) => bare(text, row.names)),
  }
}
export type GuestPage = NonNullable<Awaited<ReturnType<typeof guestPage>>>

/** What a guest may say. Each of them answers the request, and with it what he sees ends. */
export const guestAnswers = {
  willing: { label: '愿意参加', step: 'answer' },
  difficult: { label: '有困难', step: 'answer' },
  unwilling: { label: '不愿意', step: 'refuse' },
} as const
export type GuestAnswer = keyof typeof guestAnswers
export const isGuestAnswer = (text: unknown): text is GuestAnswer => typeof text === 'string' && Object.hasOwn(guestAnswers, text)

const limit = failureLimit('guestAct', { near: 10, far: 30 })
const mostPhotos = 6
const mostWords = 1000

export type FromGuest = {
  held: string | null
  key: unknown
  answer: unknown
  text: string
  photos?: readonly Buffer[]
  from: string
  now?: Date
}

/** Answers as the guest. Throws Refusal: notFound (sight has ended), tooMany, invalid beside `answer`, `text` or `photos`. */
export async function answerAsGuest({ held, key, answer, text, photos = [], from, now = new Date() }: FromGuest): Promise<void> {
  const mine = await heldBy(held, now)
  if (!mine) throw new Refusal('notFound', '链接已经停用，或者已经答复过了')
  if (typeof key !== 'string' || !isId(key)) throw new Refusal('invalid', '页面不完整，请重新打开再填')
  const waits = await limit.take({ what: keyedHash('queryCode', `guest ${mine.requestId}`), from })
  if (waits > 0) throw new Refusal('tooMany', `发得太多了，请过 ${Math.ceil(waits / 60)} 分钟再发`)
  if (!isGuestAnswer(answer)) throw wrong('answer', '请选愿意不愿意')
  if (text.length > mostWords) throw wrong('text', `太长了，最多 ${mostWords} 个字；长的材料可以拍照`)
  const { label, step } = guestAnswers[answer]
  const { disputeId, requestId } = mine
  const sent: Sent = { actor: { kind: 'guest', disputeId, requestId }, disputeId, seen: Number.MAX_SAFE_INTEGER, key, now }
  const words = [label, text.trim()].filter(Boolean).join('：')
  await actWithPhotos(sent, photos, mostPhotos, (file) => stepRequestWithin(file, { requestId, step, text: words }))
}

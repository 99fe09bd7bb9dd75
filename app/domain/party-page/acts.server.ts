import { z } from 'zod'
import { dateOf, dayIn, formatShortDay } from '../calendar/days'
import { act, type Sent } from '../dispute/advance.server'
import { addNote, addNoteWithin } from '../dispute/annotate.server'
import { isId, newId } from '../id'
import { failureLimit } from '../people/failures.server'
import { keyedHash } from '../privacy/hash.server'
import { settleQuestion } from '../question/questions.server'
import { Refusal, wrong } from '../refusal'
import { readDays, sayAwayWithin } from '../schedule/party-away.server'
import { isFormToken, ownOf, type Own } from './own.server'

/** What the page may send: each is told to whoever has the case, none moves it (U33). */
export const partyActs = ['chase', 'away', 'supplement', 'stop', 'change', 'again', 'answer'] as const
export type PartyAct = (typeof partyActs)[number]
export const isPartyAct = (text: unknown): text is PartyAct => partyActs.some((one) => one === text)

export type FromParty = {
  ticket: string | null
  token: unknown
  key: unknown
  act: PartyAct
  text?: string
  questionId?: string
  /** First and last of the days on which the party cannot come. */
  days?: { fromDay: string; toDay: string }
  photos?: readonly Buffer[]
  /** The address that it came from. */
  from: string
  now?: Date
}

/** As many as one case's page takes in a quarter of an hour. */
const limit = failureLimit('partyAct', { near: 12, far: 40 })

/** Longest text of one message, in characters. */
export const mostWords = 1000
const message = z.string().trim().max(mostWords, `太长了，最多 ${mostWords} 个字；长的材料可以拍照`)

async function demandOwn({ ticket, token, now }: FromParty): Promise<Own> {
  const own = await ownOf(ticket, now)
  if (!own || !ticket) throw new Refusal('notFound', '时间到了，请重新填编号和查询码')
  if (!isFormToken(token, ticket)) throw new Refusal('forbidden', '页面不完整，请重新打开再办')
  return own
}

/** 催一下: once a day for a case, told to whose desk it is on. */
const chase = (sent: Sent, partyId: string | null) =>
  act(sent, async (file) => {
    if (file.handling.desk === 'none') throw new Refusal('notNow', '这件事已经办完，不用催；事情又起来了，请选“事情又起来了”')
    const day = dateOf(dayIn(file.now))
    const { count } = await file.tx.chase.createMany({
      data: [{ id: newId(), disputeId: file.id, partyId, day, recordedAt: file.now }],
      skipDuplicates: true,
    })
    if (!count) throw new Refusal('notNow', '今天已经催过了，明天还可以再催；急的请打电话')
    await addNoteWithin(file, { wish: 'chase', note: '当事人在查询页催办' })
  })

/** 有几天来不了: kept with the party, and told to whose desk it is on. */
const cannotCome = (sent: Sent, partyId: string | null, days: FromParty['days'], note: string) =>
  act(sent, async (file) => {
    if (!partyId) throw new Refusal('notNow', '系统不知道您是哪一位，请打电话说')
    const { fromDay, toDay } = readDays(days?.fromDay, days?.toDay)
    await sayAwayWithin(file, { partyId, fromDay, toDay, ...(note && { note }) })
    await addNoteWithin(file, {
      wish: 'supplement',
      note: `${formatShortDay(fromDay)}到${formatShortDay(toDay)}来不了${note ? `：${note}` : ''}`,
    })
  })

const wishes = { stop: '不想调解了', change: '想换一位调解员', again: '事情又起来了，请求重新办理' } as const

/**
 * What a party sends from the own page. Throws Refusal: notFound (the ticket opens nothing), forbidden (the form is of
 * another page), tooMany, notNow, invalid beside `text` or `photos`.
 */
export async function doAsParty(from: FromParty): Promise<void> {
  const { key, act: name, questionId, days, photos = [], now = new Date() } = from
  const own = await demandOwn(from)
  if (typeof key !== 'string' || !isId(key)) throw new Refusal('invalid', '页面不完整，请重新打开再办')
  const waits = await limit.take({ what: keyedHash('queryCode', `acts ${own.disputeId}`), from: from.from })
  if (waits > 0) throw new Refusal('tooMany', `发得太多了，请过 ${Math.ceil(waits / 60)} 分钟再发，急的请打电话`)
  const read = message.safeParse(from.text ?? '')
  if (!read.success) throw wrong('text', read.error.issues[0]?.message ?? '没有填对')
  const text = read.data
  const sent: Sent = { actor: own.actor, disputeId: own.disputeId, seen: Number.MAX_SAFE_INTEGER, key, now }
  switch (name) {
    case 'chase':
      await chase(sent, own.partyId)
      return
    case 'away':
      await cannotCome(sent, own.partyId, days, text)
      return
    case 'answer':
      if (!text) throw wrong('text', '请写答复')
      if (!isId(questionId)) throw new Refusal('notFound', '没有这一项，请重新打开页面')
      await settleQuestion(sent, { questionId, answer: text })
      return
    case 'supplement':
      if (!text && !photos.length) throw wrong('text', '请写一写是什么情况，或者选照片')
      return addNote(sent, { wish: 'supplement', note: text || `照片、文件 ${photos.length} 份` }, photos)
    default:
      return addNote(sent, { wish: name, note: [wishes[name], text].filter(Boolean).join('：') })
  }
}

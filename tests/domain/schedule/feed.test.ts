import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import * as accounts from '#app/domain/people/accounts.server'
import { calendarAt, endFeed, feedSince, renewFeed } from '#app/domain/schedule/feed.server'
import { calendarOf, folded } from '#app/domain/schedule/ics'
import { cancelSitting, moveSitting, planSitting } from '#app/domain/schedule/sittings.server'
import { daysAfter } from '../../support/clock'
import { person } from '../../support/people'
import { aVenue, at, underMediation } from '../../support/schedule'

let mediator: Person
let head: Person
beforeAll(async () => {
  mediator = await person('mediator-room-maguotou-1')
  head = await person('head-room-maguotou')
})
afterEach(() => db.$executeRaw`update sitting_seat set released_at = now() where released_at is null`)

const tokenOf = async (actor: Person) => (await renewFeed({ actor, key: newId() })) ?? ''
const line =
  /^(BEGIN:(VCALENDAR|VEVENT)|END:(VCALENDAR|VEVENT)|VERSION:2\.0|PRODID:-\/\/yizhan\/\/schedule\/\/ZH|CALSCALE:GREGORIAN|METHOD:PUBLISH|X-WR-CALNAME:调解会|REFRESH-INTERVAL;VALUE=DURATION:PT1H|UID:[0-9a-f-]{36}@yizhan|SEQUENCE:\d+|(DTSTAMP|DTSTART|DTEND):\d{8}T\d{6}Z|SUMMARY:调解会|STATUS:(CONFIRMED|CANCELLED)|TRANSP:(OPAQUE|TRANSPARENT))$/
const linesOf = (text: string) => {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.slice(0, -2).split('\r\n')
}

describe('the calendar of somebody', () => {
  test('whatever the dispute, the room and the notes hold, each line is one that says 调解会, a time or nothing', async () => {
    const { story } = await underMediation()
    const token = await tokenOf(mediator)
    let day = 0
    await fc.assert(
      fc.asyncProperty(
        fc.record({ title: words, name: words, place: words, note: words, room: words }),
        async ({ title, name, place, note, room }) => {
          day += 1
          await db.dispute.update({ where: { id: story.id }, data: { title, placeText: place } })
          await db.party.updateMany({ where: { disputeId: story.id }, data: { name } })
          const venueId = await aVenue(room || '间')
          const on = new Date(at('2026-04-01', 9).startsAt.getTime() + day * 86_400_000)
          const times = { startsAt: on, endsAt: new Date(on.getTime() + 3_600_000) }
          await planSitting(await story.sent(mediator), {
            kind: 'joint',
            ...times,
            note,
            anyway: true,
            why: note,
            ...(day % 2 ? { venueId } : { placeText: place }),
          })
          const text = await calendarAt(token, 'here', story.now)
          for (const one of linesOf(text)) expect(one).toMatch(line)
          expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(day)
        },
      ),
      { numRuns: 15 },
    )
  }, 120_000)

  test('moved, it is the same event with a higher number; called off, it says so for a month, then is gone', async () => {
    const { story } = await underMediation()
    const token = await tokenOf(mediator)
    const id = (await planSitting(await story.sent(mediator), { kind: 'joint', ...at('2026-03-09', 9) })) ?? ''
    const eventOf = async (now = story.now) => {
      const [, rest] = (await calendarAt(`${token}.ics`, 'here', now)).split(`UID:${id}@yizhan`)
      return rest?.split('END:VEVENT')[0]
    }
    expect(await eventOf()).toMatch(
      /SEQUENCE:0\r\nDTSTART:20260309T010000Z\r\nDTEND:20260309T030000Z\r\nSUMMARY:调解会\r\nSTATUS:CONFIRMED/,
    )
    await moveSitting(await story.sent(mediator), id, { kind: 'joint', ...at('2026-03-10', 14) })
    expect(await eventOf()).toMatch(/SEQUENCE:1\r\nDTSTART:20260310T060000Z/)
    await cancelSitting(await story.sent(mediator), id)
    expect(await eventOf()).toMatch(/SEQUENCE:2[^]*STATUS:CANCELLED/)
    expect(await eventOf(daysAfter(story.now, 40))).toBeUndefined()
  })

  test('named to somebody else, it is called off in the one calendar and stands in the other', async () => {
    const { story } = await underMediation()
    const other = await person('mediator-room-maguotou-2')
    const [mine, theirs] = [await tokenOf(mediator), await tokenOf(other)]
    const id = (await planSitting(await story.sent(mediator), { kind: 'joint', ...at('2026-03-09', 9) })) ?? ''
    await story.does(head, { type: 'assign', mediatorIds: [other.accountId] })
    const stateOf = async (token: string) => (await calendarAt(token, 'here', story.now)).split(`UID:${id}`)[1]?.match(/STATUS:(\w+)/)?.[1]
    expect([await stateOf(mine), await stateOf(theirs)]).toEqual(['CANCELLED', 'CONFIRMED'])
  })

  test('no line is longer than 75 octets, and a character is never cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !/[\r\n]/.test(text)),
        (text) => {
          const parts = folded(text).split('\r\n')
          for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
          expect(parts.map((part, place) => (place ? part.slice(1) : part)).join('')).toBe(text)
        },
      ),
    )
    expect(linesOf(calendarOf([]))).toHaveLength(8)
  })
})

const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll('\0', ''))

describe('its address', () => {
  const gone = { code: 'notFound' }

  test('is kept as a hash; renewed, ended and stopped with the account it opens nothing', async () => {
    const first = await tokenOf(mediator)
    expect(await calendarAt(first, 'here')).toContain('BEGIN:VCALENDAR')
    const [row] = await db.calendarFeed.findMany({ where: { accountId: mediator.accountId } })
    expect(JSON.stringify(row)).not.toContain(first)
    const second = await tokenOf(mediator)
    await expect(calendarAt(first, 'here')).rejects.toMatchObject(gone)
    await calendarAt(second, 'here')
    await endFeed({ actor: mediator, key: newId() })
    expect(await feedSince(mediator)).toBeNull()
    await expect(calendarAt(second, 'here')).rejects.toMatchObject(gone)
    await expect(endFeed({ actor: mediator, key: newId() })).rejects.toMatchObject({ code: 'notNow' })
    const { accountId } = await person('mediator-room-maguotou-2')
    const theirs = await tokenOf(await person('mediator-room-maguotou-2'))
    await inTransaction((tx) => accounts.stopAccount(tx, accountId, 'operator'))
    await expect(calendarAt(theirs, 'here')).rejects.toMatchObject(gone)
    await inTransaction((tx) => accounts.restoreAccount(tx, accountId, 'operator'))
    await expect(calendarAt(theirs, 'here')).rejects.toMatchObject(gone)
  })

  test('a form sent twice makes one address, and shows it once', async () => {
    const key = newId()
    const token = await renewFeed({ actor: head, key })
    expect(await renewFeed({ actor: head, key })).toBeUndefined()
    await calendarAt(token ?? '', 'here')
  })

  test('unknown ones are not found, and soon too many; a good one goes on working from there', async () => {
    const good = await tokenOf(head)
    for (const none of ['', 'x', `${'A'.repeat(43)}`, `${'A'.repeat(43)}.ics.ics`, '../../etc', '%00'])
      await expect(calendarAt(none, 'elsewhere')).rejects.toMatchObject(gone)
    for (let no = 0; no < 24; no += 1) await calendarAt('x', 'elsewhere').catch(() => {})
    await expect(calendarAt('x', 'elsewhere')).rejects.toMatchObject({ code: 'tooMany' })
    expect(await calendarAt(good, 'elsewhere')).toContain('BEGIN:VCALENDAR')
  })
})

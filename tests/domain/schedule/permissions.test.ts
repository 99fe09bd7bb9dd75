import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { dateOf } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { shellOf } from '#app/domain/people/shell.server'
import { planSitting } from '#app/domain/schedule/sittings.server'
import { saveVenue, venuesPage } from '#app/domain/schedule/venues.server'
import { weekPage } from '#app/domain/schedule/week.server'
import type { Story } from '../../support/disputes'
import { bodyId, person } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { aVenue, at, underMediation } from '../../support/schedule'

const keys = {
  mediator: 'mediator-room-maguotou-1',
  colleague: 'mediator-room-maguotou-2',
  head: 'head-room-maguotou',
  committee: 'head-township-530702004000',
  other: 'head-industry-medical',
  triage: 'triage-530702004000-1',
  court: 'liaison-court',
} as const
type Who = keyof typeof keys

let who: Record<Who, Person>
let story: Story
let room: string
let committeeRoom: string
const week = '2026-W11'

beforeAll(async () => {
  const people = await Promise.all(Object.values(keys).map(person))
  who = Object.fromEntries(Object.keys(keys).map((key, place) => [key, people[place]])) as Record<Who, Person>
  ;({ story } = await underMediation())
  room = await aVenue('窗边的')
  committeeRoom = await aVenue('街道的', 'township-530702004000')
  await planSitting(await story.sent(who.mediator), { kind: 'joint', ...at('2026-03-09', 9), venueId: committeeRoom })
})

const shown = async (part: Who, body: string | null) => {
  const page = await weekPage(who[part], { week, body }, story.now)
  return Object.values(page.cells).flatMap((days) => Object.values(days).flat())
}

describe('日程', () => {
  test.each<[Who, 'maguotou' | 'township' | 'mine' | null, string | null]>([
    ['mediator', null, 'words'],
    ['mediator', 'mine', 'words'],
    ['mediator', 'maguotou', 'words'],
    ['head', null, 'words'],
    ['head', 'mine', 'nothing'],
    ['colleague', 'maguotou', 'taken'],
    ['colleague', null, 'nothing'],
    ['committee', 'township', 'taken'],
    ['committee', 'maguotou', null],
    ['other', 'maguotou', null],
    ['other', null, 'nothing'],
    ['court', null, 'nothing'],
    ['court', 'maguotou', null],
    ['triage', null, null],
    ['triage', 'maguotou', null],
  ])('%s looking at %s sees %s', async (part, body, what) => {
    const asked = body === null || body === 'mine' ? body : await bodyId(body === 'maguotou' ? 'room-maguotou' : 'township-530702004000')
    if (what === null) {
      expect((await refusalOf(weekPage(who[part], { week, body: asked }, story.now)))[0]).toBe(404)
      return
    }
    const { title } = await story.row()
    const said = (await shown(part, asked)).map((one) => (one.href ? one.title : `${one.title}${one.about}`))
    expect(said).toEqual(what === 'words' ? [title] : what === 'taken' ? ['已约'] : [])
  })

  test('a sealed one is taken for everybody but who handles it', async () => {
    await db.dispute.update({ where: { id: story.id }, data: { sealed: true } })
    expect((await shown('mediator', null))[0]?.href).toBeTruthy()
    expect((await shown('committee', null)).map(({ title, about }) => title + about)).toEqual(['已约'])
    await db.dispute.update({ where: { id: story.id }, data: { sealed: false } })
  })

  test('stands in the bar of who sits in a body, and of nobody else; an absurd week is this one', async () => {
    for (const [part, there] of [
      ['mediator', true],
      ['head', true],
      ['court', true],
      ['triage', false],
    ] as const)
      expect((await shellOf(who[part])).nav.some(({ href }) => href === '/schedule')).toBe(there)
    expect((await weekPage(who.head, { week: '2026-W99', body: null }, story.now)).days[0]?.key).toBe('2026-03-02')
  })
})

describe('调解场所', () => {
  const typed = { act: 'venue' as const, name: '新的', note: undefined, validFrom: '2026-01-01' }

  test('are kept by the head and the administrator of the body; for others there is no such page', async () => {
    const id = await bodyId('room-maguotou')
    const admin = await person('admin')
    for (const part of ['mediator', 'committee', 'other', 'triage', 'court'] as const) {
      expect((await refusalOf(venuesPage(who[part], id, null)))[0]).toBe(404)
      expect((await refusalOf(saveVenue({ actor: who[part], key: newId() }, id, typed)))[0]).toBe(404)
    }
    expect((await venuesPage(who.head, id, room)).form.title).toBe('改动：窗边的')
    expect((await venuesPage(admin, id, null)).rows.length).toBeGreaterThan(0)
    await saveVenue({ actor: who.head, key: newId() }, id, typed)
    expect(await refusalOf(saveVenue({ actor: who.head, key: newId() }, id, typed))).toMatchObject([
      400,
      expect.anything(),
      { name: '已经有叫这个名称的场所' },
    ])
    // A room of another body is not changed by way of one's own.
    expect((await refusalOf(saveVenue({ actor: who.head, key: newId() }, id, { ...typed, venueId: committeeRoom, name: '占了' })))[0]).toBe(
      404,
    )
  })

  test('is not closed over what is planned in it, nor over what somebody else changed', async () => {
    const id = await bodyId('township-530702004000')
    const setting = { actor: who.committee, key: newId(), now: story.now }
    const closing = { ...typed, venueId: committeeRoom, name: '街道的', validTo: '2026-03-08' }
    expect((await refusalOf(saveVenue(setting, id, closing)))[2]).toHaveProperty('validTo')
    const { form } = await venuesPage(who.committee, id, committeeRoom)
    await db.venue.update({ where: { id: committeeRoom }, data: { seats: 9 } })
    expect(
      (await refusalOf(saveVenue({ ...setting, key: newId(), seen: form.seen ?? '' }, id, { ...closing, validTo: undefined })))[0],
    ).toBe(409)
    await saveVenue({ ...setting, key: newId() }, id, { ...closing, validTo: '2026-03-09' })
    expect((await db.venue.findUniqueOrThrow({ where: { id: committeeRoom } })).validTo).toEqual(dateOf('2026-03-09'))
  })
})

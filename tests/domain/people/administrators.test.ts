import { beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { instantOf } from '#app/domain/calendar/days'
import { loadDispute } from '#app/domain/dispute/load.server'
import { newId } from '#app/domain/id'
import { actorOfSession } from '#app/domain/people/actor.server'
import { acceptLink } from '#app/domain/people/one-time-link.server'
import { oneTimeDays, welcomeOf } from '#app/domain/people/one-time-password.server'
import { signIn } from '#app/domain/people/sign-in.server'
import { Refusal } from '#app/domain/refusal'
import { changePerson, createPerson } from '#app/domain/staff/acts.server'
import { newPersonForm, personActForm } from '#app/domain/staff/forms'
import { peoplePage } from '#app/domain/staff/list.server'
import { placesIn, reachOf } from '#app/domain/staff/reach.server'
import { showPerson } from '#app/domain/staff/show.server'
import { aReport } from '../../support/disputes'
import { areaId, bodyId, dayan, district, longquan, people, person, shuhe, type Part } from '../../support/people'
import { newPhone } from './staff'

const from = '10.1.2.3'
let cast: Record<Part, Person>
let township: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
})

const said = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? (Object.keys(error.fields)[0] ?? error.code) : Promise.reject(error)),
  )
const area = async (code: string) => `area:${await areaId(code)}`
const body = async (key: string) => `body:${await bodyId(key)}`
const sentBy = (actor: Person) => ({ actor, key: newId() })

const make = async (actor: Person, given: { role: string; place: string; from?: string; to?: string; phone?: string }) =>
  createPerson(sentBy(actor), newPersonForm.parse({ name: '和丽花', phone: newPhone(), from: '2026-01-01', ...given }))
const act = (actor: Person, id: string, form: Record<string, unknown>) => changePerson(sentBy(actor), id, personActForm.parse(form))

describe('who may give which post', () => {
  const table = async (actor: Person) => {
    const places = {
      区: await area(district),
      束河: await area(shuhe),
      龙泉: await area(longquan),
      大研: await area(dayan),
      调解室: await body('room-maguotou'),
      村调委会: await body(`village-${longquan}`),
      法院: await body('court'),
      派出所: await body(`police-${shuhe}`),
    }
    const roles = ['grid', 'mediator', 'head', 'triage', 'duty', 'bureau', 'court', 'organ', 'leader', 'admin']
    const lines: string[] = []
    for (const role of roles) {
      const may: string[] = []
      for (const [word, place] of Object.entries(places)) if ((await said(make(actor, { role, place }))) === 'done') may.push(word)
      lines.push(`${role} ${may.join(' ')}`.trim())
    }
    return lines
  }

  test('an administrator of the district: all, each where it belongs', async () => {
    expect(await table(cast.admin)).toEqual([
      'grid 束河 龙泉 大研',
      'mediator 调解室 村调委会',
      'head 调解室 村调委会',
      'triage 区 束河 大研',
      'duty 区 束河 大研',
      'bureau 区',
      'court 法院',
      'organ 派出所',
      'leader 区 束河 龙泉 大研',
      'admin 区 束河 大研',
    ])
  })

  test('an administrator of a township: in the township only, nothing of the district, no administrator', async () => {
    const allowed = await table(township)
    expect(allowed.join('；')).not.toMatch(/区|大研|法院/)
    expect(allowed.filter((line) => /^(bureau|court|admin)/.test(line))).toEqual(['bureau', 'court', 'admin'])
    expect(allowed).toContain('grid 束河 龙泉')
    expect(allowed).toContain('triage 束河')
    expect(allowed).toContain('organ 派出所')
  })

  test('nobody else gives any, or looks at people at all', async () => {
    const others = Object.entries(cast).filter(([part]) => part !== 'admin')
    for (const [, actor] of others) {
      expect(await said(make(actor, { role: 'grid', place: await area(longquan) }))).toBe('forbidden')
      expect(await said(peoplePage(actor, new URLSearchParams()))).toBe('forbidden')
      expect(await said(showPerson(actor, cast.grid.accountId))).toBe('forbidden')
    }
  })
})

describe('whom an administrator looks after', () => {
  test('of a township: who has all posts there; the rest is not found, whatever is tried', async () => {
    expect((await showPerson(township, cast.grid.accountId)).name).toBe(cast.grid.name)
    expect(JSON.stringify(await showPerson(township, cast.grid.accountId))).not.toMatch(/\b1\d{10}\b/)
    for (const foreign of [cast.admin, cast.duty, cast.bureau, cast.otherLeader, cast.otherTriage, township]) {
      expect(await said(showPerson(township, foreign.accountId))).toBe('notFound')
      for (const form of [
        { act: 'stop' },
        { act: 'reset' },
        { act: 'restore' },
        { act: 'give', role: 'grid', place: await area(longquan), from: '2026-01-01' },
      ])
        expect(await said(act(township, foreign.accountId, form))).toBe('notFound')
    }
    expect(await said(act(township, newId(), { act: 'stop' }))).toBe('notFound')
  })

  test('somebody with one post more in another township is the district’s', async () => {
    const { id } = await make(township, { role: 'grid', place: await area(longquan) })
    await act(cast.admin, id, { act: 'give', role: 'grid', place: await area(dayan), from: '2026-01-01' })
    expect(await said(showPerson(township, id))).toBe('notFound')
    const other = (await showPerson(cast.admin, id)).posts.find(({ title }) => !title.includes('龙泉'))
    await act(cast.admin, id, { act: 'change', postId: other!.id, from: '2026-01-01', to: '2026-02-01' })
    expect((await showPerson(township, id)).posts.map(({ over, changeable }) => [over, changeable])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await said(act(township, id, { act: 'change', postId: other!.id, from: '2026-01-01' }))).toBe('notFound')
  })

  test('nobody gives himself a post or sight, or stops or resets himself', async () => {
    for (const form of [
      { act: 'give', role: 'triage', place: await area(district), from: '2026-01-01' },
      { act: 'give', role: 'mediator', place: await body('room-maguotou'), from: '2026-01-01' },
      { act: 'stop' },
      { act: 'reset' },
    ])
      expect(await said(act(cast.admin, cast.admin.accountId, form))).toBe('forbidden')
  })

  test('an administrator sees no dispute', async () => {
    const story = await aReport()
    const seen = await inTransaction((tx) => loadDispute(tx, { actor: cast.admin, disputeId: story.id, seen: 0, now: new Date() }))
    expect(seen).toBeNull()
  })

  test('the list finds by name and by the whole telephone, filters and goes on', async () => {
    const phone = newPhone()
    const { id } = await make(township, { role: 'grid', place: await area(longquan), phone })
    const list = (text: string, actor = cast.admin) => peoplePage(actor, new URLSearchParams(text))
    expect((await list(`q=${phone}`)).rows.map(({ href, phone: masked }) => [href, masked])).toEqual([
      [`/people/${id}`, `${phone.slice(0, 3)}****${phone.slice(7)}`],
    ])
    expect((await list(`q=${phone}`, await person(`admin-${dayan}`))).rows).toEqual([])
    const first = await list('')
    expect(first.total).toBeGreaterThan(50)
    const second = await list(first.next!.split('?')[1]!)
    expect(second.rows[0]!.href).not.toBe(first.rows[0]!.href)
    const grids = await list(`role=grid&area=${await areaId(shuhe)}`)
    expect(grids.rows.every(({ posts }) => posts.some((post) => post.includes('网格员')))).toBe(true)
    expect(grids.total).toBeLessThan(first.total)
    await act(township, id, { act: 'stop' })
    expect((await list('standing=stopped')).rows.map(({ href }) => href)).toContain(`/people/${id}`)
    for (const text of ['q=%25', 'after=x', 'area=x&role=x', "q='"]) expect(await said(list(text))).toBe('done')
  })

  test('the places a township offers are its own', async () => {
    const places = (await placesIn(await reachOf(township))).flatMap(({ options }) => options.map(({ value }) => value))
    expect(places).toContain(await area(longquan))
    expect(places).not.toContain(await area(district))
    expect(places).not.toContain(await body('court'))
  })
})

describe('a one-time password', () => {
  const own = '我自己的密码2026'
  test('leads to choosing the own one, once; it is kept nowhere in clear', async () => {
    const phone = newPhone()
    const { id, password } = await make(township, { role: 'grid', place: await area(longquan), phone })
    expect(password).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(await said(signIn({ phone, password, from }))).toBe('invalid')
    expect(await welcomeOf({ phone, password: 'ABCD-EFGH-JKMN' })).toBeNull()
    expect(await welcomeOf({ phone: newPhone(), password })).toBeNull()
    // A line that breaks before the own password stands does no harm.
    expect(await welcomeOf({ phone, password: password.toLowerCase().replaceAll('-', ' ') })).not.toBeNull()
    const token = (await welcomeOf({ phone, password }))!
    const session = await acceptLink({ token, password: own })
    expect((await actorOfSession(session))?.actor.accountId).toBe(id)
    expect(await welcomeOf({ phone, password })).toBeNull()
    expect(await said(signIn({ phone, password: own, from }))).toBe('done')
    const rows = JSON.stringify([await db.oneTimeLink.findMany(), await db.audit.findMany(), await db.account.findMany({ where: { id } })])
    expect(rows).not.toContain(password)
    expect(rows).not.toContain(phone)
  })

  test('a reset ends sessions and the old password, a newer one the older; in two weeks it is gone', async () => {
    const phone = newPhone()
    const { id, password } = await make(township, { role: 'grid', place: await area(longquan), phone })
    const session = await acceptLink({ token: (await welcomeOf({ phone, password }))!, password: own })
    const first = await act(township, id, { act: 'reset' })
    expect(await actorOfSession(session)).toBeNull()
    expect(await said(signIn({ phone, password: own, from }))).toBe('invalid')
    const second = await act(cast.admin, id, { act: 'reset' })
    expect(await welcomeOf({ phone, password: first.password! })).toBeNull()
    const later = new Date(Date.now() + oneTimeDays * 86_400_000 + 1000)
    expect(await welcomeOf({ phone, password: second.password!, now: later })).toBeNull()
    expect(await welcomeOf({ phone, password: second.password! })).not.toBeNull()
  })

  test('stopping ends sessions and what was still to be used at once; restoring lets in again', async () => {
    const phone = newPhone()
    const { id, password } = await make(township, { role: 'grid', place: await area(longquan), phone })
    const session = await acceptLink({ token: (await welcomeOf({ phone, password }))!, password: own })
    await act(township, id, { act: 'stop' })
    expect(await actorOfSession(session)).toBeNull()
    expect(await said(signIn({ phone, password: own, from }))).toBe('invalid')
    expect(await said(act(township, id, { act: 'reset' }))).toBe('notNow')
    await act(township, id, { act: 'restore' })
    expect(await said(signIn({ phone, password: own, from }))).toBe('done')
  })

  test('a slip in the name or the telephone is put right: signed in again by the new number, and no number is written down', async () => {
    const [phone, right, taken] = [newPhone(), newPhone(), newPhone()]
    await make(township, { role: 'grid', place: await area(longquan), phone: taken })
    const { id, password } = await make(township, { role: 'grid', place: await area(longquan), phone })
    const session = await acceptLink({ token: (await welcomeOf({ phone, password }))!, password: own })
    const correct = (typed: Record<string, string>, actor = township) => said(act(actor, id, { act: 'correct', name: '和丽花', ...typed }))
    expect(await correct({ name: '和丽华' })).toBe('done')
    expect((await showPerson(township, id)).name).toBe('和丽华')
    expect(await actorOfSession(session)).not.toBeNull()
    expect(await correct({ phone: taken })).toBe('phone')
    expect(await correct({ phone: '0888-5123456' })).toBe('phone')
    expect(await correct({}, await person(`admin-${dayan}`))).toBe('notFound')
    expect(await correct({}, cast.triage)).toBe('forbidden')
    expect(await said(act(cast.admin, cast.admin.accountId, { act: 'correct', name: '和丽花' }))).toBe('forbidden')
    expect(await correct({ name: '和丽华', phone: right })).toBe('done')
    expect(await actorOfSession(session)).toBeNull()
    expect(await said(signIn({ phone, password: own, from }))).toBe('invalid')
    expect(await said(signIn({ phone: right, password: own, from }))).toBe('done')
    const audits = await db.audit.findMany({ where: { act: 'account.correct', subjectId: id }, orderBy: { id: 'asc' } })
    expect(audits.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [township.accountId, { changed: ['name'] }],
      [township.accountId, { changed: ['phone'] }],
    ])
  })

  test('a form posted twice makes one person and one password', async () => {
    const phone = newPhone()
    const [sent, form] = [
      sentBy(township),
      newPersonForm.parse({ name: '和丽花', phone, role: 'grid', place: await area(longquan), from: '2026-01-01' }),
    ]
    const both = await Promise.all([said(createPerson(sent, form)), said(createPerson(sent, form))])
    expect(both.sort()).toEqual(['done', 'notNow'])
    expect(await said(createPerson(sentBy(township), form))).toBe('phone')
  })
})

test('posts from date to date give and take what is seen', async () => {
  const phone = newPhone()
  const { id, password } = await make(cast.admin, { role: 'leader', place: await area(dayan), from: '2026-03-01', to: '2026-03-31', phone })
  await acceptLink({ token: (await welcomeOf({ phone, password }))!, password: '我自己的密码2026' })
  const postsOn = async (day: string) => {
    const at = new Date(instantOf(day).getTime() + 12 * 3_600_000)
    const session = await signIn({ phone, password: '我自己的密码2026', from, now: at })
    return (await actorOfSession(session, at))?.actor.posts.map(({ role }) => role)
  }
  expect(await postsOn('2026-02-28')).toEqual([])
  expect(await postsOn('2026-03-01')).toEqual(['leader'])
  expect(await postsOn('2026-03-31')).toEqual(['leader'])
  expect(await postsOn('2026-04-01')).toEqual([])
  const [post] = (await showPerson(cast.admin, id)).posts
  expect(await said(act(cast.admin, id, { act: 'change', postId: post!.id, from: '2026-05-01', to: '2026-04-30' }))).toBe('to')
  await act(cast.admin, id, { act: 'change', postId: post!.id, from: '2026-05-01' })
  expect(await postsOn('2026-03-15')).toEqual([])
  expect(await postsOn('2026-05-01')).toEqual(['leader'])
  expect(await said(act(cast.admin, id, { act: 'give', role: 'leader', place: await area(dayan), from: '2026-06-01' }))).toBe('role')
})

import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { listBodies } from '#app/domain/body/list.server'
import { showBody } from '#app/domain/body/show.server'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { bodySetting, saveBody } from '#app/domain/settings/bodies.server'
import { bodiesToSet } from '#app/domain/settings/body-list.server'
import { bodyForm, type BodyForm } from '#app/domain/settings/body-form'
import { recommended } from '#app/domain/recommend/recommended.server'
import { aReport } from '../../support/disputes'
import { areaId, bodyId, dayan, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
let township: Person
let other: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  other = await person(`admin-${dayan}`)
})

const now = new Date()
const today = dayIn(now)
const gone = [404, '没有这一项，或者不归您管']

const listed = async (actor: Person, at = now) => (await bodiesToSet(actor, at)).flatMap(({ rows }) => rows)

const aBody = async (more: Record<string, unknown> = {}): Promise<BodyForm> =>
  bodyForm.parse({
    name: `雪山调解室${newId().slice(-4)}`,
    kind: 'namedRoom',
    areaId: await areaId(shuhe),
    types: ['04', '11'],
    languages: ['chinese', 'naxi'],
    validFrom: today,
    ...more,
  })

/** What the form of a body begins with, as it would be posted back. */
async function formOf(id: string, more: Record<string, unknown> = {}): Promise<BodyForm> {
  const {
    validFrom,
    validTo: _,
    id: _id,
    key: _key,
    channel: _c,
    parentId: _p,
    ...row
  } = await db.body.findUniqueOrThrow({ where: { id } })
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  const closing = 'validTo' in more ? { closeWhy: 'merged', closePaper: '束办〔2026〕9号' } : {}
  return bodyForm.parse({ ...given, validFrom: validFrom.toISOString().slice(0, 10), ...closing, ...more })
}

describe('a body', () => {
  test('that is made stands in the list, on its page and before the triage desk, and uses the seal of its committee', async () => {
    const seal = await bodyId(`township-${shuhe}`)
    const form = await aBody({ sealOfId: seal, phone: '0888-0001234' })
    const id = (await saveBody({ actor: township, now }, null, form))!
    expect((await listBodies(now)).rooms.map(({ name }) => name)).toContain(form.name)
    const page = await showBody(cast.grid, id, now)
    expect(page).toMatchObject({ name: form.name, demo: false, seal: { href: `/bodies/${seal}` } })
    const story = await aReport({})
    const { outcome } = await recommended(story.id, { now })
    expect(outcome.ranked.map(({ bodyId: one }) => one)).toContain(id)
    expect(await db.audit.findFirst({ where: { subjectId: id } })).toMatchObject({ act: 'body.make', actorId: township.accountId })
  })

  test('whose demo mark is unticked loses it on its page', async () => {
    const id = await bodyId('room-pengrenjie')
    expect((await showBody(cast.grid, id)).demo).toBe(true)
    await saveBody({ actor: township }, id, await formOf(id, { demo: false, hours: '每天 8:30—18:00' }))
    const page = await showBody(cast.grid, id)
    expect(page.demo).toBe(false)
    expect(page.facts).toContainEqual({ label: '时间', value: '每天 8:30—18:00' })
  })

  test('with open cases cannot be ended, and says how many', async () => {
    const id = await bodyId('room-maguotou')
    const story = await aReport({})
    await story.does(cast.triage, { type: 'offer', channel: 'people', bodyId: id })
    const { fields } = { fields: { validTo: expect.stringContaining('还有 1 件') as string } }
    expect(await refusalOf(saveBody({ actor: township }, id, await formOf(id, { validTo: today })))).toEqual([
      409,
      expect.stringContaining('还有 1 件没有办完'),
      fields,
    ])
  })

  test('that is ended takes nothing new from the next day and says so', async () => {
    const form = await aBody({})
    const id = (await saveBody({ actor: township, now }, null, form))!
    await saveBody({ actor: township, now }, id, await formOf(id, { validTo: today }))
    const tomorrow = new Date(now.getTime() + 86_400_000)
    const story = await aReport({})
    const ids = async (at: Date) => (await recommended(story.id, { now: at })).read.applicants.map((body) => body.id)
    expect(await ids(now)).toContain(id)
    expect(await ids(tomorrow)).not.toContain(id)
    expect((await listed(township, tomorrow)).find((one) => one.id === id)?.note).toContain('撤销')
    expect((await showBody(cast.grid, id, tomorrow)).facts).toContainEqual({
      label: '撤销',
      value: expect.stringMatching(/为止，以后不再接新的，并入别的组织，束办〔2026〕9号$/) as string,
    })
  })

  test('whose seal others use cannot be ended', async () => {
    const id = await bodyId('joint')
    const said = await refusalOf(saveBody({ actor: cast.admin }, id, await formOf(id, { validTo: today })))
    expect(said[2]).toEqual({ validTo: expect.stringContaining('驻古城区人民法院人民调解室') as string })
  })
})

describe('who and how', () => {
  test('a township sets its own bodies only, the district all; nobody else any', async () => {
    const room = await bodyId('room-maguotou')
    const form = await formOf(room)
    expect(await refusalOf(saveBody({ actor: other }, room, form))).toEqual(gone)
    expect(await refusalOf(bodySetting(other, room))).toEqual(gone)
    expect(await refusalOf(saveBody({ actor: cast.head }, room, form))).toEqual([404, '没有这一页'])
    // Nor may it be given away to where one has no say.
    expect(await refusalOf(saveBody({ actor: township }, room, { ...form, areaId: await areaId(dayan) }))).toEqual(gone)
    expect(await refusalOf(saveBody({ actor: township }, null, await aBody({ areaId: await areaId(dayan) })))).toEqual(gone)
    expect((await listed(cast.admin)).length).toBeGreaterThan((await listed(township)).length)
  })

  test('two administrators: the second is told that somebody changed it', async () => {
    const id = await bodyId(`village-${longquan}`)
    const { seen } = await bodySetting(township, id)
    await saveBody({ actor: township, seen: seen! }, id, await formOf(id, { capacity: 9 }))
    const [status, says] = await refusalOf(saveBody({ actor: cast.admin, seen: seen! }, id, await formOf(id, { capacity: 5 })))
    expect([status, says]).toEqual([409, expect.stringContaining('别的管理员改过')])
    expect(await db.body.findUniqueOrThrow({ where: { id } })).toMatchObject({ capacity: 9 })
  })

  test('pressed twice it is made once', async () => {
    const form = await aBody({})
    const key = newId()
    await saveBody({ actor: township, key }, null, form)
    expect(await saveBody({ actor: township, key }, null, form)).toBeUndefined()
    expect(await db.body.count({ where: { name: form.name } })).toBe(1)
  })

  test('a number and a name are one body’s alone; a day is before none', async () => {
    expect((await refusalOf(saveBody({ actor: township }, null, await aBody({ shortNumber: '束河' }))))[2]).toHaveProperty('shortNumber')
    expect((await refusalOf(saveBody({ actor: township }, null, await aBody({ name: '马锅头调解室' }))))[2]).toHaveProperty('name')
    expect(bodyForm.safeParse({ ...(await aBody({})), validTo: addDays(today, -9) }).success).toBe(false)
    const silent = bodyForm.safeParse({ ...(await aBody({})), validTo: today })
    expect(silent.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['closeWhy', '撤销要写原因'],
      ['closePaper', '撤销要写文号；没有文号的写明哪次会议'],
    ])
  })
})

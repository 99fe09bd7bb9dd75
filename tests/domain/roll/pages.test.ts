import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { rollActPage } from '#app/domain/roll/act-page.server'
import { bodiesWithFindings, composedBody } from '#app/domain/roll/bodies.server'
import { rollPage } from '#app/domain/roll/list.server'
import { rollRules, type RollAct, type Subject } from '#app/domain/roll/permissions'
import { showRegistrant } from '#app/domain/roll/show.server'
import { bodyId, dayan, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { anAppointment, aRegistrant } from '../../support/roll'

let cast: Record<Part, Person>
let township: Person
let other: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  other = await person(`admin-${dayan}`)
})

const list = (actor: Person, query = '') => rollPage(actor, new URLSearchParams(query))
const names = async (actor: Person, query = '') => (await list(actor, query)).rows.map(({ name }) => name)

test('who does what with whom in the register', () => {
  const post = (role: Person['posts'][number]['role'], at: { areaId?: string; bodyId?: string }): Person => ({
    kind: 'account',
    accountId: '别人',
    name: '别人',
    posts: [{ role, areaId: null, bodyId: null, title: '', ...at }],
  })
  const actors: Record<string, Person> = {
    区管理员: post('admin', { areaId: '区' }),
    束河管理员: post('admin', { areaId: '束河' }),
    大研管理员: post('admin', { areaId: '大研' }),
    司法局: post('bureau', { areaId: '区' }),
    大研分流岗: post('triage', { areaId: '大研' }),
    龙泉负责人: post('head', { bodyId: '龙泉调委会' }),
    别处负责人: post('head', { bodyId: '别处' }),
    龙泉调解员: post('mediator', { bodyId: '龙泉调委会' }),
    本人: { ...post('mediator', { bodyId: '龙泉调委会' }), accountId: '本人' },
    网格员: post('grid', { areaId: '龙泉' }),
    法院: post('court', { bodyId: '法院' }),
    挂包领导: post('leader', { areaId: '束河' }),
    值班: post('duty', { areaId: '区' }),
  }
  const mediator: Subject = {
    accountId: '本人',
    path: '/区/束河/龙泉/',
    bodyPaths: ['/区/束河/龙泉/'],
    bodies: ['龙泉调委会'],
    localBodies: [],
  }
  const adviser: Subject = { accountId: null, path: '/区/束河/龙泉/', bodyPaths: [], bodies: [], localBodies: ['龙泉调委会'] }
  const may = (actor: Person, who: Subject) => (Object.keys(rollRules) as RollAct[]).filter((act) => rollRules[act](actor, who)).join(' ')
  expect(Object.entries(actors).map(([name, actor]) => [name, may(actor, mediator), may(actor, adviser)])).toEqual([
    ['区管理员', 'read write leave consult', 'read write leave consult'],
    ['束河管理员', 'read write leave consult', 'read write leave consult'],
    ['大研管理员', '', ''],
    ['司法局', 'read', 'read'],
    ['大研分流岗', 'read', 'read'],
    ['龙泉负责人', 'read leave', 'read consult'],
    ['别处负责人', '', ''],
    ['龙泉调解员', '', ''],
    ['本人', 'read leave consult', ''],
    ['网格员', '', ''],
    ['法院', '', ''],
    ['挂包领导', '', ''],
    ['值班', '', ''],
  ])
})

describe('the list', () => {
  test('shows a township its own, a head the own people and advisers, a mediator the own card, and is no page for others', async () => {
    const id = await aRegistrant({ name: '和束河独' })
    await anAppointment(id, await bodyId(`village-${longquan}`))
    expect(await names(township, 'q=和束河独')).toEqual(['和束河独'])
    expect(await names(cast.bureau, 'q=和束河独')).toEqual(['和束河独'])
    expect(await names(cast.villageHead, 'q=和束河独')).toEqual(['和束河独'])
    expect(await names(other, 'q=和束河独')).toEqual([])
    expect(await names(cast.otherHead, 'q=和束河独')).toEqual([])
    expect(await names(cast.mediator)).toEqual([cast.mediator.name])
    for (const actor of [cast.grid, cast.court, cast.leader, cast.duty]) expect((await refusalOf(list(actor)))[0]).toBe(404)
  })

  test('is filtered by kind, language, body and standing, and paged by key without a gap', async () => {
    const body = await bodyId(`village-${longquan}`)
    const id = await aRegistrant({ name: '木会彝语', languages: ['yi'], kind: 'fullTime' })
    await anAppointment(id, body, { validTo: '2026-02-01' })
    expect(await names(township, `q=木会彝语&kind=fullTime&language=yi&body=${body}&standing=ending`)).toEqual(['木会彝语'])
    expect(await names(township, 'q=木会彝语&kind=sector')).toEqual([])
    expect(await names(township, 'q=木会彝语&standing=away')).toEqual([])
    const seen: string[] = []
    for (let at: string | null = '/roll'; at;) {
      const page = await rollPage(cast.admin, new URL(at, 'http://x').searchParams)
      seen.push(...page.rows.map(({ id: one }) => one))
      expect(page.total).toBe(await db.registrant.count({ where: { validTo: null } }))
      at = page.next
    }
    expect(seen).toHaveLength(await db.registrant.count({ where: { validTo: null } }))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('takes absurd words for what they are', async () => {
    for (const query of ["q=' or 1=1 --", 'kind=toString&area=x&body=%00&language=__proto__&standing=*&after=..', `q=${'长'.repeat(5000)}`])
      await expect(list(township, query)).resolves.toBeDefined()
  })

  test('costs three statements, a card two', async () => {
    const id = await aRegistrant()
    expect((await countStatements(() => list(township))).statements.length).toBeLessThanOrEqual(3)
    expect((await countStatements(() => showRegistrant(township, id))).statements.length).toBeLessThanOrEqual(2)
  })
})

describe('a card', () => {
  test('shows what is secret masked, to who keeps it alone; for a stranger it is not there', async () => {
    const id = await aRegistrant({ phone: '13888880021', home: '束河街道龙泉社区仁里路21号', note: '内部备注' })
    const keeps = JSON.stringify(await showRegistrant(township, id))
    expect(keeps).toContain('138****0021')
    expect(keeps).toContain('束河街道龙泉社区***')
    expect(keeps).not.toMatch(/13888880021|仁里路/)
    const reads = JSON.stringify(await showRegistrant(cast.bureau, id))
    expect(reads).not.toMatch(/束河街道龙泉社区\*|内部备注/)
    for (const actor of [other, cast.otherHead, cast.grid, cast.court, cast.mediator])
      expect((await refusalOf(showRegistrant(actor, id)))[0]).toBe(404)
    expect((await refusalOf(showRegistrant(township, newId())))[0]).toBe(404)
  })

  test('its forms open to who may send them; what is no form is no page', async () => {
    const id = await aRegistrant()
    for (const act of ['change', 'appoint', 'end', 'train', 'leave', 'kin']) {
      expect((await rollActPage(township, id, act)).form.act).toBe(act)
      expect((await refusalOf(rollActPage(other, id, act)))[0]).toBe(404)
      expect((await refusalOf(rollActPage(cast.bureau, id, act)))[0]).toBe(403)
    }
    for (const act of ['consult', 'toString', '__proto__', 'back', ''])
      expect((await refusalOf(rollActPage(township, id, act)))[0]).toBe(404)
  })
})

describe('committees beside the law', () => {
  test('the demo has most in order and a few that are not; a township sees its own', async () => {
    const all = await bodiesWithFindings(cast.bureau)
    expect(all.good.length).toBeGreaterThan(all.found.length * 3)
    const codes = new Set(all.found.flatMap(({ findings }) => findings.map(({ code }) => code)))
    expect([...codes].sort()).toEqual(expect.arrayContaining(['education', 'few', 'people', 'termEnding', 'termOver', 'woman'].sort()))
    const own = await bodiesWithFindings(township)
    expect(own.total).toBeLessThan(all.total)
    expect((await refusalOf(bodiesWithFindings(cast.head)))[0]).toBe(404)
  })

  test('a page of one is read by its head, the bureau and the administrator, who alone has the form', async () => {
    const id = await bodyId(`village-${longquan}`)
    expect((await composedBody(township, id)).form?.act).toBe('term')
    for (const actor of [cast.villageHead, cast.bureau]) expect((await composedBody(actor, id)).form).toBeNull()
    for (const actor of [other, cast.otherHead, cast.grid]) expect((await refusalOf(composedBody(actor, id)))[0]).toBe(404)
    expect((await refusalOf(composedBody(cast.bureau, await bodyId(`police-${shuhe}`))))[0]).toBe(404)
  })
})

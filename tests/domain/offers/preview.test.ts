import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { bodyDesk } from '#app/domain/body/desk.server'
import { workOf } from '#app/domain/desk/work.server'
import { headOf } from '#app/domain/dispute/show/head.server'
import { logOf } from '#app/domain/dispute/show/log'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { partiesOf } from '#app/domain/dispute/show/parties.server'
import { pathOf } from '#app/domain/dispute/show/path'
import { shortNames, veiled } from '#app/domain/dispute/show/preview'
import { previewOf } from '#app/domain/offers/preview.server'
import { mayPrint } from '#app/domain/paper/paper.server'
import { listDisputes } from '#app/domain/search/list.server'
import { listQueryOf } from '#app/domain/search/query.server'
import { anOffer, type Story } from '../../support/disputes'
import { fieldsOf, send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})

const why = '离得近，会纳西语'
const given = {
  title: '和丽江与杨正平的押金',
  facts: '和丽江退房，杨正平不退三百元，电话 13987651234，证件 530702199001011234。',
  placeText: '古城西路丽客客栈二楼',
  parties: [
    { side: 'applicant', kind: 'person', name: '和丽江', phone: '13987651234', addressText: '义尚社区12号', willing: 'willing' },
    { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
  ],
} as never
const offered = async () => {
  const story = await anOffer(given)
  return story
}

/** All that a person's pages, lists and forms of it are made of. */
async function shown(actor: Person, story: Story): Promise<string> {
  const page = await openPage(actor, story.id, story.now)
  const lists = [
    (await workOf(actor, story.now)).sections.flatMap(({ rows }) => rows).filter(({ href }) => href.includes(story.id)),
    (await listDisputes(actor, listQueryOf(new URLSearchParams('state=all')), story.now)).rows.filter(({ id }) => id === story.id),
    actor === cast.head
      ? (await bodyDesk(actor, await bodyId('room-maguotou'), story.now)).offered.filter(({ id }) => id === story.id)
      : [],
  ]
  const forms = await Promise.all(
    (['receive', 'return', 'note', 'request'] as const).map((name) => fieldsOf(story, actor, name).catch(() => [])),
  )
  return JSON.stringify([headOf(page), overviewOf(page), logOf(page), pathOf(page), partiesOf(page), await previewOf(page), lists, forms])
}

describe('what a body sees of what is offered to it', () => {
  // prettier-ignore
  const table: [string, string, boolean, boolean][] = [
    ['the side in full',         '和丽江',            false, true],
    ['the other side in full',   '杨正平',            false, true],
    ['shortened',                '和某',              true,  false],
    ['what it is about',         '不退三百元',        true,  true],
    ['which village',            '龙泉社区',          true,  true],
    ['which door',               '丽客客栈',          false, true],
    ['an address',               '义尚社区12号',      false, true],
    ['a telephone in the facts', '13987651234',       false, true],
    ['an identity number there', '530702199001011234', false, true],
    ['a telephone, masked',      '139****1234',       false, true],
    ['that its own people were looked at', '没有查到和双方的关系', true, false],
  ]
  test.each(table)('%s: before it takes it, and after', async (_, words, before, after) => {
    const story = await offered()
    expect((await shown(cast.head, story)).includes(words)).toBe(before)
    await story.does(cast.head, { type: 'receive' })
    expect((await shown(cast.head, story)).includes(words)).toBe(after)
  })

  test('the post that offers it, and who is on duty, go on seeing it whole', async () => {
    const story = await offered()
    for (const who of [cast.triage, cast.duty]) expect(await shown(who, story)).toContain('和丽江')
  })

  test('no paper of it can be printed before, and nothing of it is left after it was given back', async () => {
    const story = await offered()
    const page = await openPage(cast.head, story.id, story.now)
    expect(mayPrint(page, 'registration')).toBe(false)
    expect(headOf(page).tabs.map(({ label }) => label)).not.toContain('文书卷宗')
    await send(story, cast.head, 'return', { reason: 'full', done: '打过电话，对方在外地' })
    expect((await refusalOf(openPage(cast.head, story.id, story.now)))[0]).toBe(404)
  })

  test('the next body is told why it was given back and what was done there', async () => {
    const story = await offered()
    await send(story, cast.head, 'return', { reason: 'full', done: '问过和丽江，愿意谈' })
    await story.does(
      cast.triage,
      { type: 'offer', channel: 'people', bodyId: await bodyId('room-pengrenjie') },
      { texts: [{ kind: 'why', audience: 'path', text: why }] },
    )
    const words = JSON.stringify(await previewOf(await openPage(cast.otherHead, story.id, story.now)))
    expect(words).toContain(why)
    expect(words).toContain('马锅头调解室退回：在办已满。已经做的：问过和某，愿意谈')
    expect(words).toContain('由能更快办理的组织办理')
  })

  test('after 受理 it is given back only with what was done', async () => {
    const story = await offered()
    await story.does(cast.head, { type: 'receive' })
    expect((await refusalOf(send(story, cast.head, 'return', { reason: 'full' })))[2]).toHaveProperty('done')
    await send(story, cast.head, 'return', { reason: 'full', done: '开过一次会' })
    expect(await story.status()).toBe('reported')
  })
})

test('names are shortened, two of a surname told apart, organisations and masked names left', () => {
  const person = (name: string) => ({ name, kind: 'person' })
  const names = shortNames([
    person('杨正平'),
    person('杨正'),
    person('欧阳锋'),
    { name: '丽客客栈', kind: 'organisation' },
    person('和某'),
    person('不知道姓名'),
  ])
  expect([...names]).toEqual([
    ['杨正平', '杨某甲'],
    ['杨正', '杨某乙'],
    ['欧阳锋', '欧阳某'],
  ])
  expect(veiled('杨正平和杨正，电话 139-8765-1234', names)).toBe('杨某甲和杨某乙，电话 （电话略）')
})

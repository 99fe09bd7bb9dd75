import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { sendText } from '#app/domain/notice/send-text.server'
import { sentTexts } from '#app/domain/notice/sent.server'
import { changeTemplate } from '#app/domain/notice/template-change.server'
import type { TemplateForm } from '#app/domain/notice/template-form'
import { templateList, templatePage } from '#app/domain/notice/template-page.server'
import { templateOf } from '#app/domain/notice/templates'
import { textParties } from '#app/domain/notice/text-party.server'
import { textAccounts } from '#app/domain/notice/texts.server'
import type { TextMessages, TextToSend } from '#app/services/sms.server'
import { aReport } from '../../support/disputes'
import { time } from '../../support/clock'
import { areaId, people, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))
beforeEach(() => db.messageTemplate.deleteMany())

const now = time('2026-03-05', 12)
const form = (given: Partial<TemplateForm> = {}): TemplateForm => ({
  act: 'template',
  text: '有一件事要到日子了，请登录查看。',
  owner: '区司法局',
  from: '2026-03-05',
  ...given,
})
const setting = (more: object = {}) => ({ actor: cast.admin, key: newId(), now, seen: '0', ...more })

/** What a message of this kind says when it is sent then. */
async function said(at: Date) {
  const occasion = newId()
  await inTransaction((tx) => textAccounts(tx, { accounts: [cast.head.accountId], template: 'due', occasion }, at))
  const sent: TextToSend[] = []
  const door: TextMessages = { send: (message) => Promise.resolve(void sent.push(message)).then(() => null) }
  const row = await db.textMessage.findFirstOrThrow({ where: { occasion } })
  await sendText({ id: row.id }, { now: at, door })
  const { templateVersion, text } = await db.textMessage.findUniqueOrThrow({ where: { id: row.id } })
  expect(text).toBe(sent[0]?.text)
  return [sent[0]?.text, templateVersion]
}

describe('a new version of a text', () => {
  test('holds from its day, and who wrote it stands beside it', async () => {
    expect(await changeTemplate(setting(), 'due', form({ from: '2026-03-06' }))).toBe(1)
    expect(await said(now)).toEqual([templateOf('due').text, null])
    expect(await said(time('2026-03-06', 9))).toEqual([form().text, 1])
    const page = await templatePage(cast.admin, 'due', time('2026-03-06', 9))
    expect(page.versions.map(({ from, now: current }) => [from, current])).toEqual([
      ['2026年3月6日起', true],
      ['', false],
    ])
    expect(page.versions[0]?.who).toContain('区司法局')
    expect((await templateList(cast.admin, now)).find(({ code }) => code === 'due')).toMatchObject({ owner: '系统自带' })
    const audit = await db.audit.findFirst({ where: { act: 'message.template' }, orderBy: { id: 'desc' } })
    expect(audit).toMatchObject({ actorId: cast.admin.accountId, detail: { code: 'due', version: 1, from: '2026-03-06' } })
  })

  test('may be mended on the same day, not before the one it replaces, nor for a day that is past', async () => {
    await changeTemplate(setting(), 'due', form({ from: '2026-03-08' }))
    expect(await changeTemplate(setting({ seen: '1' }), 'due', form({ from: '2026-03-08', text: '改过的，请登录查看。' }))).toBe(2)
    expect(await said(time('2026-03-09', 9))).toEqual(['改过的，请登录查看。', 2])
    for (const from of ['2026-03-07', '2026-03-04'])
      expect(await refusalOf(changeTemplate(setting({ seen: '2' }), 'due', form({ from })))).toMatchObject([
        400,
        expect.any(String),
        { from: '最早从2026年3月8日起' },
      ])
  })

  test('is written once for each form; of two at once the second is stale', async () => {
    const key = newId()
    expect(await Promise.all([changeTemplate(setting({ key }), 'due', form()), changeTemplate(setting({ key }), 'due', form())])).toContain(
      1,
    )
    await db.messageTemplate.deleteMany()
    const both = await Promise.allSettled([changeTemplate(setting(), 'due', form()), changeTemplate(setting(), 'due', form())])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(changeTemplate(setting(), 'due', form())))[0]).toBe(409)
  })

  test.each([
    ['a word of disputes', '您的纠纷有进展。', '不能写“纠纷”'],
    ['a township', '请到束河来一趟。', '不能写“束河”：地名'],
    ['a body', '请到马锅头调解室。', '不能写'],
    ['a place that is none of its own', '请打{phone}。', '没有 {phone} 可填'],
  ])('that names %s is refused beside its field', async (_, text, says) => {
    const [status, , fields] = await refusalOf(changeTemplate(setting(), 'due', form({ text })))
    expect([status, fields?.text]).toEqual([400, expect.stringContaining(says)])
    expect(await db.messageTemplate.count()).toBe(0)
  })

  test('of a kind that is none does not exist', async () => {
    expect((await refusalOf(changeTemplate(setting(), 'nonsense', form())))[0]).toBe(404)
    expect((await refusalOf(templatePage(cast.admin, 'constructor')))[0]).toBe(404)
  })
})

describe('the messages of late', () => {
  test('show the receiver’s role and a cut number, the text as sent and how far it came; no name and no dispute', async () => {
    const story = await aReport({
      parties: [{ side: 'applicant', kind: 'person', name: '木一', phone: '13900001111' }],
      facts: '屋檐滴水。',
    })
    const { id: eventId } = await story.lastEvent()
    await textParties({ disputeId: story.id, eventId }, now)
    const list = (status = '') => sentTexts(cast.admin, new URLSearchParams(status && { status }))
    const waiting = (await list('queued')).rows.find(({ to }) => to === '当事人 139****1111')
    expect(waiting).toMatchObject({ text: '', status: '等着发' })
    const { id } = await db.textMessage.findFirstOrThrow({ where: { occasion: eventId } })
    await sendText({ id }, { now, door: { send: () => Promise.resolve(null) } })
    const sent = (await list()).rows.find((row) => row.id === id)
    expect(sent).toMatchObject({ to: '当事人 139****1111', status: '只记在本机' })
    expect(sent?.text).toContain('您托办的事有新的进展')
    expect((await list('failed')).rows.map((row) => row.id)).not.toContain(id)
    const { number } = await story.row()
    for (const secret of ['木一', '13900001111', '屋檐', number, story.id]) expect(JSON.stringify(await list())).not.toContain(secret)
    expect((await list('x')).tabs[0]?.current).toBe(true)
    expect((await list()).local).toBe(true)
  })

  test('go by pages', async () => {
    for (let n = 0; n < 51; n += 1)
      await inTransaction((tx) => textAccounts(tx, { accounts: [cast.head.accountId], template: 'due', occasion: newId() }, now))
    const first = await sentTexts(cast.admin, new URLSearchParams())
    expect([first.rows.length, first.first]).toEqual([50, undefined])
    const second = await sentTexts(cast.admin, new URL(first.next!, 'http://x').searchParams)
    expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id)
    expect(second.rows[0]).toMatchObject({ to: expect.stringMatching(/^负责人 1\d\d\*{4}\d{4}$/) as string })
  })
})

describe('these pages are for the district’s administrators', () => {
  const others: Part[] = ['grid', 'triage', 'districtTriage', 'head', 'mediator', 'court', 'organ', 'duty', 'bureau', 'leader']
  test.each([...others, 'township' as const])('for %s they do not exist', async (part) => {
    const actor: Person =
      part === 'township' ? { ...cast.admin, posts: [{ role: 'admin', areaId: await areaId(shuhe), bodyId: null, title: '' }] } : cast[part]
    const tried = [
      () => templateList(actor),
      () => templatePage(actor, 'due'),
      () => sentTexts(actor, new URLSearchParams()),
      () => changeTemplate(setting({ actor }), 'due', form()),
    ]
    for (const one of tried) expect((await refusalOf(one()))[0]).toBe(404)
  })
})

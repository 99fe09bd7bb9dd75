import { expect, justNow, test } from '../support/e2e-test'
import { baseOf, post } from '../support/e2e-forms'

const mediator = 'mediator-room-maguotou-1'
const nobody = '00000000-0000-7000-8000-000000000000'

test('what one may not see does not exist', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const below = [
    '',
    '/parties',
    '/sessions',
    '/agreement',
    '/papers',
    '/papers/agreement/print',
    '/papers/session/print',
    '/path',
    '/path/print',
    '/receipt',
    '/reveal',
    '/do/session',
    '/do/offer',
    '/do/nothing',
    '/do/correct',
    '/do/partyChange',
    '/guests',
    '/province',
    '/routing',
    '/do/sitting',
    '/do/declare',
    '/do/merge',
    '/do/splitOff',
    '/do/urge',
    `/roster/${(await story.row()).parties[0]?.id}`,
  ]
  const strangers = [
    'mediator-room-pengrenjie-1',
    'head-room-pengrenjie',
    'triage-530702002000-1',
    'grid-530702004002',
    'liaison-court',
    'admin',
    'leader-530702004000',
  ]
  for (const key of strangers) {
    const { request } = (await enter(key)).page
    for (const end of below) expect((await request.get(`/disputes/${story.id}${end}`)).status(), `${key} ${end}`).toBe(404)
    const { csrf } = await baseOf(request, '/notices')
    const sent = await post(request, `/disputes/${story.id}/do/note`, {
      csrf,
      key: stage.newId(),
      seen: '1',
      note: '偷看',
    })
    expect(sent.status(), key).toBe(404)
  }
  const { request } = (await enter(null)).page
  const answer = await request.get(`/disputes/${story.id}`, { maxRedirects: 0 })
  expect(answer.status()).toBe(302)
  expect(answer.headers().location).toContain('/sign-in')
  expect(await story.events()).toHaveLength(4)
})

test('what administrators run is closed to anybody else, and what is none is none for them too', async ({ enter }) => {
  const theirs = ['/people', '/people/new', '/people/import', '/settings', '/settings/bodies', '/settings/areas', '/settings/periods']
  const absurd = [nobody, 'abc', '%00', '..%2f..%2fetc', '字'].map(encodeURI)
  const { request } = (await enter(mediator)).page
  for (const address of [...theirs, ...absurd.map((id) => `/people/${id}`)])
    expect([400, 403, 404], address).toContain((await request.get(address)).status())
  const admin = (await enter('admin')).page.request
  for (const address of theirs) expect((await admin.get(address)).status(), address).toBe(200)
  for (const id of absurd)
    for (const address of [`/people/${id}`, `/people/import/${id}`, `/settings/bodies/${id}`, `/settings/areas/${id}`, `/duty/${id}`])
      expect([400, 404], address).toContain((await admin.get(address)).status())
})

test('an address that is none, and an act that is none, are not found', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const { request } = (await enter(mediator)).page
  const wrong = [nobody, 'abc', '1', "'; drop table dispute; --", '%00', '..%2f..%2fetc', '字', story.id.slice(1), `${story.id}0`]
  const at = (id: string) => [
    `/disputes/${id}`,
    `/disputes/${id}/path`,
    `/disputes/${id}/do/session`,
    `/disputes/${id}/receipt`,
    `/files/${id}`,
    `/bodies/${id}`,
  ]
  for (const id of wrong)
    for (const address of at(encodeURI(id))) expect([400, 404], address).toContain((await request.get(address)).status())
  for (const id of [nobody, 'abc']) for (const address of at(id)) expect((await request.get(address)).status(), address).toBe(404)
  const base = await baseOf(request, `/disputes/${story.id}/do/note`)
  for (const act of ['nothing', '__proto__', 'constructor', 'register', 'lapse', 'toString', 'note%2f..']) {
    const address = `/disputes/${story.id}/do/${act}`
    expect((await request.get(address)).status(), act).toBe(404)
    expect((await post(request, address, { ...base, note: '没有' })).status(), act).toBe(404)
  }
})

test('a page that is out of date is refused, and what was typed is still there', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const visitor = await enter(mediator)
  await visitor.open(`/disputes/${story.id}/do/extend`)
  await visitor.page.getByLabel('延长多少').fill('5')
  await visitor.page.getByLabel('申请方同意', { exact: true }).check()
  await visitor.page.getByLabel('被申请方同意').check()
  await visitor.page.getByLabel('为什么延期').fill('等鉴定报告出来再谈')
  // Meanwhile the head gives it to somebody else.
  const second = await stage.person('mediator-room-maguotou-2')
  const first = await stage.person(mediator)
  await story.does(await stage.person('head-room-maguotou'), {
    type: 'assign',
    mediatorIds: [second.accountId, first.accountId],
  })
  await visitor.refused(visitor.button('延期'), '您打开页面以后，这件纠纷又有了新的办理', 409)
  await expect(visitor.page.getByLabel('为什么延期')).toHaveValue('等鉴定报告出来再谈')
})

test('one form is done once: pressed twice, sent twice, sent twice at once', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const visitor = await enter(mediator)
  const { page } = visitor
  const notes = async () => (await story.events()).filter(({ type }) => type === 'note').length
  await visitor.open(`/disputes/${story.id}/do/note`)
  await page.getByLabel('补充什么情况').fill('押金有收条')
  await visitor.button('记下').dblclick()
  await page.waitForURL(`**/disputes/${story.id}`)
  expect(await notes()).toBe(1)

  const address = `/disputes/${story.id}/do/note`
  const base = await baseOf(page.request, address)
  const send = () => post(page.request, address, { ...base, note: '床单有照片' })
  const answers = await Promise.all([send(), send(), send()])
  answers.push(await send())
  expect(answers.map((answer) => answer.status())).toEqual([302, 302, 302, 302])
  expect(await notes()).toBe(2)
})

test('a form without its token, with another session’s, or from another site is refused', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const { request } = (await enter(mediator)).page
  const other = (await enter('head-room-maguotou')).page.request
  const address = `/disputes/${story.id}/do/note`
  const base = await baseOf(request, address)
  const { csrf } = await baseOf(other, address)
  expect(csrf).not.toBe(base.csrf)
  const send = async (more: Record<string, string>, origin?: string) =>
    (await post(request, address, { ...base, note: '假的', ...more }, origin)).status()
  expect(await send({ csrf: '' })).toBe(403)
  expect(await send({ csrf })).toBe(403)
  expect(await send({}, 'https://elsewhere.example')).toBe(403)
  expect((await post((await enter(null)).page.request, address, { ...base, note: '假的' })).status()).toBe(302)
  expect((await story.events()).some(({ type }) => type === 'note')).toBe(false)
})

const texts = {
  nothing: '',
  spaces: '   ',
  huge: '字'.repeat(30_000),
  hostile: "<script>window.hacked=1</script>\"'&\u0000\u202e ${7*7} {{7*7}} '); drop table dispute; --",
} as const

test('nothing, too much and nonsense in every form: a sentence and a status, never a fall', async ({ enter, stage }) => {
  test.slow()
  const acts = [
    'note',
    'session',
    'agree',
    'partial',
    'extend',
    'suspend',
    'fail',
    'withdraw',
    'object',
    'risk',
    'link',
    'prior',
    'roster',
    'request',
    'willing',
    'correct',
  ]
  const { request } = (await enter(mediator)).page
  const names = [
    'note',
    'why',
    'code',
    'toldBy',
    'ways',
    'otherWay',
    'toldHow',
    'kind',
    'startedAt',
    'form',
    'terms[0].who',
    'terms[0].what',
    'terms[0].kind',
    'terms[0].amountYuan',
    'content',
    'days',
    'unit',
    'reason',
    'partyId',
    'other',
    'level',
    'number',
    'what',
    'by',
    'force',
    'count',
    'role',
    'asked',
    'bodyId',
    'outsideName',
    'answers[0].partyId',
    'answers[0].willing',
    'eventId',
    'text',
    'happenedAt',
    'who',
    'side',
  ]
  for (const act of acts) {
    const story = await stage.aMediation({ now: justNow() })
    const address = `/disputes/${story.id}/do/${act}`
    for (const [what, text] of Object.entries(texts)) {
      const base = await baseOf(request, address)
      const answer = await post(request, address, { ...base, ...Object.fromEntries(names.map((name) => [name, text])) })
      expect([302, 400, 409], `${act} ${what}`).toContain(answer.status())
      if (answer.status() !== 400) continue
      const page = await answer.text()
      expect(page, `${act} ${what}`).toMatch(/role="alert"/)
      // What is wrong with what the page itself carries unseen has no field to stand beside.
      if (act !== 'willing') expect(page, `${act} ${what}`).toMatch(/class="error"/)
      expect(page, `${act} ${what}`).not.toContain('<script>window.hacked')
    }
  }
})

test('what somebody typed is shown, never run', async ({ enter, stage }) => {
  const script = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1">'
  const story = await stage.aMediation({
    now: justNow(),
    title: `${script}`.slice(0, 60),
    facts: script,
    placeText: script,
    parties: [
      { side: 'applicant', kind: 'person', name: script, willing: 'willing', note: script },
      { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
    ],
  })
  const visitor = await enter(mediator)
  await visitor.open(`/disputes/${story.id}/do/note`)
  await visitor.page.getByLabel('补充什么情况').fill(`</textarea>${script}`)
  await visitor.press(visitor.button('记下'))
  for (const end of ['', '/parties', '/path', '/path/print', '/do/session', '/do/agree']) {
    await visitor.page.goto(`/disputes/${story.id}${end}`)
    expect(await visitor.page.content(), end).not.toContain('<img src="x"')
    expect(await visitor.page.evaluate(() => 'hacked' in window), end).toBe(false)
  }
  await visitor.open(`/disputes/${story.id}`)
  await visitor.says('<script>window.hacked=1</script>')
  const triage = await enter('triage-530702004000-1')
  for (const address of [`/triage/${story.id}`, '/disputes', '/']) {
    await triage.page.goto(address)
    expect(await triage.page.evaluate(() => 'hacked' in window), address).toBe(false)
  }
})

test('a picture is served to who may see its dispute, and to nobody else', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const { request } = (await enter(mediator)).page
  const address = `/disputes/${story.id}/do/session`
  const base = await baseOf(request, address)
  const origin = `http://localhost:${process.env.E2E_PORT}`
  const startedAt = stage.typedMoment(new Date(Date.now() - 120_000))
  const photo = { name: '记录.png', mimeType: 'image/png', buffer: stage.aPicture() }
  const sent = await request.post(address, {
    multipart: { ...base, kind: 'site', startedAt, told: 'on', photos: photo },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  expect(sent.status(), await sent.text()).toBe(302)
  const file = await stage.db.file.findFirstOrThrow({ where: { disputeId: story.id } })
  const own = await request.get(`/files/${file.id}`)
  expect(own.status()).toBe(200)
  expect(own.headers()['content-type']).toContain('image/')
  for (const key of ['mediator-room-pengrenjie-1', 'triage-530702002000-1', 'admin', 'liaison-court'])
    expect((await (await enter(key)).page.request.get(`/files/${file.id}`)).status(), key).toBe(404)
  expect((await (await enter(null)).page.request.get(`/files/${file.id}`, { maxRedirects: 0 })).status()).toBe(302)

  // What says it is a picture and is none.
  const again = await baseOf(request, address)
  const fake = { name: '记录.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)">') }
  const refused = await request.post(address, {
    multipart: { ...again, kind: 'site', startedAt, photos: fake },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  expect(refused.status()).toBe(400)
})

test('signing out ends the session: a copy of its cookie opens nothing', async ({ enter }) => {
  const visitor = await enter(mediator)
  await visitor.open('/')
  const cookies = await visitor.page.context().cookies()
  await visitor.press(visitor.button('退出'))
  await expect(visitor.button('登录')).toBeVisible()
  const thief = await enter(null)
  await thief.page.context().addCookies(cookies)
  const answer = await thief.page.request.get('/', { maxRedirects: 0 })
  expect(answer.status()).toBe(302)
  expect(answer.headers().location).toContain('/sign-in')
})

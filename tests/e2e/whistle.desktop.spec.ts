import { expect, justNow, test } from '../support/e2e-test'

const post = 'triage-530702004000-1'

test('吹哨: the post calls two departments at once; one comes in time, one late; the bureau sees who', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow(), facts: '楼上漏水泡了楼下的货，两家僵着，要看一看管子。' })
  const [police, housing] = [await stage.bodyId('police-530702004000'), await stage.bodyId('housing')]

  const triage = await enter(post)
  const { page } = triage
  await triage.open(`/disputes/${story.id}/do/request`)
  await triage.press(triage.link('吹哨：一次请几个部门到场'))
  const row = (no: number) => page.getByRole('group', { name: `第 ${no} 个部门` })
  for (const [no, unit, asked] of [
    [1, police, '到场维持秩序'],
    [2, housing, '看一看公用管道'],
  ] as const) {
    await row(no).getByLabel('请哪个部门').selectOption(unit)
    await row(no).getByLabel('请它做什么').fill(asked)
    await row(no).getByLabel('多少小时内到场').fill('1')
  }
  await row(2).getByLabel('哪天前答复').fill(stage.dayAhead(2))
  // Whistled fifty minutes ago: ten are left.
  await page.getByLabel('什么时候吹的').fill(stage.typedMoment(new Date(Date.now() - 50 * 60_000)))
  await triage.press(triage.button('吹哨', page.getByRole('main')))
  await triage.says('束河派出所·吹哨·到场处置', '待签收')
  const asked = await stage.db.request.findMany({ where: { disputeId: story.id } })
  expect(asked.map(({ bodyId }) => bodyId).sort()).toEqual([police, housing].sort())

  // On a phone, standing there: received and there in one form, answered in the next.
  const officer = await enter('liaison-police-530702004000', { viewport: { width: 360, height: 740 } })
  await officer.open('/')
  await officer.says('楼上漏水', '吹哨，到场处置：先签收，再到场', '到场维持秩序')
  const line = officer.page.getByRole('listitem').filter({ hasText: '楼上漏水' })
  await officer.press(line.getByRole('link', { name: /^到场/ }))
  await officer.press(officer.button('登记到场'))
  await officer.open('/')
  await officer.press(line.getByRole('link', { name: /^答复/ }).first())
  await officer.page.getByRole('textbox', { name: '答复' }).fill('已到场，双方分开，没有冲突')
  await officer.press(officer.button('答复', officer.page.getByRole('main')))
  expect(await stage.db.request.findFirstOrThrow({ where: { disputeId: story.id, bodyId: police } })).toMatchObject({ status: 'answered' })

  // The other one comes when the time is up: the clock is turned back for it, as it cannot be waited for here.
  const late = await stage.db.request.findFirstOrThrow({ where: { disputeId: story.id, bodyId: housing } })
  await stage.db.request.update({ where: { id: late.id }, data: { arriveBy: new Date(Date.now() - 20 * 60_000) } })
  const liaison = await enter('liaison-housing')
  await liaison.open('/')
  await liaison.says('到场已超')
  const own = liaison.page.getByRole('listitem').filter({ hasText: '楼上漏水' })
  await liaison.press(own.getByRole('link', { name: /^到场/ }))
  await liaison.press(liaison.button('登记到场'))

  const bureau = await enter('bureau-1')
  await bureau.open('/whistles')
  const units = bureau.page.getByRole('table')
  await expect(units.getByRole('row', { name: /住房和城乡建设局/ })).toContainText('1')
  await bureau.press(units.getByRole('row', { name: /住房和城乡建设局/ }).getByRole('link', { name: /迟了/ }))
  await bureau.says('楼上漏水', '到场迟了')
  await bureau.open(`/disputes/${story.id}`)
  await bureau.says('到场迟了', '已到场，双方分开，没有冲突')
})

test('区司法局: the townships on tiles; a number opens its list, on a phone too', async ({ enter, stage }) => {
  await stage.aReport({ now: justNow() })
  for (const more of [{}, { viewport: { width: 360, height: 740 } }]) {
    const bureau = await enter('bureau-1', more)
    await bureau.open('/network')
    await bureau.says('束河街道', '一格一件', '本区设定')
    const row = bureau.page.getByRole('table').getByRole('row', { name: /束河街道/ })
    const number = row.getByRole('link').first()
    const count = (await number.textContent())!.trim().split(' ')[0]!
    await bureau.press(number)
    await bureau.says(`共 ${count} 件`)
  }
})

test('送出未接: the head sees what it needs to decide; the post chases, and answers for it after a call', async ({ enter, stage }) => {
  const story = await stage.anOffer({ now: justNow(), title: '和丽江与杨正平的押金' })
  const head = await enter('head-room-maguotou')
  await head.open(`/disputes/${story.id}`)
  await head.says('先看清再接', '和某', '利害关系')
  await expect(head.page.locator('body')).not.toContainText('杨正平')

  const triage = await enter(post)
  await triage.open('/offers')
  const line = triage.page.getByRole('listitem').filter({ has: triage.page.locator(`a[href="/disputes/${story.id}"]`) })
  await triage.press(line.getByRole('button', { name: /^催办/ }))
  await expect(line).toContainText('今天催过了')
  await triage.press(line.getByRole('link', { name: /^代为答复/ }))
  await triage.page.getByLabel('谁答复的').fill('和师傅，负责人')
  await triage.choose('答复了什么', '接收')
  await triage.press(triage.button('代为登记'))
  expect(await story.status()).toBe('assigning')
  await triage.open(`/disputes/${story.id}/path`)
  await triage.says('代马锅头调解室', '和师傅，负责人说接收')
})

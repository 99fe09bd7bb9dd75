import { expect, justNow, test } from '../support/e2e-test'

const post = 'triage-530702004000-1'
const districtPost = 'triage-530702000000-1'

test('分流岗: one press sends it off; what is returned comes back with its reason, goes up and down, and is sent again', async ({
  enter,
  stage,
}) => {
  const story = await stage.aReport({ now: justNow(), facts: '客人退房，客栈不退三百元房费，说床单有印子。' })
  const visitor = await enter(post)
  const { page } = visitor
  const here = `/triage/${story.id}`

  await visitor.open('/')
  await visitor.says('分流台')
  await visitor.press(visitor.link('打开分流台'))
  await visitor.open(here)
  await visitor.says('客栈不退三百元房费', '和丽江', '杨正平', '登记以后，还没有分流给任何组织')
  const best = page
    .getByRole('region', { name: '可以承办的组织' })
    .getByRole('group')
    .filter({ has: page.getByRole('button') })
    .first()
  const taker = (await best.getAttribute('aria-label')) ?? ''
  expect(taker).not.toBe('')
  await visitor.press(visitor.button('分流给它', best))
  await visitor.says('上一件已经送出')

  // Whoever was asked gives it back.
  const { bodyId } = await story.lastLeg()
  const { key } = await stage.db.body.findUniqueOrThrow({ where: { id: bodyId } })
  story.now = new Date(Date.now() - 60_000)
  await story.does(
    await stage.person(`head-${key}`),
    { type: 'return', reason: 'language' },
    { texts: [{ kind: 'told', audience: 'path', text: '由会说当事人语言的组织办理' }] },
  )

  await visitor.open(here)
  await visitor.says('退回', '没有合适语言的调解员', taker)

  await visitor.open(`/disputes/${story.id}/do/escalate`)
  await page.getByLabel('为什么', { exact: true }).fill('请区里找会纳西语的调解员')
  await visitor.press(visitor.button('上报区级'))
  expect((await story.row()).level).toBe('district')

  const district = await enter(districtPost)
  await district.open(here)
  await district.says('请区里找会纳西语的调解员')
  await district.open(`/disputes/${story.id}/do/deescalate`)
  await district.page.getByLabel('为什么', { exact: true }).fill('马锅头调解室有人会说')
  await district.press(district.button('下交'))
  expect((await story.row()).level).toBe('township')

  // The next morning, on a fresh page.
  const next = await enter(post)
  await next.open(here)
  const again = next.page
    .getByRole('region', { name: '可以承办的组织' })
    .getByRole('group')
    .filter({ has: next.page.getByRole('button') })
    .first()
  await again.getByText('改理由').click()
  await again.getByLabel('分流的理由').fill('商量过了，会说纳西语')
  await next.press(next.button('分流给它', again))
  expect(await story.status()).toBe('offered')
  await next.open(`/disputes/${story.id}/path`)
  await next.says('登记', '分流', '退回', '上报区级', '下交', '商量过了，会说纳西语')
})

test('分流岗: declines by a ground of the law, with the way to go instead', async ({ enter, stage }) => {
  const story = await stage.aReport({ now: justNow(), facts: '村民对征地补偿的标准不服。' })
  const visitor = await enter(post)
  await visitor.open(`/triage/${story.id}`)
  await visitor.press(visitor.link(/^不予受理/))

  await visitor.refused(visitor.button('不予受理'), '请选不予受理的法定情形')
  await visitor.choose('属于哪一种情形', /^征地补偿争议/)
  await visitor.page.getByLabel('具体情况').fill('对区政府的补偿标准不服')
  await visitor.page.getByLabel('已经把选中情形下面的途径告诉申请人').check()
  await visitor.press(visitor.button('不予受理'))
  await visitor.says('不予受理', '行政复议')
  expect(await story.status()).toBe('declined')
})

test('分流岗: chooses another than the first, with a reason; what was recommended then is kept, and the rules are read', async ({
  enter,
  stage,
}) => {
  const story = await stage.aReport({ now: justNow(), facts: '两家为院墙滴水吵了半年。' })
  const visitor = await enter(post)
  const { page } = visitor
  await visitor.open(`/triage/${story.id}`)
  const second = page
    .getByRole('region', { name: '可以承办的组织' })
    .getByRole('group')
    .filter({ has: page.getByRole('button') })
    .nth(1)
  const taker = (await second.getAttribute('aria-label')) ?? ''
  await visitor.refused(visitor.button('分流给它', second), '请写明为什么')
  await second.getByLabel('为什么不选第一个').fill('双方都信得过它')
  await visitor.press(visitor.button('分流给它', second))
  await visitor.says('上一件已经送出')

  await visitor.open(`/disputes/${story.id}/path`)
  await visitor.press(visitor.link('当时的分流建议'))
  await visitor.says(taker, '是建议的第 2 个', '选的是它')
  await visitor.press(visitor.link(/^分流规则/))
  await visitor.says('每一条给几分', '就在本村（社区）', '《人民调解法》第19条', '不看任何人的成功率')
})

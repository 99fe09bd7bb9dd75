import { expect, justNow, test } from '../support/e2e-test'

const days = (count: number) => new Date(justNow().getTime() + count * 86_400_000)

test('负责人: puts right when it was received; both stand on the path and the period moves', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: days(-9) })
  const { mediation } = await story.running()
  const visitor = await enter('head-room-maguotou')
  const { page } = visitor
  await visitor.open(`/disputes/${story.id}/do/correct`)
  await visitor.refused(visitor.button('更正'), '请写明为什么更正')
  await page.getByLabel('受理时间').fill('2199-01-01T00:00')
  await page.getByLabel('为什么更正').fill('受理登记表上是四天以后')
  await visitor.refused(visitor.button('更正'), '不能晚于现在')
  const right = stage.typedMoment(days(-4))
  await page.getByLabel('受理时间').fill(right)
  await visitor.press(visitor.button('更正'))
  const moved = (await story.running()).mediation
  expect(moved! > mediation!).toBe(true)
  await visitor.open(`/disputes/${story.id}/path`)
  await visitor.says('受理', '更正第', '受理登记表上是四天以后', right.replace('T', ' '))

  // The mediator wrote none of it and may not touch it.
  const other = await enter('mediator-room-maguotou-1')
  await other.open(`/disputes/${story.id}/do/correct`)
  await expect(other.page.getByLabel('受理时间')).toHaveCount(0)
})

test('调解员: puts right a sum that was misheard, before anybody else has acted', async ({ enter, stage }) => {
  const story = await stage.anAgreement(undefined, { now: days(-1) })
  const visitor = await enter('mediator-room-maguotou-1')
  const { page } = visitor
  await visitor.open(`/disputes/${story.id}/do/correct`)
  await page.getByLabel('第 1 项金额').fill('320')
  await page.getByLabel('为什么更正').fill('听成三百了')
  await visitor.press(visitor.button('更正'))
  const [term] = await story.owed()
  expect(term?.amountFen).toBe(32_000n)
  await visitor.open(`/disputes/${story.id}/agreement`)
  await visitor.says('320.00')
})

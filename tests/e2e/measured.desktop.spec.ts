import { expect, justNow, test } from '../support/e2e-test'
import { Typist } from '../support/e2e-typist'

const post = 'triage-530702004000-1'

test('分流岗: two clicks send a dispute off', async ({ enter, stage }) => {
  const story = await stage.aReport({ now: justNow(), elsewhere: undefined })
  const visitor = await enter(post)
  await visitor.open(`/triage/${story.id}`)
  const hand = new Typist(visitor.page)
  await hand.touch(
    visitor.page
      .getByRole('group', { name: /办过这件事没有/ })
      .locator('label')
      .first(),
  )
  await hand.go(() => visitor.press(visitor.button('分流给它')))
  expect(await story.status()).toBe('offered')
  expect([hand.touches, hand.keys]).toEqual([2, 0])
  console.log(hand.report('分流（点）', 6))
})

test('分流岗: three keys send a dispute off', async ({ enter, stage }) => {
  const story = await stage.aReport({ now: justNow(), elsewhere: undefined })
  const visitor = await enter(post)
  const { page } = visitor
  await visitor.open(`/triage/${story.id}`)
  const hand = new Typist(page)
  await hand.key('0')
  await expect(
    page
      .getByRole('group', { name: /办过这件事没有/ })
      .getByRole('radio')
      .first(),
  ).toBeChecked()
  await hand.key('1')
  await hand.go(
    async () => {
      await page.keyboard.press('1')
      await page.waitForURL(/sent=/)
    },
    { touches: 0, keys: 1 },
  )
  expect(await story.status()).toBe('offered')
  expect([hand.touches, hand.keys]).toEqual([0, 3])
  console.log(hand.report('分流（键）', 3))
})

test('分流岗: who was not asked whether it is elsewhere is asked, and what was written stays', async ({ enter, stage }) => {
  const story = await stage.aReport({ now: justNow(), elsewhere: undefined })
  const visitor = await enter(post)
  await visitor.open(`/triage/${story.id}`)
  const best = visitor.page
    .getByRole('region', { name: '可以承办的组织' })
    .getByRole('group')
    .filter({ has: visitor.page.getByRole('button') })
    .first()
  await best.getByText('改理由').click()
  await best.getByLabel('分流的理由').fill('离得近，熟悉两家')
  await visitor.refused(visitor.button('分流给它', best), '请先问当事人')
  await expect(best.getByLabel('分流的理由')).toHaveValue('离得近，熟悉两家')
})

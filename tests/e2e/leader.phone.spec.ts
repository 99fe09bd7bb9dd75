import { expect, justNow, test } from '../support/e2e-test'

test('挂包领导: the red and yellow of the own township, to read, and nothing else', async ({ enter, stage }) => {
  const red = await stage.aReport({ now: justNow(), dangerSigns: ['threat'] })
  const green = await stage.aReport({ now: justNow() })
  const leader = await enter('leader-530702004000')
  await leader.open('/')
  await expect(leader.page.locator(`a[href="/disputes/${red.id}"]`).first()).toBeVisible()
  await expect(leader.page.locator(`a[href="/disputes/${green.id}"]`)).toHaveCount(0)
  await leader.open(`/disputes/${red.id}`)
  expect((await leader.page.request.get(`/disputes/${green.id}`)).status()).toBe(404)
  const act = await leader.page.request.get(`/disputes/${red.id}/do/offer`)
  expect([403, 404]).toContain(act.status())

  const elsewhere = await enter('leader-530702002000')
  expect((await elsewhere.page.request.get(`/disputes/${red.id}`)).status()).toBe(404)
})

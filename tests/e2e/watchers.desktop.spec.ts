import { expect, justNow, test } from '../support/e2e-test'

const title = (facts: string) => ({ facts, now: justNow() })

test('值班、司法局、管理员: each their own list under their own sight', async ({ enter, stage }) => {
  const red = await stage.aReport({ ...title('扬言动刀。'), dangerSigns: ['threat'] })
  const green = await stage.aReport(title('漏水。'))
  const [redRow, greenRow] = await Promise.all([red.row(), green.row()])
  expect(redRow.risk).not.toBe('green')

  const duty = await enter('duty-1')
  await duty.open('/')
  await expect(duty.page.locator(`a[href="/disputes/${red.id}"]`).first()).toBeVisible()
  await duty.open('/disputes')
  await duty.open(`/disputes/${red.id}`)
  await duty.says(redRow.number)

  const bureau = await enter('bureau-1')
  await bureau.open('/')
  await bureau.open(`/disputes?q=${greenRow.number}`)
  await bureau.press(bureau.page.locator(`a[href="/disputes/${green.id}"]`).first())
  await bureau.says(greenRow.number)

  const admin = await enter('admin')
  await admin.open('/')
  await admin.says('管理员看不到任何纠纷')
  await admin.open('/bodies')
  for (const address of [`/disputes/${green.id}`, `/disputes/${green.id}/path/print`])
    expect((await admin.page.request.get(address)).status(), address).toBe(404)
  // The triage desk is not theirs, whatever they ask it for.
  for (const id of [green.id, stage.newId()]) expect((await admin.page.request.get(`/triage/${id}`)).status()).toBe(403)
  const list = await admin.page.request.get('/disputes')
  expect(await list.text()).not.toContain(greenRow.number)
})

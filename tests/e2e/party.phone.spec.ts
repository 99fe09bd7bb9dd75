import { expect, justNow, test } from '../support/e2e-test'

test('当事人: opens the own case with number and code from the receipt, in large type, and sees nothing of the other side', async ({
  enter,
  stage,
}) => {
  const grid = 'grid-530702004001'
  const story = await stage.aSignedPaper(
    [stage.term({ dueDay: stage.dayAhead(10) }), stage.term({ who: '杨正平', to: '木建国', what: '修好院墙', kind: 'do' })],
    {
      now: justNow(),
      facts: '杨正平把三百元房费扣下了。',
    },
  )
  const worker = await enter(grid)
  await worker.open(`/disputes/${story.id}/receipt`)
  const { number, queryCodeHash } = await story.row()
  expect(queryCodeHash).not.toBeNull()
  await worker.says(number, '人民调解不收费')
  const code = (await worker.page.getByRole('definition').nth(1).innerText()).trim()
  expect(code).toMatch(/^\w{4}-\w{4}$/)

  const party = await enter(null)
  const { page } = party
  const fill = async (given: { number: string; code: string }) => {
    await page.getByLabel('登记编号').fill(given.number)
    await page.getByLabel('查询码').fill(given.code)
  }
  const said = async () => (await page.getByRole('alert').first().innerText()).trim()
  await party.open('/query')
  await fill({ number, code: 'AAAA AAAA' })
  await party.refused(party.button('查进度'), '登记编号或查询码不对')
  const wrong = await said()
  await fill({ number: '530702-2026-999999', code })
  await party.refused(party.button('查进度'), '登记编号或查询码不对')
  expect(await said()).toBe(wrong)

  await fill({ number, code: code.toLowerCase() })
  await party.press(party.button('查进度'))
  await party.says(number, '正在按协议做', '马锅头调解室', '下一步', '还剩', '退还房费', '不想调解')
  expect(page.url()).not.toContain(code.trim())
  await expect(page.getByRole('main')).not.toContainText('杨正平')
  await expect(page.getByRole('main')).not.toContainText('修好院墙')
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((shown) => parseFloat(getComputedStyle(shown).fontSize))
  const usual = await size()
  await party.press(party.link('大字'))
  expect(await size()).toBeGreaterThan(usual)
  await party.press(party.button('退出'))
  await expect(page.getByRole('button', { name: '查进度' })).toBeVisible()
})

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

test('当事人: chases once a day, answers what was asked, adds with a photograph, and says that mediation is to end; nothing moves by itself', async ({
  enter,
  stage,
}) => {
  const story = await stage.aMediation({ now: justNow() })
  const { number, parties } = await story.row()
  const mediator = await enter('mediator-room-maguotou-1')
  await mediator.open(`/disputes/${story.id}/do/question`)
  await mediator.choose('请谁补充', '当事人')
  await mediator.page.getByLabel('哪一位当事人').selectOption(parties[0]!.id)
  await mediator.page.getByLabel('要补充什么').fill('押金收条还在吗')
  await mediator.press(mediator.button('发出'))
  const worker = await enter('grid-530702004001')
  await worker.open(`/disputes/${story.id}/receipt`)
  const code = (await worker.page.getByRole('definition').nth(1).innerText()).trim()

  const party = await enter(null)
  const { page } = party
  await party.open('/query')
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await party.press(party.button('查进度'))
  await party.says('正在调解', '请您补充', '押金收条还在吗')
  await party.press(party.button('催一下'))
  await party.says('已经催了')
  await expect(page.getByRole('button', { name: '催一下' })).toHaveCount(0)
  await party.open('/query')
  await party.says('今天已经催过')

  await page.getByLabel('押金收条还在吗').fill('在，下次带来')
  await party.press(party.button('答复'))
  await party.says('已经答复')
  await expect(page.getByLabel('押金收条还在吗')).toHaveCount(0)

  await party.press(party.link('补充情况'))
  await party.refused(party.button('发给经办的人'), '请写一写是什么情况')
  await page.getByLabel('什么情况').fill('他昨天又换了锁')
  await page.locator('[name=photos]').setInputFiles({ name: '门锁.png', mimeType: 'image/png', buffer: stage.aPicture() })
  await party.press(party.button('发给经办的人'))
  await party.says('已经发给经办的人')

  await party.press(party.link('不想调解了'))
  await party.says('不用写理由', '不影响您去法院')
  await party.press(party.button('我要求终止调解'))
  await party.says('您要求终止调解', '正在调解')
  expect(await story.status()).toBe('mediating')
  const wishes = (await story.events()).filter(({ actorKind }) => actorKind === 'party').map(({ type }) => type)
  expect(wishes).toEqual(['note', 'question', 'note', 'note'])
  expect(await stage.db.file.count({ where: { disputeId: story.id, kind: 'photo' } })).toBe(1)
  await mediator.open(`/disputes/${story.id}`)
  await mediator.says('当事人要求终止调解', '当事人补充', '当事人催办')
})

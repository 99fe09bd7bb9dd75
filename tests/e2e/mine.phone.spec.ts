import { expect, justNow, test } from '../support/e2e-test'

const grid = 'grid-530702004001'

test('网格员: sees what became of what was registered, answers 请补充, and adds with a photograph', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const { title } = await story.row()
  const question = '押金收条在谁那里'
  const mediator = await enter('mediator-room-maguotou-1')
  await mediator.open(`/disputes/${story.id}/do/question`)
  await mediator.page.getByLabel('要补充什么').fill(question)
  await mediator.press(mediator.button('发出'))

  const worker = await enter(grid)
  const { page } = worker
  await worker.open('/')
  await worker.press(worker.link('我登记的'))
  await worker.says('请您补充', question, title, '马锅头调解室')
  await worker.press(worker.link(new RegExp(`答复.*${question}`)))
  await worker.says(question)
  await page.getByLabel('答复', { exact: true }).fill('在老板娘那里')
  await worker.press(worker.button('答复'))
  await worker.open('/mine')
  await expect(page.getByRole('main')).not.toContainText(question)

  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/disputes/${story.id}"]`) })
  await expect(row).toContainText('调解中')
  await expect(row.locator('a[href^="tel:"]')).toBeVisible()
  await worker.press(row.getByRole('link', { name: /补充情况/ }))
  await worker.refused(worker.button('记下'), '请写补充的情况，或者选照片')
  await page.getByLabel('补充什么情况').fill('老板娘说下周退')
  await page.locator('[name=photos]').setInputFiles({ name: '收条.png', mimeType: 'image/png', buffer: stage.aPicture() })
  await worker.press(worker.button('记下'))
  const { id, type } = await story.lastEvent()
  expect(type).toBe('note')
  expect(await stage.db.file.count({ where: { eventId: id } })).toBe(1)
  // One tap away on the dispute's own page and the receipt too.
  await expect(page.locator('footer').getByRole('link', { name: '补充情况' })).toBeVisible()
  await worker.open(`/disputes/${story.id}/receipt`)
  await worker.press(worker.link('补充情况'))

  const other = await enter('grid-530702004002')
  await other.open('/mine')
  await expect(other.page.locator(`a[href="/disputes/${story.id}"]`)).toHaveCount(0)
})

test('网格员: of what is closed, asks that it be taken up again; it stays closed until the post decides', async ({ enter, stage }) => {
  const story = await stage.aClosed({ now: justNow() })
  const worker = await enter(grid)
  await worker.open(`/disputes/${story.id}/do/note`)
  await worker.page.getByLabel('补充什么情况').fill('两家又吵起来了')
  await worker.page.getByText('请求重新办理').click()
  await worker.press(worker.button('记下'))
  expect(await story.lastEvent()).toMatchObject({ type: 'note', detail: { wish: 'reopen' } })
  expect(await story.status()).toBe('closed')
})

test('窗口: writes an enquiry as one line and takes it over into a registration', async ({ enter }) => {
  const window = await enter('triage-530702004000-1')
  const { page } = window
  const asked = `邻居占了道找谁 ${Date.now()}`
  await window.open('/triage')
  await window.press(window.link('咨询'))
  await window.refused(window.button('记下'), '请选问的是哪一类')
  await window.choose('问的是哪一类', '找部门')
  await page.getByLabel('问了什么').fill(asked)
  await page.getByLabel('怎么答复的').fill('先和村里说，不行来登记')
  await window.press(window.button('记下'))
  await window.says('已经保存', asked, '先和村里说', '找部门')
  await window.press(window.button(new RegExp(`改为登记纠纷.*${asked}`)))
  expect(page.url()).toMatch(/\/register\/[\w-]+\/1$/)
  const third = page.url().replace(/1$/, '3')
  await window.open(third)
  await expect(page.getByLabel('是什么事')).toHaveValue(asked)
})

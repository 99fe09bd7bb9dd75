import { expect, justNow, test } from '../support/e2e-test'

const mediator = 'mediator-room-maguotou-1'

test('调解员: on the phone, writes down a session on the spot, with a photo', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const visitor = await enter(mediator)
  const { page } = visitor
  await visitor.open('/')
  await visitor.open(`/disputes/${story.id}`)
  await visitor.press(page.getByRole('contentinfo').getByRole('link', { name: '记一次调解' }))
  await visitor.choose('怎么谈的', '现场')
  await visitor.refused(visitor.button('记下这次调解'), '第一次调解以前，先告知权利义务')
  await page.getByLabel('已经告知，各方听清').check()
  await page.getByLabel('调解过程').fill('看了床单，约明天再谈')
  await visitor.choose('谈得怎么样', '约定再谈')
  await page.getByLabel('照片').setInputFiles({ name: '床单.png', mimeType: 'image/png', buffer: stage.aPicture() })
  await visitor.press(visitor.button('记下这次调解'))
  await visitor.open(`/disputes/${story.id}/sessions`)
  await visitor.says('看了床单，约明天再谈')
  await visitor.open(`/disputes/${story.id}/papers`)
  await expect(page.getByRole('main').getByRole('img').first()).toBeVisible()
})

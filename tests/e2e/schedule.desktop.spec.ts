import { expect, justNow, test } from '../support/e2e-test'

const phone = { viewport: { width: 360, height: 740 } }

/** A day next month as a field has it, never a weekend: 2026-12-07T09:00 by Shanghai's clock. */
function workday(ahead: number, clock: string): string {
  const at = new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000)
  while ([0, 6].includes(at.getUTCDay())) at.setUTCDate(at.getUTCDate() + 1)
  return `${at.toISOString().slice(0, 10)}T${clock}`
}

test('日程: a mediator is refused a clash, takes a suggestion and moves it; the head sees the week and prints it', async ({
  enter,
  stage,
}) => {
  const [one, other] = [await stage.aMediation({ now: justNow() }), await stage.aMediation({ now: justNow() })]
  const mediator = await enter('mediator-room-maguotou-1')
  const sitting = (id: string) => `/disputes/${id}/do/sitting`

  await mediator.open(sitting(one.id))
  await mediator.page.getByLabel('什么时候开始').fill(workday(40, '10:00'))
  await mediator.page.getByLabel('别的地方').fill('束河司法所')
  await mediator.press(mediator.button('约定'))

  // The same hour on another dispute: refused beside the field, and what was typed is still there.
  await mediator.open(sitting(other.id))
  await mediator.page.getByLabel('什么时候开始').fill(workday(40, '11:00'))
  await mediator.page.getByLabel('说明').fill('带上合同')
  await mediator.refused(mediator.button('约定'), /已经约了别的调解，请换一个时间/)
  await expect(mediator.page.getByLabel('说明')).toHaveValue('带上合同')

  // A suggestion fills the form in.
  await mediator.open(sitting(other.id))
  await mediator.press(mediator.link(/调解室/, mediator.page.getByRole('main')))
  await mediator.press(mediator.button('约定'))
  await mediator.open(`/disputes/${other.id}/sessions`)
  await mediator.says('约定的调解', '面对面')

  await mediator.press(mediator.link('改期、取消', mediator.page.getByRole('main')))
  await mediator.page.getByLabel('什么时候开始').fill(workday(41, '14:00'))
  await mediator.page.getByLabel('什么时候结束').fill(workday(41, '16:00'))
  await mediator.press(mediator.button('记下'))

  const head = await enter('head-room-maguotou')
  await head.open('/schedule')
  await head.says('马锅头调解室的日程', '别处')
  await head.press(head.link('下一周 ›'))
  await head.page.emulateMedia({ media: 'print' })
  await expect(head.page.getByRole('navigation', { name: '换一周、换一张' })).toBeHidden()
  await expect(head.page.getByRole('table')).toBeVisible()
  const sheet = (await head.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet) ?? []
  expect(Number(width)).toBeGreaterThan(Number(height))
})

test('日程 on a phone, the rooms, and the calendar’s address, which is shown once and ends', async ({ enter, stage }) => {
  const small = await enter('head-room-maguotou', phone)
  await small.open('/schedule')
  expect(await small.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await small.open(`/bodies/${await stage.bodyId('room-maguotou')}/venues`)
  await small.page.getByLabel('名称').fill('窗边的一间')
  await small.press(small.button('加上'))
  await small.says('已经保存', '窗边的一间')

  await small.open('/schedule')
  await small.press(small.button(/订阅地址|换一个新地址/))
  const address = await small.page.getByLabel('日历订阅地址').inputValue()
  const nobody = await enter(null)
  const read = async () => nobody.page.request.get(new URL(address).pathname)
  const answer = await read()
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await small.press(small.button('停用'))
  await expect(small.page.getByLabel('日历订阅地址')).toHaveCount(0)
  expect((await read()).status()).toBe(404)
  expect((await nobody.page.request.get(`/calendar/${'A'.repeat(43)}`)).status()).toBe(404)
})

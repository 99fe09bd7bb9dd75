import { expect, test, type Stage } from '../support/e2e-test'

const facts = '两家为滴水界吵起来，扬言动锄头。'

/** Which of the two duty officers of the district the roster has today. */
async function calledOfficer({ db, person }: Stage, alarmId: string): Promise<string> {
  const calls = await db.alarmCall.findMany({ where: { alarmId } })
  for (const key of ['duty-1', 'duty-2']) {
    const { accountId } = await person(key)
    if (calls.some((call) => call.accountId === accountId)) return key
  }
  throw new Error('no duty officer was called')
}

test('红色警报: the duty officer is called on every page, takes it, reports it to the police, and it is dealt with', async ({
  enter,
  stage,
}) => {
  const now = new Date()
  const story = await stage.aReport({ now, facts, dangerSigns: ['threat'], dangerTold: '山里没有信号，正往外走', dangerNotYet: true })
  const alarm = await stage.db.alarm.findFirstOrThrow({ where: { disputeId: story.id } })
  expect(await stage.ringAlarm({ alarmId: alarm.id }, now)).toBe(true)

  const duty = await enter(await calledOfficer(stage, alarm.id))
  await duty.open('/bodies')
  await duty.press(duty.page.getByRole('complementary', { name: '红色警报' }).getByRole('link').first())
  await duty.open(`/alarms/${alarm.id}`)
  await duty.says('没人签收', '现在就联系', '110', '扬言伤人', '值班员')
  await duty.press(duty.button('我来办，签收'))
  await duty.says('已经保存', '已签收', '不到 1 分钟')
  await expect(duty.page.getByRole('complementary', { name: '红色警报' }).locator(`a[href="/alarms/${alarm.id}"]`)).toHaveCount(0)

  await duty.press(duty.link('看全案'))
  await duty.says('危险未处置', '还没有报告：山里没有信号', '再提醒')
  await duty.open(`/disputes/${story.id}/do/danger`)
  await duty.choose('怎么样了', '已经告诉')
  await duty.page.getByLabel('报告哪个部门').selectOption({ label: '公安机关' })
  await duty.page.getByLabel('告诉了谁').fill('束河派出所')
  await duty.page.getByLabel(/^回执号/).fill('接警 1128-17')
  await duty.press(duty.button('记下', duty.page.getByRole('main')))
  await duty.open(`/disputes/${story.id}`)
  await duty.says('已告诉公安机关，束河派出所', '回执 接警 1128-17', '风险和报告', '按规则')

  await duty.open(`/alarms/${alarm.id}`)
  await duty.refused(duty.button('已处置'), '请写怎么处置的')
  await duty.page.getByLabel('怎么处置的').fill('民警到场，锄头收走，两家分开')
  await duty.press(duty.button('已处置'))
  await duty.says('已处置')
  await duty.open('/alarms')
  await duty.says('最近 30 天', '不到 1 分钟')
  await duty.open('/risk-rules')
  await duty.says('扬言伤人', '本区设定')
  expect(await stage.db.dispute.findUniqueOrThrow({ where: { id: story.id } })).toMatchObject({ dangerSince: null })

  // Whom it did not call finds nothing.
  const mediator = await enter('mediator-room-maguotou-1')
  for (const address of [`/alarms/${alarm.id}`, '/alarms', '/drills'])
    expect((await mediator.page.request.get(address)).status(), address).toBe(404)
})

test('演练: the bureau plays one; the duty officer answers on a phone; the report says how soon', async ({ enter, stage }) => {
  const bureau = await enter('bureau-1')
  await bureau.open('/alarms')
  await bureau.press(bureau.link('演练'))
  await bureau.refused(bureau.button('开始演练'), '请写演练什么情形')
  await bureau.page.getByLabel('哪里').selectOption({ label: '大研街道' })
  await bureau.page.getByLabel('演练什么情形').fill('夜里有人堵门')
  await bureau.press(bureau.button('开始演练'))
  await bureau.says('夜里有人堵门', '马上就叫')
  const alarm = await stage.db.alarm.findFirstOrThrow({ where: { why: 'drill' }, orderBy: { id: 'desc' } })
  expect(await stage.ringAlarm({ alarmId: alarm.id }, new Date())).toBe(true)

  const duty = await enter(await calledOfficer(stage, alarm.id), { viewport: { width: 360, height: 740 } })
  await duty.open('/notices')
  await duty.press(duty.page.getByRole('complementary', { name: '红色警报' }).getByRole('link', { name: /演练/ }).first())
  await duty.says('这是演练', '夜里有人堵门')
  await duty.press(duty.button('我来办，签收'))
  await duty.says('已签收')

  await bureau.open(`/drills/${alarm.drillId}`)
  await bureau.says('签收', '值班员')
  await bureau.page.getByLabel('学到什么').fill('叫得到人')
  await bureau.press(bureau.button('结束演练'))
  await bureau.says('已结束', '叫得到人')
})

import { expect, justNow, test } from '../support/e2e-test'

const mediator = 'mediator-room-maguotou-1'

test('调解员: a written agreement of several terms is signed, kept item by item, confirmed, visited and closed', async ({
  enter,
  stage,
}) => {
  test.slow()
  const story = await stage.aMediation({ now: justNow() })
  const visitor = await enter(mediator)
  const { page } = visitor
  const at = `/disputes/${story.id}`
  const { title } = await story.row()

  await visitor.open('/')
  await visitor.says('约双方开第一次调解会，先告知权利义务', title)
  await visitor.open(at)
  await visitor.press(visitor.act('记一次调解'))
  await visitor.choose('怎么谈的', '面对面')
  await page.getByLabel('已经告知，各方听清').check()
  await page.getByLabel('双方没有争议的事实').fill('押金三百元，床单有一处印子')
  await page.getByLabel('调解过程').fill('一方愿意退二百元')
  await visitor.choose('谈得怎么样', '达成一致')
  await visitor.press(visitor.button('记下这次调解'))
  await visitor.open(`${at}/sessions`)
  await visitor.says('押金三百元，床单有一处印子', '面对面')

  await visitor.press(visitor.act('达成协议'))
  await visitor.choose('口头还是书面', /^书面协议/)
  const item = (no: number) => page.getByRole('group', { name: `第 ${no} 项` })
  await item(1).getByLabel('谁', { exact: true }).fill('杨正平')
  await item(1).getByLabel('向谁').fill('和丽江')
  await item(1).getByLabel('做什么').fill('退还押金')
  await item(1).getByLabel('哪一种').selectOption('给付金钱')
  await item(1).getByLabel('金额', { exact: true }).fill('300')
  await item(1).getByLabel('哪天前').fill(stage.dayAhead(10))
  await item(2).getByLabel('谁', { exact: true }).fill('和丽江')
  await item(2).getByLabel('向谁').fill('杨正平')
  await item(2).getByLabel('做什么').fill('归还房卡')
  await item(2).getByLabel('哪一种').selectOption('交付、返还')
  await item(3).getByLabel('谁', { exact: true }).fill('杨正平')
  await item(3).getByLabel('做什么').fill('当面道歉')
  await item(3).getByLabel('哪一种').selectOption('赔礼道歉')
  await page.getByLabel('双方说的付款总数').fill('200')
  await visitor.refused(visitor.button('达成协议'), /各项加起来是 300/)
  await expect(item(3).getByLabel('做什么')).toHaveValue('当面道歉')
  await page.getByLabel('双方说的付款总数').fill('300')
  await visitor.press(visitor.button('达成协议'))
  expect(await story.status()).toBe('signing')

  // First one name, then the rest.
  await visitor.press(visitor.act('登记签字盖章'))
  await visitor.says('还缺')
  await page.getByRole('group', { name: '当事人 和丽江' }).getByLabel('怎么签的').selectOption('按指印')
  await visitor.press(visitor.button('记下签字盖章'))
  expect(await story.status()).toBe('signing')
  await visitor.press(visitor.act('登记签字盖章'))
  await visitor.says('已经签的', '和丽江')
  await page.getByRole('group', { name: '当事人 杨正平' }).getByLabel('怎么签的').selectOption('签名')
  await page.getByRole('group', { name: '人民调解员' }).getByLabel('怎么签的').selectOption('签名')
  const seal = page.getByRole('group', { name: '调委会印章' })
  await seal.getByLabel('用印人').fill('和印章')
  await seal.getByLabel('怎么签的').selectOption('已盖章')
  await visitor.press(visitor.button('记下签字盖章'))
  expect(await story.status()).toBe('performing')

  await visitor.press(visitor.act('登记履行情况'))
  await visitor.choose('哪一项', /退还押金/)
  await visitor.choose('履行了多少', '一部分钱')
  await page.getByLabel('这次付了多少').fill('100')
  await visitor.choose('有什么凭证', '转账凭证')
  await visitor.press(visitor.button('登记履行'))
  await visitor.open(`${at}/agreement`)
  await visitor.says('退还押金', '归还房卡', '当面道歉')

  await visitor.open(`${at}/do/confirmation`)
  await visitor.says('双方共同申请')
  await page.getByLabel('申请人一方同意申请', { exact: false }).first().check()
  await page.getByLabel('被申请人一方同意申请', { exact: false }).check()
  await page.getByRole('group', { name: '向哪个法院申请' }).getByRole('radio').first().check()
  await visitor.press(visitor.button('申请司法确认'))
  await visitor.open(`${at}/agreement`)
  await visitor.says('司法确认')

  for (const what of ['退还押金', '归还房卡', '当面道歉']) {
    await visitor.open(`${at}/do/perform`)
    await visitor.choose('哪一项', new RegExp(what))
    await visitor.choose('履行了多少', /^全部/)
    await visitor.press(visitor.button('登记履行'))
  }
  await stage.granted(story)
  expect(await story.status()).toBe('visiting')

  await visitor.open(at)
  await visitor.press(visitor.act('登记回访'))
  await visitor.choose('结果', /履行/)
  await visitor.choose('怎么回访的', /电话/)
  await visitor.choose('当事人满意吗', /^满意/)
  await visitor.press(visitor.button('记下回访'))
  await visitor.press(visitor.act('办结'))
  await visitor.press(visitor.button('办结'))
  expect(await story.status()).toBe('closed')

  for (const address of [at, `${at}/parties`, `${at}/papers`, `${at}/path`]) await visitor.open(address)
  const stations = [
    '登记',
    '分流',
    '受理',
    '指派',
    '第 1 次',
    '达成',
    '协议生效',
    '付 100.00 元',
    '申请司法确认',
    '法院裁定有效',
    '回访',
    '办结',
  ]
  await visitor.says(...stations)
  await visitor.open(`${at}/path/print`)
  await visitor.says(...stations)
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g), 'the whole way stands on one sheet').toHaveLength(1)
})

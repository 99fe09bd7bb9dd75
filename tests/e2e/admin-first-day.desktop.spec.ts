import ExcelJS from 'exceljs'
import { expect, justNow, test, type Stage, type Visitor } from '../support/e2e-test'

const phoneSize = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const own = '束河的早晨2026'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const headings = ['姓名', '手机号', '岗位', '乡镇街道', '村社区', '网格', '调解组织', '起始日期']

let last = Date.now() % 89_000_000
/** A mobile number nobody has yet. */
const newPhone = () => `137${String(10_000_000 + last++)}`

async function tableOf(lines: string[][]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('人员').addRows([headings, ...lines])
  return { name: '人员.xlsx', mimeType: xlsx, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

const field = ({ page }: Visitor, label: string | RegExp) => page.getByRole('main').getByLabel(label).first()

/** 新建人员, up to the page that shows the one-time password. */
async function make(admin: Visitor, name: string, phone: string, role: string, place: string): Promise<string> {
  await admin.open('/people/new')
  await field(admin, '姓名').fill(name)
  await field(admin, '手机号').fill(phone)
  await field(admin, '岗位').selectOption({ label: role })
  await field(admin, '在哪里').selectOption({ label: place })
  await admin.press(admin.button('建好，给一次性密码'))
  return admin.page.locator('.revealed').innerText()
}

async function signIn(someone: Visitor, phone: string, password: string): Promise<void> {
  await someone.open('/sign-in')
  await someone.page.getByLabel('手机号').fill(phone)
  await someone.page.getByLabel('密码').fill(password)
  await someone.press(someone.button('登录'))
}

/** Signs in with the one-time password and chooses the own. */
async function begin(someone: Visitor, phone: string, password: string): Promise<void> {
  await signIn(someone, phone, password)
  await expect(someone.page.getByRole('heading', { level: 1 })).toContainText('请设置密码')
  await someone.page.getByLabel('新密码').fill(own)
  await someone.page.getByLabel('再输一次').fill(own)
  await someone.press(someone.button('设好并登录'))
  await expect(someone.page).toHaveURL('/')
}

const personOf = async (stage: Stage, key: string) => `/people/${(await stage.person(key)).accountId}`

test('新建人员: the one-time password is shown once, leads to the own, and ends with it; stopped, one is out at once', async ({
  enter,
}) => {
  const [admin, phone] = [await enter('admin'), newPhone()]
  await admin.open('/people/new')
  await admin.refused(admin.button('建好，给一次性密码'), '请写姓名')
  const password = await make(admin, '木秀兰', phone, '分流岗', '束河街道')
  expect(password).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  await admin.press(admin.link('记下了，到他的页面'))
  await admin.says('还没有登录过', '束河街道·分流岗')
  const person = admin.page.url()
  for (const address of [person, '/people', '/people/new']) {
    await admin.open(address)
    expect(await admin.page.content()).not.toContain(password)
  }

  const newcomer = await enter(null)
  await begin(newcomer, phone, password)
  await expect(newcomer.page.getByRole('banner')).toContainText('木秀兰')
  await newcomer.open('/triage')
  expect((await newcomer.page.request.get('/people')).status()).toBe(403)

  await admin.open(person)
  await admin.says('在用')
  await admin.press(admin.button('停用'))
  await admin.says('已停用，登录着的已经退出')
  await newcomer.open('/triage')
  await expect(newcomer.page).toHaveURL(/\/sign-in/)
  await newcomer.page.getByLabel('手机号').fill(phone)
  await newcomer.page.getByLabel('密码').fill(own)
  await newcomer.refused(newcomer.button('登录'), '手机号或密码不对')
  await admin.press(admin.button('恢复'))
  await signIn(newcomer, phone, own)
  await expect(newcomer.page).toHaveURL('/')
})

test('用表格导入: an answer for every row, then the accounts, the list of passwords, and one of them signs in', async ({ enter }) => {
  const admin = await enter('admin')
  const phones = Array.from({ length: 4 }, newPhone)
  await admin.open('/people')
  await admin.press(admin.link('用表格导入'))
  await admin.refused(admin.button('上传，看每一行'), '请先选一个 .xlsx 表格')
  const lines = [
    ['木春兰', phones[0]!, '网格员', '束河街道', '龙泉社区', '第三网格', '', ''],
    ['和志远', '1370002', '', '束河街道', '龙泉社区', '', '', ''],
    ['杨雪梅', phones[1]!, '调解员', '', '', '', '没有的调解委员会', '2026/13/1'],
    ['李国华', phones[2]!, '分流岗', '束河街道', '', '', '', ''],
    ['李国华', phones[2]!, '分流岗', '束河街道', '', '', '', ''],
    ['杨雪莲', phones[3]!, '网格员', '没有的街道', '龙泉社区', '', '', ''],
  ]
  await admin.page.setInputFiles('[name=table]', await tableOf(lines))
  await admin.press(admin.button('上传，看每一行'))
  const answers = admin.page.locator('table.answers tbody tr')
  await expect(answers).toHaveCount(6)
  for (const words of [
    /第 3 行\s*手机号不对，要 11 位\s*和志远/,
    /第 4 行\s*起始日期不对.*没有这个调解组织：没有的调解委员会/,
    /第 7 行\s*没有这个乡镇街道：没有的街道/,
    /第 6 行\s*重复：和第 5 行一样/,
    /第 2 行\s*可以：新建账号\s*木春兰/,
  ])
    await expect(answers.filter({ hasText: words })).toHaveCount(1)
  const sheet = admin.page.url()
  await admin.press(admin.button('确定导入 2 行'))
  await admin.says('导入好了', '新建了 2 行', '没有导入 3 行')

  const download = admin.page.waitForEvent('download')
  await admin.button('下载一次性密码名单').click()
  const list = new ExcelJS.Workbook()
  await list.xlsx.readFile(await (await download).path())
  const rows = (list.worksheets[0]?.getSheetValues() ?? []) as (string[] | undefined)[]
  const given = rows.filter((row) => row !== undefined).map((row) => row.slice(1).map(String))
  expect(given.slice(1).map(([name, phone]) => [name, phone])).toEqual([
    ['木春兰', phones[0]],
    ['李国华', phones[2]],
  ])
  const grid = await enter(null, phoneSize)
  await begin(grid, phones[0]!, given[1]![3]!)
  await expect(grid.page.getByRole('link', { name: /登记/ }).first()).toBeVisible()
  await admin.open(sheet)
  await admin.says('重新生成名单')
  await admin.press(admin.link('回到人员'))
  await field(admin, '姓名或手机号').fill(phones[0]!)
  await admin.press(admin.button('查找'))
  await admin.says('木春兰', '第三网格·网格员')
})

test('a slip is put right: the person signs in by the new number', async ({ enter }) => {
  const [admin, wrong, right] = [await enter('admin'), newPhone(), newPhone()]
  const password = await make(admin, '和丽化', wrong, '网格员', '龙泉社区居委会')
  await admin.press(admin.link('记下了，到他的页面'))
  await admin.page.getByText('改姓名、手机号').click()
  await field(admin, '姓名').fill('和丽华')
  await field(admin, /^新手机号/).fill('13800530004')
  await admin.refused(admin.button('保存'), '这个手机号已经有账号了')
  await expect(field(admin, '姓名')).toHaveValue('和丽华')
  await field(admin, /^新手机号/).fill(right)
  await admin.press(admin.button('保存'))
  await admin.says('改好了', `${right.slice(0, 3)}****${right.slice(7)}`)
  await expect(admin.page.getByRole('heading', { level: 1 })).toHaveText('和丽华')
  const someone = await enter(null)
  await begin(someone, right, password)
})

test('a move by dates: the old post ends, the new one begins', async ({ enter, stage }) => {
  const [admin, phone] = [await enter('admin'), newPhone()]
  await make(admin, '杨国清', phone, '分流岗', '束河街道')
  await admin.press(admin.link('记下了，到他的页面'))
  await admin.page.getByText('改起止日期').click()
  await admin.page.getByLabel('到哪天止（含当天）').fill(stage.dayAhead(-1))
  await admin.refused(admin.button('保存日期'), '止期不能早于起期')
  await admin.page.getByLabel('到哪天止（含当天）').fill(stage.dayAhead(5))
  await admin.press(admin.button('保存日期'))
  const giving = admin.page.locator('form', { has: admin.page.locator('[value=give]') })
  await giving.getByLabel('岗位').first().selectOption({ label: '分流岗' })
  await giving.getByLabel('在哪里').selectOption({ label: '大研街道' })
  await giving.getByLabel('从哪天起').fill(stage.dayAhead(6))
  await admin.press(admin.button('加上'))
  const posts = admin.page.locator('.posts > li')
  await expect(posts).toHaveCount(2)
  await expect(posts.filter({ hasText: '束河街道' })).toContainText('止')
  await expect(posts.filter({ hasText: '大研街道' })).toContainText('没有定止期')
})

test('离任: what somebody has in hand goes to a colleague; the administrator sees numbers, never a case', async ({ enter, stage }) => {
  // A body that no other journey works in: all that is in hand there goes over.
  const to = 'industry-medical'
  const story = await stage.aMediation({ now: justNow() }, { to })
  const { number, title } = await story.row()
  const admin = await enter('admin')
  const leaving = await enter(`mediator-${to}-1`)
  await leaving.open(`/disputes/${story.id}`)
  await admin.open(await personOf(stage, `mediator-${to}-1`))
  await admin.press(admin.link('离任或调走'))
  await admin.says(number, '调解中')
  expect(await admin.page.content()).not.toContain(title)
  expect((await admin.page.request.get(`/disputes/${story.id}`)).status()).toBe(404)
  await admin.refused(admin.button('办理'), '请选离任还是调走')
  await admin.choose('离任还是调走', /^离任/)
  const second = await stage.person(`mediator-${to}-2`)
  for (const select of await admin.page.getByRole('main').locator('select').all())
    if (await select.locator(`option[value="${second.accountId}"]`).count()) await select.selectOption(second.accountId)
  await admin.press(admin.button('办理'))
  await admin.says('已办离任', '停用')
  await leaving.open('/')
  await expect(leaving.page).toHaveURL(/\/sign-in/)
  const heir = await enter(`mediator-${to}-2`)
  await heir.open(`/disputes/${story.id}`)
})

test('on a phone of 360 nothing has to be pushed sideways', async ({ enter, stage }) => {
  await stage.aMediation({ now: justNow() }, { to: 'room-pengrenjie' })
  const admin = await enter('admin', phoneSize)
  const person = await personOf(stage, 'mediator-room-pengrenjie-1')
  for (const address of ['/people', '/people/new', person, `${person}/leave`, '/people/import']) await admin.open(address)
  const long = '没有的很长很长的专业性行业性人民调解委员会'
  await admin.page.setInputFiles('[name=table]', await tableOf([['杨雪梅', newPhone(), '调解员', '', '', '', long, '2026/13/1']]))
  await admin.press(admin.button('上传，看每一行'))
})

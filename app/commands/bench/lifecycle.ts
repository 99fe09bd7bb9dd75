import { Browser, type Page } from './browser'

/** The people of one lifecycle, each signed in once: a password is checked at sign-in only. */
export type Crew = { grid: Browser; triage: Browser; head: Browser; mediator: Browser }
/** What a lifecycle needs to know of the district. */
export type Ground = { bodyId: string; mediatorId: string }

const idOf = (page: Page): string => /\/disputes\/([0-9a-f-]{36})/.exec(page.path + page.html)?.[1] ?? ''

/** Registers on the four pages of the phone, as a grid worker does, to the receipt. */
async function register(grid: Browser, n: number): Promise<string> {
  const list = await grid.open('/register')
  const fresh =
    /\/register\/[0-9a-f-]{36}\/1/.exec(list.path)?.[0] ?? /href="(\/register\/[0-9a-f-]{36}\/1)"[^>]*>登记新的/.exec(list.html)?.[1]
  const one = list.path === fresh ? list : await grid.open(fresh ?? '')
  const two = await grid.send(one, 'areaId', { go: 'next', typeCode: '02' })
  const three = await grid.send(two, 'parties[0].name', {
    go: 'next',
    'parties[0].name': `和试${n}`,
    'parties[1].name': `木验${n}`,
    'parties[0].willing': 'willing',
    'parties[1].willing': 'willing',
  })
  const four = await grid.send(three, 'facts', { go: 'next', facts: `屋檐滴水冲坏邻家院墙，第${n}家` })
  return idOf(await grid.send(four, 'source', { go: 'submit' }))
}

/** One act on its own form; the page that follows is opened too. */
const act = async (who: Browser, id: string, name: string, values: Record<string, string | string[]>) =>
  who.send(await who.open(`/disputes/${id}/do/${name}`), 'seen', values)

/**
 * The lifecycle that is measured: register, offer, receive, assign, session, agree, perform, visit, close, each with its
 * form page before and the page that follows. Answers how many acts the machine was asked for.
 */
export async function lifecycle({ grid, triage, head, mediator }: Crew, { bodyId, mediatorId }: Ground, n: number): Promise<number> {
  const id = await register(grid, n)
  await act(triage, id, 'offer', { bodyId, elsewhere: 'none', why: '就近，类型相符', insteadWhy: '量一量选别的要多少时间' })
  await act(head, id, 'receive', {})
  await act(head, id, 'assign', { lead: mediatorId })
  await act(mediator, id, 'session', { kind: 'joint', talks: '双方各说了一遍', told: 'on', result: 'agreed' })
  await act(mediator, id, 'agree', {
    form: 'oral',
    content: '木家改雨水管，一周内做好',
    'terms[0].who': `木验${n}`,
    'terms[0].what': '改雨水管',
    'terms[0].kind': 'do',
  })
  await act(mediator, id, 'perform', { part: 'whole' })
  await act(mediator, id, 'visit', { result: 'kept', manner: 'phone', satisfaction: 'satisfied' })
  await act(mediator, id, 'close', { result: 'settled' })
  return 9
}

/** Signs somebody in; throws when the sign-in page comes back. */
export async function signIn(origin: string, phone: string, password: string): Promise<Browser> {
  const browser = new Browser(origin)
  const page = await browser.send(await browser.open('/sign-in'), 'password', { phone, password })
  if (page.path.startsWith('/sign-in')) throw new Error(`${phone} could not sign in`)
  return browser
}

import type { Role } from '../../app/domain/actor'
import { areaByCode, district, languagesOf, townships, townshipWord, villages, villageWord } from './areas'
import { bodies, type BodySeed } from './bodies'
import { inventedName } from './names'
import { triagePosts } from './triage'

export type PostSeed = { role: Role; areaCode?: string; bodyKey?: string; unit?: string }
export type AccountSeed = {
  key: string
  name: string
  phone: string
  languages: readonly string[]
  posts: readonly PostSeed[]
  /** What the demo's sign-in page calls it; only the dozen that show every role are listed there. */
  featured?: string
}

type Draft = Omit<AccountSeed, 'name' | 'phone'>

const shuhe = '530702004000'
const longquan = '530702004001'

/** Villages whose grid workers have accounts: the first two of each township. */
const gridVillages = townships.flatMap(({ code }) => villages.filter((village) => village.parentCode === code).slice(0, 2))

const gridWorkers = gridVillages.map(({ code, name }): Draft => ({
  key: `grid-${code}`,
  languages: languagesOf(code),
  posts: [{ role: 'grid', areaCode: code, unit: name }],
  ...(code === longquan ? { featured: '网格员（束河街道龙泉社区）' } : {}),
}))

/** Mediators beside the head: one in a village, three elsewhere; each third speaks every language of the body. */
function staffOf(body: BodySeed): Draft[] {
  const mediators = body.kind === 'villageCommittee' ? 1 : 3
  const languages = (n: number) => (n === 1 ? body.languages : body.languages.slice(0, n === 2 ? 2 : 1))
  return [
    {
      key: `head-${body.key}`,
      languages: body.languages.slice(0, 2),
      posts: [{ role: 'head', bodyKey: body.key }, ...(mediators === 1 ? [{ role: 'mediator' as const, bodyKey: body.key }] : [])],
    },
    ...Array.from({ length: mediators }, (_, i): Draft => ({
      key: `mediator-${body.key}-${i + 1}`,
      languages: languages(i + 1),
      posts: [{ role: 'mediator', bodyKey: body.key }],
    })),
  ]
}

const liaison = (body: BodySeed): Draft => ({
  key: `liaison-${body.key}`,
  languages: ['chinese'],
  posts: [{ role: body.channel === 'judicial' ? 'court' : 'organ', bodyKey: body.key }],
})

const committeeStaff = bodies.flatMap((body) => (body.channel === 'people' ? staffOf(body) : [liaison(body)]))

const triageStaff = triagePosts.flatMap(({ areaCode, units }) =>
  units.map((unit, i): Draft => ({
    key: `triage-${areaCode}-${i + 1}`,
    languages: languagesOf(areaCode),
    posts: [{ role: 'triage', areaCode, unit }],
  })),
)

const districtStaff: readonly Draft[] = [
  { key: 'duty-1', languages: ['chinese', 'naxi'], posts: [{ role: 'duty', areaCode: district.code, unit: '古城区综治中心' }] },
  { key: 'duty-2', languages: ['chinese'], posts: [{ role: 'duty', areaCode: district.code, unit: '古城区综治中心' }] },
  { key: 'bureau-1', languages: ['chinese'], posts: [{ role: 'bureau', areaCode: district.code, unit: '古城区司法局' }] },
  { key: 'bureau-2', languages: ['chinese'], posts: [{ role: 'bureau', areaCode: district.code, unit: '古城区司法局' }] },
  { key: 'admin', languages: ['chinese'], posts: [{ role: 'admin', areaCode: district.code, unit: '古城区司法局' }] },
]

const townshipStaff = townships.flatMap(({ code, name }): Draft[] => [
  { key: `leader-${code}`, languages: ['chinese'], posts: [{ role: 'leader', areaCode: code, unit: `${name}挂包领导` }] },
  { key: `admin-${code}`, languages: ['chinese'], posts: [{ role: 'admin', areaCode: code, unit: `${townshipWord(name)}司法所` }] },
])

/** Who shows a role on the sign-in page, and as what. */
const featured: Readonly<Record<string, string>> = {
  [`triage-${shuhe}-1`]: '分流岗（束河街道综治中心）',
  [`triage-${district.code}-1`]: '分流岗（古城区综治中心）',
  'head-room-maguotou': '负责人（马锅头调解室）',
  'mediator-room-maguotou-1': '调解员（马锅头调解室）',
  [`head-village-${longquan}`]: `负责人（${villageWord(areaByCode(longquan).name)}调委会）`,
  'head-industry-medical': '负责人（医疗纠纷调委会）',
  'liaison-court': '法院联络（古城区人民法院）',
  'liaison-naturalResources': '部门联络（区自然资源局）',
  [`liaison-police-${shuhe}`]: '部门联络（束河派出所）',
  'duty-1': '值班（古城区综治中心）',
  'bureau-1': '区司法局',
  [`leader-${shuhe}`]: '挂包领导（束河街道）',
  admin: '系统管理员',
}

const drafts = [...districtStaff, ...gridWorkers, ...triageStaff, ...townshipStaff, ...committeeStaff]

/** Demo people for every role and every body. Names and telephone numbers are invented. */
export const accounts: readonly AccountSeed[] = drafts.map((draft, n) => {
  const shown = featured[draft.key]
  const phone = `13800530${String(n).padStart(3, '0')}`
  return { ...draft, name: inventedName(n), phone, ...(shown ? { featured: shown } : {}) }
})

/** By key, as tests and the replay should ask: numbers and names move when somebody is added before. */
export const accountByKey = (key: string): AccountSeed => {
  const account = accounts.find((one) => one.key === key)
  if (!account) throw new Error(`no account ${key}`)
  return account
}

/** The accounts that a demo's sign-in page lists, in the order of a dispute's way. */
export const featuredAccounts = accounts.filter((account) => account.featured !== undefined).sort((a, b) => order(a) - order(b))

function order({ posts }: AccountSeed): number {
  const way: readonly Role[] = ['grid', 'triage', 'head', 'mediator', 'court', 'organ', 'duty', 'bureau', 'leader', 'admin']
  return way.indexOf(posts[0]?.role ?? 'admin')
}

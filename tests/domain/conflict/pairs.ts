import { db } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { accountRow } from '#app/domain/people/accounts.server'
import { addressHash, identityHash, phoneHash } from '#app/domain/privacy/hash.server'
import { aReport, type FormInput } from '../../support/disputes'
import { aRegistrant } from '../../support/register'

type Party = NonNullable<FormInput['parties']>[number]

/** What a mediator of a pair is, before it is written: everything differs from pair to pair. */
export type Own = { name: string; phone: string; id: string; home: string; employer: string; n: number }

const given = '文武明亮芳英秀兰国民永安'
const pick = (n: number, by: number) => given.charAt(Math.floor(n / by) % given.length)
const digits = (n: number, length: number) => String(n).padStart(length, '0')

export const ownOf = (n: number): Own => ({
  n,
  name: `和${pick(n, 1)}${pick(n, 12)}${pick(n, 5)}`,
  phone: `1370${digits(n * 37, 7)}`,
  id: `5307021970${digits(n, 8)}`,
  home: `束河街道龙泉社区仁里路${n + 1}号`,
  employer: `第${n}家客栈管理有限公司`,
})

export const stranger = (more: Partial<Party> = {}, n = 0): Party => ({
  side: 'applicant',
  kind: 'person',
  name: `赵${pick(n, 1)}${pick(n, 7)}`,
  phone: `1590${digits(n * 41 + 3, 7)}`,
  ...more,
})
const against = (n: number): Party =>
  stranger({ side: 'respondent', name: `钱${pick(n, 3)}${pick(n, 2)}`, phone: `1580${digits(n * 43 + 5, 7)}` }, n)

const kin = (registrantId: string, more: object) =>
  db.registrantKin.create({ data: { id: newId(), registrantId, relation: '父亲', name: '和亲属', ...more } })

/** One way in which a mediator and a dispute are tied, or only look it. */
export type Plant = {
  kind: string
  level: 'block' | 'warn' | 'none'
  parties: (own: Own) => Party[]
  /** What stands beside the registration. */
  beside?: (of: { own: Own; disputeId: string; registrantId: string; accountId: string; partyId: string }) => Promise<unknown>
}

const alone = (party: (own: Own) => Partial<Party>) => (own: Own) => [stranger(party(own), own.n), against(own.n)]
const member = (more: (own: Own) => object): Pick<Plant, 'parties' | 'beside'> => ({
  parties: (own) => [stranger({ kind: 'roster', name: `${own.n}户居民`, rosterCount: 9, phone: undefined }, own.n), against(own.n)],
  beside: ({ own, disputeId, partyId }) =>
    db.rosterMember.create({ data: { id: newId(), partyId, disputeId, ordinal: 1, name: '名册上的人', ...more(own) } }),
})
/** An earlier dispute, with the mediator on one side and the one who is here now on the other. */
const earlier = (own: Own, mine: Party, other: Party) => aReport({ parties: [mine, other], facts: `以前的一件${own.n}` })
const here = (own: Own) => `1590${digits(own.n * 41 + 3, 7)}`
const asParty = (own: Own): Party => ({ side: 'respondent', kind: 'person', name: own.name, phone: own.phone })
const nowHere = (own: Own): Party => ({ side: 'applicant', kind: 'person', name: '赵某人', phone: here(own) })

export const blocking: Plant[] = [
  { kind: '本人电话', level: 'block', parties: alone(({ phone }) => ({ phone: `+86 ${phone}` })) },
  { kind: '本人证件', level: 'block', parties: alone(({ id }) => ({ idKind: 'residentId', idNumber: ` ${id}` })) },
  { kind: '代理人', level: 'block', parties: alone(({ phone }) => ({ helpers: [{ role: 'agent', name: '代理人', phone }] })) },
  {
    kind: '监护人',
    level: 'block',
    parties: alone(({ phone }) => ({ minor: true, helpers: [{ role: 'guardian', name: '监护人', phone }] })),
  },
  { kind: '名册电话', level: 'block', ...member(({ phone }) => ({ phoneHash: phoneHash(phone) })) },
  { kind: '名册证件', level: 'block', ...member(({ id }) => ({ idHash: identityHash(id) })) },
  { kind: '一户的电话', level: 'block', parties: alone(({ phone }) => ({ kind: 'household', phone })) },
  {
    kind: '一户的门牌',
    level: 'block',
    parties: alone(({ n }) => ({ addressText: '丽江市古城区束河街道龙泉社区', door: `仁里路 ${n + 1} 号` })),
  },
  {
    kind: '同住亲属证件',
    level: 'block',
    parties: alone(({ n }) => ({ idKind: 'residentId', idNumber: `5307021940${digits(n, 8)}` })),
    beside: ({ own, registrantId }) => kin(registrantId, { idHash: identityHash(`5307021940${digits(own.n, 8)}`), sameHousehold: true }),
  },
  {
    kind: '同住亲属电话',
    level: 'block',
    parties: alone(() => ({})),
    beside: ({ own, registrantId }) => kin(registrantId, { phoneHash: phoneHash(here(own)), sameHousehold: true }),
  },
]

export const warning: Plant[] = [
  {
    kind: '亲属',
    level: 'warn',
    parties: alone(() => ({})),
    beside: ({ own, registrantId }) => kin(registrantId, { phoneHash: phoneHash(here(own)) }),
  },
  {
    kind: '亲属代理一方',
    level: 'warn',
    parties: alone(({ n }) => ({ helpers: [{ role: 'agent', name: '代理人', phone: `1560${digits(n, 7)}` }] })),
    beside: ({ own, registrantId }) => kin(registrantId, { phoneHash: phoneHash(`1560${digits(own.n, 7)}`), sameHousehold: true }),
  },
  { kind: '同单位', level: 'warn', parties: alone(({ employer }) => ({ employer: ` ${employer.replace('有限', '（有限）')}` })) },
  { kind: '在一方单位工作', level: 'warn', parties: alone(({ employer }) => ({ kind: 'organisation', name: employer })) },
  {
    kind: '以前的对方',
    level: 'warn',
    parties: alone(() => ({})),
    beside: ({ own }) => earlier(own, asParty(own), nowHere(own)),
  },
  {
    kind: '曾代理',
    level: 'warn',
    parties: alone(() => ({})),
    beside: ({ own }) =>
      earlier(own, { ...nowHere(own), helpers: [{ role: 'agent', name: own.name, phone: own.phone }] }, against(own.n + 900)),
  },
  {
    kind: '本人申报',
    level: 'warn',
    parties: alone(() => ({})),
    beside: ({ disputeId, accountId }) =>
      db.tieDeclaration.create({ data: { id: newId(), disputeId, accountId, kind: 'relative', bars: false, declaredAt: new Date() } }),
  },
  {
    kind: '家就是单位的地址',
    level: 'warn',
    parties: alone(({ home, n }) => ({ kind: 'organisation', name: `${n}号客栈`, addressText: home })),
  },
]

export const alike: Plant[] = [
  { kind: '同姓', level: 'none', parties: alone(() => ({ name: '和顺利' })) },
  { kind: '同村', level: 'none', parties: alone(() => ({ addressText: '束河街道龙泉社区' })) },
  { kind: '同村同组', level: 'none', parties: alone(() => ({ addressText: '束河街道龙泉社区3组' })) },
  { kind: '隔壁一户', level: 'none', parties: alone(({ n }) => ({ addressText: `束河街道龙泉社区仁里路${n + 1001}号` })) },
  { kind: '同院另一间', level: 'none', parties: alone(({ home }) => ({ addressText: home, door: '2单元302室' })) },
  { kind: '尾号相同', level: 'none', parties: alone(({ phone, n }) => ({ phone: `1550${digits(n % 900, 3)}${phone.slice(-4)}` })) },
  { kind: '电话差一位', level: 'none', parties: alone(({ phone }) => ({ phone: `138${phone.slice(3)}` })) },
  {
    kind: '证件差一位',
    level: 'none',
    parties: alone(({ id }) => ({ idKind: 'residentId', idNumber: `${id.slice(0, 6)}2${id.slice(7)}` })),
  },
  { kind: '都是务农', level: 'none', parties: alone(() => ({ employer: '务农人员' })) },
  { kind: '同名', level: 'none', parties: alone(({ name }) => ({ name })) },
]

/** Writes the mediator and the dispute of one pair. */
export async function write({ parties, beside }: Plant, n: number) {
  const own = ownOf(n)
  const account = accountRow({ name: own.name, phone: own.phone, demo: true }, new Date('2026-01-01'))
  await db.account.create({ data: account })
  const shared = parties(own).some(({ employer }) => employer === '务农人员')
  const registrantId = await aRegistrant({
    accountId: account.id,
    name: own.name,
    idHash: identityHash(own.id),
    homeHash: addressHash(own.home),
    employer: shared ? '务农人员' : own.employer,
  })
  const story = await aReport({ parties: parties(own) })
  const [party] = (await story.row()).parties
  await beside?.({ own, disputeId: story.id, registrantId, accountId: account.id, partyId: party!.id })
  return { accountId: account.id, disputeId: story.id }
}

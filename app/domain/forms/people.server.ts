import { db, Prisma, read } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import { mayBeNamed, mediates } from '../dispute/mediators.server'
import { awayOn } from '../roll/away.server'
import { languages, representatives, sides } from '../words/parties'
import { labelOf } from '../words/words'
import type { OpenDispute } from './define'
import type { Option } from './field-data'

export type FormParty = {
  id: string
  side: string
  kind: string
  name: string
  phoneHash: string | null
  willing: string
  /** Whom this side wishes to mediate (People's Mediation Law 19). */
  wishBodyId: string | null
  noticedAt: Date | null
  helpers: {
    id: string
    role: string
    name: string
    relation: string | null
    phoneHash: string | null
    maySettle: boolean
  }[]
}

/** Those who are in the dispute now, in the order in which they were written down. */
export const partiesOf = (disputeId: string): Promise<FormParty[]> =>
  db.party.findMany({
    where: { disputeId, leftAt: null },
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      side: true,
      kind: true,
      name: true,
      phoneHash: true,
      willing: true,
      wishBodyId: true,
      noticedAt: true,
      helpers: {
        select: { id: true, role: true, name: true, relation: true, phoneHash: true, maySettle: true },
        orderBy: { id: 'asc' },
      },
    },
  })

/** 杨某某（申请人） */
export const partyOptions = (parties: FormParty[]): Option[] =>
  parties.map(({ id, name, side }) => ({ value: id, label: `${name}（${labelOf(sides, side)}）` }))

/** Everybody who may owe or be owed: the parties, and the two sides together. */
export const namesOf = (parties: FormParty[]): string[] => [...new Set([...parties.map(({ name }) => name), '双方'])]

export const helperLabel = ({ name, role, relation }: FormParty['helpers'][number]): string =>
  `${name}（${relation ?? labelOf(representatives, role)}）`

export type Mediator = {
  id: string
  name: string
  body: string
  /** Codes of words/parties.ts. */
  speaks: string[]
  languages: string
  load: number
  /** Open cases at once; null: as many as the body gives. */
  cap: number | null
  away: boolean
}

type Row = Omit<Mediator, 'languages'>

/** Who holds a post under which one mediates, with what they have open, their own cap, and whether they are on leave. */
async function holdersOf(post: Prisma.Sql, now: Date): Promise<Mediator[]> {
  const rows = await read<Row[]>`
    select a.id, a.name, min(b.name) as body, a.languages as speaks, (select r.cap from registrant r where r.account_id = a.id) as cap, ${awayOn('a.id', dayIn(now))} as away,
      (select count(*)::int from leg_mediator m join leg l on l.id = m.leg_id where m.account_id = a.id and m.valid_to is null and l.ended_at is null) as load
    from account a join post p on p.account_id = a.id join body b on b.id = p.body_id
    where a.stopped_at is null and ${post} group by a.id order by load, a.name limit 60`
  return rows.map((one) => ({ ...one, languages: one.speaks.map((code) => labelOf(languages, code)).join('、') }))
}

/** Who can mediate for these bodies now: its mediators and its head. */
export const mediatorsOf = async (bodyIds: string[], now: Date): Promise<Mediator[]> =>
  bodyIds.length ? holdersOf(Prisma.sql`b.id = any(${bodyIds}::uuid[]) and ${mediates(now)}`, now) : []

/** Who may be named in the dispute's open leg. */
export const nameable = ({ handling }: Pick<OpenDispute, 'handling'>, now: Date): Promise<Mediator[]> =>
  holdersOf(mayBeNamed(handling, now), now)

export type Keeper = { id: string; name: string; title: string }

/** Who may be handed what is left to look after: the area's triage post and the people of the bodies there. */
export const keepersIn = (townshipId: string, districtId: string, now: Date): Promise<Keeper[]> =>
  read<Keeper[]>`
    select a.id, a.name, min(coalesce(b.name, r.name || '分流岗')) as title
    from account a join post p on p.account_id = a.id left join body b on b.id = p.body_id left join area r on r.id = p.area_id
      left join area o on o.id = b.area_id
    where a.stopped_at is null and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})
      and ((p.role = 'triage' and p.area_id in (${townshipId}::uuid, ${districtId}::uuid))
        or (p.role in ('head', 'mediator') and b.channel = 'people' and (o.id = ${districtId}::uuid or o.path like '%/' || ${townshipId} || '/%')))
    group by a.id order by title, a.name limit 300`

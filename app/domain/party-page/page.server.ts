import type { DisputeStatus } from '#machines/dispute.machine'
import { read } from '#app/db/client.server'
import { binding, finished, nextDueDay } from '../agreement/owed.server'
import { dayIn, daysBetween, formatDay } from '../calendar/days'
import { yuanOf } from '../forms/money'
import { toldWords } from '../conflict/words'
import { waysFor } from '../types/ways'
import { carriedColumn, standsAs, type Carried } from './merged'
import { meetingWords, ownSittings, type OwnSitting } from './meetings.server'
import { openTicket } from './ticket.server'
import { partyCan, plainStates, stagesOf } from './words'

type Contact = { name: string; phone: string | null }
type TermRow = { who: string; to: string | null; what: string; amountFen: string | null; dueDay: string | null; done: boolean }
type Row = {
  number: string
  title: string
  status: DisputeStatus
  sealed: boolean
  codeHash: string
  dueDay: string | null
  township: string
  body: Contact | null
  committee: Contact | null
  parties: { id: string; name: string; side: string }[]
  /** Everybody else who is named in it: on lists, for a party, and who left. */
  named: string[]
  ownId: string | null
  terms: TermRow[]
  typeCode: string
  subtypeCode: string | null
  questions: { id: string; partyId: string | null; text: string; answerBy: string | null }[]
  chasedOn: string | null
  /** Ties of who mediates now that both sides were told and accepted: codes. */
  accepted: string[]
  mainId: string | null
  carried: Carried
  sittings: OwnSitting[]
}

const readRows = (disputeId: string, now: Date) => read<Row[]>`
  select d.number, d.title, d.status, d.sealed, d.query_code_hash as "codeHash", to_char(d.due_day, 'YYYY-MM-DD') as "dueDay", t.name as township,
    (select json_build_object('name', b.name, 'phone', b.phone) from leg l join body b on b.id = l.body_id where l.dispute_id = d.id
      order by l.ended_at is null desc, l.ordinal desc limit 1) as body,
    (select json_build_object('name', c.name, 'phone', c.phone) from body c
      where c.area_id = d.township_id and c.kind in ('townshipCommittee', 'jointCommittee') and c.valid_to is null order by c.name limit 1) as committee,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'side', p.side) order by p.ordinal)
      from party p where p.dispute_id = d.id and p.left_at is null), '[]') as parties,
    array(select m.name from roster_member m where m.dispute_id = d.id union select h.name from party_helper h join party p on p.id = h.party_id
      where p.dispute_id = d.id union select p.name from party p where p.dispute_id = d.id and p.left_at is not null) as named,
    (select e.behalf_party_id from dispute_event e where e.dispute_id = d.id and e.version = 1) as "ownId",
    coalesce((select json_agg(json_build_object('who', o.who, 'to', o."to", 'what', o.what, 'amountFen', o.amount_fen::text,
        'dueDay', to_char(${nextDueDay}, 'YYYY-MM-DD'), 'done', ${finished} and not o.standing) order by a.made_at, o.position)
      from obligation o join agreement a on a.id = o.agreement_id where a.dispute_id = d.id and ${binding}), '[]') as terms,
    d.type_code as "typeCode", d.subtype_code as "subtypeCode",
    coalesce((select json_agg(json_build_object('id', q.id, 'partyId', q.party_id, 'text', q.text, 'answerBy', to_char(q.answer_by, 'YYYY-MM-DD')) order by q.asked_at)
      from question q where q.dispute_id = d.id and q.asked_of = 'party' and q.answered_at is null and q.withdrawn_at is null), '[]') as questions,
    (select to_char(max(c.day), 'YYYY-MM-DD') from chase c where c.dispute_id = d.id) as "chasedOn",
    array(select distinct c.code from tie_clearing c join leg_mediator m on m.account_id = c.account_id and m.valid_to is null
      join leg l on l.id = m.leg_id and l.ended_at is null and l.dispute_id = d.id where c.dispute_id = d.id and c.how = 'accepted' order by 1) as accepted,
    d.merged_into_id as "mainId", ${carriedColumn} as carried,
    ${ownSittings(now)} as sittings
  from dispute d join area t on t.id = d.township_id where d.id = ${disputeId}::uuid`

/** Names of the others become 对方, or 其他当事人 on the own side, the own one 您: the page says nothing of anybody else. */
function spoken({ parties, named }: Row, ownId: string | undefined) {
  const side = parties.find(({ id }) => id === ownId)?.side
  const word = (one: Row['parties'][number]) => (one.id === ownId ? '您' : one.side === side ? '其他当事人' : '对方')
  const swaps = [...parties.map((one) => [one.name, word(one)] as const), ...named.map((name) => [name, '有关的人'] as const)]
  const longestFirst = swaps.filter(([name]) => [...name].length > 1).sort(([a], [b]) => b.length - a.length)
  return (text: string) => longestFirst.reduce((said, [name, instead]) => said.replaceAll(name, instead), text)
}

/** What was agreed with somebody else on the own side is none of this party's, and neither is a duty that names one. */
const namesAnother = ({ parties }: Row, own: { id: string; name: string }) => {
  const side = parties.find(({ id }) => id === own.id)?.side
  const others = parties.filter((one) => one.id !== own.id && one.side === side && one.name !== own.name && [...one.name].length > 1)
  return (text: string) => others.some(({ name }) => text.includes(name))
}

function termsOf(row: Row, own: { id: string; name: string } | undefined, today: string) {
  if (!own || row.sealed) return []
  const say = spoken(row, own.id)
  const another = namesAnother(row, own)
  const isMine = ({ who, to }: TermRow) => who === own.name || to === own.name || (!to && row.parties.length <= 2)
  const mine = row.terms.filter((term) => isMine(term) && !another([term.who, term.to, term.what].join('，')))
  return mine.map(({ who, what, amountFen, dueDay, done }) => ({
    who: who === own.name ? '您' : '对方',
    what: say(what) + (amountFen ? `，${yuanOf(BigInt(amountFen))} 元` : ''),
    when: done ? '已做完' : dueDay ? `${formatDay(dueDay)}前${dueDay < today ? '（已过期）' : ''}` : '',
    done,
  }))
}

/** Next: who does what, until when; a day that has passed is said so. */
function nextOf(row: Row, today: string) {
  const { next, doer } = plainStates[row.status]
  const who = {
    post: `${row.township}分流岗`,
    body: row.body?.name ?? row.committee?.name ?? `${row.township}分流岗`,
    parties: '您和对方',
    nobody: '',
  }[doer]
  const left = row.dueDay && next ? daysBetween(today, row.dueDay) : null
  const until =
    left === null || !row.dueDay
      ? null
      : {
          day: formatDay(row.dueDay),
          words: left > 0 ? `还剩 ${left} 天` : left === 0 ? '就在今天' : `已经超过 ${-left} 天，可以打电话问`,
          late: left < 0,
        }
  return next ? { who, what: next.replace('{body}', row.body?.name ?? '调解组织'), until } : null
}

/** What this party was asked and has not answered; of a sealed case it is said by telephone. */
const questionsOf = (row: Row, ownId: string | undefined) =>
  row.questions
    .filter(({ partyId }) => partyId !== null && partyId === ownId)
    .map(({ id, text, answerBy }) => ({
      id,
      ...(row.sealed ? {} : { text: spoken(row, ownId)(text) }),
      ...(answerBy && { until: `请在${formatDay(answerBy)}前答复` }),
    }))

/** Anybody may sue; what else is open goes by the type, which a sealed case does not say. */
const waysOf = ({ sealed, typeCode, subtypeCode }: Row) =>
  (sealed ? waysFor('', null) : waysFor(typeCode, subtypeCode)).map(({ say, article }) => ({ say, ...(article && { article }) }))

const ownIn = (row: Row) => row.parties.find(({ id }) => id === row.ownId) ?? row.parties.find(({ side }) => side === 'applicant')

/** The file in which it is handled, and who this party is there; the case itself where it rests in none. */
async function handledIn(row: Row, now: Date): Promise<{ file: Row; me: Row['parties'][number] | undefined; together: boolean }> {
  const own = ownIn(row)
  const [main] = row.mainId ? await readRows(row.mainId, now) : []
  if (!main) return { file: row, me: own, together: false }
  const there = standsAs(row.carried, own?.id)
  return { file: main, me: main.parties.find(({ id }) => id === there), together: true }
}

const together = '与另一件同一纠纷并在一起办理：'

/** What the people of a dispute read of it: where it is, who acts next, until when, what they agreed, what they may do. */
export async function caseOf(sealed: string | null, now = new Date()) {
  const ticket = sealed === null ? null : openTicket(sealed, now)
  const [row] = ticket ? await readRows(ticket.disputeId, now) : []
  if (!ticket || !row || row.codeHash !== ticket.codeHash) return null
  const { file, me, together: rests } = await handledIn(row, now)
  const today = dayIn(now)
  const contact = file.body?.phone ? file.body : file.committee
  const { now: words, can, doer } = plainStates[file.status]
  return {
    number: row.number,
    title: row.sealed || file.sealed ? '您的这件纠纷' : spoken(row, ownIn(row)?.id)(row.title),
    now: (rests ? together : '') + words.replace('{body}', file.body?.name ?? '调解组织'),
    at: file.body?.name ?? `${file.township}分流岗`,
    next: nextOf(file, today),
    stages: stagesOf(file.status),
    terms: termsOf(file, me, today),
    meetings: meetingWords(file.sittings, row.sealed || file.sealed, spoken(file, me?.id)),
    contact: contact ? { name: contact.name, phone: contact.phone } : null,
    can: can.map((key) => ({ id: key, ...partyCan[key] })),
    questions: questionsOf(file, me?.id),
    chase: doer === 'nobody' ? null : file.chasedOn === today ? ('today' as const) : ('open' as const),
    ways: waysOf(row),
    told: file.sealed ? [] : toldWords(file.accepted),
  }
}
export type PartyCase = NonNullable<Awaited<ReturnType<typeof caseOf>>>

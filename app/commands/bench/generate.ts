import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import { db, pool } from '#app/db/client.server'
import { addDays, dayIn, instantAfter } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { newDataKey } from '#app/domain/privacy/data-key.server'
import { searchText, searchTokens } from '#app/domain/search/tokens'
import { dice, given, matters, surnames, types, way } from './invented'

const batch = 1000
type Ground = {
  district: string
  villages: { id: string; township: string; name: string }[]
  committees: { id: string; area: string; mediator: string }[]
  registrar: string
}

async function ground(): Promise<Ground> {
  const areas = await db.area.findMany()
  const district = areas.find(({ level }) => level === 'district')!
  const villages = areas.filter(({ level }) => level === 'village').map(({ id, parentId, name }) => ({ id, township: parentId!, name }))
  const { rows: committees } = await pool.query<
    Ground['committees'][number]
  >(`select b.id, b.area_id as area, min(p.account_id::text)::uuid as mediator
    from body b join post p on p.body_id = b.id and p.role = 'mediator' where b.kind in ('townshipCommittee', 'villageCommittee') group by b.id`)
  const grid = await db.post.findFirstOrThrow({ where: { role: 'grid' } })
  return { district: district.id, villages, committees, registrar: grid.accountId }
}

function disputeRows(n: number, of: Ground, now: Date) {
  const roll = dice(n + 1)
  const pick = <T>(list: readonly T[]) => list[roll(list.length)]!
  const id = newId()
  const village = pick(of.villages)
  const length = roll(100) < 85 ? way.length : 1 + roll(way.length)
  const walked = way.slice(0, length)
  const status = walked.at(-1)!.to
  const begun = new Date(now.getTime() - (length === way.length ? 30 + roll(1500) : roll(20)) * 86_400_000)
  const at = (step: number) => new Date(begun.getTime() + step * 3_600_000)
  const names = Array.from({ length: 2 + (roll(5) === 0 ? 1 : 0) }, () => pick(surnames) + pick(given) + (roll(5) ? pick(given) : ''))
  const title = `${pick(matters)}${roll(9999)}`
  const number = `530702-${begun.getUTCFullYear()}-${String(900_000 + n).padStart(6, '0')}`
  const fields = [number, title, village.name, ...names]
  const committee = of.committees.find(({ area }) => area === village.id) ?? pick(of.committees)
  const leg =
    length > 1
      ? {
          id: newId(),
          dispute_id: id,
          ordinal: 1,
          channel: 'people',
          body_id: committee.id,
          offered_at: at(1),
          opened_version: 2,
          party_asked: false,
          received_at: length > 2 ? at(2) : null,
          ended_at: length === way.length ? at(length) : null,
          result: length === way.length ? 'closed' : null,
        }
      : null
  const due = deskOf(disputeMachine, status) === 'none' ? null : addDays(dayIn(at(length)), 1 + roll(30))
  const open = (why: string, subject: string, kind: string) => ({
    id: newId(),
    dispute_id: id,
    subject_kind: kind,
    subject_id: subject,
    why,
    valid_from: begun,
    valid_to: null,
  })
  const past = length === way.length
  return {
    dispute: [
      {
        id,
        number,
        query_code_hash: newId(),
        data_key: newDataKey(id).wrapped,
        title,
        status,
        version: length,
        level: 'township',
        kept: past,
        objected: false,
        risk: roll(50) === 0 ? 'red' : roll(12) === 0 ? 'yellow' : 'green',
        area_id: village.id,
        township_id: village.township,
        district_id: of.district,
        type_code: types[matters.findIndex((matter) => title.startsWith(matter))],
        source: 'applied',
        intake: 'grid',
        sealed: false,
        urgent: false,
        amount_about: false,
        languages: [],
        danger_signs: [],
        registered_by_id: of.registrar,
        registered_at: begun,
        recorded_at: begun,
        keeper_id: length > 3 ? committee.mediator : null,
        due_at: due && instantAfter(due),
        due_day: due,
        due_period: due ? 'lookAgain' : null,
        desk_since: at(length),
        tokens: searchTokens(fields),
        search_text: searchText(fields),
        closed_at: past ? at(length) : null,
      },
    ],
    party: names.map((name, place) => ({
      id: newId(),
      dispute_id: id,
      ordinal: place + 1,
      side: place ? 'respondent' : 'applicant',
      kind: 'person',
      name,
      willing: 'willing',
      minor: false,
      no_sms: false,
      languages: [],
      roster_estimated: false,
      joined_at: begun,
    })),
    leg: leg ? [leg] : [],
    leg_mediator:
      leg && length > 3
        ? [
            {
              id: newId(),
              leg_id: leg.id,
              account_id: committee.mediator,
              lead: true,
              valid_from: at(3),
              valid_to: past ? at(length) : null,
            },
          ]
        : [],
    sight: [
      open('registered', of.registrar, 'account'),
      ...(leg ? [open(past ? 'past' : 'body', committee.id, 'body')] : []),
      ...(length > 3 ? [open(past ? 'past' : 'mediator', committee.mediator, 'account')] : []),
    ],
    dispute_event: walked.map(({ act: type, to }, step) => ({
      id: newId(),
      dispute_id: id,
      version: step + 1,
      type,
      from_status: step ? walked[step - 1]!.to : null,
      to_status: to,
      leg_id: step && leg ? leg.id : null,
      actor_kind: 'account',
      actor_id: step > 2 ? committee.mediator : of.registrar,
      happened_at: at(step),
      recorded_at: at(step),
      detail: {},
    })),
    deadline: [0, 1].map((step) => ({
      id: newId(),
      dispute_id: id,
      subject_kind: 'dispute',
      subject_id: id,
      period: step ? 'lookAgain' : 'triage',
      counted_from: at(step),
      first_day: dayIn(at(step)),
      raw_end: due ?? dayIn(at(length)),
      last_day: due ?? dayIn(at(length)),
      due_at: due ? instantAfter(due) : at(length),
      provisional: false,
      created_version: 1,
      stopped_at: step && due ? null : at(length),
    })),
  }
}

/** Writes `count` disputes at every stage of their way, as rows and not as acts: a district some years old. */
export async function generateDisputes(count: number, now = new Date()): Promise<void> {
  const of = await ground()
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, place) => disputeRows(from + place, of, now))
    for (const table of Object.keys(rows[0]!) as (keyof (typeof rows)[number])[]) {
      const all = rows.flatMap((one) => one[table] as object[])
      if (!all.length) continue
      // What no row names takes the table's default.
      const columns = [...new Set(all.flatMap(Object.keys))].map((name) => `"${name}"`).join(', ')
      await pool.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [
        JSON.stringify(all),
      ])
    }
  }
  await pool.query('analyze')
}

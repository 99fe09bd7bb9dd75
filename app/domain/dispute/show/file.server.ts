import { pool } from '#app/db/client.server'
import { binding, finished, nextDueDay, owedInAll } from '../../agreement/owed.server'
import { areaNameAt } from '../../area/name.server'
import type { LegalDay } from '../../calendar/days'
import { onDuty } from '../../duty/today.server'
import type { Rows } from './file'

const list = (rows: string) => `coalesce((select json_agg(t) from (${rows}) t), '[]')`
const nameOf = (account: string) => `(select a.name from account a where a.id = ${account})`
/** Papers and paths keep the name under which the dispute was registered; a desk is called what it is called now. */
const areaName = (area: string) => areaNameAt(area, 'd.registered_at')

const legs = list(`
  select l.id, l.ordinal, l.channel, l.body_id as "bodyId", b.name as body, b.kind as "bodyKind", b.phone as "bodyPhone",
    coalesce((select s.name from body s where s.id = b.seal_of_id), b.name) as seal, l.party_asked as "partyAsked",
    l.other_number as "otherNumber", l.volume_number as volume, l.offered_at as "offeredAt", l.received_at as "receivedAt",
    l.rights_told_at as "rightsToldAt", l.rights_told_how as "rightsToldHow", l.rights_told_language as "rightsToldLanguage", l.ended_at as "endedAt",
    l.result, l.result_code as "resultCode", l.opened_version as "openedVersion", l.ended_version as "endedVersion",
    ${list(`select m.account_id as id, a.name, m.lead, m.valid_to as until from leg_mediator m join account a on a.id = m.account_id
      where m.leg_id = l.id order by m.lead desc, m.id`)} as mediators
  from leg l join body b on b.id = l.body_id where l.dispute_id = d.id order by l.ordinal`)

const events = list(`
  select e.id, e.version, e.type, e.from_status as "from", e.to_status as "to", e.leg_id as "legId", e.subject_id as "subjectId",
    e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_role as role, e.actor_body_id as "actorBodyId", coalesce(b.name, ${areaNameAt('e.actor_area_id', 'e.recorded_at')}) as unit,
    h.name as "behalfBody", e.behalf_party_id as "behalfPartyId", e.happened_at as "happenedAt", e.recorded_at as "recordedAt", e.detail,
    ${list(`select x.id, x.kind, x.audience, x.text, x.corrects_id as "correctsId" from event_text x where x.event_id = e.id and x.erased_at is null order by x.id`)} as texts
  from dispute_event e left join body b on b.id = e.actor_body_id left join body h on h.id = e.behalf_body_id
  where e.dispute_id = d.id order by e.version`)

const parties = list(`
  select p.id, p.side, p.role_text as "roleText", p.kind, p.name, p.id_kind as "idKind", p.id_cipher as "idNumber", p.phone_cipher as phone,
    p.address_text as "addressText", p.door_cipher as door, p.home_text as "homeText", p.away_contact_cipher as "awayContact", p.hidden, p.minor, coalesce(p.languages, '{}') as languages, p.willing, p.willing_how as "willingHow", p.willing_at as "willingAt",
    p.noticed_at as "noticedAt", p.noticed_how as "noticedHow",
    p.no_sms as "noSms", p.safe_contact as "safeContact", p.roster_count as "rosterCount", p.roster_unit as "rosterUnit",
    p.roster_estimated as "rosterEstimated", p.roster_representatives as "rosterRepresentatives", p.note, p.joined_at as "joinedAt", p.left_at as "leftAt",
    ${list(`select h.id, h.role, h.name, h.relation, h.phone_cipher as phone, h.may_settle as "maySettle" from party_helper h where h.party_id = p.id order by h.id`)} as helpers
  from party p where p.dispute_id = d.id order by p.ordinal`)

const agreements = list(`
  select a.id, a.leg_id as "legId", a.status, a.kind, a.form, a.effect_rule as "effectRule", a.number, a.made_at as "madeAt", a.effective_at as "effectiveAt",
    a.confirmable, ${binding.sql} as binds, a.part_who as "partWho", a.part_count as "partCount", a.part_left as "partLeft", a.reason,
    a.read_by as "readBy", a.read_language as "readLanguage", a.interpreter, a.witness,
    ${list(`select s.kind, s.party_id as "partyId", s.name, s.how, s.signed_on as "signedOn" from signature s where s.agreement_id = a.id order by s.signed_on, s.id`)} as signatures
  from agreement a where a.dispute_id = d.id order by a.made_at, a.id`)

const terms = list(`
  select o.id, o.agreement_id as "agreementId", o.position, o.who, o."to", o.what, o.kind, o.amount_fen as "amountFen", o.amount_text as "amountText",
    o.formula, o.heads, o.due_day as "dueDay", o.due_text as "dueText", o.every, o.times, o.until, o.standing, o.condition, o.depends_on as "dependsOn",
    o.note, ${owedInAll.sql} as owed, ${finished.sql} as finished, ${nextDueDay.sql} as "nextDay",
    ${list(`select f.amount_fen as "amountFen", f.whole, f.happened_at as "happenedAt", f.by_text as "byText", f.proof, f.received_on as "receivedOn"
      from performance f where f.obligation_id = o.id order by f.happened_at, f.id`)} as done
  from agreement a join obligation o on o.agreement_id = a.id where a.dispute_id = d.id order by a.made_at, a.id, o.position`)

const deadlines = list(`
  select t.id, t.subject_id as "subjectId", t.period, t.rule_code as "ruleCode", t.rule_version as "ruleVersion", t.counted_from as "countedFrom",
    t.last_day as "lastDay", t.due_at as "dueAt", t.provisional, t.paused_since as "pausedSince", t.pause_reason as "pauseReason",
    t.stopped_at as "stoppedAt", (select count(*) from deadline_extension x where x.deadline_id = t.id) as extensions
  from deadline t where t.dispute_id = d.id order by t.due_at, t.id`)

/** The last ones: of a period that is long over, nobody reads the first. */
const reminders = list(`
  select m.id, m.deadline_id as "deadlineId", m.moment, m.audience, m.remark, m.sent_at as "sentAt"
  from reminder m where m.dispute_id = d.id order by m.sent_at desc, m.id limit 40`)

const requests = list(`
  select q.id, q.status, q.body_id as "bodyId", coalesce(b.name, q.outside_name, '协办单位') as body, b.kind as "bodyKind", q.role_text as role,
    q.kind,
    q.asked_text as asked, q.asked_at as "askedAt", q.arrive_by as "arriveBy", q.answer_by as "answerBy", q.received_at as "receivedAt",
    q.arrived_at as "arrivedAt", q.ended_at as "endedAt", q.answer
  from request q left join body b on b.id = q.body_id where q.dispute_id = d.id order by q.asked_at, q.id`)

const confirmations = list(`
  select c.id, c.agreement_id as "agreementId", c.status, c.court_id as "courtId", b.name as court, c.court_reason as "courtReason", c.covers, c.applied_at as "appliedAt",
    c.ended_at as "endedAt", c.number
  from confirmation c left join body b on b.id = c.court_id where c.dispute_id = d.id order by c.applied_at, c.id`)

/** What was agreed in a session as the next time, as it was said then; records of before the schedule have it themselves. */
const agreedNext = `coalesce((select coalesce((select (e.detail->>'startsAt')::timestamptz from dispute_event e
      where e.dispute_id = m.dispute_id and e.type = 'sitting' and e.subject_id = s.id order by e.version limit 1), s.starts_at)
    from sitting s where s.dispute_id = m.dispute_id and s.planned_in_id = m.id limit 1), m.next_at)`

const sittings = list(`
  select s.id, s.leg_id as "legId", s.kind, s.starts_at as "startsAt", s.ends_at as "endsAt", coalesce(v.name, s.place_text) as place, s.status,
    s.must_move_since is not null as "mustMove"
  from sitting s left join venue v on v.id = s.venue_id where s.dispute_id = d.id and s.status <> 'held' order by s.starts_at, s.id`)

const sessions = list(`
  select m.id, m.leg_id as "legId", m.kind, m.count, m.started_at as "startedAt", m.ended_at as "endedAt", m.place, m.language, ${nameOf('m.host_id')} as host,
    m.result, ${agreedNext} as "nextAt", m.read_by as "readBy", m.read_language as "readLanguage", m.interpreter, m.witness, m.recorder,
    ${list(`select n.name, n.role, n.present from attendance n where n.mediation_id = m.id order by n.id`)} as attended
  from mediation m where m.dispute_id = d.id order by m.started_at, m.id`)

const files = list(`
  select f.id, f.kind, f.mime, f.bytes, f.width, f.height, f.recorded_at as "recordedAt", ${nameOf('f.uploaded_by_id')} as by, f.event_id as "eventId"
  from file f where f.dispute_id = d.id and f.erased_at is null order by f.recorded_at, f.id`)

const matters = list(`
  select x.id, x.kind, x.unit, x.number, x.standing, x.opened_on as "openedOn", x.ended_on as "endedOn", x.result, x.approver, x.exception,
    x.exception_why as "exceptionWhy", x.recorded_at as "recordedAt"
  from parallel_matter x where x.dispute_id = d.id order by x.recorded_at, x.id`)

const questions = list(`
  select x.id, x.asked_of as "askedOf", x.party_id as "partyId", x.text, x.asked_at as "askedAt", x.answer_by as "answerBy", x.answer,
    x.answered_at as "answeredAt", x.withdrawn_at as "withdrawnAt"
  from question x where x.dispute_id = d.id order by x.asked_at, x.id`)

const dangers = list(`
  select x.id, x.signs, x.told_whom as "toldWhom", x.told_at as "toldAt", x.told_by as "toldBy", x.not_yet_why as "notYetWhy", x.handled_at as "handledAt",
    x.handled_text as "handledText", x.recorded_at as "recordedAt", x.organ, x.receipt, ${nameOf('x.named_id')} as named, x.remind_at as "remindAt"
  from danger_report x where x.dispute_id = d.id order by x.recorded_at, x.id`)

const risks = list(`
  select x.id, x.level, x.happened_at as "happenedAt", ${nameOf('x.by_id')} as by, x.how, x.counted, x.reasons, x.rules_version as version
  from risk_change x where x.dispute_id = d.id order by x.id`)

const alarms = list(`
  select x.id, x.status, x.raised_at as "raisedAt", x.acknowledged_at as "takenAt", ${nameOf('x.acknowledged_by_id')} as "takenBy",
    array(select c.account_id from alarm_call c where c.alarm_id = x.id and c.account_id is not null) as "calledIds"
  from alarm x where x.dispute_id = d.id order by x.id`)

const entrustments = list(`
  select x.kind, x.sender_kind as "senderKind", x.sender_id as "senderId", x.sender_name as "senderName", x.number, x.papers,
    x.signed_for_at as "signedForAt", x.answer_by as "answerBy", x.replied_at as "repliedAt"
  from entrustment x where x.dispute_id = d.id`)

const consents = list(`
  select x.party_id as "partyId", x.receiver, x.purpose, x.kinds, x.ground, x.happened_at as "happenedAt"
  from data_consent x where x.dispute_id = d.id order by x.happened_at, x.id`)

/** Whichever of the two was written down first: both show the other. */
const links = list(`
  select k.id, o.id as "otherId", case k.kind when 'again' then '再次发生，' when 'splitOff' then case when k.dispute_id = d.id then '拆出 ' else '拆自 ' end else '' end
    || coalesce(o.number, k.other_text, '') as text
  from dispute_link k left join dispute o on o.id = case when k.dispute_id = d.id then k.other_id else k.dispute_id end
  where k.dispute_id = d.id or k.other_id = d.id order by k.id`)

/** Registrations that rest in this file (并案): as they were told, by whom, with their own people and pictures. */
const merged = list(`
  select o.id, o.number, o.title, o.data_key as "dataKey", o.registered_at as "registeredAt", ${nameOf('o.registered_by_id')} as registrar, o.intake,
    (select string_agg(x.text, E'\n' order by x.id) from event_text x join dispute_event e on e.id = x.event_id
      where e.dispute_id = o.id and e.version = 1 and x.kind = 'facts' and x.erased_at is null) as facts,
    ${list(`select p.id, p.side, p.name, p.address_text as "addressText", p.phone_cipher as phone from party p
      where p.dispute_id = o.id and p.left_at is null order by p.ordinal`)} as parties,
    ${list(`select f.id, f.kind, f.mime from file f where f.dispute_id = o.id and f.erased_at is null order by f.recorded_at, f.id`)} as files
  from dispute o where o.merged_into_id = d.id order by o.registered_at, o.id`)

/** One statement, prepared once: planning it anew would cost more than running it. */
const statement = `
  select d.sealed, d.sealed_why as "sealedWhy", d.urgent, d.type_text as "typeText", d.amount_fen::float8 as "amountFen", d.amount_about as "amountAbout",
    d.amount_note as "amountNote", d.people_count as "peopleCount", d.household_count as "householdCount", d.languages, d.danger_signs as "dangerSigns",
    d.place_text as "placeText", d.door_cipher as door, d.source_text as "sourceText", d.reporter_text as reporter, d.intake, to_json(d.asked_at) as "askedAt",
    to_json(d.leaves_at) as "leavesAt", d.occurred_on as "occurredOn", to_json(d.closed_at) as "closedAt",
    ${areaName('d.area_id')} as village, ${areaName('d.township_id')} as township, ${areaName('d.district_id')} as district,
    ${nameOf('d.registered_by_id')} as registrar, ${nameOf('d.keeper_id')} as keeper, ${nameOf('d.settled_by_id')} as "settledBy", d.settled_by_id as "settledById",
    ${list('select s.subject_id as "subjectId", s.why from sight s where s.dispute_id = d.id and s.valid_to is null and s.subject_id = any($2::uuid[])')} as sights,
    ${legs} as legs, ${events} as events, ${parties} as parties, ${agreements} as agreements, ${terms} as terms, ${deadlines} as deadlines, ${reminders} as reminders,
    ${requests} as requests, ${confirmations} as confirmations, ${sessions} as sessions, ${sittings} as sittings, ${files} as files,
    ${matters} as matters, ${questions} as questions, ${dangers} as dangers, ${risks} as risks, ${alarms} as alarms, ${entrustments} as entrustments, ${consents} as consents,
    to_json(d.elsewhere_asked_at) as "elsewhereAskedAt", to_json(d.danger_since) as "dangerSince", (select r.name from area r where r.id = d.township_id) as "townshipNow", (select r.path from area r where r.id = d.area_id) as "areaPath",
    case when d.danger_since is null then '[]'::json else ${list(onDuty('array[d.township_id, d.district_id]', '$3::date'))} end as "onDuty",
    ${list('select p.id, p.what, p.by, p.on_text as "onText", p.force, p.kept, p.terms from prior p where p.dispute_id = d.id order by p.id')} as priors,
    ${links} as links,
    ${merged} as merged,
    ${list(`select o.id, o.number from dispute o where o.id in (
      select e.subject_id from dispute_event e where e.dispute_id = d.id and e.type in ('merge', 'split', 'absorb'))`)} as others,
    ${list(`select a.id, a.name from account a where a.id = any(
      select (e.detail->>'accountId')::uuid from dispute_event e where e.dispute_id = d.id and e.type = 'handOn')`)} as accounts
  from dispute d where d.id = $1::uuid`

/** Everything the pages of one dispute are made of, whatever the rows: one statement. Who may see it is asked before. */
export async function readRows(disputeId: string, subjectIds: string[], today: LegalDay): Promise<Rows> {
  const { rows } = await pool.query<Rows>({ name: 'dispute_rows', text: statement, values: [disputeId, subjectIds, today] })
  const [row] = rows
  if (!row) throw new Error(`no dispute ${disputeId}`)
  return row
}

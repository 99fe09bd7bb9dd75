import { inTransaction, type Tx } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { dayIn, yearOf } from '../calendar/days'
import { writeDanger } from '../danger/report.server'
import { writePlan } from '../deadline/write.server'
import { firstTime } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { mayRegister } from '../dispute/permissions'
import { riskCheck, routeCheck } from '../dispute/tell.server'
import { writeEvent } from '../dispute/record.server'
import { senderKindOf } from '../entrusted/form'
import { writeEntrustment } from '../entrusted/write.server'
import { newId } from '../id'
import { elsewhereOf } from '../matter/elsewhere'
import { noteElsewhere } from '../matter/elsewhere.server'
import { encrypt } from '../privacy/cipher.server'
import { newDataKey, openDataKey } from '../privacy/data-key.server'
import { keyedHash } from '../privacy/hash.server'
import { queryCodeOf } from '../query-code'
import { Refusal, wrong } from '../refusal'
import { searchedBy } from '../search/index-dispute.server'
import { choiceOf } from '../types/dispute-types'
import { writeBeside } from './beside.server'
import { firstPeriods } from './first-periods.server'
import { titleOf, type Registration } from './form'
import { partyRows, writeParties } from './party-rows.server'
import { placeOf, type Placed } from './place.server'
import { dangerOf, riskOf } from './risk'

export type Registering = {
  actor: Person
  form: Registration
  /** A draft's id, and its data key, become the dispute's. */
  draft?: { id: string; dataKey: string }
  key?: string
  now?: Date
}
export type Registered = { id: string; repeated: boolean }

/** Medical, family violence, harm to a child or a party's wish: seen only by who handles them (design: 3). */
const confidential = ({ typeCode, dangerSigns: signs, sealed }: Registration) =>
  sealed || typeCode.startsWith('13') || signs.some((sign) => sign === 'familyViolence' || sign === 'childHarm')

/** The rows of a new registration: the dispute, its parties, first periods and first event. */
export async function writeDispute(tx: Tx, id: string, dataKey: string, { form, actor, draft }: Registering, place: Placed, now: Date) {
  const at = form.happenedAt ?? now
  const { serial, rulesVersion } = place
  const number = `${place.districtCode.slice(0, 6)}-${yearOf(dayIn(now))}-${String(serial).padStart(6, '0')}`
  const key = openDataKey(dataKey, id)
  const type = choiceOf(form.typeCode)
  if (!type) throw wrong('typeCode', '没有这个类型，请从列表里选')
  const title = titleOf(form)
  const risk = riskOf(form)
  const senderKind = form.entrusted ? senderKindOf(form.source, form.intake) : null
  const entrusted = senderKind && form.entrusted ? { ...form.entrusted, senderKind, signedForAt: form.entrusted.signedForAt ?? at } : null
  const { plan, due } = await firstPeriods(tx, {
    disputeId: id,
    rulesVersion,
    type: type.type,
    source: form.source,
    at,
    now,
    answer: entrusted && { signedForAt: entrusted.signedForAt, by: entrusted.answerBy },
  })
  await tx.dispute.createMany({
    data: [
      {
        id,
        number,
        dataKey,
        title,
        version: 0,
        status: 'reported',
        level: place.level === 'district' ? 'district' : 'township',
        queryCodeHash: keyedHash('queryCode', queryCodeOf(key.bytes)),
        risk,
        areaId: form.areaId,
        townshipId: place.townshipId,
        districtId: place.districtId,
        typeCode: type.type,
        subtypeCode: type.subtype,
        typeText: form.typeText,
        source: form.source,
        sourceText: form.sourceText,
        reporterText: form.reporter,
        intake: form.intake,
        sealed: confidential(form),
        sealedWhy: form.sealedWhy,
        urgent: form.urgent,
        amountFen: form.amountFen,
        amountAbout: form.amountAbout,
        amountNote: form.amountNote,
        peopleCount: form.peopleCount,
        householdCount: form.householdCount,
        languages: form.languages,
        dangerSigns: form.dangerSigns,
        placeText: form.placeText,
        occurredOn: form.occurredOn,
        askedAt: form.askedAt,
        leavesAt: form.leavesAt,
        doorCipher: form.door ? encrypt(form.door, key, { table: 'dispute', column: 'door_cipher', rowId: id }) : null,
        registeredById: actor.accountId,
        ...(form.elsewhere && { elsewhereAskedAt: at, elsewhereAskedById: actor.accountId }),
        registeredAt: at,
        recordedAt: now,
        deskSince: now,
        ...searchedBy({ number, title, areaPath: place.path, placeText: form.placeText, names: form.parties.map(({ name }) => name) }),
      },
    ],
  })
  const parties = partyRows(form.parties, {
    disputeId: id,
    key,
    at,
    askedBy: actor.accountId,
    hidesApplicant: form.dangerSigns.includes('familyViolence'),
    ...(form.noticeTold && { noticedHow: form.noticeHow }),
  })
  await writeParties(tx, parties)
  const { moves: ledger } = await writePlan(tx, { disputeId: id, version: 1, at }, plan)
  if (entrusted) await writeEntrustment(tx, { disputeId: id, actor, entrusted })
  await writeBeside(tx, form, { disputeId: id, accountId: actor.accountId, risk, happenedAt: at, now, draft: draft !== undefined })
  const post = actor.posts.find(({ areaId }) => areaId === place.townshipId || areaId === form.areaId) ?? actor.posts[0]
  await writeEvent(
    tx,
    id,
    {
      id: newId(),
      type: 'register',
      version: 1,
      from: null,
      to: 'reported',
      legId: null,
      subjectId: null,
      actor,
      role: post?.role ?? null,
      bodyId: post?.bodyId ?? bodiesOf(actor, 'head', 'court', 'organ')[0] ?? null,
      areaId: post?.areaId ?? null,
      behalfBodyId: null,
      behalfPartyId: form.forParty === undefined ? null : (parties[form.forParty]?.row.id ?? null),
      happenedAt: at,
      recordedAt: now,
      ledger,
      detail: { source: form.source, intake: form.intake, risk, ...(form.noticeTold && { noticeTold: true }) },
      texts: [
        { kind: 'facts', audience: 'handlers', text: form.facts },
        { kind: 'told', audience: 'handlers', text: form.dangerTold ?? '' },
      ],
    },
    {
      facts: { level: place.level === 'district' ? 'district' : 'township', kept: false, objected: false },
      deskMoved: false,
      keeperId: null,
      firstReceivedAt: null,
      closedAt: null,
      due,
    },
    [routeCheck(id), riskCheck(id)],
  )
}

/** Which dispute the form was answered with the first time. */
async function firstId(tx: Tx, { accountId }: Person, key = ''): Promise<string> {
  const { location } = await tx.submission.findUniqueOrThrow({ where: { accountId_key: { accountId, key } } })
  return location.split('/')[2] ?? ''
}

/**
 * 登记: the dispute is written down, once for each submission key, and `more` does in the same transaction what was
 * already done about it (settled on the spot, taken at the own door). Throws Refusal: forbidden, invalid.
 */
export async function register(registering: Registering, more?: (file: CaseFile) => Promise<void>): Promise<Registered> {
  const { actor, form, draft, key, now = new Date() } = registering
  if (!mayRegister(actor)) throw new Refusal('forbidden')
  if (form.happenedAt && form.happenedAt > now) throw wrong('happenedAt', '发生时间不能晚于现在')
  if (form.entrusted?.signedForAt && form.entrusted.signedForAt > now) throw wrong('entrusted.signedForAt', '签收时间不能晚于现在')
  if (form.askedAt && form.askedAt > now) throw wrong('askedAt', '申请时间不能晚于现在')
  const id = draft?.id ?? newId()
  const dataKey = draft?.dataKey ?? newDataKey(id).wrapped
  return inTransaction(async (tx) => {
    if (!(await firstTime(tx, actor, key, `/disputes/${id}/receipt`, now))) return { id: await firstId(tx, actor, key), repeated: true }
    const place = await placeOf(tx, form.areaId)
    await writeDispute(tx, id, dataKey, registering, place, now)
    const red = riskOf(form) === 'red'
    const elsewhere = elsewhereOf(form)
    if (more || red || elsewhere?.matter) {
      const loaded = await loadDispute(tx, { actor, disputeId: id, seen: 1, now })
      if (!loaded) throw new Refusal('notFound')
      const file = new CaseFile(tx, actor, loaded, now)
      if (elsewhere?.matter) await noteElsewhere(file, elsewhere, form.happenedAt)
      await more?.(file)
      if (red) await writeDanger(file, dangerOf(form))
    }
    return { id, repeated: false }
  })
}

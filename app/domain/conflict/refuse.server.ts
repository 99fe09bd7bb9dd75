import { Prisma } from '#app/db/client.server'
import type { CaseFile } from '../dispute/case-file.server'
import { mayBeNamed, mediates } from '../dispute/mediators.server'
import type { Words } from '../dispute/record.server'
import { isId, newId } from '../id'
import { wrong } from '../refusal'
import type { Answers } from './answers'
import { acceptable, kinds, type Finding, type FindingCode } from './findings'
import { standings, type Standing, type Whom } from './links.server'

type Named = Whom & {
  ids: readonly string[]
  /** Beside which field it stands, by the place in the list. */
  field: (place: number) => string
  stranger: (name: string) => string
  answers?: Answers | undefined
  /** What holds nothing up here: a name alone, where it was done on the spot or is only looked after. */
  passes?: readonly FindingCode[]
  /** The form cannot answer: it says to choose another. */
  another?: boolean
}

type Answered = { finding: Finding; how: 'notSame' | 'accepted'; why: string }

/** How a finding was answered; null where it is not, or cannot be. */
function answerTo(finding: Finding, { notSame, accepted }: Answers): Answered | null {
  if (kinds[finding.code].level === 'block') return null
  if (accepted && acceptable(finding)) return { finding, how: 'accepted', why: accepted }
  return notSame ? { finding, how: 'notSame', why: notSame } : null
}

/** Why somebody may not be named, and what to do about it. */
function whyNot({ name, court }: Standing, { code, level, faces }: Finding): string {
  if (kinds[code].level === 'block') return `${name}不能指派：${faces.internal}`
  if (level === 'verify') return `${name}${faces.internal}；核实过不是的，勾选“核实过”，写明怎么核实的`
  const rule = court ? '法院委派、委托的，双方不都同意就要回避' : '要先告知双方'
  return `${name}${faces.internal}：${rule}；双方都接受的，勾选“已经告知双方，双方都接受”，写明怎么说的（人民调解法第23条）`
}

/** What stands of the answers: that it was told and accepted where the sides read it, how it is known for staff. */
const wordsOf = (answered: Answered[]): Words[] => {
  const accepted = answered.filter(({ how }) => how === 'accepted')
  const ties = [...new Set(accepted.map(({ finding }) => kinds[finding.code].label))]
  return [
    ...(ties.length
      ? [{ kind: 'told' as const, audience: 'path' as const, text: `利害关系（${ties.join('、')}）已告知双方，双方接受` }]
      : []),
    ...[...new Set(answered.map(({ how, why }) => (how === 'notSame' ? `核实过，不是同一人：${why}` : why)))].map((text) => ({
      kind: 'why' as const,
      audience: 'handlers' as const,
      text,
    })),
  ]
}

/**
 * The one place where anybody is held against a dispute before being named in it. Throws Refusal invalid beside the field; answers that
 * were needed are kept, and come back as what stands on the path.
 */
async function refuseWhere({ tx, id, now, actorId }: CaseFile, named: Named): Promise<Words[]> {
  const { ids, field, stranger, answers = {}, passes = [], another, ...whom } = named
  const rows = await standings(tx, whom, [id])
  const answered: (Answered & { mediatorId: string })[] = []
  for (const [place, mediatorId] of ids.entries()) {
    const one = rows.find((row) => row.mediatorId === mediatorId)
    if (!one?.may) throw wrong(field(place), stranger(one?.name ?? '这一位'))
    for (const finding of one.findings) {
      if (passes.includes(finding.code)) continue
      const answer = answerTo(finding, answers)
      if (!answer) throw wrong(field(place), another ? `${one.name}${finding.faces.internal}，请另选一位` : whyNot(one, finding))
      answered.push({ ...answer, mediatorId })
    }
  }
  if (!answered.length) return []
  await tx.tieClearing.createMany({
    data: answered.map(({ mediatorId: accountId, finding: { code, partyId }, how, why }) => ({
      id: newId(),
      disputeId: id,
      accountId,
      code,
      partyId,
      how,
      why,
      recordedById: actorId,
      recordedAt: now,
    })),
  })
  return wordsOf(answered)
}

/** Refuses, beside `lead` or `others`, who may not be named in the open leg: no mediator there now, or tied (U15). The first leads. */
export const refuseMediators = (file: CaseFile, mediatorIds: string[], answers?: Answers) =>
  refuseWhere(file, {
    ids: mediatorIds,
    accountIds: mediatorIds.filter(isId),
    post: mayBeNamed(file.handling, file.now),
    field: (place) => (place === 0 ? 'lead' : 'others'),
    stranger: (name) => `${name}不是这个组织现在的调解员，请从名单里选`,
    answers,
  })

/** Refuses, beside `mediatorId`, who cannot have settled it on the spot as a registered mediator of a committee (U6, U15). */
export const refuseSettler = (file: CaseFile, mediatorId: string, answers?: Answers) =>
  refuseWhere(file, {
    ids: [mediatorId],
    accountIds: [mediatorId].filter(isId),
    post: Prisma.sql`${mediates(file.now)} and b.channel = 'people'`,
    field: () => 'mediatorId',
    stranger: (name) => `${name}不是登记在册的调解员，请重新选`,
    answers,
    passes: ['namesake'],
  })

/** Refuses, beside `accountId`, who is tied and would be handed what is left to look after. */
export const refuseKeeper = (file: CaseFile, accountId: string, answers?: Answers) =>
  refuseWhere(file, {
    ids: [accountId],
    accountIds: [accountId].filter(isId),
    field: () => 'accountId',
    stranger: (name) => `${name}现在不能办理，请重新选`,
    answers,
    passes: ['namesake'],
  })

/** Refuses, beside `registrantId`, whom a request may not call on: of the register, with or without an account, and tied (U15, U16). */
export async function refuseRequested(file: CaseFile, requestId: string, answers?: Answers): Promise<Words[]> {
  const asked = await file.tx.request.findUnique({ where: { id: requestId }, select: { registrantId: true } })
  return asked?.registrantId ? refuseAsked(file, asked.registrantId, answers) : []
}

/** The same for one of the register. Where nobody was asked what stands between them and the sides, another one is chosen. */
export async function refuseAsked(file: CaseFile, registrantId: string, answers?: Answers): Promise<Words[]> {
  const stranger = '名册里没有这个人，请重新选'
  const where = { id: registrantId }
  const one = isId(registrantId) && (await file.tx.registrant.findUnique({ where, select: { accountId: true } }))
  if (!one) throw wrong('registrantId', stranger)
  return refuseWhere(file, {
    ids: [one.accountId ?? registrantId],
    registrantIds: [registrantId],
    field: () => 'registrantId',
    stranger: () => stranger,
    answers,
    // Who advised once may be asked again; a name alone is for the sides, who agree to being advised (People's Mediation Law 20).
    passes: ['adviser', 'namesake'],
    another: answers === undefined,
  })
}

/**
 * Whether somebody mediates in this body now and what stands between them and the dispute. Asked of who takes it at the own door before
 * any leg is open (U1, U15).
 */
export async function standingAtDoor({ tx, id, now }: CaseFile, accountId: string, bodyId: string): Promise<Standing | undefined> {
  const [one] = await standings(tx, { accountIds: [accountId], post: Prisma.sql`${mediates(now)} and b.id = ${bodyId}::uuid` }, [id])
  return one
}

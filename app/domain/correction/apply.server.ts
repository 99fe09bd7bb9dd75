import { dateOf, dayIn, instantOf, isLegalDay } from '../calendar/days'
import { recountFrom } from '../deadline/adjust.server'
import { countByNewType } from '../deadline/retype.server'
import { choiceOf } from '../types/dispute-types'
import type { CaseFile } from '../dispute/case-file.server'
import { fenOf } from '../forms/money'
import { wrong } from '../refusal'
import type { Field, Item } from './items.server'

type Change = { item: Item; to: string }
type Apply = (file: CaseFile, change: Change) => Promise<void>

const medical = '13'
const refused = ({ item }: Change, say: string) => wrong(`change.${item.name}`, say)

function momentOf(file: CaseFile, change: Change): Date {
  const at = new Date(`${change.to}:00+08:00`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(change.to) || Number.isNaN(at.getTime())) throw refused(change, '时间没有填对')
  if (at > file.now) throw refused(change, '不能晚于现在')
  if (at < new Date(file.dispute.registeredAt) && change.item.field !== 'signedForAt') throw refused(change, '不能早于登记的时间')
  return at
}

function fenFrom(change: Change): bigint {
  const fen = fenOf(change.to)
  if (fen === null || fen <= 0n) throw refused(change, '金额没有填对，如 1200 或 1200.50')
  return fen
}

function dayFrom(change: Change): string {
  if (!isLegalDay(change.to)) throw refused(change, '日期没有填对')
  return change.to
}

const receivedAt: Apply = async (file, change) => {
  const at = momentOf(file, change)
  const leg = await file.tx.leg.findUniqueOrThrow({
    where: { id: change.item.rowId },
    include: { dispute: { select: { firstReceivedAt: true } } },
  })
  if (at < leg.offeredAt) throw refused(change, '不能早于分流给本组织的时间')
  await file.tx.leg.update({ where: { id: leg.id }, data: { receivedAt: at } })
  if (leg.receivedAt?.getTime() === leg.dispute.firstReceivedAt?.getTime()) {
    await file.tx.dispute.update({ where: { id: file.id }, data: { firstReceivedAt: at } })
    file.dispute.firstReceivedAt = at.toISOString()
  }
  if (file.leg?.id === leg.id) file.leg = { ...file.leg, receivedAt: at.toISOString() }
  // What a court handed over runs from its own day.
  if (!file.dispute.fromCourt) await recountFrom(file, { period: 'mediation', subjectId: leg.id }, at)
}

const startedAt: Apply = async (file, change) => {
  const at = momentOf(file, change)
  const { endedAt } = await file.tx.mediation.findUniqueOrThrow({ where: { id: change.item.rowId }, select: { endedAt: true } })
  if (endedAt && endedAt < at) throw refused(change, '不能晚于这次调解结束的时间')
  await file.tx.mediation.update({ where: { id: change.item.rowId }, data: { startedAt: at } })
}

const paidOf = async (file: CaseFile, obligationId: string) => {
  const { _sum } = await file.tx.performance.aggregate({ where: { obligationId }, _sum: { amountFen: true } })
  return _sum.amountFen ?? 0n
}

const amount: Apply = async (file, change) => {
  const amountFen = fenFrom(change)
  const { heads, times } = await file.tx.obligation.findUniqueOrThrow({
    where: { id: change.item.rowId },
    select: { heads: true, times: true },
  })
  if (amountFen * BigInt(heads ?? 1) * BigInt(times ?? 1) < (await paidOf(file, change.item.rowId)))
    throw refused(change, '比已经履行的还少，先更正履行的金额')
  await file.tx.obligation.update({ where: { id: change.item.rowId }, data: { amountFen } })
}

const performedAmount: Apply = async (file, change) => {
  const amountFen = fenFrom(change)
  const where = { id: change.item.rowId }
  const { obligation, ...was } = await file.tx.performance.findUniqueOrThrow({ where, include: { obligation: true } })
  const { amountFen: each, heads, times, every } = obligation
  const owed = each === null || (every !== null && times === null) ? null : each * BigInt(heads ?? 1) * BigInt(times ?? 1)
  const others = (await paidOf(file, obligation.id)) - (was.amountFen ?? 0n)
  if (owed !== null && others + amountFen > owed) throw refused(change, '超过了应付的数')
  await file.tx.performance.update({ where, data: { amountFen } })
}

/** In force from the last of the signatures: what runs from that day is counted again (People's Mediation Law 29, 33). */
const signedOn: Apply = async (file, change) => {
  const day = dayFrom(change)
  const { agreement } = await file.tx.signature.findUniqueOrThrow({ where: { id: change.item.rowId }, include: { agreement: true } })
  if (day < dayIn(agreement.madeAt) || day > dayIn(file.now)) throw refused(change, '签字日期要在达成协议以后、今天以前')
  await file.tx.signature.update({ where: { id: change.item.rowId }, data: { signedOn: dateOf(day) } })
  const { _max } = await file.tx.signature.aggregate({ where: { agreementId: agreement.id }, _max: { signedOn: true } })
  const last = _max.signedOn?.toISOString().slice(0, 10) ?? day
  const at = instantOf(last) > agreement.madeAt ? instantOf(last) : agreement.madeAt
  if (agreement.effectiveAt && dayIn(agreement.effectiveAt) === dayIn(at)) return
  await file.tx.agreement.update({ where: { id: agreement.id }, data: { effectiveAt: at } })
  await recountFrom(file, { period: 'confirmation', subjectId: agreement.id }, at)
}

/** Another kind of dispute: its periods go on by their own rule, with all they have been through; medical ones are not open (不公开). */
const typeCode: Apply = async (file, change) => {
  const choice = choiceOf(change.to)
  if (!choice) throw refused(change, '没有这个类型，请从列表里选')
  const { type, subtype } = choice
  await file.tx.dispute.update({
    where: { id: file.id },
    data: { typeCode: type, subtypeCode: subtype, ...(type === medical && { sealed: true }) },
  })
  file.dispute.typeCode = type
  file.dispute.subtypeCode = subtype
  await countByNewType(file)
}

/** What a value's being put right writes, by field. Refused beside the field where it cannot have been so. */
export const applying: Record<Field, Apply> = {
  typeCode,
  receivedAt,
  startedAt,
  amount,
  performedAmount,
  signedOn,
  what: async (file, change) => {
    if (!change.to.trim()) throw refused(change, '请写做什么')
    await file.tx.obligation.update({ where: { id: change.item.rowId }, data: { what: change.to.trim() } })
  },
  dueDay: async (file, change) => {
    await file.tx.obligation.update({ where: { id: change.item.rowId }, data: { dueDay: dateOf(dayFrom(change)) } })
  },
  performedAt: async (file, change) => {
    await file.tx.performance.update({ where: { id: change.item.rowId }, data: { happenedAt: momentOf(file, change) } })
  },
  signedForAt: async (file, change) => {
    const at = momentOf(file, change)
    const { answerBy } = await file.tx.entrustment.update({ where: { id: change.item.rowId }, data: { signedForAt: at } })
    if (!answerBy) await recountFrom(file, { period: 'reply', subjectId: file.id }, at)
    if (file.dispute.fromCourt && file.leg) await recountFrom(file, { period: 'mediation', subjectId: file.leg.id }, at)
  },
}

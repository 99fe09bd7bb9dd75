import { dateOf, dayIn } from '../calendar/days'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, type Change, type Setting } from '../settings/act.server'
import { demandSetting, type Place } from '../settings/permissions'
import { endReasons, offices, type Office } from '../words/roll'
import type { AppointForm, EndForm } from './forms'
import { endPost, givePosts } from './posts.server'
import { holdRegistrant } from './subject.server'

type BodyRow = { id: string; name: string; channel: string; place: Place; ended: boolean; termEnd: string | null }

/** A body to appoint in: the actor's to look after. Throws Refusal notFound. */
export async function bodyToStaff({ tx, actor, now }: Pick<Change, 'tx' | 'actor' | 'now'>, bodyId: string): Promise<BodyRow> {
  const [body] = await tx.$queryRaw<BodyRow[]>`
    select b.id, b.name, b.channel, json_build_object('id', a.id, 'level', a.level, 'path', a.path) as place,
      coalesce(b.valid_to < ${dayIn(now)}::date, false) as ended,
      (select to_char(max(t.ends_on), 'YYYY-MM-DD') from committee_term t where t.body_id = b.id) as "termEnd"
    from body b join area a on a.id = b.area_id where b.id = ${bodyId}::uuid`
  demandSetting(actor, 'body', body?.place)
  if (!body) throw new Refusal('notFound')
  return body
}

/** 推选、任命、聘任 within an act: a member of the committee without an end of the own serves to the end of its term. Answers the id. */
export async function appointWithin(all: Change, registrantId: string, form: AppointForm): Promise<string> {
  const { tx, actor, now, record } = all
  const who = await holdRegistrant(tx, actor, 'write', registrantId)
  const body = await bodyToStaff(all, form.bodyId)
  if (body.channel !== 'people') throw wrong('bodyId', '只有人民调解组织推选、聘任调解员')
  if (body.ended) throw wrong('bodyId', '这个组织已经撤销，请重新选')
  if (who.validTo) throw wrong('bodyId', '这个人已经从名册里撤下，先恢复')
  if (form.how !== 'elected' && !form.paper) throw wrong('paper', '请写文号；没有文号的写明哪次会议、哪份决定')
  const sitting = offices[form.office].sits
  const validTo = form.validTo ?? (sitting && body.termEnd && body.termEnd >= form.validFrom ? body.termEnd : null)
  if (validTo && validTo < form.validFrom) throw wrong('validTo', '最后一天不能早于开始的一天')
  const same = await tx.appointment.count({ where: { registrantId, bodyId: form.bodyId, office: form.office, endedOn: null } })
  if (same) throw wrong('office', `现在已经是${body.name}的${offices[form.office].label}；连任先办到期，或者改期限`)
  const id = newId()
  await tx.appointment.create({
    data: {
      id,
      registrantId,
      bodyId: form.bodyId,
      office: form.office,
      how: form.how,
      paper: form.paper ?? null,
      validFrom: dateOf(form.validFrom),
      validTo: validTo ? dateOf(validTo) : null,
      recordedById: actor.accountId,
      recordedAt: now,
    },
  })
  await givePosts(all, registrantId)
  await record('registrant.appoint', { kind: 'registrant', id: registrantId }, { bodyId: form.bodyId, office: form.office })
  return id
}

/**
 * 推选、任命、聘任: an office in a body, with its paper; an account is given the post of it. Throws Refusal: notFound, forbidden (not
 * theirs, or oneself), or beside its field. Undefined where the form was answered before.
 */
export const appoint = (setting: Setting, registrantId: string, form: AppointForm) =>
  change(setting, (all) => appointWithin(all, registrantId, form))

/** Open cases that somebody mediates in a body. */
export async function openCases({ tx }: Pick<Change, 'tx'>, accountId: string, bodyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<[{ open: number }]>`select count(*)::int as open from leg_mediator m join leg l on l.id = m.leg_id
    where m.account_id = ${accountId}::uuid and m.valid_to is null and l.ended_at is null and l.body_id = ${bodyId}::uuid`
  return row.open
}

type Ending = { id: string; bodyId: string; body: string; place: Place; office: Office; from: string }

/** The same within an act. */
export async function endAppointmentWithin(all: Change, registrantId: string, form: EndForm): Promise<void> {
  const { tx, actor, now, record } = all
  const who = await holdRegistrant(tx, actor, 'write', registrantId)
  const [held] = await tx.$queryRaw<Ending[]>`
    select p.id, p.body_id as "bodyId", b.name as body, p.office, to_char(p.valid_from, 'YYYY-MM-DD') as from,
      json_build_object('id', a.id, 'level', a.level, 'path', a.path) as place
    from appointment p join body b on b.id = p.body_id join area a on a.id = b.area_id
    where p.id = ${form.appointmentId}::uuid and p.registrant_id = ${registrantId}::uuid and p.ended_on is null`
  if (!held) throw new Refusal('notNow', '这项任职已经结束了，请看最新的情况')
  demandSetting(actor, 'body', held.place)
  if (form.endedOn > dayIn(now)) throw wrong('endedOn', '最后一天不能晚于今天，到那天再来办')
  if (form.endedOn < held.from) throw wrong('endedOn', '最后一天不能早于任职的第一天')
  if (endReasons[form.endWhy].paper && !form.endPaper)
    throw wrong('endPaper', `${endReasons[form.endWhy].label}要写文号（人民调解法第15条）`)
  if (who.accountId === actor.accountId) throw new Refusal('forbidden', '自己的任职，要由另一位管理员来办')
  await tx.appointment.update({
    where: { id: held.id },
    data: { endedOn: dateOf(form.endedOn), endWhy: form.endWhy, endPaper: form.endPaper ?? null },
  })
  if (who.accountId) await leaveBody(all, { accountId: who.accountId, name: who.name }, held, form.endedOn)
  await record('registrant.end', { kind: 'registrant', id: registrantId }, { appointmentId: held.id, why: form.endWhy })
}

/** With the last office in a body the cases in it must be handed over first. */
async function leaveBody(
  all: Change,
  { accountId, name }: { accountId: string; name: string },
  { bodyId, body, office }: Ending,
  lastDay: string,
) {
  const { tx } = all
  await tx.$executeRaw`select 1 from account where id = ${accountId}::uuid for update`
  const still = await tx.appointment.count({ where: { bodyId, endedOn: null, registrant: { accountId } } })
  const open = still ? 0 : await openCases(all, accountId, bodyId)
  if (open) {
    const text = `${name}在${body}手里还有 ${open} 件没有办完，先交给别人，再来办`
    throw new Refusal('notNow', text, { appointmentId: text })
  }
  await endPost(all, accountId, bodyId, office, lastDay)
}

/**
 * 到期、辞职、罢免、解聘: an office ends, and with it the post; refused (409) while cases of the body are in hand. Throws Refusal:
 * notFound, forbidden, notNow, or beside its field.
 */
export const endAppointment = (setting: Setting, registrantId: string, form: EndForm) =>
  change(setting, (all) => endAppointmentWithin(all, registrantId, form))

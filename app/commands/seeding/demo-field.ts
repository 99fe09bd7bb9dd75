import { disputeMachine } from '#machines/dispute.machine'
import { statesOnDesk } from '#machines/step'
import { db, inTransaction } from '#app/db/client.server'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { writeNote } from '#app/domain/leader/notes.server'
import { setLeaderTask } from '#app/domain/leader/tasks.server'
import { actOnOrder } from '#app/domain/order/act.server'
import { issueOrder } from '#app/domain/order/issue.server'
import { createAccount } from '#app/domain/people/accounts.server'
import { reportRound } from '#app/domain/patrol/report.server'
import { openRound } from '#app/domain/patrol/rounds.server'
import { inventedName } from '../../../prisma/district/names'
import { People } from '../replay/people'

const dayMs = 86_400_000

/** States in which a body has something to do about it. */
const supervised = (['mediator', 'receiver', 'keeper'] as const).flatMap((desk) => statesOnDesk(disputeMachine, desk))

/** Two orders: one that waits to be taken, one that is being acted on. */
async function orders(people: People, district: string, now: Date): Promise<number> {
  const duty = people.first('duty', { areaId: district })
  const legs = await db.leg.findMany({
    where: { endedAt: null, channel: 'people', dispute: { status: { in: supervised }, sealed: false } },
    orderBy: { id: 'asc' },
    select: { disputeId: true, bodyId: true },
  })
  const staffed = legs.filter(({ bodyId }) => people.of('head', { bodyId }).length).slice(0, 2)
  for (const [at, { disputeId, bodyId }] of staffed.entries()) {
    const sent = new Date(now.getTime() - (at + 1) * dayMs)
    const asked = `【演示】请在到期前约好双方，写明进展${at ? '；有危险的先报警' : ''}`
    const form = {
      act: 'issue',
      to: `body:${bodyId}`,
      why: at ? 'danger' : 'overdue',
      asked,
      answerBy: addDays(dayIn(now), 3 - at),
    } as const
    const id = await issueOrder({ actor: duty, now: sent }, { disputeId }, form)
    const head = people.first('head', { bodyId })
    if (!id || !at) continue
    await actOnOrder({ actor: head, now }, id, { act: 'acknowledge' })
    await actOnOrder({ actor: head, now }, id, { act: 'act', text: '【演示】已经约了周五，双方都来' })
  }
  return staffed.length
}

/** 乡镇班子挂包村: the villages of a township but the last two, which show what a gap looks like. */
async function villageLeaders(township: { id: string; name: string }, now: Date) {
  const villages = await db.area.findMany({ where: { parentId: township.id, level: 'village', validTo: null }, orderBy: { code: 'asc' } })
  await inTransaction(async (tx) => {
    for (const [at, { id, name }] of villages.slice(0, -2).entries()) {
      const post = { role: 'leader' as const, areaId: id, unit: `${township.name}挂包${name}`, from: new Date(now.getTime() - 200 * dayMs) }
      const account = {
        name: inventedName(700 + at),
        phone: `1370053${String(at).padStart(4, '0')}`,
        languages: ['chinese'],
        posts: [post],
      }
      await createAccount(tx, account, 'operator', now)
    }
  })
}

/** Tasks for every township, and a visit and an instruction of one leader. */
async function leaders(people: People, district: string, township: string, now: Date) {
  const bureau = people.first('bureau', { areaId: district })
  const task = { act: 'task', to: 'all', usual: 'killings', text: '【演示】逐件看，写在系统里', dueOn: addDays(dayIn(now), 7) } as const
  await setLeaderTask({ actor: bureau, now }, task)
  const leader = people.first('leader', { areaId: township })
  const note = { act: 'note', happenedOn: dayIn(now), areaId: township } as const
  await writeNote({ actor: leader, now }, { ...note, kind: 'visit', text: '【演示】到综治中心看了台账，和值班的同志说了红的两件' })
  await writeNote({ actor: leader, now }, { ...note, kind: 'instruction', text: '【演示】请分流岗本周把红的、黄的各打一次电话' })
}

/** A round of a township under way: one nil return, one with what was found, the others have not reported. */
async function patrol(people: People, township: string, now: Date): Promise<number> {
  const triage = people.first('triage', { areaId: township })
  const began = new Date(now.getTime() - 3 * dayMs)
  const days = { fromDay: dayIn(began), toDay: addDays(dayIn(now), 4) }
  const id = await openRound(
    { actor: triage, now: began },
    {
      act: 'open',
      areaId: township,
      kind: 'regular',
      title: '【演示】冬季常态化排查',
      asked: '邻里用水、房租、欠薪，家里有矛盾的多问一句',
      ...days,
    },
  )
  if (!id) return 0
  const villages = await db.area.findMany({ where: { parentId: township, level: 'village', validTo: null }, orderBy: { code: 'asc' } })
  const walked = villages.flatMap(({ id: areaId }) => people.of('grid', { areaId }).map((actor) => ({ actor, areaId }))).slice(0, 2)
  const [first, second] = walked
  if (first) await reportRound({ actor: first.actor, now }, id, first.areaId, { act: 'nil', rounds: 2 })
  const findings = [
    { line: '【演示】两户合用水表', outcome: 'settled' as const },
    { line: '【演示】租客欠一个月房租', outcome: 'watched' as const },
  ]
  const report = { act: 'report', rounds: 3, found: 2, findings, note: undefined } as const
  if (second) await reportRound({ actor: second.actor, now }, id, second.areaId, { ...report, findings: [...findings] })
  return walked.length
}

/** 督办、挂包、排查 of the demo, through the domain's own acts. Answers how many orders and reports. */
export async function seedDemoField(now = new Date()): Promise<{ orders: number; reports: number }> {
  const district = await db.area.findFirstOrThrow({ where: { level: 'district' } })
  const township = await db.area.findFirstOrThrow({ where: { level: 'township', name: '束河街道' } })
  await villageLeaders(township, now)
  const people = await People.read()
  await leaders(people, district.id, township.id, now)
  return { orders: await orders(people, district.id, now), reports: await patrol(people, township.id, now) }
}

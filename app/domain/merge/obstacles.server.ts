import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import type { Tx } from '#app/db/client.server'
import type { CaseFile } from '../dispute/case-file.server'
import { isPossible } from '../dispute/moves'
import { Refusal, wrong } from '../refusal'
import type { Carried } from './parties.server'

type Standing = { sealed: boolean; otherSealed: boolean; inDanger: boolean; held: number; owesAnswer: boolean; main: string | null }

/** What stands in the way of resting in another file, in words; null where nothing does. */
function obstacle(own: CaseFile, other: CaseFile, of: Standing): string | null {
  if (deskOf(disputeMachine, other.status) === 'none')
    return of.main
      ? '那一件自己已经并入了别处，请并入它所在的那一件'
      : '那一件已经结束，不能再并入；事情又起来的，先重启那一件，或者登记为关联'
  if (of.held) return `有 ${of.held} 件登记并在这件里。请把那一件并入这件，或者先把它们拆回`
  if (of.inDanger) return '这件里的危险还没有人处置。先写明已处置，或者把那一件并入这件'
  if (of.owesAnswer) return '这件是别的单位委托、移送来的，还要回告。请把那一件并入这件'
  if (of.sealed && !of.otherSealed) return '这件不公开，不能并入公开的那一件。请把那一件并入这件'
  const { facts, status } = own
  if (isPossible('merge', status, facts)) return null
  return facts.inForce || facts.paper
    ? '这件里已经有协议，不能并入别处。请把那一件并入这件'
    : '只有待分流的才能并入别处。先收回、退回到分流岗'
}

/** Throws Refusal invalid beside `into` where the one cannot rest in the other. */
export async function demandMergeable(own: CaseFile, other: CaseFile): Promise<void> {
  const [of] = await own.tx.$queryRaw<Standing[]>`
    select d.sealed, o.sealed as "otherSealed", d.danger_since is not null as "inDanger", o.merged_into_id::text as main,
      (select count(*)::int from dispute m where m.merged_into_id = d.id) as held,
      exists (select 1 from entrustment x where x.dispute_id = d.id and x.replied_at is null) as "owesAnswer"
    from dispute d, dispute o where d.id = ${own.id}::uuid and o.id = ${other.id}::uuid`
  const words = of && obstacle(own, other, of)
  if (words) throw wrong('into', words)
}

/** Throws Refusal notNow, with the reason, where taking it apart would undo what was done for both. */
export async function demandSplittable(tx: Tx, main: CaseFile, merge: { id: string }, carried: readonly Carried[]): Promise<void> {
  if (!isPossible('absorb', main.status, main.facts)) throw new Refusal('notNow', '并入的那一件已经转出，不能再拆回')
  const copies = carried.filter(({ copied }) => copied).map(({ to }) => to)
  const [of] = await tx.$queryRaw<[{ agreed: boolean; asked: boolean }]>`
    select exists (select 1 from agreement a where a.dispute_id = ${main.id}::uuid and a.status <> 'dropped' and a.id > ${merge.id}::uuid) as agreed,
      exists (select 1 from question q where q.dispute_id = ${main.id}::uuid and q.party_id = any(${copies}::uuid[])
        and q.answered_at is null and q.withdrawn_at is null) as asked`
  if (of.agreed) throw new Refusal('notNow', '并在一起以后已经达成协议，不能再拆回。还没有解决的部分，在那一件里“拆出一件”')
  if (of.asked) throw new Refusal('notNow', '正在请这件带过去的当事人补充事实。等答复，或者收回以后再拆回')
}

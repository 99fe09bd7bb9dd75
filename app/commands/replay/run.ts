import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import { register } from '#app/domain/registration/register.server'
import { Refusal } from '#app/domain/refusal'
import { carryAct } from './acts'
import type { CaseFile } from './case'
import { clockOf } from './clock'
import type { People } from './people'
import { formOf, placeOfCase, registrarOf } from './registration'
import type { Replaying } from './replaying'
import { standOf, whoDoes } from './stand'
import { agreementsOf, differs, inForce, Ledger } from './terms'

export type Replayed = {
  id: string
  /** The states that it went through, each named once in a row. */
  states: string[]
  disputeId: string | null
  failed: { index: number; act: string; why: string } | null
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Refusal) return [error.message, ...Object.entries(error.fields).map(([field, say]) => `${field}: ${say}`)].join('；')
  return error instanceof Error ? error.message : String(error)
}

const endOf = (status: Replaying['stand']['status']) => (deskOf(disputeMachine, status) === 'none' ? status : 'open')

/** What the database holds against what the file says, once all acts are done. */
async function check({ file, disputeId, clock, ledger, stand }: Replaying): Promise<string | null> {
  const end = endOf(stand.status)
  if (end !== file.actsEnd) return `结局是 ${end}，案例写 ${file.actsEnd}`
  const dayZero = clock.dayOf(0)
  const agreements = await agreementsOf(disputeId)
  if (agreements.length !== ledger.made.length) return `库里有 ${agreements.length} 份协议，案例有 ${ledger.made.length} 份`
  for (const [place, { obligations }] of agreements.entries()) {
    const wrong = differs(obligations, ledger.made[place] ?? [], dayZero)
    if (wrong) return `第 ${place} 份协议${wrong}`
  }
  const wrong = differs(await inForce(disputeId), ledger.inForce, dayZero)
  return wrong && `生效的条款${wrong}`
}

/** Carries one case from its registration to its end through the domain's acts; never throws for what the domain refuses. */
export async function replay(
  file: CaseFile,
  { people, carried, now }: { people: People; carried: Map<string, string>; now: Date },
): Promise<Replayed> {
  const states: string[] = []
  const [first, ...rest] = file.acts
  const failed = (index: number, error: unknown) => ({ index, act: file.acts[index]?.act ?? '', why: reasonOf(error) })
  let disputeId: string | null = null
  let index = 0
  try {
    if (first?.act !== 'register') throw new Error('第一步应当是登记')
    const clock = clockOf(
      file.acts.map(({ day }) => day),
      now,
    )
    const place = await placeOfCase(file)
    const at = clock.times[0] ?? now
    disputeId = (await register({ actor: await registrarOf(file, first.by, place, people), form: formOf(file, first, place, at), now: at }))
      .id
    carried.set(file.id, disputeId)
    const stand = await standOf(disputeId, at)
    const replaying: Replaying = {
      file,
      disputeId,
      place,
      people,
      clock,
      ledger: new Ledger(),
      carried,
      at,
      stand,
      who: whoDoes(stand, people),
    }
    states.push(stand.status)
    for (const act of rest) {
      index += 1
      if (act.act === 'register') throw new Error('一件纠纷只登记一次')
      replaying.at = clock.times[index] ?? now
      replaying.who = whoDoes(replaying.stand, people)
      await carryAct(replaying, act)
      replaying.stand = await standOf(disputeId, replaying.at)
      if (states.at(-1) !== replaying.stand.status) states.push(replaying.stand.status)
    }
    const wrong = await check(replaying)
    return { id: file.id, states, disputeId, failed: wrong ? failed(index, new Error(wrong)) : null }
  } catch (error) {
    return { id: file.id, states, disputeId, failed: failed(index, error) }
  }
}

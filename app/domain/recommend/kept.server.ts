import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatInstant } from '../calendar/days'
import { demand, openPage } from '../dispute/show/open.server'
import type { Inputs } from './inputs'
import type { Outcome } from './reasons'
import { reasonsOf, sayExclusion, type Said } from './say'
import { rulesNamed, rulesOn } from './versions'

type Row = {
  id: string
  version: string
  inputs: Inputs
  outcome: Outcome
  chosenBodyId: string | null
  place: number | null
  recordedAt: Date
  by: string | null
  names: Record<string, string>
}

/** One choice as it was made: what stood in front, what was chosen, and why, in the words of then. */
export type KeptChoice = {
  id: string
  when: string
  by: string
  version: string
  rulesHref: string
  chosen: string
  /** 建议的第一个, 建议的第 3 个, 不在建议里 */
  place: string
  ranked: { id: string; name: string; score: number; chosen: boolean; reasons: Said[] }[]
  excluded: { id: string; name: string; reasons: Said[] }[]
}

const placeWords = (place: number | null) => (place === 1 ? '是建议的第一个' : place ? `是建议的第 ${place} 个` : '不在建议里')

/** So many are shown of each choice. */
const shown = 6

/** What was recommended each time somebody chose, for the post and the bureau. Throws Refusal notFound for who sees no staff notes of it. */
export async function keptChoices(
  actor: Person,
  disputeId: string,
  now = new Date(),
): Promise<{ number: string; title: string; choices: KeptChoice[] }> {
  const page = await openPage(actor, disputeId, now)
  demand(page.sight.staffNotes)
  const rows = await read<Row[]>`
    select r.id, r.version, r.inputs, r.outcome, r.chosen_body_id as "chosenBodyId", r.place, r.recorded_at as "recordedAt", a.name as by,
      (select json_object_agg(b.id, b.name) from body b where b.id::text in (
        select jsonb_array_elements(r.outcome->'ranked')->>'bodyId' union select jsonb_array_elements(r.outcome->'excluded')->>'bodyId' union select r.chosen_body_id::text)) as names
    from recommendation r left join account a on a.id = r.recorded_by_id where r.dispute_id = ${disputeId}::uuid order by r.id`
  const partyName = (id: string) => page.rows.parties.find((party) => party.id === id)?.name ?? '有一方'
  const choices = rows.map((row): KeptChoice => {
    const at = { sought: row.inputs.sought, rules: rulesNamed(row.version) ?? rulesOn(dayIn(row.recordedAt)), partyName }
    const name = (id: string) => row.names[id] ?? '已撤销的组织'
    return {
      id: row.id,
      when: formatInstant(row.recordedAt),
      by: row.by ?? '',
      version: row.version,
      rulesHref: `/routing?version=${row.version}`,
      chosen: row.chosenBodyId ? name(row.chosenBodyId) : '',
      place: placeWords(row.place),
      ranked: row.outcome.ranked.slice(0, shown).map(({ bodyId, score, parts }) => ({
        id: bodyId,
        name: name(bodyId),
        score,
        chosen: bodyId === row.chosenBodyId,
        reasons: reasonsOf(parts, at),
      })),
      excluded: row.outcome.excluded.map(({ bodyId, why }) => ({
        id: bodyId,
        name: name(bodyId),
        reasons: why.map((one) => sayExclusion(one, at)),
      })),
    }
  })
  return { number: page.dispute.number, title: page.dispute.title, choices }
}

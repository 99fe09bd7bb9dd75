import { db } from '#app/db/client.server'
import { recommended } from '#app/domain/recommend/recommended.server'
import { reasonsOf, sayExclusion } from '#app/domain/recommend/say'
import { register } from '#app/domain/registration/register.server'
import type { CaseFile } from './case'
import type { People } from './people'
import { formOf, guessed, placedWell, registrarByWords } from './registration'

type Line = { kind: string; name: string; channel: string; reasons: string[] }

/** What is printed for one case: the first three bodies with their reasons, and the excluded with theirs, right after registration. */
export type CaseRecommended = { id: string; first: Line[]; excluded: Line[] }

/** So many stand in front. */
const front = 3

/** Registers a case as a desk would, by what its words say of type, source and place, and asks who could take it. Does nothing else with it. */
export async function recommendCase(file: CaseFile, people: People, now: Date): Promise<CaseRecommended> {
  const [first] = file.acts
  if (first?.act !== 'register') throw new Error('第一步应当是登记')
  const place = await placedWell(file)
  const form = guessed(file, first, formOf(file, first, place, now))
  const actor = await registrarByWords(file, first, place, people)
  const { id } = await register({ actor, form, now })
  const { read, rules, outcome } = await recommended(id, { now })
  const names = new Map(
    (await db.party.findMany({ where: { disputeId: id }, select: { id: true, name: true } })).map((party) => [party.id, party.name]),
  )
  const at = { sought: read.sought, rules, partyName: (party: string) => names.get(party) ?? '有一方' }
  const line = (bodyId: string, reasons: string[]): Line => {
    const body = read.applicants.find((one) => one.id === bodyId)
    return { kind: body?.kind ?? '', name: read.names.get(bodyId) ?? '', channel: body?.channel ?? '', reasons }
  }
  return {
    id: file.id,
    first: outcome.ranked.slice(0, front).map(({ bodyId, parts }) =>
      line(
        bodyId,
        reasonsOf(parts, at).map(({ text }) => text),
      ),
    ),
    excluded: outcome.excluded.map(({ bodyId, why }) =>
      line(
        bodyId,
        why.map((one) => sayExclusion(one, at).text),
      ),
    ),
  }
}

import { addDays, daysBetween, type LegalDay } from '#app/domain/calendar/days'
import { termsForm, type Term } from '#app/domain/agreement/terms'
import { db } from '#app/db/client.server'
import type { CaseTerm } from './case'

/** A case's terms as a desk would enter them. */
export const entered = (terms: readonly CaseTerm[], dayZero: LegalDay): Term[] =>
  termsForm.parse(
    terms.map(({ amountFen, dueDay, ...term }) => ({
      ...term,
      ...(amountFen != null && { amountFen }),
      ...(dueDay !== null && { dueDay: addDays(dayZero, dueDay) }),
    })),
  )

type Row = Awaited<ReturnType<typeof agreementsOf>>[number]['obligations'][number]

/** Every agreement of a dispute in the order in which they were made, with its terms in theirs. */
export const agreementsOf = (disputeId: string) =>
  db.agreement.findMany({ where: { disputeId }, include: { obligations: { orderBy: { position: 'asc' } } }, orderBy: { id: 'asc' } })

/** The terms in force, in order; `id` names each for whoever performs it. */
export async function inForce(disputeId: string) {
  const agreements = await db.agreement.findMany({
    where: { disputeId, status: { in: ['inForce', 'contested'] } },
    include: { obligations: { orderBy: { position: 'asc' } } },
    orderBy: [{ effectiveAt: 'asc' }, { id: 'asc' }],
  })
  return agreements.flatMap(({ obligations }) => obligations)
}

/** An obligation's row as the case file would say it. */
function said(row: Row, dayZero: LegalDay): Record<string, unknown> {
  const { kind, amountFen, dueDay, standing, dependsOn } = row
  const plain = {
    who: row.who,
    to: row.to,
    what: row.what,
    kind,
    amountText: row.amountText,
    formula: row.formula,
    heads: row.heads,
    dueText: row.dueText,
    every: row.every,
    times: row.times,
    until: row.until,
    condition: row.condition,
    note: row.note,
  }
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)),
    ...(kind === 'pay' && { amountFen: amountFen === null ? null : Number(amountFen) }),
    dueDay: dueDay && daysBetween(dayZero, dueDay.toISOString().slice(0, 10)),
    ...(standing && { standing }),
    ...(dependsOn.length > 0 && { dependsOn }),
  }
}

const sorted = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))

/** What differs between rows and the file's terms, field by field; null where nothing does. */
export function differs(rows: readonly Row[], terms: readonly CaseTerm[], dayZero: LegalDay): string | null {
  if (rows.length !== terms.length) return `库里有 ${rows.length} 条，案例有 ${terms.length} 条`
  for (const [place, row] of rows.entries()) {
    const [kept, meant] = [JSON.stringify(sorted(said(row, dayZero))), JSON.stringify(sorted(terms[place] ?? {}))]
    if (kept !== meant) return `第 ${place} 条：库里 ${kept}，案例 ${meant}`
  }
  return null
}

/** The list in force as a case's acts make it: a new list takes the place of the old one, a part is added at its end. */
export class Ledger {
  /** The terms of each agreement that was made, in order. */
  readonly made: (readonly CaseTerm[])[] = []
  private list: readonly CaseTerm[] = []
  private paper: (() => void) | null = null

  get inForce() {
    return this.list
  }

  /** Written ones wait for `sign`; oral and official ones bind at once. */
  make(terms: readonly CaseTerm[], { waits, part = false }: { waits: boolean; part?: boolean }) {
    this.made.push(terms)
    const take = () => {
      this.list = part ? [...this.list, ...terms] : terms
    }
    if (waits) this.paper = take
    else take()
  }

  sign() {
    this.paper?.()
    this.paper = null
  }
}

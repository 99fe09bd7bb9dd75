import { formatDate } from '../calendar/days'
import { termForm, type Term } from '../agreement/terms'
import { yuanOf } from '../forms/money'
import { Refusal } from '../refusal'
import { everybody, type Quick } from './form'

export type QuickParty = NonNullable<Quick['parties'][number]> & { name: string; place: number }

/** The parties that were written down, in the order of the page; the first is who brought it. */
export const partiesOf = ({ parties }: Quick): QuickParty[] =>
  parties.flatMap((party, place) =>
    party?.name ? [{ ...party, side: place === 0 ? 'applicant' : party.side, name: party.name, place }] : [],
  )

/** To whom: one of two owes it to the other; among more, what was written says it. */
const owedTo = (who: number, parties: QuickParty[]) => {
  const owing = parties.find(({ place }) => place === who)
  const others = parties.filter(({ side }) => side !== owing?.side && side !== 'third')
  return others.length === 1 ? others[0]?.name : undefined
}

/** The agreed rows as terms; what is wrong with one is said beside its row. */
export function termsOf(quick: Quick): Term[] {
  const parties = partiesOf(quick)
  return quick.terms.flatMap((row, place) => {
    if (!row?.what) return []
    const { who, what, amount, dueDay } = row
    const all = who === everybody
    const term = termForm.safeParse({
      who: all ? '各方' : parties.find((party) => party.place === Number(who))?.name,
      to: all ? undefined : owedTo(Number(who), parties),
      what,
      kind: amount === undefined ? 'do' : 'pay',
      amountFen: amount,
      dueDay,
    })
    if (term.success) return [term.data]
    const wrong = term.error.issues.map(({ path, message }): [string, string] => [
      `terms[${place}].${path[0] === 'amountFen' ? 'amount' : 'what'}`,
      message,
    ])
    throw new Refusal('invalid', undefined, Object.fromEntries(wrong))
  })
}

const sentence = ({ who, to, what, amountFen, dueDay }: Term) =>
  [`${who}${to ? `向${to}` : ''}：${what}`, amountFen !== undefined && `${yuanOf(amountFen)} 元`, dueDay && `${formatDate(dueDay)}前`]
    .filter(Boolean)
    .join('，')

/** The mediator's record of an oral agreement (People's Mediation Law 28): its terms in sentences, and what else was said. */
export const contentOf = ({ content, performed }: Quick, terms: Term[]): string =>
  [...terms.map((term) => `${sentence(term)}。`), performed ? '当场履行。' : '', content ?? ''].filter(Boolean).join('\n')

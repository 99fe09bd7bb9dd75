import { deadlineWords } from '../deadline'
import { TermsTable } from '../terms-table'

export type TermData = {
  id: string
  no: number
  who: string
  to?: string | undefined
  what: string
  amount?: string | undefined
  when: string
  left?: { daysLeft: number; lastDay: string } | undefined
  progress: string
  done: boolean
  notes: readonly string[]
  performed: readonly string[]
}

/** DisputeTerms {terms act? detail?}: duties with how far they are kept; `detail`: each performance too; `act`: where one is written down. */
export const DisputeTerms = ({
  terms,
  act,
  detail,
}: {
  terms: readonly TermData[]
  act?: ((id: string) => string) | undefined
  detail?: boolean
}) => (
  <TermsTable
    terms={terms.map(({ left, notes, performed, ...term }) => ({
      ...term,
      due: left && deadlineWords(left),
      ...(notes.length > 0 && { note: notes.join('；') }),
      ...(act && !term.done && { act: { label: '登记履行', href: act(term.id) } }),
      progress: (
        <>
          {term.progress}
          {detail &&
            performed.map((words) => (
              <span key={words} className="performed">
                {words}
              </span>
            ))}
        </>
      ),
    }))}
  />
)

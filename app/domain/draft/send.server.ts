import { db } from '#app/db/client.server'
import type { Person } from '../actor'
import { possibleDuplicates } from '../duplicates/form.server'
import { keepDraft, openDraft, type Draft } from './drafts.server'
import { shownParties } from './page.server'
import { addPhotos, removePhoto, type SentPhoto } from './photos.server'
import { readTyped } from './read'
import { mustBeRight, withStep, type Step } from './steps'
import { noteInstead, submitDraft } from './submit.server'
import { isValues, rowsAt, textAt, type Values } from './values'

export type SentStep = {
  actor: Person
  id: string
  step: Step
  /** Which button: next, enter, back, to-3, save, search, add, terms, remove-2, helper-0, photo-<id>, note-<id>, submit. */
  go: string
  sent: Values
  photos: SentPhoto[]
  now?: Date
}

const rowOf = (go: string, word: string): number | null => {
  const found = new RegExp(`^${word}-(\\d{1,2})$`).exec(go)
  return found ? Number(found[1]) : null
}

/** What a button asks of the rows of the page: one more, one less. */
function turned(values: Values, go: string): Values {
  const parties = shownParties(values)
  const [gone, helped] = [rowOf(go, 'remove'), rowOf(go, 'helper')]
  if (go === 'add' && parties.length < 60) return { ...values, parties: [...parties, { side: 'respondent', kind: 'person' }] }
  if (gone !== null) return { ...values, parties: parties.filter((_, at) => at !== gone) }
  if (helped !== null)
    return {
      ...values,
      parties: parties.map((party, at) =>
        at === helped ? { ...party, helpers: [...rowsAt(party, 'helpers'), { role: 'agent' }] } : party,
      ),
    }
  if (go === 'terms' && isValues(values.settle))
    return { ...values, settle: { ...values.settle, rows: String(Number(textAt(values, 'settle.rows') || 3) + 3) } }
  return values
}

/** Enter in a field: a search if something new was typed to search by, else on. */
const meant = (go: string, before: Values, sent: Values) =>
  go !== 'enter' ? go : textAt(sent, 'typeQuery') && textAt(sent, 'typeQuery') !== textAt(before, 'typeQuery') ? 'search' : 'next'

/** A doubt interrupts once: the page comes back with the possible duplicates, and then only the last page asks again. */
async function doubtful({ actor, sent }: SentStep, { values }: Draft, now: Date): Promise<boolean> {
  if (sent.duplicates || textAt(sent, 'doubted')) return false
  const { form } = readTyped({ ...values, facts: textAt(values, 'facts') || '。' }, now)
  return form !== null && (await possibleDuplicates(db, actor, form, now)).length > 0
}

const anchors: Readonly<Record<string, string>> = { search: '#types', terms: '#settle', save: '' }

/** The last page is kept only when it does not become a dispute: what was typed there goes straight into the register. */
async function registerNow({ actor, id, step, sent, now = new Date() }: SentStep, draft: Draft): Promise<string> {
  const values = withStep(draft.values, step, sent)
  try {
    return await submitDraft(actor, { ...draft, values }, now)
  } catch (refusal) {
    const kept = await keepDraft({ actor, id, step, now, change: (before) => withStep(before, step, sent) })
    if (!kept) return `/disputes/${id}/receipt` // sent twice at once, and the other one registered it
    throw refusal
  }
}

/**
 * Takes one page of a registration as it was sent: keeps it whatever it says, then answers where to go. Throws Refusal
 * invalid beside the fields only when somebody wants to go on.
 */
export async function sendStep(step: SentStep): Promise<string> {
  const { actor, id, sent, photos, now = new Date() } = step
  const there = await openDraft(actor, id)
  if (there && step.go === 'submit') return registerNow(step, there)
  // Its answer may have been lost on the way: what became a note elsewhere does not begin a new draft.
  const noted = there ? null : await db.submission.findUnique({ where: { accountId_key: { accountId: actor.accountId, key: id } } })
  if (noted) return noted.location
  let before: Values = {}
  const draft = await keepDraft({
    actor,
    id,
    step: step.step,
    now,
    change: (kept) => {
      before = kept
      return turned(withStep(kept, step.step, sent), step.go)
    },
  })
  if (!draft) return `/disputes/${id}/receipt`
  await addPhotos(actor, draft, photos, now)
  const go = meant(step.go, before, sent)
  const here = `/register/${id}/${step.step}`
  if (go.startsWith('photo-')) {
    await removePhoto(draft, go.slice('photo-'.length))
    return `${here}#photos`
  }
  const to = rowOf(go, 'to')
  if (to !== null) return `/register/${id}/${to}`
  if (go.startsWith('note-')) return noteInstead(actor, draft, go.slice('note-'.length), now)
  if (go === 'submit') return submitDraft(actor, draft, now)
  if (go === 'back') return step.step === 1 ? '/register' : `/register/${id}/${step.step - 1}`
  if (go !== 'next') return here + (anchors[go] ?? `#party-${rowOf(go, 'helper') ?? shownParties(draft.values).length - 1}`)
  mustBeRight(step.step, draft.values, now)
  if (step.step === 2 && (await doubtful(step, draft, now))) return `${here}?same=1#same`
  return `/register/${id}/${step.step + 1}`
}

import { db } from '#app/db/client.server'
import type { Person } from '../actor'
import { settleOnSpotWithin } from '../agreement/agree.server'
import { addNote } from '../dispute/annotate.server'
import type { CaseFile } from '../dispute/case-file.server'
import { openDispute } from '../dispute/read.server'
import { isId } from '../id'
import { notAskedElsewhere } from '../matter/elsewhere'
import { closesFor, doorIds } from '../own-door/doors.server'
import { takeWithin } from '../own-door/take.server'
import { triageInstead } from '../own-door/words'
import { Refusal, wrong } from '../refusal'
import { possibleDuplicates } from '../duplicates/form.server'
import type { Registration } from '../registration/form'
import { register } from '../registration/register.server'
import { choiceOf } from '../types/dispute-types'
import { ties } from '../words/ties'
import { isCode } from '../words/words'
import { forgetDraft, openDraft, type Draft } from './drafts.server'
import { isRegisteredMediator } from './on-the-spot.server'
import { handPhotosOver, removePhotos } from './photos.server'
import { cameBy } from './preset'
import { readTyped } from './read'
import type { Settlement } from './settlement'
import { textAt, type Values } from './values'

/** Everything that must be known is; throws Refusal with a sentence for each field, of whatever page. */
function complete(actor: Person, values: Values, now: Date) {
  const { source, intake } = cameBy(actor, values)
  const { form, settlement, errors } = readTyped({ source, intake, ...values }, now)
  if (Object.keys(errors).length || !form) throw new Refusal('invalid', '还有几处没有填对，点下面的句子去改', errors)
  return { form, settlement }
}

/** Names of an agreement's fields as the registration's page has them. */
const underSettle = (refusal: Refusal) =>
  new Refusal(
    refusal.code,
    refusal.message,
    Object.fromEntries(Object.entries(refusal.fields).map(([name, text]) => [`settle.${name}`, text])),
  )

async function settledBy(settlement: Settlement, now: Date) {
  const { by, mediatorId, byName, tieHow, content, form, oralWhy, terms } = settlement
  if (by === 'registered' && !(mediatorId && (await isRegisteredMediator(mediatorId, now))))
    throw wrong('settle.mediatorId', '这位不是登记在册的调解员，请重新选')
  const who = by === 'others' && byName ? `由${byName}劝和。` : ''
  return {
    form,
    terms,
    oralWhy,
    content: `${who}${content ?? ''}` || undefined,
    ...(by === 'registered' && { mediatorId, answers: { accepted: tieHow } }),
  }
}

type Beside = (file: CaseFile) => Promise<void>

/** What was already done about it when it is written down: settled on the spot, else taken at the own door. */
async function alreadyDone(
  actor: Person,
  values: Values,
  form: Registration,
  settlement: Settlement | null,
  now: Date,
): Promise<Beside | undefined> {
  const at = form.happenedAt ?? now
  if (settlement) {
    const settled = await settledBy(settlement, now)
    return async (file) => {
      try {
        await settleOnSpotWithin(file, { ...settled, happenedAt: at })
      } catch (error) {
        throw error instanceof Refusal ? underSettle(error) : error
      }
    }
  }
  const bodyId = textAt(values, 'ownDoor')
  if (!bodyId || bodyId === triageInstead) return undefined
  if (!doorIds(actor).includes(bodyId)) throw wrong('ownDoor', '您不是这个组织的人，请重新选由谁受理')
  if (!form.elsewhere) throw wrong('elsewhere', notAskedElsewhere)
  const otherWayTold = textAt(values, 'otherWayTold') !== ''
  if (closesFor(form.typeCode) && !otherWayTold) throw wrong('otherWayTold', '自己受理以前，先告知投诉人这里受理以后的影响')
  const kind = textAt(values, 'tie') || 'none'
  if (!isCode(ties, kind)) throw wrong('tie', '请选有没有利害关系')
  const tie = { kind, what: textAt(values, 'tieWhat') || undefined, accepted: textAt(values, 'tieAccepted') !== '' }
  return async (file) => {
    await takeWithin(file, form, { bodyId, mediates: textAt(values, 'mediates') !== '', tie, otherWayTold, happenedAt: at })
  }
}

/**
 * 登记: the draft becomes the dispute, once, however often it is sent. Answers the address of the receipt. Throws Refusal:
 * invalid (by field), forbidden, notFound.
 */
export async function submitDraft(actor: Person, draft: Draft, now = new Date()): Promise<string> {
  const { form, settlement } = complete(actor, draft.values, now)
  const candidates = await possibleDuplicates(db, actor, form, now)
  const undecided = candidates.filter(({ id }) => !form.duplicates.some(({ otherId }) => otherId === id))
  if (undecided.length)
    throw wrong('duplicates', `可能已经登记过（${undecided.map(({ number }) => number).join('、')}），请先选是不是同一件`)
  const duplicates = form.duplicates.filter(({ otherId }) => candidates.some(({ id }) => id === otherId))
  const { id, dataKey } = draft
  // The draft's own id is the submission key: two tabs or two devices register it once.
  const registering = { actor, form: { ...form, duplicates }, draft: { id, dataKey }, key: id, now }
  await register(registering, await alreadyDone(actor, draft.values, registering.form, settlement, now))
  return `/disputes/${id}/receipt`
}

/** It is the same dispute: what was typed becomes a note there, and nothing is registered. Answers the dispute's address. */
export async function noteInstead(actor: Person, draft: Draft, otherId: string, now = new Date()): Promise<string> {
  if (!isId(otherId)) throw new Refusal('notFound')
  const other = await openDispute(actor, otherId, now)
  const facts = textAt(draft.values, 'facts')
  if (!facts) throw wrong('facts', '请先写事情经过，再补充到那一件')
  const type = choiceOf(textAt(draft.values, 'typeCode'))
  await addNote(
    { actor, disputeId: other.id, seen: other.version, key: draft.id, now },
    { note: `登记时发现是同一件，补充：${type ? `（${type.label}）` : ''}${facts}` },
  )
  await handPhotosOver(draft, other)
  await forgetDraft(actor, draft.id)
  return `/disputes/${other.id}`
}

/** Takes a draft and its photos back. */
export async function discardDraft(actor: Person, id: string): Promise<void> {
  if (!(await openDraft(actor, id))) return
  await removePhotos(id)
  await forgetDraft(actor, id)
}

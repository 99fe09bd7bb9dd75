import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { channel } from '#machines/dispute.events'
import { agreementForms, obligationKinds, outcomeResults, visitResults } from '#app/domain/words/agreements'
import { bodyKinds } from '#app/domain/words/body-kinds'
import { riskLevels } from '#app/domain/words/danger-signs'
import { rosterUnits } from '#app/domain/words/parties'
import { closingResults } from '#app/domain/words/reasons'
import { priorForces, priorKept, priorKinds, sessionKinds } from '#app/domain/words/sessions'
import { registrars } from '#app/domain/words/sources'
import { codesOf } from '#app/domain/words/words'

/** A case file, as far as it is carried: the words and shapes of tests/cases/shared/README.md. */

const text = z.string().min(1)
const whole = (least: number) => z.number().int().min(least)
const form = z.enum(codesOf(agreementForms))
const bodyKind = z.enum(codesOf(bodyKinds))
const level = z.enum(['township', 'district'])

const term = z.strictObject({
  who: text,
  to: text.optional(),
  what: text,
  kind: z.enum(codesOf(obligationKinds)),
  amountFen: whole(1).nullable().optional(),
  amountText: text.optional(),
  formula: text.optional(),
  heads: whole(2).optional(),
  dueDay: whole(0).nullable(),
  dueText: text.optional(),
  every: text.optional(),
  times: whole(1).optional(),
  until: text.optional(),
  standing: z.literal(true).optional(),
  condition: text.optional(),
  dependsOn: z.array(whole(0)).min(1).optional(),
  note: text.optional(),
})
export type CaseTerm = z.output<typeof term>
const terms = z.array(term)

const act = <N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.strictObject({
    act: z.literal(name),
    day: whole(0),
    implied: z.literal(true).optional(),
    dayGuessed: z.literal(true).optional(),
    note: text.optional(),
    ...shape,
  })

const actForm = z.discriminatedUnion('act', [
  act('register', { by: z.enum(codesOf(registrars)), source: text, urgent: z.literal(true).optional() }),
  act('prior', {
    what: z.enum(codesOf(priorKinds)),
    by: text,
    on: z.string().nullable(),
    force: z.enum(codesOf(priorForces)),
    kept: z.enum(codesOf(priorKept)).optional(),
    terms: terms.optional(),
  }),
  act('roster', {
    side: text,
    count: whole(1),
    unit: z.enum(codesOf(rosterUnits)),
    estimated: z.literal(true).optional(),
    representatives: whole(1).optional(),
  }),
  act('risk', { level: z.enum(codesOf(riskLevels)), why: text }),
  act('escalate', { to: level, why: text.optional() }),
  act('deescalate', { to: level, why: text.optional() }),
  act('settleOnSpot', { form, terms }),
  act('offer', { channel, to: bodyKind, name: text.optional() }),
  act('return', { why: text }),
  act('recall', { why: text }),
  act('receive', {}),
  act('invite', { to: bodyKind, name: text.optional(), role: text }),
  act('assign', { mediators: whole(1) }),
  act('object', { by: text, why: text }),
  act('session', { kind: z.enum(codesOf(sessionKinds)), count: whole(1).optional() }),
  act('extend', {}),
  act('suspend', { why: text }),
  act('resume', { why: text }),
  act('agree', { form, terms }),
  act('partial', { who: text, count: whole(1).nullable(), left: whole(0).nullable(), form, terms }),
  act('amend', { form, why: text, terms }),
  act('sign', {}),
  act('fail', { why: text, told: text.optional() }),
  act('perform', { term: whole(0), amountFen: whole(1).optional(), proof: text.optional() }),
  act('breach', { term: whole(0), why: text }),
  act('contest', { by: text, why: text }),
  act('confirm', { step: z.enum(['apply', 'granted', 'withdrawn', 'refused']), covers: z.array(whole(0)).min(1).optional() }),
  act('outcome', {
    of: z.enum(['court', 'organ']),
    result: z.enum(codesOf(outcomeResults)),
    form: form.optional(),
    terms: terms.optional(),
  }),
  act('link', { to: text, why: text }),
  act('visit', { result: z.enum(codesOf(visitResults)) }),
  act('close', { result: z.enum(codesOf(closingResults)), withoutVisit: text.optional() }),
  act('reopen', { why: text }),
  act('decline', { why: text }),
  act('withdraw', { why: text }),
  act('transferOut', { why: text }),
])
export type Act = z.output<typeof actForm>
export type ActName = Act['act']
export type ActOf<N extends ActName> = Extract<Act, { act: N }>

const party = z.object({ role: text, name: text, kind: z.enum(['person', 'org', 'group']), count: whole(1), note: z.string().nullable() })
export type CaseParty = z.output<typeof party>

const caseForm = z.object({
  id: z.string().regex(/^[A-Z][0-9]+$/),
  kind: text,
  place: z.record(z.string(), z.string().nullable()),
  occurredOn: z.string().nullable(),
  parties: z.array(party).min(1),
  peopleAffected: whole(1).nullable(),
  summary: text,
  amountInDispute: z.number().min(0).nullable(),
  amountNote: z.string().nullable(),
  acts: z.array(actForm).min(1),
  actsEnd: z.enum(['closed', 'declined', 'withdrawn', 'transferredOut', 'open']),
})
export type CaseFile = z.output<typeof caseForm>

/** One case from its file's text; throws with a sentence that names what is wrong with it. */
export function readCase(json: string): CaseFile {
  const read = caseForm.safeParse(JSON.parse(json))
  if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  return read.data
}

/** The case files of a folder by name: a capital letter and digits, as the shared checker takes them. */
export const caseFilesOf = (folder: string): { id: string; text: () => string }[] =>
  readdirSync(folder)
    .filter((name) => /^[A-Z]\d+\.json$/.test(name))
    .sort()
    .map((name) => ({ id: name.replace('.json', ''), text: () => readFileSync(join(folder, name), 'utf8') }))

import fc from 'fast-check'
import { createCookie } from '@remix-run/node'
import { expect, test } from 'vitest'
import { inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { mergeInto } from '#app/domain/merge/merge.server'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { breach } from '#app/domain/agreement/perform.server'
import type { FormField } from '#app/domain/forms/field-data'
import { forms, type FormName } from '#app/domain/forms/forms.server'
import { actPage } from '#app/domain/forms/page.server'
import { newId } from '#app/domain/id'
import { actorOfSession } from '#app/domain/people/actor.server'
import { beginSession } from '#app/domain/people/sessions.server'
import type { FormReply } from '#app/http/handlers.server'
import { action } from '../../../app/routes/disputes_.$disputeId.do.$act'
import {
  aClosed,
  aFailure,
  aKeptPromise,
  aMediation,
  anAgreement,
  anOffer,
  aPaper,
  aReport,
  aSignedPaper,
  elsewhere,
  term,
  type Story,
} from '../../support/disputes'
import { entrusted } from '../../support/entrusted'
import { people, person } from '../../support/people'

/** What a form would send if somebody pressed its button at once: what is prefilled, and the first of each choice. */
const begun = (fields: FormField[]): [string, string][] =>
  fields.flatMap((field): [string, string][] => {
    if ('fields' in field) return begun(field.fields)
    if (field.kind === 'terms')
      return [
        ['terms[0].who', '杨正平'],
        ['terms[0].what', '退钱'],
        ['terms[0].kind', 'pay'],
        ['terms[0].amountYuan', '300'],
      ]
    if (field.kind === 'tick') return [[field.name, 'on']]
    if (field.kind === 'photos' || field.kind === 'say') return []
    if (field.kind === 'choice') return [[field.name, String(field.value || field.options[0]?.value || '')]]
    if (field.kind === 'select') {
      const [first] = field.options.flatMap((option) => ('options' in option ? option.options : [option]))
      return [[field.name, field.value || (first?.value ?? '')]]
    }
    return [[field.name, field.value || (field.kind === 'long' || field.kind === 'text' ? '原因' : field.kind === 'number' ? '3' : '')]]
  })

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '-1',
    '0',
    '1e309',
    '99999999999999999999',
    '1.005',
    '0x10',
    'on',
    'null',
    '__proto__',
    '\u202e',
    "'; drop table dispute; --",
    '<script>alert(1)</script>',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    '2026-13-01T99:99',
    '0001-01-01T00:00',
    '9999-12-31T23:59',
    'P999999999Y',
    'P0D',
    '字'.repeat(20_000),
    '00000000-0000-0000-0000-000000000000',
    newId(),
    'oral',
    'written',
    'pay',
    'kept',
    'whole',
    'other',
    'people',
  ),
)
const names = (own: string[]) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...own) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '__proto__.x',
        'constructor',
        'terms',
        'terms[0]',
        'terms[0].every',
        'terms[0].times',
        'terms[0].dueDate',
        'terms[-1].who',
        'signatures[4294967295].how',
        'answers[].willing',
        'a[b][c].d',
        'intent',
      ),
    },
  )

async function signedIn(actor: Person) {
  const token = await inTransaction((tx) => beginSession(tx, actor.accountId))
  const session = await actorOfSession(token)
  return { cookie: await createCookie('yizhan').serialize(token), csrf: session!.csrf }
}

const statusOf = (answer: unknown): number => {
  if (answer instanceof Response) return answer.status
  return (answer as { init?: { status?: number } | null }).init?.status ?? 200
}

async function post(
  story: Story,
  act: FormName,
  session: { cookie: string; csrf: string },
  seen: number,
  typed: [string, string][],
): Promise<number> {
  const body = new FormData()
  for (const [name, value] of typed) body.append(name, value)
  for (const [name, value] of Object.entries({ csrf: session.csrf, key: newId(), seen: String(seen) })) body.set(name, value)
  const request = new Request(`http://localhost/disputes/${story.id}/do/${act}`, {
    method: 'POST',
    body,
    headers: { Cookie: session.cookie },
  })
  try {
    return statusOf(await action({ request, params: { disputeId: story.id, act }, context: {} as never }))
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

/** An agreement that was not kept. */
async function aBroken() {
  const story = await anAgreement()
  const [only] = await story.owed()
  await breach(await story.sent(await person('mediator-room-maguotou-1')), { obligationId: only!.id, why: '没有退钱' })
  return story
}

/** Settled between the parties; nobody mediates it. */
async function aFoundPeace() {
  const story = await aReport()
  await settleOnSpot(await story.sent(await person('triage-530702004000-1')), { form: 'oral', terms: [term()] })
  return story
}

/** Delegated by the court. */
async function anEntrusted() {
  const story = await aMediation()
  await entrusted(story.id)
  return story
}

/** Rests in another file of the same quarrel. */
async function aMerged() {
  const [story, other] = [await aReport(), await aReport()]
  await mergeInto(await story.sent(await person('triage-530702004000-1')), { intoId: other.id, why: '同一笔押金' })
  return story
}

const where: Partial<Record<FormName, () => Promise<Story>>> = {
  receive: () => anOffer(),
  return: () => anOffer(),
  recall: () => anOffer(),
  sign: () => aPaper(),
  talkAgain: () => aPaper(),
  perform: () => anAgreement(),
  breach: () => anAgreement(),
  visit: () => aKeptPromise(),
  closeUnvisited: () => aKeptPromise(),
  close: () => aFailure(),
  outcome: () => elsewhere('judicial'),
  contest: () => anAgreement(),
  confirmation: () => aSignedPaper(),
  reopen: () => aClosed(),
  archive: () => aClosed(),
  resume: async () => (await aMediation()).does(await person('mediator-room-maguotou-1'), { type: 'suspend', reason: 'absent' }),
  deescalate: async () => (await aReport()).does(await person('triage-530702004000-1'), { type: 'escalate', to: 'district' }),
  keptAfterAll: aBroken,
  handOn: aFoundPeace,
  offer: () => aReport(),
  decline: () => aReport(),
  settleOnSpot: () => aReport(),
  ask: () => aReport(),
  reply: anEntrusted,
  escalate: () => aReport(),
  transferOut: () => aReport(),
  amend: () => anAgreement(),
  merge: () => aReport(),
  split: aMerged,
}

/** Whoever may do this act here, and the form as they see it. */
async function whoMay(story: Story, act: FormName) {
  for (const actor of Object.values(await people())) {
    const page = await actPage(actor, story.id, act, new URLSearchParams()).catch(() => null)
    if (page && !page.barred) return { actor, page }
  }
  return null
}

test.each(Object.keys(forms) as FormName[])('whatever is typed into %s is answered in words', { timeout: 120_000 }, async (act) => {
  const tell = where[act] ?? aMediation
  let story = await tell()
  const may = await whoMay(story, act)
  expect(may, act).not.toBeNull()
  const actor = may?.actor ?? (await people()).triage
  const session = await signedIn(actor)
  const first = begun(may?.page.fields ?? [])
  let again = 2
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names(['happenedAt', ...first.map(([name]) => name)]), hostile), { maxLength: 4 }),
      async (typed) => {
        const replaced = first.filter(([name]) => !typed.some(([other]) => other === name))
        const status = await post(story, act, session, may?.page.seen ?? 1, [...replaced, ...typed])
        expect([200, 302, 400, 403, 404, 409]).toContain(status)
        if (status === 302 && again-- > 0) story = await tell()
      },
    ),
    { numRuns: 15, examples: [[[]]] },
  )
})

test('a list with a huge place in it is refused before it is built, and no text keeps a zero character', async () => {
  const story = await anOffer()
  const { triage } = await people()
  const session = await signedIn(triage)
  const begin = Date.now()
  for (const name of ['terms[99999999].who', 'terms[0].dependsOn[123456]', 'x[1000]'])
    expect(
      await post(story, 'recall', session, 2, [
        ['why', '错了'],
        [name, 'x'],
      ]),
    ).toBe(400)
  expect(Date.now() - begin).toBeLessThan(5_000)
  expect(await post(story, 'recall', session, 2, [['why', '送错\u0000了']])).toBe(302)
  const texts = (await story.lastEvent()).texts.map(({ text }) => text)
  expect(texts).toEqual(['送错了'])
})

test('a photo that is none comes back as a sentence, and the words are still there', async () => {
  const story = await aMediation()
  const { mediator } = await people()
  const session = await signedIn(mediator)
  const body = new FormData()
  const typed = {
    csrf: session.csrf,
    key: newId(),
    seen: '4',
    kind: 'joint',
    startedAt: '2026-01-01T09:00',
    told: 'on',
    toldAt: '2026-01-01T09:00',
    toldHow: 'inPerson',
    talks: '各说各的',
  }
  for (const [name, value] of Object.entries(typed)) body.append(name, value)
  body.append('photos', new File(['no picture'], 'a.jpg', { type: 'image/jpeg' }))
  const request = new Request(`http://localhost/disputes/${story.id}/do/session`, {
    method: 'POST',
    body,
    headers: { Cookie: session.cookie },
  })
  const answer = (await action({ request, params: { disputeId: story.id, act: 'session' }, context: {} as never })) as {
    data: FormReply
    init: { status: number }
  }
  expect([answer.init.status, answer.data.errors]).toEqual([400, { photos: [expect.stringContaining('照片')] }])
  expect(answer.data.values).toMatchObject({ talks: '各说各的' })
  expect(JSON.stringify(answer.data)).not.toContain('no picture')
  expect(Object.values(answer.data.values).some((value) => value instanceof File)).toBe(false)
})

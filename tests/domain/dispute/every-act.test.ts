import { beforeAll, describe, expect, test } from 'vitest'
import type { LoggedType } from '#machines/dispute.events'
import { eventLabels } from '#machines/dispute.labels'
import { countStatements } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agree, agreeInPart, amend, settleOnSpot } from '#app/domain/agreement/agree.server'
import { giveOutcome } from '#app/domain/agreement/outcome.server'
import { breach, contest, keptAfterAll, perform } from '#app/domain/agreement/perform.server'
import { sign } from '#app/domain/agreement/sign.server'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { addNote, filePrior, fileRoster, linkDispute, setRisk } from '#app/domain/dispute/annotate.server'
import { correctEvent } from '#app/domain/correction/correct.server'
import { changeParty } from '#app/domain/party/change.server'
import { dayIn } from '#app/domain/calendar/days'
import { reportDanger } from '#app/domain/danger/report.server'
import { sendReply } from '#app/domain/entrusted/reply.server'
import { fileMatter } from '#app/domain/matter/matters.server'
import { askFacts } from '#app/domain/question/questions.server'
import { declareTie } from '#app/domain/conflict/declare.server'
import { urge } from '#app/domain/dispute/urge.server'
import { mergeInto, splitBack } from '#app/domain/merge/merge.server'
import { planSitting } from '#app/domain/schedule/sittings.server'
import { raiseAlarm } from '#app/domain/alarm/raise.server'
import { act, advanceDispute } from '#app/domain/dispute/advance.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { register } from '#app/domain/registration/register.server'
import { ask } from '#app/domain/request/requests.server'
import {
  aClosed,
  aForm,
  aKeptPromise,
  aMediation,
  anAgreement,
  anOffer,
  aPaper,
  aReceived,
  aReport,
  aSignedPaper,
  elsewhere,
  Story,
  term,
} from '../../support/disputes'
import { entrusted } from '../../support/entrusted'
import { bodyId, people, type Part } from '../../support/people'
import { expectSound } from './sound'
import type { Move } from '#app/domain/dispute/case-file.server'

let who: Record<Part, Person>
let room: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
  await expectSound((await aReport()).id) // the rules of periods are read once a process, and kept
})

type Ready = { story: Story; does: () => Promise<unknown> }
type Prepared = () => Promise<Ready>

/** An act ready to be counted: everything before it has been done. */
const ready = async (story: Story, actor: Person, act: (sent: Awaited<ReturnType<Story['sent']>>) => Promise<unknown>): Promise<Ready> => {
  const sent = await story.sent(actor, { key: `key of ${story.id}` })
  return { story, does: () => act(sent) }
}
const plain = async (story: Story, actor: Person, move: Move) => ready(story, actor, (sent) => advanceDispute(sent, move))
const why = { texts: [{ kind: 'why', audience: 'path', text: '双方同意' }] } satisfies Partial<Move>
const twoTerms = () => [term(), term({ what: '赔礼道歉', kind: 'apologise' })]

/** Every act there is, once, on a dispute where it can be done, by somebody who may. */
const every: Record<LoggedType, Prepared> = {
  register: async () => {
    const [form, now] = [await aForm(), new Date()]
    const story = new Story('', now)
    const does = async () => Object.assign(story, { id: (await register({ actor: who.grid, form, now, key: 'once' })).id })
    return { story, does }
  },
  offer: async () => plain(await aReport(), who.triage, { event: { type: 'offer', channel: 'people', bodyId: room }, ...why }),
  recall: async () => plain(await anOffer(), who.triage, { event: { type: 'recall' }, ...why }),
  escalate: async () => plain(await aReport(), who.triage, { event: { type: 'escalate', to: 'district' } }),
  deescalate: async () => {
    const story = await aReport()
    await story.does(who.triage, { type: 'escalate', to: 'district' })
    return plain(story, who.districtTriage, { event: { type: 'deescalate', to: 'township' } })
  },
  ask: async () =>
    plain(await aReport(), who.triage, {
      event: { type: 'ask' },
      texts: [{ kind: 'ask', audience: 'path', text: '请补充订单' }],
    }),
  decline: async () => plain(await aReport(), who.triage, { event: { type: 'decline', ground: 'inCourt' }, ...why }),
  transferOut: async () => plain(await aReport(), who.triage, { event: { type: 'transferOut', reason: 'otherDistrict' }, ...why }),
  withdraw: async () => plain(await aMediation(), who.mediator, { event: { type: 'withdraw' }, ...why }),
  settleOnSpot: async () => {
    const story = await aReport()
    return ready(story, who.grid, (sent) => settleOnSpot(sent, { form: 'oral', terms: twoTerms(), content: '退还房费' }))
  },
  keptAfterAll: async () => {
    const story = await anAgreement()
    await breach(await story.sent(who.mediator), { obligationId: (await story.owed())[0]!.id, why: '没有退' })
    return ready(story, who.triage, (sent) => keptAfterAll(sent, { why: '第二天退了' }))
  },
  reopen: async () => plain(await aClosed(), who.triage, { event: { type: 'reopen' }, ...why }),
  receive: async () => plain(await anOffer(), who.head, { event: { type: 'receive' } }),
  return: async () => plain(await anOffer(), who.head, { event: { type: 'return', reason: 'full' }, ...why }),
  assign: async () =>
    plain(await aReceived(), who.head, {
      event: { type: 'assign', mediatorIds: [who.mediator.accountId, who.secondMediator.accountId] },
    }),
  object: async () => plain(await aMediation(), who.mediator, { event: { type: 'object', side: 'applicant' }, ...why }),
  session: async () => {
    const story = await aMediation()
    const attendance = (await story.row()).parties.map(({ id, name }) => ({
      partyId: id,
      name,
      role: 'party' as const,
      present: true,
    }))
    const told = { at: story.now, how: 'inPerson' }
    return ready(story, who.mediator, (sent) =>
      holdSession(sent, {
        kind: 'joint',
        startedAt: story.now,
        attendance,
        told,
        agreedFacts: '押金三百元',
        talks: '愿意退一半',
      }),
    )
  },
  extend: async () => plain(await aMediation(), who.mediator, { event: { type: 'extend', days: 10, unit: 'd' }, ...why }),
  suspend: async () => plain(await aMediation(), who.mediator, { event: { type: 'suspend', reason: 'absent' }, ...why }),
  resume: async () => {
    const story = await aMediation()
    await story.does(who.mediator, { type: 'suspend', reason: 'absent' })
    return plain(story, who.mediator, { event: { type: 'resume' } })
  },
  agree: async () =>
    ready(await aMediation(), who.mediator, (sent) => agree(sent, { form: 'oral', terms: twoTerms(), content: '退还房费' })),
  partial: async () =>
    ready(await aMediation(), who.mediator, (sent) =>
      agreeInPart(sent, { form: 'oral', terms: twoTerms(), who: '三位客人', count: 3, left: 2 }),
    ),
  amend: async () => ready(await anAgreement(), who.mediator, (sent) => amend(sent, { form: 'oral', terms: twoTerms(), why: '换成银器' })),
  sign: async () => {
    const story = await aPaper(twoTerms())
    const names = await story.allSign()
    return ready(story, who.mediator, (sent) => sign(sent, names))
  },
  talkAgain: async () => plain(await aPaper(), who.mediator, { event: { type: 'talkAgain' }, ...why }),
  fail: async () => plain(await aMediation(), who.mediator, { event: { type: 'fail', code: 'refused' }, ...why }),
  outcome: async () =>
    ready(await elsewhere('judicial'), who.court, (sent) => giveOutcome(sent, { result: 'settled', terms: twoTerms(), why: '调解书' })),
  perform: async () => {
    const story = await anAgreement(twoTerms())
    const [money] = await story.owed()
    return ready(story, who.mediator, (sent) => perform(sent, { obligationId: money!.id, amountFen: 10_000n, proof: '转账' }))
  },
  breach: async () => {
    const story = await anAgreement()
    const [money] = await story.owed()
    return ready(story, who.mediator, (sent) => breach(sent, { obligationId: money!.id, why: '没有退' }))
  },
  contest: async () => ready(await anAgreement(), who.mediator, (sent) => contest(sent, { why: '说是被逼的' })),
  visit: async () => plain(await aKeptPromise(), who.mediator, { event: { type: 'visit', result: 'kept' }, ...why }),
  close: async () => {
    const story = await aKeptPromise()
    await story.does(who.mediator, { type: 'visit', result: 'kept' })
    return plain(story, who.mediator, { event: { type: 'close', result: 'settled' }, ...why })
  },
  closeUnvisited: async () => plain(await aKeptPromise(), who.mediator, { event: { type: 'closeUnvisited' }, ...why }),
  archive: async () => plain(await aClosed(), who.triage, { event: { type: 'archive' } }),
  handOn: async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(who.grid), { form: 'oral', terms: [term()] })
    return plain(story, who.triage, {
      event: { type: 'handOn', accountId: who.mediator.accountId },
      keeperId: who.mediator.accountId,
    })
  },
  prior: async () =>
    ready(await aReport(), who.grid, (sent) =>
      filePrior(sent, { what: 'agreement', by: '村委会', force: 'contract', terms: [term()], note: '去年写过' }),
    ),
  roster: async () =>
    ready(await aReport(), who.grid, (sent) => fileRoster(sent, { side: 'respondent', name: '九户', count: 9, unit: 'household' })),
  link: async () => {
    const other = await aReport()
    return ready(await aReport(), who.grid, (sent) => linkDispute(sent, { otherId: other.id, why: '同一家客栈' }))
  },
  risk: async () => ready(await aReport(), who.triage, (sent) => setRisk(sent, { level: 'red', why: '扬言堵门' })),
  request: async () => {
    const police = await bodyId('police-530702004000')
    return ready(await aReport(), who.triage, (sent) =>
      ask(sent, { bodyId: police, role: '到场', asked: '请到场', answerBy: '2026-03-12' }),
    )
  },
  confirmation: async () => {
    const court = await bodyId('court')
    return ready(await aSignedPaper(), who.mediator, (sent) => confirm(sent, { step: 'apply', courtId: court }))
  },
  partyChange: async () => {
    const story = await aMediation()
    return ready(story, who.mediator, (sent) =>
      changeParty(sent, { step: 'joined', side: 'respondent', kind: 'person', name: '木四' }, { why: '房屋共有人' }),
    )
  },
  matter: async () =>
    ready(await aReport(), who.triage, (sent) => fileMatter(sent, { kind: 'publicOrder', unit: '束河派出所', standing: 'accepted' })),
  danger: async () =>
    ready(await aReport(), who.grid, (sent) => reportDanger(sent, { signs: ['threat'], toldWhom: '束河派出所', toldBy: '网格员' })),
  question: async () => ready(await aReport(), who.triage, (sent) => askFacts(sent, { of: 'registrar', text: '哪天付的定金' })),
  reply: async () => {
    const story = await aMediation()
    await entrusted(story.id)
    return ready(story, who.mediator, (sent) =>
      sendReply(sent, { result: 'agreed', text: '双方已经达成协议', sentOn: dayIn(story.now), how: 'paper' }),
    )
  },
  note: async () => ready(await aReport(), who.grid, (sent) => addNote(sent, { note: '又打来电话' })),
  correct: async () => {
    const story = await aReport()
    const { id } = await story.lastEvent()
    return ready(story, who.grid, (sent) => correctEvent(sent, { eventId: id, text: '是三百元', why: '写错了' }))
  },
  urge: async () => ready(await anOffer(), who.triage, (sent) => urge(sent, { text: '游客明天就走' })),
  sitting: async () => {
    const story = await aMediation()
    const startsAt = new Date(story.now.getTime() + 86_400_000)
    const endsAt = new Date(startsAt.getTime() + 3_600_000)
    return ready(story, who.mediator, (sent) => planSitting(sent, { kind: 'joint', startsAt, endsAt, placeText: '村委会' }))
  },
  declare: async () =>
    ready(await aMediation(), who.mediator, (sent) =>
      declareTie(sent, { accountId: who.mediator.accountId, kind: 'relative', what: '表亲' }),
    ),
  merge: async () => {
    const other = await aReport()
    return ready(await aReport(), who.triage, (sent) => mergeInto(sent, { intoId: other.id, why: '同一家客栈同一笔押金' }))
  },
  split: async () => {
    const [story, other] = [await aReport(), await aReport()]
    await mergeInto(await story.sent(who.triage), { intoId: other.id, why: '同一笔押金' })
    return ready(story, who.triage, (sent) => splitBack(sent, { why: '不是同一笔' }))
  },
  absorb: async () => {
    const other = await aReport()
    const merged = await ready(await aReport(), who.triage, (sent) => mergeInto(sent, { intoId: other.id, why: '同一笔押金' }))
    return { ...merged, story: other }
  },
  alarm: async () => ready(await aReport(), who.duty, (sent) => act(sent, (file) => raiseAlarm(file, 'red'))),
  lapse: async () => {
    const story = await aReport({ now: new Date('2025-06-05T01:00:00Z') })
    return { story, does: () => sweepDueDeadlines(new Date('2025-06-10T01:00:00Z')) }
  },
}

/** 并案 is an act on two disputes in one transaction. */
const two: readonly LoggedType[] = ['merge', 'split', 'absorb']

describe.each(Object.keys(every) as LoggedType[])('%s', (type) => {
  test(`${eventLabels[type]}: one event, one line of audit, what runs and is due kept right, in few statements`, async () => {
    const { story, does } = await every[type]()
    const { statements } = await countStatements(does)
    // What makes an alarm necessary raises it right after itself.
    const own = (await story.events()).filter((event) => event.type !== 'alarm' || type === 'alarm').at(-1)
    expect(own?.type).toBe(type)
    await expectSound(story.id)
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(two.includes(type) ? 2 * 10 : 10)
  })
})

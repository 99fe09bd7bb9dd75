import { z } from 'zod'
import { act, advance, type Sent } from '../../dispute/advance.server'
import type { Move } from '../../dispute/case-file.server'
import { openDispute } from '../../dispute/read.server'
import { isStale } from '../../dispute/stale'
import { elsewhereOf, elsewhereShape, notAskedElsewhere, type Elsewhere } from '../../matter/elsewhere'
import { asksElsewhere, noteElsewhere } from '../../matter/elsewhere.server'
import { offerTo } from '../../recommend/offer.server'
import { Refusal, wrong } from '../../refusal'
import { beginsWithParty, bestFor, bodiesFor, bodyGroups, hintOf, mayTakeEntrusted } from '../bodies.server'
import { when } from '../common'
import { define } from '../define'
import { elsewhereFields } from '../elsewhere-fields'
import { calm, choice, choicesOf, long, select, text } from '../field-data'
import { happenedAt, idOf, may, oneOf } from '../form-words'
import { handingFields, handingIn, handingShape } from '../handing-fields'
import { partiesOf } from '../people.server'

const asked = {
  asked: { label: '当事人已经向它申请，或者它说已经收案' },
  guided: { label: '还没有，只引导告知' },
} as const

/** 引导告知: a channel that begins with the party's own application was named to them; nothing is sent there (U23). */
const guided = (text: string, at: Date | undefined): Move => ({
  event: { type: 'note' },
  happenedAt: at,
  texts: [{ kind: 'advice', audience: 'path', text }],
})

/** What was answered about elsewhere is kept with a guidance too. */
const guide = (sent: Sent, elsewhere: Elsewhere | null, move: Move) =>
  act(sent, async (file) => {
    if (isStale(file.dispute.since, move.event, null)) throw new Refusal('stale')
    if (elsewhere) await noteElsewhere(file, elsewhere, move.happenedAt)
    await advance(file, move)
  })

/** 分流: to a body of the register, with the reason; what begins with the party's own application is only guided to (U23). */
export const offer = define({
  schema: z.object({
    bodyId: idOf('请选交给哪个组织').optional(),
    otherId: idOf('请选交给哪个组织').optional(),
    partyAsked: oneOf(asked, '请选当事人申请了没有').optional(),
    why: may(),
    /** The triage desk shows many bodies in one form: what was written and answered beside each. */
    whyOf: z.record(z.string(), may()).default({}),
    insteadWhy: may(500),
    insteadOf: z.record(z.string(), may(500)).default({}),
    askedOf: z.record(z.string(), oneOf(asked, '请选当事人申请了没有').optional()).default({}),
    ...elsewhereShape,
    ...handingShape,
    happenedAt,
  }),
  form: async ({ dispute, query, now }) => {
    const [bodies, asks, parties] = await Promise.all([bodiesFor(dispute), asksElsewhere(dispute.id), partiesOf(dispute.id)])
    const wanted = query.get('body') ?? ''
    const best = bestFor(bodies, dispute)
    const chosen = best.some(({ id }) => id === wanted) ? wanted : ''
    return {
      submit: '送出',
      fields: [
        ...(best.length
          ? [
              choice(
                'bodyId',
                '合适的调解组织',
                best.map((body) => ({ value: body.id, label: body.name, hint: hintOf(body, dispute) })),
                { layout: 'one', value: chosen },
              ),
            ]
          : [calm('附近没有合适的调解组织', '类型都在受理范围以外。请从下面全部组织里选。')]),
        select('otherId', '或者从全部组织里选', bodyGroups(bodies), {
          none: best.length ? '用上面选的' : '请选',
          value: chosen ? '' : wanted,
        }),
        choice('partyAsked', '交法院、仲裁、行政复议的，当事人申请了没有', choicesOf(asked), {
          layout: 'one',
          hint: '这些单位由当事人自己申请才开始；只引导的，记在路径上，纠纷还在分流岗',
        }),
        ...(asks ? [elsewhereFields()] : []),
        long('why', '为什么交给它', { hint: '对方和当事人都能看到' }),
        text('insteadWhy', '不选建议的第一个，为什么', { hint: '只给工作人员看', later: '选的就是第一个的，空着' }),
        ...handingFields(parties, '交法院、部门等别的单位以前，'),
        when(now, '什么时候送出的'),
      ],
    }
  },
  run: async (sent, { bodyId, otherId, happenedAt: at, ...typed }) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    const field = otherId ? 'otherId' : 'bodyId'
    const body = (await bodiesFor(dispute)).find(({ id }) => id === (otherId ?? bodyId))
    if (!body) throw wrong(field, '请选交给哪个组织')
    if (!mayTakeEntrusted(body, dispute)) throw wrong(field, '法院委派、委托的案件，只能交给特邀调解组织')
    const why = typed.why ?? typed.whyOf[body.id]
    if (!why) throw wrong('why', '请写明为什么交给它')
    const partyAsked = typed.partyAsked ?? typed.askedOf[body.id]
    if (beginsWithParty(body) && !partyAsked) throw wrong('partyAsked', '请选当事人申请了没有')
    const elsewhere = elsewhereOf(typed)
    if (!elsewhere && (await asksElsewhere(sent.disputeId))) throw wrong('elsewhere', notAskedElsewhere)
    if (beginsWithParty(body) && partyAsked === 'guided')
      return guide(sent, elsewhere, guided(`引导告知：可以向${body.name}申请。${why}`, at))
    return offerTo(sent, {
      body,
      why,
      insteadWhy: typed.insteadWhy ?? typed.insteadOf[body.id],
      partyAsked: partyAsked === 'asked',
      elsewhere,
      handing: body.channel === 'people' ? undefined : handingIn(typed),
      happenedAt: at,
    })
  },
})

import { z } from 'zod'
import { db } from '#app/db/client.server'
import { ask, invite } from '../../request/requests.server'
import { speaksForAsked, stepRequestWithFiles } from '../../request/steps.server'
import { whistle } from '../../request/whistle.server'
import { wrong } from '../../refusal'
import { bodyKinds, requestRoles } from '../../words/body-kinds'
import { tellings } from '../../words/parties'
import { requestKinds } from '../../words/requests'
import { define } from '../define'
import { bytesOf, filesShape } from '../file-fields'
import { happenedAt, idOf, legalDay, may, oneOf } from '../form-words'
import { handingIn, handingShape } from '../handing-fields'
import { partiesOf } from '../people.server'
import { answerForm, stepWordsOf } from './request/answer-form.server'
import { askForm } from './request/ask-form.server'
import { openOnes } from './request/open-ones.server'
import { calledIn, unitsProblems, unitsShape, whistleForm } from './request/whistle-form.server'

const shape = z.object({
  requestId: idOf('没有这项协办').optional(),
  step: oneOf(stepWordsOf, '请选怎么办').optional(),
  text: may(5000),
  ...filesShape,
  kind: oneOf(requestKinds, '没有这一种').optional(),
  ...unitsShape,
  bodyId: idOf('没有这个单位').optional(),
  outsideName: may(120),
  outsideKind: oneOf(bodyKinds, '没有这一种').optional(),
  registrantId: idOf('名册里没有这个人').optional(),
  agreed: z
    .array(z.object({ partyId: idOf('没有这个当事人'), how: oneOf(tellings, '请选怎么同意的').optional() }))
    .max(60, '一次写得太多了')
    .default([]),
  role: oneOf(requestRoles, '请选请它做什么').optional(),
  asked: may(5000),
  answerBy: legalDay.optional(),
  ...handingShape,
  happenedAt,
})
type Typed = z.output<typeof shape>

/** What is missing, by which of the three forms was sent: an answer, a whistle, a request. */
const schema = shape.superRefine(({ requestId, step, text: words, kind, units, role, bodyId, outsideName, registrantId }, context) => {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (requestId) {
    if (!step) issue(['step'], '请选怎么办')
    else if (step !== 'receive' && step !== 'arrive' && !words) issue(['text'], '请写明')
  } else if (kind === 'whistle') for (const { path, message } of unitsProblems(units)) issue(path, message)
  else {
    if (!bodyId && !outsideName && !registrantId) issue(['bodyId'], '请选协办单位，名录里没有的写明名称')
    if (!role) issue(['role'], '请选请它做什么')
  }
})

/** Who was ticked as agreeing; throws Refusal invalid beside the first side that was not asked (Art. 20). */
async function agreedBy(disputeId: string, agreed: Typed['agreed']) {
  const sidesOf = new Map((await partiesOf(disputeId)).map(({ id, side }) => [id, side]))
  const silent = agreed.findIndex(({ partyId, how }) => !how && sidesOf.get(partyId) !== 'third')
  if (silent >= 0) throw wrong(`agreed[${silent}].how`, '邀请名录以外的人，要各方都同意；还没问的，先问了再发')
  return agreed.flatMap(({ partyId, how }) => (how ? [{ partyId, how }] : []))
}

export const request = define({
  schema,
  form: async (asking) => {
    const { actor, dispute, query } = asking
    const open = await openOnes(dispute.id)
    const wanted = query.get('request')
    if (!wanted && query.get('kind') === 'whistle') return whistleForm(asking)
    const one = open.find(({ id }) => id === wanted) ?? (wanted ? undefined : open.find((row) => speaksForAsked(actor, row)))
    return one ? answerForm(asking, one) : askForm(asking, open)
  },
  run: async (sent, typed) => {
    const {
      requestId,
      step,
      text: words,
      photos,
      kind,
      units,
      bodyId,
      outsideName,
      outsideKind,
      registrantId,
      role,
      asked,
      answerBy,
      happenedAt: at,
    } = typed
    if (requestId && step) return stepRequestWithFiles(sent, { requestId, step, text: words, happenedAt: at }, await bytesOf(photos))
    const handing = handingIn(typed)
    if (kind === 'whistle') return whistle(sent, { units: calledIn(units, at ?? sent.now ?? new Date()), handing, happenedAt: at })
    if (bodyId && !(await db.body.findFirst({ where: { id: bodyId, validTo: null }, select: { id: true } })))
      throw wrong('bodyId', '没有这个单位，请从名单里选')
    // A body that is asked to mediate together is a joint one, whichever way the form was opened.
    const told = {
      role: role ?? 'other',
      asked,
      answerBy,
      handing,
      happenedAt: at,
      kind: role === 'joint' && bodyId ? ('joint' as const) : undefined,
    }
    if (bodyId) return ask(sent, { ...told, bodyId })
    if (registrantId) return ask(sent, { ...told, registrantId })
    return invite(sent, { ...told, outsideName, outsideKind, agreed: await agreedBy(sent.disputeId, typed.agreed) })
  },
})

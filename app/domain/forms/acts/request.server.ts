import { z } from 'zod'
import { db } from '#app/db/client.server'
import { requestMachine, requestSteps, type RequestEvent, type RequestStep } from '#machines/request.machine'
import { can } from '#machines/step'
import { bodiesOf, type Person } from '../../actor'
import { formatDay } from '../../calendar/days'
import { ask, invite, stepRequest } from '../../request/requests.server'
import { wrong } from '../../refusal'
import { bodyKinds, requestRoles } from '../../words/body-kinds'
import { sides, tellings } from '../../words/parties'
import { isCode, labelOf } from '../../words/words'
import { bodiesFor, bodyGroups } from '../bodies.server'
import { when } from '../common'
import { define, type Asking, type FormPage } from '../define'
import { calm, choice, choicesOf, day, group, hidden, long, row, select, text, type FormField } from '../field-data'
import { happenedAt, idOf, legalDay, may, oneOf } from '../form-words'
import { handingFields, handingIn, handingShape } from '../handing-fields'
import { partiesOf } from '../people.server'

type Answering = Exclude<RequestStep, 'ask'>
const steps = {
  receive: { label: requestSteps.receive },
  arrive: { label: requestSteps.arrive },
  answer: { label: requestSteps.answer },
  refuse: { label: requestSteps.refuse },
  withdraw: { label: requestSteps.withdraw },
} as const satisfies Record<Answering, { label: string }>
const events: Record<Answering, RequestEvent> = {
  receive: { type: 'receive' },
  arrive: { type: 'arrive' },
  answer: { type: 'answer' },
  refuse: { type: 'refuse' },
  withdraw: { type: 'withdraw' },
}

const openOnes = (disputeId: string) =>
  db.request.findMany({ where: { disputeId, status: { in: ['asked', 'received'] } }, orderBy: { askedAt: 'asc' } })
type Open = Awaited<ReturnType<typeof openOnes>>[number]

const ownOf = (actor: Person) => bodiesOf(actor, 'head', 'court', 'organ')

const nameOf = async ({ bodyId, outsideName }: Open) =>
  (bodyId && (await db.body.findUnique({ where: { id: bodyId }, select: { name: true } }))?.name) || (outsideName ?? '')

/** The asked body receives, answers or refuses; who asked takes it back, and writes down what an outsider answered. */
async function answerForm({ actor, query, now }: Asking, open: Open): Promise<FormPage> {
  const own = open.bodyId !== null && ownOf(actor).includes(open.bodyId)
  const mine: Answering[] = own
    ? ['receive', 'arrive', 'answer', 'refuse']
    : open.bodyId === null
      ? ['receive', 'arrive', 'answer', 'refuse', 'withdraw']
      : ['answer', 'withdraw']
  const possible = mine.filter((name) => can(requestMachine, open.status, {}, events[name]))
  const until = open.answerBy ? `请在${formatDay(open.answerBy.toISOString().slice(0, 10))}前答复` : '没有写答复的期限'
  return {
    title: own ? '办理协办' : '协办的答复、撤回',
    submit: '记下',
    fields: [
      calm(
        `请${await nameOf(open)}：${isCode(requestRoles, open.roleText) ? requestRoles[open.roleText].label : open.roleText}`,
        open.askedText ?? '',
        until,
      ),
      hidden('requestId', open.id),
      choice(
        'step',
        '怎么办',
        choicesOf(steps).filter(({ value }) => possible.some((name) => name === value)),
        { layout: 'one', value: query.get('step') ?? possible[0] ?? '' },
      ),
      long('text', '答复', { hint: '答复、不能协办、撤回的，要写明', later: '签收、到场可以空着' }),
      when(now),
    ],
  }
}

async function askForm({ dispute, now }: Asking, open: Open[]): Promise<FormPage> {
  const parties = await partiesOf(dispute.id)
  const links = await Promise.all(
    open.map(async (one) => ({
      label: `${await nameOf(one)}：答复、撤回`,
      href: `/disputes/${dispute.id}/do/request?request=${one.id}`,
    })),
  )
  const going: FormField[] = links.length ? [{ kind: 'say', tone: 'calm', title: '正在协办', lines: [], links }] : []
  return {
    title: '请求协办',
    submit: '发出',
    fields: [
      ...going,
      select('bodyId', '请哪个单位', bodyGroups(await bodiesFor(dispute)), { none: '名录里没有，写在下面' }),
      row(
        text('outsideName', '名录以外的单位或人', { later: '没有就空着' }),
        select('outsideKind', '是什么单位', choicesOf(bodyKinds), { none: '不清楚' }),
      ),
      select('role', '请它做什么', choicesOf(requestRoles), { none: '请选' }),
      long('asked', '具体请求', { hint: '只写对方需要知道的；不写双方的让步' }),
      group(
        '各方当事人同意邀请吗',
        parties.flatMap(({ id, name, side }, at) => [
          hidden(`agreed[${at}].partyId`, id),
          select(`agreed[${at}].how`, `${name}（${labelOf(sides, side)}）`, choicesOf(tellings), { none: '没有问，或者不同意' }),
        ]),
        '请名录以外的人才填：要各方都同意（人民调解法第20条），填怎么同意的。发出以后，给他一个一次性链接',
      ),
      day('answerBy', '哪天前答复', { later: '没有期限就空着' }),
      ...handingFields(parties, '发出以前，'),
      calm('发出以后', '对方只看得到这一件，办完就不再看到。纠纷还在原来的人手里，期限照常走。'),
      when(now),
    ],
  }
}

export const request = define({
  schema: z
    .object({
      requestId: idOf('没有这项协办').optional(),
      step: oneOf(steps, '请选怎么办').optional(),
      text: may(5000),
      bodyId: idOf('没有这个单位').optional(),
      outsideName: may(120),
      outsideKind: oneOf(bodyKinds, '没有这一种').optional(),
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
    .superRefine(({ requestId, step, text: words, role, bodyId, outsideName }, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (requestId) {
        if (!step) issue('step', '请选怎么办')
        else if (step !== 'receive' && step !== 'arrive' && !words) issue('text', '请写明')
        return
      }
      if (!bodyId && !outsideName) issue('bodyId', '请选协办单位，名录里没有的写明名称')
      if (!role) issue('role', '请选请它做什么')
    }),
  form: async (asking) => {
    const open = await openOnes(asking.dispute.id)
    const own = ownOf(asking.actor)
    const wanted = asking.query.get('request')
    const one =
      open.find(({ id }) => id === wanted) ?? (wanted ? undefined : open.find(({ bodyId }) => bodyId !== null && own.includes(bodyId)))
    return one ? answerForm(asking, one) : askForm(asking, open)
  },
  run: async (
    sent,
    { requestId, step, text: words, bodyId, outsideName, outsideKind, agreed, role, asked, answerBy, happenedAt: at, ...handed },
  ) => {
    if (requestId && step) return stepRequest(sent, { requestId, step, text: words, happenedAt: at })
    if (bodyId && !(await db.body.findFirst({ where: { id: bodyId, validTo: null }, select: { id: true } })))
      throw wrong('bodyId', '没有这个单位，请从名单里选')
    const told = { role: role ?? 'other', asked, answerBy, handing: handingIn(handed), happenedAt: at }
    if (bodyId) return ask(sent, { ...told, bodyId })
    const sidesOf = new Map((await partiesOf(sent.disputeId)).map(({ id, side }) => [id, side]))
    const silent = agreed.findIndex(({ partyId, how }) => !how && sidesOf.get(partyId) !== 'third')
    if (silent >= 0) throw wrong(`agreed[${silent}].how`, '邀请名录以外的人，要各方都同意；还没问的，先问了再发')
    const said = agreed.flatMap(({ partyId, how }) => (how ? [{ partyId, how }] : []))
    return invite(sent, { ...told, outsideName, outsideKind, agreed: said })
  },
})

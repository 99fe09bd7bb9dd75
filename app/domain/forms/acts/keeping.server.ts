import { z } from 'zod'
import { db } from '#app/db/client.server'
import { breach as breachItem, contest as contestIt, keptAfterAll as kept } from '../../agreement/perform.server'
import { act, advance, advanceDispute, type Sent } from '../../dispute/advance.server'
import type { Move } from '../../dispute/case-file.server'
import { openDispute } from '../../dispute/read.server'
import { provinceFormFields, provinceShape, typedFields, type ProvinceFields } from '../../province/fields'
import { keepFields, provinceBeside } from '../../province/fields.server'
import { wrong } from '../../refusal'
import { satisfactions, takenUp, visitManners, visitResults } from '../../words/agreements'
import { closingResults, unvisitedReasons } from '../../words/reasons'
import { toldText, wayFields, when } from '../common'
import { define, type OpenDispute } from '../define'
import { calm, choice, choicesOf, long, say } from '../field-data'
import { happenedAt, idOf, may, must, oneOf } from '../form-words'
import { itemOptions, itemsOf } from '../items.server'
import { partiesOf, partyOptions } from '../people.server'
import { waysTold } from './body.server'

const path = (words: string) => ({ kind: 'why', audience: 'path', text: words }) as const

export const keptAfterAll = define({
  schema: z.object({ why: must('请写明现在怎么样了'), happenedAt }),
  form: ({ now }) => ({
    fields: [calm('以后', '原来的协议继续有效，回到履行中。'), long('why', '现在怎么样了'), when(now)],
  }),
  run: (sent, form) => kept(sent, form),
})

export const breach = define({
  schema: z.object({ obligationId: idOf('请选哪一项没有履行'), why: must('请写明怎么没履行'), happenedAt }),
  form: async ({ dispute, query, now }) => ({
    submit: '登记不履行',
    fields: [
      choice('obligationId', '哪一项没有履行', itemOptions(await itemsOf(dispute.id)), {
        layout: 'one',
        value: query.get('item') ?? '',
      }),
      long('why', '怎么没履行'),
      calm('以后怎么走', '纠纷回到分流岗。可以再调解；书面协议经司法确认的，可以申请法院执行；没有确认的，可以向法院起诉。'),
      when(now, '什么时候知道的'),
    ],
  }),
  run: (sent, form) => breachItem(sent, form),
})

/** What binds was agreed without a committee: either side may have one take it up (U6). */
const settledThemselves = async (disputeId: string) =>
  (await db.agreement.count({ where: { disputeId, effectRule: 'parties', status: { in: ['inForce', 'contested'] } } })) > 0

export const contest = define({
  schema: z.object({ partyId: idOf('请选是谁提出的').optional(), why: must('请写明有什么争议'), happenedAt }),
  form: async ({ dispute, now }) => {
    const [parties, own] = await Promise.all([partiesOf(dispute.id), settledThemselves(dispute.id)])
    const who = parties.length ? [choice('partyId', '谁提出的', partyOptions(parties), { layout: 'one' as const })] : []
    if (own)
      return {
        title: takenUp,
        submit: takenUp,
        fields: [
          calm('自行和解，没有调委会参加', '任何一方都可以请调委会调解。纠纷回到分流岗，交给调委会受理；原来说好的留在路径上。'),
          ...who,
          long('why', '说明', { value: '不照自行和解的办，请调委会调解' }),
          when(now, '什么时候提出的'),
        ],
      }
    return {
      fields: [
        ...who,
        long('why', '有什么争议', { hint: '对协议的效力、内容，或者对决定不服' }),
        calm('以后怎么走', '协议标为“效力有争议”，纠纷回到分流岗。双方可以再调解，也可以向法院起诉（人民调解法第32条）。'),
        when(now, '什么时候提出的'),
      ],
    }
  },
  run: async (sent, form) => {
    const parties = await partiesOf(sent.disputeId)
    if (parties.length && !parties.some(({ id }) => id === form.partyId)) throw wrong('partyId', '请选是谁提出的')
    return contestIt(sent, form)
  },
})

export const visit = define({
  field: true,
  schema: z.object({
    result: oneOf(visitResults, '请选回访的结果'),
    manner: oneOf(visitManners, '请选怎么回访的'),
    satisfaction: oneOf(satisfactions, '请选满意不满意').default('notAsked'),
    words: may(),
    happenedAt,
  }),
  form: ({ now }) => ({
    submit: '记下回访',
    fields: [
      choice(
        'result',
        '结果',
        choicesOf(visitResults, (_, code) => (code === 'relapsed' ? '回到分流岗，重新办理' : null)),
        { layout: 'one' },
      ),
      choice('manner', '怎么回访的', choicesOf(visitManners), { layout: 'three' }),
      choice('satisfaction', '当事人满意吗', choicesOf(satisfactions), { value: 'notAsked' }),
      long('words', '当事人怎么说', { later: '没有就空着' }),
      when(now, '什么时候回访的'),
    ],
  }),
  run: (sent, { result, manner, satisfaction, words, happenedAt: at }) => {
    const text = `${visitManners[manner].label}回访，${satisfactions[satisfaction].label}${words ? `：${words}` : ''}`
    return advanceDispute(sent, {
      event: { type: 'visit', result },
      happenedAt: at,
      texts: [{ kind: 'note', audience: 'handlers', text }],
    })
  },
})

/** On the keeper's desk it closes as settled, after a visit that found it kept; on the triage desk never (design: 2). */
const settledHere = ({ handling }: OpenDispute) => handling.desk === 'keeper'
const resultsHere = (dispute: OpenDispute) =>
  choicesOf(closingResults).filter(({ value }) => (value === 'settled') === settledHere(dispute))

/** What the province's system asks is answered while the case is in mind (U30). */
const provinceFields = async (disputeId: string) => {
  const { fields, guessed } = await provinceBeside(disputeId)
  return provinceFormFields(fields, guessed)
}

/** The act, and the answers for the province's system beside it, in one transaction. */
const closing = (sent: Sent, move: Move, province: ProvinceFields | null) =>
  act(sent, async (file) => {
    await advance(file, move)
    if (province && file.actorId) await keepFields(file.tx, file.actorId, file.id, province, file.now)
  })

export const close = define({
  schema: waysTold.partial().extend({ result: oneOf(closingResults, '请选办结的结果'), why: may(), ...provinceShape, happenedAt }),
  form: async ({ actor, dispute, now }) => ({
    fields: [
      choice('result', '办结的结果', resultsHere(dispute), {
        layout: 'one',
        value: settledHere(dispute) ? 'settled' : '',
      }),
      ...(settledHere(dispute) ? [] : wayFields(dispute, actor.name, now)),
      long('why', '说明', { later: '没有就空着' }),
      await provinceFields(dispute.id),
      when(now),
    ],
  }),
  run: async (sent, { result, why, happenedAt: at, ways = [], otherWay, toldHow, toldBy, toldAt, ...asked }) => {
    const province = typedFields(asked)
    const dispute = await openDispute(sent.actor, sent.disputeId)
    if ((result === 'settled') !== settledHere(dispute))
      throw wrong('result', settledHere(dispute) ? '已经履行、回访过，只能按“已化解”办结' : '没有履行和回访，不能按“已化解”办结')
    const note = { kind: 'note', audience: 'handlers', text: why ?? '' } as const
    if (result === 'settled') return closing(sent, { event: { type: 'close', result }, happenedAt: at, texts: [note] }, province)
    if (!ways.length && !otherWay) throw wrong('ways', '至少告知一条途径（人民调解法第26条）')
    if (!toldHow) throw wrong('toldHow', '请选怎么告知的')
    if (!toldBy) throw wrong('toldBy', '请写谁告知的')
    const told = toldText(dispute, { ways, otherWay, toldHow, toldBy, toldAt }, at ?? new Date())
    const texts: Move['texts'] = [{ kind: 'ways', audience: 'path', text: told }, note]
    return closing(sent, { event: { type: 'close', result }, happenedAt: at, texts }, province)
  },
})

export const closeUnvisited = define({
  schema: z
    .object({ reason: oneOf(unvisitedReasons, '请选为什么不回访'), why: may(), ...provinceShape, happenedAt })
    .superRefine(({ reason, why }, context) => {
      if (reason === 'other' && !why) context.addIssue({ code: 'custom', path: ['why'], message: '选“其他”的，请写明原因' })
    }),
  form: async ({ dispute, now }) => ({
    fields: [
      say('没有回访就办结', '回访过更好。确实不能回访的，原因留在路径上。'),
      choice('reason', '为什么不回访', choicesOf(unvisitedReasons), { layout: 'one' }),
      long('why', '说明', { later: '没有就空着' }),
      await provinceFields(dispute.id),
      when(now),
    ],
  }),
  run: (sent, { reason, why, happenedAt: at, ...asked }) => {
    const texts = [path(`${unvisitedReasons[reason].label}${why ? `：${why}` : ''}`)]
    return closing(sent, { event: { type: 'closeUnvisited' }, happenedAt: at, texts }, typedFields(asked))
  },
})

export const archive = define({
  schema: z.object({ note: may(), happenedAt }),
  form: ({ now }) => ({
    fields: [calm('归档以后', '这一卷不再改动；以后重启的，另起一卷。'), long('note', '立卷说明', { later: '没有就空着' }), when(now)],
  }),
  run: (sent, { note, happenedAt: at }) =>
    advanceDispute(sent, {
      event: { type: 'archive' },
      happenedAt: at,
      texts: [{ kind: 'note', audience: 'handlers', text: note ?? '' }],
    }),
})

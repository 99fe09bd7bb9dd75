import { z } from 'zod'
import { db } from '#app/db/client.server'
import { act, advance, advanceDispute } from '../../dispute/advance.server'
import { openDispute } from '../../dispute/read.server'
import { noteHanding } from '../../party/handing.server'
import { wrong } from '../../refusal'
import { declineGrounds } from '../../words/decline-grounds'
import { tellings } from '../../words/parties'
import { transferReasons, withdrawReasons } from '../../words/reasons'
import { when } from '../common'
import { define } from '../define'
import { choice, choicesOf, long, say, text, tick as tickField } from '../field-data'
import { happenedAt, idOf, may, must, oneOf, tick, ticked } from '../form-words'
import { handingFields, handingIn, handingShape } from '../handing-fields'
import { partiesOf, partyOptions } from '../people.server'

const path = (text: string) => ({ kind: 'why', audience: 'path', text }) as const
const inner = (text: string | undefined) => ({ kind: 'why', audience: 'handlers', text: text ?? '' }) as const

/** 不予受理 is a committee's word; where the post writes it down, the township's (U22). */
async function committeeOf(townshipId: string): Promise<string> {
  const kind = { in: ['townshipCommittee', 'jointCommittee'] }
  const found = await db.body.findFirst({ where: { areaId: townshipId, kind, validTo: null }, orderBy: { name: 'asc' } })
  return found?.name ?? '乡镇（街道）人民调解委员会'
}

export const decline = define({
  grave: true,
  schema: z.object({
    ground: oneOf(declineGrounds, '请选不予受理的法定情形'),
    told: ticked('先把该走的途径告诉申请人，再办'),
    toldHow: oneOf(tellings, '请选怎么告知的'),
    why: must('请写明具体情况'),
    happenedAt,
  }),
  form: async ({ dispute, now }) => ({
    fields: [
      say(
        '由调委会作出',
        `不予受理由${await committeeOf(dispute.townshipId)}作出，分流岗登记、告知。只是引导去别处的，用“分流”里的“引导告知”。`,
      ),
      ...(dispute.facts.receivedOnce
        ? [
            say(
              '曾经受理过',
              '这件纠纷曾有调解组织受理。受理过又不予受理，要有受理后才出现的情形；只是没有谈成的，请用“办结”（未化解、已引导其他途径）。',
            ),
          ]
        : []),
      choice(
        'ground',
        '属于哪一种情形',
        choicesOf(declineGrounds, (ground) =>
          [
            ground.article && `${ground.article}${ground.confidence === 'frag' ? '（待核）' : ''}`,
            `告知：${ground.advice}`,
            'exceptions' in ground && `例外可以受理：${ground.exceptions.join('；')}`,
          ]
            .filter(Boolean)
            .join('　'),
        ),
        { layout: 'one' },
      ),
      long('why', '具体情况'),
      choice('toldHow', '怎么告知申请人的', choicesOf(tellings), { value: 'inPerson' }),
      tickField('told', '已经把选中情形下面的途径告诉申请人'),
      when(now),
    ],
  }),
  run: async (sent, { ground, toldHow, why, happenedAt: at }) => {
    const committee = await committeeOf((await openDispute(sent.actor, sent.disputeId)).townshipId)
    return advanceDispute(sent, {
      event: { type: 'decline', ground },
      happenedAt: at,
      texts: [
        { kind: 'advice', audience: 'path', text: declineGrounds[ground].advice },
        { kind: 'told', audience: 'path', text: `${committee}不予受理，${tellings[toldHow].label}告知申请人` },
        inner(why),
      ],
    })
  },
})

export const transferOut = define({
  grave: true,
  schema: z.object({
    reason: oneOf(transferReasons, '请选为什么转出'),
    to: must('请写明转给哪个单位', 120),
    why: may(),
    ...handingShape,
    happenedAt,
  }),
  form: async ({ dispute, now }) => ({
    fields: [
      say('转出以后不再回来', '本区不再办理，也不再计时。只有确由外县或者上级办理的才转出；本区的法院、部门用“分流”。'),
      choice('reason', '为什么转出', choicesOf(transferReasons), { layout: 'one' }),
      text('to', '转给哪个单位'),
      long('why', '说明', { later: '没有就空着' }),
      ...handingFields(await partiesOf(dispute.id), '转出以前，'),
      when(now),
    ],
  }),
  run: (sent, { reason, to, why, happenedAt: at, ...handed }) =>
    act(sent, async (file) => {
      await advance(file, {
        event: { type: 'transferOut', reason },
        happenedAt: at,
        texts: [path(`转给${to}`), inner(why)],
      })
      await noteHanding(file, { receiver: to, purpose: '转出' }, handingIn(handed), at)
    }),
})

const others = {
  told: { label: '已经告知' },
  not: { label: '还没有告知，会告知' },
  none: { label: '没有对方，或者对方不知道这件事' },
} as const

export const withdraw = define({
  grave: true,
  schema: z.object({
    partyId: idOf('请选是谁撤回的').optional(),
    reason: oneOf(withdrawReasons, '请选撤回的原因'),
    other: oneOf(others, '请选有没有告知对方'),
    all: tick,
    why: may(),
    happenedAt,
  }),
  form: async ({ dispute, now }) => {
    const parties = await partiesOf(dispute.id)
    const asked = parties.filter(({ side }) => side === 'applicant')
    const who = asked.length ? asked : parties
    return {
      fields: [
        ...(who.length
          ? [
              choice('partyId', '谁撤回申请', partyOptions(who), {
                layout: 'one',
                value: who.length === 1 ? who[0]!.id : '',
                hint: '撤回是申请人的事；多人中有一人退出，不算撤回',
              }),
            ]
          : []),
        ...(asked.length > 1 ? [tickField('all', '全部申请人都撤回')] : []),
        choice('reason', '为什么撤回', choicesOf(withdrawReasons)),
        choice('other', '告知对方了没有', choicesOf(others), { layout: 'one' }),
        long('why', '说明', { later: '没有就空着' }),
        when(now),
      ],
    }
  },
  run: async (sent, { partyId, reason, other, all, why, happenedAt: at }) => {
    const parties = await partiesOf(sent.disputeId)
    if (parties.length && !parties.some(({ id }) => id === partyId)) throw wrong('partyId', '请选是谁撤回的')
    if (!all && parties.filter(({ side }) => side === 'applicant').length > 1)
      throw wrong('all', '申请人不止一位：只有一位不想谈了，用“追加、变更当事人”里的“退出”；全部都撤回的，勾选这一项')
    return advanceDispute(sent, {
      event: { type: 'withdraw', ...(partyId && { partyId }) },
      happenedAt: at,
      behalfPartyId: partyId ?? null,
      texts: [
        path(`撤回原因：${withdrawReasons[reason].label}`),
        { kind: 'told', audience: 'path', text: `对方：${others[other].label}` },
        inner(why),
      ],
    })
  },
})

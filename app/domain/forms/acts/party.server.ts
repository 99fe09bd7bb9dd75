import { z } from 'zod'
import { db } from '#app/db/client.server'
import { isId } from '../../id'
import { needsPaper } from '../../agreement/signers'
import { changeParty, type Helper, type Reach } from '../../party/change.server'
import { isPhone } from '../../privacy/phone'
import { partySteps } from '../../words/office'
import { partyKinds, representatives, sides } from '../../words/parties'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, folded, hidden, long, row, select, text, tick as tickField, type FormField } from '../field-data'
import { happenedAt, idOf, may, must, oneOf, tick } from '../form-words'
import { partiesOf, partyOptions } from '../people.server'

const phone = may(30).refine((typed) => !typed || isPhone(typed), '电话号码不对，请核对；固定电话写上区号')

const schema = z
  .object({
    step: oneOf(partySteps, '请选追加、变更还是退出'),
    partyId: idOf('没有这个当事人').optional(),
    side: oneOf(sides, '请选是哪一方').optional(),
    kind: oneOf(partyKinds, '请选是人还是单位').optional(),
    name: may(120),
    phone,
    addressText: may(200),
    employer: may(120),
    minor: tick,
    /** The form showed how it stood, so that what is not ticked is meant. */
    shown: z.literal('yes').optional(),
    noSms: tick,
    hidden: tick,
    safeContact: may(100),
    helperRole: oneOf(representatives, '请选是什么人').optional(),
    helperName: may(60),
    helperRelation: may(40),
    helperPhone: phone,
    maySettle: tick,
    why: must('请写明为什么'),
    happenedAt,
  })
  .superRefine(({ step, partyId, side, name, helperRole, helperName }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (step === 'joined' && !side) issue('side', '请选是哪一方')
    if (step === 'joined' && !name) issue('name', '请写姓名或者名称')
    if (step !== 'joined' && !partyId) issue('partyId', '请选是哪一位')
    if (helperRole && !helperName) issue('helperName', '请填姓名')
    if (helperName && !helperRole) issue('helperRole', '请选是什么人')
  })
type Typed = z.output<typeof schema>

const helperFields: FormField = folded(
  '代理人、监护人、代表人',
  [
    select('helperRole', '是什么人', choicesOf(representatives), { none: '没有，或者不变' }),
    row(text('helperName', '姓名', { later: '没有就空着' }), text('helperRelation', '和当事人的关系', { later: true })),
    { kind: 'tel', name: 'helperPhone', label: '电话', later: true },
    tickField('maySettle', '授权委托书（推选书）已收下入卷，写明可以和解'),
  ],
  '未成年人由监护人代签，监护人是对方的不行；代理人、代表人没有写明可以和解的，签字不算数',
)

const partyOf = (disputeId: string, id: string | null) =>
  id && isId(id)
    ? db.party.findFirst({
        where: { id, disputeId, leftAt: null },
        select: { id: true, name: true, addressText: true, minor: true, noSms: true, hidden: true, safeContact: true },
      })
    : Promise.resolve(null)

const reach = ({ phone: number, addressText, employer, minor, noSms, hidden: kept, safeContact, shown, step }: Typed): Reach => ({
  phone: number,
  addressText,
  employer,
  ...(shown || step === 'joined' ? { minor, noSms, hidden: kept, safeContact: safeContact ?? null } : {}),
})

const helper = ({ helperRole: role, helperName: name, helperRelation: relation, helperPhone, maySettle }: Typed): Helper | undefined =>
  role && name
    ? { role, name, relation, phone: helperPhone, maySettle: maySettle && (needsPaper(role) || role === 'legalRepresentative') }
    : undefined

/** 当事人追加、变更、退出: where to reach them, what is kept from the others, who stands for them (U13, U14). */
export const partyChange = define({
  schema,
  form: async ({ dispute, query, now }) => {
    const parties = await partiesOf(dispute.id)
    const was = await partyOf(dispute.id, query.get('party'))
    const links = parties.map(({ id, name }) => ({ label: `改${name}的情况`, href: `/disputes/${dispute.id}/do/partyChange?party=${id}` }))
    const who: FormField[] = was
      ? [hidden('partyId', was.id), hidden('step', 'changed'), hidden('shown', 'yes'), calm('变更', was.name)]
      : [
          ...(links.length
            ? [{ kind: 'say' as const, tone: 'calm' as const, title: '改电话、住址、保密，加代理人', lines: [], links }]
            : []),
          choice('step', '怎么变', choicesOf(partySteps), { layout: 'three' }),
          select('partyId', '变更、退出的是', partyOptions(parties), { none: '追加的不用选' }),
          choice('side', '追加到哪一方', choicesOf(sides), { layout: 'three' }),
          select('kind', '是人还是单位', choicesOf(partyKinds), { value: 'person' }),
        ]
    return {
      submit: '记下',
      fields: [
        ...who,
        text('name', '姓名或者名称', { later: was ? '不变就空着' : '退出的可以空着' }),
        row(
          { kind: 'tel', name: 'phone', label: '电话', later: was ? '不变就空着' : true },
          text('addressText', '住址', { later: was ? '不变就空着' : true }),
        ),
        text('employer', '工作单位', { hint: '只用来核对调解员有没有利害关系', later: was ? '不变就空着' : true }),
        tickField('minor', '未成年，或者没有民事行为能力', was?.minor ?? false),
        folded('联系和保密', [
          tickField('noSms', '不可以发短信', was?.noSms ?? false),
          text('safeContact', '安全联系方式', { later: '没有就空着', value: was?.safeContact ?? '' }),
          tickField('hidden', '住址、电话、行踪对其他各方保密', was?.hidden ?? false),
        ]),
        helperFields,
        calm('多人中有一人退出', '不算撤回申请；撤回申请是申请人的事，要告知对方。'),
        long('why', '为什么'),
        when(now, '从什么时候起'),
      ],
    }
  },
  run: (sent, typed) => {
    const { step, partyId = '', side = 'third', kind = 'person', name, why, happenedAt: at } = typed
    const said = { why, happenedAt: at }
    if (step === 'left') return changeParty(sent, { step, partyId }, said)
    const more = { ...reach(typed), helper: helper(typed) }
    return step === 'joined'
      ? changeParty(sent, { step, side, kind, name: name ?? '', ...more }, said)
      : changeParty(sent, { step, partyId, ...(name && { name }), ...more }, said)
  },
})

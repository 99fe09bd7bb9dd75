import { choice, day, group, long, number, row, say, select, tel, text, tick, type FormField, type Option } from '../settings/fields'
import { folded } from '../forms/field-data'
import { languages } from '../words/parties'
import {
  appointHows,
  educations,
  endReasons,
  ethnicities,
  kinRelations,
  leaveReasons,
  offices,
  qualifications,
  registrantKinds,
  sexes,
} from '../words/roll'
import { optionsOf } from '../words/words'
import { wipeable, type RegistrantForm } from './forms'

export type RegistrantNow = Partial<
  Omit<RegistrantForm, 'phone' | 'identityNumber' | 'home' | 'wipe' | 'kind' | 'sex' | 'ethnicity' | 'education'>
> & {
  kind?: string
  sex?: string | undefined
  ethnicity?: string | undefined
  education?: string | undefined
  /** What stands, masked. */
  secrets?: { phone: string | null; identityNumber: string | null; home: string | null }
}

const kept = (stands: string | null | undefined) => (stands ? { hint: `现在是 ${stands}，不改就空着` } : {})

/** The questions about somebody of the register, filled with what stands; nothing secret comes back into the page. */
export function registrantFields(now: RegistrantNow, areas: Option[]): FormField[] {
  const { secrets } = now
  const wipes = Object.entries(wipeable).filter(([name]) => secrets?.[name as keyof typeof secrets])
  return [
    row(
      text('name', '姓名', { value: now.name ?? '' }),
      select('kind', '类别', optionsOf(registrantKinds), { value: now.kind ?? '', none: '请选' }),
    ),
    select('areaId', '地域', areas, { value: now.areaId ?? '', none: '请选', hint: '法律明白人、法律顾问在哪里服务；调解员由哪里登记' }),
    group('本人', [
      row(
        tel('phone', '电话', { hint: '和登录账号的手机号一样的，账号自动对上', ...kept(secrets?.phone) }),
        text('identityNumber', '身份证号', { later: '可不写', ...kept(secrets?.identityNumber) }),
      ),
      text('home', '住址', { hint: '写到门牌，用来核对和当事人是不是一户', later: '可不写', ...kept(secrets?.home) }),
      ...(wipes.length
        ? [
            choice(
              'wipe',
              '删掉登记错的',
              wipes.map(([value, { label }]) => ({ value, label })),
              { many: true, later: '没有就不选' },
            ),
          ]
        : []),
      row(
        select('sex', '性别', optionsOf(sexes), { value: now.sex ?? '', none: '按身份证号' }),
        select('ethnicity', '民族', optionsOf(ethnicities), { value: now.ethnicity ?? '', none: '没有登记' }),
      ),
      row(
        number('birthYear', '出生年份', { value: now.birthYear ? String(now.birthYear) : '', later: '可不写' }),
        select('education', '文化程度', optionsOf(educations), { value: now.education ?? '', none: '没有登记' }),
      ),
      row(
        text('profession', '职业', { value: now.profession ?? '', later: '可不写' }),
        text('employer', '单位', { value: now.employer ?? '', later: '可不写' }),
      ),
      tick('salaried', '领取财政固定工资', now.salaried ?? false),
    ]),
    group('会什么', [
      choice('languages', '语言', optionsOf(languages), { many: true, value: now.languages ?? ['chinese'], layout: 'three' }),
      choice('qualifications', '资格', optionsOf(qualifications), {
        many: true,
        value: now.qualifications ?? [],
        layout: 'three',
        later: '没有就不选',
      }),
      number('cap', '同时最多办几件', { value: now.cap ? String(now.cap) : '', later: '不限就空着' }),
    ]),
    group('登记', [
      row(
        day('validFrom', '哪天入册', { value: now.validFrom ?? '' }),
        day('validTo', '哪天起不在册', { value: now.validTo ?? '', later: '在册就空着' }),
      ),
      text('provinceCode', '省系统编码', { value: now.provinceCode ?? '', later: '可不写' }),
      long('note', '备注', { value: now.note ?? '', later: '可不写' }),
    ]),
  ]
}

/** 推选、任命、聘任. */
export const appointFields = (bodies: Option[], today: string): FormField[] => [
  select('bodyId', '组织', bodies, { none: '请选' }),
  row(
    select('office', '职务', optionsOf(offices), { none: '请选', hint: '主任、副主任、调解室负责人可以受理和指派；其余可以调解' }),
    choice('how', '怎么产生的', optionsOf(appointHows), { layout: 'three' }),
  ),
  text('paper', '文号', { hint: '推选的写哪次会议；任命、聘任必写' }),
  row(day('validFrom', '从哪天起', { value: today }), day('validTo', '任期到哪天', { later: '可不写', hint: '委员不写的，跟本届任期' })),
]

export type HeldNow = { id: string; label: string; open: number }

/** 到期、辞职、罢免、解聘; cases in hand are said before the form is pressed. */
export const endFields = (held: HeldNow[], leave: string | null, today: string): FormField[] => [
  ...held.flatMap(({ label, open }): FormField[] =>
    open
      ? [
          {
            ...say('先把手里的交出去', `${label}：还有 ${open} 件没有办完，不能结束。`),
            ...(leave && { links: [{ label: '去办交接', href: leave }] }),
          },
        ]
      : [],
  ),
  choice(
    'appointmentId',
    '哪一项任职',
    held.map(({ id, label }) => ({ value: id, label })),
    { ...(held.length === 1 && { value: held[0]!.id }) },
  ),
  row(
    select('endWhy', '原因', optionsOf(endReasons), { none: '请选' }),
    day('endedOn', '最后一天', { value: today, hint: '岗位到这一天为止' }),
  ),
  text('endPaper', '文号', { hint: '罢免、解聘必写', later: '其余可不写' }),
]

export const trainingFields = (today: string): FormField[] => [
  row(day('heldOn', '哪天', { value: today }), number('hours', '学时', { hint: '半天 4，一天 8' })),
  text('subject', '内容'),
  text('byText', '谁办的', { later: '可不写' }),
]

export const absenceFields = (colleagues: Option[], today: string): FormField[] => [
  row(day('fromDay', '从哪天', { value: today }), day('toDay', '到哪天（含当天）', { value: today })),
  select('why', '事由', optionsOf(leaveReasons), { none: '请选' }),
  select('substituteId', '谁来顶', colleagues, {
    none: '没有人顶',
    hint: colleagues.length ? '他也请假的，由他的顶岗人接着顶' : '同组织还没有别人在册',
  }),
]

export const consultFields = (today: string): FormField[] => [
  row(day('heldOn', '哪天', { value: today }), number('people', '几个人来问', { value: '1' })),
  text('line', '问什么，一句话', { hint: '不写姓名、电话' }),
  text('number', '纠纷编号', { later: '不是哪件纠纷的，空着' }),
]

export const kinFields: FormField[] = [
  row(select('relation', '关系', optionsOf(kinRelations), { none: '请选' }), text('name', '姓名')),
  row(text('identityNumber', '身份证号', { later: '可不写' }), tel('phone', '电话')),
  tick('sameHousehold', '和本人同住一户'),
  folded('为什么要登记', [say('只用来核对', '分案前看他和当事人有没有亲属关系。号码不存原文，存进去就看不到了。')]),
]

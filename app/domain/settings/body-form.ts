import { z } from 'zod'
import { addDays, isLegalDay } from '../calendar/days'
import { legalDay, may, must, oneOf, several, tick, whole } from '../forms/form-words'
import { choice, day, group, number, row, select, text, tel, tick as tickField, type FormField, type Option } from './fields'
import { allChoices, isSubtype } from '../types/dispute-types'
import { bodyKinds } from '../words/body-kinds'
import { languages } from '../words/parties'
import { closeReasons } from '../words/roll'
import { sources } from '../words/sources'
import { isCode, optionsOf } from '../words/words'
import { isPhone } from '../privacy/phone'

/** A body as its form has it. Dates: the first and the last day on which it is in force. */
export const bodyForm = z
  .object({
    name: must('请写名称', 60),
    kind: oneOf(bodyKinds, '请选类别'),
    areaId: z.uuid({ error: '请选地域' }),
    types: several(),
    /** Local sub-types, where not the whole type is taken. */
    subtypes: several(),
    languages: several(),
    scopeNote: may(300),
    hours: may(120),
    place: may(120),
    phone: may(30).refine((typed) => !typed || isPhone(typed), '电话号码不对，请核对；固定电话写上区号'),
    sealOfId: z.uuid({ error: '请从名单里选' }).optional(),
    shortNumber: may(12),
    capacity: whole(1, 9999, '上限').optional(),
    courtInvited: tick,
    /** A stationed room: whose cases it is there for. */
    stationedWith: oneOf(sources, '请从名单里选').optional(),
    /** Who set it up or gave it its name; the papers of setting up and closing. */
    founder: may(60),
    setUpPaper: may(60),
    filedOn: legalDay.optional(),
    closeWhy: oneOf(closeReasons, '请选撤销的原因').optional(),
    closePaper: may(60),
    demo: tick,
    validFrom: legalDay,
    validTo: legalDay.optional(),
  })
  .refine(({ validFrom, validTo }) => !validTo || !isLegalDay(validTo) || validTo >= addDays(validFrom, -1), {
    path: ['validTo'],
    message: '最后一天不能早于开始的一天',
  })
  .refine(({ validTo, closeWhy }) => !validTo || closeWhy, { path: ['closeWhy'], message: '撤销要写原因' })
  .refine(({ validTo, closePaper }) => !validTo || closePaper, { path: ['closePaper'], message: '撤销要写文号；没有文号的写明哪次会议' })

export type BodyForm = z.output<typeof bodyForm>

export type BodyNow = Omit<
  BodyForm,
  'subtypes' | 'kind' | 'sealOfId' | 'capacity' | 'validTo' | 'filedOn' | 'closeWhy' | 'stationedWith'
> & {
  stationedWith: string | null
  kind: string
  sealOfId: string | null
  capacity: number | null
  validTo: string | null
  filedOn: string | null
  closeWhy: string | null
}

const typeOptions: Option[] = allChoices.flatMap(({ code, label, subtype }) => (subtype ? [] : [{ value: code, label }]))
const subtypeOptions: Option[] = allChoices.flatMap(({ code, label, subtype, typeLabel }) =>
  subtype ? [{ value: code, label, hint: typeLabel }] : [],
)

/** Units that hand cases over, and may have a room of mediation with them. */
const stationedOptions: Option[] = optionsOf(sources).filter(({ value }) => isCode(sources, value) && sources[value].entrusted)

/** The questions of the form, filled with what stands. `demoMark`: the database is one of demonstration, or the mark is there. */
export function bodyFields(now: Partial<BodyNow>, areas: Option[], seals: Option[], demoMark: boolean): FormField[] {
  return [
    text('name', '名称', { value: now.name ?? '' }),
    row(
      select('kind', '类别', optionsOf(bodyKinds), { value: now.kind ?? '', none: '请选' }),
      select('areaId', '地域', areas, { value: now.areaId ?? '', none: '请选' }),
    ),
    group(
      '受理',
      [
        choice('types', '受理哪些类型', typeOptions, {
          many: true,
          value: (now.types ?? []).filter((code) => !isSubtype(code)),
          layout: 'three',
          hint: '类型、子类都不选，就是各类都受理',
        }),
        choice('subtypes', '不收整类，只收其中的子类', subtypeOptions, {
          many: true,
          value: (now.types ?? []).filter(isSubtype),
          layout: 'three',
          later: '没有就不选',
        }),
        text('scopeNote', '范围说明', { value: now.scopeNote ?? '', later: '没有就空着' }),
        number('capacity', '同时办几件', {
          value: now.capacity ? String(now.capacity) : '',
          hint: '到了这个数就显示“已满”',
          later: '不限就空着',
        }),
        tickField('courtInvited', '特邀调解组织（可以接法院委派、委托）', now.courtInvited ?? false),
        select('stationedWith', '派驻的，接哪里交来的', stationedOptions, { value: now.stationedWith ?? '', none: '不是派驻的' }),
      ],
      '分流岗照这些推荐',
    ),
    group('怎么找到它', [
      choice('languages', '会的语言', optionsOf(languages), { many: true, value: now.languages ?? ['chinese'], layout: 'three' }),
      text('place', '地点', { value: now.place ?? '' }),
      row(text('hours', '时间', { value: now.hours ?? '' }), tel('phone', '对外电话', { value: now.phone ?? '' })),
    ]),
    group('案卷、编号和印章', [
      select('sealOfId', '所属调委会', seals, {
        value: now.sealOfId ?? '',
        none: '用自己的',
        hint: '调解室用所属调委会的印章、编号和案卷',
      }),
      text('shortNumber', '编号用字', {
        value: now.shortNumber ?? '',
        hint: '如“束河”：（2026）束河人调字第12号。用别人印章的不填',
        later: '没有就空着',
      }),
    ]),
    group('设立和撤销', [
      text('founder', '谁设立的', { value: now.founder ?? '', hint: '设立单位；个人调解室写以谁命名', later: '没有就空着' }),
      row(
        text('setUpPaper', '设立文号', { value: now.setUpPaper ?? '', later: '没有就空着' }),
        day('filedOn', '哪天向司法局备案', {
          value: now.filedOn ?? '',
          later: '不用备案就空着',
          hint: '医疗纠纷调委会设立后 30 个工作日内',
        }),
      ),
      row(
        day('validFrom', '从哪天起', { value: now.validFrom ?? '' }),
        day('validTo', '最后一天', { value: now.validTo ?? '', later: '一直有效就空着', hint: '撤销就填这里；还有没办完的，不能撤销' }),
      ),
      row(
        select('closeWhy', '撤销的原因', optionsOf(closeReasons), { value: now.closeWhy ?? '', none: '没有撤销' }),
        text('closePaper', '撤销文号', { value: now.closePaper ?? '', later: '没有撤销就空着' }),
      ),
      ...(demoMark ? [tickField('demo', '演示数据：内容不是核对过的，页面上要标出来', now.demo ?? false)] : []),
    ]),
  ]
}

import { formatInstant } from '../calendar/days'
import { yuanOf } from '../forms/money'
import type { Registration } from '../registration/form'
import { typeLabel } from '../types/dispute-types'
import { agreementForms } from '../words/agreements'
import { dangerSigns } from '../words/danger-signs'
import { languages, partyKinds, representatives, rosterUnits, sides, tellings, willingness } from '../words/parties'
import { labelOf } from '../words/words'
import { settledBy, type Settlement } from './settlement'
import type { Step } from './steps'

export type Section = { step: Step; title: string; rows: { label: string; value: string }[] }

const joined = (...words: (string | false | null | undefined)[]) => words.filter(Boolean).join('，')
const tidy = (rows: [string, string | undefined][]) => rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))

const partyRow = (party: Registration['parties'][number]): [string, string] => [
  labelOf(sides, party.side),
  joined(
    party.name || '姓名不详',
    labelOf(partyKinds, party.kind),
    party.rosterCount !== undefined &&
      `${party.rosterEstimated ? '约' : ''}${party.rosterCount}${labelOf(rosterUnits, party.rosterUnit ?? 'person')}`,
    party.phone && `电话 ${party.phone}`,
    party.addressText,
    party.idNumber && '证件号码已填',
    party.minor && '未成年人',
    `${labelOf(willingness, party.willing)}${party.willing === 'notAsked' ? '是否愿意调解' : '调解'}${party.willingHow ? `（${labelOf(tellings, party.willingHow)}）` : ''}`,
    ...party.helpers.map((helper) => `${labelOf(representatives, helper.role)} ${helper.name}${helper.maySettle ? '（可以和解）' : ''}`),
  ),
]

const amountOf = ({ amountFen, amountAbout, amountNote }: Registration) =>
  joined(amountFen !== undefined && `${amountAbout ? '约 ' : ''}${yuanOf(amountFen)} 元`, amountNote) || undefined

const settledRow = (settled: Settlement) =>
  joined(
    settledBy[settled.by].label,
    settled.byName,
    labelOf(agreementForms, settled.form),
    settled.content,
    `${settled.terms.length} 项约定`,
  )

/** A registration to be read over, page by page; what was left empty is left out. */
export function summaryOf(form: Registration, settlement: Settlement | null, place: string, typeCode: string): Section[] {
  const type = typeCode.length > 2 ? typeLabel(typeCode.slice(0, 2), typeCode) : typeLabel(typeCode)
  return [
    {
      step: 1,
      title: '地点、类型',
      rows: tidy([
        ['地点', joined(place, form.placeText)],
        ['门牌', form.door && '已填（加密保存）'],
        ['类型', joined(type, form.typeText)],
      ]),
    },
    {
      step: 2,
      title: '当事人',
      rows: form.parties.length ? tidy(form.parties.map(partyRow)) : [{ label: '当事人', value: '还没有填，可以后补' }],
    },
    {
      step: 3,
      title: '事情经过',
      rows: tidy([
        ['经过', form.facts],
        ['发生时间', form.occurredOn],
        ['申请时间', form.askedAt && `${formatInstant(form.askedAt)}（证据，登记后不改）`],
        ['先处理后补登', form.happenedAt && `处理于${formatInstant(form.happenedAt)}`],
        ['紧急', form.urgent ? '是' : undefined],
        ['最晚离开', form.leavesAt && formatInstant(form.leavesAt)],
        ['金额', amountOf(form)],
        [
          '涉及',
          joined(
            form.peopleCount !== undefined && `${form.peopleCount} 人`,
            form.householdCount !== undefined && `${form.householdCount} 户`,
          ) || undefined,
        ],
        ['语言', form.languages.map((code) => labelOf(languages, code)).join('、') || undefined],
        ['危险情形', form.dangerSigns.map((code) => labelOf(dangerSigns, code)).join('、') || undefined],
        [form.dangerNotYet ? '还没有告诉' : '已经告诉', form.dangerTold],
        ['不公开', form.sealed ? joined('是', form.sealedWhy) : undefined],
        ['现场化解', settlement ? settledRow(settlement) : undefined],
      ]),
    },
  ]
}

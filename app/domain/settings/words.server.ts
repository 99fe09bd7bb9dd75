import { agreementMachine } from '#machines/agreement.machine'
import { confirmationMachine } from '#machines/confirmation.machine'
import { eventLabels } from '#machines/dispute.labels'
import { disputeMachine } from '#machines/dispute.machine'
import { periods } from '#machines/periods'
import { requestMachine } from '#machines/request.machine'
import { deskOf, metaOf, statesOf } from '#machines/step'
import { roleLabels, type Person } from '../actor'
import { whoMay } from '../dispute/permissions'
import { allChoices } from '../types/dispute-types'
import { areaLevels } from '../words/areas'
import { bodyKinds, channelLabels, requestRoles } from '../words/body-kinds'
import { dangerSigns, riskLevels } from '../words/danger-signs'
import { declineGrounds } from '../words/decline-grounds'
import { entrustKinds, enquiryKinds, matterKinds, replyResults } from '../words/office'
import { credentials, languages, partyKinds, sides, willingness } from '../words/parties'
import { closingResults, failCodes, returnReasons, suspendReasons, transferReasons, withdrawReasons } from '../words/reasons'
import { sessionKinds } from '../words/sessions'
import { intakeChannels, sources } from '../words/sources'
import type { Words } from '../words/words'
import { demandAdministrator } from './permissions'

type Row = { code: string; label: string; about?: string }
export type WordList = { id: string; title: string; note?: string; about?: string; rows: Row[] }

const rowsOf = (words: Words): Row[] => Object.entries(words).map(([code, { label }]) => ({ code, label }))
const plain = (words: Readonly<Record<string, string>>): Row[] => Object.entries(words).map(([code, label]) => ({ code, label }))
const list = (id: string, title: string, words: Words, note?: string): WordList => ({
  id,
  title,
  rows: rowsOf(words),
  ...(note && { note }),
})

const labelled = <C extends string>(codes: readonly C[], label: (code: C) => string): Row[] =>
  codes.map((code) => ({ code, label: label(code) }))

const states: WordList = {
  id: 'states',
  title: '纠纷的状态',
  about: '在谁那里',
  rows: statesOf(disputeMachine).map((code) => {
    const desk = deskOf(disputeMachine, code)
    return { code, label: metaOf(disputeMachine, code).label, about: desk === 'none' ? '不用办' : whoMay[desk] }
  }),
}

const types: WordList = {
  id: 'types',
  title: '纠纷类型',
  about: '属于',
  note: '两位的是全国统一的类型，四位的是本区的子类',
  rows: allChoices.map(({ code, label, subtype, typeLabel }) => ({ code, label, about: subtype ? typeLabel : '' })),
}

const kinds: WordList = {
  id: 'kinds',
  title: '组织的类别',
  about: '怎么办',
  rows: Object.entries(bodyKinds).map(([code, { label, way }]) => ({ code, label, about: way })),
}

/** Every word that the pages say, with its code, out of the tables that the pages themselves read. Throws Refusal notFound. */
export function glossary(actor: Person): WordList[] {
  demandAdministrator(actor)
  return [
    states,
    { id: 'acts', title: '办理的动作', rows: plain(eventLabels) },
    { id: 'desks', title: '在谁那里', rows: plain(whoMay).filter(({ code }) => code !== 'none') },
    { id: 'periods', title: '期限', rows: plain(periods) },
    types,
    kinds,
    list('channels', '渠道', channelLabels),
    list('sources', '案件来源', sources),
    list('intakes', '登记渠道', intakeChannels),
    { id: 'roles', title: '岗位', rows: plain(roleLabels) },
    list('levels', '辖区级别', areaLevels),
    list('risks', '风险等级', riskLevels),
    list('signs', '危险情形', dangerSigns),
    list('sides', '当事人', sides),
    list('partyKinds', '当事人种类', partyKinds),
    list('credentials', '证件', credentials),
    list('languages', '语言', languages),
    list('willingness', '愿不愿意调解', willingness),
    list('sessions', '调解方式', sessionKinds),
    list('returns', '退回的原因', returnReasons),
    list('declines', '不予受理的理由', declineGrounds),
    list('suspends', '中止的原因', suspendReasons),
    list('fails', '调解不成的原因', failCodes),
    list('withdraws', '撤回的原因', withdrawReasons),
    list('transfers', '转出的原因', transferReasons),
    list('closings', '办结的结果', closingResults),
    list('helps', '协办', requestRoles),
    list('entrusts', '委派、委托、移送', entrustKinds),
    list('replies', '回告的结果', replyResults),
    list('matters', '别处的程序', matterKinds),
    list('enquiries', '咨询', enquiryKinds),
    {
      id: 'agreementStates',
      title: '协议的状态',
      rows: labelled(statesOf(agreementMachine), (code) => metaOf(agreementMachine, code).label),
    },
    {
      id: 'confirmationStates',
      title: '司法确认的状态',
      rows: labelled(statesOf(confirmationMachine), (code) => metaOf(confirmationMachine, code).label),
    },
    {
      id: 'requestStates',
      title: '协办的状态',
      rows: labelled(statesOf(requestMachine), (code) => metaOf(requestMachine, code).label),
    },
  ]
}

import type { Confidence } from '../calendar/period-rule'
import type { BodyKind } from './body-kinds'
import type { Word } from './words'

/** `advice`: what the applicant is told to do instead; `ways`: bodies it points at; `exceptions`: when it may be taken all the same. */
export type DeclineGround = Word & {
  article: string | null
  confidence: Confidence
  advice: string
  ways: readonly BodyKind[]
  exceptions?: readonly string[]
}

/** 不予受理: the statutory grounds of law.md 4a, each with the advice that must go with it (U22). */
export const declineGrounds = {
  refused: {
    label: '当事人一方明确拒绝调解',
    article: '《人民调解法》第17条',
    confidence: 'text',
    advice: '调解以双方自愿为前提。可以依法申请仲裁、请求行政机关处理或者向人民法院起诉。',
    ways: ['court'],
  },
  specialBody: {
    label: '法律规定由专门机关管辖，或禁止民间调解',
    article: '司法部令75第22条',
    confidence: 'frag',
    advice: '请向依法有权处理的机关提出。',
    ways: ['court', 'government'],
  },
  alreadyHandled: {
    label: '法院、公安机关或其他行政机关已经受理或解决',
    article: '司法部令75第22条',
    confidence: 'frag',
    advice: '请在已经受理的机关继续办理；该机关可以依法委派、委托调解。',
    ways: ['court', 'police'],
    exceptions: [
      '法院委派、委托调解',
      '治安案件作出决定前',
      '交警调解不成或当事人选择人民调解',
      '有关部门委托移送',
      '判决未履行，执行和解',
    ],
  },
  medicalElsewhere: {
    label: '医疗纠纷：法院或卫生健康部门已经受理',
    article: '《医疗纠纷预防和处理条例》第31条',
    confidence: 'text',
    advice: '请在已经受理的法院或卫生健康部门继续办理。',
    ways: ['court', 'health'],
  },
  medicalNotJoint: {
    label: '医疗纠纷：未经医患双方同意',
    article: '《医疗纠纷预防和处理条例》第31条',
    confidence: 'text',
    advice: '医疗纠纷须双方申请，或者一方申请、另一方同意。可以申请卫生健康部门行政调解或者向人民法院起诉。',
    ways: ['health', 'court'],
  },
  againstAuthority: {
    label: '与行政机关因行政行为发生的争议，不是民间纠纷',
    article: '《行政复议法》第20条',
    confidence: 'text',
    advice: '自知道该行政行为之日起60日内可以申请行政复议，也可以依法提起行政诉讼。',
    ways: ['administrativeReconsideration', 'court'],
  },
  requisition: {
    label: '征地补偿争议',
    article: '《农村土地承包经营纠纷调解仲裁法》第2条',
    confidence: 'text',
    advice: '不属于土地承包仲裁范围，可以申请行政复议或者提起行政诉讼。',
    ways: ['administrativeReconsideration', 'court'],
  },
  ownership: {
    label: '土地、林地所有权或使用权的确定',
    article: '《土地管理法》第14条、《森林法》第22条',
    confidence: 'text',
    advice:
      '由人民政府处理，处理决定前任何一方不得改变土地利用现状、不得砍伐林木；对决定不服的30日内可以起诉。使用、边界做法、补偿可以另行调解。',
    ways: ['government', 'naturalResources'],
  },
  crime: {
    label: '涉嫌犯罪',
    article: '《刑事诉讼法》第288条',
    confidence: 'text',
    advice: '请向公安机关报案；依法可以和解的，由办案机关主持。',
    ways: ['police', 'procuratorate'],
  },
  outOfArea: {
    label: '当事人住所地、单位所在地和纠纷发生地都不在本区',
    article: '司法部令75第21条',
    confidence: 'frag',
    advice: '请向当事人所在地或者纠纷发生地的人民调解委员会申请。',
    ways: ['other'],
  },
  other: {
    label: '其他依法不能调解的情形',
    article: null,
    confidence: 'setting',
    advice: '可以依法通过仲裁、行政、司法等途径维护权利。',
    ways: ['court', 'legalAid'],
  },
} as const satisfies Record<string, DeclineGround>

export type DeclineGroundCode = keyof typeof declineGrounds

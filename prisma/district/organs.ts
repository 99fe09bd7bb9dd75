import type { BodyKind } from '../../app/domain/words/body-kinds'
import { languagesOf, townships, townshipWord } from './areas'
import { body, dailyHours, type BodySeed } from './body'

const organ = (kind: BodyKind, name: string, types: readonly string[], scopeNote: string, more: Partial<BodySeed> = {}) =>
  body({ key: kind, kind, name, types, scopeNote, place: name, ...more })

const courts = [
  organ('court', '古城区人民法院', [], '诉讼、司法确认、诉前委派'),
  organ('court', '古城区人民法院旅游专门法庭', ['04', '11', '12'], '涉旅纠纷诉讼和司法确认', {
    key: 'court-tourism',
    parentKey: 'court',
  }),
  organ('procuratorate', '古城区人民检察院', [], '检调对接'),
]

const police = [
  organ('police', '丽江市公安局古城分局', [], '治安案件、警调对接'),
  organ('police', '古城分局旅游警察大队', ['11', '12'], '涉旅警情处置', {
    key: 'police-tourism',
    parentKey: 'police',
    hours: '全天',
  }),
  organ('police', '古城分局交警大队', ['14'], '道路交通事故认定和调解', { key: 'police-traffic', parentKey: 'police' }),
  ...townships.map(({ code, name }) =>
    organ('police', `${townshipWord(name)}派出所`, [], `${name}治安案件、非警务警情移送`, {
      key: `police-${code}`,
      areaCode: code,
      parentKey: 'police',
      languages: languagesOf(code),
      hours: '全天',
    }),
  ),
]

const offices = [
  organ('labour', '古城区人力资源和社会保障局', ['10'], '劳动保障监察，拖欠工资'),
  organ('marketSupervision', '古城区市场监督管理局', ['12', '11', '16', '17'], '消费投诉，商标、专利'),
  organ('naturalResources', '古城区自然资源局（林业和草原局）', ['07', '03', '08'], '山林、土地、宅基地权属'),
  organ('agriculture', '古城区农业农村局', ['07', '03', '05'], '承包地、宅基地管理，农资'),
  organ('housing', '古城区住房和城乡建设局', ['15', '03', '08'], '物业管理，房屋建设'),
  organ('ecology', '丽江市生态环境局古城分局', ['09', '02'], '噪声、油烟、排污'),
  organ('health', '古城区卫生健康局', ['13'], '医疗纠纷行政调解'),
  organ('education', '古城区教育体育局', ['06'], '校园纠纷'),
  organ('water', '古城区水务局', ['07', '02'], '用水、河道'),
  organ('cultureTourism', '古城区文化和旅游局', ['11'], '旅游投诉受理', { hours: dailyHours }),
  organ('government', '古城区人民政府', ['07', '08'], '权属处理、征收补偿'),
  organ('government', '古城管理局', ['11', '12', '03', '09'], '古城景区秩序、客栈民宿管理', { key: 'government-oldtown' }),
  organ('government', '古城区信访局', [], '信访事项转办、访调对接', { key: 'government-petition' }),
]

const deciders = [
  organ('labourArbitration', '古城区劳动人事争议仲裁委员会', ['10'], '劳动人事争议仲裁'),
  organ('landArbitration', '古城区农村土地承包仲裁委员会', ['07'], '农村土地承包经营纠纷仲裁'),
  organ('administrativeReconsideration', '古城区行政复议办公室（区司法局）', [], '行政复议'),
  organ('legalAid', '古城区法律援助中心', [], '法律援助'),
]

const others = [
  organ('other', '古城区妇女联合会', ['01'], '妇女儿童权益', { key: 'other-women' }),
  organ('other', '古城区消费者协会', ['11', '12'], '消费调解', { key: 'other-consumers' }),
]

/** Courts, procuratorate, police and the organs to which disputes are really referred. */
export const organs: readonly BodySeed[] = [...courts, ...police, ...offices, ...deciders, ...others]

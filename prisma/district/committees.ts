import { areaByCode, languagesOf, townships, townshipWord, villages, villageWord } from './areas'
import { body, dailyHours, type BodySeed } from './body'

const shuhe = '530702004000'
const townshipWords = new Set(townships.map(({ name }) => townshipWord(name)))

/** 龙泉; where a township has the same word, the village keeps its ending: 金山社区. Numbers are unique in the district. */
const villageNumber = (name: string): string => {
  const word = villageWord(name)
  const bare = word.replace(/(社区|村)$/, '')
  return townshipWords.has(bare) ? word : bare
}

/** Medical, labour and traffic need a committee of their own; a village sends them on. */
const villageTypes = ['01', '02', '03', '04', '05', '06', '07', '09', '11', '12', '15', '99']

const villageCommittees = villages.map(({ code, name }) =>
  body({
    key: `village-${code}`,
    name: `${villageWord(name)}人民调解委员会`,
    kind: 'villageCommittee',
    areaCode: code,
    types: villageTypes,
    capacity: 8,
    languages: languagesOf(code),
    shortNumber: villageNumber(name),
    place: `${name}一楼调解室`,
    scopeNote: `${villageWord(name)}内的民间纠纷；医疗、劳动争议、交通事故转专业调委会`,
  }),
)

const townshipCommittees = townships.map(({ code, name }) =>
  body({
    key: `township-${code}`,
    name: `${name}人民调解委员会`,
    kind: 'townshipCommittee',
    areaCode: code,
    capacity: 30,
    languages: languagesOf(code),
    shortNumber: townshipWord(name),
    place: `${townshipWord(name)}司法所`,
    scopeNote: `${name}内疑难复杂、跨村（社区）的民间纠纷`,
    courtInvited: ['530702002000', shuhe].includes(code),
  }),
)

const room = (given: Pick<BodySeed, 'key' | 'name' | 'types' | 'languages' | 'place' | 'scopeNote'>) =>
  body({
    ...given,
    kind: 'namedRoom',
    areaCode: shuhe,
    capacity: 15,
    parentKey: `township-${shuhe}`,
    sealOfKey: `township-${shuhe}`,
    hours: dailyHours,
  })

const rooms = [
  room({
    key: 'room-pengrenjie',
    name: '彭仁杰个人调解室',
    types: ['01', '02', '03', '04', '06', '07', '15', '99'],
    languages: ['chinese', 'naxi'],
    place: `${areaByCode(shuhe).name}（驻地为演示）`,
    scopeNote: '邻里、婚姻家庭、山林土地等疑难积案',
  }),
  room({
    key: 'room-maguotou',
    name: '马锅头调解室',
    types: ['04', '05', '06', '11', '12', '17'],
    languages: ['chinese', 'naxi', 'bai', 'english'],
    place: '束河古镇',
    scopeNote: '旅游住宿、包车行程、客栈房屋租赁等涉旅纠纷，当天约谈',
  }),
]

const industry = (key: string, word: string, number: string, types: readonly string[], place: string, more: Partial<BodySeed> = {}) =>
  body({
    key: `industry-${key}`,
    name: `古城区${word}人民调解委员会`,
    kind: 'industryCommittee',
    types,
    capacity: 40,
    shortNumber: number,
    place,
    scopeNote: `全区${word}`,
    ...more,
  })

const industryCommittees = [
  industry('medical', '医疗纠纷', '古医', ['13'], '古城区公共法律服务中心二楼', { courtInvited: true }),
  industry('traffic', '道路交通事故纠纷', '古交', ['14'], '古城区交警大队事故处理大厅', { courtInvited: true }),
  industry('property', '物业纠纷', '古物', ['15'], '古城区住房和城乡建设局一楼'),
  industry('tourism', '旅游纠纷', '古旅', ['11', '12', '0401'], '古城区旅游综合调度指挥中心', {
    courtInvited: true,
    hours: dailyHours,
    languages: ['chinese', 'naxi', 'english'],
    scopeNote: '全区旅游、涉旅消费、客栈房屋租赁纠纷',
  }),
  industry('labour', '劳动争议', '古劳', ['10'], '古城区总工会职工服务中心', { courtInvited: true }),
  industry('family', '婚姻家庭纠纷', '古婚', ['01'], '古城区婚姻登记处', { languages: ['chinese', 'naxi', 'bai', 'sign'] }),
]

const districtBodies = [
  body({
    key: 'joint',
    name: '古城区矛盾纠纷联合人民调解委员会',
    kind: 'jointCommittee',
    capacity: 30,
    languages: ['chinese', 'naxi', 'bai', 'yi', 'lisu', 'sign'],
    shortNumber: '古联',
    place: '古城区综治中心',
    scopeNote: '跨乡镇（街道）、跨部门和重大疑难纠纷',
    courtInvited: true,
  }),
  body({
    key: 'stationed-court',
    name: '驻古城区人民法院人民调解室',
    kind: 'stationedRoom',
    types: ['01', '02', '03', '04', '05', '06', '11', '12', '14', '15', '17', '99'],
    capacity: 25,
    parentKey: 'joint',
    sealOfKey: 'joint',
    place: '古城区人民法院诉讼服务中心',
    scopeNote: '法院诉前委派、诉中委托的民商事纠纷',
    courtInvited: true,
    stationedWith: 'court',
  }),
  body({
    key: 'stationed-police',
    name: '驻古城分局人民调解室',
    kind: 'stationedRoom',
    types: ['01', '02', '04', '06', '11', '12', '15', '99'],
    capacity: 25,
    parentKey: 'joint',
    sealOfKey: 'joint',
    place: '丽江市公安局古城分局一楼',
    scopeNote: '非警务警情和派出所移送的民间纠纷',
    stationedWith: 'police',
  }),
  body({
    key: 'stationed-petition',
    name: '驻古城区信访局人民调解室',
    kind: 'stationedRoom',
    capacity: 20,
    parentKey: 'joint',
    sealOfKey: 'joint',
    place: '古城区人民来访接待中心',
    scopeNote: '信访部门转来、可以调解的民间纠纷',
    stationedWith: 'petitionOffice',
  }),
]

/** Everybody whose mediation is people's mediation. */
export const committees: readonly BodySeed[] = [
  ...villageCommittees,
  ...townshipCommittees,
  ...rooms,
  ...industryCommittees,
  ...districtBodies,
]

import { allChoices, disputeTypes, isDisputeType, isSubtype, subtypes, type TypeChoice } from './dispute-types'

/** Words of reports and of the street that name no type of the list, but mean one. */
const also: Readonly<Record<string, readonly string[]>> = {
  '01': ['婚姻', '家庭', '夫妻', '婚约', '彩礼', '子女'],
  '0101': ['赡养', '老人', '养老'],
  '0103': ['抚养', '探望'],
  '0104': ['继承', '遗产', '析产'],
  '02': ['邻里', '相邻', '邻居'],
  '0201': ['噪声', '噪音', '扰民', '广场舞'],
  '0202': ['通行', '占道', '道路占用', '巷道', '出入'],
  '0203': ['灌溉', '排水', '用水', '水渠', '引水'],
  '0301': ['宅基地', '院墙', '老宅'],
  '0302': ['建房', '采光', '施工', '房屋受损'],
  '04': ['合同', '协议', '订单'],
  '0401': ['客栈租', '民宿租', '客栈房屋', '院落租'],
  '0402': ['借贷', '借款', '借钱', '欠款'],
  '0403': ['买卖', '购销', '货款', '牲畜', '农资'],
  '0404': ['租赁', '租房', '房租', '铺面'],
  '0405': ['装修', '承揽', '工程款', '定作'],
  '0501': ['合伙', '入股', '分红'],
  '06': ['损害', '赔偿', '触电', '溺水', '校园', '学生'],
  '0601': ['打架', '斗殴', '殴打', '打伤', '人身'],
  '0602': ['劳务', '雇主', '雇工', '帮工', '摔伤'],
  '0603': ['犬', '狗', '咬伤', '家畜', '饲养'],
  '07': ['山林', '林地', '土地', '草场', '地界', '田'],
  '0701': ['承包地', '地界', '田埂'],
  '0702': ['权属', '林权', '山界'],
  '0703': ['流转', '转包'],
  '0704': ['坟', '墓', '宗族'],
  '08': ['征地', '拆迁', '征收', '安置'],
  '09': ['污染', '油烟', '排污', '粉尘', '养殖臭'],
  '10': ['劳动', '务工', '用工', '辞退', '社保'],
  '1001': ['欠薪', '工资', '薪', '讨薪', '农民工'],
  '1002': ['工伤'],
  '11': ['旅游', '游客', '导游', '旅行社', '景区', '退团'],
  '1101': ['住宿', '订房', '退房', '民宿', '客栈'],
  '1102': ['包车', '行程'],
  '1103': ['购物', '银器', '玉'],
  '12': ['消费', '预付', '美容', '健身', '食品', '退费'],
  '13': ['医疗', '医患', '医院', '患者', '诊疗'],
  '14': ['交通', '车祸', '肇事', '驾驶'],
  '1401': ['交通人身', '撞人', '撞伤'],
  '1402': ['财产损害', '撞车', '剐蹭'],
  '15': ['物业', '小区', '业主', '电梯', '车位'],
  '1502': ['返水', '渗水', '漏水', '管道'],
  '16': ['商标', '专利', '著作权', '侵权'],
  '1701': ['网购', '直播带货', '快递'],
}

const wordsOf = (code: string): readonly string[] => {
  const said = isDisputeType(code) ? disputeTypes[code].words : isSubtype(code) ? subtypes[code].words : []
  return [...new Set([...said, ...(also[code] ?? [])])]
}

/** A longer word says more; what stands in the short description says more than a word in passing. */
const weigh = (text: string, words: readonly string[]) => words.reduce((sum, word) => sum + (text.includes(word) ? word.length : 0), 0)
const ofKind = 4

/**
 * What type is probably meant by a few words (`kind`) and a description: for tables and reports that have no code. 99 where nothing fits.
 * A person who registers chooses the type.
 */
export function guessType(kind: string, facts = ''): TypeChoice | null {
  const scored = allChoices.map((choice) => {
    const own = wordsOf(choice.code)
    const score = (words: readonly string[]) => ofKind * weigh(kind, words) + weigh(facts, words)
    return { choice, score: score(own) + (choice.subtype ? score(wordsOf(choice.type)) / 2 : 0), own: score(own) }
  })
  const [best] = scored
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.score - a.score || Number(!a.choice.subtype) - Number(!b.choice.subtype))
  return best?.choice ?? null
}

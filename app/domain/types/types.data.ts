/**
 * The 18 types, with their codes and whole names (law.md 7, second-hand: most likely the code table of SF/T 0018-2019,
 * which was not read). `words` are what people really say; they are searched, never shown.
 */
export const disputeTypes = {
  '01': { label: '婚姻家庭纠纷', words: ['离婚', '夫妻', '家务事', '分家', '抚养', '彩礼', '家暴'] },
  '02': { label: '邻里纠纷', words: ['邻居', '隔壁', '相邻', '吵架'] },
  '03': { label: '房屋(房产)宅基地纠纷', words: ['房子', '老宅', '建房', '买房', '院墙'] },
  '04': { label: '合同纠纷', words: ['借钱', '欠款', '租金', '定金', '违约', '贷款', '金融'] },
  '05': { label: '生产经营纠纷', words: ['生意', '合伙', '店铺', '承包经营'] },
  '06': { label: '损害赔偿纠纷', words: ['打架', '受伤', '医药费', '赔钱', '损坏'] },
  '07': { label: '山林土地纠纷', words: ['地界', '田地', '承包地', '林地', '树木', '草场', '水沟'] },
  '08': { label: '征地拆迁纠纷', words: ['征收', '拆迁', '补偿款', '安置'] },
  '09': { label: '环境污染纠纷', words: ['油烟', '臭味', '废水', '粉尘', '垃圾'] },
  '10': { label: '劳动争议纠纷', words: ['工资', '欠薪', '打工', '农民工', '工伤', '辞退'] },
  '11': { label: '旅游纠纷', words: ['游客', '导游', '旅行社', '退团', '民宿', '酒店', '客栈'] },
  '12': { label: '消费纠纷', words: ['退货', '假货', '质量', '餐饮', '办卡', '退款'] },
  '13': { label: '医疗纠纷', words: ['医院', '看病', '手术', '医患'] },
  '14': { label: '道路交通事故纠纷', words: ['车祸', '撞车', '事故', '交通'] },
  '15': { label: '物业(管理)纠纷', words: ['小区', '业主', '停车位', '电梯'] },
  '16': { label: '知识产权纠纷', words: ['商标', '专利', '著作权', '侵权'] },
  '17': { label: '互联网纠纷', words: ['网购', '直播', '网络', '差评'] },
  '99': { label: '其他纠纷', words: ['村务', '其它'] },
} as const satisfies Record<string, { label: string; words: readonly string[] }>

export type DisputeType = keyof typeof disputeTypes

/** The date of this list of local sub-types; another list is another version. */
export const subtypesSince = '2026-11-01'
export const subtypesMark = '本区设定'

/** The district's own sub-types, two digits under a type. No standard has them: 本区设定, since `subtypesSince`. */
export const subtypes = {
  '0101': { label: '赡养', words: ['养老', '老人', '父母', '护理'] },
  '0102': { label: '离婚财产', words: ['夫妻财产', '分割财产'] },
  '0103': { label: '子女抚养', words: ['抚养费', '探望'] },
  '0104': { label: '继承、分家析产', words: ['遗产', '遗嘱', '分家'] },
  '0201': { label: '噪声扰民', words: ['吵闹', '酒吧', '音响', '狗叫'] },
  '0202': { label: '相邻通行', words: ['占路', '道路', '过道', '堵路', '挡路'] },
  '0203': { label: '相邻用水、排水', words: ['水沟', '灌溉', '污水', '屋檐滴水'] },
  '0301': { label: '宅基地', words: ['老宅', '地基', '院墙', '滴水界'] },
  '0302': { label: '建房、修缮', words: ['盖房', '施工', '采光', '开裂'] },
  '0401': { label: '客栈房屋租赁', words: ['民宿租赁', '院子租赁', '租院子', '房东', '涨租', '毁约', '转租', '租金'] },
  '0402': { label: '民间借贷', words: ['借钱', '借条', '欠条', '利息'] },
  '0403': { label: '买卖', words: ['货款', '牲畜', '牛马', '粮食', '定金'] },
  '0404': { label: '房屋租赁', words: ['租房', '房租', '押金', '铺面', '租金'] },
  '0405': { label: '承揽、装修', words: ['装修款', '工程款', '返工'] },
  '0501': { label: '合伙经营', words: ['合伙', '散伙', '分红'] },
  '0601': { label: '人身损害', words: ['打架', '打伤', '医药费'] },
  '0602': { label: '提供劳务受害', words: ['帮工受伤', '雇工', '摔伤', '伤残'] },
  '0603': { label: '动物致害', words: ['狗咬', '牲畜吃庄稼', '马匹伤人'] },
  '0701': { label: '承包地界', words: ['田埂', '地埂', '承包合同', '插花地'] },
  '0702': { label: '山林权属', words: ['林权', '林地', '山界', '砍树'] },
  '0703': { label: '土地流转', words: ['租地', '转包', '流转费'] },
  '0704': { label: '坟山', words: ['坟地', '祖坟', '迁坟', '墓地'] },
  '0801': { label: '征地补偿', words: ['补偿款', '青苗费', '安置费'] },
  '0901': { label: '经营油烟、噪声', words: ['餐馆油烟', '烧烤', '排污'] },
  '1001': { label: '劳动报酬', words: ['工资', '欠薪', '讨薪', '农民工工资', '工钱'] },
  '1002': { label: '工伤待遇', words: ['工伤', '伤残补助'] },
  '1101': { label: '旅游住宿', words: ['订房', '退房', '民宿', '酒店', '客栈预订'] },
  '1102': { label: '包车行程', words: ['包车', '司机', '行程', '旅拍', '一日游'] },
  '1103': { label: '旅游购物', words: ['银器', '玉石', '退货', '茶叶'] },
  '1104': { label: '骑马、游玩受伤', words: ['马队', '骑马', '摔伤', '景区受伤'] },
  '1201': { label: '餐饮服务', words: ['饭馆', '宰客', '异物'] },
  '1301': { label: '医疗损害', words: ['医疗事故', '误诊', '手术'] },
  '1401': { label: '道路交通人身损害', words: ['车祸受伤', '撞人', '交通人身'] },
  '1402': { label: '道路交通财产损害', words: ['撞车', '剐蹭', '修车', '交通财产'] },
  '1501': { label: '物业费', words: ['管理费', '拖欠物业费'] },
  '1502': { label: '管道渗水', words: ['漏水', '返水', '下水道', '楼上'] },
  '1701': { label: '网络购物', words: ['网购', '快递'] },
} as const satisfies Record<`${DisputeType}${number}`, { label: string; words: readonly string[] }>

export type Subtype = keyof typeof subtypes

/** What the registration form shows as buttons before one searches; a setting of the district (U4). */
export const mostUsed = ['02', '01', '0401', '1101', '1001', '0702'] as const satisfies readonly (DisputeType | Subtype)[]

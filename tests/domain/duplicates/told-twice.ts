import { inventedName } from '../../../prisma/district/names'

/** A quarrel as somebody tells it, without what no comparison looks at. Places by their number in a list of villages. */
export type Telling = {
  village: number
  typeCode: string
  day: number
  parties: { side: 'applicant' | 'respondent'; name: string; phone?: string }[]
}
export type Pair = { how: string; first: Telling; second: Telling }

/** The same numbers for the same seed, whatever the machine. */
export const dice = (seed: number) => {
  let state = seed * 2_654_435_761 + 1
  return (sides: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return (state >>> 3) % sides
  }
}

const sameSound: Readonly<Record<string, string>> = Object.fromEntries(
  '丽莉 芬纷 文雯 清青 学雪 明铭 兰岚 志智 强墙 春椿 国帼 华花 秀绣 英瑛 建健 军君 燕艳 耀跃 金今 永勇 立力 新心 桂贵 芳方 平萍 红虹 家佳 顺舜 美镁 玲玲 德得 忠中 云芸 霞侠 光广 珍贞 自字 凤奉 仙先 万万 里理 慧惠 世事 荣容 润闰 芝之 子紫 习席 继记 月越 娥鹅 尚上 雅亚 琴勤 银寅 山杉 四四 妹魅 泽则 民岷 阳洋 梅眉'
    .split(' ')
    .flatMap((pair) => [[pair[0], pair[1]]]),
)
const nearSound: Readonly<Record<string, string>> = {
  兰: '南',
  玲: '宁',
  芬: '风',
  清: '亲',
  珍: '曾',
  春: '村',
  山: '三',
  荣: '戎',
  民: '明',
  中: '宗',
}

const bySound = (name: string) => [...name].map((character, at) => (at ? (sameSound[character] ?? character) : character)).join('')
const byEar = (name: string) =>
  [...name].map((character, at) => (at ? (nearSound[character] ?? sameSound[character] ?? character) : character)).join('')
const slipped = (name: string) => `${[...name].slice(0, -1).join('')}涛`
const phoneOf = (n: number) => `1390888${String(n).padStart(4, '0')}`

const types = ['0101', '0401', '0602', '0301', '0203'] as const
/** A type beside another one, for who would file it differently. */
const typeBeside: Readonly<Record<string, string>> = { '0101': '0104', '0401': '0404', '0602': '0601', '0301': '0302', '0203': '0202' }

/** One quarrel told by two people: one hears the name, knows another telephone, begins with himself, calls the place otherwise. */
export function toldTwice(n: number): Pair {
  const roll = dice(n + 7)
  const [one, other] = [inventedName(n * 2), inventedName(n * 2 + 1)]
  const typeCode = types[roll(types.length)] ?? '99'
  const village = roll(8) * 2
  const heard = [bySound, byEar, slipped, (name: string) => name]
  const spell = (name: string) => (heard[roll(10) < 5 ? 0 : roll(10) < 4 ? 1 : roll(10) < 3 ? 2 : 3] ?? bySound)(name)
  const samePhone = roll(4) === 0
  const swaps = roll(2) === 0
  const unknown = roll(8) === 0
  const said: Telling['parties'] = [
    { side: swaps ? 'respondent' : 'applicant', name: spell(one), phone: samePhone ? phoneOf(n * 2) : phoneOf(5000 + n * 2) },
    { side: swaps ? 'applicant' : 'respondent', name: unknown ? '' : spell(other) },
  ]
  return {
    how: [swaps ? '对方来说' : '同一方', unknown ? '不知道对方姓名' : '', samePhone ? '同一个电话' : '另一个电话']
      .filter(Boolean)
      .join('，'),
    first: {
      village,
      typeCode,
      day: 0,
      parties: [
        { side: 'applicant', name: one, phone: phoneOf(n * 2) },
        { side: 'respondent', name: other, phone: phoneOf(n * 2 + 1) },
      ],
    },
    second: {
      village: roll(10) < 7 ? village : village + 1,
      typeCode: roll(10) < 7 ? typeCode : roll(2) ? (typeBeside[typeCode] ?? '99') : '99',
      day: [0, 0, 1, 2, 4, 7, 10, 20][roll(8)] ?? 0,
      parties: swaps ? said.toReversed() : said,
    },
  }
}

/** Two quarrels that look like one: a namesake, the same complainant against somebody else, a neighbour, a cadre's telephone. */
export function lookAlike(n: number): Pair {
  const roll = dice(n + 40_001)
  const [one, other, third, fourth] = [0, 1, 2, 3].map((at) => inventedName((n * 4 + at) % 760)) as [string, string, string, string]
  const typeCode = types[roll(types.length)] ?? '99'
  const village = roll(8) * 2
  const first: Telling = {
    village,
    typeCode,
    day: 0,
    parties: [
      { side: 'applicant', name: one, phone: phoneOf(2000 + n * 2) },
      { side: 'respondent', name: other, phone: phoneOf(2001 + n * 2) },
    ],
  }
  const elsewhere = (village + 4) % 16
  const anotherType = types[(types.indexOf(typeCode as never) + 1) % types.length] ?? '99'
  const kinds: (() => Pick<Pair, 'how' | 'second'>)[] = [
    () => ({
      how: '同一周、同一村、同一类型，姓氏相同',
      second: {
        ...first,
        day: roll(6),
        parties: [
          { side: 'applicant', name: one[0] + third.slice(1) },
          { side: 'respondent', name: other[0] + fourth.slice(1) },
        ],
      },
    }),
    () => ({
      how: '同名的人和别人',
      second: {
        ...first,
        day: roll(10),
        parties: [
          { side: 'applicant', name: one },
          { side: 'respondent', name: third },
        ],
      },
    }),
    () => ({
      how: '别的乡镇两个人都同名',
      second: {
        ...first,
        village: elsewhere,
        typeCode: anotherType,
        day: 10 + roll(100),
        parties: first.parties.map(({ side, name }) => ({ side, name })),
      },
    }),
    () => ({ how: '同两个人，半年以后另一类', second: { ...first, typeCode: anotherType, day: 190 + roll(100) } }),
    () => ({
      how: '村干部的电话，别的人',
      second: {
        ...first,
        typeCode: anotherType,
        day: roll(20),
        parties: [
          { side: 'applicant', name: third, phone: phoneOf(2000 + n * 2) },
          { side: 'respondent', name: fourth },
        ],
      },
    }),
    () => ({
      how: '姓名各差一个字，别的类型',
      second: {
        ...first,
        typeCode: anotherType,
        day: roll(40),
        village: village + 1,
        parties: [
          { side: 'applicant', name: slipped(one) },
          { side: 'respondent', name: slipped(other) },
        ],
      },
    }),
  ]
  return { first, ...(kinds[n % kinds.length] ?? kinds[0])!() }
}

import { normaliseIdentityNumber } from './identity-number'
import { normalisePhone } from './phone'

const STAR = '*'

/** The first and last few characters, stars between; only stars where fewer than half would be hidden. */
function ends(text: string, first: number, last: number): string {
  const characters = [...text]
  const hidden = characters.length - first - last
  if (hidden * 2 < characters.length) return STAR.repeat(characters.length)
  return characters.slice(0, first).join('') + STAR.repeat(hidden) + characters.slice(characters.length - last).join('')
}

/** 530***********1234: region and end, never the birthday; other papers A******78. */
export function maskIdentityNumber(number: string): string {
  const plain = normaliseIdentityNumber(number)
  return plain.length === 18 ? ends(plain, 3, 4) : ends(plain, 1, 2)
}

/** 138****5678; a number that is no mobile shows its last two digits. */
export function maskPhone(number: string): string {
  const plain = normalisePhone(number)
  if (/^1\d{10}$/.test(plain)) return `${plain.slice(0, 3)}****${plain.slice(7)}`
  return ends(plain, 0, 2)
}

/** Only the last four of an account number, in a fixed length: how long it was says which bank it is. */
export function maskAccountNumber(number: string): string {
  const plain = number.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
  return plain.length < 8 ? '****' : `**** ${plain.slice(-4)}`
}

// Nothing with a digit, and no housing estate, is the name of an area.
const PART = '(?:(?![小园]区)[^\\d\\s,，、。号栋幢室])'
const AREA = new RegExp(
  '^' +
    [
      `(?:${PART}{2,8}?(?:省|自治区))?`,
      `(?:${PART}{1,8}?(?:自治州|地区|州|市))?`,
      `(?:${PART}{1,8}?(?:自治县|县|市|(?<!社)区))?`,
      `(?:${PART}{1,8}?(?:街道|镇|乡))?`,
      `(?:${PART}{1,8}?(?:社区|村民委员会|村委会|居民委员会|居委会|村))?`,
    ].join(''),
)

/** 大研街道光义社区***: the areas by name, nothing at door level; only stars where no area can be told. */
export function maskAddress(address: string): string {
  const plain = address.normalize('NFKC').trim()
  if (plain === '') return ''
  const area = AREA.exec(plain)?.[0] ?? ''
  return area === plain ? area : `${area}***`
}

/** The door-level part by itself: nothing of it is shown, not even its length. */
export const maskDoor = (door: string): string => (door.trim() === '' ? '' : '***')

const TWO_CHARACTER_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 百里 轩辕 东郭 南宫 呼延 独孤 完颜 申屠 闻人 钟离 拓跋'.split(
    ' ',
  ),
)

/** 王某 and 王某某, for papers that leave the office; those who may see a case read names in full. */
export function maskName(name: string): string {
  const plain = [...name.normalize('NFKC').trim()]
  if (plain.length === 0) return ''
  const two = plain.slice(0, 2).join('')
  const surname = plain.length > 2 && TWO_CHARACTER_SURNAMES.has(two) ? two : (plain[0] ?? '')
  return surname + (plain.length - [...surname].length > 1 ? '某某' : '某')
}

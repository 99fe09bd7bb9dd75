/** 十二 → 12; up to ninety-nine, as doors are written. */
const ONES = '零一二三四五六七八九'
const doorNumber = (text: string): string => {
  const ten = text.indexOf('十')
  if (ten < 0) return [...text].map((one) => String(ONES.indexOf(one))).join('')
  const tens = ten === 0 ? 1 : ONES.indexOf(text.charAt(0))
  return String(tens * 10 + (ten + 1 < text.length ? ONES.indexOf(text.charAt(ten + 1)) : 0))
}

const REGION = '[^\\d省市县区乡镇]{1,8}'
const UP_TO_TOWNSHIP = new RegExp(
  `^(?:${REGION}(?:省|自治区))?(?:${REGION}(?:市|自治州))?(?:${REGION}(?:自治县|县|市|(?<!社)区))?(?=[^\\d省市县区]{1,8}(?:街道|镇|乡))`,
)

/**
 * One address however it was typed: full width, spaces, the regions above the township, 村委会 for 村, 三号 for 3号 and
 * 2幢1单元302室 for 2-1-302 make no other. Null where no door can be told: then a whole village would be one household.
 */
export function normaliseAddress(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Pd}|[—－]/gu, '-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/號/g, '号')
    .replace(/[零一二三四五六七八九十]{1,3}(?=(?:号|栋|幢|座|单元|室|层|楼|组|社(?!区)))/g, doorNumber)
    .replace(UP_TO_TOWNSHIP, '')
    .replace(/(?:街道)?办事处(?=.)/, '街道')
    .replace(/(?:村民委员会|村委会)/g, '村')
    .replace(/(?:居民委员会|居委会|社区居委会)/g, '社区')
    .replace(/社区社区/g, '社区')
    .replace(/(\d+)(?:号楼|栋|幢|座)/g, '$1-')
    .replace(/(\d+)单元/g, '$1-')
    .replace(/(\d+)(?:号房|房|室|户)$/, '$1')
    .replace(/(\d+)号$/, '$1')
    .replace(/-{2,}/g, '-')
    .replace(/^-/, '')
  // A building without its flat, or a group of a village, is the home of many.
  return /\d$|\d(?!\d*(?:组|社|队|楼|层))/.test(plain) && !plain.endsWith('-') ? plain : null
}

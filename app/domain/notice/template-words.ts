import { disputeTypes, subtypes } from '../types/dispute-types'
import { fill, partsOf, placesIn, sampleOf, templateOf, type TemplateCode } from './templates'

/** More is paid for as a fourth message, and read by nobody. */
const mostParts = 3

/** Words of the office that say there is a dispute, or with whom. */
const office =
  '纠纷 调解 矛盾 争议 争执 冲突 和解 当事人 申请人 对方 原告 被告 法院 法庭 起诉 诉讼 仲裁 判决 立案 公安 派出所 报警 警察 暴力 家暴 离婚 婚姻 赔偿 债务 欠债'.split(
    ' ',
  )

/** 房屋(房产)宅基地纠纷 → 房屋, 房产, 宅基地: the main words of a type, without what every type is called. */
const mainWords = (label: string): string[] => label.replace(/(纠纷|争议)/g, '').split(/[()、（）]/)

const typeWords = [...Object.values(disputeTypes), ...Object.values(subtypes)].flatMap(({ label, words }) => [
  ...mainWords(label),
  ...words,
])

/** Words that give away that there is a dispute, or of what kind (U35), the longer first. */
const tellingWords = [...new Set([...office, ...typeWords])]
  .filter((word) => word.length > 1 && word !== '其他' && word !== '其它')
  .sort((one, other) => other.length - one.length)

/** What each kind must say, so that nobody takes it for something else. */
const mustSay: Partial<Record<TemplateCode, string>> = { drill: '演练' }

/** What stands wrong in a text that the district wrote, each in a sentence that says why; nothing where it may be sent. */
export function problemsOf(code: TemplateCode, text: string): string[] {
  const known = templateOf(code).places
  const strange = placesIn(text).filter((name) => !Object.hasOwn(known, name))
  const braces = /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))
  const told = tellingWords.find((word) => text.includes(word))
  const must = mustSay[code]
  const filled = sampleOf(code, text)
  return [
    ...(strange.length ? [`这条短信里没有 {${strange[0]}} 可填；能用的只有：${placeNames(code) || '没有'}`] : []),
    ...(braces ? ['大括号没有写全'] : []),
    ...(told ? [`不能写“${told}”：旁人看到手机，就知道有纠纷、是哪一类`] : []),
    ...(/\d{7,}/.test(text) ? ['不能写电话、身份证号这样的长号码：短信会被别人看到'] : []),
    ...(/https?:|www\./i.test(text) ? ['不要写网址：像诈骗短信，网关也不收'] : []),
    ...(must && !text.includes(must) ? [`要写明“${must}”，免得当成真的`] : []),
    ...(partsOf(filled) > mostParts ? [`太长了：填上内容要发 ${partsOf(filled)} 条，最多 ${mostParts} 条`] : []),
  ]
}

/** {phone} 调解组织自己的电话 */
export const placeNames = (code: TemplateCode): string =>
  Object.entries(templateOf(code).places)
    .map(([name, { label }]) => `{${name}} ${label}`)
    .join('、')

/** A text as it would arrive, with sample values and with nothing known, and what it costs. */
export function previewOf(code: TemplateCode, text: string) {
  const samples = sampleOf(code, text)
  const bare = fill(code, text, {})
  return {
    texts: samples === bare ? [samples] : [samples, bare],
    length: `${samples.length} 个字，发 ${partsOf(samples)} 条`,
    problems: problemsOf(code, text),
  }
}

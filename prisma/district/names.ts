/** Invented names for demo people: common surnames and given names put together by number. Nobody real is meant or listed. */
const surnames = [...'和木李杨张王赵段洪何寸周唐施罗陈刘高黄吴']
const given =
  '丽芬 文清 学明 玉兰 志强 春梅 国华 秀英 建军 晓燕 耀东 金花 永生 雪梅 立新 桂芳 正平 红英 家顺 美玲 ' +
  '德忠 云霞 光明 淑珍 自强 凤仙 万里 佳慧 世荣 润芝 子轩 习芬 继先 月娥 尚文 雅琴 银山 四妹 泽民 阳春'

const givenNames = given.split(' ')

/** The nth invented name; no two are the same for n under 800. */
export function inventedName(n: number): string {
  const surname = surnames[n % surnames.length]
  // A row of twenty shares a shift, so that neighbours in a list differ in both parts.
  const shift = Math.floor(n / surnames.length)
  return `${surname}${givenNames[(n * 3 + shift) % givenNames.length]}`
}

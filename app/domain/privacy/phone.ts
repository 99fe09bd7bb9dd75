/** Full-width, spaces, brackets, hyphens and the country's own prefix do not make another number; digits, `+` in front at most. */
export function normalisePhone(typed: string): string {
  const text = typed.normalize('NFKC').replace(/[\s\p{Pd}().·]/gu, '')
  const home = /^(?:\+|00)86(\d+)$/.exec(text)?.[1] ?? /^86(1[3-9]\d{9})$/.exec(text)?.[1]
  if (home) return /^(1[3-9]\d{9}|0\d+|[48]00\d{7})$/.test(home) ? home : `0${home}`
  return text.replace(/^00(?=[1-9])/, '+')
}

const MOBILE = /^1[3-9]\d{9}$/
// Mobile; area code and number; 400 and 800; seven or eight digits of the town itself; another country.
const SHAPES = [MOBILE, /^0\d{2,3}\d{7,8}$/, /^[48]00\d{7}$/, /^[2-9]\d{6,7}$/, /^\+[1-9]\d{6,14}$/]

/** Whether this is a mobile number of the mainland: what an account signs in with and a text message goes to. */
export const isMobile = (typed: string): boolean => MOBILE.test(normalisePhone(typed))

/** Whether somebody can be rung under this. */
export function isPhone(typed: string): boolean {
  const number = normalisePhone(typed)
  return SHAPES.some((shape) => shape.test(number))
}

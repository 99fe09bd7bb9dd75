import type { LegResult } from '#machines/effects'
import { failCodes, returnReasons } from '../words/reasons'
import { labelOf, type Words } from '../words/words'

type End = {
  label: string
  /** The glossary of its coded reason. */
  codes?: Words
  /** What it says against offering it there again, on the same dispute. */
  doubt?: string
}

const ends: Readonly<Record<LegResult, End>> = {
  returned: { label: '退回', codes: returnReasons, doubt: '退回过这件' },
  recalled: { label: '收回', doubt: '这件曾交给它，又收回' },
  failed: { label: '调解不成', codes: failCodes, doubt: '这件在它那里调过，没有调成' },
  withdrawn: { label: '申请人撤回' },
  handedBack: { label: '对方退回', doubt: '这件交给过它，又退了回来' },
  breached: { label: '没有履行', doubt: '这件在它那里达成过协议，没有履行' },
  contested: { label: '协议效力有争议', doubt: '这件在它那里达成过协议，有争议' },
  relapsed: { label: '回访有反复', doubt: '这件在它那里办过，又有反复' },
  closed: { label: '办结', doubt: '这件在它那里办结过' },
}

const endOf = (result: string | null): End | undefined => (result && Object.hasOwn(ends, result) ? ends[result as LegResult] : undefined)

/** 不属本组织受理范围: the coded reason with which a leg ended, where one was given. */
const codeWord = (result: string | null, code: string | null): string | null => {
  const { codes } = endOf(result) ?? {}
  return codes && code ? labelOf(codes, code) : null
}

/** 退回·不属本组织受理范围 */
export function endWords(result: string | null, code: string | null, between = '·'): string {
  const how = endOf(result)?.label ?? '结束'
  const why = codeWord(result, code)
  return why && why !== how ? `${how}${between}${why}` : how
}

/** 退回过这件：在办已满; null where it says nothing against it. */
export function doubtWords(result: string | null, code: string | null): string | null {
  const doubt = endOf(result)?.doubt
  const why = codeWord(result, code)
  return doubt ? (why && why !== endOf(result)?.label ? `${doubt}：${why}` : doubt) : null
}

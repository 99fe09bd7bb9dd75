import type { TermRow } from '../term-editor'

const fen = (text: string | undefined): number | null => {
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec((text ?? '').replace(/[\s,，元]/g, ''))
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null
}
const times = (text: string | undefined) => (/^\d{1,6}$/.test((text ?? '').trim()) ? Number(text) : 1)

const yuan = (sum: number) => (sum / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** PaymentSum {rows}: all that is to be paid by these rows together (amount × heads × times), to be held against what was said. */
export function PaymentSum({ rows }: { rows: readonly TermRow[] }) {
  const sums = rows.map((row) => (fen(row.amountYuan) ?? 0) * times(row.heads) * times(row.times))
  const sum = sums.reduce((all, one) => all + one, 0)
  if (!sum) return null
  return (
    <p className="small">
      以上付款合计 <b className="num">{yuan(sum)} 元</b>（{sums.filter(Boolean).length} 项；分期、多人的已经乘好）
    </p>
  )
}

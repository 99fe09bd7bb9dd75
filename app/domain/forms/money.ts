/** 1,200.00 for 120000 fen. */
export function yuanOf(fen: bigint): string {
  const whole = String(fen / 100n).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(fen % 100n).padStart(2, '0')}`
}

/** As it is typed into a field: 1200.00 for 120000 fen. */
export const typedYuan = (fen: bigint): string => yuanOf(fen).replaceAll(',', '')

/** Fen of what was typed as yuan (1200, 1,200.50, １２００元); null where it is no amount. */
export function fenOf(text: string): bigint | null {
  const plain = text.normalize('NFKC').replace(/[\s,元]/g, '')
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain)
  return parts ? BigInt(parts[1] ?? '0') * 100n + BigInt((parts[2] ?? '').padEnd(2, '0')) : null
}

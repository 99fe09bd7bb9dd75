/** Types of the checker that came with the cases; check.mjs itself is kept as it came. */
export type Checked = { errors: string[]; state: string | null }
export function shape(schema: object, value: unknown, at?: string): string[]
export function walk(file: { acts: readonly object[]; actsEnd: string }): { errors: string[]; state: string }
export function check(file: unknown): Checked

import type { BodySeed } from './body'
import { committees } from './committees'
import { organs } from './organs'

export type { BodySeed } from './body'

/** The network of the district, parents before what belongs to them; telephones are invented, one a body. */
export const bodies: readonly BodySeed[] = [...committees, ...organs]
  .sort((a, b) => Number(a.parentKey !== null) - Number(b.parentKey !== null))
  .map((body, index) => ({ ...body, phone: `0888-000${String(index + 1).padStart(4, '0')}` }))

export const bodyByKey = (key: string): BodySeed => {
  const body = bodies.find((one) => one.key === key)
  if (!body) throw new Error(`no body ${key}`)
  return body
}

import { shortNames, veiled } from '../dispute/show/preview'

/** The sides of what was offered to one's own people's body and is not taken yet; null wherever the names may be read. */
export type OfferedSides = { name: string; kind: string }[] | null

/** A title names the sides only once the body has taken it (design 3; dispute/show/preview.ts). */
export const offeredTitle = ({ title, sides }: { title: string; sides?: OfferedSides }): string =>
  sides ? veiled(title, shortNames(sides)) : title

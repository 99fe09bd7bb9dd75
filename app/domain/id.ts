import { v7, validate } from 'uuid'

/** UUIDv7: new rows stay at the right edge of every index, and sort by the moment they were made. */
export const newId = (): string => v7()

/** When an id of ours was made, to the millisecond. */
export const madeAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))

export const isId = (text: string | undefined): text is string => text !== undefined && validate(text)

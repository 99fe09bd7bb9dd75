import type { Sent } from '../dispute/advance.server'
import { actWithPhotos } from '../file/act-with-photos.server'
import { signWithin } from './sign.server'

/** As many as one form of signatures may bring along. */
export const mostOfSigning = 12

type Signing = Parameters<typeof signWithin> extends [unknown, ...infer Rest] ? Rest : never

/** 签字盖章 with the signed paper itself, photographed or scanned. Throws Refusal as `signWithin`, and invalid beside `photos`. */
export const signWithPhotos = (sent: Sent, photos: readonly Buffer[], ...signing: Signing): Promise<void> =>
  actWithPhotos(sent, photos, mostOfSigning, (file) => signWithin(file, ...signing))

import type { Sent } from '../dispute/advance.server'
import { actWithPhotos } from '../file/act-with-photos.server'
import { holdSessionWithin, type Held } from './hold-session.server'

/** As many as one session's form may bring along. */
export const mostOfSession = 12

/** A session with the photographs, papers and recordings of it. Throws Refusal invalid beside `photos`. */
export const holdSessionWithPhotos = (sent: Sent, held: Held, photos: Buffer[]): Promise<void> =>
  actWithPhotos(sent, photos, mostOfSession, (file) => holdSessionWithin(file, held))

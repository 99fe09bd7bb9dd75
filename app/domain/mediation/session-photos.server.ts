import type { Sent } from '../dispute/advance.server'
import { actWithPhotos } from '../file/act-with-photos.server'
import { holdSessionWithin, type Held } from './hold-session.server'

/** As many as one session's form may bring along. */
const most = 12

/** A session with the photographs taken there. Throws Refusal invalid beside `photos`. */
export const holdSessionWithPhotos = (sent: Sent, held: Held, photos: Buffer[]): Promise<void> =>
  actWithPhotos(sent, photos, most, (file) => holdSessionWithin(file, held))

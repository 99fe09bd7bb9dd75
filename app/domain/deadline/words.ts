import type { DisputeEventType } from '#machines/dispute.events'
import { eventLabels } from '#machines/dispute.labels'

const ended: Readonly<Record<string, string>> = { replaced: '协议被新的取代', withdrawn: '不再需要答复', merge: '并入另一件，停在那里' }

/** Why a period stopped, in words: the act that did it, or what happened beside. */
export const actorOfStop = (why: string): string =>
  ended[why] ?? (Object.hasOwn(eventLabels, why) ? eventLabels[why as DisputeEventType] : why)

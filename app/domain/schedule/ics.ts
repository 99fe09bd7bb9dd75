/** One sitting as a calendar program may know it: when, and whether it still is. Nothing else has a place to be. */
export type FeedEvent = { id: string; startsAt: Date; endsAt: Date; sequence: number; changedAt: Date; cancelled: boolean }

/** 20261128T013000Z */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** RFC 5545 3.1: no line longer than 75 octets; what is left goes on after a line break and a space. A character is never cut. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length ? 74 : 75)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

const eventLines = ({ id, startsAt, endsAt, sequence, changedAt, cancelled }: FeedEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@yizhan`,
  `DTSTAMP:${utc(changedAt)}`,
  `SEQUENCE:${sequence}`,
  `DTSTART:${utc(startsAt)}`,
  `DTEND:${utc(endsAt)}`,
  'SUMMARY:调解会',
  `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  `TRANSP:${cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
  'END:VEVENT',
]

/** RFC 5545, in UTC: 调解会 and nothing more, whatever the dispute holds. */
export const calendarOf = (events: readonly FeedEvent[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yizhan//schedule//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:调解会',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

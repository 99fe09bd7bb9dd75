import { bodies } from './bodies'

/** Rooms of the demo's bodies, invented (演示): where the sides sit together. A village has one, a committee of a township or a trade two. */
export type VenueSeed = { bodyKey: string; name: string; seats: number; note: string | null; demo: true }

const rooms = {
  villageCommittee: [['调解室', 10]],
  namedRoom: [['调解室', 8]],
  stationedRoom: [['调解室', 10]],
  townshipCommittee: [
    ['一号调解室', 14],
    ['二号调解室', 6],
  ],
  industryCommittee: [
    ['一号调解室', 12],
    ['二号调解室', 6],
  ],
  jointCommittee: [
    ['一号调解室', 20],
    ['二号调解室', 10],
  ],
} as const

const isRoomed = (kind: string): kind is keyof typeof rooms => Object.hasOwn(rooms, kind)

export const venues: readonly VenueSeed[] = bodies.flatMap(({ key, kind }) =>
  isRoomed(kind) ? rooms[kind].map(([name, seats]): VenueSeed => ({ bodyKey: key, name, seats, note: null, demo: true })) : [],
)

import { z } from 'zod'

/** What gives points. A version that leaves one out, or names another, is refused. The first seven are the signs of words/danger-signs. */
export const riskCodes = [
  'threat',
  'weapon',
  'selfHarm',
  'familyViolence',
  'childHarm',
  'crowd',
  'mentalState',
  'handled',
  'minor',
  'manyPeople',
  'crowdPeople',
  'manyHouseholds',
  'again',
  'often',
  'largeAmount',
  'police',
  'family',
  'emotional',
  'land',
  'homestead',
  'openLong',
] as const
export type RiskCode = (typeof riskCodes)[number]

const words = z.string().trim().min(1).max(200)
const whole = (most: number) => z.number().int().min(1).max(most)
const types = z.array(z.string().regex(/^\d{2}(\d{2})?$/)).max(30)

/** A version of the rules of danger: dated, owned, each rule with its reason and source. No rule takes points away: a sign more never lowers. */
export const riskRules = z
  .strictObject({
    version: z.string().regex(/^[0-9a-z.-]{1,40}$/),
    /** First day on which it is in force. */
    from: z.iso.date(),
    owner: words,
    mark: words,
    why: z.string().trim().min(1).max(1000),
    /** From so many points on. */
    levels: z.strictObject({ yellow: whole(100), red: whole(100) }),
    /** After so many days it is looked at again, whatever happens; `ended`: red or yellow and ended. */
    lookAgainDays: z.strictObject({ red: whole(365), yellow: whole(365), ended: whole(365) }),
    limits: z.strictObject({
      manyPeople: whole(10_000),
      crowdPeople: whole(10_000),
      manyHouseholds: whole(10_000),
      largeFen: z.number().int().positive(),
      /** So many times over and again are often. */
      oftenTimes: whole(100),
      openDays: whole(3650),
    }),
    rules: z.record(z.enum(riskCodes), z.strictObject({ points: z.number().int().min(0).max(100), say: words, why: words, source: words })),
    types: z.strictObject({ family: types, emotional: types, land: types, homestead: types }),
  })
  .refine(({ levels }) => levels.red > levels.yellow, { path: ['levels'], message: 'red is above yellow' })
export type RiskRules = z.output<typeof riskRules>

import { z } from 'zod'
import { bodyKinds } from '../words/body-kinds'
import { codesOf } from '../words/words'

/** What points are given for. A version that leaves one out, or names another, is refused. */
export const pointCodes = [
  'lawFirst',
  'lawWay',
  'organ',
  'ownApplication',
  'areaVillage',
  'areaTownship',
  'areaInside',
  'areaDistrict',
  'areaElsewhere',
  'scopeNamed',
  'scopeAll',
  'special',
  'trade',
  'stationed',
  'invited',
  'courtKeeps',
  'ownDoor',
  'language',
  'noLanguage',
  'free',
  'nearlyFull',
  'full',
  'tile',
  'wishAll',
  'wishSome',
  'dealt',
  'triedHere',
  'unstaffed',
  'employs',
  'toldFirst',
] as const
export type PointCode = (typeof pointCodes)[number]

/** What of a dispute lifts some kinds of body and lowers others. */
export const factorCodes = ['many', 'red', 'large', 'centre', 'petition', 'tried', 'visitor'] as const
export type FactorCode = (typeof factorCodes)[number]

const points = z.number().int().min(-200).max(200)
const words = z.string().trim().min(1).max(200)
const types = z.array(z.string().regex(/^\d{2}$/)).max(30)

/** A version of the rules and weights by which bodies are recommended: dated, owned, each weight with its reason and source. */
export const routingRules = z.strictObject({
  version: z.string().regex(/^[0-9a-z.-]{1,40}$/),
  /** First day on which it is in force. */
  from: z.iso.date(),
  owner: words,
  mark: words,
  why: z.string().trim().min(1).max(1000),
  points: z.record(z.enum(pointCodes), z.strictObject({ points, say: words, source: words })),
  factors: z
    .array(
      z.strictObject({ when: z.enum(factorCodes), say: words, source: words, kinds: z.partialRecord(z.enum(codesOf(bodyKinds)), points) }),
    )
    .max(20),
  /** Types with a committee that the law names (`special`), or that a trade has (`trade`). */
  lists: z.strictObject({ special: types, trade: types }),
  limits: z.strictObject({
    /** From so many people on a dispute is one of many. */
    many: z.number().int().min(2).max(1000),
    /** From so many fen on an amount is large. */
    largeFen: z.number().int().positive(),
    /** From this share of its capacity on a body is nearly full. */
    nearlyFull: z.number().min(0.1).max(1),
    /** A body that names at most so many types is there for them; one that names more takes what comes. */
    namedUpTo: z.number().int().min(1).max(30),
  }),
})
export type RoutingRules = z.output<typeof routingRules>

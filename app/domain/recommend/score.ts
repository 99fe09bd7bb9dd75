import { coversType, isSubtype } from '../types/dispute-types'
import { waysFor } from '../types/ways'
import type { Applicant, Sought } from './inputs'
import { lawFirst, ownApplication } from './law-first'
import type { Part } from './reasons'
import type { FactorCode, PointCode, RoutingRules } from './rules'

/** What of the dispute the factors of the rules ask for. */
const holds: Record<FactorCode, (of: Sought, limits: RoutingRules['limits']) => boolean> = {
  many: ({ people }, { many }) => people >= many,
  red: ({ risk }) => risk === 'red',
  large: ({ amountFen }, { largeFen }) => amountFen !== null && amountFen >= largeFen,
  centre: ({ intake }) => intake === 'centre' || intake === 'hotline',
  petition: ({ intake, source }) => intake === 'petition' || source === 'petitionOffice',
  tried: ({ attempts }) => attempts > 0,
  visitor: ({ visitor }) => visitor,
}

const areas = {
  village: 'areaVillage',
  inside: 'areaInside',
  township: 'areaTownship',
  district: 'areaDistrict',
  elsewhere: 'areaElsewhere',
} as const satisfies Record<Applicant['near'], PointCode>

/** Every reason for a body's score by one version of the rules; a reason of no points is left out unless it must be said. */
export function partsOf(body: Applicant, of: Sought, rules: RoutingRules): Part[] {
  const { points, lists, limits, factors } = rules
  const give = (code: PointCode, params?: Part['params'], times = 1): Part => ({
    code,
    points: points[code].points * times,
    ...(params && { params }),
  })
  const people = body.channel === 'people'
  const first = lawFirst(of.typeCode, of.subtypeCode).includes(body.kind)
  const way = waysFor(of.typeCode, of.subtypeCode).findIndex(({ to }) => to === body.kind)
  const court = of.source === 'court' && body.kind === 'court'
  const named = body.types.filter((code) => !isSubtype(code)).length
  const share = body.capacity ? body.load / body.capacity : null

  const law: Part[] = [
    ...(first ? [give('lawFirst')] : []),
    ...(way < 0 ? [] : [{ ...give('lawWay', { way }), points: Math.max(1, points.lawWay.points - way) }]),
    ...(!people && !first && !court ? [give('organ')] : []),
    ...(ownApplication(body.kind) && !court ? [give('ownApplication')] : []),
    ...(court ? [give('courtKeeps')] : []),
  ]
  const fits: Part[] = [
    give(areas[body.near]),
    ...(body.types.length && named <= limits.namedUpTo && coversType(body.types, of.typeCode, of.subtypeCode)
      ? [give('scopeNamed')]
      : people
        ? [give('scopeAll')]
        : []),
    ...(body.kind === 'industryCommittee' && lists.special.includes(of.typeCode) ? [give('special')] : []),
    ...(body.kind === 'industryCommittee' && lists.trade.includes(of.typeCode) ? [give('trade')] : []),
    ...(body.stationedWith !== null && body.stationedWith === of.source ? [give('stationed')] : []),
    ...(people && of.source === 'court' && body.courtInvited ? [give('invited')] : []),
    ...(of.source !== 'court' && of.registrarBodies.includes(body.id) ? [give('ownDoor')] : []),
  ]
  const lifted: Part[] = factors.flatMap(({ when, kinds }) => {
    const by = kinds[body.kind]
    return by && holds[when](of, limits) ? [{ code: when, points: by }] : []
  })
  const spoken: Part[] = people
    ? of.languages.map((code) =>
        body.speakers[code] ? give('language', { code, count: body.speakers[code] }) : give('noLanguage', { code }),
      )
    : []
  const wish: Part[] = !body.wished ? [] : [give(body.wished >= of.sides ? 'wishAll' : 'wishSome', { wished: body.wished })]
  const dealings: Part[] = [
    ...(body.dealt ? [give('dealt', { count: body.dealt })] : []),
    ...body.before.slice(0, 1).map(({ result, code }) => give('triedHere', { result: result ?? '', code: code ?? '' })),
  ]
  const room: Part[] = [
    ...(body.tiles ? [give('tile', { tiles: body.tiles }, body.tiles)] : []),
    ...(share === null
      ? []
      : share >= 1
        ? [give('full', { load: body.load, capacity: body.capacity ?? 0 })]
        : share >= limits.nearlyFull
          ? [give('nearlyFull', { load: body.load, capacity: body.capacity ?? 0 })]
          : [{ ...give('free', { load: body.load, capacity: body.capacity ?? 0 }), points: Math.round(points.free.points * (1 - share)) }]),
    ...(body.staff.verify ? [{ code: 'verify' as const, points: 0, params: { count: body.staff.verify } }] : []),
    ...(body.employs ? [give('employs')] : []),
    ...(people && body.staff.clear + body.staff.verify === 0 && body.staff.warn > 0 ? [give('toldFirst', { warn: body.staff.warn })] : []),
    ...(people && Object.values(body.staff).every((count) => count === 0) ? [give('unstaffed')] : []),
    ...(people && of.awaitsConsent ? [{ code: 'awaitsConsent' as const, points: 0 }] : []),
  ]
  return [...law, ...fits, ...lifted, ...wish, ...spoken, ...dealings, ...room]
}

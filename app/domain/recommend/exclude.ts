import { coversType } from '../types/dispute-types'
import { waysFor } from '../types/ways'
import type { BodyKind } from '../words/body-kinds'
import type { ReturnReason } from '../words/reasons'
import type { Applicant, Sought } from './inputs'
import { lawFirst } from './law-first'
import type { Exclusion } from './reasons'

/** Of these there is one for each place; another place's has nothing to do with it. */
const local: readonly BodyKind[] = ['villageCommittee', 'townshipCommittee', 'police']

/** Bodies of other places do not come into question; an organ only where the law or its own scope names it, or it wrote it down. */
export function comesIntoQuestion(body: Applicant, { typeCode, subtypeCode, source, registrarBodies }: Sought): boolean {
  if (body.near === 'elsewhere' && local.includes(body.kind)) return false
  if (body.channel === 'people' || registrarBodies.includes(body.id)) return true
  if (source === 'court' && body.kind === 'court') return true
  const named = waysFor(typeCode, subtypeCode).some(({ to }) => to === body.kind) || lawFirst(typeCode, subtypeCode).includes(body.kind)
  return body.types.length ? coversType(body.types, typeCode, subtypeCode) : named
}

/** Reasons for which it would give it back again. */
const lasting: readonly string[] = ['outOfScope', 'outOfArea', 'partyUnwilling', 'conflict'] satisfies ReturnReason[]

/** Nobody of its people could be named, and there are some: they are barred, or away, or at their cap. */
const nobodyFree = ({ staff: { clear, verify, warn, blocked, away, full } }: Applicant) =>
  clear + verify + warn === 0 && blocked + away + full > 0

/** What keeps a body from taking it (law.md 4a; U3, U10, U15); empty where nothing does. */
export function exclusionsOf(body: Applicant, { typeCode, subtypeCode, source, unwilling }: Sought): Exclusion[] {
  const { staff } = body
  const people = body.channel === 'people'
  const back = body.before.find(({ result, code }) => result === 'returned' && lasting.includes(code ?? ''))
  return [
    ...(body.party ? [{ code: 'party' as const }] : []),
    ...(coversType(body.types, typeCode, subtypeCode) ? [] : [{ code: 'outOfScope' as const }]),
    ...(people && unwilling.length ? [{ code: 'unwilling' as const }] : []),
    ...(people && source === 'court' && !body.courtInvited ? [{ code: 'notInvited' as const }] : []),
    ...(back ? [{ code: 'lasting' as const, params: { code: back.code ?? '' } }] : []),
    ...(people && nobodyFree(body)
      ? [
          staff.blocked > 0 && staff.away + staff.full === 0
            ? { code: 'allBlocked' as const, params: { blocked: staff.blocked } }
            : { code: 'nobody' as const, params: { away: staff.away, full: staff.full, blocked: staff.blocked } },
        ]
      : []),
  ]
}

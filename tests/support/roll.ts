import { pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { dayIn } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { appoint } from '#app/domain/roll/appointments.server'
import { appointForm, registrantForm, type AppointForm, type RegistrantForm } from '#app/domain/roll/forms'
import { saveRegistrant } from '#app/domain/roll/registrants.server'
import { areaId, longquan, person, shuhe } from './people'

let last = 0
/** A resident identity number that is right and nobody's, of somebody born in that year. */
export function identityNumber(year: number, sex: 'female' | 'male' = 'female'): string {
  const order = String((++last * 2 + (sex === 'male' ? 1 : 0)) % 1000).padStart(3, '0')
  const digits = `530702${year}0${1 + (last % 9)}1${last % 9}${order}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

export const registrantOf = async (more: Record<string, unknown> = {}): Promise<RegistrantForm> =>
  registrantForm.parse({
    name: `和名册${String(++last)}`,
    kind: 'mediator',
    areaId: await areaId(longquan),
    languages: ['chinese', 'naxi'],
    validFrom: '2024-01-01',
    ...more,
  })

/** Somebody new in the register, made by the township's administrator. */
export async function aRegistrant(more: Record<string, unknown> = {}, by?: Person): Promise<string> {
  const actor = by ?? (await person(`admin-${shuhe}`))
  return (await saveRegistrant({ actor, key: newId() }, null, await registrantOf(more)))!
}

export const appointmentOf = (bodyId: string, more: Record<string, unknown> = {}): AppointForm =>
  appointForm.parse({ bodyId, office: 'mediator', how: 'engaged', paper: '束司聘〔2026〕1号', validFrom: '2026-01-01', ...more })

export const anAppointment = async (registrantId: string, bodyId: string, more: Record<string, unknown> = {}) =>
  (await appoint({ actor: await person(`admin-${shuhe}`), key: newId() }, registrantId, appointmentOf(bodyId, more)))!

/** The account with its posts as they are now. */
export async function asNow(who: Person): Promise<Person> {
  const { rows } = await pool.query<Person['posts'][number]>(
    `select role, area_id as "areaId", body_id as "bodyId", '' as title from post where account_id = $1
     and valid_from <= now() and (valid_to is null or valid_to > now()) order by id`,
    [who.accountId],
  )
  return { ...who, posts: rows }
}

export const today = () => dayIn(new Date())

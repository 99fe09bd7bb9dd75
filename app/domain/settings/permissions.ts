import { areasOf, bodiesOf, type Person } from '../actor'
import { Refusal } from '../refusal'
import type { AreaLevel } from '../words/areas'

/** An area as the permissions ask: its level, and the ids from the district down to it: /id/id/ */
export type Place = { id: string; level: AreaLevel; path: string }

const within = (path: string): string[] => path.split('/').filter(Boolean)
const administers = (actor: Person, ids: readonly string[]): boolean => areasOf(actor, 'admin').some((id) => ids.includes(id))
/** Administrators of what the area lies in, without those of the area alone. */
const administersAbove = (actor: Person, { id, path }: Place): boolean =>
  administers(
    actor,
    within(path).filter((one) => one !== id),
  )
const small = ({ level }: Place): boolean => level === 'village' || level === 'grid'
/** A post in the area, or of what the area lies in. `bodyPaths`: where the bodies of the person's posts stand. */
const stands = (actor: Person, { path, id }: Place, postPaths: readonly string[]): boolean =>
  actor.posts.some(({ areaId }) => areaId !== null && within(path).includes(areaId)) || postPaths.some((one) => within(one).includes(id))

/**
 * Who sets what, where (U34, U35): an administrator everything under the own area; a township's name is the district's to
 * change. The duty roster is filled by the area's administrators and its triage post, and read by who has a post there or above.
 */
export const settingRules = {
  body: (actor: Person, place: Place) => administers(actor, within(place.path)),
  rename: (actor: Person, place: Place) =>
    small(place) ? administers(actor, within(place.path)) : place.level === 'township' && administersAbove(actor, place),
  merge: (actor: Person, place: Place) => small(place) && administers(actor, within(place.path)),
  addUnder: (actor: Person, place: Place) =>
    (place.level === 'township' || place.level === 'village') && administers(actor, within(place.path)),
  period: (actor: Person, place: Place) => place.level === 'district' && administers(actor, [place.id]),
  jobs: (actor: Person, place: Place) => place.level === 'district' && administers(actor, [place.id]),
  messages: (actor: Person, place: Place) => place.level === 'district' && administers(actor, [place.id]),
  writeDuty: (actor: Person, place: Place) =>
    !small(place) && (administers(actor, within(place.path)) || areasOf(actor, 'triage').includes(place.id)),
} as const satisfies Record<string, (actor: Person, place: Place) => boolean>

export type SettingAct = keyof typeof settingRules

/** Whether somebody may. */
export const maySet = (actor: Person, act: SettingAct, place: Place): boolean => settingRules[act](actor, place)

/** Whether somebody may read the duty roster of a place; `postPaths` are the paths of the areas of all own posts and bodies. */
export const mayReadDuty = (actor: Person, place: Place, postPaths: readonly string[]): boolean => stands(actor, place, postPaths)

/** Throws Refusal notFound: for who may not, the setting does not exist. */
export function demandSetting(actor: Person, act: SettingAct, place: Place | null | undefined): asserts place is Place {
  if (!place || !maySet(actor, act, place)) throw new Refusal('notFound', '没有这一项，或者不归您管')
}

/** Only administrators come in at all; for others there is no such page. Throws Refusal notFound. */
export function demandAdministrator(actor: Person): void {
  if (!areasOf(actor, 'admin').length) throw new Refusal('notFound', '没有这一页')
}

/** Ids of areas and bodies of all posts, to find where they stand. */
export const postIds = (actor: Person) => ({
  areas: actor.posts.flatMap(({ areaId }) => areaId ?? []),
  bodies: bodiesOf(actor, 'head', 'mediator', 'court', 'organ'),
})

import { db } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { bodyKinds, channelOf, takesChannel, type BodyKind } from '#app/domain/words/body-kinds'
import type { Role } from '#app/domain/actor'
import type { Channel } from '#machines/dispute.events'
import type { People } from './people'

export type Place = { id: string; name: string; townshipId: string; districtId: string }
type Named = { to: BodyKind; name?: string }
type Body = { id: string; name: string; kind: string; areaId: string }

/** “马锅头”调解室 and 马锅头调解室 are one name. */
const bare = (name: string) => name.normalize('NFKC').replace(/[\s“”"「」『』‘’'〈〉《》]/gu, '')

/** A body of the register by its name, whatever stands around it in quotes; null where none has it. */
export async function findByName({ to, name }: Named): Promise<Body | null> {
  if (!name) return null
  const bodies = await db.body.findMany({ where: { validTo: null }, orderBy: { id: 'asc' } })
  const called = bodies.filter((body) => bare(body.name) === bare(name))
  return called.find(({ kind }) => kind === to) ?? called[0] ?? null
}

/** A body of a kind: the township's own, else the district's, else any. */
export async function findByKind(kind: string, place: Place): Promise<Body | null> {
  const bodies = await db.body.findMany({ where: { kind, validTo: null }, orderBy: { id: 'asc' } })
  const near = [place.id, place.townshipId, place.districtId]
  const rank = ({ areaId }: Body) => (near.indexOf(areaId) + near.length + 1) % (near.length + 1)
  return bodies.sort((a, b) => rank(a) - rank(b))[0] ?? null
}

/** Who speaks for a body in a channel. */
export const speakerRole = (channel: string): Role => (channel === 'people' ? 'head' : channel === 'judicial' ? 'court' : 'organ')

/** A body of the report that is in no register is entered in the township, with the seal of its committee where it has none of its own. */
async function enter({ to, name }: Named, channel: Channel, place: Place): Promise<Body> {
  const called = name ?? bodyKinds[to].label
  const room = to === 'namedRoom' || to === 'stationedRoom'
  const committee = room ? await findByKind('townshipCommittee', place) : null
  const id = newId()
  return db.body.create({
    data: {
      id,
      key: `replay-${id}`,
      name: called,
      kind: to,
      channel,
      areaId: place.townshipId,
      types: [],
      languages: ['chinese'],
      demo: true,
      sealOfId: committee?.id,
      shortNumber: channel === 'people' && !room ? bare(called) : null,
      courtInvited: to === 'stationedRoom',
      validFrom: new Date('2000-01-01T00:00:00Z'),
    },
  })
}

/** The body that a dispute is offered to, with somebody who answers for it in that channel. */
export async function bodyFor(named: Named, channel: Channel, place: Place, people: People): Promise<Body> {
  const found = named.name ? await findByName(named) : await findByKind(named.to, place)
  const body = found && takesChannel(found.kind as BodyKind, channel) ? found : await enter(named, channel, place)
  await people.atLeast(1, speakerRole(channel), body.id)
  return body
}

/** Whoever is asked to help: somebody of the register by name, or by kind where no name is given; null is somebody outside it. */
export const askedBody = (named: Named, place: Place) => (named.name ? findByName(named) : findByKind(named.to, place))

export const ownChannel = channelOf

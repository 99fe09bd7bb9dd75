import { act, advance, type Sent } from '../dispute/advance.server'
import type { Move } from '../dispute/case-file.server'
import { isStale } from '../dispute/stale'
import type { Elsewhere } from '../matter/elsewhere'
import { noteElsewhere } from '../matter/elsewhere.server'
import { noteHanding, type Handing } from '../party/handing.server'
import { Refusal, wrong } from '../refusal'
import type { Channel } from '#machines/dispute.events'
import { recommended } from './recommended.server'
import { isBarred, sayExclusion } from './say'
import { keepRecommendation, placeOf } from './store.server'

export type Offering = {
  body: { id: string; name: string; channel: Channel }
  /** What stands on the path, for the body and the parties. */
  why: string
  /** Why not the one that was recommended first: for the staff. Needed for any other (issue: overriding needs a reason). */
  insteadWhy?: string | undefined
  partyAsked?: boolean
  elsewhere?: Elsewhere | null
  handing?: Handing | undefined
  happenedAt?: Date | undefined
}

/** The shortest reason that says anything. */
const leastReason = 4

/**
 * 分流: to one body, with the recommendation as it stood kept beside it. Throws Refusal: invalid beside `bodyId` for a body that is barred, beside
 * `insteadWhy` where another was recommended first and no reason is given; stale, forbidden, notNow.
 */
export const offerTo = (sent: Sent, { body, why, insteadWhy, partyAsked, elsewhere, handing, happenedAt }: Offering) =>
  act(sent, async (file) => {
    const move: Move = {
      event: { type: 'offer', channel: body.channel, bodyId: body.id },
      happenedAt,
      ...(partyAsked !== undefined && { partyAsked }),
      texts: [
        { kind: 'why', audience: 'path', text: why },
        { kind: 'note', audience: 'handlers', text: insteadWhy ? `没有选建议的第一个：${insteadWhy}` : '' },
      ],
    }
    // What was answered about elsewhere is written first and must not hide that the form is stale.
    if (isStale(file.dispute.since, move.event, null)) throw new Refusal('stale')
    const found = await recommended(file.id, { now: file.now, from: file.tx })
    const against = found.outcome.excluded.find(({ bodyId }) => bodyId === body.id)?.why ?? []
    if (isBarred(against)) {
      const at = { sought: found.read.sought, rules: found.rules, partyName: () => '有一方' }
      throw wrong('bodyId', `${body.name}不能承办：${against.map((one) => sayExclusion(one, at).text).join('；')}`)
    }
    const first = found.outcome.ranked[0]
    if (first && placeOf(found.outcome, body.id) !== 1 && (insteadWhy ?? '').length < leastReason)
      throw wrong('insteadWhy', `建议的第一个是${found.read.names.get(first.bodyId) ?? '别的组织'}；选别的，请写明为什么（留给工作人员看）`)
    if (elsewhere) await noteElsewhere(file, elsewhere, happenedAt)
    await advance(file, move)
    if (handing) await noteHanding(file, { receiver: body.name, purpose: '分流' }, handing, happenedAt)
    await keepRecommendation(file, { ...found, inputs: found.read, chosenBodyId: body.id })
  })

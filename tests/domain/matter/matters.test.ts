import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { db, pool } from '#app/db/client.server'
import { breach } from '#app/domain/agreement/perform.server'
import { tell } from '#app/domain/notice/tell.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { fileMatter, type Matter } from '#app/domain/matter/matters.server'
import { aKeptPromise, aMediation, anAgreement, aReport, term, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const lawsuit: Matter = { kind: 'lawsuit', unit: '古城区人民法院', number: '（2026）云0702民初5号', standing: 'accepted' }
const shown = async (actor: Person, story: Story) => overviewOf(await openPage(actor, story.id, story.now)).matters

const queued = async (eventId: string) =>
  (
    await pool.query<{ to: string[] }>(
      `select j.payload->'to' as "to" from gucheng_jobs._private_jobs j where j.payload->>'eventId' = $1`,
      [eventId],
    )
  ).rows.map(({ to }) => to)

describe('what another unit has of the quarrel', () => {
  test('bars us as a warning where it was accepted there, and no longer with a lawful exception', async () => {
    const story = await aMediation()
    await fileMatter(await story.sent(cast.mediator), lawsuit)
    const [barred] = (await shown(cast.mediator, story)).rows
    expect(barred).toMatchObject({ title: '诉讼·古城区人民法院', standing: '已受理', lines: ['编号 （2026）云0702民初5号'] })
    expect(barred?.warning).toContain('不得受理')
    expect(await story.status()).toBe('mediating')
    await fileMatter(await story.sent(cast.mediator), { ...lawsuit, exception: 'courtDelegated' }, barred!.id)
    const { rows } = await shown(cast.mediator, story)
    expect(rows).toHaveLength(1)
    expect(rows[0]).not.toHaveProperty('warning')
    expect(rows[0]?.lines).toContain('接着办的依据：法院委派、委托')
  })

  test('says whose consent a public-order case needs, and is changed by who may', async () => {
    const story = await aReport()
    const publicOrder: Matter = { kind: 'publicOrder', unit: '束河派出所', standing: 'asked', approver: '公安机关负责人' }
    await fileMatter(await story.sent(cast.triage), publicOrder)
    const { rows, add } = await shown(cast.triage, story)
    expect(rows[0]?.lines).toEqual(['须由公安机关负责人同意', expect.stringContaining('不作承诺')])
    expect(rows[0]).toMatchObject({ change: `${add}?matter=${rows[0]!.id}` })
    expect((await shown(cast.bureau, story)).add).toBeNull()
  })

  const order: Matter = { kind: 'publicOrder', unit: '束河派出所', standing: 'asked', approver: '公安机关负责人' }

  test('kept what was agreed: both apply in writing, with proof, to the police', async () => {
    const story = await aKeptPromise()
    await fileMatter(await story.sent(cast.mediator), order)
    const [row] = (await shown(cast.mediator, story)).rows
    expect(row?.lines).toContain('已经履行：请双方写书面申请，连同履行凭证一起回告束河派出所')
  })

  test('not kept: the police are to be told at once, and their liaison is where they handed it over', async () => {
    const sender = '束河派出所'
    const story = await anAgreement([term()], { source: 'police', intake: 'police110', entrusted: { kind: 'transferred', sender } })
    await fileMatter(await story.sent(cast.mediator), order)
    expect((await shown(cast.mediator, story)).rows[0]?.lines.join()).not.toContain('履行')
    const [owed] = await story.owed()
    await breach(await story.sent(cast.mediator), { obligationId: owed!.id, why: '没有付' })
    expect((await shown(cast.triage, story)).rows[0]?.lines).toContain('没有谈成或者没有履行：马上告诉束河派出所')
    const { id: eventId } = await story.lastEvent()
    expect(await queued(eventId)).toContainEqual(expect.arrayContaining(['entruster']))
    await tell({ disputeId: story.id, eventId, to: ['entruster'] })
    expect(await db.notice.findMany({ where: { eventId } })).toMatchObject([{ accountId: cast.police.accountId }])
  })
})

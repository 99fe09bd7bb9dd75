import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { fileMatter, type Matter } from '#app/domain/matter/matters.server'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const lawsuit: Matter = { kind: 'lawsuit', unit: '古城区人民法院', number: '（2026）云0702民初5号', standing: 'accepted' }
const shown = async (actor: Person, story: Story) => overviewOf(await openPage(actor, story.id, story.now)).matters

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
    expect(rows[0]).toMatchObject({ lines: ['须由公安机关负责人同意'], change: `${add}?matter=${rows[0]!.id}` })
    expect((await shown(cast.bureau, story)).add).toBeNull()
  })
})

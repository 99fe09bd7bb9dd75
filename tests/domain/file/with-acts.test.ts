import { mkdtempSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { signWithPhotos } from '#app/domain/agreement/sign-photos.server'
import { addNote } from '#app/domain/dispute/annotate.server'
import { openFile } from '#app/domain/file/open-file.server'
import type { FormName } from '#app/domain/forms/forms.server'
import { actPage } from '#app/domain/forms/page.server'
import { holdSessionWithPhotos } from '#app/domain/mediation/session-photos.server'
import { FormFields } from '#ui/forms/fields'
import { aMediation, aPaper, type Story } from '../../support/disputes'
import { paper, recording } from '../../support/media'
import { people } from '../../support/people'
import { refusalOf } from '../../support/refusals'

const folder = mkdtempSync(join(tmpdir(), 'yizhan-acts-'))
process.env.FILES_DIR = folder

let mediator: Person
let four: Buffer[]
beforeAll(async () => {
  mediator = (await people()).mediator
  const picture = sharp({ create: { width: 20, height: 10, channels: 3, background: '#1c5bb0' } })
  four = [await picture.jpeg().toBuffer(), await picture.png().toBuffer(), paper(), recording()]
})

const acts: Record<string, { begin: () => Promise<Story>; name: FormName; run: (story: Story, files: Buffer[]) => Promise<unknown> }> = {
  补充情况: {
    begin: () => aMediation(),
    name: 'note',
    run: async (story, files) => addNote(await story.sent(mediator), { note: '送来了发票和录音' }, files),
  },
  调解: {
    begin: () => aMediation(),
    name: 'session',
    run: async (story, files) =>
      holdSessionWithPhotos(await story.sent(mediator), { kind: 'inquiry', startedAt: story.now, attendance: [] }, files),
  },
  签字盖章: {
    begin: () => aPaper(),
    name: 'sign',
    run: async (story, files) => signWithPhotos(await story.sent(mediator), files, await story.allSign()),
  },
}

describe.each(Object.entries(acts))('%s', (_, { begin, name, run }) => {
  test('takes a jpg, a png, a pdf and an m4a, each without what it says of place and device', async () => {
    const story = await begin()
    await run(story, four)
    const { type, id: eventId } = await story.lastEvent()
    expect(type).toBe(name)
    const files = await db.file.findMany({ where: { disputeId: story.id }, orderBy: { id: 'asc' } })
    expect(files.map(({ mime }) => mime)).toEqual(['image/jpeg', 'image/png', 'application/pdf', 'audio/mp4'])
    expect(files.every((file) => file.eventId === eventId && file.kind === 'photo')).toBe(true)
    for (const { id, mime } of files) {
      const open = await openFile(mediator, id, null)
      expect(open.mime).toBe(mime)
      for (const word of ['26.8721', 'PhoneMaker', '木某某']) expect(open.bytes.includes(Buffer.from(word)), word).toBe(false)
    }
  })

  test('takes nothing of a form with something else in it, and says which it is', async () => {
    const story = await begin()
    const before = await story.events()
    const refusal = run(story, [...four.slice(0, 1), Buffer.from('<svg/>')])
    const [status, , fields] = await refusalOf(refusal)
    expect([status, fields]).toEqual([400, { photos: expect.stringContaining('第 2 份') as string }])
    expect(await story.events()).toHaveLength(before.length)
    expect(await db.file.count({ where: { disputeId: story.id } })).toBe(0)
    expect(await readdir(join(folder, 'gucheng', story.id)).catch(() => [])).toEqual([])
  })

  test('offers all four to choose from', async () => {
    const story = await begin()
    const { fields } = await actPage(mediator, story.id, name, new URLSearchParams())
    const shown = renderToStaticMarkup(createElement(FormFields, { fields: fields, errors: {} }))
    for (const kind of ['image/jpeg', 'image/png', '.pdf', '.m4a']) expect(shown).toContain(kind)
  })
})

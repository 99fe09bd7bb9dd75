import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wholePage } from '#app/http/whole-page.server'

const rendered = (words: string[]) =>
  new Promise<string>((resolve) => {
    const pieces: Buffer[] = []
    const into = new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece)
        done()
      },
      final(done) {
        resolve(wholePage(pieces).toString('utf8'))
        done()
      },
    })
    const { pipe } = renderToPipeableStream(<p>{words.map((word) => `${word} `)}</p>, { onAllReady: () => pipe(into) })
  })

test('Chinese words arrive whole, wherever a piece of the page ends', async () => {
  for (let shift = 0; shift < 12; shift++) {
    const words = ['a'.repeat(shift), ...Array.from({ length: 900 }, () => '可以承办的组织')]
    const page = await rendered(words)
    expect(page).not.toMatch(/[\0\uFFFD]/)
    expect(page.match(/可以承办的组织/g)).toHaveLength(900)
  }
})

import { expect, test } from 'vitest'
import { readForm } from '../../app/http/form-data.server'

const sent = (name: string, value = 'x') => new Request('http://localhost/', { method: 'POST', body: new URLSearchParams([[name, value]]) })

test('what forms of ours send is read as it is; the zero character, which no column takes, is left out', async () => {
  expect([...(await readForm(sent('parties[0].helpers[12].name', '木\u0000某')))]).toEqual([['parties[0].helpers[12].name', '木某']])
})

test.each([
  'parties[99999999].name',
  'parties[ 4294967290 ]',
  '__intent__',
  '__state__',
  '__proto__.x',
  `a${'[0]'.repeat(30)}`,
  'a.b.c.d.e.f.g.h.i.j',
  'x'.repeat(200),
])('a name that no form of ours has is refused before it is unfolded: %s', async (name) => {
  await expect(readForm(sent(name))).rejects.toMatchObject({ code: 'invalid', status: 400 })
})

test('what is no form at all is refused', async () => {
  await expect(
    readForm(new Request('http://localhost/', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } })),
  ).rejects.toMatchObject({ status: 400 })
})

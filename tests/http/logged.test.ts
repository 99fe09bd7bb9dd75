import { expect, test } from 'vitest'
import { loggable } from '#app/http/requests.server'

const secret = 'aB3_-'.repeat(8).padEnd(43, 'x')

test('an address that is a secret stands in no log; what names a page does', () => {
  for (const path of [`/calendar/${secret}`, `/calendar/${secret}.ics`, `/guest/${secret}`, `/welcome/${secret}`])
    expect(loggable(path)).toBe(`/${path.split('/')[1]}/***`)
  for (const path of ['/schedule', '/bodies/01a223b9-e79a-72a8-99c6-f3797f8f0330/venues']) expect(loggable(path)).toBe(path)
})

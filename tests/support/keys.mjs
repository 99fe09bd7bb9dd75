/** A key ring for tests, the same in every run: the template's rows are read again by later ones. */
const secret = (/** @type {string} */ letter) => Buffer.alloc(32, letter).toString('base64')

export const testKeys = JSON.stringify({ current: 'test', keys: { test: secret('t') }, hashKey: secret('h') })

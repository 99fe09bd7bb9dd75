import { expect, test } from 'vitest'
import { addressesOf } from '#app/http/pages.server'

const module = { default: () => null }
const route = (id: string, path: string | undefined, parentId: string | undefined, index?: true) => ({ id, path, parentId, index, module })
const routes = Object.fromEntries(
  [
    route('root', '', undefined),
    route('_index', undefined, 'root', true),
    route('dispute', 'disputes/:disputeId', 'root'),
    route('dispute/overview', undefined, 'dispute', true),
    route('dispute/parties', 'parties', 'dispute'),
    route('print', 'disputes/:disputeId/path/print', 'root'),
    route('list', 'disputes', 'root'),
    route('export', 'disputes/export', 'root'),
  ].map((one) => [one.id, one]),
)

test('each address is answered by its own branch, layouts included, fixed words before parameters', () => {
  expect(addressesOf({ routes }).map(({ path, branch }) => `${path} ${branch.join(' ')}`)).toEqual([
    '/ root _index',
    '/disputes root list',
    '/disputes/export root export',
    '/disputes/:disputeId root dispute dispute/overview',
    '/disputes/:disputeId/parties root dispute dispute/parties',
    '/disputes/:disputeId/path/print root print',
  ])
})

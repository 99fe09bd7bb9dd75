import { pageLoader } from '#app/http/handlers.server'
import { searchTypes } from '#app/domain/types/search-types'

/** Types for what is being typed, for a page that has script; the page's own button asks the same. */
export const loader = pageLoader(({ url }) =>
  Promise.resolve(
    Response.json(searchTypes((url.searchParams.get('q') ?? '').slice(0, 40)).map(({ code, label }) => ({ value: code, label }))),
  ),
)

import { z } from 'zod'
import { nested } from '#app/domain/draft/values'
import { likelySame } from '#app/domain/duplicates/typing.server'
import { formAction, idIn } from '#app/http/handlers.server'

/** What may be the same as what is being typed; in the body both ways, so that no name stands in an address. */
export const action = formAction(z.looseObject({}), async (_, visit) =>
  Response.json(
    { likely: await likelySame(visit.actor, idIn(visit, 'draftId'), nested(visit.form), visit.context.address) },
    { headers: { 'Cache-Control': 'no-store' } },
  ),
)

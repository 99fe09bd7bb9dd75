import { wallPage } from '#app/domain/wall/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { wallPart } from '../http/wall-part'

/** The wall as it is now, for its script; whoever may not see the wall gets a page's 404. */
export const loader = pageLoader(async ({ actor, request }) => wallPart(request, await wallPage(actor)))

import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { wallPage } from '#app/domain/wall/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { useNonce } from '#ui/nonce'
import { WallScreen } from '#ui/wall/screen'
import script from '../browser/wall.js?url'
import styles from '../ui/wall/wall.css?url'

export const meta: MetaFunction = () => [{ title: '大屏·一站解纷' }]
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** The centre's wall, for the duty officer and the bureau of the district. */
export const loader = pageLoader(async ({ actor }) => wallPage(actor))

export default function WallPage() {
  const wall = useLoaderData<typeof loader>()
  const root = useRouteLoaderData<{ shell: { demo: boolean } | null }>('root')
  const nonce = useNonce()
  return (
    <>
      <WallScreen wall={wall} demo={root?.shell?.demo ?? false} />
      <script src={script} defer nonce={nonce} />
    </>
  )
}

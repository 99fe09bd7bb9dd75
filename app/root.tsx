import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { shellOf } from '#app/domain/people/shell.server'
import { signedIn } from '#app/http/session.server'
import { ErrorPage } from '#ui/errors'
import { useNonce } from '#ui/nonce'
import { OfficePage } from './http/shell'
import script from './browser/enhance.js?url'
import styles from './ui/style.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** Of a page that has no title of its own, such as one that is not there. */
export const meta: MetaFunction = () => [{ title: '一站解纷' }]

/** What stands around every page; nothing for somebody who is not signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const someone = await signedIn(request, context)
  return { shell: someone ? { ...(await shellOf(someone.actor)), csrf: someone.csrf, demo: someone.demo } : null }
}

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <script src={script} defer nonce={useNonce()} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** What was refused or went wrong, in words; never more than the sentence. */
export function ErrorBoundary() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  const detail = known && typeof error.data === 'string' && /[\u4e00-\u9fff]/.test(error.data) ? error.data : undefined
  return (
    <OfficePage width="narrow">
      <ErrorPage status={known ? error.status : 500} detail={detail} />
    </OfficePage>
  )
}

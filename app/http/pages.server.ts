import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { Express, RequestHandler } from 'express'

type Routes = Pick<ServerBuild, 'routes'>
type Route = NonNullable<ServerBuild['routes'][string]>

/** A route with those around it, outermost first. */
function branchOf(build: Routes, id: string | undefined): string[] {
  const route = id === undefined ? undefined : build.routes[id]
  return route ? [...branchOf(build, route.parentId), route.id] : []
}

const pathOf = (build: Routes, branch: string[]): string =>
  `/${branch.flatMap((id) => build.routes[id]?.path?.split('/').filter(Boolean) ?? []).join('/')}`

const hasParent = (build: Routes, parentId: string, test: (route: Route) => boolean) =>
  Object.values(build.routes).some((route) => route?.parentId === parentId && test(route))

/** Whether an address can end here: a layout whose own address is its index route's cannot. */
const ends = (build: Routes, { id, path, index }: Route): boolean =>
  id !== 'root' && (index === true || (path !== undefined && !hasParent(build, id, (child) => child.index === true)))

/** Fixed words before parameters, place by place, as Remix ranks them. */
function byWords(one: string, other: string): number {
  const [ones, others] = [one.split('/'), other.split('/')]
  const rank = (part: string | undefined) => (part?.startsWith(':') ? `1${part}` : `0${part ?? ''}`)
  for (let at = 0; at < Math.max(ones.length, others.length); at++)
    if (rank(ones[at]) !== rank(others[at])) return rank(ones[at]) < rank(others[at]) ? -1 : 1
  return 0
}

const pick = <T>(all: Record<string, T>, ids: string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))

/** The same build with the routes of one address only. Nothing navigates in the browser, so that no page asks for another's. */
const narrowed = (build: ServerBuild, branch: string[]): ServerBuild => ({
  ...build,
  routes: pick(build.routes, branch),
  assets: { ...build.assets, routes: pick(build.assets.routes, branch) },
})

/** Every address of the build with the routes that answer it, in the order in which they are to be tried. */
export function addressesOf(build: Routes): { path: string; branch: string[] }[] {
  const places = Object.values(build.routes).flatMap((route) => {
    if (!route || !ends(build, route)) return []
    const branch = branchOf(build, route.id)
    return [{ path: pathOf(build, branch), branch }]
  })
  return places.sort((one, other) => byWords(one.path, other.path))
}

/**
 * Every page of the build behind its address. Remix would rank all routes anew, several times for each request: an
 * eighth of a page's work with fifty routes. Here express finds the address once and Remix is given its branch alone;
 * what is no address of ours goes to the whole build, which says so.
 */
export function servePages(app: Express, build: ServerBuild, getLoadContext: GetLoadContextFunction): void {
  const handler = (of: ServerBuild): RequestHandler => createRequestHandler({ build: of, getLoadContext })
  for (const { path, branch } of addressesOf(build)) app.all(path, handler(narrowed(build, branch)))
  app.all('*', handler(build))
}

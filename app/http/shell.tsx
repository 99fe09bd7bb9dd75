import { useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { helpAt } from '#app/domain/help/help'
import { AlarmBand } from '#ui/desk/alarms'
import { DemoBanner, Page, PhonePage } from '#ui/page'
import type { FormReply } from './handlers.server'

/** What every page of a signed-in person shows around itself. */
export type ShellWords = {
  who: string
  nav: { label: string; href: string; count?: string }[]
  alarms: { id: string; href: string; words: string; drill: boolean }[]
  csrf: string
  demo: boolean
}

const useShell = () => useRouteLoaderData<{ shell: ShellWords | null }>('root')?.shell ?? null

/** The five lines of the page one is on; nothing for somebody who is not signed in. */
const helpOf = (shell: ShellWords | null, pathname: string) => (shell && helpAt(pathname)) ?? undefined

const signOutOf = ({ csrf }: ShellWords) => ({ action: '/sign-out', hidden: { csrf } })

/** What stands above every page: the alarms that call, and that a demo is one. */
const bannersOf = ({ alarms, demo }: ShellWords) => (
  <>
    <AlarmBand alarms={alarms} />
    {demo && <DemoBanner />}
  </>
)

/** The office's page: bar with the person's own places, banner of a demo, main. */
export function OfficePage({ children, width, foot }: { children: ReactNode } & Pick<ComponentProps<typeof Page>, 'width' | 'foot'>) {
  const shell = useShell()
  const { pathname } = useLocation()
  if (!shell) return <Page nav={[]}>{children}</Page>
  const nav = shell.nav.map((item) => ({ ...item, current: item.href === '/' ? pathname === '/' : pathname.startsWith(item.href) }))
  return (
    <Page
      nav={nav}
      who={shell.who}
      help={helpOf(shell, pathname)}
      signOut={signOutOf(shell)}
      demo={bannersOf(shell)}
      width={width}
      foot={foot}
    >
      {children}
    </Page>
  )
}

/** The field's page: a way back, whether it is saved, the act under the thumb; on a desk as wide as a desk, with `aside` beside it. */
export function FieldPage({
  children,
  ...words
}: { children: ReactNode } & Pick<ComponentProps<typeof PhonePage>, 'back' | 'saved' | 'foot' | 'aside'>) {
  const shell = useShell()
  const { pathname } = useLocation()
  return (
    <PhonePage
      {...words}
      help={helpOf(shell, pathname)}
      desk
      signOut={shell && !words.back ? signOutOf(shell) : undefined}
      demo={shell && bannersOf(shell)}
    >
      {children}
    </PhonePage>
  )
}

/** What was typed into a field before the form came back, or what the page began with. */
export const typed = (reply: FormReply | undefined, name: string, first = ''): string => {
  if (!reply) return first
  const value = name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, step) => (at && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined), reply.values)
  return typeof value === 'string' ? value : ''
}

import type { ReactNode } from 'react'
import { Hidden } from './field'
import { HelpFold, type HelpWords } from './help'

export type NavItem = {
  label: string
  href: string
  count?: number | string | undefined
  current?: boolean | undefined
}

/** Where 退出 posts to, and the hidden fields of its form (the CSRF token). */
export type SignOut = { action: string; hidden: Readonly<Record<string, string>> }

const Skip = () => (
  <a className="skip" href="#main">
    跳到正文
  </a>
)

/** DemoBanner {children?}: says that people and things are made up; the text may be replaced. */
export const DemoBanner = ({ children = '人和事都是编的，请不要填真实信息。' }: { children?: ReactNode }) => (
  <aside className="demo" aria-label="演示环境">
    <b>演示环境</b>
    {children}
  </aside>
)

const SignOutForm = ({ signOut }: { signOut: SignOut }) => (
  <form method="post" action={signOut.action}>
    <Hidden values={signOut.hidden} />
    <button type="submit" className="button">
      退出
    </button>
  </form>
)

export type PageProps = {
  nav: readonly NavItem[]
  /** 马锅头调解室·调解员 */
  who?: string | undefined
  /** 怎么办, of this page. */
  help?: HelpWords | undefined
  signOut?: SignOut | undefined
  demo?: ReactNode
  /** usual: 1280 wide; narrow: 800, for a form; full: edge to edge, for the triage desk. */
  width?: 'narrow' | 'full' | undefined
  /** The likely next act on a phone, under the thumb; hidden on a wide screen. */
  foot?: ReactNode
  children: ReactNode
}

/** Page {nav who? help? signOut? demo? width? foot? children}: the office's shell: skip link, bar, banner of a demo, main. */
export function Page({ nav, who, help, signOut, demo, width, foot, children }: PageProps) {
  return (
    <div className="page">
      <Skip />
      <header className="bar">
        <a className="brand" href="/">
          一站解纷
        </a>
        <nav aria-label="主要栏目">
          <ul>
            {nav.map(({ label, href, count, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                  {count ? (
                    <span className="count num">
                      {count}
                      <span className="unseen"> 件</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="me">
          {help && <HelpFold help={help} />}
          {who && <span>{who}</span>}
          {signOut && <SignOutForm signOut={signOut} />}
        </div>
      </header>
      {demo}
      <main id="main" tabIndex={-1} className={width}>
        {children}
      </main>
      {foot && <footer className="foot only-phone">{foot}</footer>}
    </div>
  )
}

export type PhonePageProps = {
  back?: { label: string; href: string } | undefined
  /** At the right of the top bar: 10:42 已存到系统, or a number. */
  saved?: ReactNode
  /** 怎么办, of this page. */
  help?: HelpWords | undefined
  demo?: ReactNode
  foot?: ReactNode
  signOut?: SignOut | undefined
  /** `plain`: the party's larger type; `large`: larger still. */
  type?: 'plain' | 'large' | undefined
  /** Used at a desk too: there it is an office's form, as wide as one reads. */
  desk?: boolean
  /** Beside the page at a desk; a phone leaves it out. */
  aside?: ReactNode
  children: ReactNode
}

/** PhonePage {back? saved? help? demo? foot? signOut? type? desk? aside? children}: top bar with the way back and whether it is saved; the act under the thumb. */
export function PhonePage({ back, saved, help, demo, foot, signOut, type, desk, aside, children }: PhonePageProps) {
  const looks = ['phone', type && 'plain', type === 'large' && type, desk && 'desk', aside && 'with-aside']
  return (
    <div className={looks.filter(Boolean).join(' ')}>
      <Skip />
      {(back || saved || help || signOut) && (
        <header className="top">
          {back ? <a href={back.href}>‹ {back.label}</a> : signOut ? <SignOutForm signOut={signOut} /> : <b>一站解纷</b>}
          {saved && (
            <div className="saved" id="saved">
              {saved}
            </div>
          )}
          {help && <HelpFold help={help} />}
        </header>
      )}
      {demo}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {aside && (
        <aside className="side" aria-label="填到这里">
          {aside}
        </aside>
      )}
      {foot && <footer className="foot">{foot}</footer>}
    </div>
  )
}

/** PageHead {title note? side?}: the heading of a list, what it counts, and at the right what else may be done. */
export const PageHead = ({ title, note, side }: { title: ReactNode; note?: ReactNode; side?: ReactNode }) => (
  <div className="page-head">
    <h1>{title}</h1>
    {note && <span className="quiet">{note}</span>}
    {side && <span className="end quiet">{side}</span>}
  </div>
)

/** Columns {next main more? first?}: the case with its next step at the side; a phone shows `first` first (the next step, unless told). */
export function Columns({
  next,
  main,
  more,
  first = 'next',
}: {
  next?: ReactNode
  main: ReactNode
  more?: ReactNode
  first?: 'next' | 'main'
}) {
  const side = next && (
    <section className="column-next" aria-label="下一步">
      {next}
    </section>
  )
  return (
    <div className="columns">
      {first === 'next' && side}
      <div className="column-main">{main}</div>
      {first === 'main' && side}
      {more && (
        <section className="column-more" aria-label="相关情况">
          {more}
        </section>
      )}
    </div>
  )
}

/** Trio {list case side open?}: the triage desk; on a phone the list steps aside while a case is open. */
export const Trio = ({ list, dispute, side, open }: { list: ReactNode; dispute: ReactNode; side?: ReactNode; open?: boolean }) => (
  <div className={open ? 'trio open' : 'trio'}>
    <section className="trio-list" aria-label="名单">
      {list}
    </section>
    <article className="trio-case">{dispute}</article>
    {side && (
      <section className="trio-side" aria-label="可以承办的组织">
        {side}
      </section>
    )}
  </div>
)

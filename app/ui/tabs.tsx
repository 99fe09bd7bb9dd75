export type Tab = { label: string; href: string; current?: boolean | undefined; count?: number | undefined }

/** Tabs {label tabs: {label href current? count?}[]}: the pages of one dispute; plain links. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav className="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count ? <span className="num">{tab.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

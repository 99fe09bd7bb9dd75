export type NoticeRow = {
  id: string
  words: string
  title: string
  number: string
  href?: string | undefined
  at: string
  by?: string | undefined
  unread: boolean
}

/** NoticeList {rows: NoticeRow[]}: what somebody was told, each with its dispute where they may still see it. */
export const NoticeList = ({ rows }: { rows: readonly NoticeRow[] }) => (
  <ul className="notices">
    {rows.map(({ id, words, title, number, href, at, by, unread }) => (
      <li key={id} className={unread ? 'unread' : undefined} data-row>
        <h3>
          {words}：{href ? <a href={href}>{title}</a> : <span className="quiet">{title}</span>}
        </h3>
        <p className="small quiet">
          <span className="num">{at}</span>
          {by && <span>{by}</span>}
          <span className="num">{number}</span>
        </p>
      </li>
    ))}
  </ul>
)

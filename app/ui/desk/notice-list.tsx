import { Button } from '../buttons'
import { Chip } from '../chip'
import { Hidden } from '../field'

export type NoticeRow = {
  id: string
  words: string
  title: string
  number: string
  href?: string | undefined
  at: string
  by?: string | undefined
  unread: boolean
  urgent: boolean
}
type Base = Readonly<Record<string, string | number | undefined>>

/** What it says leads to its page; with a dispute, the dispute's name does. */
const Words = ({ words, title, href }: Pick<NoticeRow, 'words' | 'title' | 'href'>) => {
  if (!title) return href ? <a href={href}>{words}</a> : <>{words}</>
  return (
    <>
      {words}：{href ? <a href={href}>{title}</a> : <span className="quiet">{title}</span>}
    </>
  )
}

/** NoticeList {rows: NoticeRow[] base?}: what somebody was told, each with its dispute where they may still see it; with `base` each may be marked as read. */
export const NoticeList = ({ rows, base }: { rows: readonly NoticeRow[]; base?: Base }) => (
  <ul className="notices">
    {rows.map(({ id, words, title, number, href, at, by, unread, urgent }) => (
      <li key={id} className={[unread && 'unread', urgent && 'urgent'].filter(Boolean).join(' ') || undefined} data-row>
        <div>
          <h3>
            {urgent && <Chip tone="danger">警报</Chip>} <Words words={words} title={title} href={href} />
          </h3>
          <p className="small quiet">
            <span className="num">{at}</span>
            {by && <span>{by}</span>}
            {number && <span className="num">{number}</span>}
          </p>
        </div>
        {base && (
          <form method="post">
            <Hidden values={{ ...base, ids: id }} />
            <Button aria-label={`标为已读：${words}${title && `，${title}`}`}>已读</Button>
          </form>
        )}
      </li>
    ))}
  </ul>
)

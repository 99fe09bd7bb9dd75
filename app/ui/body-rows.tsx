import { ChannelChip, type Line } from './chip'

export type BodyRow = {
  id: string
  href: string
  name: string
  line: Line
  /** 人民调解, 行政处理 … */
  channel: string
  /** 旅游消费、客栈和铺面租赁，束河街道 */
  about: string
  /** 在办 12 件，上限 15 件 */
  load?: string | undefined
  /** 演示数据, where a real room is shown with made-up figures. */
  demo?: boolean | undefined
}

/** BodyRows {rows: BodyRow[]}: committees and rooms as people know them: what for, where, how much they have to do. */
export const BodyRows = ({ rows }: { rows: readonly BodyRow[] }) => (
  <ul className="bodies">
    {rows.map(({ id, href, name, line, channel, about, load, demo }) => (
      <li key={id} data-row>
        <h3>
          <a href={href}>{name}</a> <ChannelChip line={line} label={channel} />
        </h3>
        <p className="small">
          {about}
          {demo && <span className="quiet">（演示数据）</span>}
        </p>
        <p className="small quiet num">{load}</p>
      </li>
    ))}
  </ul>
)

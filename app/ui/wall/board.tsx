import { WeeksDrawing, type WeekPoint } from './weeks'

type Line = { key: string; place: string; words: string; href?: string | undefined; tone?: 'late' | undefined }
type Part = {
  label: string
  value: number
  href: string
  hot: boolean
  lines: readonly Line[]
  foot: string
  footHref?: string | undefined
}
type DeskLine = { label: string; n: number; late: number; share: number; href: string; lateHref: string }
type Tile = {
  id: string
  place: string
  tile: { column: number; row: number } | null
  n: number
  late: number
  href: string
  lateHref: string
}
export type BoardWords = {
  band: string | null
  parts: readonly Part[]
  desks: { total: number; lines: readonly DeskLine[] }
  tiles: readonly Tile[]
  weeks: { points: readonly WeekPoint[]; month: { new: number; done: number } }
  without: string | null
}

const Place = ({ line: { place, href } }: { line: Line }) => (href ? <a href={href}>{place}</a> : <span>{place}</span>)

const PartBox = ({ part: { label, value, href, hot, lines, foot, footHref } }: { part: Part }) => (
  <section className={hot ? 'hot' : undefined}>
    <h2>{label}</h2>
    <a className={value > 99 ? 'value long num' : 'value num'} href={href}>
      {value}
      <span className="unseen"> 件：{label}</span>
    </a>
    <ul>
      {lines.map((line) => (
        <li key={line.key} className={line.tone}>
          <Place line={line} /> <span>{line.words}</span>
        </li>
      ))}
    </ul>
    <p className="quiet">{footHref ? <a href={footHref}>{foot}</a> : foot}</p>
  </section>
)

/** The length says how many; the number beside it says it too. */
const Bar = ({ share }: { share: number }) => (
  <svg className="bar-of" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width={share} height="10" />
  </svg>
)

const Late = ({ n, href, of }: { n: number; href: string; of: string }) =>
  n > 0 ? (
    <a className="late-of num" href={href}>
      {n}
      <span className="unseen"> 件逾期：{of}</span>
    </a>
  ) : null

const Desks = ({ desks: { total, lines } }: { desks: BoardWords['desks'] }) => (
  <section>
    <h2>
      在谁那里 <span className="quiet">{total} 件，红底是逾期</span>
    </h2>
    <ul className="desks">
      {lines.map(({ label, n, late, share, href, lateHref }) => (
        <li key={label}>
          <span>{label}</span>
          <Bar share={share} />
          <a className="n num" href={href}>
            {n}
            <span className="unseen"> 件：在{label}那里</span>
          </a>
          <Late n={late} href={lateHref} of={label} />
        </li>
      ))}
    </ul>
  </section>
)

const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => (
  <section>
    <h2>
      在哪里 <span className="quiet">在办件数</span>
    </h2>
    <ul className="tiles">
      {tiles.map(({ id, place, tile, n, late, href, lateHref }) => (
        <li key={id} className={tile ? `c${tile.column} r${tile.row}` : undefined}>
          <span className="place">{place}</span>
          <a className="n num" href={href}>
            {n}
            <span className="unseen"> 件在办：{place}</span>
          </a>
          <Late n={late} href={lateHref} of={place} />
        </li>
      ))}
    </ul>
  </section>
)

/** WallBoard {board}: what stands on the wall below its bar: danger, lateness, what waits; whose desk, where, week by week. */
export const WallBoard = ({ board: { band, parts, desks, tiles, weeks, without } }: { board: BoardWords }) => (
  <>
    {band && (
      <p className="band">
        <a href="/alarms">{band}</a>
      </p>
    )}
    <div className="upper">
      {parts.map((part) => (
        <PartBox key={part.label} part={part} />
      ))}
    </div>
    <div className="lower">
      <Desks desks={desks} />
      <Tiles tiles={tiles} />
      <section>
        <h2>每周新收和办完</h2>
        <WeeksDrawing points={weeks.points} />
        <p>
          本月收 <b className="num">{weeks.month.new}</b>，办完 <b className="num done">{weeks.month.done}</b>
        </p>
        {without && <p className="quiet">{without}</p>}
      </section>
    </div>
  </>
)

export type WeekPoint = { monday: string; new: number; done: number; holiday?: string | undefined; month?: string | undefined }

const [width, height] = [584, 392]
/** Of the drawing itself: what is right of it are the last numbers, what is below the months. */
const box = { left: 6, right: 420, top: 46, bottom: 320 }

/** A round number that is at least so many: 50, 100, 200. */
function roundUp(most: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(10, most)))
  return [1, 2, 4, 6, 8, 10].map((by) => by * ten).find((step) => step >= most) ?? most
}

/** The label of a line stands at its end, and the two never on each other. */
function apart(one: number, other: number): [number, number] {
  const least = 58
  const gap = Math.abs(one - other)
  if (gap >= least) return [one, other]
  const push = (least - gap) / 2
  const [up, down] = one <= other ? [one - push, other + push] : [other - push, one + push]
  const lift = Math.max(0, down - (box.bottom + 20))
  return one <= other ? [up - lift, down - lift] : [down - lift, up - lift]
}

/** Below both lines there and beside it; of two holidays in a row the second stands lower still, or above them where there is no room. */
function holidayAt(points: readonly WeekPoint[], y: (n: number) => number, at: number): number {
  const near = points.slice(Math.max(0, at - 1), at + 2).flatMap((point) => [y(point.new), y(point.done)])
  const below = Math.max(...near) + 36
  const second = points[at - 1]?.holiday !== undefined
  const wanted = second ? below + 36 : below
  return wanted <= box.bottom - 6 ? wanted : second ? Math.min(...near) - 52 : Math.min(...near) - 14
}

/** WeeksDrawing {points}: two lines over twelve weeks, the running one dashed; the same numbers as a table for who cannot see it. */
export function WeeksDrawing({ points }: { points: readonly WeekPoint[] }) {
  const top = roundUp(Math.max(...points.map((point) => Math.max(point.new, point.done)), 0))
  const x = (at: number) => box.left + (at * (box.right - box.left)) / Math.max(1, points.length - 1)
  const y = (n: number) => box.bottom - (n * (box.bottom - box.top)) / top
  const line = (of: (point: WeekPoint) => number, from: number, to: number) =>
    points
      .slice(from, to)
      .map((point, at) => `${at ? 'L' : 'M'}${x(from + at).toFixed(1)} ${y(of(point)).toFixed(1)}`)
      .join(' ')
  const last = points.length - 1
  const [latest] = points.slice(-1)
  if (!latest) return null
  const [newAt, doneAt] = apart(y(latest.new), y(latest.done))
  const lines = [
    { name: 'done', of: (point: WeekPoint) => point.done },
    { name: 'new', of: (point: WeekPoint) => point.new },
  ]
  return (
    <>
      <svg className="weeks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="grid" d={`M0 ${box.bottom}H${box.right + 8}M0 ${box.top}H${box.right + 8}`} />
        {lines.map(({ name, of }) => (
          <g key={name} className={name}>
            <path d={line(of, 0, last)} />
            <path className="running" d={line(of, last - 1, last + 1)} />
          </g>
        ))}
        <text className="q" x="0" y={box.top - 12}>
          {top} 件
        </text>
        {points.map(({ monday, holiday, month }, at) => (
          <g key={monday}>
            {holiday && (
              <text className="q" textAnchor="middle" x={Math.max(34, x(at))} y={holidayAt(points, y, at)}>
                {holiday}
              </text>
            )}
            {month && (
              <text className="q" x={x(at) - 6} y={box.bottom + 44}>
                {month}
              </text>
            )}
          </g>
        ))}
        <text x={box.right + 16} y={newAt + 12} className="new">
          新收 {latest.new}
        </text>
        <text x={box.right + 16} y={doneAt + 12} className="done">
          办完 {latest.done}
        </text>
      </svg>
      <div className="unseen">
        <table>
          <caption>每周新收和办完，最后一行是本周</caption>
          <thead>
            <tr>
              <th scope="col">周一</th>
              <th scope="col">新收</th>
              <th scope="col">办完</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.monday}>
                <th scope="row">
                  {point.monday}
                  {point.holiday ? `（${point.holiday}）` : ''}
                </th>
                <td>{point.new}</td>
                <td>{point.done}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

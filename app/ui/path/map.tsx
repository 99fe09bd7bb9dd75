import type { PathData } from './data'
import type { Label, Stop } from './drawing'
import { type LayoutOptions, layoutPath } from './layout'
import type { RequestTrack } from './requests'
import { round } from './tracks'
import { pathSentence } from './words'

const tones = { due: 'next-due', late: 'next-late' } as const

const Words = ({ label: { text, kind, line, tone, x, y, anchor, full } }: { label: Label }) => {
  const classes = [kind === 'lane' ? 'lane-name' : kind, kind === 'body' && line, tone && tones[tone]].filter(Boolean)
  return (
    <text x={round(x)} y={round(y)} textAnchor={anchor} className={classes.join(' ')}>
      {full && full !== text && <title>{full}</title>}
      {text}
    </text>
  )
}

const Mark = ({ stop, numbered }: { stop: Stop; numbered: boolean }) => {
  const { kind, line, x, y, radius, from, now, late, full } = stop
  const place = { cx: round(x), cy: round(y) }
  if (kind === 'next') return <circle {...place} r={radius} className={`station ${tones[late ? 'late' : 'due']}`} />
  const number = numbered && kind === 'station'
  return (
    <g className={line}>
      <title>{full}</title>
      <circle {...place} r={radius} className={now ? 'station ring' : kind === 'fold' ? 'station small' : 'station'} />
      {now && !number && <circle {...place} r={7} className="dot" />}
      {number && (
        <text x={round(x)} y={round(y + 3.8)} textAnchor="middle" className={from > 99 ? 'no long' : 'no'}>
          {from}
        </text>
      )}
    </g>
  )
}

const Beside = ({ track: { x1, x2, y, line, begins, ends, label } }: { track: RequestTrack }) => (
  <g className={line}>
    {x2 > x1 && <path d={`M${round(x1)} ${y}H${round(x2)}`} className={ends ? 'track thin' : 'track thin open'} />}
    {begins && <circle cx={round(x1)} cy={y} r={3.5} className="station small" />}
    {ends && <circle cx={round(x2)} cy={y} r={3.5} className="station small" />}
    {label && (
      <text x={round(label.x)} y={round(label.y)} className="gap">
        {label.full !== label.text && <title>{label.full}</title>}
        {label.text}
      </text>
    )}
  </g>
)

/**
 * PathMap {path: PathData width? named? most?}: the 一站式 path drawn as a metro line; `named` is for paper: lanes with
 * names, stations with numbers. On a narrow screen it is not shown: put a PathList beside it, in `only-narrow` where the
 * list is not wanted on a desk.
 */
export function PathMap({ path, ...options }: { path: PathData } & LayoutOptions) {
  const { width, height, stops, labels, tracks, laneLines, requests } = layoutPath(path, options)
  return (
    <div className="path-map only-wide">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={pathSentence(path)}>
        {laneLines.map(({ y, x1, x2 }) => (
          <path key={y} d={`M${x1} ${y}H${x2}`} className="lane" />
        ))}
        {tracks.map(({ d, line, kind }, at) => (
          <path key={at} d={d} className={kind === 'leg' ? `track ${line}` : `track ${tones[kind === 'late' ? 'late' : 'due']}`} />
        ))}
        {requests.map((track, at) => (
          <Beside key={at} track={track} />
        ))}
        {stops.map((stop, at) => (
          <Mark key={at} stop={stop} numbered={options.named ?? false} />
        ))}
        {labels.map((label, at) => (
          <Words key={at} label={label} />
        ))}
      </svg>
    </div>
  )
}

type Figure = { label: string; value: number; href: string; tone?: 'late' | undefined }
type Tile = {
  id: string
  name: string
  tile: { column: number; row: number } | null
  figures: readonly Figure[] | null
  cells: number
  lateCells: number
  more: number
}
type Body = { id: string; name: string; kind: string; open: Figure; late: Figure; cap: number | null; cells: number; more: number }

const Cells = ({ cells, late = 0, more }: { cells: number; late?: number; more: number }) => (
  <span className="cells" aria-hidden="true">
    {Array.from({ length: cells }, (_, at) => (
      <i key={at} className={at < late ? 'late' : undefined} />
    ))}
    {more > 0 && <span className="num">＋{more}</span>}
  </span>
)

const Value = ({ figure, of }: { figure: Figure; of: string }) =>
  figure.value === 0 ? (
    <span className="num quiet">0</span>
  ) : (
    <a className={figure.tone ? `num ${figure.tone}` : 'num'} href={figure.href}>
      {figure.value}
      <span className="unseen">
        {' '}
        件：{of}，{figure.label}
      </span>
    </a>
  )

const TileBox = ({ tile: { name, tile, figures, cells, lateCells, more } }: { tile: Tile }) => {
  const at = tile ? `tile c${tile.column} r${tile.row}` : 'tile'
  const [open, late] = figures ?? []
  if (!open || !late)
    return (
      <li className={`${at} closed`}>
        <b>{name}</b>
      </li>
    )
  return (
    <li className={at}>
      <b>{name}</b>
      <p className="small">
        在办 <Value figure={open} of={name} />
        {late.value > 0 && (
          <>
            {' '}
            <span className="late">
              逾期 <Value figure={late} of={name} />
            </span>
          </>
        )}
      </p>
      <Cells cells={cells} late={lateCells} more={more} />
    </li>
  )
}

/** NetworkMap {tiles note}: the townships by direction, a cell a case; what is not the reader's to see is an outline. */
export const NetworkMap = ({ tiles, note }: { tiles: readonly Tile[]; note: string }) => (
  <section className="network-map" aria-label="各乡镇（街道）在办件数">
    <ol>
      {tiles.map((tile) => (
        <TileBox key={tile.id} tile={tile} />
      ))}
    </ol>
    <p className="small quiet">一格一件，红色的已逾期。{note}。</p>
  </section>
)

/** NetworkTable {tiles}: the same figures as a table, each opening its list. */
export const NetworkTable = ({ tiles }: { tiles: readonly Tile[] }) => {
  const own = tiles.filter(({ figures }) => figures !== null)
  return (
    <div className="sideways">
      <table className="list units">
        <caption>各乡镇（街道）的件数，点数字看名单</caption>
        <thead>
          <tr>
            <th scope="col">乡镇（街道）</th>
            {own[0]?.figures?.map(({ label }) => (
              <th key={label} scope="col" className="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.map(({ id, name, figures }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {figures?.map((figure) => (
                <td key={figure.label} className="num">
                  <Value figure={figure} of={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** BodyLoads {bodies}: the district's own bodies, a cell a case, with the cap they set themselves. */
export const BodyLoads = ({ bodies }: { bodies: readonly Body[] }) => (
  <ul className="body-loads">
    {bodies.map(({ id, name, kind, open, late, cap, cells, more }) => (
      <li key={id}>
        <a href={`/bodies/${id}`}>{name}</a> <span className="small quiet">{kind}</span>
        <p className="small">
          在办 <Value figure={open} of={name} />
          {cap !== null && <span className="quiet">，上限 {cap}</span>}
          {late.value > 0 && (
            <span className="late">
              　逾期 <Value figure={late} of={name} />
            </span>
          )}
        </p>
        <Cells cells={cells} more={more} />
      </li>
    ))}
  </ul>
)

type Row = { id: string; name: string; about: string; coming: string; href: string }

/** Venues {rows}: the rooms of a body; the name leads to its form. */
export const Venues = ({ rows }: { rows: readonly Row[] }) => (
  <ul className="venues">
    {rows.map(({ id, name, about, coming, href }) => (
      <li key={id}>
        <a href={href}>{name}</a>
        <span className="quiet">{about}</span>
        <span className="small quiet num">{coming}</span>
      </li>
    ))}
  </ul>
)

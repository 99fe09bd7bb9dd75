export type NumberRow = { label: string; value: string; href?: string | undefined; tone?: 'late' | undefined }

/** Numbers {rows: {label value href? tone?}[] label}: a few numbers in a row, each of which opens its list. */
export const Numbers = ({ rows, label }: { rows: readonly NumberRow[]; label: string }) => (
  <ul className="numbers" aria-label={label}>
    {rows.map((row) => (
      <li key={row.label}>
        <span className="small quiet">{row.label}</span>
        {row.href ? (
          <a className={row.tone ? `v num ${row.tone}` : 'v num'} href={row.href}>
            {row.value}
            <span className="unseen">：{row.label}</span>
          </a>
        ) : (
          <span className="v num">{row.value}</span>
        )}
      </li>
    ))}
  </ul>
)

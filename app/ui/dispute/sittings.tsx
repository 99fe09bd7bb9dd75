export type SittingData = { id: string; when: string; about: string; state: 'planned' | 'mustMove' | 'cancelled'; href?: string }

/** Sittings {rows}: the appointments of one dispute, each with where it is moved or called off. */
export const Sittings = ({ rows }: { rows: readonly SittingData[] }) => (
  <ul className="sittings">
    {rows.map(({ id, when, about, state, href }) => (
      <li key={id} className={state}>
        <b className="num">{state === 'cancelled' ? <s>{when}</s> : when}</b>
        <span className={state === 'mustMove' ? 'due' : 'quiet'}>{about}</span>
        {href && <a href={href}>改期、取消</a>}
      </li>
    ))}
  </ul>
)

export type Stage = { label: string; state: 'done' | 'here' | 'to' }

const said = { done: '（已过）', here: '（现在）', to: '（还没到）' } as const

/** Stages {stages: {label, state done|here|to}[]}: where it is, in steps that anybody knows; for the party's page. */
export const Stages = ({ stages }: { stages: readonly Stage[] }) => (
  <ol className="stages" aria-label="走到哪一步">
    {stages.map(({ label, state }) => (
      <li key={label} className={state} aria-current={state === 'here' ? 'step' : undefined}>
        <i />
        {label}
        <span className="unseen">{said[state]}</span>
      </li>
    ))}
  </ol>
)

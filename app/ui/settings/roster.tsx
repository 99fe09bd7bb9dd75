type Shift = { id: string; href: string; who: string; lead: string; substitute: string; handed: string; text: string }
type Day = { day: string; label: string; today: boolean; rest: boolean; shifts: readonly Shift[] }

const One = ({ shift }: { shift: Shift }) => (
  <>
    <td>
      <a href={shift.href}>{shift.who}</a>
      {shift.lead && <span className="small quiet">　{shift.lead}</span>}
    </td>
    <td>{shift.substitute || <span className="quiet">–</span>}</td>
    <td>
      {shift.handed || <span className="quiet">–</span>}
      {shift.text && <p className="small">{shift.text}</p>}
    </td>
  </>
)

const Row = ({ day, shift, first }: { day: Day; shift: Shift | undefined; first: boolean }) => (
  <tr className={day.today ? 'here' : undefined}>
    <th scope="row" className={day.rest ? 'quiet' : undefined}>
      {first ? day.label : <span className="unseen">{day.label}</span>}
      {first && day.today && <b> 今天</b>}
    </th>
    {shift ? (
      <One shift={shift} />
    ) : (
      <td colSpan={3} className="quiet">
        没有排
      </td>
    )}
  </tr>
)

/** Roster {days caption}: a month of 值班表: day, who, who sits in, what was handed over. */
export const Roster = ({ days, caption }: { days: readonly Day[]; caption: string }) => (
  <table className="list plain-rows roster">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">日子</th>
        <th scope="col">谁</th>
        <th scope="col">替班</th>
        <th scope="col">交班</th>
      </tr>
    </thead>
    <tbody>
      {days.flatMap((day) =>
        (day.shifts.length ? day.shifts : [undefined]).map((shift, at) => (
          <Row key={`${day.day}-${at}`} day={day} shift={shift} first={at === 0} />
        )),
      )}
    </tbody>
  </table>
)

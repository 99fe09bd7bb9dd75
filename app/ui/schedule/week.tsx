type Booked = { id: string; time: string; title: string; about: string; href?: string | undefined; tone?: 'due' | 'done' | undefined }
type Day = { key: string; label: string; today: boolean }
type Room = { id: string; name: string; note: string }
type Cells = Readonly<Record<string, Readonly<Record<string, readonly Booked[]>>>>
export type WeekShown = { days: readonly Day[]; rooms: readonly Room[]; cells: Cells }

const One = ({ one, room }: { one: Booked; room?: string }) => (
  <div className={one.href ? 'booked' : 'booked taken'}>
    <b className="num">{one.time}</b> {one.href ? <a href={one.href}>{one.title}</a> : one.title}
    {(one.about || room) && (
      <div className={one.tone === 'due' ? 'due' : 'quiet'}>
        {[room, one.about].filter(Boolean).join('，')}
        {one.tone === 'done' && '，已开过'}
      </div>
    )}
  </div>
)

const at = (cells: Cells, room: string, day: string) => cells[room]?.[day] ?? []

/** WeekTable {week caption}: rooms down, days across; what a desk and a printed sheet show. */
export const WeekTable = ({ week: { days, rooms, cells }, caption }: { week: WeekShown; caption: string }) => {
  const named = rooms.some(({ name }) => name)
  return (
    <table className="week-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {named && <th scope="col">场所</th>}
          {days.map(({ key, label, today }) => (
            <th key={key} scope="col" className={today ? 'today num' : 'num'}>
              {label}
              {today && '·今天'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rooms.map(({ id, name, note }) => (
          <tr key={id}>
            {named && (
              <th scope="row">
                {name}
                {note && <span className="quiet">{note}</span>}
              </th>
            )}
            {days.map(({ key }) => (
              <td key={key}>
                {at(cells, id, key).map((one) => (
                  <One key={one.id} one={one} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** WeekDays {week}: the same day by day, for a phone; days without a sitting are left out. */
export const WeekDays = ({ week: { days, rooms, cells } }: { week: WeekShown }) => {
  const filled = days
    .map((day) => ({
      ...day,
      booked: rooms
        .flatMap(({ id, name }) => at(cells, id, day.key).map((one) => ({ one, room: name })))
        .sort((a, b) => a.one.time.localeCompare(b.one.time)),
    }))
    .filter(({ booked }) => booked.length > 0)
  return (
    <div className="week-days">
      {filled.length === 0 && <p className="quiet">这一周没有约定的调解。</p>}
      {filled.map(({ key, label, today, booked }) => (
        <section key={key}>
          <h2 className="num">
            {label}
            {today && '·今天'}
          </h2>
          {booked.map(({ one, room }) => (
            <One key={one.id} one={one} room={room} />
          ))}
        </section>
      ))}
    </div>
  )
}

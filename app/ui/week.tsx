export type Meeting = {
  id: string
  href: string
  time: string
  title: string
  place?: string | undefined
  note?: string | undefined
}
export type Day = {
  key: string
  /** 周一 23 日 */ label: string
  today?: boolean
  off?: string | undefined
  meetings: readonly Meeting[]
}

/** Week {days: {key label today? off? meetings}[]}: the week's sessions along the top of the desk. */
export const Week = ({ days }: { days: readonly Day[] }) => (
  <section>
    <h2 className="unseen">本周调解</h2>
    <ol className="week">
      {days.map(({ key, label, today, off, meetings }) => (
        <li key={key} className={today ? 'today' : meetings.length === 0 ? 'free' : undefined}>
          <h3>
            {label}
            {today && '·今天'}
          </h3>
          {meetings.length === 0 && <span className="quiet">{off ?? '没有安排'}</span>}
          {meetings.map((meeting) => (
            <div key={meeting.id}>
              <a href={meeting.href}>
                <b className="num">{meeting.time}</b> {meeting.title}
              </a>
              {meeting.place && <div className="quiet">{meeting.place}</div>}
              {meeting.note && <div className="but">{meeting.note}</div>}
            </div>
          ))}
        </li>
      ))}
    </ol>
  </section>
)

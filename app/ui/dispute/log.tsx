import { Log } from '../log'

export type LogData = {
  id: string
  no: number
  at: string
  dateTime: string
  text: string
  who: string
  note?: string | undefined
  corrected?: boolean | undefined
  said: readonly { label: string; text: string; reach?: string | undefined }[]
}

/** DisputeLog {lines: LogData[] correct?}: 办理动态 with what was written under each line, and how far that may go. */
export const DisputeLog = ({ lines }: { lines: readonly LogData[] }) => (
  <Log
    entries={lines.map(({ said, who, note, ...line }) => ({
      ...line,
      text: (
        <>
          {line.text}
          <span className="who">{[who, note].filter(Boolean).join('，')}</span>
          {said.map(({ label, text, reach }, at) => (
            <span key={at} className="said">
              <b>{label}</b>
              {text}
              {reach && <i>（{reach}）</i>}
            </span>
          ))}
        </>
      ),
    }))}
  />
)

import { Chip } from '../chip'

export type BesideRow = { label: string; own: string; other: string; mark?: string | undefined }

/** SideBySide {rows number otherNumber}: two registrations line by line; on a phone one under the other, each with whose it is. */
export const SideBySide = ({ rows, number, otherNumber }: { rows: readonly BesideRow[]; number: string; otherNumber: string }) => (
  <table className="beside">
    <caption className="unseen">两份登记放在一起比</caption>
    <thead>
      <tr>
        <th scope="col">
          <span className="unseen">内容</span>
        </th>
        <th scope="col">这一件</th>
        <th scope="col">那一件</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ label, own, other, mark }) => (
        <tr key={label}>
          <th scope="row">
            {label} {mark && <Chip tone="done">{mark}</Chip>}
          </th>
          <td data-of={number}>{own || '没有写'}</td>
          <td data-of={otherNumber}>{other || '没有写'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

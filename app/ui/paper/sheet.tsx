import { SignLines } from '../paper'

type Line = { label: string; value: string; room?: boolean | undefined }
export type BlockData = {
  title?: string | undefined
  lines?: readonly Line[] | undefined
  text?: readonly string[] | undefined
  room?: boolean | undefined
}
export type SheetData = {
  title: string
  office: string
  numbers: readonly Line[]
  large?: boolean | undefined
  to?: string | undefined
  blocks: readonly BlockData[]
  signs: readonly string[]
  foot: string
}

/** Ruled lines to write on by hand. */
const Room = () => (
  <div className="room" aria-hidden="true">
    <i />
    <i />
    <i />
  </div>
)

const Table = ({ lines }: { lines: readonly Line[] }) => (
  <table>
    <tbody>
      {lines.map(({ label, value, room }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>
            <span className="pre">{value}</span>
            {room && !value && <Room />}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** PaperSheet {sheet}: one paper on A4: committee, numbers, its blocks in order, who signs; what is not known is left blank. */
export const PaperSheet = ({ sheet: { title, office, numbers, large, to, blocks, signs, foot } }: { sheet: SheetData }) => (
  <main id="main" className={large ? 'paper large' : 'paper'}>
    {office && <p className="office">{office}</p>}
    <h1>{title}</h1>
    <p className="number flat">
      {numbers.map(({ label, value }) => (
        <span key={label}>
          {label}：<span className="num">{value || '＿＿＿＿＿＿'}</span>
        </span>
      ))}
    </p>
    {to && <p className="flat">{to}</p>}
    {blocks.map(({ title: heading, lines, text, room }, at) => (
      <section key={heading ?? at}>
        {heading && <h2>{heading}</h2>}
        {lines && <Table lines={lines} />}
        {text?.map((words, no) => (
          <p key={no} className="pre">
            {words}
          </p>
        ))}
        {room && !text?.length && <Room />}
      </section>
    ))}
    <SignLines lines={signs} />
    <footer className="paper-foot">{foot}</footer>
  </main>
)

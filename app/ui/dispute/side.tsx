import { Chip } from '../chip'
import { Facts } from '../facts'
import { Panel } from '../panel'

export type SideData = { role: string; names: string; masked: readonly { label: string; masked: string; href?: string | undefined }[] }
export type RequestData = {
  id: string
  title: string
  state: string
  open: boolean
  /** Who was late at what. */
  late?: string | undefined
  lines: readonly string[]
  links: readonly { label: string; href: string }[]
}
type Line = { label: string; value: string }

/** SidesPanel {sides href}: each side in a line; a hidden number says how to see it. */
export const SidesPanel = ({ sides, href }: { sides: readonly SideData[]; href: string }) =>
  sides.length === 0 ? null : (
    <Panel title="当事人" side={<a href={href}>全部</a>}>
      <Facts
        small
        rows={sides.map(({ role, names, masked }) => ({
          label: role,
          value: (
            <>
              {names}
              {masked.map(({ label, masked: text, href: show }) => (
                <span key={label} className="secret">
                  <span className="masked num">{text}</span>
                  {show && (
                    <a href={show}>
                      查看<span className="unseen">{`${role}的${label}`}</span>
                    </a>
                  )}
                </span>
              ))}
            </>
          ),
        }))}
      />
    </Panel>
  )

/** HandlersPanel {rows}: who has it, who mediates, who wrote it down. */
export const HandlersPanel = ({ rows }: { rows: readonly Line[] }) =>
  rows.length === 0 ? null : (
    <Panel title="办理人">
      <Facts rows={rows} small />
    </Panel>
  )

/** RequestsPanel {requests}: who else was asked to help, and what came of it. */
export const RequestsPanel = ({ requests }: { requests: readonly RequestData[] }) =>
  requests.length === 0 ? null : (
    <Panel title="协办">
      <ul className="requests small">
        {requests.map(({ id, title, state, open, late, lines, links }) => (
          <li key={id}>
            <b>{title}</b> <Chip tone={open ? 'due' : undefined}>{state}</Chip>
            {late && <p className="late">{late}</p>}
            {lines.map((line) => (
              <p key={line} className="quiet">
                {line}
              </p>
            ))}
            {links.length > 0 && (
              <p className="request-links">
                {links.map(({ label, href }) => (
                  <a key={href} href={href}>
                    {label}
                    <span className="unseen">：{title}</span>
                  </a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )

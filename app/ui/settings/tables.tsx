import { Chip, ChannelChip, type Line } from '../chip'
import { Panel } from '../panel'

type BodyRow = {
  id: string
  href: string
  name: string
  kind: string
  line: Line
  channel: string
  area: string
  open: string
  note: string
}

/** BodyTable {rows caption}: bodies as an administrator looks after them: one link a row. */
export const BodyTable = ({ rows, caption }: { rows: readonly BodyRow[]; caption: string }) => (
  <table className="list plain-rows">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">名称</th>
        <th scope="col">类别</th>
        <th scope="col">地域</th>
        <th scope="col">在办</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, href, name, kind, line, channel, area, open, note }) => (
        <tr key={id}>
          <th scope="row">
            <a href={href}>{name}</a> {note && <span className="small quiet">{note}</span>}
          </th>
          <td>
            {kind} <ChannelChip line={line} label={channel} />
          </td>
          <td>{area}</td>
          <td className="num">{open || <span className="quiet">没有</span>}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

type AreaLine = { id: string; name: string; href: string; grids: number; bodies: number; people: number; note: string }
type Township = {
  id: string
  name: string
  href: string
  about: string
  villages: readonly (AreaLine & { children: readonly AreaLine[] })[]
}

const AreaRow = ({ area, grid }: { area: AreaLine; grid?: boolean }) => (
  <tr>
    <th scope="row" className={grid ? 'inner' : undefined}>
      <a href={area.href}>{area.name}</a> {area.note && <span className="small quiet">{area.note}</span>}
    </th>
    <td className="num">{grid ? '' : area.grids || '–'}</td>
    <td className="num">{area.bodies || '–'}</td>
    <td className="num">{area.people || '–'}</td>
  </tr>
)

/** AreaTree {townships}: townships, each with its villages and grids and how much stands there. */
export const AreaTree = ({ townships }: { townships: readonly Township[] }) => (
  <>
    {townships.map(({ id, name, href, about, villages }) => (
      <Panel key={id} title={<a href={href}>{name}</a>} side={about}>
        <table className="list plain-rows counts">
          <caption className="unseen">{name}的村（社区）和网格</caption>
          <thead>
            <tr>
              <th scope="col">村（社区）、网格</th>
              <th scope="col">网格</th>
              <th scope="col">组织</th>
              <th scope="col">岗位</th>
            </tr>
          </thead>
          <tbody>
            {villages.flatMap((village) => [
              <AreaRow key={village.id} area={village} />,
              ...village.children.map((one) => <AreaRow key={one.id} area={one} grid />),
            ])}
          </tbody>
        </table>
      </Panel>
    ))}
  </>
)

export type PeriodLine = {
  id: string
  name: string
  length: string
  starts: string
  pauses: string
  extension: string
  source: string
  confidence: string
  owner: string
  from: string
  state: string
  href?: string | undefined
  by?: string | undefined
}

/** PeriodTable {rows caption}: periods with their words: how long, what pauses them, who may lengthen, by what, who answers, from when. */
export const PeriodTable = ({ rows, caption }: { rows: readonly PeriodLine[]; caption: string }) => (
  <table className="list plain-rows periods">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">期限</th>
        <th scope="col">多长</th>
        <th scope="col">停不停、谁可以延长</th>
        <th scope="col">依据</th>
        <th scope="col">谁负责、从哪天起</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, name, length, starts, pauses, extension, source, confidence, owner, from, state, href, by }) => (
        <tr key={id}>
          <th scope="row">
            {href ? <a href={href}>{name}</a> : name}
            {state && <Chip tone="due">{state}</Chip>}
          </th>
          <td>
            <b>{length}</b> <span className="small quiet">{starts}</span>
          </td>
          <td>
            {pauses}；{extension}
          </td>
          <td>
            {source} {confidence && <span className="small quiet">{confidence}</span>}
          </td>
          <td>
            {owner && <p>{owner}</p>}
            <p className="small quiet">{[from, by].filter(Boolean).join('　')}</p>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

type WordList = {
  id: string
  title: string
  note?: string
  about?: string
  rows: readonly { code: string; label: string; about?: string }[]
}

/** Glossary {lists}: every word with its code, one table a list. */
export const Glossary = ({ lists }: { lists: readonly WordList[] }) => (
  <div className="glossary">
    {lists.map(({ id, title, note, about, rows }) => (
      <Panel key={id} id={id} title={title} side={`${rows.length} 个`}>
        {note && <p className="hint">{note}</p>}
        <table className="list plain-rows words">
          <caption className="unseen">{title}</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">名称</th>
              {about && <th scope="col">{about}</th>}
              <th scope="col">代码</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.label}</th>
                {about && <td className="quiet">{row.about}</td>}
                <td className="code quiet">{row.code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    ))}
  </div>
)

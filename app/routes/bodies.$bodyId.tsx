import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodyDesk } from '#app/domain/body/desk.server'
import { returnedBy } from '#app/domain/body/returned.server'
import { showBody } from '#app/domain/body/show.server'
import { answersFor } from '#app/domain/enquiries/places.server'
import { mayExport } from '#app/domain/export/export.server'
import { orderFor } from '#app/domain/order/desks.server'
import { idIn, pageLoader } from '#app/http/handlers.server'
import { Load } from '#ui/candidate'
import { ChannelChip, Chip } from '#ui/chip'
import { BodyDesk } from '#ui/desk/body-desk'
import { BodyLinks } from '#ui/desk/body-links'
import { Returned } from '#ui/desk/returned'
import { Facts } from '#ui/facts'
import { Columns } from '#ui/page'
import { Panel } from '#ui/panel'
import { RollLinks } from '#ui/roll/findings'
import { RoomLinks } from '#ui/schedule/room-links'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.body.name ?? '调解组织'}·一站解纷` }]

/** One committee, room, court or organ; for who speaks for it, its desk; for its own people, what it gave back. */
export const loader = pageLoader(async (visit) => {
  const body = await showBody(visit.actor, idIn(visit, 'bodyId'))
  const after = visit.url.searchParams.get('returned')
  const [desk, returned, order] = await Promise.all([
    body.own ? bodyDesk(visit.actor, body.id) : null,
    returnedBy(visit.actor, body.id, after),
    orderFor(visit.actor, body.id),
  ])
  return {
    body,
    desk,
    returned,
    order,
    later: after !== null,
    tables: mayExport(visit.actor) && body.line === 'people',
    asks: answersFor(visit.actor, body.id),
  }
})

export default function Body() {
  const { body, desk, returned, order, later, tables, asks } = useLoaderData<typeof loader>()
  const people = (
    <Panel title="人员" side={body.loadWords}>
      <ul className="staff">
        {body.people.map(({ id, name, words, load }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="small quiet">{words}</span>
            <span className="small num">{load}</span>
          </li>
        ))}
        {body.people.length === 0 && <li className="quiet">没有登记人员，由分流岗代办</li>}
      </ul>
      {body.roll && <RollLinks roll={body.roll} />}
    </Panel>
  )
  const facts = (
    <Panel title="基本情况" side={body.change && <a href={body.change}>修改</a>}>
      <Facts small={desk !== null} rows={body.facts} />
      <BodyLinks bodyId={body.id} tables={tables} order={order} asks={asks} />
      {(body.change || body.own) && body.line === 'people' && <RoomLinks bodyId={body.id} own={body.own} />}
      {body.rooms.length > 0 && (
        <p className="small part-note">
          用它印章和编号的：
          {body.rooms.map(({ href, name }) => (
            <a key={href} href={href} className="each">
              {name}
            </a>
          ))}
        </p>
      )}
    </Panel>
  )
  const load = body.load.length > 0 && (
    <Panel title="现在的负荷" side={body.loadWords}>
      <Load rows={body.load} />
      <p className="small quiet part-note">一格一件，上限由组织自己定。</p>
    </Panel>
  )
  return (
    <OfficePage>
      <header className="page-head body-head">
        <h1>{body.name}</h1>
        <ChannelChip line={body.line} label={body.channel} />
        <span className="small quiet">{body.kind}</span>
        {body.demo && <Chip tone="due">演示数据</Chip>}
        {body.seal && (
          <span className="small quiet end">
            案卷、编号和印章用<a href={body.seal.href}>{body.seal.name}</a>的
          </span>
        )}
      </header>
      <Columns
        main={
          <>
            {desk ? <BodyDesk desk={desk} /> : facts}
            {returned && returned.rows.length > 0 && <Returned returned={returned} at={`/bodies/${body.id}`} later={later} />}
          </>
        }
        more={
          <>
            {load}
            {people}
            {desk && facts}
          </>
        }
      />
    </OfficePage>
  )
}

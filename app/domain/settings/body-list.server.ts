import { read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatDate } from '../calendar/days'
import { lineOf, wayOf } from '../dispute/words'
import { bodyKinds, type BodyKind } from '../words/body-kinds'
import { labelOf } from '../words/words'
import { demandAdministrator } from './permissions'

type Listed = {
  id: string
  name: string
  kind: BodyKind
  channel: string
  area: string
  township: string | null
  demo: boolean
  open: number
  ended: string | null
}

const lineFor = ({ id, name, kind, channel, area, demo, open, ended }: Listed) => ({
  id,
  href: `/settings/bodies/${id}`,
  name,
  kind: labelOf(bodyKinds, kind),
  line: lineOf(channel),
  channel: wayOf({ channel, bodyKind: kind, partyAsked: true }),
  area,
  open: open ? `在办 ${open} 件` : '',
  note: [demo ? '演示数据' : '', ended ? `${formatDate(ended)}撤销` : ''].filter(Boolean).join('，'),
})

/** The bodies that an administrator looks after, the district's first, then each township's; ended ones last. Throws Refusal notFound for who is none. One statement. */
export async function bodiesToSet(actor: Person, now = new Date()) {
  demandAdministrator(actor)
  const rows = await read<Listed[]>`
    select b.id, b.name, b.kind, b.channel, r.name as area, b.demo,
      (select t.name from area t where t.level = 'township' and r.path like t.path || '%') as township, (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) as open,
      case when b.valid_to < ${dayIn(now)}::date then to_char(b.valid_to, 'YYYY-MM-DD') end as ended
    from body b join area r on r.id = b.area_id
    where exists (select 1 from area o where o.id = any(${areasOf(actor, 'admin')}::uuid[]) and r.path like o.path || '%')
    order by b.valid_to is not null, length(r.path), r.code nulls last, b.name limit 2000`
  const towns = [...new Set(rows.map(({ township }) => township))].sort((a, b) => Number(a !== null) - Number(b !== null))
  return towns.map((township) => ({
    title: township ?? '区级',
    rows: rows.filter((row) => row.township === township).map(lineFor),
  }))
}

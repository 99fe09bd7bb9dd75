import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { doRollAct, rollActForm } from '#app/domain/roll/act.server'
import { showRegistrant } from '#app/domain/roll/show.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Load } from '#ui/candidate'
import { Chip } from '#ui/chip'
import { Facts } from '#ui/facts'
import { Columns } from '#ui/page'
import { Panel } from '#ui/panel'
import { Problem } from '#ui/problem'
import { CardActs, DatedList, Kin, Leaves, Offices } from '#ui/roll/card'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.card.name ?? '名册'}·名册·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  card: await showRegistrant(visit.actor, idIn(visit, 'registrantId')),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

/** What is done by one press on the card itself: a leave cancelled, a declaration taken back. */
export const action = formAction(rollActForm, async (form, visit) => {
  const id = idIn(visit, 'registrantId')
  await doRollAct(settingOf(visit), id, form)
  return `/roll/${id}?done=1`
})

export default function Registrant() {
  const { card, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { id, name, kind, rules, load } = card
  const consultations = card.adviser && (
    <DatedList
      title="咨询"
      side={card.counts.join('；')}
      rows={card.lines}
      empty={card.counts.length ? '内容由本人和所在村（社区）看' : '还没有记过'}
    />
  )
  return (
    <OfficePage>
      <header className="page-head">
        <h1>{name}</h1>
        <span className="small quiet">{kind}</span>
        {card.demo && <Chip tone="due">演示数据</Chip>}
        {card.away.today && <Chip tone="due">请假</Chip>}
        {card.ended && <Chip>{card.ended}</Chip>}
        <a className="end" href="/roll">
          回到名册
        </a>
      </header>
      <Saved done={done} />
      {reply?.problem && <Problem errors={[reply.problem]} />}
      <CardActs acts={card.acts} />
      <Columns
        first="main"
        main={
          <>
            {consultations}
            {(!card.adviser || card.held.length > 0) && <Offices held={card.held} endHref={`/roll/${id}/end`} />}
            <Leaves away={card.away} base={base} />
            <DatedList title="培训" side={card.hours} rows={card.trained} empty="还没有登记培训" />
          </>
        }
        more={
          <>
            <Panel title="基本情况">
              <Facts rows={card.facts} small />
              {rules && <p className="small quiet part-note">按{rules}入册。</p>}
            </Panel>
            {load && (
              <Panel title="在办" side={`${load.now} 件`}>
                {load.cap ? <Load rows={[{ name: '全部', load: load.now, cap: load.cap }]} /> : <p className="quiet">没有定上限</p>}
              </Panel>
            )}
            {card.kin && <Kin rows={card.kin} base={base} />}
          </>
        }
      />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeForm } from '#app/domain/patrol/form'
import { roundPage } from '#app/domain/patrol/page.server'
import { closeRound } from '#app/domain/patrol/rounds.server'
import { findingOutcomes } from '#app/domain/words/patrols'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Numbers } from '#ui/desk/numbers'
import { PlaceTable } from '#ui/desk/patrol'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.round.title ?? '排查'}·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  round: await roundPage(visit.actor, idIn(visit, 'roundId')),
  base: formBase(visit),
  words: findingOutcomes,
}))

export const action = formAction(closeForm, async (_form, visit) => {
  const id = idIn(visit, 'roundId')
  await closeRound(settingOf(visit), id)
  return `/patrol/${id}`
})

export default function Round() {
  const { round, base, words } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/patrol">‹ 排查</a>
      </p>
      <PageHead title={round.title} note={round.state} side={round.table && <a href={round.table}>导出 xlsx</a>} />
      <div className="field-work">
        <Numbers rows={round.totals} label="这一轮的数" />
        <Panel title="各处上报" side="按地方排，不排名次">
          <PlaceTable rows={round.places} words={words} caption={`${round.title}：各处上报`} />
        </Panel>
        <Panel title="这一轮">
          <Facts rows={round.facts} />
        </Panel>
        {round.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

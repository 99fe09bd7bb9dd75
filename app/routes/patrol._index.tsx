import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roundForm } from '#app/domain/patrol/form'
import { patrolList } from '#app/domain/patrol/page.server'
import { openRound } from '#app/domain/patrol/rounds.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { RoundRows } from '#ui/desk/patrol'
import { Columns, PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '排查·一站解纷' }]

/** 常态化排查: rounds of one's area, and what oneself has still to report. */
export const loader = pageLoader(async (visit) => ({ page: await patrolList(visit.actor), base: formBase(visit) }))

export const action = formAction(roundForm, async (form, visit) => {
  const id = await openRound(settingOf(visit), form)
  return id ? `/patrol/${id}` : '/patrol'
})

export default function Patrol() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <PageHead title="排查" />
      <Columns
        first="main"
        main={<RoundRows rows={page.rounds} />}
        next={page.form && <SettingForm form={page.form} base={base} reply={reply} />}
      />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { drillForm } from '#app/domain/drill/form'
import { drillList } from '#app/domain/drill/page.server'
import { startDrill } from '#app/domain/drill/start.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { DrillRows } from '#ui/desk/drills'
import { Columns, PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '演练·一站解纷' }]

/** 演练: alarms of nothing real; for duty, bureau and administrators. */
export const loader = pageLoader(async (visit) => ({ ...(await drillList(visit.actor)), base: formBase(visit) }))

export const action = formAction(drillForm, async (form, visit) => {
  const id = await startDrill(settingOf(visit), form)
  return id ? `/drills/${id}` : '/drills'
})

export default function Drills() {
  const { rows, forms, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <PageHead title="演练" note="和真的一样叫人，不进真实的名单和数字" side={<a href="/alarms">警报</a>} />
      <Columns
        first="main"
        main={<DrillRows rows={rows} />}
        next={
          <div className="setting-forms">
            {forms.map((form) => (
              <SettingForm key={form.act} form={form} base={base} reply={reply} />
            ))}
          </div>
        }
      />
    </OfficePage>
  )
}

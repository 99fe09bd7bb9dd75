import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerAlarm } from '#app/domain/alarm/answer.server'
import { alarmForm } from '#app/domain/alarm/form'
import { alarmPage } from '#app/domain/alarm/page.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Chip } from '#ui/chip'
import { AlarmCalls } from '#ui/desk/alarms'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Notice } from '#ui/problem'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.alarm.drill ? '演练' : '红色警报'}·一站解纷` }]

/** One alarm: what it is about, who was called, who took it; and what may be done. For whom it did not call there is none. */
export const loader = pageLoader(async (visit) => ({
  alarm: await alarmPage(visit.actor, idIn(visit, 'alarmId')),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(alarmForm, async (form, visit) => {
  const alarmId = idIn(visit, 'alarmId')
  await answerAlarm(settingOf(visit), alarmId, form)
  return `/alarms/${alarmId}?done=1`
})

export default function Alarm() {
  const { alarm, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const [first, ...others] = alarm.forms
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={alarm.report ?? '/alarms'}>‹ {alarm.drill ? '演练' : '警报'}</a>
      </p>
      <PageHead
        title={alarm.title}
        note={<Chip tone={alarm.ringing ? 'danger' : alarm.open ? 'due' : 'done'}>{alarm.state}</Chip>}
        side={alarm.href && <a href={alarm.href}>看全案</a>}
      />
      <Saved done={done && !reply} />
      {alarm.drill && <Notice title="这是演练">不涉及真实的人和事；照真的一样签收、处置。</Notice>}
      <div className="setting-forms">
        {first && <SettingForm form={first} base={base} reply={reply} />}
        {alarm.phones.length > 0 && (
          <div className="problem">
            <h2>现在就联系</h2>
            <ul>
              {alarm.phones.map((phone) => (
                <li key={phone}>{phone}</li>
              ))}
            </ul>
          </div>
        )}
        <Panel title="怎么回事">
          <Facts rows={alarm.facts} />
        </Panel>
        <Panel title="叫过谁" side={`先叫${alarm.ladder}`}>
          {alarm.calls.length ? <AlarmCalls calls={alarm.calls} /> : <p className="small quiet">马上就叫。</p>}
        </Panel>
        {others.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

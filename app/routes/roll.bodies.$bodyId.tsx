import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { composedBody } from '#app/domain/roll/bodies.server'
import { termForm } from '#app/domain/roll/forms'
import { recordTerm } from '#app/domain/roll/terms.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Chip } from '#ui/chip'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Findings } from '#ui/roll/findings'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.body.name ?? '组织'}的组成·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  body: await composedBody(visit.actor, idIn(visit, 'bodyId')),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(termForm, async (form, visit) => {
  const id = idIn(visit, 'bodyId')
  await recordTerm(settingOf(visit), id, form)
  return `/roll/bodies/${id}?done=1`
})

export default function ComposedBody() {
  const { body, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={`/bodies/${body.id}`}>‹ {body.name}</a>
      </p>
      <PageHead title="组成和任期" side={<a href={`/roll?body=${body.id}`}>人员名册</a>} />
      <Saved done={done} />
      <div className="settings">
        {body.findings && (
          <Panel title="照法律核对" side={body.findings.length ? `${body.findings.length} 项` : '合规定'}>
            {body.findings.length > 0 ? (
              <Findings findings={body.findings} />
            ) : (
              <p className="quiet">人数、主任、妇女和民族、任期都合规定。</p>
            )}
          </Panel>
        )}
        <Panel title="在任" side={`${body.seats.length} 项`}>
          <ul className="posts">
            {body.seats.map(({ id, href, name, office, words, over }) => (
              <li key={id}>
                <a href={href}>{name}</a>·{office} {over && <Chip tone="due">{over}</Chip>}
                <p className="small quiet">{words}</p>
              </li>
            ))}
            {body.seats.length === 0 && <li className="quiet">名册里还没有人。在人员页上点“推选、聘任”。</li>}
          </ul>
        </Panel>
        {body.findings && (
          <Panel title="历届">
            <ul className="posts">
              {body.terms.map(({ when, words }) => (
                <li key={when}>
                  {when} <span className="small quiet">{words}</span>
                </li>
              ))}
              {body.terms.length === 0 && <li className="quiet">还没有登记</li>}
            </ul>
          </Panel>
        )}
        {body.form && <SettingForm form={body.form} base={base} reply={reply && { ...reply, values: { ...reply.values, act: 'term' } }} />}
      </div>
    </OfficePage>
  )
}

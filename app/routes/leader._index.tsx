import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { leaderPage } from '#app/domain/leader/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink, Buttons } from '#ui/buttons'
import { NoteList, TaskList } from '#ui/desk/leader'
import { Numbers } from '#ui/desk/numbers'
import { DisputeRows } from '#ui/dispute-rows'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '我挂包的·一站解纷' }]

/** 我挂包的: the leader's page, on the phone first. */
export const loader = pageLoader(async ({ actor, url }) => ({ page: await leaderPage(actor), done: url.searchParams.has('done') }))

const Write = () => (
  <>
    <ButtonLink href="/leader/note?kind=visit" weight="main">
      记走访
    </ButtonLink>
    <ButtonLink href="/leader/note?kind=instruction">写批示</ButtonLink>
  </>
)

export default function Leader() {
  const { page, done } = useLoaderData<typeof loader>()
  const { danger, tasks, notes, round } = page
  return (
    <OfficePage width="narrow" foot={<Write />}>
      <PageHead title="我挂包的" note={page.places} side={<a href="/leaders">谁挂包哪里</a>} />
      <Saved done={done} />
      <div className="at-desk">
        <Buttons>
          <Write />
        </Buttons>
      </div>
      <div className="field-work">
        <section className="part">
          <h2 className={danger.length ? 'late' : undefined}>红、黄 {danger.length}</h2>
          {danger.length ? (
            <DisputeRows rows={danger} caption="红的、黄的纠纷，红的在前" />
          ) : (
            <Empty title="没有红、黄的纠纷">有了会排在这里，红的在前。</Empty>
          )}
        </section>
        {tasks.length > 0 && (
          <Panel title="任务" side={`${tasks.length} 项没做完`}>
            <TaskList rows={tasks} />
          </Panel>
        )}
        {round && (
          <Panel title="排查" side={<a href={round.href}>{round.title}</a>}>
            <Numbers rows={round.totals} label="这一轮的排查" />
            <p className="small">{round.missing.length ? `还没有报：${round.missing.join('、')}` : '都报了'}</p>
          </Panel>
        )}
        {notes.length > 0 && (
          <Panel title="我的走访、批示" side={<a href="/leader/notes">批示的答复</a>}>
            <NoteList rows={notes} />
          </Panel>
        )}
      </div>
    </OfficePage>
  )
}

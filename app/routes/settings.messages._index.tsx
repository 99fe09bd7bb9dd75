import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sentTexts } from '#app/domain/notice/sent.server'
import { templateList } from '#app/domain/notice/template-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { Panel } from '#ui/panel'
import { Notice } from '#ui/problem'
import { TemplateTable, TextTable } from '#ui/settings/messages'
import { Tabs } from '#ui/tabs'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·短信·一站解纷' }]

/** What text messages say, and what became of those of late. */
export const loader = pageLoader(async ({ actor, url }) => {
  const [templates, sent] = await Promise.all([templateList(actor), sentTexts(actor, url.searchParams)])
  return { templates, sent, done: url.searchParams.has('done') }
})

export default function Messages() {
  const { templates, sent, done } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="短信" note="不说是什么事、和谁：旁人会看到手机" />
      <Saved done={done} />
      <div className="settings">
        <Panel title="怎么写" side="点名称就改">
          <TemplateTable rows={templates} />
        </Panel>
        <Panel title="最近发送" id="sent">
          {sent.local && <Notice tone="calm">本机没有接短信网关，只记在这里，没有真的发出去。</Notice>}
          <Tabs label="短信到哪一步" tabs={sent.tabs} />
          <TextTable rows={sent.rows} />
          <Pager first={sent.first} next={sent.next} />
        </Panel>
      </div>
    </OfficePage>
  )
}

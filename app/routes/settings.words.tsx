import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { glossary } from '#app/domain/settings/words.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { Glossary } from '#ui/settings/tables'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·名词·一站解纷' }]

/** Every word with its code. */
export const loader = pageLoader(({ actor }) => Promise.resolve({ lists: glossary(actor) }))

export default function Words() {
  const { lists } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="名词" note="页面、文书、统计用的是同一份；只能看" />
      <Glossary lists={lists} />
    </OfficePage>
  )
}

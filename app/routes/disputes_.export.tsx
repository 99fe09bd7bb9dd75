import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exportPage } from '#app/domain/export/page.server'
import { formBase, pageLoader } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Choices } from '#ui/choices'
import { DateField, Hidden, SelectField } from '#ui/field'
import { Notice, Problem } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '导出表格·一站解纷' }]

/** Which columns, which period, which body; the conditions of the list come along. */
export const loader = pageLoader(async (visit) => ({
  page: await exportPage(visit.actor, visit.url.searchParams),
  base: formBase(visit),
}))

export default function Export() {
  const { page, base } = useLoaderData<typeof loader>()
  const { problem } = page
  const wrong = (field: string) => (problem?.field === field ? [problem.text] : undefined)
  return (
    <OfficePage width="narrow">
      <h1>导出表格</h1>
      {problem && <Problem title="没有导出" errors={[{ text: problem.text, href: `#${problem.field}` }]} />}
      <form method="post" action="/disputes/export/file" className="form" data-again>
        <Hidden values={{ csrf: base.csrf, key: base.key, ...page.kept }} />
        <Notice tone="calm" title="导出哪些">
          {page.conditions.length ? `名单里的条件照用：${page.conditions.join('，')}。` : '您能看到的纠纷。'}
          不公开的只有经办的人能导出。
        </Notice>
        <Choices name="layout" legend="哪些栏" choices={page.layouts} chosen={page.layout} layout="one" />
        <SelectField name="state" label="状态" options={page.states} defaultValue={page.state} />
        <SelectField
          name="body"
          label="调解组织"
          none="不限"
          options={page.bodies}
          defaultValue={page.body}
          hint="选调委会，连同用它编号的工作室"
        />
        <Choices name="by" legend="时间按哪一天算" choices={page.periods} chosen={page.by} layout="three" />
        <div className="two">
          <DateField name="from" label="从哪天" later="不限就空着" defaultValue={page.from} errors={wrong('from')} />
          <DateField name="to" label="到哪天" later="不限就空着" defaultValue={page.to} errors={wrong('to')} />
        </div>
        <p className="small quiet">谁在什么时候导出了什么、多少件，会记录下来。表里没有证件号码、电话和调解过程；请不要放到公共电脑上。</p>
        <Buttons>
          <Button weight="main">导出 xlsx</Button>
          <ButtonLink href={page.back}>回到名单</ButtonLink>
        </Buttons>
      </form>
    </OfficePage>
  )
}

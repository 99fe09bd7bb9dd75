import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rollExportPage } from '#app/domain/roll/table/files.server'
import { formBase, pageLoader } from '#app/http/handlers.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Choices } from '#ui/choices'
import { Hidden, TextField } from '#ui/field'
import { Problem } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '导出名册·一站解纷' }]

/** Whether numbers are to stand in the table, and what for. */
export const loader = pageLoader((visit) =>
  Promise.resolve({ ...rollExportPage(visit.actor), base: formBase(visit), wrong: visit.url.searchParams.get('wrong') }),
)

const sentences: Readonly<Record<string, string>> = { purpose: '请选要不要号码', other: '请写明为什么要号码，最多100个字' }

export default function ExportRoll() {
  const { purposes, base, wrong } = useLoaderData<typeof loader>()
  const sentence = wrong ? sentences[wrong] : undefined
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/roll">‹ 名册</a>
      </p>
      <h1>导出名册</h1>
      {sentence && wrong && <Problem title="没有导出" errors={[{ text: sentence, href: `#${wrong}` }]} />}
      <form method="post" action="/roll/export/file" className="form" data-again>
        <Hidden values={base} />
        <Choices
          name="purpose"
          legend="要不要电话、身份证号和住址"
          choices={purposes}
          chosen={wrong === 'other' ? 'other' : 'masked'}
          layout="one"
        />
        <TextField name="other" label="写明用途" later="选“其他”才填" errors={wrong === 'other' && sentence ? [sentence] : undefined} />
        <p className="small quiet">
          您管的人，一项任职一行，栏目和导入一样，改好可以再导进来。谁在什么时候为什么导出、多少行，会记录下来；有号码的不要放到公共电脑上。
        </p>
        <Buttons>
          <Button weight="main">导出 xlsx</Button>
          <ButtonLink href="/roll">回到名册</ButtonLink>
        </Buttons>
      </form>
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { receiptOf } from '#app/domain/registration/receipt.server'
import { idIn, pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { Facts } from '#ui/facts'
import { PrintButton } from '#ui/print-button'
import { Notice } from '#ui/problem'
import { Receipt } from '#ui/receipt'
import { FieldPage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '登记回执·一站解纷' }]

export const loader = pageLoader((visit) => receiptOf(visit.actor, idIn(visit, 'disputeId')))

export default function ReceiptPage() {
  const { id, number, code, rows, next, status, notTaken, add } = useLoaderData<typeof loader>()
  return (
    <FieldPage
      back={{ label: '我的待办', href: '/' }}
      foot={
        <>
          <ButtonLink href="/register">再登记一件</ButtonLink>
          <ButtonLink href={`/disputes/${id}`} weight="main">
            打开这件纠纷
          </ButtonLink>
        </>
      }
    >
      <h1>登记回执</h1>
      <Receipt number={number} code={code ?? undefined} />
      {code && (
        <p className="small">
          凭编号和查询码，在<a href="/query">当事人查进度</a>（本网站 /query）看办到哪一步。查询码只给当事人本人。
        </p>
      )}
      <Facts rows={rows} />
      {notTaken && <Notice title="由分流岗安排">{notTaken}。</Notice>}
      {next ? (
        <Notice tone="calm" title="接下来">
          <p>
            {next.who}：{next.what}
            {next.until && `，${next.until.day}前（${next.until.left}）`}。
          </p>
        </Notice>
      ) : (
        <p>现在：{status}</p>
      )}
      <p>
        <b>人民调解不收费。</b>随时可以不调解，也可以去法院起诉或者找有关部门；不懂的打 12348，问法律援助。
      </p>
      <p className="buttons only-screen">
        <PrintButton>打印回执</PrintButton>
        {add && <ButtonLink href={add}>补充情况</ButtonLink>}
      </p>
    </FieldPage>
  )
}

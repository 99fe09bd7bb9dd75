import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnOrder } from '#app/domain/order/act.server'
import { orderForm } from '#app/domain/order/form'
import { orderPage } from '#app/domain/order/page.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Chip } from '#ui/chip'
import { Due } from '#ui/deadline'
import { OrderLog } from '#ui/desk/orders'
import { Facts } from '#ui/facts'
import { Columns, PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.order.number ?? '督办单'}·一站解纷` }]

export const loader = pageLoader(async (visit) => ({ order: await orderPage(visit.actor, idIn(visit, 'orderId')), base: formBase(visit) }))

export const action = formAction(orderForm, async (form, visit) => {
  const id = idIn(visit, 'orderId')
  await actOnOrder(settingOf(visit), id, form)
  return `/orders/${id}`
})

export default function Order() {
  const { order, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/orders">‹ 督办单</a>
      </p>
      <PageHead
        title={order.number}
        note={
          <>
            <Chip tone={order.tone}>{order.state}</Chip> {order.late && <span className="late">{order.late}</span>}
            {order.due && <Due due={order.due} inline />}
          </>
        }
        side={<a href={order.print}>打印</a>}
      />
      <Columns
        first="main"
        main={
          <>
            <Panel title="督办什么" side={order.dispute && <a href={order.dispute}>打开这件纠纷</a>}>
              <div className="stack">
                <p className="prose">{order.asked}</p>
                <Facts rows={order.facts} />
              </div>
            </Panel>
            <Panel title="办理经过">
              <OrderLog steps={order.log} />
            </Panel>
          </>
        }
        next={
          order.forms.length > 0 && (
            <div className="setting-forms">
              {order.forms.map((form) => (
                <SettingForm key={form.act} form={form} base={base} reply={reply} among />
              ))}
            </div>
          )
        }
      />
    </OfficePage>
  )
}

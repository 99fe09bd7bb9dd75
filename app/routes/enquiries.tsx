import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addEnquiry, registerInstead } from '#app/domain/enquiries/acts.server'
import { enquiryForm } from '#app/domain/enquiries/form'
import { enquiryPage } from '#app/domain/enquiries/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Enquiries } from '#ui/desk/enquiries'
import { Columns, PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '咨询·一站解纷' }]

export const loader = pageLoader(async (visit) => ({
  page: await enquiryPage(visit.actor, visit.url.searchParams),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(enquiryForm, async (form, visit) => {
  if (form.act === 'register') return registerInstead(visit.actor, form.enquiryId, form.draftId)
  await addEnquiry(settingOf(visit), form)
  return '/enquiries?done=1'
})

export default function EnquiriesPage() {
  const { page, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <PageHead title="咨询" />
      <Saved done={done && !reply} />
      <Columns
        next={
          <div className="setting-forms">
            <SettingForm form={page.form} base={base} reply={reply} />
          </div>
        }
        main={
          <>
            <Enquiries page={page} base={base} />
            <Pager first={page.first} next={page.next} />
          </>
        }
      />
    </OfficePage>
  )
}

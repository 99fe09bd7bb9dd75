import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { exportRoll, rollExportForm } from '#app/domain/roll/table/files.server'
import { formAction } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' && value.trim() ? value : undefined)

/** The file itself: a route without a page. What is wrong with what was asked is said on the page before it. */
export const action = formAction(z.object({}), async (_, { form, actor }) => {
  const asked = rollExportForm.safeParse({ purpose: text(form.get('purpose')), other: text(form.get('other')) })
  if (!asked.success) return redirect(`/roll/export?wrong=${String(asked.error.issues[0]?.path[0] ?? 'purpose')}`)
  const { bytes, name } = await exportRoll(actor, asked.data)
  return tableFile(bytes, name)
})

/** An address that was typed leads to the page. */
export const loader = () => redirect('/roll/export')

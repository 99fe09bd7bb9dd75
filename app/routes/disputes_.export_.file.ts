import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { askedOf } from '#app/domain/export/asked'
import { exportDisputes } from '#app/domain/export/export.server'
import { Refusal } from '#app/domain/refusal'
import { formAction } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

const names = ['q', 'type', 'township', 'risk', 'mine', 'province', 'layout', 'state', 'by', 'from', 'to', 'body']

/** The file itself; what is wrong with what was asked is said on the page before it, with everything as it was chosen. */
export const action = formAction(z.object({}), async (_, { form, actor }) => {
  const params = new URLSearchParams(
    names.flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' && value ? [[name, value]] : []
    }),
  )
  try {
    const { bytes, name } = await exportDisputes(actor, askedOf(params))
    return tableFile(bytes, name)
  } catch (refusal) {
    const [field] = refusal instanceof Refusal ? Object.keys(refusal.fields) : []
    if (!field) throw refusal
    params.set('wrong', field)
    return redirect(`/disputes/export?${params}`)
  }
})

/** An address that was typed leads to the page. */
export const loader = () => redirect('/disputes/export')

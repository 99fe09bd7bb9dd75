import { z } from 'zod'
import type { Batch } from '#app/domain/table/batch/batch'
import { importBatch, sendBatch } from '#app/domain/table/batch/send.server'
import { undoBatch } from '#app/domain/table/batch/undo.server'
import type { Visit } from './handlers.server'
import { tableIn } from './table-file.server'

/** The form of each step of a table: the file itself, or the sheet and where the person stood. */
export const batchForm = z.object({
  sheet: z.uuid('没有这份表格').optional(),
  step: z.enum(['look', 'sure', 'done', 'undo', 'undone']).optional(),
})

/** A table that is sent is looked at; its sheet counts where that was confirmed, and is taken back where that was asked. Answers where to go. */
export async function batchSent<P>(
  batch: Batch<P>,
  { sheet, step }: z.output<typeof batchForm>,
  { actor, form }: Visit & { form: FormData },
) {
  if (!sheet) return `${batch.at}?sheet=${await sendBatch(batch, actor, await tableIn(form))}`
  const here = `${batch.at}?sheet=${sheet}`
  if (step === 'undo') await undoBatch(batch, actor, sheet)
  else if (step !== 'sure') return here
  else if ((await importBatch(batch, actor, sheet)) === 'again') return `${here}&again=1`
  return here
}

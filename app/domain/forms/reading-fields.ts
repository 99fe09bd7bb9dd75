import type { z } from 'zod'
import { languages } from '../words/parties'
import { choicesOf, folded, row, select, text, type FormField } from './field-data'
import { may, oneOf } from './form-words'

/** 宣读 by whom and in which language, 翻译人, 见证人 (U17): they stand on the paper. */
export const readingShape = {
  readBy: may(60),
  readLanguage: oneOf(languages, '没有这种语言').optional(),
  interpreter: may(60),
  witness: may(60),
}
export type Reading = z.output<z.ZodObject<typeof readingShape>>

/** One of them was filled in. */
export const anyRead = (reading: Reading): boolean => Object.values(reading).some((one) => one !== undefined)

export const readingFields = (first: Partial<Record<keyof Reading, string | null>> = {}, more: FormField[] = []): FormField =>
  folded(
    '宣读、翻译、见证、记录',
    [
      row(
        text('readBy', '谁宣读的', { later: '本人自己看的空着', value: first.readBy ?? '' }),
        select('readLanguage', '用什么语言宣读', choicesOf(languages), { none: '没有宣读', value: first.readLanguage ?? '' }),
      ),
      row(
        text('interpreter', '翻译人', { later: '没有就空着', value: first.interpreter ?? '' }),
        text('witness', '见证人', { later: '没有就空着', value: first.witness ?? '' }),
      ),
      ...more,
    ],
    '印在文书上；不识字、看不懂汉字的，要宣读',
  )

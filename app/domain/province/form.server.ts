import { z } from 'zod'
import type { Person } from '../actor'
import { group, text, type FormField } from '../forms/field-data'
import { may } from '../forms/form-words'
import { Refusal } from '../refusal'
import { provinceFormFields, provinceShape, typedFields, type ProvinceFields } from './fields'
import { mayAward, provinceOf } from './fields.server'

export const fillForm = z.object({ ...provinceShape, code: may(80), award: may(40) })

/** The answers of the form; the grading is kept as it was sent, who may send it is asked when it is written. */
export const filledFields = ({ code: _, award, ...typed }: z.output<typeof fillForm>): ProvinceFields | null => {
  const fields = typedFields(typed)
  return fields && { ...fields, award: award ?? '' }
}

/** 省系统要填的 as a form: the number written back, the questions. Throws Refusal: notFound, forbidden. */
export async function fillPage(
  actor: Person,
  disputeId: string,
  now = new Date(),
): Promise<{ number: string; title: string; fields: FormField[] }> {
  const { number, title, code, fields, guessed, may: allowed } = await provinceOf(actor, disputeId, now)
  if (!allowed) throw new Refusal('forbidden', '省系统要填的由承办的人、分流岗和区司法局填')
  const award = mayAward(actor)
    ? [group('区司法局', [text('award', '以奖代补评定', { value: fields.award ?? '', later: '没有就空着' })])]
    : []
  return {
    number,
    title,
    fields: [
      text('code', '省系统编码', {
        value: code ?? '',
        later: '录了以后填',
        hint: '在省系统里录好，把那边的编码抄回来；以后就不在“还没录的”里',
      }),
      provinceFormFields(fields, guessed, '案件情况'),
      ...award,
    ],
  }
}

import { z } from 'zod'
import type { Handing } from '../party/handing.server'
import { dataKinds, handingGrounds } from '../words/handing'
import { tellings } from '../words/parties'
import { choice, choicesOf, folded, select, type FormField } from './field-data'
import { ids, oneOf } from './form-words'
import { partyOptions, type FormParty } from './people.server'

export const handingShape = {
  handConsents: ids('没有这个当事人'),
  handGround: oneOf(handingGrounds, '没有这种依据').optional(),
  handKinds: z.array(oneOf(dataKinds, '没有这一种')).max(4, '选得太多了').default([]),
  handHow: oneOf(tellings, '请选怎么问的').optional(),
}

/** 单独同意: to whom, for what, which data; each party for itself, or the legal ground (U11). */
export const handingFields = (parties: FormParty[], when: string): FormField[] =>
  parties.length
    ? [
        folded(
          '给别的单位的个人信息',
          [
            choice('handConsents', '谁单独同意了', partyOptions(parties), { many: true }),
            choice('handKinds', '给哪些内容', choicesOf(dataKinds), { many: true, value: Object.keys(dataKinds) }),
            select('handHow', '怎么问的', choicesOf(tellings), { value: 'inPerson' }),
            select('handGround', '没有同意的，依据是什么', choicesOf(handingGrounds), { none: '没有' }),
          ],
          `${when}先告诉每一方：给谁、为了什么、给哪些内容。没有单独同意、也没有法定依据的，对方只看到姓名和办理必需的事实，看不到电话、住址和证件`,
        ),
      ]
    : []

/** What was ticked, as the acts take it. */
export const handingIn = ({ handConsents, handGround, handKinds, handHow }: z.output<z.ZodObject<typeof handingShape>>): Handing => ({
  consents: handConsents,
  ground: handGround,
  kinds: handKinds,
  how: handHow,
})

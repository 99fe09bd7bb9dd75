import { noticeHows, sides } from '../words/parties'
import { labelOf } from '../words/words'
import { choice, choicesOf, group, select, type FormField } from './field-data'
import { ids, oneOf } from './form-words'
import type { FormParty } from './people.server'

export const noticeShape = {
  noticed: ids('没有这个当事人'),
  noticedHow: oneOf(noticeHows, '请选怎么告知的').optional(),
}

/** 个人信息收集告知, for those who were not told yet: at the first contact (U11). */
export function noticeFields(parties: FormParty[]): FormField[] {
  const left = parties.filter(({ noticedAt }) => !noticedAt)
  if (!left.length) return []
  return [
    group(
      '个人信息收集告知',
      [
        choice(
          'noticed',
          '这次告知了谁',
          left.map(({ id, name, side }) => ({ value: id, label: `${name}（${labelOf(sides, side)}）` })),
          { many: true },
        ),
        select('noticedHow', '怎么告知的', choicesOf(noticeHows), { value: 'read' }),
      ],
      '第一次接触时告知：谁收集、为了什么、收集什么、给谁看、保存多久、可以查看更正撤回；印好的告知书在“文书卷宗”',
    ),
  ]
}

/** Those ticked, as the acts take them. */
export const noticedIn = ({ noticed, noticedHow }: { noticed: string[]; noticedHow?: keyof typeof noticeHows | undefined }) =>
  noticed.length ? { partyIds: noticed, how: noticedHow ?? ('read' as const) } : undefined

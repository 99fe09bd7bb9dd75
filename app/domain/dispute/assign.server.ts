import type { Answers } from '../conflict/answers'
import { Refusal, wrong } from '../refusal'
import { ties, type TieKind } from '../words/ties'
import { advanceDispute, type Sent } from './advance.server'
import type { Words } from './record.server'

/** What a mediator is to a party, as the body knows it. */
export type Tie = {
  kind: TieKind
  /** Who, and how: staff's word. */
  what?: string | undefined
  /** Told to both sides, and both accept. */
  accepted: boolean
}

export type Assigned = {
  /** The first leads. */
  mediatorIds: string[]
  tie?: Tie
  /** What was answered to what the system found. */
  answers?: Answers
  /** Whom a party would like. */
  wish?: string
  happenedAt?: Date
}

/** Some ties nobody can accept; any other is named, told to both sides and accepted (People's Mediation Law 23; U15). */
export function refuseTie({ kind, what, accepted }: Tie): void {
  if (ties[kind].bars) throw wrong('tie', '和一方同住一户、本人是当事人或者代理人的，不能调解，双方接受也不行。请另选一位')
  const fields = {
    ...(!what && { tieWhat: '请写明是谁、什么关系' }),
    ...(!accepted && {
      tieAccepted: '有利害关系的，要告知双方，双方都接受才能指派（人民调解法第23条）；法院委派、委托的，双方不都同意就要回避',
    }),
  }
  if (Object.keys(fields).length) throw new Refusal('invalid', undefined, fields)
}

/** What stands of a tie: its kind where the parties read it, who it is for staff. */
export const tieWords = (tied: Tie | null): Words[] =>
  tied
    ? [
        { kind: 'told', audience: 'path', text: `利害关系（${ties[tied.kind].label}）已告知双方，双方接受` },
        { kind: 'why', audience: 'handlers', text: tied.what ?? '' },
      ]
    : []

/** 指派, or named anew: active mediators of the body that has it, none of them barred. Throws Refusal beside the field. */
export async function assign(sent: Sent, { mediatorIds, tie, answers, wish, happenedAt }: Assigned): Promise<void> {
  const tied = tie && tie.kind !== 'none' ? tie : null
  if (tied) refuseTie(tied)
  const texts: Words[] = [{ kind: 'note', audience: 'handlers', text: wish ? `当事人想要：${wish}` : '' }, ...tieWords(tied)]
  await advanceDispute(sent, { event: { type: 'assign', mediatorIds: [...new Set(mediatorIds)] }, happenedAt, texts, answers })
}

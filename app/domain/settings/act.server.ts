import { inTransaction, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { recordAct } from '../audit.server'
import { firstTime } from '../dispute/advance.server'
import { Refusal } from '../refusal'

/** Who changes a setting, under which submission key of the form, having seen what. */
export type Setting = {
  actor: Person
  key?: string
  now?: Date
  /** Print of the rows the page showed; a change since is stale (409). */
  seen?: string
}

/** What a change works with: its transaction, its time, and the audit row that each change leaves. */
export type Change = {
  tx: Tx
  actor: Person
  now: Date
  record: (act: string, subject: { kind: string; id: string }, detail: Record<string, string | number | null | string[]>) => Promise<void>
}

/**
 * One form of the settings: once for each submission key, all or nothing, with its audit rows. Answers what `work` answers;
 * undefined where the form was answered before.
 */
export const change = <T>({ actor, key, now = new Date() }: Setting, work: (change: Change) => Promise<T>): Promise<T | undefined> =>
  inTransaction(async (tx) => {
    if (!(await firstTime(tx, actor, key, '/settings', now))) return undefined
    const record: Change['record'] = (act, subject, detail) => recordAct(tx, actor, act, { subject, detail }, now)
    return work({ tx, actor, now, record })
  })

/** Throws Refusal stale where somebody else changed it since the page was opened; what was typed comes back with the form. */
export function demandFresh(seen: string | undefined, print: string): void {
  if (seen !== undefined && seen !== print)
    throw new Refusal('stale', '您打开页面以后，别的管理员改过这一项，这次没有保存。您填的还在下面；重新打开这一页可以看现在的内容')
}

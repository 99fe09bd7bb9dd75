import { z } from 'zod'
import { db, type Tx } from '#app/db/client.server'

/** The setting that makes a database one of demonstration; the demo seed writes it before its accounts. */
export const demoSetting = 'demo'

/** The setting that says which demo accounts the sign-in page lists, and as what. Their telephones are invented. */
export const demoAccountsSetting = 'demoAccounts'

/** The password of every demo account. It stands on the sign-in page, which only a demo database shows. */
export const demoPassword = 'yizhan-demo'

const listed = z.array(z.object({ role: z.string(), name: z.string(), phone: z.string() }))
export type DemoAccount = z.output<typeof listed>[number]

/** The accounts that the sign-in page lists, in its order; null where this is no demo. One statement. */
export async function demoAccounts(tx: Tx = db): Promise<DemoAccount[] | null> {
  const rows = await tx.setting.findMany({ where: { key: { in: [demoSetting, demoAccountsSetting] } } })
  const valueOf = (key: string) => rows.find((row) => row.key === key)?.value
  return valueOf(demoSetting) === true ? listed.parse(valueOf(demoAccountsSetting) ?? []) : null
}

/** Whether this is a demo database: each page says so, and no real account stands in it. */
export async function isDemo(tx: Tx = db): Promise<boolean> {
  const row = await tx.setting.findUnique({ where: { key: demoSetting } })
  return row?.value === true
}

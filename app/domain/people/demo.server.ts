import { db, type Tx } from '#app/db/client.server'

/** The setting that makes a database one of demonstration; the demo seed writes it before its accounts. */
export const demoSetting = 'demo'

/** The password of every demo account. It stands on the sign-in page, which only a demo database shows. */
export const demoPassword = 'yizhan-demo'

/** Whether this is a demo database: its accounts are listed on the sign-in page, and each page says so. */
export async function isDemo(tx: Tx = db): Promise<boolean> {
  const row = await tx.setting.findUnique({ where: { key: demoSetting } })
  return row?.value === true
}

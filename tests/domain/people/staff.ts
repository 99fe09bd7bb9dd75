import { db, inTransaction, type Prisma } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import * as accounts from '#app/domain/people/accounts.server'
import { demoAccountsSetting, demoSetting } from '#app/domain/people/demo.server'
import { hashPassword } from '#app/domain/people/passwords.server'

export const password = '束河古镇的早晨'

let last = 0
/** A mobile number nobody has yet. */
export const newPhone = () => `139${String(10_000_000 + ((Date.now() + last++) % 89_999_999))}`

export async function newArea(name = '束河街道', level: 'district' | 'township' = 'township') {
  const id = newId()
  await db.area.create({ data: { id, name, level, path: `/${id}/`, validFrom: new Date('2020-01-01') } })
  return id
}

export async function newBody(name = '马锅头调解室') {
  const [id, areaId] = [newId(), await newArea()]
  const row = { id, name, areaId, key: id, kind: 'room', channel: 'people', validFrom: new Date('2020-01-01') }
  await db.body.create({ data: row })
  return id
}

/** Makes an account that can sign in at once. */
export async function newAccount({ posts = [], demo }: { posts?: accounts.NewPost[]; demo?: boolean } = {}) {
  const phone = newPhone()
  const passwordHash = await hashPassword(password)
  const account = { name: '和丽芬', phone, passwordHash, posts, ...(demo === undefined ? {} : { demo }) }
  const id = await inTransaction((tx) => accounts.createAccount(tx, account, 'operator'))
  return { id, phone }
}

const put = (key: string, value: Prisma.InputJsonValue) => db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })

/** Makes this file's database one of demonstration, or none. */
export async function makeDemo(demo: boolean) {
  await put(demoSetting, demo)
  await put(demoAccountsSetting, [{ role: '网格员（束河街道）', name: '木春燕', phone: '13800530000' }])
}

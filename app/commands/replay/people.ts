import { db, inTransaction } from '#app/db/client.server'
import { bodiesOf, areasOf, roleLabels, type Person, type Role } from '#app/domain/actor'
import { createAccount } from '#app/domain/people/accounts.server'
import { inventedName } from '../../../prisma/district/names'

/** Posts given for a replay stand from before any case. */
const always = new Date('2000-01-01T00:00:00Z')

let appointed = 0

/** Everybody with an account, as signing in would make them: the posts that they hold. */
async function readPeople(): Promise<Person[]> {
  const accounts = await db.account.findMany({
    include: { posts: { orderBy: { id: 'asc' } } },
    where: { stoppedAt: null },
    orderBy: { id: 'asc' },
  })
  return accounts.map(({ id, name, posts }) => ({
    kind: 'account',
    accountId: id,
    name,
    posts: posts.map(({ role, areaId, bodyId, unit }) => ({ role, areaId, bodyId, title: unit ?? roleLabels[role] })),
  }))
}

/** The people of the district, by what they hold. */
export class People {
  private constructor(private all: Person[]) {}

  static async read() {
    return new People(await readPeople())
  }

  /** In the order in which they were entered. */
  of(role: Role, { areaId, bodyId }: { areaId?: string; bodyId?: string }): Person[] {
    return this.all.filter((person) => (bodyId ? bodiesOf(person, role).includes(bodyId) : areasOf(person, role).includes(areaId ?? '')))
  }

  byId(accountId: string): Person {
    const person = this.all.find((one) => one.accountId === accountId)
    if (!person) throw new Error(`没有账号 ${accountId}`)
    return person
  }

  /** The first who holds it; throws with what is missing. */
  first(role: Role, where: { areaId?: string; bodyId?: string }): Person {
    const [person] = this.of(role, where)
    if (!person) throw new Error(`没有人任${roleLabels[role]}`)
    return person
  }

  /** Gives a body somebody for a post; the account's telephone is invented. */
  async appoint(role: Role, bodyId: string) {
    appointed += 1
    const phone = `139${String(appointed).padStart(8, '0')}`
    const posts = [{ role, bodyId, from: always }]
    await inTransaction((tx) =>
      createAccount(tx, { name: inventedName(appointed % 800), phone, languages: ['chinese'], posts }, 'operator'),
    )
    this.all = await readPeople()
  }

  /** Makes sure that a body has as many people in a post. */
  async atLeast(count: number, role: Role, bodyId: string) {
    while (this.of(role, { bodyId }).length < count) await this.appoint(role, bodyId)
    return this.of(role, { bodyId })
  }
}

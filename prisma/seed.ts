import { inTransaction, type Tx } from '#app/db/client.server'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { periodRules } from '#app/domain/calendar/rules.data'
import { writeCalendarTables, writeReminderRules } from '#app/domain/settings/shipped.server'
import { newId } from '#app/domain/id'
import { demoAccountRow } from '#app/domain/people/accounts.server'
import { demoPassword, demoSetting } from '#app/domain/people/demo.server'
import { hashPassword } from '#app/domain/people/passwords.server'
import { dayIn } from '#app/domain/calendar/days'
import { demoRegistrantRow } from '#app/domain/roll/registrants.server'
import { accounts, areas, bodies, featuredAccounts, rollSeeds, termSeeds, venues } from './district'

const date = (day: string) => new Date(`${day}T00:00:00Z`)
/** Posts and bodies of the seed stand from before any case that is replayed. */
const always = '2000-01-01'

async function seedAreas(tx: Tx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const paths = new Map<string, string>()
  for (const { code, parentCode } of areas) {
    const id = newId()
    ids.set(code, id)
    paths.set(code, `${parentCode ? paths.get(parentCode) : '/'}${id}/`)
  }
  await tx.area.createMany({
    data: areas.map(({ code, name, level, parentCode, validFrom }) => ({
      id: ids.get(code)!,
      code,
      name,
      level,
      parentId: parentCode ? ids.get(parentCode) : null,
      path: paths.get(code)!,
      validFrom: date(validFrom),
    })),
  })
  return ids
}

async function seedBodies(tx: Tx, areaIds: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map(bodies.map(({ key }) => [key, newId()]))
  await tx.body.createMany({
    data: bodies.map(({ areaCode, parentKey, sealOfKey, types, languages, ...body }) => ({
      ...body,
      id: ids.get(body.key)!,
      areaId: areaIds.get(areaCode)!,
      parentId: parentKey ? ids.get(parentKey) : null,
      sealOfId: sealOfKey ? ids.get(sealOfKey) : null,
      types: [...types],
      languages: [...languages],
      validFrom: date(always),
    })),
  })
  return ids
}

const seedVenues = (tx: Tx, bodyIds: Map<string, string>) =>
  tx.venue.createMany({
    data: venues.map(({ bodyKey, ...venue }) => ({ ...venue, id: newId(), bodyId: bodyIds.get(bodyKey)!, validFrom: date(always) })),
  })

async function seedRules(tx: Tx, now: Date) {
  await tx.periodRule.createMany({
    data: periodRules.map((rule) => ({
      code: rule.code,
      version: rule.version,
      period: rule.period ?? 'expected',
      rule,
      owner: rule.owner,
      validFrom: date(rule.validFrom),
      validTo: rule.validTo ? date(rule.validTo) : null,
    })),
  })
  const days = publishedCalendarDays()
  await tx.calendarDay.createMany({ data: days.map(({ day, ...rest }) => ({ ...rest, day: date(day) })) })
  await writeCalendarTables(tx, days, now)
  await writeReminderRules(tx)
  await tx.setting.create({ data: { key: 'rulesVersion', value: 1 } })
}

/** The register of the demo: who mediates in which office, and whom a village asks. */
async function seedRoll(tx: Tx, areaIds: Map<string, string>, bodyIds: Map<string, string>, accountIds: Map<string, string>, now: Date) {
  const today = dayIn(now)
  const rows = rollSeeds(today).map(({ held, areaCode, accountKey, qualifications, languages, ...person }) => ({
    held,
    row: demoRegistrantRow(
      {
        ...person,
        areaId: areaIds.get(areaCode)!,
        accountId: accountKey ? accountIds.get(accountKey)! : null,
        qualifications: [...qualifications],
        languages: [...languages],
      },
      now,
    ),
  }))
  await tx.registrant.createMany({ data: rows.map(({ row }) => row) })
  await tx.committeeTerm.createMany({
    data: termSeeds(today).map(({ bodyKey, electedOn, endsOn, how }) => ({
      id: newId(),
      bodyId: bodyIds.get(bodyKey)!,
      electedOn: date(electedOn),
      endsOn: date(endsOn),
      how,
      recordedAt: now,
    })),
  })
  await tx.appointment.createMany({
    data: rows.flatMap(({ row, held }) =>
      held.map(({ bodyKey, office, how, paper, from, to }) => ({
        id: newId(),
        registrantId: row.id,
        bodyId: bodyIds.get(bodyKey)!,
        office,
        how,
        paper,
        validFrom: date(from),
        validTo: to ? date(to) : null,
        recordedAt: now,
      })),
    ),
  })
}

async function seedDemoPeople(tx: Tx, areaIds: Map<string, string>, bodyIds: Map<string, string>, now: Date) {
  await tx.setting.create({ data: { key: demoSetting, value: true } })
  const passwordHash = await hashPassword(demoPassword)
  const rows = accounts.map((account) => ({
    account,
    row: demoAccountRow({ ...account, languages: [...account.languages] }, passwordHash, now),
  }))
  await tx.account.createMany({ data: rows.map(({ row }) => row) })
  await tx.post.createMany({
    data: rows.flatMap(({ account, row }) =>
      account.posts.map(({ role, areaCode, bodyKey, unit }) => ({
        id: newId(),
        accountId: row.id,
        role,
        areaId: areaCode ? areaIds.get(areaCode) : null,
        bodyId: bodyKey ? bodyIds.get(bodyKey) : null,
        unit,
        validFrom: date(always),
      })),
    ),
  })
  await seedRoll(tx, areaIds, bodyIds, new Map(rows.map(({ account, row }) => [account.key, row.id])), now)
  const listed = featuredAccounts.map(({ name, phone, featured }) => ({ role: featured ?? '', name, phone }))
  await tx.setting.create({ data: { key: 'demoAccounts', value: listed } })
}

/**
 * The district: areas, bodies, rules of periods, holidays; with `demo` also invented people for every role. Writes
 * nothing where there are areas already; answers whether it wrote.
 */
export const seedDistrict = ({ demo = true, now = new Date() } = {}): Promise<boolean> =>
  inTransaction(async (tx) => {
    if (await tx.area.findFirst({ select: { id: true } })) return false
    const areaIds = await seedAreas(tx)
    const bodyIds = await seedBodies(tx, areaIds)
    await seedRules(tx, now)
    if (demo) await seedVenues(tx, bodyIds)
    if (demo) await seedDemoPeople(tx, areaIds, bodyIds, now)
    return true
  })

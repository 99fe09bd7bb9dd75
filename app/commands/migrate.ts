import { disconnect } from '#app/db/client.server'
import { deployMigrations } from '#app/db/migrations.server'
import { fillContacts } from '#app/domain/conflict/contacts.server'
import { fillShipped } from '#app/domain/settings/shipped.server'
import { prepareQueue } from '#app/services/jobs.server'

/** Brings the database that DATABASE_URL names up to date: our tables, then the job queue's. */
const applied = await deployMigrations()
await prepareQueue()
await fillContacts()
await fillShipped()
await disconnect()
for (const name of applied) console.log(`已应用迁移 ${name}`)
if (applied.length === 0) console.log('数据库已是最新')

import { disconnect } from '#app/db/client.server'
import { fill } from './seeding/fill'

/**
 * `npm run seed [-- --demo]`: the district into an empty database. `--demo` adds invented people for every role, invented disputes
 * and their duty roster; without it a link is printed with which the first administrator makes the own account.
 */
for (const line of await fill({ demo: process.argv.includes('--demo') })) console.log(line)
await disconnect()

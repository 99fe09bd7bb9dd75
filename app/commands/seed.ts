import { disconnect } from '#app/db/client.server'
import { seedDistrict } from '../../prisma/seed'

/** `npm run seed [-- --demo]`: the district into an empty database; `--demo` adds invented people for every role. */
const wrote = await seedDistrict({ demo: process.argv.includes('--demo') })
console.log(wrote ? '已写入古城区的地方、组织、期限规则' : '库里已有地方，不再写入')
await disconnect()

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deployMigrations } from '#app/db/migrations.server'
import { driftOf } from '#app/db/schema-engine'
import { withScratchDatabase } from '#app/db/scratch'

/** `npm run migration -- name`: writes the SQL that leads from the migrations so far to prisma/schema.prisma. */
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('用法：npm run migration -- name（小写字母、数字、下划线）')
  process.exit(2)
}

const sql = await withScratchDatabase(async (url) => {
  await deployMigrations({ url, schema: 'public' })
  return driftOf(url)
})
if (sql === null) {
  console.log('prisma/schema.prisma 与已有迁移一致，不需要新的迁移')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), `${sql.trim()}\n`)
  console.log(`已写 ${folder}/migration.sql；检查约束、部分索引和触发器请手工补在其中`)
}

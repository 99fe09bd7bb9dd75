import { defineConfig } from 'prisma/config'

// Prisma's CLI only generates the client here; migrations have a deployer of their own (app/db/migrations.server.ts).
export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unused.invalid/none' },
})

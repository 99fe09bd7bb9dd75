import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `pure` needs nothing; `domain` gets a database of its own for every file, cloned from a migrated and seeded template. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['tests/{machines,pure,services,http,ui}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['tests/{domain,db,cases,bench}/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/support/template.ts',
          setupFiles: 'tests/support/own-database.ts',
        },
      },
    ],
  },
})

import { defineConfig, type PlaywrightTestConfig } from '@playwright/test'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from './support/chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

// This file is read again by every worker: what the first reading chose is handed down by the environment.
process.env.E2E_PORT ??= String(await freePort())
const address = `http://localhost:${process.env.E2E_PORT}`

const use = (width: number, height: number, more: PlaywrightTestConfig['use'] = {}) => ({
  baseURL: address,
  viewport: { width, height },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  browserName: 'chromium' as const,
  launchOptions: chromiumLaunch(),
  screenshot: 'only-on-failure' as const,
  trace: 'retain-on-failure' as const,
  ...more,
})

/** A file belongs to one size by its name: `*.phone.spec.ts`, `*.desktop.spec.ts`; any other runs on both. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../.cache/playwright',
  // What e2e-server.mjs bundled runs as it is.
  build: { external: ['**/.cache/**'] },
  workers: 2,
  timeout: 240_000,
  // A browser now and then loses a page that stands behind another: such a journey is walked once more, and named as flaky.
  retries: 1,
  expect: { timeout: 30_000 },
  use: { actionTimeout: 45_000, navigationTimeout: 60_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  projects: [
    { name: 'phone', testIgnore: /\.desktop\.spec/, use: use(360, 740, { hasTouch: true, isMobile: true }) },
    { name: 'desktop', testIgnore: /\.phone\.spec/, use: use(1440, 900) },
  ],
  webServer: {
    command: 'node tests/support/e2e-server.mjs',
    cwd: root,
    env: { PORT: process.env.E2E_PORT },
    url: `${address}/healthz`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
})

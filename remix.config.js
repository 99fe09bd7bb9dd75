import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

// The Vite config itself: every script passes `--config remix.config.js`.
export default defineConfig({
  plugins: [
    remix({
      buildDirectory: 'build/pages', // Remix empties it at each build, and build/ holds the commands too
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: false, // a page would ask for its links' routes: a request more on a bad line
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
      ignoredRouteFiles: ['**/*.test.*'],
    }),
  ],
  build: {
    target: 'chrome100',
    assetsInlineLimit: 0, // a data: URL would break the content security policy
    sourcemap: false,
  },
})

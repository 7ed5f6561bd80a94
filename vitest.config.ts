import { existsSync } from 'node:fs'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, chromiumExecutable } from './scripts/chromium.ts'

// Packages are tested as they are written: the condition leads to their sources.
const source = 'liaison-source'
const outside = ['**/node_modules/**', '**/dist/**', '**/.cache/**', 'lint/fixtures/**']
const browserPackages = [
  'axe-core',
  'idb',
  'intl-messageformat',
  'lean-qr',
  'lit',
  'lit/directive.js',
  'lit/directive-helpers.js',
  'lit/directives/guard.js',
  'lit/directives/repeat.js',
  'lit/directives/live.js',
  'lit/directives/keyed.js',
  'lit/directives/ref.js',
  'marked',
  '@simplewebauthn/browser',
  '@lit/context',
  '@tanstack/query-core',
]
const databases = 'core/test/postgresql-setup.ts'
/** What is waited for comes at once on a machine at rest; on one that is busy it may take seconds. */
const patience = { poll: { timeout: 10_000 } }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { conditions: [source, ...defaultServerConditions] },
        ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
        test: {
          name: 'node',
          include: ['**/*.test.ts'],
          exclude: [...outside, '**/*.browser.test.ts'],
          environment: 'node',
          execArgv: [`--conditions=${source}`],
          globalSetup: existsSync(databases) ? [databases] : [],
          testTimeout: 30_000,
          expect: patience,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: [source, ...defaultClientConditions] },
        // Named beforehand: what is found while tests run makes the page load anew, in the middle of one.
        optimizeDeps: { include: browserPackages },
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: outside,
          testTimeout: 30_000,
          expect: patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: await chromiumExecutable(), args: chromiumArguments } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/any-input.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores on the smallest machine the suite must pass on.
    maxWorkers: 2,
  },
})

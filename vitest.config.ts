import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/any-input.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page is waited for says nothing about speed; a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    // V8 ends a process, rarely, over its own record of protected code pages when threads come and go.
    execArgv: ['--no-memory-protection-keys'],
    // Two cores on the smallest machine the suite must pass on.
    maxWorkers: 2,
  },
})

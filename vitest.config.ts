import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

// Threads and programs that tests start from source compile it once, not each time anew.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'huishu-compile-cache')

/** What only computes: nothing is left behind by one file that the next could see. */
const COMPUTING = ['core', 'shared', 'renderer', 'architecture'].map((room) => `test/${room}/**`)

/** The stories in the browser first: they take longest, and none shall run on alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isStory = (file: TestSpecification): boolean => file.moduleId.includes('/test/e2e/')
    return [...sorted.filter(isStory), ...sorted.filter((file) => !isStory(file))]
  }
}

export default defineConfig({
  test: {
    setupFiles: ['test/support/any-input.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page is waited for says nothing about speed; a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    // V8 ends a process, rarely, over its own record of protected code pages when threads come and go.
    execArgv: ['--no-memory-protection-keys'],
    // Two cores on the smallest machine the suite must pass on.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: COMPUTING,
        },
      },
      {
        extends: true,
        test: {
          name: 'computing',
          include: COMPUTING.flatMap((room) => [`${room}/*.test.ts`, `${room}/*.test.tsx`]),
          isolate: false,
        },
      },
    ],
  },
})

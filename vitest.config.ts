import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

// Threads and programs that tests start from source compile it once, not each time anew.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'huishu-compile-cache')

/** The stories, and what starts programs or changes what its process knows: each file by itself. */
const ALONE = ['e2e', 'scripts', 'security', 'preload'].map((room) => `test/${room}/**`)
/** Stands a module in for another, or asks for the program's surroundings: by itself too. */
const ALONE_IN_MAIN = [
  'desktop',
  'evidence',
  'second-start',
  'log/command-line',
  'workbook/reading/grown-thread',
].map((name) => `test/main/${name}.test.ts`)

/** The stories in the browser first: they take longest, and none shall run on alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isStory = (file: TestSpecification): boolean => file.moduleId.includes('/test/e2e/')
    return [...sorted.filter(isStory), ...sorted.filter((file) => !isStory(file))]
  }
}

/** The test files of a room, or the one file. */
const tests = (place: string): string[] =>
  place.endsWith('**') ? [`${place}/*.test.ts`, `${place}/*.test.tsx`] : [place]

export default defineConfig({
  test: {
    setupFiles: ['test/support/any-input.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // What a page is waited for says nothing about speed; a busy machine takes its time.
    expect: { poll: { timeout: 30_000 } },
    // V8 ends a process, rarely, over its own record of protected code pages when threads come and go.
    execArgv: ['--no-memory-protection-keys'],
    // Two cores on the smallest machine the suite must pass on.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: [...ALONE, ...ALONE_IN_MAIN].flatMap(tests),
        },
      },
      {
        extends: true,
        test: {
          // A process that goes on from file to file has read the program once and runs it warm.
          name: 'together',
          include: tests('test/**'),
          exclude: [...ALONE, ...ALONE_IN_MAIN],
          isolate: false,
        },
      },
    ],
  },
})

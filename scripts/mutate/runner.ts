import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BaseSequencer, createVitest } from 'vitest/node'
import type { TestModule, TestSpecification } from 'vitest/node'
import type { Answer, Order } from './order.ts'

/**
 * Keeps Vitest warm and runs test files as it is told by its parent (order.ts): one after the other in
 * one process, which has read the program once.
 */
class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files)
  }
}

const root = process.cwd()
const setup = 'test/support/any-input.ts'
const vitest = await createVitest('test', {
  root,
  config: false,
  watch: false,
  include: ['test/**/*.test.{ts,tsx}'],
  setupFiles: [
    fileURLToPath(new URL('setup.ts', import.meta.url)),
    ...(existsSync(join(root, setup)) ? [setup] : []),
  ],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  isolate: false,
  fileParallelism: false,
  maxWorkers: 1,
  execArgv: ['--no-memory-protection-keys'],
  sequence: { sequencer: AsGiven },
  reporters: [{}],
  cache: false,
})
await vitest.standalone()

process.on('message', (order: Order) => void run(order))
process.send?.({ ready: true })

async function run(order: Order): Promise<void> {
  vitest.invalidateFile(join(root, order.changed))
  vitest.config.bail = order.first ? 1 : 0
  for (const project of vitest.projects) project.config.bail = vitest.config.bail
  const project = vitest.getRootProject()
  const specifications = order.tests.map((test) => project.createSpecification(join(root, test)))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false)
  const came = order.log === null ? new Map<string, number[]>() : cameIn(order.log)
  const answer: Answer = {
    tests: testModules.map((module) => ({
      test: module.relativeModuleId,
      // Tests that were only skipped have said nothing.
      outcome: !module.ok()
        ? 'failed'
        : [...module.children.allTests('passed')].length > 0
          ? 'passed'
          : 'skipped',
      milliseconds: Math.round(module.diagnostic().duration + module.diagnostic().collectDuration),
      late: errorsOf(module).some((said) => /timed? ?out|ETIMEDOUT/iu.test(said)),
      came: came.get(module.moduleId) ?? [],
    })),
    unhandled: unhandledErrors.length > 0,
  }
  process.send?.(answer)
}

function errorsOf(module: TestModule): string[] {
  const failed = [...module.children.allTests('failed')].flatMap(
    (test) => test.result().errors ?? [],
  )
  return [...module.errors(), ...failed].map(({ message }) => message)
}

/** Test files and the numbers of the places that were told while each ran. */
function cameIn(log: string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [number = '', test = ''] = line.split('\t')
    if (number !== '') found.set(test, [...(found.get(test) ?? []), Number(number)])
  }
  return found
}

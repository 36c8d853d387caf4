import { join } from 'node:path'
import { createVitest } from 'vitest/node'

/**
 * Keeps Vitest warm and runs one test file after the other, as it is told by its parent:
 * `{ changed, test }`, paths from the working folder, is answered by `{ passed }`.
 */
interface Order {
  changed: string
  test: string
}

const root = process.cwd()
const vitest = await createVitest('test', {
  root,
  watch: false,
  maxWorkers: 1,
  reporters: [{}],
  cache: false,
})
await vitest.standalone()

process.on('message', (order: Order) => void run(order))
process.send?.({ ready: true })

async function run({ changed, test }: Order): Promise<void> {
  vitest.invalidateFile(join(root, changed))
  const path = join(root, test)
  const specifications = vitest.getModuleSpecifications(path)
  const known =
    specifications.length > 0 ? specifications : [vitest.getRootProject().createSpecification(path)]
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(known, false)
  // Tests that were only skipped have said nothing.
  const spoke = testModules.flatMap((module) => [...module.children.allTests('passed')])
  const held = testModules.every((module) => module.ok())
  const passed = unhandledErrors.length === 0 && held && spoke.length > 0
  process.send?.({ passed })
}

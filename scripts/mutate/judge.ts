import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutated } from './operators.ts'
import type { Mutant } from './operators.ts'
import type { Answer, Order, Ran } from './order.ts'

/**
 * What became of a mutant: `tests` ran, of `reached` that come by. It is undecided when the time
 * was over before all that were to be tried had run.
 */
export interface Verdict extends Mutant {
  status: 'killed' | 'survived' | 'timed out' | 'undecided' | 'not reached'
  by: string | null
  tests: number
  reached: number
  milliseconds: number
}

/** A test file that comes by a place, and how long it takes when nothing is broken. */
export interface Reaching {
  test: string
  milliseconds: number
}

/** Most test files tried on one mutant, and the time for all of them. */
export interface Limits {
  tests: number
  milliseconds: number
}

/** Tests that take longer than this are suspected not to end, and are tried without the break. */
const LONGEST = 120_000
/** Those that then take longer than this, and five times what they took without it, do not end. */
const AT_LEAST = 20_000
/** What the first, second, … tests that are tried together may take; each step takes at least one. */
const STEPS = [1_500, 6_000, 20_000]

const RUNNER = fileURLToPath(new URL('runner.ts', import.meta.url))

/** Tries mutants one after the other in a copy of the tree, by a Vitest that is kept warm. */
export class Judge {
  private readonly root: string
  private readonly limits: Limits
  private child: ChildProcess | null = null
  /** Test files that were seen to pass without a break. */
  readonly proven = new Set<string>()
  /** Test files that fail without a break. */
  readonly unsound = new Set<string>()

  constructor(root: string, limits: Limits) {
    this.root = root
    this.limits = limits
  }

  /** @param tests test files that reach the mutant, in the order in which they are tried */
  async of(mutant: Mutant, tests: readonly Reaching[]): Promise<Verdict> {
    const since = performance.now()
    const place = join(this.root, mutant.path)
    const code = readFileSync(place, 'utf8')
    let ran = 0
    const verdict = (status: Verdict['status'], by: string | null = null): Verdict => {
      const milliseconds = Math.round(performance.now() - since)
      return { ...mutant, status, by, tests: ran, reached: tests.length, milliseconds }
    }
    const inTree = (text: string, asked: readonly Reaching[], most: number) => {
      writeFileSync(place, text)
      const order = { changed: mutant.path, tests: asked.map(({ test }) => test) }
      return this.ask({ ...order, first: true, log: null }, most)
    }
    try {
      for (const asked of inSteps(tests.slice(0, this.limits.tests))) {
        if (performance.now() - since > this.limits.milliseconds) return verdict('undecided')
        const sound = asked.filter(({ test }) => !this.unsound.has(test))
        if (sound.length === 0) continue
        const answer = await inTree(mutated(mutant, code), sound, LONGEST)
        ran += sound.length
        const failed = answer?.tests.find(({ outcome }) => outcome === 'failed')
        if (answer !== null && failed === undefined && !answer.unhandled) continue
        const by = failed === undefined ? sound : sound.filter(({ test }) => test === failed.test)
        const names = by.map(({ test }) => test).join(' ')
        // A test that was seen to pass when all was whole and says what is wrong has noticed the break;
        // one that ended over a time, or without a word, may do so without it.
        if (failed !== undefined && !failed.late && this.proven.has(failed.test))
          return verdict('killed', names)
        const began = performance.now()
        const whole = await inTree(code, by, LONGEST)
        const taken = performance.now() - began
        if (whole !== null && !whole.unhandled && whole.tests.every(isSound)) {
          for (const { test } of by) this.proven.add(test)
          if (failed !== undefined && !failed.late) return verdict('killed', names)
          // Only what does so twice, and on a machine that is as busy as it was without the break.
          const again = await inTree(mutated(mutant, code), by, Math.max(AT_LEAST, taken * 5))
          if (again === null) return verdict('timed out', names)
          if (again.unhandled || !again.tests.every(isSound)) return verdict('killed', names)
          continue
        }
        for (const { test, outcome } of whole?.tests ?? [])
          if (outcome === 'failed') this.unsound.add(test)
        this.close()
      }
      return verdict(ran === 0 ? 'not reached' : 'survived')
    } finally {
      writeFileSync(place, code)
    }
  }

  close(): void {
    const pid = this.child?.pid
    this.child = null
    if (pid === undefined) return
    try {
      // Its group: a thread or process of a test may be going round for ever.
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }

  /**
   * Runs test files.
   *
   * @param most milliseconds after which it is ended
   * @returns null when it did not end, or ended without an answer
   */
  async ask(order: Order, most: number): Promise<Answer | null> {
    const child = await this.started()
    const over = new AbortController()
    const timer = setTimeout(() => over.abort(), most)
    const gone = (): void => over.abort()
    child.once('exit', gone)
    try {
      child.send(order)
      const heard: unknown[] = await once(child, 'message', { signal: over.signal })
      const [answer] = heard
      return isAnswer(answer) ? answer : null
    } catch {
      this.close()
      return null
    } finally {
      child.off('exit', gone)
      clearTimeout(timer)
    }
  }

  private async started(): Promise<ChildProcess> {
    if (this.child?.connected === true) return this.child
    const flags = ['--disable-warning=ExperimentalWarning']
    const child = fork(RUNNER, {
      cwd: this.root,
      execArgv: flags,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, CI: '1', NO_COLOR: '1' },
    })
    this.child = child
    await once(child, 'message', { signal: AbortSignal.timeout(60_000) })
    return child
  }
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'tests' in answer
}

function isSound({ outcome }: Ran): boolean {
  return outcome !== 'failed'
}

function sum(tests: readonly Reaching[]): number {
  return tests.reduce((all, { milliseconds }) => all + milliseconds, 0)
}

/** Tests in the order given, a few quick ones together before many or slow ones. */
function inSteps(tests: readonly Reaching[]): Reaching[][] {
  const steps: Reaching[][] = []
  for (const test of tests) {
    const last = steps.at(-1)
    const most = STEPS[Math.min(steps.length, STEPS.length) - 1] ?? 0
    if (last !== undefined && sum(last) + test.milliseconds <= most) last.push(test)
    else steps.push([test])
  }
  return steps
}

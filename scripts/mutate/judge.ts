import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutated } from './operators.ts'
import type { Mutant } from './operators.ts'

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

type Outcome = 'passed' | 'failed' | 'timed out'

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

/** A test that takes longer than this, and than five times what it takes, does not end. */
const AT_LEAST = 20_000

const RUNNER = fileURLToPath(new URL('runner.ts', import.meta.url))

/** Tries mutants one after the other in a copy of the tree, by a Vitest that is kept warm. */
export class Judge {
  private readonly root: string
  private readonly limits: Limits
  private child: ChildProcess | null = null
  /** Test files that fail or hang on the tree without a break. */
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
    try {
      for (const { test, milliseconds } of tests.slice(0, this.limits.tests)) {
        if (performance.now() - since > this.limits.milliseconds) return verdict('undecided')
        if (this.unsound.has(test)) continue
        const most = Math.max(AT_LEAST, milliseconds * 5)
        const broken = (): Promise<Outcome> => {
          writeFileSync(place, mutated(mutant, code))
          return this.run(mutant.path, test, most)
        }
        let outcome = await broken()
        ran += 1
        if (outcome === 'passed') continue
        // A test that fails or hangs without the break says nothing about it.
        const whole = (): Promise<Outcome> => {
          writeFileSync(place, code)
          return this.run(mutant.path, test, most)
        }
        if ((await whole()) !== 'passed') {
          // Or the break has spoilt the runner: a new one is asked before the test is blamed.
          this.close()
          const isSound = (await whole()) === 'passed'
          if (!isSound) this.unsound.add(test)
          outcome = isSound ? await broken() : 'passed'
        }
        if (outcome !== 'passed')
          return verdict(outcome === 'failed' ? 'killed' : 'timed out', test)
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
   * Runs a test file.
   *
   * @param changed the source file that has changed since the last run
   * @param most milliseconds after which it is ended
   */
  async run(changed: string, test: string, most: number): Promise<Outcome> {
    const child = await this.started()
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), most)
    try {
      child.send({ changed, test })
      const heard: unknown[] = await once(child, 'message', { signal: late.signal })
      const [answer] = heard
      return isAnswer(answer) && answer.passed ? 'passed' : 'failed'
    } catch {
      this.close()
      return late.signal.aborted ? 'timed out' : 'failed'
    } finally {
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

function isAnswer(answer: unknown): answer is { passed: boolean } {
  return typeof answer === 'object' && answer !== null && 'passed' in answer
}

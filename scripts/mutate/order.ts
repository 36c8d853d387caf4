/** What the runner is told: test files, one after the other. */
export interface Order {
  /** The source file that has changed since the last order. */
  changed: string
  tests: string[]
  /** Whether the first failure ends it. */
  first: boolean
  /** The file that places tell in when they are reached; null when nobody asks. */
  log: string | null
}

/** What became of a test file. */
export interface Ran {
  test: string
  outcome: 'passed' | 'failed' | 'skipped'
  milliseconds: number
  /** It failed over a time limit. */
  late: boolean
  /** Numbers of the places told in the log while it ran. */
  came: number[]
}

/** What the runner answers. */
export interface Answer {
  tests: Ran[]
  /** An error that nobody waited for. */
  unhandled: boolean
}

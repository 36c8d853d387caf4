import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which breaks a test file came by, and how long it took. */
export interface Came {
  milliseconds: number
  by: string[]
}

interface Kept {
  asked: string[]
  tests: Record<string, Came & { hash: string }>
}

/**
 * What test files came by in an earlier part of a run, kept in a file. It holds for a test file that
 * is as it was, and for breaks that were asked about then.
 */
export class Remembered {
  private readonly root: string
  private readonly file: string
  private readonly kept: Kept

  /** @param names the breaks that are asked about */
  constructor(root: string, file: string, names: readonly string[]) {
    this.root = root
    this.file = file
    const before = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Kept)
      : { asked: [], tests: {} }
    const asked = new Set(before.asked)
    this.kept = names.every((name) => asked.has(name)) ? before : { asked: [...names], tests: {} }
  }

  /** @param test a path from the root; null when it must be run to know */
  of(test: string): Came | null {
    const known = this.kept.tests[test]
    return known !== undefined && known.hash === this.hashOf(test) ? known : null
  }

  keep(test: string, came: Came): void {
    this.kept.tests[test] = { ...came, hash: this.hashOf(test) }
    writeFileSync(this.file, JSON.stringify(this.kept))
  }

  private hashOf(test: string): string {
    return createHash('sha256')
      .update(readFileSync(join(this.root, test)))
      .digest('hex')
  }
}

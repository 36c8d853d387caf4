import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** Files of the repository and those that each names: by import, or as a script or thread it starts. */
export class Imports {
  private readonly namedIn = new Map<string, string[]>()
  private readonly names = new Map<string, ReadonlySet<string>>()
  private readonly weights = new Map<string, number>()

  /** @param root the folder that holds src, test and scripts */
  constructor(root: string) {
    const files = ['src', 'test', 'scripts'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:tsx?|mjs)$/u.test(name))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    )
    const known = new Set(files)
    for (const from of files) {
      const names = named(from, readFileSync(join(root, from), 'utf8'), known)
      this.names.set(from, names)
      for (const to of names) this.namedIn.set(to, [...(this.namedIn.get(to) ?? []), from])
    }
  }

  /** All unit tests, the lighter ones first; the browser's and those that read the source are none. */
  tests(): string[] {
    return [...this.names.keys()].filter(isUnit).toSorted((a, b) => this.weight(a) - this.weight(b))
  }

  /** How many imports lie between a file and each test that brings it with it. */
  stepsTo(path: string): ReadonlyMap<string, number> {
    const steps = new Map([[path, 0]])
    for (const [file, step] of steps) {
      for (const from of this.namedIn.get(file) ?? []) {
        if (!steps.has(from)) steps.set(from, step + 1)
      }
    }
    return steps
  }

  /** How many files a test brings with it: about how long it takes to start. */
  weight(test: string): number {
    const known = this.weights.get(test)
    if (known !== undefined) return known
    const reached = new Set([test])
    for (const file of reached) for (const to of this.names.get(file) ?? []) reached.add(to)
    this.weights.set(test, reached.size)
    return reached.size
  }
}

function isUnit(file: string): boolean {
  return /\.test\.tsx?$/u.test(file) && !/^test\/(?:e2e|architecture)\//u.test(file)
}

/** Words in quotes that are files: seen from the file itself, or from the root. */
function named(from: string, code: string, known: ReadonlySet<string>): Set<string> {
  const words = [...code.matchAll(/['"`]([^'"`\s]+\.(?:tsx?|mjs))(?:\?\w+)?['"`]/gu)]
  return new Set(
    words
      .flatMap(([, word = '']) => [
        posix.join(dirname(from), word),
        posix.normalize(word),
        posix.normalize(word.replace(/^(?:\.\.\/)+/u, '')),
      ])
      .filter((file) => known.has(file) && file !== from),
  )
}

import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { vi } from 'vitest'
import { main } from '../../src/main/cli.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** The command line from source, as `npm run huishu` starts it, and as it is packaged. */
export type Program = 'src/main/cli.ts' | 'out/main/cli.js'

/** The bundle starts in a third of the time; .ci/run, which has just built it, names it. */
const USUAL: Program =
  process.env['HUISHU_TEST_PROGRAM'] === 'out/main/cli.js' ? 'out/main/cli.js' : 'src/main/cli.ts'

/**
 * The same command line without a process of its own, which takes longer to start than most commands
 * to run. Not for what is about processes: signals, locks, surroundings, what is left at the end.
 */
export async function callCli(words: string[], env: Record<string, string> = {}): Promise<Ended> {
  const texts = { out: '', err: '' }
  const written = (to: 'out' | 'err') => (data: string | Uint8Array) => {
    texts[to] += typeof data === 'string' ? data : new TextDecoder().decode(data)
    return true
  }
  const streams = [
    vi.spyOn(process.stdout, 'write').mockImplementation(written('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(written('err')),
  ]
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, env)
  try {
    const code = await main(words)
    return { code, ...texts }
  } finally {
    for (const stream of streams) stream.mockRestore()
    for (const [name, was] of before) {
      if (was === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = was
    }
  }
}

/** Starts the command line. */
export function startCli(
  words: string[],
  env: Record<string, string> = {},
  program: Program = USUAL,
): ChildProcess {
  const flags = ['--disable-warning=ExperimentalWarning', '--no-memory-protection-keys', program]
  return spawn(process.execPath, [...flags, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
  })
}

/** Runs it to its end. */
export function runCli(
  words: string[],
  env: Record<string, string> = {},
  program?: Program,
): Promise<Ended> {
  return ended(startCli(words, env, program))
}

export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((done, fail) => {
    const texts = { out: '', err: '' }
    child.stdout?.on('data', (data) => (texts.out += String(data)))
    child.stderr?.on('data', (data) => (texts.err += String(data)))
    child.on('error', fail)
    child.on('close', (code) => done({ code, ...texts }))
  })
}

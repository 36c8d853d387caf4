import { spawn, spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

/** What a program asked of the disk, in the order in which it was done. */
export type Deed =
  | { kind: 'open'; fd: number; path: string; flags: string }
  | { kind: 'close'; fd: number }
  | { kind: 'seek'; fd: number; to: number }
  | { kind: 'write'; fd: number; at: number | null; bytes: Buffer }
  | { kind: 'copy'; from: number; fd: number; count: number }
  | { kind: 'truncate'; fd: number; size: number }
  | { kind: 'sync'; fd: number; path: string }
  | { kind: 'rename' | 'link'; from: string; to: string }
  | { kind: 'unlink'; path: string }
  /** A line the program printed: what it promises from then on. */
  | { kind: 'said'; line: string }

const CALLS =
  'openat,close,lseek,pwrite64,pwritev,write,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,ftruncate,copy_file_range,link,linkat'

/** Whether what a program asks of the disk can be recorded here. */
export function canRecord(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0
}

/**
 * Runs a program of Node and records what it asks of the disk.
 *
 * @param words its script and what it is told
 * @param folder for the recording
 * @param temporary its folder for temporary files
 * @param ms it is killed after this, counted from the line `ready`; null: it works to its end
 */
export async function recordedRun(
  words: readonly string[],
  folder: string,
  temporary: string,
  ms: number | null,
): Promise<Deed[]> {
  const out = join(folder, 'trace')
  const trace = ['-f', '-y', '-xx', '-s', '2000000', '-o', out, '-e', `trace=${CALLS}`]
  const node = [process.execPath, '--no-warnings', ...words]
  const child = spawn('strace', [...trace, ...node], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own: strace ends with what it follows.
    detached: true,
    env: { ...process.env, TMPDIR: temporary, NODE_COMPILE_CACHE: '' },
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { pid } = child
    if (line === 'ready' && ms !== null && pid !== undefined)
      setTimeout(() => process.kill(-pid, 'SIGKILL'), ms).unref()
  })
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return read(out)
}

async function read(path: string): Promise<Deed[]> {
  const deeds: Deed[] = []
  const begun = new Map<string, string>()
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [, thread = '', said = ''] = /^(\d+) +(.*)$/u.exec(line) ?? []
    const cut = said.indexOf(' <unfinished ...>')
    if (cut >= 0) {
      begun.set(thread, said.slice(0, cut))
      continue
    }
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/u.exec(said) ?? []
    const whole = rest === undefined ? said : `${begun.get(thread) ?? ''}${rest}`
    const deed = deedOf(whole)
    if (deed !== null) deeds.push(deed)
  }
  return deeds
}

/** One call as strace writes it; null for what failed or changes nothing. */
function deedOf(line: string): Deed | null {
  const [, call = '', inside = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/u.exec(line) ?? []
  const done = Number(result)
  if (call === '' || done < 0) return null
  const texts = [...inside.matchAll(/"((?:\\x[0-9a-f]{2})*)"/gu)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll(String.raw`\x`, ''), 'hex'),
  )
  const joined = Buffer.concat(texts)
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = texts
  const fd = Number(/^(\d+)</u.exec(inside)?.[1] ?? -1)
  const numbers = inside.replaceAll(/"[^"]*"(?:\.\.\.)?|<[^>]*>/gu, '').split(', ')
  switch (call) {
    case 'openat':
      return { kind: 'open', fd: done, path: first.toString(), flags: numbers[2] ?? '' }
    case 'close':
      return { kind: 'close', fd }
    case 'lseek':
      return { kind: 'seek', fd, to: done }
    case 'pwrite64':
      return { kind: 'write', fd, at: Number(numbers[3]), bytes: first.subarray(0, done) }
    case 'pwritev':
      return { kind: 'write', fd, at: Number(numbers.at(-1)), bytes: joined.subarray(0, done) }
    case 'write':
    case 'writev':
      return fd === 1
        ? { kind: 'said', line: joined.toString().trim() }
        : { kind: 'write', fd, at: null, bytes: joined.subarray(0, done) }
    case 'copy_file_range':
      return { kind: 'copy', from: fd, fd: Number(numbers[2]), count: done }
    case 'ftruncate':
      return { kind: 'truncate', fd, size: Number(numbers[1]) }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', fd, path: pathIn(inside) }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', from: first.toString(), to: second.toString() }
    case 'link':
    case 'linkat':
      return { kind: 'link', from: first.toString(), to: second.toString() }
    case 'unlink':
    case 'unlinkat':
      return { kind: 'unlink', path: first.toString() }
    default:
      return null
  }
}

/** The path that strace writes behind a number. */
function pathIn(inside: string): string {
  const hex = /^\d+<((?:\\x[0-9a-f]{2})*)>/u.exec(inside)?.[1] ?? ''
  return Buffer.from(hex.replaceAll(String.raw`\x`, ''), 'hex').toString()
}

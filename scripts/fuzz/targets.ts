import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { parseRules } from '../../src/core/rules/library.ts'
import { parseScreening } from '../../src/core/screening/settings.ts'
import { parseLists } from '../../src/core/lists/list-library.ts'
import { parseIndicators } from '../../src/core/indicators/indicator.ts'
import { readConfigText } from '../../src/core/setup/config.ts'
import { findFigures } from '../../src/core/draft/find-figures.ts'
import { relationsOf } from '../../src/core/draft/relations/relations.ts'
import { createService } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { HostPorts } from '../../src/main/ports.ts'
import { stores } from '../../src/main/store/stores.ts'
import { startWebHost } from '../../src/main/web.ts'
import { createReader } from '../../src/main/workbook/reader.ts'
import { Unpacker } from '../../src/main/zip/unpacker.ts'
import { CallError } from '../../src/shared/result.ts'
import type { Log } from '../../src/core/ports.ts'
import type { Random } from '../county/random.ts'

/** One way into the program. */
export interface Target {
  seeds: Uint8Array[]
  /** Makes a changed file in its own way. */
  change?(random: Random): Uint8Array
  /** Gives one file to it. Throws, or says what went wrong; null when it was read or refused as it should be. */
  give(bytes: Uint8Array): Promise<string | null>
  close(): Promise<void>
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const nothing = (): Promise<void> => Promise.resolve()
/** A text that takes longer is told; in the program it is ended. */
const SLOW_MS = 20_000

/** Keeps the last fault of the program that was logged. */
function kept(): Log & { taken(): string | null } {
  let last: string | null = null
  return {
    write(level, where, error) {
      if (level !== 'error') return
      const stack = error instanceof Error || hasStack(error) ? String(error.stack) : String(error)
      last = `${where}: ${stack.slice(0, 600)}`
    },
    show: () => Promise.resolve({ folder: '', opened: false }),
    taken() {
      const said = last
      last = null
      return said
    },
  }
}

const hasStack = (error: unknown): error is { stack: unknown } =>
  typeof error === 'object' && error !== null && 'stack' in error

export function workbooks(seeds: Uint8Array[]): Target {
  const log = kept()
  const reader = createReader(undefined, undefined, log)
  return {
    seeds,
    async give(bytes) {
      await reader.read(bytes, 'returns/a.xlsx')
      return log.taken()
    },
    close: () => reader.close(),
  }
}

export function drafts(seeds: Uint8Array[]): Target {
  const log = kept()
  const reader = createReader(undefined, undefined, log)
  return {
    seeds,
    async give(bytes) {
      const draft = await known(() => reader.draft(bytes, '初稿.docx'))
      if (draft === null) return log.taken()
      const started = performance.now()
      const text = draft.text.slice(0, 20_000)
      relationsOf(text, findFigures(text))
      const ms = performance.now() - started
      return ms > SLOW_MS ? `took ${String(Math.round(ms))} ms` : log.taken()
    },
    close: () => reader.close(),
  }
}

export function zips(seeds: Uint8Array[]): Target {
  const unpacker = new Unpacker()
  return {
    seeds,
    async give(bytes) {
      const shared = new SharedArrayBuffer(bytes.length)
      new Uint8Array(shared).set(bytes)
      const zip = { shared }
      const listed = await unpacker.run({ kind: 'list', zip, most: 1_000 })
      if (listed.kind === 'lost') return listed.why
      if (listed.kind !== 'list' || listed.directory === null) return null
      for (const entry of listed.directory.entries.slice(0, 5)) {
        const member = await unpacker.run({ kind: 'member', zip, entry, kept: 1_000 })
        if (member.kind === 'lost') return member.why
      }
      return null
    },
    close: () => unpacker.close(),
  }
}

export function yaml(seeds: Uint8Array[]): Target {
  return {
    seeds,
    async give(bytes) {
      // Longer texts are tried in a thread first.
      const text = utf8(bytes).slice(0, 10_000)
      const started = performance.now()
      await known(() => readConfigText(text))
      for (const parse of [parseRules, parseScreening, parseLists, parseIndicators]) parse(text)
      const ms = performance.now() - started
      return ms > SLOW_MS ? `took ${String(Math.round(ms))} ms` : null
    },
    close: nothing,
  }
}

/**
 * A changed collection is refused, or its record tells the change, or what it holds is what it held:
 * a figure that is another and stands as before would be the worst of all.
 *
 * @param folder for the files that are opened
 */
export function collections(seeds: Uint8Array[], folder: string): Target {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, '县.huishu')
  const open = (): { held: string; troubles: number } => {
    const store = stores.open(path)
    try {
      const held = JSON.stringify([
        store.config(),
        store.schools(),
        store.forms(),
        store
          .files()
          .map((file) => [file, Buffer.from(store.blob(file.sha256) ?? []).toString('base64')]),
        store.ledger(),
      ])
      const steps = store.verification([])
      let step = steps.next()
      while (step.done !== true) step = steps.next()
      return { held, troubles: step.value.troubles.length }
    } finally {
      store.close()
    }
  }
  const [whole = new Uint8Array()] = seeds
  writeFileSync(path, whole)
  const wanted = open()
  if (wanted.troubles > 0) throw new Error('the whole collection has troubles')
  return {
    seeds,
    async give(bytes) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
      writeFileSync(path, bytes)
      const found = await known(open)
      const hidden = found !== null && found.troubles === 0 && found.held !== wanted.held
      // Whatever became of it, it is let go of: a whole one opens in its place.
      writeFileSync(path, whole)
      open()
      return hidden ? 'what it holds is altered, and nothing tells it' : null
    },
    close: nothing,
  }
}

/** Raw requests to the real host; a good one must be answered after each. */
export async function http(folder: string, root: string): Promise<Target> {
  const dataFolder = join(folder, 'data')
  mkdirSync(dataFolder, { recursive: true })
  const log = kept()
  const place = { host: 'web' as const, version: '0', sampleFolder: root }
  const ports: HostPorts = { ...createPorts({ ...place, dataFolder }), log }
  const service = createService(ports)
  const host = await startWebHost({ service, grants: ports.grants, log, rendererFolder: folder })
  const url = new URL(host.url)
  const port = Number(url.port)
  const own = [
    `Host: ${url.host}`,
    `Origin: http://${url.host}`,
    `X-Huishu-Token: ${url.hash.replace('#token=', '')}`,
  ]
  const request = (line: string, type: string, body: string): Uint8Array =>
    Buffer.from(
      [
        line,
        ...own,
        `Content-Type: ${type}`,
        `Content-Length: ${String(Buffer.byteLength(body))}`,
        '',
        body,
      ].join('\r\n'),
    )
  const good = request('POST /api/about HTTP/1.1', 'application/json', '{}')
  const seeds = [
    good,
    request(
      'POST /api/planCollection HTTP/1.1',
      'application/json',
      '{"files":[{"grant":"x","path":"a/b.xlsx"}]}',
    ),
    request('POST /api/events HTTP/1.1', 'application/json', '{"after":0,"waitMs":1}'),
    request(
      'POST /upload?name=returns/a.xlsx&modified=17 HTTP/1.1',
      'application/octet-stream',
      'bytes',
    ),
    request('GET /index.html HTTP/1.1', '', ''),
    request('GET /download/00 HTTP/1.1', '', ''),
  ]
  return {
    seeds,
    async give(bytes) {
      await answered(port, bytes, 60)
      const after = await answered(port, good, 10_000)
      if (!after.startsWith('HTTP/1.1 200')) return `a good request got: ${after.slice(0, 80)}`
      return log.taken()
    },
    async close() {
      await host.close()
      service.close()
      await ports.close()
    },
  }
}

/** What comes back over a connection of its own; until the other end closes, answers whole, or `ms` pass. */
function answered(port: number, bytes: Uint8Array, ms: number): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1')
    const done = (): void => {
      socket.destroy()
      resolve(said)
    }
    const timer = setTimeout(done, ms)
    socket.on('data', (piece) => {
      said += piece.toString('latin1')
      if (said.includes('\r\n\r\n')) {
        clearTimeout(timer)
        done()
      }
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
    socket.write(bytes)
  })
}

/** What `work` gives; null where it refuses in the program's own words. Throws everything else. */
async function known<T>(work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CallError) return null
    throw error
  }
}

/** Files below a folder that end so. */
export function filesEnding(folder: string, ending: RegExp): Uint8Array[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
}

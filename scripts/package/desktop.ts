import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { npm } from './npm.ts'
import { root } from './root.ts'

/**
 * The version of electron-builder that electron-builder.json is written for. It brings three hundred packages
 * and is no dependency: whoever builds installers has it from npx; only its schema is needed here.
 */
const BUILDER = '26.17.0'
const CACHE = join(root, 'node_modules', '.cache', 'huishu')

/** Where Electron's own program lies once its binary was fetched; null where it was not. */
export function electronBinary(): string | null {
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron'
  const path = join(root, 'node_modules', 'electron', 'dist', name)
  return existsSync(path) ? path : null
}

/** How the desktop program is packed. */
export function builderConfig(): Record<string, unknown> {
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8')))
}

/**
 * electron-builder's own schema of its configuration.
 *
 * @param fetch whether it is fetched from the registry where it is not here yet
 * @returns null where it is not here
 */
export function builderSchema(fetch: boolean): z.ZodType | null {
  const path = join(CACHE, `electron-builder-${BUILDER}.json`)
  if (!existsSync(path)) {
    if (!fetch) return null
    fetched(path)
  }
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0]
  return z.fromJSONSchema(schema)
}

function fetched(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-schema-'))
  try {
    const words = ['pack', `app-builder-lib@${BUILDER}`, '--json', '--pack-destination', folder]
    const [pack] = JSON.parse(npm(words)) as { filename: string }[]
    const wanted = 'package/scheme.json'
    const archive = join(folder, pack?.filename ?? '')
    const { status, stderr } = spawnSync('tar', ['-xzf', archive, '-C', folder, wanted])
    if (status !== 0) throw new Error(`${archive} cannot be unpacked: ${String(stderr)}`)
    mkdirSync(dirname(path), { recursive: true })
    renameSync(join(folder, wanted), path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What electron-builder's schema has against the configuration; empty where nothing. */
export function builderFaults(schema: z.ZodType, config: unknown): string[] {
  const { error } = schema.safeParse(config)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

/**
 * Makes the installers of this system by electron-builder.
 *
 * @throws Error when it ended badly
 */
export function makeInstallers(): void {
  npm(['exec', '--yes', '--', `electron-builder@${BUILDER}`, '--publish', 'never'])
}

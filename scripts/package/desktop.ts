import { build, Platform } from 'app-builder-lib'
import type { Configuration } from 'app-builder-lib'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { desktopEntries } from './entries.ts'
import { byName, putProgram } from './program.ts'
import { aboutProgram, root } from './root.ts'

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

/** electron-builder's own schema of its configuration. */
export function builderSchema(): z.ZodType {
  const path = createRequire(import.meta.url).resolve('app-builder-lib/scheme.json')
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0]
  return z.fromJSONSchema(schema)
}

/** What electron-builder's schema has against the configuration; empty where nothing. */
export function builderFaults(schema: z.ZodType, config: unknown): string[] {
  const { error } = schema.safeParse(config)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

/**
 * Makes the folder that goes into the desktop program's archive: everything bundled, so that nothing
 * of node_modules as it lies goes along.
 *
 * @param folder is emptied and filled
 */
export async function makeDesktopApp(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const electron = join(root, 'node_modules', 'electron')
  const read = (file: string): string => readFileSync(join(electron, file), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')))
  const named = { package: 'electron', name: 'Electron', identifier: 'MIT' }
  const { productName, description } = aboutProgram()
  const main = 'out/main/desktop.js'
  await putProgram(
    folder,
    desktopEntries(root),
    { ...named, version, text: read('LICENSE') },
    { productName, description, author: 'Huishu', main, dependencies: byName() },
  )
  cpSync(join(root, 'out', 'preload'), join(folder, 'out', 'preload'), { recursive: true })
}

/** Systems that the desktop program is packed for. */
export type DesktopSystem = 'linux' | 'windows'

/** The one that is most like this machine. */
export function ownSystem(): DesktopSystem {
  return process.platform === 'win32' ? 'windows' : 'linux'
}

/**
 * Packs the desktop program by electron-builder.
 *
 * @param app what `makeDesktopApp` made
 * @param config over electron-builder.json
 * @param unpacked only the folder with the program, no installers
 * @returns the files made, the folder not among them
 * @throws Error when it ended badly
 */
export async function packDesktop(
  system: DesktopSystem,
  app: string,
  config: Configuration,
  unpacked: boolean,
): Promise<string[]> {
  const own: Configuration = builderConfig()
  const platform = system === 'windows' ? Platform.WINDOWS : Platform.LINUX
  return build({
    projectDir: root,
    targets: platform.createTarget(unpacked ? 'dir' : undefined),
    publish: 'never',
    config: { ...own, ...config, directories: { ...own.directories, ...config.directories, app } },
  })
}

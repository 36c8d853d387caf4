import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  builderConfig,
  builderFaults,
  builderSchema,
  electronBinary,
} from '../../scripts/package/desktop.ts'
import { WIRE } from './fuse-wire.ts'
import { fusesOf } from '../../scripts/package/fuses.ts'

const ROOT = join(import.meta.dirname, '../..')
const config = builderConfig()

it('electron-builder’s own schema has nothing against its configuration, and has against a wrong one', () => {
  const schema = builderSchema()
  expect(builderFaults(schema, config)).toEqual([])
  expect(builderFaults(schema, { ...config, nsiss: {} })).not.toEqual([])
  expect(builderFaults(schema, { ...config, win: { target: 1 } })).not.toEqual([])
  expect(builderFaults(schema, { ...config, electronFuses: { runAsNod: false } })).not.toEqual([])
})

it('the desktop program is installed by a person without an administrator, never updates itself, and opens .huishu', () => {
  expect(config).toMatchObject({
    publish: null,
    win: { requestedExecutionLevel: 'asInvoker' },
    nsis: { perMachine: false, allowElevation: false },
    fileAssociations: [{ ext: 'huishu' }],
  })
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8')
  expect(manifest).not.toMatch(/electron-updater|"publish"|"repository"/u)
  const targets = (['win', 'linux'] as const).flatMap((system) => {
    const { target } = config[system] as { target: { target: string; arch: string[] }[] }
    return target.map((one) => `${one.target} ${one.arch.join(' ')}`)
  })
  expect(targets).toEqual(['nsis x64', 'portable x64', 'deb x64 arm64', 'AppImage x64 arm64'])
})

it('its icons are there, in the formats that the systems read', () => {
  const icon = (name: string): Buffer => readFileSync(join(ROOT, 'scripts/package/icons', name))
  expect(icon('icon.png').subarray(1, 4).toString()).toBe('PNG')
  const ico = icon('icon.ico')
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 4, 0])
  expect(ico.readUInt32LE(6 + 3 * 16 + 12) + ico.readUInt32LE(6 + 3 * 16 + 8)).toBe(ico.length)
})

it('fuses are read back from a program as they are set in it', () => {
  const program = Buffer.from(`\u007fELF…${WIRE}01001100…`, 'latin1')
  expect(fusesOf(program)).toEqual({
    ...(config['electronFuses'] as object),
    loadBrowserProcessSpecificV8Snapshot: false,
  })
  expect(fusesOf(Buffer.from(`${WIRE}10110001`, 'latin1'))).toMatchObject({ runAsNode: true })
  expect(fusesOf(Buffer.from('no electron'))).toBeNull()
})

const packed = ['linux-unpacked', 'linux-arm64-unpacked', 'win-unpacked'].flatMap((name) => {
  const folder = join(ROOT, 'dist/desktop', name)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) =>
    /^(?:huishu|汇数)(?:\.exe)?$/u.test(file) ? [join(folder, file)] : [],
  )
})

it.skipIf(packed.length === 0)(
  'the packed program has its fuses set (skipped: nothing is packed here)',
  () => {
    for (const path of packed)
      expect(fusesOf(readFileSync(path))).toMatchObject(config['electronFuses'] as object)
  },
)

it.skipIf(electronBinary() === null)(
  'Electron’s binary has fuses that can be read (skipped: it is not here)',
  () => {
    expect(fusesOf(readFileSync(electronBinary() ?? ''))).not.toBeNull()
  },
)

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { WIRE } from './fuse-wire.ts'

/**
 * A folder that looks to a packer like Electron's own, unpacked: its programs with all fuses the wrong
 * way round, and what lies beside them. Nothing in it runs.
 *
 * @returns the folder
 */
export function electronStub(system: 'linux' | 'windows', folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
    writeFileSync(join(folder, name), name)
  writeFileSync(join(folder, 'locales', 'zh-CN.pak'), '')
  if (system === 'windows') writeFileSync(join(folder, 'electron.exe'), windowsProgram())
  else
    writeFileSync(join(folder, 'electron'), Buffer.from(`\u007fELF ${WIRE}10110001`, 'latin1'), {
      mode: 0o755,
    })
  return folder
}

const SECTION = 0x200
const PAGE = 0x1000

/** The least that Windows' format of programs asks for (PE32+, one section), with Electron's kind of version. */
function windowsProgram(): Buffer {
  const bytes = Buffer.alloc(2 * SECTION)
  const header = 0x40
  const optional = header + 24
  const section = optional + 240
  bytes.write('MZ', 0, 'latin1')
  bytes.writeUInt32LE(header, 0x3c)
  bytes.write('PE\0\0', header, 'latin1')
  // For x64, one section, a program.
  bytes.writeUInt16LE(0x86_64, header + 4)
  bytes.writeUInt16LE(1, header + 6)
  bytes.writeUInt16LE(240, header + 20)
  bytes.writeUInt16LE(0x22, header + 22)
  bytes.writeUInt16LE(0x20b, optional)
  bytes.writeUInt32LE(PAGE, optional + 16)
  bytes.writeUInt32LE(PAGE, optional + 32)
  bytes.writeUInt32LE(SECTION, optional + 36)
  bytes.writeUInt16LE(6, optional + 48)
  bytes.writeUInt32LE(2 * PAGE, optional + 56)
  bytes.writeUInt32LE(SECTION, optional + 60)
  bytes.writeUInt16LE(2, optional + 68)
  bytes.writeUInt32LE(16, optional + 108)
  bytes.write('.text', section, 'latin1')
  for (const [at, value] of [SECTION, PAGE, SECTION, SECTION].entries())
    bytes.writeUInt32LE(value, section + 8 + 4 * at)
  bytes.writeUInt32LE(0x60_00_00_20, section + 36)
  bytes.write(`${WIRE}10110001`, SECTION, 'latin1')

  const program = NtExecutable.from(bytes)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 4, 1, 0, 1033)
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

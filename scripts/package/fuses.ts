/**
 * Switches inside Electron's binary (https://github.com/electron/fuses): behind this mark stand a version,
 * how many there are, and a character for each.
 */
const MARK = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1')

/** In the order of the wire's version 1, by their names in electron-builder. */
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

/**
 * How the fuses of a program are set.
 *
 * @returns null where the bytes are no Electron with fuses that this reads
 */
export function fusesOf(program: Uint8Array): Record<string, boolean> | null {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength)
  const at = bytes.indexOf(MARK)
  if (at < 0 || bytes[at + MARK.length] !== 1) return null
  const count = bytes[at + MARK.length + 1] ?? 0
  const wire = bytes.subarray(at + MARK.length + 2, at + MARK.length + 2 + count)
  // 0 and 1 as characters; r stands for one that this version of Electron has no more.
  return Object.fromEntries(
    FUSES.slice(0, wire.length).map((name, n) => [name, wire[n] === 0x31] as const),
  )
}

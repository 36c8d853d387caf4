import { CompoundFile } from './compound-file.ts'
import { openAgile } from './encrypted/agile.ts'
import { openBiff } from './encrypted/biff.ts'
import { openStandard } from './encrypted/standard.ts'
import { LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'

/** Excel locks with this when only the structure of a workbook is protected, and opens it unasked. */
export const DEFAULT_PASSWORD = 'VelvetSweatshop'

/**
 * Opens a workbook locked with a password: .xlsx and its kin as Excel 2007 (standard) and later
 * (agile) encrypt them, .xls with RC4. The password is used here and kept nowhere.
 *
 * @param bytes the file as received
 * @returns the workbook without its lock, to be read like any other; null when the password is wrong
 * @throws Unreadable damaged; too-large; encrypted for locks of another kind (.xls of Excel 95, .ods)
 */
export async function decryptWorkbook(
  bytes: Uint8Array,
  password: string,
): Promise<Uint8Array | null> {
  // Hashing takes a moment; who asked for it shall see so first.
  await new Promise((resolve) => setImmediate(resolve))
  return decrypted(bytes, password)
}

/** The same at once, for a thread that may wait. */
export function decrypted(bytes: Uint8Array, password: string): Uint8Array | null {
  if (bytes.length > LIMITS.fileBytes) throw new Unreadable('too-large')
  if (bytes[0] !== 0xd0) throw new Unreadable('encrypted', 'ZIP')
  try {
    return opened(new CompoundFile(bytes), password)
  } catch (error) {
    // Lengths and keys that do not fit together, wherever they were read.
    if (error instanceof Unreadable) throw error
    throw new Unreadable('damaged', 'EncryptionInfo')
  }
}

function opened(file: CompoundFile, password: string): Uint8Array | null {
  const info = file.read('encryptioninfo')
  const encrypted = file.read('encryptedpackage')
  if (info !== null && encrypted !== null) {
    const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)]
    if (major === 4 && minor === 4) {
      return openAgile(info.toString('utf8', 8), encrypted, password)
    }
    if (minor !== 2) throw new Unreadable('encrypted', `${major}.${minor}`)
    return openStandard(info, encrypted, password)
  }
  const name = file.names().has('workbook') ? 'workbook' : 'book'
  const stream = file.read(name)
  if (stream === null) throw new Unreadable('damaged', 'OLE2')
  const open = openBiff(stream, password)
  if (open === null) return null
  // Excel 2002 keeps the lock of the document's properties in a stream of its own; a reader that
  // finds it takes the workbook for locked still.
  return file.renamed('encryption', 'Encrypti0n').replaced(name, open)
}

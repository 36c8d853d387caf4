import XLSX from '@e965/xlsx'
import type { Random } from '../random.ts'

interface Container {
  utils: {
    cfb_new: () => unknown
    cfb_add: (container: unknown, name: string, content: Uint8Array) => void
  }
  write: (container: unknown, options: { type: 'array' }) => ArrayLike<number>
}

/** What Excel writes for a workbook with a password to open it: a compound file with an encrypted package. */
export function encryptedBytes(random: Random): Uint8Array {
  const cfb = XLSX.CFB as unknown as Container
  const container = cfb.utils.cfb_new()
  const noise = (size: number) => Uint8Array.from({ length: size }, () => random.int(0, 255))
  cfb.utils.cfb_add(container, '/EncryptionInfo', noise(224))
  cfb.utils.cfb_add(container, '/EncryptedPackage', noise(6000))
  return Uint8Array.from(cfb.write(container, { type: 'array' }))
}

/** A download that broke off. */
export function truncatedBytes(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * 0.6))
}

/** The small file that Office keeps beside an open workbook. */
export function lockBytes(): Uint8Array {
  const bytes = new Uint8Array(165)
  bytes.set([6, ...new TextEncoder().encode('teacher')])
  return bytes
}

export function pdfBytes(): Uint8Array {
  return new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n',
  )
}

export function textBytes(): Uint8Array {
  return new TextEncoder().encode('本校统计报表已上报，盖章纸质表随后送达，请查收。\n')
}

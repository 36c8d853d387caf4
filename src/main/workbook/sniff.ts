import { CompoundFile } from './compound-file.ts'
import { textOf } from './text-bytes.ts'
import { Unreadable } from './unreadable.ts'
import { Zip } from './package.ts'

/** What a file's bytes are, as far as a reader needs to know. */
export type Sniffed =
  | { kind: 'ooxml' | 'packed'; zip: Zip }
  | { kind: 'binary' }
  | { kind: 'spreadsheetml' | 'html' | 'text'; text: string }

/** Beginnings of files that are no workbooks, with the name people know them by. */
const OTHERS: [detail: string, start: number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['BMP', [0x42, 0x4d]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['WebP', [0x52, 0x49, 0x46, 0x46]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['EXE', [0x4d, 0x5a]],
  // Most likely a collection that somebody copied in between.
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]

/**
 * Tells what a file is by its bytes; its ending says nothing. Throws Unreadable for everything
 * that is no workbook, or one that cannot be opened.
 *
 * @param path only the name counts: Excel and WPS leave `~$name` files beside an open workbook
 */
export function sniff(bytes: Uint8Array, path: string): Sniffed {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith('~$') || name.startsWith('.~lock.')) throw new Unreadable('lock-file')
  if (bytes.length === 0) throw new Unreadable('empty-file')
  if (startsWith(bytes, [0x50, 0x4b])) return sniffZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sniffCompound(bytes)
  // A BIFF stream without a container, as Excel 2 to 4 wrote it.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) {
    return { kind: 'binary' }
  }
  const other = otherThanText(bytes)
  if (other !== null) throw new Unreadable('not-a-workbook', other)
  return sniffText(bytes)
}

/** What a file is that is neither a text nor a zip nor an old Office file: "PDF", "PNG"; null for others. */
export function otherThanText(bytes: Uint8Array): string | null {
  return OTHERS.find(([, start]) => startsWith(bytes, start))?.[0] ?? null
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const zip = new Zip(bytes)
  const names = zip.names()
  const folder = (start: string) => names.some((name) => name.startsWith(start))
  if (zip.has('xl/workbook.bin')) return { kind: 'packed', zip }
  if (folder('xl/')) return { kind: 'ooxml', zip }
  if (folder('word/')) throw new Unreadable('not-a-workbook', 'Word')
  if (folder('ppt/')) throw new Unreadable('not-a-workbook', 'PowerPoint')
  const type = zip.part('mimetype')?.toString('latin1') ?? documentType(zip)
  if (type.includes('opendocument.spreadsheet')) return { kind: 'packed', zip }
  if (type.includes('opendocument')) throw new Unreadable('not-a-workbook', 'OpenDocument')
  // A workbook may keep its parts in another folder.
  const main = zip.part('_rels/.rels')?.toString('latin1') ?? ''
  if (main.includes('/officeDocument"')) {
    const binary = /Target\s*=\s*["'][^"']*\.bin["']/u.test(main)
    return { kind: binary ? 'packed' : 'ooxml', zip }
  }
  throw new Unreadable('not-a-workbook', 'ZIP')
}

/** What a document without its `mimetype` part holds, as OpenDocument names it; "" for none. */
function documentType(zip: Zip): string {
  const content = zip.part('content.xml')?.toString('utf8') ?? ''
  const body = /<office:body\b[^>]*>\s*<office:(\w+)/u.exec(content)?.[1]
  return body === undefined ? '' : `opendocument.${body}`
}

/** OLE2 compound files: old Excel and WPS, but also old Word and everything with a password. */
function sniffCompound(bytes: Uint8Array): Sniffed {
  const streams = new CompoundFile(bytes).names()
  const has = (name: string) => streams.has(name)
  if (has('encryptedpackage') || has('encryptioninfo')) throw new Unreadable('encrypted')
  if (has('workbook') || has('book')) return { kind: 'binary' }
  if (has('worddocument')) throw new Unreadable('not-a-workbook', 'Word')
  if (has('powerpoint document')) throw new Unreadable('not-a-workbook', 'PowerPoint')
  throw new Unreadable('not-a-workbook', 'OLE2')
}

function sniffText(bytes: Uint8Array): Sniffed {
  if (bytes.every((byte) => byte === 0)) throw new Unreadable('damaged', '00 00 00')
  const text = textOf(bytes)
  if (text === null) throw new Unreadable('not-a-workbook', '?')
  const start = text
    .slice(0, 4_000)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (!start.startsWith('<')) {
    if (/^mime-version:/i.test(start)) throw new Unreadable('not-a-workbook', 'MHTML')
    if (start.startsWith('ID;P')) throw new Unreadable('not-a-workbook', 'SYLK')
    return { kind: 'text', text }
  }
  if (
    start.includes('urn:schemas-microsoft-com:office:spreadsheet') &&
    !/<html[\s>]/i.test(start)
  ) {
    return { kind: 'spreadsheetml', text: text.replace(/^\ufeff/, '') }
  }
  if (/<table[\s>]/i.test(text)) return { kind: 'html', text }
  throw new Unreadable('not-a-workbook', /<html|<!doctype html/i.test(start) ? 'HTML' : 'XML')
}

import type { SourceFile } from '../../core/ports.ts'
import type { Reason } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import type { ZipTrouble } from '../../shared/zips.ts'
import { belongsToOpen } from '../store/open-here.ts'
import { LIMITS } from '../workbook/limits.ts'
import { megabytes } from '../workbook/megabytes.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { ZIP_LIMITS } from '../zip/limits.ts'
import { memberTime } from '../zip/member-name.ts'
import type { ZipPlace } from '../zip/unpack-protocol.ts'
import { Unpacker } from '../zip/unpacker.ts'

/** Shared by all intakes: it holds nothing of any of them. */
const unpacker = new Unpacker()

/** What is kept of a member that is not unpacked: enough to show what it was. */
const KEPT_BYTES = 64 * 1024

/**
 * The zips of one intake, within limits over all of them (ZIP_LIMITS). A member or a zip beyond
 * them is refused by name; the others are received.
 */
export class Parcels {
  private members = 0
  private total = 0
  private nested = 0
  private readonly since = performance.now()
  private readonly signal: { cancelled: boolean }
  private readonly unpacker: Unpacker

  /**
   * @param signal ends the opening of zips between two of them
   * @param by for tests: another thread than the one all intakes share
   */
  constructor(signal: { cancelled: boolean }, by = unpacker) {
    this.signal = signal
    this.unpacker = by
  }

  /**
   * A zip's members in its own order, folders and what macOS adds left out; the zip itself when it
   * is none, is empty, or is a workbook of that name. Throws CallError cancelled.
   */
  open(self: SourceFile, zip: ZipPlace): Promise<SourceFile[]> {
    return this.opened(self, zip, 1)
  }

  private async opened(self: SourceFile, zip: ZipPlace, depth: number): Promise<SourceFile[]> {
    if (this.signal.cancelled) throw new CallError('cancelled')
    if (performance.now() - this.since > ZIP_LIMITS.listingMilliseconds)
      return [refused(self, 'time', `> ${ZIP_LIMITS.listingMilliseconds / 1000} s`)]
    const left = ZIP_LIMITS.members - this.members
    const found = await this.unpacker.run({ kind: 'list', zip, most: left })
    if (found.kind === 'overrun')
      return [refused(self, 'time', `> ${ZIP_LIMITS.milliseconds / 1000} s`)]
    const directory = found.kind === 'list' ? found.directory : null
    if (directory === null) return [self]
    if (directory.count > left) return [refused(self, 'members', `> ${ZIP_LIMITS.members}`)]
    // A workbook renamed to .zip is a workbook; an empty zip gets its verdict as a file.
    const entries = directory.entries.filter(isFile)
    const workbook = entries.some((entry) => entry.name === '[Content_Types].xml')
    if (entries.length === 0 || workbook) return [self]
    this.members += entries.length
    const sources: SourceFile[] = directory.whole
      ? []
      : [refused(self, 'directory', `${entries.length}/${directory.count}`)]
    for (const entry of entries) sources.push(...(await this.member(self, zip, entry, depth)))
    return sources
  }

  private async member(
    parent: SourceFile,
    zip: ZipPlace,
    entry: ZipEntry,
    depth: number,
  ): Promise<SourceFile[]> {
    const parcel = entry.name.toLowerCase().endsWith('.zip')
    const source = this.fromMember(`${parent.path}/${entry.name}`, zip, entry)
    const trouble = this.trouble(entry, parcel, depth)
    if (trouble !== null) {
      const record = (): Promise<Uint8Array> => this.record(zip, entry)
      return [refused({ ...source, bytes: record }, ...trouble)]
    }
    this.total += entry.size
    if (!parcel) return [source]
    this.nested += entry.size
    const bytes = await source.bytes()
    if ((source.refused?.() ?? null) !== null) return [source]
    const shared = new SharedArrayBuffer(bytes.length)
    new Uint8Array(shared).set(bytes)
    return this.opened(source, { shared }, depth + 1)
  }

  /** What speaks against unpacking a member, by what the directory claims; null for nothing. */
  private trouble(entry: ZipEntry, parcel: boolean, depth: number): [ZipTrouble, string] | null {
    const { size, packed } = entry
    const { memberBytes, nestedBytes, totalBytes, ratio } = ZIP_LIMITS
    if (entry.encrypted) return ['locked', '']
    if (entry.overlaps) return ['overlap', '']
    if (entry.method !== 0 && entry.method !== 8) return ['method', String(entry.method)]
    if (parcel && depth >= ZIP_LIMITS.depth) return ['depth', String(ZIP_LIMITS.depth)]
    if (size > 2 ** 20 && size > packed * ratio) return ['ratio', megabytes(size)]
    if (!parcel && size > memberBytes) return ['size', megabytes(size)]
    if (parcel && this.nested + size > nestedBytes) return ['total', megabytes(nestedBytes)]
    return this.total + size > totalBytes ? ['total', megabytes(totalBytes)] : null
  }

  private fromMember(path: string, zip: ZipPlace, entry: ZipEntry): SourceFile {
    let reason: Reason | null = null
    return {
      path,
      modifiedAt: memberTime(entry.date, entry.time),
      size: entry.size,
      bytes: async () => {
        const kept = LIMITS.fileBytes
        const found = await this.look(path, { kind: 'member', zip, entry, kept })
        if (found.kind === 'member' && found.intact) return found.bytes
        reason = found.kind === 'member' ? because('broken', '') : because('time', '')
        return found.kind === 'member' ? found.bytes : this.record(zip, entry)
      },
      refused: () => reason,
    }
  }

  private async record(zip: ZipPlace, entry: ZipEntry): Promise<Uint8Array> {
    const found = await this.look(entry.name, { kind: 'record', zip, entry, kept: KEPT_BYTES })
    return found.kind === 'member' ? found.bytes : new Uint8Array()
  }

  /** Throws CallError no-such-file when the zip is gone meanwhile; open-collection. */
  private async look(path: string, order: Parameters<Unpacker['run']>[0]) {
    const { zip } = order
    if ('at' in zip && belongsToOpen(zip.at)) throw new CallError('open-collection', { path })
    const found = await this.unpacker.run(order)
    if (found.kind === 'lost') throw new CallError('no-such-file', { path })
    return found
  }
}

function isFile({ name }: ZipEntry): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/')
}

function refused(source: SourceFile, trouble: ZipTrouble, detail: string): SourceFile {
  const reason = because(trouble, detail)
  return { ...source, refused: () => reason }
}

const CODES: Record<ZipTrouble, Reason['code']> = {
  foreign: 'not-a-workbook',
  locked: 'encrypted',
  overlap: 'damaged',
  method: 'damaged',
  broken: 'damaged',
  directory: 'damaged',
  depth: 'too-large',
  ratio: 'too-large',
  size: 'too-large',
  total: 'too-large',
  members: 'too-large',
  time: 'too-large',
}

function because(trouble: ZipTrouble, detail: string): Reason {
  return { code: CODES[trouble], params: { detail, zip: trouble } }
}

import type { ZipDirectory, ZipEntry } from './directory.ts'

/** Where a zip is: a file of this machine, or memory that both threads see. */
export type ZipPlace = { at: string } | { shared: SharedArrayBuffer }

/** What the unpacking thread is told. */
export type UnpackOrder =
  | { kind: 'list'; zip: ZipPlace; most: number }
  /** `kept`: most bytes of the record that come in place of a member that cannot be unpacked. */
  | { kind: 'member'; zip: ZipPlace; entry: ZipEntry; kept: number }
  | { kind: 'record'; zip: ZipPlace; entry: ZipEntry; kept: number }

/** What it answers; `lost` when the file is gone or cannot be read. */
export type UnpackAnswer =
  | { kind: 'ready' }
  | { kind: 'list'; directory: ZipDirectory | null }
  | { kind: 'member'; bytes: Uint8Array; intact: boolean }
  | { kind: 'lost'; why: string }

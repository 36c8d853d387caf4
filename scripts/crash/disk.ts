import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Deed } from './trace.ts'

/** A change of a file that may be lost as long as it was not synced. */
type Change = { at: number; bytes: Buffer } | { size: number }

interface Node {
  /** What is on the disk for sure. */
  sure: Buffer
  /** What may be on it, in order. */
  open: Change[]
}

/** A change of a folder: which file a name means from then on; null for none. */
type Naming = readonly (readonly [name: string, node: Node | null])[]

interface Folder {
  sure: Map<string, Node>
  open: Naming[]
}

interface Handle {
  node: Node
  at: number
  appends: boolean
}

/** In how much of a page a write may be torn. */
const SECTOR = 512

/**
 * What a disk holds while a program works, and what of it may be left when the power fails: files and
 * folders are sure as they were last synced, each by itself; of what came after, anything may be there.
 */
export class Disk {
  private readonly root: string
  private readonly folders = new Map<string, Folder>()
  private readonly handles = new Map<number, Handle>()

  /** @param root is taken as it is; nothing outside is looked at */
  constructor(root: string) {
    this.root = root
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const node = { sure: readFileSync(join(entry.parentPath, entry.name)), open: [] }
      this.folder(entry.parentPath).sure.set(entry.name, node)
    }
  }

  private folder(path: string): Folder {
    const known = this.folders.get(path)
    if (known !== undefined) return known
    const made: Folder = { sure: new Map(), open: [] }
    this.folders.set(path, made)
    return made
  }

  private isInside(path: string): boolean {
    return path.startsWith(`${this.root}/`)
  }

  /** As the running program sees it. */
  private named(path: string): Node | undefined {
    const { sure, open } = this.folder(dirname(path))
    const name = path.slice(dirname(path).length + 1)
    for (const naming of open.toReversed())
      for (const [one, node] of naming) if (one === name) return node ?? undefined
    return sure.get(name)
  }

  private name(path: string, node: Node | null, gone: string | null = null): void {
    const own = path.slice(dirname(path).length + 1)
    const both: [string, Node | null][] = [[own, node]]
    if (gone !== null) both.unshift([gone.slice(dirname(gone).length + 1), null])
    this.folder(dirname(path)).open.push(both)
  }

  /** One thing that the program did. */
  do(deed: Deed): void {
    switch (deed.kind) {
      case 'open':
        if (this.isInside(deed.path)) this.opened(deed.fd, deed.path, deed.flags)
        else this.handles.delete(deed.fd)
        return
      case 'close':
        this.handles.delete(deed.fd)
        return
      case 'rename':
        return this.renamed(deed.from, deed.to)
      case 'link':
        if (this.isInside(deed.to)) this.name(deed.to, this.named(deed.from) ?? null)
        return
      case 'unlink':
        if (this.isInside(deed.path)) this.name(deed.path, null)
        return
      case 'sync':
        return this.synced(deed.fd, deed.path)
      case 'said':
        return
      case 'seek':
      case 'write':
      case 'copy':
      case 'truncate': {
        const handle = this.handles.get(deed.fd)
        if (handle !== undefined) this.changed(handle, deed)
      }
    }
  }

  private opened(fd: number, path: string, flags: string): void {
    let node = this.named(path)
    if (node === undefined) {
      if (!flags.includes('O_CREAT')) return void this.handles.delete(fd)
      node = { sure: Buffer.alloc(0), open: [] }
      this.name(path, node)
    } else if (flags.includes('O_TRUNC')) node.open.push({ size: 0 })
    this.handles.set(fd, { node, at: 0, appends: flags.includes('O_APPEND') })
  }

  private renamed(from: string, to: string): void {
    if (!this.isInside(to)) return
    const node = this.named(from) ?? null
    if (dirname(from) === dirname(to)) return this.name(to, node, from)
    this.name(to, node)
    this.name(from, null)
  }

  private synced(fd: number, path: string): void {
    const folder = this.folders.get(path)
    if (folder !== undefined) {
      for (const naming of folder.open.splice(0)) put(folder.sure, naming)
      return
    }
    const node = this.handles.get(fd)?.node
    if (node === undefined) return
    node.sure = after(node.sure, node.open.splice(0))
  }

  private changed(
    handle: Handle,
    deed: Extract<Deed, { kind: 'seek' | 'write' | 'copy' | 'truncate' }>,
  ): void {
    const { node } = handle
    if (deed.kind === 'seek') handle.at = deed.to
    else if (deed.kind === 'truncate') node.open.push({ size: deed.size })
    else {
      const bytes = deed.kind === 'write' ? deed.bytes : this.copied(deed.from, deed.count)
      const end = handle.appends ? after(node.sure, node.open).length : handle.at
      const at = deed.kind === 'write' ? (deed.at ?? end) : end
      node.open.push({ at, bytes })
      if (deed.kind === 'copy' || deed.at === null) handle.at = at + bytes.length
    }
  }

  private copied(from: number, count: number): Buffer {
    const source = this.handles.get(from)
    if (source === undefined) return Buffer.alloc(count)
    const bytes = after(source.node.sure, source.node.open).subarray(source.at, source.at + count)
    source.at += count
    return bytes
  }

  /**
   * Writes what may be left when the power fails now.
   *
   * @param below where; files elsewhere than in the root's folders of these names are left out
   */
  lost(below: string, only: readonly string[], random: () => number): void {
    // Of what was written since: all, none, its beginning, or any of it.
    const luck = random()
    const keep = <T>(open: readonly T[]): T[] => {
      if (luck < 0.1) return [...open]
      if (luck < 0.2) return []
      if (luck < 0.5) return open.slice(0, Math.floor(random() * (open.length + 1)))
      return open.filter(() => random() < 0.5)
    }
    for (const [path, { sure, open }] of this.folders) {
      const place = relative(this.root, path)
      if (!only.some((one) => place === one || place.startsWith(`${one}/`))) continue
      const names = new Map(sure)
      // A folder's changes come in their order, as every file system with a journal keeps them.
      for (const naming of open.slice(0, Math.floor(random() * (open.length + 1))))
        put(names, naming)
      mkdirSync(join(below, place), { recursive: true })
      for (const [name, node] of names)
        writeFileSync(join(below, place, name), after(node.sure, torn(keep(node.open), random)))
    }
  }
}

function put(names: Map<string, Node>, naming: Naming): void {
  for (const [name, node] of naming) {
    if (node === null) names.delete(name)
    else names.set(name, node)
  }
}

/** The last write may be there by half. */
function torn(changes: Change[], random: () => number): Change[] {
  const last = changes.at(-1)
  if (last === undefined || !('bytes' in last) || random() < 0.5) return changes
  const sectors = Math.floor((random() * last.bytes.length) / SECTOR)
  return [...changes.slice(0, -1), { at: last.at, bytes: last.bytes.subarray(0, sectors * SECTOR) }]
}

function after(sure: Buffer, changes: readonly Change[]): Buffer {
  let now = sure
  let owned = false
  for (const change of changes) {
    const size =
      'size' in change ? change.size : Math.max(now.length, change.at + change.bytes.length)
    if (!owned || size !== now.length) {
      const next = Buffer.alloc(size)
      now.copy(next)
      now = next
      owned = true
    }
    if ('bytes' in change) change.bytes.copy(now, change.at)
  }
  return now
}

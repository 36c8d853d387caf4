import type { Overview } from '../../shared/overview.ts'
import type { Grant, GrantedFile } from '../../shared/grants.ts'
import { CallError } from '../../shared/result.ts'
import type { Ports, SourceFile, Store, StoredFile } from '../ports.ts'
import { Collection } from '../collection/collection.ts'
import { isLarge } from '../collection/large.ts'
import { ownAnchors } from '../collection/own-anchors.ts'
import { deriveAgain } from '../collection/derive.ts'
import { hashesOf } from '../collection/hashes.ts'
import type { Deed, StoredEntry } from '../ledger/entry.ts'
import { newLine } from '../ledger/new-line.ts'
import type { Touch } from '../ledger/touch.ts'
import { touchesOf } from '../ledger/touches.ts'
import { BackupKeeper } from './backup-keeper.ts'
import { EventHub } from './events.ts'
import { Jobs } from './jobs.ts'
import { textsInLimits } from '../collection/texts-in-limits.ts'
import { VerifyKeeper } from './verify-keeper.ts'

/** What the features give the context, which knows none of them. */
interface Features {
  /** Reads what a collection holds beside its returns, when it is opened. */
  opened(session: Session): Promise<void>
  /** Derives again what features keep of it, after something of the collection was touched. */
  touched(session: Session, touches: readonly Touch[]): Promise<void>
  /** The open collection in figures. */
  overview(session: Session): Overview
}

/**
 * What all use cases work with: the ports, the open collection, jobs, and who is told of changes.
 * What a feature derives from the open collection it keeps beside itself (`Kept`).
 */
export class Session {
  readonly ports: Ports
  readonly hub: EventHub
  readonly jobs: Jobs
  readonly backups: BackupKeeper
  readonly verify: VerifyKeeper
  private collection: Collection | null = null
  private readonly features: Features
  /** The reading of what the open collection holds beside its returns. */
  private beside: { ended: Promise<void>; done: boolean; failure: unknown } | null = null

  constructor(ports: Ports, features: Features) {
    this.ports = ports
    this.features = features
    this.hub = new EventHub((ms) => ports.clock.wait(ms))
    this.jobs = new Jobs(
      (job) => {
        this.hub.job(this.collection?.revision ?? 0, job)
        if (job.state !== 'running') this.backups.changed()
      },
      () => ports.clock.seconds(),
      ports.log,
    )
    this.backups = new BackupKeeper(
      ports,
      () => this.jobs.busy,
      () => this.hub.told(this.collection?.revision ?? 0),
    )
    this.verify = new VerifyKeeper(ports, () => this.hub.told(this.collection?.revision ?? 0))
  }

  /** Whether a collection is open. */
  get isOpen(): boolean {
    return this.collection !== null
  }

  /** The open collection. Throws CallError no-collection. */
  current(): Collection {
    if (this.collection === null) throw new CallError('no-collection')
    return this.collection
  }

  overview(): Overview {
    return this.features.overview(this)
  }

  /** Tells everybody that something changed. */
  changed(): Overview {
    const { revision, store, ledger } = this.current()
    store.signed(ledger.person)
    this.hub.changed(revision)
    this.backups.changed()
    return this.overview()
  }

  /** Whether what features read beside the returns is there. */
  get isReady(): boolean {
    return this.beside?.done === true
  }

  /**
   * Waits until it is there.
   *
   * @throws what reading it threw; CallError no-collection, also where another was opened meanwhile:
   *   what was asked of one collection is never answered by, or written into, another
   */
  async ready(): Promise<void> {
    const asked = this.current()
    await this.beside?.ended
    if (this.collection !== asked) throw new CallError('no-collection')
    this.mustBeReady()
  }

  /** Throws unless it is there: without last year's values a figure would be another one. */
  mustBeReady(): void {
    this.current()
    if (this.isReady) return
    throw this.beside?.failure ?? new Error('last year is asked for before it is read')
  }

  /**
   * Closes what is open and works with another collection. What a large one holds beside its returns
   * is read when it is shown already: see `ready`.
   */
  async use(collection: Collection): Promise<Overview> {
    this.close()
    this.collection = collection
    this.backups.opened(collection.store)
    this.verify.opened(collection.store, ownAnchors(collection))
    const read = this.readBeside()
    if (!isLarge(collection)) await read.then(() => this.mustBeReady())
    return this.changed()
  }

  /** Never rejects: the failure is kept, for whoever needs what could not be read. */
  private readBeside(): Promise<void> {
    const beside = { ended: Promise.resolve(), done: false, failure: undefined as unknown }
    this.beside = beside
    beside.ended = this.features.opened(this).then(
      () => {
        beside.done = true
      },
      (reason: unknown) => {
        beside.failure = reason
      },
    )
    return beside.ended
  }

  /** Opens the collection file behind a grant. Throws what `Stores.open` throws. */
  openAt(grant: Grant): Promise<Overview> {
    return this.openPath(this.ports.grants.collectionPath(grant))
  }

  async openPath(path: string): Promise<Overview> {
    return this.openStore(await this.ports.stores.openOrLook(path))
  }

  /** Works with a collection's store; closes it where it cannot be worked with. */
  async openStore(store: Store): Promise<Overview> {
    try {
      const collection = new Collection(store)
      await textsInLimits(this.ports.reader, collection)
      return await this.use(collection)
    } catch (error) {
      // A collection that cannot be worked with is let go of.
      if (this.collection?.store !== store) store.close()
      throw error
    }
  }

  close(): void {
    this.jobs.cancelAll()
    this.verify.closing()
    this.backups.closing()
    this.collection?.store.close()
    this.collection = null
    this.beside = null
  }

  /**
   * Writes what was done into the ledger, in the name of who is working now; derives again what
   * that touches, and tells everybody.
   *
   * @param done one deed, or what makes several together with what they need in the file: all of
   *   it is written or none
   */
  async write(done: Deed | (() => Deed[])): Promise<Overview> {
    // What it touches is read anew, and must not be overtaken by what was being read before.
    if (!this.isReady) await this.ready()
    const collection = this.current()
    const { store } = collection
    const writing = { at: this.ports.clock.now(), person: collection.ledger.person }
    const hashes = hashesOf(collection, this.ports.digest)
    const lines = store.transaction(() => {
      const added = (typeof done === 'function' ? done() : [done]).map((deed) =>
        store.append(newLine(deed, writing, hashes)),
      )
      mustNotReread(collection, added)
      return added
    })
    const entries = store.ledger()
    const touches = lines.flatMap((line) => touchesOf(entries, line).map(({ touch }) => touch))
    await deriveAgain(collection, touches, this.ports)
    await this.features.touched(this, touches)
    return this.changed()
  }

  /** A file that was received. Throws CallError no-such-file. */
  received(id: number): StoredFile {
    const file = this.current().file(id)
    if (file === null) throw new CallError('no-such-file', { path: String(id) })
    return file
  }

  /** Files behind grants, folders and zips opened up. */
  sources(files: GrantedFile[], signal?: { cancelled: boolean }): Promise<SourceFile[]> {
    return this.ports.grants.open(files, signal)
  }
}

/** Forms cannot be read otherwise where received bytes are gone. Throws CallError bytes-removed. */
function mustNotReread({ ledger, store }: Collection, lines: readonly StoredEntry[]): void {
  if (ledger.removed.size === 0) return
  const entries = store.ledger()
  const again = lines.some((line) =>
    touchesOf(entries, line).some(({ touch }) => touch.what === 'form'),
  )
  if (again) throw new CallError('bytes-removed', { files: ledger.removed.size })
}

import type { BackupState } from '../../shared/backups.ts'
import { CallError } from '../../shared/result.ts'
import type { Ports, Store } from '../ports.ts'

/** After so many new entries a backup is made, when nothing was written for a moment. */
const EVERY = 20
const QUIET_MS = 3_000

/** Sees to it that the open collection has backups: after so many entries, and when it is closed. */
export class BackupKeeper {
  private readonly ports: Pick<Ports, 'backups' | 'clock' | 'log' | 'about'>
  private readonly busy: () => boolean
  private readonly told: () => void
  private store: Store | null = null
  private waiting = false
  /** Entries in the newest backup. */
  private kept = 0
  private state: BackupState = { at: null, failed: null }

  /**
   * @param busy whether something is under way that goes on writing
   * @param told called when a backup was made, or failed
   */
  constructor(
    ports: Pick<Ports, 'backups' | 'clock' | 'log' | 'about'>,
    busy: () => boolean,
    told: () => void,
  ) {
    this.ports = ports
    this.busy = busy
    this.told = told
  }

  /** How the last one went. */
  get last(): BackupState {
    return this.state
  }

  /** Another collection is open. */
  opened(store: Store): void {
    this.store = store.readOnly() === null ? store : null
    const [newest] = this.ports.backups.view(store.path).rows.filter(({ before }) => !before)
    this.kept = newest?.lines ?? 0
    this.state = { at: newest?.at ?? null, failed: null }
  }

  /** Something was written. */
  changed(): void {
    const { store } = this
    // The command line leaves what was there; whoever works in the window wants to go back.
    if (store === null || this.waiting || this.ports.about.host === 'memory') return
    if (Math.abs(store.lines() - this.kept) < EVERY) return
    this.waiting = true
    void this.soon(store)
  }

  private async soon(store: Store): Promise<void> {
    let before = -1
    while (this.store === store && (this.busy() || store.lines() !== before)) {
      before = store.lines()
      await this.ports.clock.wait(QUIET_MS)
    }
    this.waiting = false
    if (this.store === store) await this.make().catch(() => undefined)
  }

  /**
   * Makes one now, beside the work.
   *
   * @throws CallError no-collection, cannot-write, backup-damaged, collection-gone
   */
  async make(): Promise<void> {
    const { store } = this
    if (store === null) throw new CallError('no-collection')
    const lines = store.lines()
    try {
      await this.ports.backups.make(store, this.ports.clock.now())
      this.done(store, lines)
    } catch (error) {
      this.failed(error)
      throw error
    }
  }

  /** The collection is about to be closed: what it has beyond its newest backup is kept. */
  closing(): void {
    const { store } = this
    this.store = null
    if (store === null || this.ports.about.host === 'memory') return
    const lines = store.lines()
    if (lines === this.kept) return
    try {
      this.ports.backups.makeNow(store, this.ports.clock.now())
      this.ports.backups.anchor(store, this.ports.clock.now())
    } catch (error) {
      this.failed(error)
    }
  }

  /** Keeps the end of the chain outside: a state that somebody relies on from now on. */
  anchor(): void {
    if (this.store !== null) this.ports.backups.anchor(this.store, this.ports.clock.now())
  }

  private done(store: Store, lines: number): void {
    this.ports.backups.anchor(store, this.ports.clock.now())
    if (this.store === store) this.kept = lines
    this.state = { at: this.ports.clock.now(), failed: null }
    this.told()
  }

  private failed(error: unknown): void {
    this.ports.log.write(error instanceof CallError ? 'warning' : 'error', 'backup', error)
    const { code, params } =
      error instanceof CallError ? error : new CallError('internal', { message: 'backup' })
    this.state = { ...this.state, failed: { code, params } }
    this.told()
  }
}

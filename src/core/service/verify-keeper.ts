import type { Anchor, VerifyState, Verification } from '../../shared/verify.ts'
import type { Ports, Store } from '../ports.ts'

/** The check at opening begins when the first screen is there, and then works in pieces between the calls. */
const BEFORE_MS = 1_500
const PIECE_S = 0.015
const BETWEEN_MS = 5

/** Holds the open collection against its record, in the background. */
export class VerifyKeeper {
  private readonly ports: Pick<Ports, 'backups' | 'clock' | 'log' | 'about'>
  private readonly told: () => void
  private store: Store | null = null
  private state: VerifyState = { running: false, found: null }

  /** @param told called when a check has ended */
  constructor(ports: Pick<Ports, 'backups' | 'clock' | 'log' | 'about'>, told: () => void) {
    this.ports = ports
    this.told = told
  }

  get last(): VerifyState {
    return this.state
  }

  opened(store: Store, also: readonly Anchor[]): void {
    this.store = store
    this.state = { running: false, found: null }
    // The command line asks for it by its own command.
    if (this.ports.about.host === 'memory') return
    this.state = { running: true, found: null }
    void this.ports.clock
      .wait(BEFORE_MS)
      .then(() => (this.store === store ? this.run(store, also) : null))
      .catch((error: unknown) => {
        this.ports.log.write('warning', 'verify', error)
        if (this.store === store) this.state = { running: false, found: this.state.found }
      })
  }

  closing(): void {
    this.store = null
  }

  /**
   * Reads everything again.
   *
   * @param also anchors that the collection itself keeps
   */
  async run(store: Store, also: readonly Anchor[]): Promise<Verification> {
    const { clock, backups } = this.ports
    const steps = store.verification([...backups.anchors(store), ...also])
    this.state = { ...this.state, running: true }
    for (;;) {
      const until = clock.seconds() + PIECE_S
      let step = steps.next()
      while (step.done !== true && clock.seconds() < until) step = steps.next()
      if (step.done === true) {
        if (this.store === store) this.state = { running: false, found: step.value }
        this.told()
        return step.value
      }
      await clock.wait(BETWEEN_MS)
    }
  }
}

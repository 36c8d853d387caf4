import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { AT_ONCE, isLarge } from '../../collection/large.ts'
import { Kept } from '../../memory/kept.ts'
import type { Session } from '../session.ts'
import { inTurns } from '../turns.ts'
import type { Findings } from './findings.ts'
import { findingsIn } from './open-findings.ts'

/** How often it is looked whether the returns are in. */
const REST_MS = 100

/** How far the checking of a collection has come. */
interface Checking {
  /** What was worked out for every school, and the revision of the returned figures then. */
  done: { findings: Findings; returned: number } | null
  /** The work under way. */
  run: Promise<void> | null
  /** How many wait for it. */
  asked: number
  /** It broke off: whoever asks works it out at once and is told what is wrong. */
  failed: boolean
}

const CHECKING = new Kept<Collection, Checking>()

function checkingOf(collection: Collection): Checking {
  return CHECKING.of(collection, () => ({ done: null, run: null, asked: 0, failed: false }))
}

/** Whether what rules and screening find is known, or worked out within the time of a click. */
export function isChecked(session: Session): boolean {
  const collection = session.current()
  const { done, failed } = checkingOf(collection)
  if (failed) return true
  if (!isLarge(collection)) return session.isReady
  return (
    session.isReady &&
    done !== null &&
    done.returned === collection.returnedRevision &&
    done.findings === findingsIn(session) &&
    done.findings.stale('adopted') <= AT_ONCE
  )
}

/**
 * Works out in slices what rules and screening find, unless that is under way, so that a large county
 * is shown before it is checked and answers while it is; tells everybody when it is known. While returns
 * come in, which change what is found, it rests unless somebody waits for it.
 */
export function beginChecking(session: Session): Promise<void> {
  const collection = session.current()
  const checking = checkingOf(collection)
  checking.run ??= work(session, collection, checking).finally(() => {
    checking.run = null
  })
  return checking.run
}

/**
 * What rules and screening find, once all of it is known.
 *
 * @throws CallError no-collection where it is closed meanwhile, also when another was opened
 */
export async function checked(session: Session): Promise<Findings> {
  const asked = session.current()
  const checking = checkingOf(asked)
  checking.asked += 1
  try {
    while (!isChecked(session)) {
      await beginChecking(session)
      if (session.current() !== asked) throw new CallError('no-collection')
    }
  } finally {
    checking.asked -= 1
  }
  return findingsIn(session)
}

async function work(session: Session, collection: Collection, checking: Checking): Promise<void> {
  const { clock, log } = session.ports
  const isOpen = (): boolean => session.isOpen && session.current() === collection
  // The answer that begins it goes out first.
  await clock.wait(0)
  try {
    await session.ready()
    const untilIn = async (): Promise<void> => {
      while (isOpen() && checking.asked === 0 && session.jobs.isRunning('import'))
        await clock.wait(REST_MS)
    }
    await untilIn()
    if (!isOpen()) return
    // What was worked out is kept: after a change only what it touched is worked out again.
    await inTurns(session, async (pause) => {
      const { revision, returnedRevision: returned } = collection
      const findings = findingsIn(session)
      for (const _ of findings.steps('adopted')) {
        await untilIn()
        if (!(await pause())) return null
      }
      checking.done = { findings, returned }
      session.hub.told(revision)
      return findings
    })
  } catch (error) {
    // A collection that was closed is no fault.
    if (!isOpen()) return
    log.write('error', 'checking', error)
    checking.failed = true
    session.hub.told(collection.revision)
  }
}

import type { Session } from './session.ts'

/** One file in the list of files, with its details beside. */
export function showFile(session: Session, file: number): void {
  session.store.set({
    step: 'intake',
    layer: null,
    intakePick: { file },
    intakeText: '',
    intake: { tab: 'files', state: null, status: null, reason: null, group: null },
  })
}

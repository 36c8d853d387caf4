import { allOf } from './intake-filter.ts'
import type { Desk } from './desk.ts'

/** One file in the list of files, with its details beside. */
export function showFile(desk: Desk, file: number): void {
  desk.store.set({
    step: 'intake',
    layer: null,
    intakePick: { file },
    intakeText: '',
    intake: allOf('files'),
  })
}

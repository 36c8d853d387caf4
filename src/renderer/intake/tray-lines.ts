import type { FileRow } from '../../shared/intake.ts'
import { isUnclaimed } from './filter.ts'

/** Something that came in and waits for a person. */
export type TrayLine =
  | { kind: 'held'; file: FileRow }
  | { kind: 'unclaimed'; file: FileRow }
  | { kind: 'unsure'; file: FileRow; form: string; sheet: string | null; percent: string }

/** A later return, or one of a school that was merged into another, that waits to be taken. */
export function isHeld(file: Pick<FileRow, 'reasons'>): boolean {
  return file.reasons.some(({ code }) => code === 'newer-return' || code === 'merged-return')
}

/** What waits: later returns first, then files of nobody, then layouts to be confirmed; a file may wait for two things. */
export function trayLines(files: readonly FileRow[]): TrayLine[] {
  const held = files.filter(isHeld).map((file): TrayLine => ({ kind: 'held', file }))
  const unclaimed = files.filter(isUnclaimed).map((file): TrayLine => ({ kind: 'unclaimed', file }))
  const unsure = files.flatMap((file) =>
    file.reasons
      .filter((reason) => reason.code === 'unsure-layout')
      .map((reason): TrayLine => ({
        kind: 'unsure',
        file,
        form: String(reason.params['form'] ?? ''),
        sheet: reason.sheet ?? null,
        percent: String(reason.params['percent'] ?? ''),
      })),
  )
  return [...held, ...unclaimed, ...unsure]
}

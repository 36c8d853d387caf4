import { counted } from '../../shared/separators.ts'

/** Backups in English. */
export const enBackups = {
  backups: {
    title: 'Backups',
    hint: 'A backup is made and read back after every 20 entries and whenever the collection is closed; the older, the fewer are kept.',
    folder: (path: string) => `They lie in ${path}`,
    second: 'Second backup folder',
    secondHint:
      'Better somewhere else: a stick, another disk, a share. Give the whole path; leave empty for none.',
    secondGone: 'This folder cannot be found now; is the stick in?',
    keep: 'Save',
    kept: 'The second backup folder is saved.',
    now: 'Back up now',
    made: 'Backed up.',
    none: 'There is no backup yet.',
    where: { beside: 'beside the collection', second: 'second folder' },
    lines: (n: number) => counted`${n} entries`,
    before: 'as it was before a backup was put back',
    look: 'Compare with now',
    looking: 'Reading the backup…',
    same: 'The same as now.',
    lacking: (n: number) => counted`Put back, these ${n} entries would be gone:`,
    more: (n: number) => counted`This backup has ${n} other entries:`,
    files: (n: number) => counted`Put back, these ${n} received files would be gone:`,
    cells: (n: number) => counted`${n} adopted figures differ (now → put back):`,
    others: (n: number) => counted`${n} more`,
    restore: 'Put this backup back',
    reason: 'Why',
    restored: 'Put back; the collection as it was is kept among the backups.',
    last: (time: string) => `Backed up ${time}`,
    failed: 'Backup failed',
    blank: 'blank',
  },
  personal: {
    title: 'Personal data',
    hint: 'Finds identity numbers, names and telephone numbers in the received files; exports and evidence packs show them masked. When the year is over they can be removed for good.',
    find: 'Find',
    running: 'Searching…',
    unread: (paths: string) => `Files that cannot be opened, not looked into: ${paths}`,
    others: (n: number) => counted`${n} more`,
    removeHint:
      'This cannot be undone: names and numbers in what was read give way to stand-ins, the bytes of these files are deleted, forms can no longer be changed. All figures stay, and the ledger tells it.',
    remove: 'Remove for good',
    done: 'Personal data removed.',
  },
  verify: {
    title: 'Check of the record',
    hint: 'At every opening it is checked in the background whether received files, readings, register, forms and ledger are as the program wrote them, and whether the end was cut off or written anew.',
    again: 'Check again',
    running: 'Checking…',
    found: (n: number) =>
      counted`In ${n} places this collection is not as its record says: another program may have changed it, or it is an earlier copy. Check it before you report on it.`,
    show: 'Show',
  },
}

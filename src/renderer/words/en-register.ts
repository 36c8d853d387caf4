import type { zhRegister } from './zh-register.ts'
import { counted } from '../../shared/separators.ts'

/** The same in English. */
export const enRegister: typeof zhRegister = {
  register: {
    search: 'School, code, town',
    which: {
      all: 'All',
      active: 'Expected',
      closed: 'Closed',
      merged: 'Merged',
      noted: 'To be mended',
    },
    none: 'No school fits.',
    clear: 'Clear filters',
    empty: 'No register, and nothing came in yet. Read a register, or add schools one by one.',
    state: 'Return',
    merged: 'Merged',
    add: 'Add a school',
    offer: 'Read a new register…',
    pick: 'Click a school to rename it, correct its code, move, close or merge it.',
    addTitle: 'Add a school',
    formerly: (names) => `Formerly ${names}`,
    close: 'Close',
    reopen: 'Reopen',
    merge: 'Merge into another…',
    toFile: 'See return',
    save: 'Save',
    saved: 'Register changed; returns were put to their schools again. Ctrl+Z undoes it.',
    usual: ['Bureau’s notice', 'Register corrected'],
    mergeInto: (name) => `Merge “${name}” into`,
    mergeHint:
      'Where that school has not reported, the return of this one counts for it; where it has, the return of this one waits for you and is not counted twice. Compared with last year the two are one.',
    mergeDo: 'Merge',
    typeName: 'Name or code',
    isMerged: (into) =>
      `Merged into “${into}” in the register. If that was wrong, part them again: its return, corrections and explanations are all there.`,
    part: 'Stands for itself again',
    difference: {
      title: (file) => `New register: ${file}`,
      back: 'Back to the register',
      loading: 'Comparing registers…',
      counts: (schools, same) =>
        counted`${schools} schools in the new register, ${same} of them unchanged`,
      nothing: 'The new register says the same as the one in force.',
      partial:
        'The new register lacks more than half of the schools. Is it only a part? They are left as they are until you decide.',
      sections: { changed: 'Changed', added: 'Added', gone: 'Not in the new register' },
      all: (section) => `${section}: all`,
      choice: 'What to do',
      close: 'Close',
      leave: 'Leave as is',
      into: 'Merge into another…',
      as: (name) => `Is the added “${name}”`,
      isAs: (name) => `is “${name}”, renamed and recoded`,
      more: (n) => counted`${n} more lines`,
      do: (n) => counted`Take over ${n} chosen`,
      done: (n) =>
        counted`${n} changes from the new register; returns were put to their schools again. Ctrl+Z undoes it.`,
      chooseInto: 'Choose the school to merge into.',
    },
    fromFile: 'Add to register',
    toSchool: 'See register',
    toRegister: 'Register',
  },
  particulars: {
    save: 'Save',
    saved: 'Saved; overview, exports and reminders say the new title and dates. Ctrl+Z undoes it.',
    dateHint: 'like 2025-10-31',
    usual: ['Notice from above', 'Corrected'],
  },
}

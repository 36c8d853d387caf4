import type { zhSheet } from './zh-sheet.ts'

export const enSheet: typeof zhSheet = {
  menu: {
    title: 'What can be done with the cell',
    heading: 'What can be done with the column',
    copy: 'Copy',
    copyHeadings: 'Copy with headings',
    copyTotals: 'Copy with headings and county total',
    cut: 'Cut',
    paste: 'Paste',
    pasteByKey: (key) => `The browser lets no menu read the clipboard; press ${key} to paste.`,
    edit: 'Edit',
    fillDown: 'Fill down',
    fillRight: 'Fill to the right',
    clear: 'Clear',
    replace: 'Find and replace…',
    source: 'Show the sheet as sent',
    finding: 'Show the finding (explain, ask the school)',
    noFinding: 'No finding rests on this cell.',
    history: 'Show what was changed',
    ascending: 'Sort ascending',
    descending: 'Sort descending',
    unsorted: 'Do not sort',
    filter: 'Filter…',
    markColumns: 'Select the column',
    fit: 'Fit the width',
  },
  replace: {
    title: 'Find and replace',
    find: 'Find',
    with: 'Replace with',
    whole: 'Whole cells only',
    inMark: (cells) => `Only in the ${cells} selected cells`,
    next: 'Find next',
    all: 'List what would change…',
    found: (n) => `${n} cell(s) found`,
    none: 'Not found',
    hint: 'Every cell is listed with its old and new figure first; nothing is adopted without a reason.',
  },
  nextYear: {
    title: 'Next year’s collection',
    goesOn:
      'Forms (with what was corrected in them), register, rules, indicators, summary, screening and lists go on as they are now; school year and dates count one year more. This year’s adopted figures become last year’s.',
    stays:
      'This collection stays as it is. Returns, corrections, explanations and figures of other offices stay behind.',
    make: 'Make and open it',
    made: (title) => `“${title}” is made; this year’s adopted figures are its last year.`,
  },
  discard: {
    do: (title) => `Delete “${title}”`,
    ask: (title) =>
      `Delete “${title}”? Its file goes into the folder for deleted collections beside it and can be taken back.`,
    yes: 'Delete',
    done: (folder) => `Moved to ${folder}`,
  },
}

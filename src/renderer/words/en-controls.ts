import type { zhControls } from './zh-controls.ts'
import { counted } from '../../shared/separators.ts'

/** The same in English. */
export const enControls: typeof zhControls = {
  controls: {
    tabs: { findings: 'Findings', controls: 'Control totals' },
    add: 'Take in totals…',
    export: 'Export the list',
    reason: 'Totals of another source taken in',
    added: 'Taken in and held against the schools’ sums.',
    emptyTitle: 'No control totals yet',
    empty:
      'Take in a workbook of totals of another source (the pupil register, the town centres): a line per town or school under headings such as table[row,column] or the printed labels, or a list of item and number.',
    all: 'All',
    different: 'Different',
    equal: 'Equal',
    search: 'School, town, item',
    scope: 'Scope',
    county: 'County',
    item: 'Item',
    theirs: 'Theirs',
    ours: 'Ours',
    difference: 'Difference',
    schools: 'Returns in',
    why: 'What may explain it',
    unexplained: 'No school was found that explains it; compare school by school with them',
    none: 'Nothing matches.',
    allEqual: (n) => counted`All ${n} are equal.`,
    more: (n) => counted`Show ${n} more`,
    source: (totals) => counted`${totals} totals`,
    unused: (n) => counted`${n} cells not used`,
    remove: 'Take back',
    removeReason: 'Control totals taken back',
    open: 'Show in the data',
    cell: (sheet, cell) => `sheet “${sheet}” ${cell}`,
  },
}

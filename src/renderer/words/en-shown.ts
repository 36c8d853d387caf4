import type { zhShown } from './zh-shown.ts'
import { counted } from '../../shared/separators.ts'

export const enShown: typeof zhShown = {
  chart: {
    picture: 'This chart: copy it or save it as a picture',
    copy: 'Copy picture',
    copied: 'The picture is copied.',
    save: { png: 'Save as PNG', svg: 'Save as SVG' },
    basis: { returned: 'returned', adopted: 'adopted' },
    title: 'Chart of the selection',
    command: 'Chart of the selection…',
    kind: {
      rows: 'By rows',
      columns: 'By columns',
      distribution: 'Distribution',
      ratio: 'Distribution of the ratio of two columns',
    },
    kindHint: {
      rows: 'Bars for each row: schools or towns compared',
      columns: 'Bars for each column: enrolment by grade, for instance',
      distribution: 'How many of the selected figures lie in each interval',
      ratio: 'First column ÷ second: pupils per teacher, area per pupil …',
    },
    nothing: 'There is no figure in the selection. Select the cells first.',
    tooMany: (n) =>
      counted`${n} rows are too many to be read one by one; look at the distribution or select fewer.`,
    tooManySeries: (n) => counted`${n} columns are selected; the first 7 are drawn.`,
    sumsLeft: (n) => counted`${n} subtotal rows are left out.`,
    gaps: (n) =>
      counted`${n} cells hold no figure (not reported, unreadable, not asked): no zeros.`,
    noRatio: (n) => counted`${n} rows lack a figure or divide by 0 and are left out.`,
    summary: (n, low, median, high) =>
      counted`${n} figures · min ${low} · median ${median} · max ${high}`,
    count: 'Schools',
  },
  shown: {
    waiting: ' (not confirmed)',
    basis: (basis) => `Figures: ${basis}`,
    by: (by) => `By: ${by}`,
    filtered: (columns) => `Filtered by column: ${columns}`,
    made: (time) => `As shown on the screen, ${time}; no substitute for the workbook or a sign-off`,
    tooLarge:
      'This view is too large to be written as shown; show fewer rows, columns or schools, or export the workbook.',
    tooLargeToPrint:
      'This view is too large to be printed from here; export it to Excel and print it there.',
    roster:
      'Lists of persons are not printed from here; export them to a workbook, where identity numbers are masked.',
    rest: (lines) => counted`Note: ${lines} more lines are not shown and not written here`,
    side: { left: 'Left', right: 'Right', difference: 'Difference' },
  },
}

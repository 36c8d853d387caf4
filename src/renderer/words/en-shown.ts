import type { zhShown } from './zh-shown.ts'

export const enShown: typeof zhShown = {
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
    rest: (lines) => `Note: ${lines} more lines are not shown and not written here`,
    side: { left: 'Left', right: 'Right', difference: 'Difference' },
  },
}

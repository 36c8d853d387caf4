import { expect, test } from 'vitest'
import { takeNumber } from '../../../src/core/cells/value.ts'

test.each(['=1+1', '=12', '@1', '1+1', "=cmd|'/c calc'!A0", '=HYPERLINK("x")'])(
  'what is typed for a figure as %j is no figure',
  (value) => {
    expect(takeNumber({ kind: 'text', value }, { unit: '人' }).state).toBe('unreadable')
  },
)

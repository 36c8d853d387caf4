import type { ColDef } from 'ag-grid-community'
import type { RuleRow } from '../../shared/findings.ts'
import type { Words } from '../words/zh.ts'
import { stateOfRule } from './rule-filter.ts'

/** Pixels of a character of a heading: Chinese ones are twice as wide; and what stands around it. */
const WIDE = 12.5
const NARROW = 7.2
const AROUND = 18

/** Width of a column that holds any of these words, in pixels. */
function roomFor(texts: readonly string[], least: number): number {
  const widths = texts.map((text) =>
    Array.from(text).reduce(
      (sum, one) => sum + (/[\u2e80-\uffef]/u.test(one) ? WIDE : NARROW),
      AROUND,
    ),
  )
  return Math.ceil(Math.max(least, ...widths))
}

/** The columns of the list of rules. */
export function ruleColumns({ rules, check }: Words): ColDef<RuleRow>[] {
  const states = {
    running: rules.runs,
    off: rules.stopped,
    wrong: rules.wrong,
    other: rules.notHere,
  }
  const count = (field: 'schools' | 'fails' | 'undecided' | 'faults'): ColDef<RuleRow> => ({
    field,
    headerName: rules[field],
    width: roomFor([rules[field]], 72),
    type: 'rightAligned',
    cellClass: 'figures ag-right-aligned-cell',
    // A rule that does not run has no counts.
    valueGetter: ({ data }) => (data && data.fault === null && data.on ? data[field] : null),
  })
  return [
    {
      colId: 'state',
      headerName: rules.state,
      width: roomFor([rules.state, ...Object.values(states)], 62),
      valueGetter: ({ data }) => (data ? states[stateOfRule(data)] : ''),
      cellClassRules: {
        'rule-wrong': ({ data }) => data !== undefined && stateOfRule(data) === 'wrong',
        'rule-off': ({ data }) =>
          data !== undefined && ['off', 'other'].includes(stateOfRule(data)),
      },
    },
    {
      colId: 'origin',
      headerName: rules.from,
      width: roomFor([rules.from, ...Object.values(rules.origin)], 58),
      valueGetter: ({ data }) => (data ? rules.origin[data.origin] : ''),
      tooltipValueGetter: ({ data }) => (data ? rules.originHint[data.origin] : ''),
    },
    { field: 'id', headerName: rules.id, width: 104, tooltipField: 'id' },
    { field: 'title', headerName: rules.title, width: 200, tooltipField: 'title' },
    {
      field: 'severity',
      headerName: rules.severity,
      width: roomFor([rules.severity, ...Object.values(check.severity)], 60),
      valueFormatter: ({ value }) => check.severity[value === 'error' ? 'error' : 'query'],
    },
    { field: 'check', headerName: rules.check, flex: 1, minWidth: 110, tooltipField: 'check' },
    count('schools'),
    count('fails'),
    count('undecided'),
    count('faults'),
  ]
}

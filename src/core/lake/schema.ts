import type { LakeColumn, LakeTable, LakeType } from '../model/lake.ts'

/**
 * Raised when a program that reads the old tables would misread the new ones; a table may get further
 * columns at its end without (docs/lake.md).
 */
export const LAKE_SCHEMA = 1

function table(name: string, columns: Record<string, LakeType>, order: string[]): LakeTable {
  const list = Object.entries(columns).map(([column, type]): LakeColumn => ({ name: column, type }))
  return { name, columns: list, order }
}

/** An item of every table in the form of every school in state 正常, as values.csv lists them. */
export const VALUES = table(
  'values',
  {
    school: 'text',
    form: 'text',
    item: 'text',
    returned: 'figure',
    adopted: 'figure',
    returned_text: 'text',
    adopted_text: 'text',
    state: 'text',
    adopted_state: 'text',
    file: 'text',
    sheet: 'text',
    cell: 'text',
  },
  ['form', 'item'],
)

export const SCHOOLS = table(
  'schools',
  {
    school: 'text',
    code: 'text',
    name: 'text',
    short_name: 'text',
    type: 'text',
    status: 'text',
    active: 'boolean',
    unit: 'text',
    state: 'text',
  },
  [],
)

/** The register's columns, and the groups of the dimensions, a line each. */
export const ATTRIBUTES = table(
  'attributes',
  { school: 'text', attribute: 'text', value: 'text', grouping: 'boolean' },
  ['attribute'],
)

export const FORMS = table(
  'forms',
  {
    form: 'text',
    position: 'integer',
    number: 'text',
    title: 'text',
    unit: 'text',
    list: 'boolean',
    workbook: 'text',
    definition: 'text',
  },
  [],
)

export const ITEMS = table(
  'items',
  {
    form: 'text',
    item: 'text',
    position: 'integer',
    row: 'text',
    col: 'text',
    row_label: 'text',
    column_label: 'text',
    unit: 'text',
    kind: 'text',
    adds: 'text',
    formula: 'text',
  },
  [],
)

/** What last year's list comes to, item by item of this year's forms. */
export const LAST_YEAR = table(
  'last_year',
  { form: 'text', item: 'text', total: 'sum', total_text: 'text', schools: 'integer' },
  [],
)

export const FINDINGS = table(
  'findings',
  {
    rule: 'text',
    title: 'text',
    severity: 'text',
    school: 'text',
    row: 'text',
    col: 'text',
    check: 'text',
    left_side: 'text',
    right_side: 'text',
    difference: 'text',
    cells: 'text',
    state: 'text',
    explanation: 'text',
    person: 'text',
    at: 'text',
    answer: 'text',
  },
  [],
)

export const INDICATORS = table(
  'indicators',
  {
    indicator: 'text',
    basis: 'text',
    position: 'integer',
    title: 'text',
    unit: 'text',
    decimals: 'integer',
    scale: 'text',
    prefix: 'text',
    value: 'sum',
    numerator: 'sum',
    denominator: 'sum',
    numerator_text: 'text',
    denominator_text: 'text',
    numerator_adds: 'text',
    denominator_adds: 'text',
    last_numerator: 'sum',
    last_denominator: 'sum',
    last_numerator_text: 'text',
    last_denominator_text: 'text',
    lack: 'text',
    definition: 'text',
  },
  [],
)

export const CORRECTIONS = table(
  'corrections',
  {
    school: 'text',
    form: 'text',
    item: 'text',
    label: 'text',
    returned: 'text',
    adopted: 'text',
    reason: 'text',
    person: 'text',
    at: 'text',
  },
  [],
)

/** How many returns are in, in all and form by form: of schools, and of other reporters. */
export const COVERAGE = table(
  'coverage',
  { form: 'text', reporters: 'text', expected: 'integer', reported: 'integer' },
  [],
)

/** The blank workbooks, in which a city's form takes its own layout. */
export const BLANKS = table('blanks', { workbook: 'text', content: 'bytes' }, [])

/** One line: whose figures these are, and how whole the other files must be. */
export const COLLECTION = table(
  'collection',
  {
    schema: 'integer',
    collection: 'text',
    title: 'text',
    year: 'text',
    province: 'text',
    city: 'text',
    county: 'text',
    school_year: 'text',
    period: 'text',
    reference_date: 'text',
    due_date: 'text',
    exported_at: 'text',
    program: 'text',
    fingerprint: 'text',
    chain_links: 'integer',
    chain_head: 'text',
    rules: 'text',
    expected: 'integer',
    reported: 'integer',
    errors: 'integer',
    unexplained: 'integer',
    faults: 'integer',
    signed_by: 'text',
    signed_at: 'text',
    signed_current: 'boolean',
    beside: 'integer',
    dimensions: 'text',
    stages: 'text',
    files: 'text',
  },
  [],
)

/** Every table of a partition; `collection` is written last. */
export const LAKE_TABLES: readonly LakeTable[] = [
  VALUES,
  SCHOOLS,
  ATTRIBUTES,
  FORMS,
  ITEMS,
  LAST_YEAR,
  FINDINGS,
  INDICATORS,
  CORRECTIONS,
  COVERAGE,
  BLANKS,
  COLLECTION,
]

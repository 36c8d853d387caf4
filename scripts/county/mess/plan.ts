import type { InsideMess } from '../own/mess/mess.ts'
import type { Random } from '../random.ts'
import type { MadeSchool } from '../school.ts'
import { CELL_MESS, FILE_MESS, IDENTITY_MESS, LAYOUT_MESS, STRAY_MESS } from './kinds.ts'
import type {
  CellMess,
  FileMess,
  IdentityMess,
  LayoutMess,
  MessKind,
  MessOptions,
  StrayMess,
} from './kinds.ts'

/** What will be wrong with one school's return. */
export interface SchoolPlan {
  cells: CellMess[]
  layout: LayoutMess[]
  /** To forms of the county's own. */
  own: InsideMess[]
  identity: IdentityMess | null
  file: FileMess | null
}

export interface MessPlan {
  bySchool: Map<string, SchoolPlan>
  stray: StrayMess[]
}

/** Ends that leave nothing to be taken from the school. */
const LOST: FileMess[] = ['empty-file', 'encrypted', 'not-reported']

function isOf<T extends MessKind>(kinds: readonly T[]): (kind: MessKind) => kind is T {
  return (kind): kind is T => (kinds as readonly MessKind[]).includes(kind)
}

/**
 * Deals the kinds of mess out to the schools: each kind once, on a school whose return is not lost,
 * then more at random.
 */
export function planMess(
  random: Random,
  schools: MadeSchool[],
  mess: boolean | MessOptions,
): MessPlan {
  const bySchool = new Map<string, SchoolPlan>(
    schools.map(({ id }) => [id, { cells: [], layout: [], own: [], identity: null, file: null }]),
  )
  if (mess === false) return { bySchool, stray: [] }
  const options = mess === true ? {} : mess
  const wanted = (kind: MessKind) => options.kinds?.includes(kind) ?? true
  const order = random.shuffle([...bySchool.values()])
  const files = FILE_MESS.filter(wanted)
  files.forEach((file, i) => {
    const plan = order[i]
    if (plan && i < order.length / 2) plan.file = file
  })
  const open = order.filter((plan) => plan.file === null || !LOST.includes(plan.file))
  const deal = <T>(list: readonly T[], offset: number, give: (plan: SchoolPlan, kind: T) => void) =>
    list.forEach((kind, i) => {
      const plan = open[(offset + i) % Math.max(1, open.length)]
      if (plan) give(plan, kind)
    })
  deal(CELL_MESS.filter(wanted), 0, (plan, kind) => plan.cells.push(kind))
  deal(LAYOUT_MESS.filter(wanted), 3, (plan, kind) => plan.layout.push(kind))
  deal(IDENTITY_MESS.filter(wanted), 6, (plan, kind) => (plan.identity = kind))
  addMore(random, open, options)
  return { bySchool, stray: STRAY_MESS.filter(wanted) }
}

/** Kinds that stay rare: most returns of a real county can be read whole. */
const COMMON: MessKind[] = [
  'text-numbers',
  'text-numbers',
  'text-numbers',
  'full-width',
  'separators',
  'spaces',
  'units',
  'blank-marks',
  'formulas',
  'label-variants',
  'no-helper',
  'blank-row',
  'remark-column',
]

function addMore(random: Random, open: SchoolPlan[], options: MessOptions): void {
  const allowed = COMMON.filter((kind) => options.kinds?.includes(kind) ?? true)
  if (allowed.length === 0) return
  for (const plan of open) {
    if (!random.chance(options.rate ?? 0.6)) continue
    const kind = random.pick(allowed)
    if (isOf(CELL_MESS)(kind) && !plan.cells.includes(kind)) plan.cells.push(kind)
    if (isOf(LAYOUT_MESS)(kind) && !plan.layout.includes(kind)) plan.layout.push(kind)
  }
}

import type { CountyPart } from './part.ts'
import type { Design } from './design.ts'
import {
  fillDraft,
  finishDraft,
  figureAt,
  listsOf,
  numberPlaces,
  setNumber,
  truthOf,
} from './draft.ts'
import type { Draft } from './draft.ts'
import { makeFacts } from './facts.ts'
import type { Facts } from './facts.ts'
import { encryptedBytes, lockBytes, pdfBytes, textBytes, truncatedBytes } from './mess/bytes.ts'
import { oldExcelBytes } from './mess/old-excel.ts'
import { messCells } from './mess/cells.ts'
import { messIdentity } from './mess/identity.ts'
import type { StrayMess } from './mess/kinds.ts'
import { messLayout } from './mess/layout.ts'
import type { SchoolPlan } from './mess/plan.ts'
import { typeOneWrong } from './mess/slips.ts'
import { messOwn } from './own/mess/mess.ts'
import type { MadePlaces } from './names.ts'
import { Random } from './random.ts'
import type { MadeSchool } from './school.ts'
import { finish } from './sheet.ts'
import type { MadeSheet } from './sheet.ts'
import { addressAt } from './table.ts'
import type { TruthFile, TruthList, TruthValue } from './truth.ts'
import type { Ruled } from './write-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

export interface ReturnOrder {
  seed: number
  design: Design
  /** Ids of all schools of the register. */
  known: ReadonlySet<string>
  /** Path of the zip that some returns come in. */
  zip: string
  facts: Facts
  plan: SchoolPlan | undefined
  /** Whether it types one figure wrong. */
  slips: boolean
}

export interface MadeReturns {
  files: { path: string; bytes: Uint8Array }[]
  verdicts: TruthFile[]
  values: TruthValue[]
  lists: TruthList[]
  /** Mess that was planned but for which the return had no place. */
  undone: Pick<SchoolPlan, 'cells' | 'layout' | 'own'>
}

/** Where thin lines go: around each table from its headings to its last row. */
export function ruledOf(sheets: MadeSheet[]): Map<string, Ruled[]> {
  return new Map(
    sheets.map((sheet) => [
      sheet.name,
      sheet.blocks.map((block) => ({
        top: block.headRow,
        left: sheet.hiddenColumns.length > 0 ? 1 : 0,
        bottom: block.lastRow,
        right: block.lastColumn,
      })),
    ]),
  )
}

function write(draft: Draft): Promise<Uint8Array> {
  return writeWorkbook(draft.sheets.map(finish), ruledOf(draft.sheets))
}

const EMPTY_PLAN: SchoolPlan = { cells: [], layout: [], own: [], identity: null, file: null }

function makeDraft(random: Random, order: ReturnOrder, day: number, plan: SchoolPlan): Draft {
  const { design, facts } = order
  const book = design.books.find(({ kinds }) => kinds.includes(facts.school.kind))
  const who = { code: facts.school.id, name: facts.school.name, date: design.date(day) }
  const draft = fillDraft(random, book?.sheets() ?? [], facts, who, {
    emptyZeros: random.pick([0, 0, 0.5]),
  })
  // Whole sheets of text numbers come last: they would leave nothing for the other kinds.
  // The writer of the old format always stores results.
  const possible = plan.cells.filter(
    (kind) => plan.file !== 'old-excel' || kind !== 'no-cached-value',
  )
  const cells = possible.sort((a, b) => Number(a === 'text-numbers') - Number(b === 'text-numbers'))
  for (const kind of cells) if (messCells(random, draft, kind)) draft.mess.push(kind)
  for (const kind of plan.own) if (messOwn(random, draft, kind)) draft.mess.push(kind)
  for (const kind of plan.layout) if (messLayout(random, draft, kind)) draft.mess.push(kind)
  if (plan.identity !== null) {
    messIdentity(draft, plan.identity, order.known)
    draft.mess.push(plan.identity)
  }
  if (order.slips) typeOneWrong(new Random(`slip ${order.seed} ${facts.school.id}`), draft)
  finishDraft(draft)
  return draft
}

function verdict(draft: Draft, file: string): TruthFile {
  return {
    file,
    status: draft.status,
    alsoOk: draft.alsoOk,
    school: draft.school.id,
    reasons: draft.reasons,
    mess: draft.mess,
    twin: null,
  }
}

function other(
  file: string,
  status: TruthFile['status'],
  school: string | null,
  mess: string,
  reasons: TruthFile['reasons'],
): TruthFile {
  return { file, status, alsoOk: [], school, reasons, mess: [mess], twin: null }
}

const NAMES: ((school: MadeSchool) => string)[] = [
  (school) => school.name,
  (school) => school.shortName,
  (school) => `${school.id} ${school.shortName}`,
  (school) => `${school.name}(${school.typeName})`,
  (school) => `${school.shortName}(上报)`,
  (school) => `2025年统计报表-${school.shortName}`,
]

/** Everything that one school sends, and what is to be made of it. */
export async function makeReturns(order: ReturnOrder): Promise<MadeReturns> {
  const { facts, seed } = order
  const { school } = facts
  const random = new Random(`return ${seed} ${school.id}`)
  const plan = order.plan ?? EMPTY_PLAN
  const day = random.int(9, 20)
  const draft = makeDraft(random, order, day, plan)
  const folder = plan.file === 'zipped' ? order.zip : 'returns'
  const stem = random.pick(NAMES)(school)
  const path = `${folder}/${stem}.xlsx`
  const made: MadeReturns = {
    files: [],
    verdicts: [],
    values: [],
    lists: [],
    undone: {
      cells: plan.cells.filter((kind) => !draft.mess.includes(kind)),
      layout: plan.layout.filter((kind) => !draft.mess.includes(kind)),
      own: plan.own.filter((kind) => !draft.mess.includes(kind)),
    },
  }
  const send = (bytes: Uint8Array, file: TruthFile) => {
    made.files.push({ path: file.file, bytes })
    made.verdicts.push(file)
  }
  const lost = (bytes: Uint8Array, reason: TruthFile['reasons'][number]) => {
    send(bytes, other(path, 'rejected', null, plan.file ?? '', [reason]))
    made.values = missing(draft)
  }
  const good = async (file: string) => {
    send(await write(draft), verdict(draft, file))
    made.values = truthOf(draft, file)
    made.lists = listsOf(draft, file)
  }
  switch (plan.file) {
    case 'not-reported':
      made.values = missing(draft)
      break
    case 'empty-file':
      lost(new Uint8Array(), 'empty-file')
      break
    case 'encrypted':
      lost(encryptedBytes(random), 'encrypted')
      break
    case 'truncated':
      send(
        truncatedBytes(await write(draft)),
        other(path, 'rejected', null, 'truncated', ['damaged']),
      )
      await good(`returns/${stem}(重发).xlsx`)
      break
    case 'copy': {
      await good(path)
      const twin = `returns/${stem} - 副本.xlsx`
      const bytes = made.files[0]?.bytes ?? new Uint8Array()
      send(bytes, { ...other(twin, 'duplicate', school.id, 'copy', ['same-bytes']), twin: path })
      break
    }
    case 'resubmission': {
      const first = makeDraft(random, order, day - 5, EMPTY_PLAN)
      slip(random, first)
      const early = `returns/${stem}-初报.xlsx`
      send(await write(first), other(early, 'superseded', school.id, 'resubmission', []))
      await good(path)
      break
    }
    case 'old-excel': {
      draft.mess.push('old-excel')
      const file = `returns/${stem}.xls`
      send(oldExcelBytes(draft.sheets.map(finish)), verdict(draft, file))
      made.values = truthOf(draft, file)
      made.lists = listsOf(draft, file)
      break
    }
    case 'zipped':
      draft.mess.push('zipped')
      await good(path)
      break
    case null:
      await good(path)
  }
  return made
}

/** A first return with figures that the second one puts right. */
function slip(random: Random, draft: Draft): void {
  const places = numberPlaces(draft)
  for (let i = 0; i < 3 && places.length > 0; i++) {
    const { sheet, place } = random.pick(places)
    setNumber(draft, sheet, place, String(Math.round(Number(figureAt(draft, place) ?? 0)) + 7))
  }
}

function missing(draft: Draft): TruthValue[] {
  const items = draft.sheets.flatMap((sheet) =>
    sheet.blocks.flatMap(({ table }) =>
      table.rows.flatMap((_, r) =>
        table.columns.flatMap((__, c) =>
          table.starred(r, c, draft.school.kind) ? [] : [addressAt(table, r, c)],
        ),
      ),
    ),
  )
  return items.map((item) => ({
    school: draft.school.id,
    item,
    returned: null,
    state: 'missing',
    file: null,
    sheet: null,
    cell: null,
  }))
}

/** Files that are no return of an active school of the register. */
export async function* strayReturns(
  county: { seed: number; design: Design; places: MadePlaces; closed: MadeSchool[] },
  kinds: StrayMess[],
): AsyncGenerator<CountyPart> {
  const { seed, design, places } = county
  const foreign: MadeSchool = {
    id: design.style === 'plain' ? 'QX-977' : '2197909977',
    name: `${places.county}${places.towns[0] ?? ''}星火小学`,
    shortName: '星火小学',
    town: places.towns[0] ?? '',
    place: '220',
    kind: 'primary',
    type: design.style === 'plain' ? 'Z' : '211',
    typeName: '小学',
    holder: '公办',
    active: true,
  }
  for (const kind of kinds) {
    const random = new Random(`stray ${seed} ${kind}`)
    const one = async (): Promise<{ bytes: Uint8Array; file: TruthFile } | null> => {
      const whole = async (school: MadeSchool, file: TruthFile) => {
        const facts = makeFacts(random, school).now
        const order = {
          seed,
          design,
          known: new Set<string>(),
          zip: '',
          facts,
          plan: undefined,
          slips: false,
        }
        return { bytes: await write(makeDraft(random, order, 12, EMPTY_PLAN)), file }
      }
      switch (kind) {
        case 'unknown-school': {
          const file = other(`returns/${foreign.name}.xlsx`, 'queried', null, kind, [
            'unknown-school',
          ])
          return whole(foreign, { ...file, alsoOk: ['rejected'] })
        }
        case 'closed-school': {
          const school = county.closed[0]
          if (!school) return null
          const path = `returns/${school.shortName}.xlsx`
          const file = other(path, 'queried', school.id, kind, ['closed-school'])
          return whole(school, { ...file, alsoOk: ['rejected', 'accepted'] })
        }
        case 'lock-file': {
          const path = `returns/~$${places.towns[0] ?? ''}中心小学.xlsx`
          return { bytes: lockBytes(), file: other(path, 'ignored', null, kind, ['lock-file']) }
        }
        case 'text-file':
          return {
            bytes: textBytes(),
            file: other('returns/报送说明.txt', 'ignored', null, kind, ['not-a-workbook']),
          }
        case 'pdf-file':
          return {
            bytes: pdfBytes(),
            file: other('returns/盖章件.pdf', 'ignored', null, kind, ['not-a-workbook']),
          }
      }
    }
    const made = await one()
    if (!made) continue
    yield { kind: 'file', path: made.file.file, bytes: made.bytes }
    yield { kind: 'verdict', file: made.file }
  }
}

import type { FormDoubt, FormRemedy } from '../../../shared/form-doubts.ts'
import { crossingAt } from '../../../shared/item-place.ts'
import type { Form, FormEdit, FormEdition, FormItem } from '../../../shared/model.ts'
import { a1 } from '../../model/address.ts'
import type { SheetData } from '../../model/sheet.ts'
import { withoutUnits } from '../heading.ts'
import { isGeneral, senseOf } from '../senses.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'

/** What is printed of a form in one blank workbook. */
export interface Printed {
  edition: FormEdition
  sheets: readonly SheetData[]
  /** The units printed above the table. */
  units: readonly string[]
}

/** What is unsure about the cells that are to be filled in: kinds, units, what stands in them, formulas. */
export function doubtsOfItems(form: Form, printed: Printed): FormDoubt[] {
  if (form.list !== undefined) return []
  return [
    ...kindsOpen(form),
    ...kindsGuessed(form),
    ...unitsOpen(form, printed.units),
    ...prefilled(form, printed),
    ...formulasLost(form, printed),
  ]
}

function kindRemedies(form: Form, line: Line, key: string): FormRemedy[] {
  const edit = (kind: 'number' | 'text'): FormEdit => ({ form: form.id, ...line.of, kind })
  return [
    { says: 'number', of: '', edit: edit('number') },
    { says: 'text', of: '', edit: edit('text') },
    sureOf(form, key),
  ]
}

/** Lets a doubt stand: it was learned rightly. */
export function sureOf(form: Form, key: string): FormRemedy {
  return { says: 'sure', of: '', edit: { form: form.id, sure: key } }
}

const keyOf = (code: string, line: Line): string => `${code} ${JSON.stringify(line.of)}`

function kindsOpen(form: Form): FormDoubt[] {
  return linesOf(form, ({ either }) => either === true).map((line) => {
    const key = keyOf('kind-open', line)
    return {
      code: 'kind-open',
      key,
      params: { label: line.label },
      places: line.places,
      remedies: kindRemedies(form, line, key),
    }
  })
}

/** Of a word like 职称 or 班主任 its surroundings say whether it is a figure; on a card it is none. */
function kindsGuessed(form: Form): FormDoubt[] {
  if (form.shape !== undefined) return []
  const guessed = (item: FormItem): boolean => {
    // A unit, or words in the whole column, leave no choice.
    if (item.either === true || !item.input || item.unit !== null) return false
    if (item.kind === 'text' && onlyWords(form, item.column)) return false
    const sense = senseOf(leafOf(form, item))
    return sense === 'quality' || sense === 'person'
  }
  return linesOf(form, guessed).map((line) => {
    const key = keyOf('kind-guessed', line)
    const kind = form.items[line.items[0] ?? -1]?.kind ?? 'number'
    return {
      code: 'kind-guessed',
      key,
      params: { label: line.label, kind },
      places: line.places,
      remedies: kindRemedies(form, line, key).filter(({ says }) => says !== kind),
    }
  })
}

function onlyWords(form: Form, column: number): boolean {
  const own = form.items.filter((item) => item.column === column)
  return own.length > 1 && own.every(({ kind }) => kind === 'text')
}

function leafOf(form: Form, { row, column, label }: FormItem): string {
  const leaf = withoutUnits(form.columns[column]?.path ?? []).at(-1) ?? ''
  const own = label ?? form.rows[row]?.label.split(' / ').at(-1) ?? ''
  return isGeneral(leaf) ? own : leaf
}

const MONEY = ['元', '万元']
const AREA = ['平方米', '亩']

/** Money and areas are of some unit; where several are printed, a figure is of one of them. */
function unitsOpen(form: Form, units: readonly string[]): FormDoubt[] {
  const choicesFor = (item: FormItem): readonly string[] => {
    if (item.kind !== 'number' || item.unit !== null || item.fraction === true) return []
    const words = [leafOf(form, item), form.rows[item.row]?.label.split(' / ').at(-1) ?? '']
    const sense = words.map(senseOf).find((one) => one !== null && one !== 'figure') ?? null
    if (sense === 'ratio' || sense === 'quality' || sense === 'person') return []
    if (sense === 'money') return MONEY
    if (sense === 'area') return AREA
    return units.length > 1 && sense !== 'count' ? units : []
  }
  return linesOf(form, (item) => choicesFor(item).length > 0).flatMap((line): FormDoubt[] => {
    const { of: named } = line
    const of =
      'row' in named && 'column' in named ? { column: named.column, rows: [named.row] } : named
    const item = form.items[line.items[0] ?? -1]
    if (item === undefined) return []
    const key = keyOf('unit-open', line)
    const printed = choicesFor(item).filter((unit) => units.includes(unit))
    const choices = printed.length > 0 ? printed : choicesFor(item)
    // Where no word says money or area, it may be no figure at all.
    const unsaid = choicesFor(item) === units
    return [
      {
        code: 'unit-open',
        key,
        params: { label: line.label, units: units.join('、') },
        places: line.places,
        remedies: [
          ...choices.map((unit): FormRemedy => ({
            says: 'unit',
            of: unit,
            edit: { form: form.id, ...of, unit },
          })),
          ...kindRemedies(form, line, key).filter(({ says }) => says === 'text' && unsaid),
          sureOf(form, key),
        ],
      },
    ]
  })
}

/** A constant in a cell that the school fills in: what is left standing would be its answer. */
function prefilled(form: Form, { edition, sheets }: Printed): FormDoubt[] {
  const textOf = (item: FormItem): string => {
    const at = crossingAt(edition, item.row, item.column)
    const sheet = sheets.find(({ name }) => name === (at.sheet ?? edition.sheet))
    const cell = sheet?.cells[at.row]?.[at.column]
    return cell === undefined || cell.formula !== undefined ? '' : cell.value.trim()
  }
  const own = new Set(edition.items)
  const texts = new Set(form.items.map(textOf).filter((text) => text !== ''))
  const lines = [...texts].flatMap((text) =>
    linesOf(form, (item, index) => own.has(index) && textOf(item) === text).map((line) => ({
      text,
      line,
    })),
  )
  return lines.map(({ text, line }) => {
    const key = keyOf('prefilled', line)
    return {
      code: 'prefilled',
      key,
      params: { label: line.label, text },
      places: line.places,
      remedies: [
        { says: 'not-asked', of: '', edit: { form: form.id, ...line.of, kind: 'none' } },
        sureOf(form, key),
      ],
    }
  })
}

/** Formula cells whose formula reaches outside the learned tables. */
function formulasLost(form: Form, { edition, sheets }: Printed): FormDoubt[] {
  const own = new Set(edition.items)
  return linesOf(
    form,
    ({ input, formula }, index) => own.has(index) && !input && formula === null,
  ).map((line) => {
    const key = keyOf('formula-lost', line)
    const item = form.items[line.items[0] ?? -1]
    const at = crossingAt(edition, item?.row ?? -1, item?.column ?? -1)
    const sheet = sheets.find(({ name }) => name === (at.sheet ?? edition.sheet))
    const formula = sheet?.cells[at.row]?.[at.column]?.formula ?? ''
    const cell = at.row < 0 ? '' : a1(at.row, at.column)
    return {
      code: 'formula-lost',
      key,
      params: { label: line.label, formula: `=${formula}`, cell },
      places: line.places,
      remedies: [
        { says: 'not-asked', of: '', edit: { form: form.id, ...line.of, kind: 'none' } },
        sureOf(form, key),
      ],
    }
  })
}

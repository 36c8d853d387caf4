import type { Form, FormItem } from '../../shared/model.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import type { SurePart } from './align-grid.ts'
import type { FormShape } from './form-shape.ts'
import { squeeze } from './pairing.ts'
import type { LabelVariant } from './pairing.ts'
import type { Region } from './stub.ts'

interface Place {
  row: number
  column: number
}

/** A card: each cell stands right of its own label, wherever that is; the cells of a line are a part. */
export function alignCard(grid: SheetGrid, shape: FormShape, region: Region): SurePart[] {
  const { form } = shape
  const places = new CardPlaces(grid, form, region)
  return form.rows.flatMap((_, row) => {
    const found = form.items.flatMap((item) => {
      const place = item.row === row ? places.of(item) : null
      return place === null ? [] : [{ item, place }]
    })
    const lines = [...new Set(found.map(({ place }) => place.row))]
    return lines.map((line) => {
      const own = found.filter(({ place }) => place.row === line)
      const valueOf = (column: number): number => {
        const place = own.find(({ item }) => item.column === column)?.place
        return place === undefined ? -1 : place.column + grid.span(place.row, place.column)
      }
      const part = {
        rowAt: form.rows.map((__, at) => (at === row ? line : -1)),
        columnAt: form.columns.map((__, at) => valueOf(at)),
        stubColumns: own.map(({ place }) => place.column),
        codeColumn: -1,
        headTop: line,
        region,
        disputedRows: [],
        disputedColumns: [],
        recoded: false,
      }
      return {
        part,
        rows: 1,
        columns: 1,
        variants: own.flatMap(({ item, place }) => variant(grid, item, place)),
      }
    })
  })
}

function variant(
  grid: SheetGrid,
  { label = '' }: FormItem,
  { row, column }: Place,
): LabelVariant[] {
  const written = grid.text(row, column)
  return squeeze(written) === squeeze(label.split(' / ').at(-1) ?? '') ? [] : [{ label, written }]
}

/** Where the labels of a card stand on a sheet. */
class CardPlaces {
  private readonly written: Map<string, Place[]>
  private readonly meant: Map<string, Place[]>
  private readonly wanted: Map<string, number>
  private readonly form: Form
  private readonly grid: SheetGrid

  constructor(grid: SheetGrid, form: Form, region: Region) {
    this.form = form
    this.grid = grid
    this.written = labelsOn(grid, region)
    this.meant = labelsOn(grid, region, meaningOf)
    this.wanted = countOf(form.items.map((item) => partsOf(item)[1]))
  }

  /** A label that stands twice says nothing by itself: its group, or the others of its line, must be beside it. */
  of(item: FormItem): Place | null {
    const [group, label] = partsOf(item)
    const exact = this.written.get(label) ?? []
    const all = exact.length > 0 ? exact : (this.meant.get(meaningOf(label)) ?? [])
    const twice = all.length > 1 || (this.wanted.get(label) ?? 0) > 1
    const places = twice ? all.filter((place) => this.isBeside(item, group, place)) : all
    const [only] = places
    return places.length === 1 && only !== undefined ? only : null
  }

  private isBeside(item: FormItem, group: string, { row, column }: Place): boolean {
    if (group !== '') {
      return Array.from({ length: column }, (_, at) =>
        normalLabel(this.grid.text(row, at)),
      ).includes(group)
    }
    const others = this.form.items.filter((one) => one.row === item.row && one !== item)
    return (
      others.length > 0 &&
      others.every((one) => this.written.get(partsOf(one)[1])?.some((place) => place.row === row))
    )
  }
}

/** Group, where the form names one, and label of a card's cell in normal form. */
function partsOf({ label = '' }: FormItem): [string, string] {
  const parts = label.split(' / ').map(normalLabel)
  return [parts.length > 1 ? (parts[0] ?? '') : '', parts.at(-1) ?? '']
}

/** Cells of the region by their label. */
function labelsOn(
  grid: SheetGrid,
  { from, to }: Region,
  named: (label: string) => string = (label) => label,
): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const row of grid.filledRows(from, to)) {
    for (const column of grid.anchors(row)) {
      if (!grid.isAnchor(row, column)) continue
      const label = named(normalLabel(grid.text(row, column)))
      places.set(label, [...(places.get(label) ?? []), { row, column }])
    }
  }
  return places
}

function countOf(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

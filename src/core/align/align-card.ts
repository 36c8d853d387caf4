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
  return squeeze(written) === squeeze(label) ? [] : [{ label, written }]
}

/** Where the labels of a card stand on a sheet. */
class CardPlaces {
  private readonly written: Map<string, Place[]>
  private readonly meant: Map<string, Place[]>
  private readonly wanted: Map<string, number>

  constructor(grid: SheetGrid, form: Form, region: Region) {
    this.written = labelsOn(grid, region)
    this.meant = labelsOn(grid, region, meaningOf)
    this.wanted = countOf(form.items.map(({ label = '' }) => normalLabel(label)))
  }

  /** A label that stands twice, or twice on the form, says nothing by itself. */
  of(item: FormItem): Place | null {
    const label = normalLabel(item.label ?? '')
    if ((this.wanted.get(label) ?? 0) > 1) return null
    const exact = this.written.get(label) ?? []
    const places = exact.length > 0 ? exact : (this.meant.get(meaningOf(label)) ?? [])
    const [only] = places
    return places.length === 1 && only !== undefined ? only : null
  }
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

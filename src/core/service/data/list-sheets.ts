import type { Basis, Form, School } from '../../../shared/model.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import type { Collection } from '../../collection/collection.ts'
import { kindOfColumn, maskedMark } from '../../personal/marks.ts'
import { columnOf } from '../../model/list-rows.ts'
import { listsOf } from './list-views.ts'
import type { SchoolList } from './list-views.ts'

/** How the figures of an export are told, and whether identity numbers stand in it whole. */
export interface ExportWishes {
  basis: Basis
  lang: 'zh' | 'en'
  identities: boolean
}

type ListSheet = NonNullable<ConsolidatedInput['lists']>[number]

/** The lists of all schools, each under one another; identity numbers, names and telephone numbers masked unless they are asked for. */
export function listSheets(
  collection: Collection,
  { identities, basis }: Pick<ExportWishes, 'identities' | 'basis'>,
): ListSheet[] {
  return collection.forms.flatMap((form) => {
    const { list } = form
    if (list === undefined) return []
    const lists = listsOf(collection, form, { county: true }, basis)
    return [sheetOf({ ...form, list }, lists, identities)]
  })
}

function sheetOf(
  { id, title, list }: Form & Required<Pick<Form, 'list'>>,
  lists: readonly SchoolList[],
  identities: boolean,
): ListSheet {
  const kinds = list.columns.map(kindOfColumn)
  // Where each school's rows begin, so that a line is found without walking through all.
  const starts: number[] = []
  let rows = 0
  for (const one of lists) {
    starts.push(rows)
    rows += one.rows.rowAt.length
  }
  return {
    form: id,
    title,
    headings: list.columns.map(({ heading }) => heading),
    figures: list.columns.map(({ kind }) => kind === 'number'),
    rows,
    line(index) {
      const at = starts.findLastIndex((start) => start <= index)
      const one = lists[at]
      if (one === undefined) return []
      const row = index - (starts[at] ?? 0)
      const cells = list.columns.map((_, column) => {
        const text = columnOf(one.rows, column)[row] ?? ''
        const kind = kinds[column]
        return kind && !identities && text !== '' ? maskedMark(kind, text) : text
      })
      return [codeOf(one.school), one.school.name, ...cells]
    },
  }
}

const codeOf = ({ id, code }: School): string => code ?? id

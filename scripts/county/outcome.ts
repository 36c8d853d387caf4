import type { Collection } from '../../src/core/collection/collection.ts'
import { valuesCsv } from '../../src/core/service/report/values-csv.ts'
import type { CellState } from '../../src/shared/model.ts'
import type { Outcome } from './held.ts'

/** The lines of values.csv of a collection, taken apart. */
export function valuesOfCollection(collection: Collection): Outcome['values'] {
  const text = [...valuesCsv(collection)].join('')
  const [head = [], ...lines] = parseLines(text)
  const at = (name: string) => head.indexOf(name)
  const [school, item, returned, state] = ['school', 'item', 'returned', 'state'].map(at)
  return lines.map((line) => ({
    school: line[school ?? -1] ?? '',
    item: line[item ?? -1] ?? '',
    returned: line[returned ?? -1] ?? '',
    state: (line[state ?? -1] ?? 'missing') as CellState,
  }))
}

/** Lines of a CSV text; fields in quotes may hold commas, quotes twice and line breaks. */
function parseLines(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (quoted) {
      if (char !== '"') field += char
      else if (text[i + 1] === '"') field += text[i++] ?? ''
      else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ',' || char === '\n') {
      line.push(field.replace(/\r$/, ''))
      field = ''
      if (char === '\n') {
        lines.push(line)
        line = []
      }
    } else field += char
  }
  return lines.filter((one) => one.length > 1)
}

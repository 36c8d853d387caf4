import type { School } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { WorkbookData } from '../model/sheet.ts'
import { findList } from './table-rows.ts'

/**
 * The school register (名册): one row a school, read by its headings.
 *
 * @throws CallError bad-register when the key or name column is missing, or a code occurs twice
 */
export function readRegister(
  workbook: WorkbookData,
  config: CollectionConfig,
  path: string,
): { schools: School[]; columns: string[] } {
  const { register } = config
  const list = findList(workbook, [register.key, register.name], register.sheet)
  if (list === null) {
    const where = register.sheet === null ? '' : `工作表“${register.sheet}”里`
    const detail = `${where}没有同时带“${register.key}”和“${register.name}”两列的标题行`
    throw new CallError('bad-register', { path, detail })
  }
  const seen = new Map<string, number>()
  const schools = list.records.flatMap(({ row, values }) => {
    const attributes: Record<string, string> = {}
    list.headings.forEach((heading, column) => {
      if (heading !== '') attributes[heading] = values[column] ?? ''
    })
    const id = (attributes[register.key] ?? '').normalize('NFKC')
    const name = attributes[register.name] ?? ''
    if (id === '' && name === '') return []
    if (id === '') {
      throw new CallError('bad-register', {
        path,
        detail: `第 ${String(row + 1)} 行“${name}”没有${register.key}`,
      })
    }
    const before = seen.get(id)
    if (before !== undefined) {
      const rows = `第 ${String(before)} 行和第 ${String(row + 1)} 行`
      throw new CallError('bad-register', { path, detail: `${rows}的${register.key}同为 ${id}` })
    }
    seen.set(id, row + 1)
    return [schoolOf(id, name, attributes, config)]
  })
  return { schools, columns: list.headings.filter((heading) => heading !== '') }
}

function schoolOf(
  id: string,
  name: string,
  attributes: Record<string, string>,
  config: CollectionConfig,
): School {
  const { register } = config
  const status = attributes[register.status] ?? ''
  return {
    id,
    name,
    shortName: attributes[register.shortName] ?? '',
    type: attributes[register.type] ?? '',
    status,
    // A register without a status column lists only schools that exist.
    active: attributes[register.status] === undefined || status === register.active,
    attributes,
  }
}

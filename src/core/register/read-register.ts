import type { School } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { WorkbookData } from '../model/sheet.ts'
import { displayLabel } from '../forms/label.ts'
import { a1 } from '../model/address.ts'
import { isScientific } from '../last-year/school-finder.ts'
import type { RegisterNote } from '../../shared/faults.ts'
import { isSigned, isTotal } from '../forms/list-rows.ts'
import { findList } from '../forms/table-rows.ts'
import { reporterKind } from './reporter-kind.ts'
import { schoolOf } from './school-of.ts'

/** What a register comes to: its schools, and what was done to rows that are not as they should be. */
export interface ReadRegister {
  schools: School[]
  columns: string[]
  notes: RegisterNote[]
}

/**
 * The school register (名册): one row a school, read by its headings. A row that is no school's
 * (合计, a signature) is passed over; a school whose code is lost, missing or another's keeps its
 * place under its name, so that it is expected and its return is known by name. Each is named.
 *
 * @throws CallError bad-register when no sheet has the key and name columns
 */
export function readRegister(
  workbook: WorkbookData,
  config: CollectionConfig,
  path: string,
): ReadRegister {
  const { register } = config
  const list = findList(workbook, [register.key, register.name], register.sheet)
  if (list === null) {
    const where = register.sheet === null ? '' : `工作表“${register.sheet}”里`
    const detail = `${where}没有同时带“${register.key}”和“${register.name}”两列的标题行`
    throw new CallError('bad-register', { path, detail })
  }
  const keyColumn = list.headings.indexOf(register.key)
  const seen = new Map<string, { row: number; name: string }>()
  const notes: RegisterNote[] = []
  const schools = list.records.flatMap(({ row, values }): School[] => {
    const attributes: Record<string, string> = {}
    list.headings.forEach((heading, column) => {
      // A town written with a wide space in it must not become a town of its own.
      if (heading === '') return
      const value = values[column] ?? ''
      attributes[heading] = heading === register.name ? value : displayLabel(value)
    })
    const written = (attributes[register.key] ?? '').normalize('NFKC').replaceAll(/\s/gu, '')
    const name = attributes[register.name] ?? ''
    const note = (code: RegisterNote['code'], params: RegisterNote['params'] = {}): void => {
      const cell = a1(row, keyColumn)
      notes.push({
        code,
        sheet: list.sheet,
        cell,
        params: { row: row + 1, written, name, ...params },
      })
    }
    if (written === '' && name === '' && isNoSchool(values)) return []
    if (isTotal(written) || isTotal(name) || values.some(isSigned)) {
      note('no-school-row', { text: values.find((value) => value !== '') ?? '' })
      return []
    }
    if (name === '' && !/\d/u.test(written)) {
      note('no-school-row', { text: values.find((value) => value !== '') ?? '' })
      return []
    }
    const before = seen.get(written)
    if (before !== undefined && before.name === name) {
      note('row-twice', { before: before.row })
      return []
    }
    // A section has no code of a school: its name will do.
    const uncoded = written === '' && reporterKind(attributes, config) !== null
    const own = uncoded ? null : ownCode(written, before, note)
    // Under its name: never under a code that is lost or another school's.
    const id = own ?? name
    if (seen.has(id)) {
      note('row-twice', { before: seen.get(id)?.row ?? 0 })
      return []
    }
    seen.set(id, { row: row + 1, name })
    attributes[register.key] = own ?? ''
    const school = schoolOf(id, attributes, config)
    if (school.active && school.status === '' && attributes[register.status] !== undefined) {
      note('status-missing', { active: register.active })
    }
    return [school]
  })
  return { schools, columns: list.headings.filter((heading) => heading !== ''), notes }
}

/** A row's code where it can be one; null for one that is missing, lost or already another school's. */
function ownCode(
  written: string,
  before: { row: number; name: string } | undefined,
  note: (code: RegisterNote['code'], params?: RegisterNote['params']) => void,
): string | null {
  if (written === '') note('code-missing')
  else if (isScientific(written)) note('code-lost')
  else if (before !== undefined) note('code-twice', { before: before.row, other: before.name })
  else return written
  return null
}

/** Whether nothing but a running number or white space stands in a row. */
function isNoSchool(values: string[]): boolean {
  return values.filter((value) => value !== '').every((value) => /^\d{1,4}$/u.test(value))
}

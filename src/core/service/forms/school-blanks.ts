import { crossingAt } from '../../../shared/item-place.ts'
import type { Form, School } from '../../../shared/model.ts'
import type { Collection } from '../../collection/collection.ts'
import { dimensionNames, groupOf, UNGROUPED } from '../../consolidate/groups.ts'
import { addressed, codeIn } from '../../intake/blank-identity.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { PlacedText, SchoolBlank } from '../../model/school-blank.ts'
import type { WorkbookData } from '../../model/sheet.ts'

const TOWN = /乡镇|镇街|街道|学区/u

/** The group by which blanks lie in folders; "" where the register knows none. */
function townOf({ config, schools }: Collection, school: School): string {
  const dimension = dimensionNames(config, schools).find((name) => TOWN.test(name))
  const town = dimension === undefined ? '' : groupOf(school, dimension, config)
  return town === UNGROUPED ? '' : town
}

/**
 * The blanks made out for schools: each school's own workbook with its code, name and town, and last
 * year's figures as notes on the cells. Figures of last year stand in no cell, so that no program and
 * no hurry takes them for this year's.
 *
 * @param blankOf a blank workbook by its name
 * @param lastYear null to leave last year's figures out
 * @returns the blanks, and the schools whose kind has no blank workbook
 */
export function schoolBlanks(
  collection: Collection,
  schools: readonly School[],
  blankOf: (workbook: string) => WorkbookData,
  lastYear: LastYear | null,
): { blanks: SchoolBlank[]; without: string[] } {
  const context = collection.context()
  const blanks: SchoolBlank[] = []
  const without: string[] = []
  for (const school of schools) {
    const workbooks = collection.blanksOf(school) ?? []
    if (workbooks.length === 0) without.push(school.name)
    const town = townOf(collection, school)
    for (const workbook of workbooks) {
      const { texts, known } = addressed(blankOf(workbook).sheets, { school, town }, context)
      blanks.push({
        school: school.name,
        folder: town,
        name: nameOf(school, workbooks.length > 1 ? workbook : null),
        workbook,
        texts,
        notes: lastYear === null ? [] : notesOf(collection, school, workbook, lastYear),
        own: known ? [] : ownSheet(school, town),
      })
    }
  }
  return { blanks, without }
}

/** Whom a blank is for; of several that one fills in also which. */
function nameOf(school: School, workbook: string | null): string {
  const which = workbook?.replace(/^.*\//u, '').replace(/\.[^.]+$/u, '') ?? null
  const code = codeIn(school)
  return [...(code === '' ? [] : [code]), school.name, ...(which === null ? [] : [which])].join('_')
}

function ownSheet(school: School, town: string): SchoolBlank['own'] {
  const code = codeIn(school)
  return [
    ...(code === '' ? [] : [{ label: '学校标识码：', value: code }]),
    { label: '学校名称：', value: school.name },
    ...(town === '' ? [] : [{ label: '乡镇：', value: town }]),
  ]
}

/** Last year's figures of a school at the cells of its blank. */
function notesOf(
  { forms, index, config }: Collection,
  school: School,
  workbook: string,
  { values }: LastYear,
): PlacedText[] {
  const known = values.get(school.id)
  if (known === undefined) return []
  const year = config.prior?.schoolYear ?? ''
  const called = year === '' ? '上年' : `上年（${year}）`
  return forms.flatMap((form) => notesIn(form, workbook, index.addressesOf(form), known, called))
}

function notesIn(
  form: Form,
  workbook: string,
  addresses: readonly string[],
  known: ReadonlyMap<string, string>,
  called: string,
): PlacedText[] {
  const edition = form.editions.find((one) => one.workbook === workbook)
  if (edition === undefined || form.list !== undefined) return []
  return edition.items.flatMap((at): PlacedText[] => {
    const item = form.items[at]
    const value = known.get(addresses[at] ?? '')
    if (item === undefined || value === undefined || value === '') return []
    const { row, column, sheet = edition.sheet } = crossingAt(edition, item.row, item.column)
    if (row < 0 || column < 0) return []
    return [{ sheet, row, column, text: `${called}：${value}` }]
  })
}

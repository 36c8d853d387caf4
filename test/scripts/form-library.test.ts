import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../src/core/forms/learn.ts'
import { parseLibrary } from '../../src/core/indicators/library.ts'
import { faultOf } from '../../src/core/lists/count-rows.ts'
import { parseLists } from '../../src/core/lists/list-library.ts'
import { createReader } from '../../src/main/workbook/reader.ts'
import { blankBook } from '../../scripts/make-forms.ts'
import { FORM_LIBRARY } from '../../scripts/forms/library.ts'

const resources = join(import.meta.dirname, '../../resources')
const lists = parseLists(readFileSync(join(resources, 'library/lists.yaml'), 'utf8'))
const library = parseLibrary(readFileSync(join(resources, 'library/indicators.yaml'), 'utf8'))
const reader = createReader()
afterAll(() => reader.close())

async function formsIn(file: string) {
  const bytes = new Uint8Array(readFileSync(join(resources, 'forms', file)))
  const read = await reader.read(bytes, file)
  if (!read.ok) throw new Error(file)
  return learnWorkbook({ name: file, workbook: read.workbook }, '*').map(({ form }) => form)
}

describe('the form library', () => {
  it('is what the script writes', async () => {
    expect(readdirSync(join(resources, 'forms')).sort()).toEqual(
      FORM_LIBRARY.map(({ file }) => file).sort(),
    )
    for (const { file, sheets } of FORM_LIBRARY) {
      const kept = new Uint8Array(readFileSync(join(resources, 'forms', file)))
      expect({ file, bytes: await blankBook(sheets) }).toEqual({ file, bytes: kept })
    }
  })

  it('is learned as it is meant, and every count and choice has its columns', async () => {
    expect(lists.problems).toEqual([])
    const met = new Set<string>()
    for (const { file, sheets } of FORM_LIBRARY) {
      const forms = await formsIn(file)
      expect(forms.map(({ id, list }) => [id, list !== undefined])).toEqual(
        sheets.map(({ name, kind }) => [name, kind === 'list']),
      )
      for (const { id, list } of forms) {
        met.add(id)
        if (list === undefined) continue
        const faults = (lists.counts.get(id) ?? []).flatMap((count) => faultOf(list, count) ?? [])
        expect({ id, faults }).toEqual({ id, faults: [] })
      }
    }
    expect([...lists.counts.keys()].filter((id) => !met.has(id))).toEqual([])
    expect(library.forms.filter((id) => !met.has(id))).toEqual([])
    expect([...met].filter((id) => !library.forms.includes(id))).toEqual([])
  })
})

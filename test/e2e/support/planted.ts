import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { SAMPLE } from '../../../scripts/county/sample.ts'
import { makeCounty } from '../../support/county.ts'
import { writeFiles } from '../../support/write-files.ts'

/** The sample county without its own slips of the keyboard, as a folder. */
export async function plainSample(folder: string): Promise<string> {
  const county = join(folder, 'county')
  const { files } = await makeCounty({ ...SAMPLE, slips: 0 })
  writeFiles(county, files)
  return county
}

/**
 * The sample county, its own slips of the keyboard left out, with two digits of one total exchanged (454 for 445 pupils), which two rules
 * notice, and with two rules that are wrong themselves. Gives the folder.
 */
export async function plantedCounty(folder: string): Promise<string> {
  const county = await plainSample(folder)
  const path = join(county, 'returns', '霁川县采桑镇白坝小学.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const cell = book.getWorksheet('教基3112')?.getCell('J8')
  if (cell?.value !== 445) throw new Error(`the sample changed: ${JSON.stringify(cell?.value)}`)
  cell.value = 454
  await book.xlsx.writeFile(path)
  appendFileSync(
    join(county, 'rules.yaml'),
    `
- id: 错-1
  title: 写错的规则
  check: 教基3112[01,7] = 教基3112[01,99]
  severity: error
- id: 错-2
  check: 教基3112[01,7] > 0
`,
  )
  return county
}

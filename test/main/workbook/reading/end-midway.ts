import { createReader } from '../../../../src/main/workbook/reader.ts'
import { xlsx } from './made.ts'

/**
 * Lets reading threads run into their time limit again and again while they inflate one small part
 * after the other, in a process of its own, and prints how many were ended.
 */
const sheet = '<sheet name="表" sheetId="1" r:id="rId1"/>'
const bytes = xlsx({ sheets: sheet.repeat(20_000), rows: '<row><c><v>1</v></c></row>' })
const files = Array.from({ length: 12 }, (_, n) => `${n}.xlsx`)
let ended = 0
for (let milliseconds = 3; milliseconds < 11; milliseconds += 2) {
  const reader = createReader({ milliseconds, megabytes: 512 })
  for (const outcome of await Promise.all(files.map((path) => reader.read(bytes, path)))) {
    if (!outcome.ok && outcome.code === 'too-large') ended++
  }
  await reader.close()
}
process.stdout.write(String(ended))

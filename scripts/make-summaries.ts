import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { countyReform } from './summaries/county-reform.ts'
import { countySchools } from './summaries/county-schools.ts'
import { countyYear } from './summaries/county-year.ts'
import { halfYearCity } from './summaries/half-year-city.ts'
import { halfYearPlain } from './summaries/half-year-plain.ts'
import type { MadeSummary } from './summaries/made.ts'
import { sampleHalfYear } from './summaries/sample-half-year.ts'
import { filesOf } from './summaries/write.ts'

/** The collections over which an annual or half-year summary can be written, by name. */
export const MADE_SUMMARIES: Record<string, () => MadeSummary> = {
  'county-year': countyYear,
  'half-year-plain': halfYearPlain,
  'half-year-city': halfYearCity,
  'county-schools': countySchools,
  'county-reform': countyReform,
}

const USAGE = `Makes collections of schools, offices and centres whose figures fill a whole annual summary.

  node scripts/make-summaries.ts --out DIR [NAME…]
  node scripts/make-summaries.ts --sample     writes resources/sample-half-year again
`

async function write(made: MadeSummary, folder: string): Promise<void> {
  let files = 0
  for await (const [path, content] of filesOf(made)) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
    files++
  }
  process.stdout.write(`${folder}: ${files} files\n`)
}

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const at = args.indexOf('--out')
  if (args.includes('--sample')) {
    const folder = join(import.meta.dirname, '../resources/sample-half-year')
    rmSync(folder, { recursive: true, force: true })
    await write(sampleHalfYear(), folder)
    return
  }
  const out = at < 0 ? undefined : args[at + 1]
  if (out === undefined) {
    process.stderr.write(USAGE)
    process.exitCode = 2
    return
  }
  const names = args.filter((_, index) => index !== at && index !== at + 1)
  for (const [name, make] of Object.entries(MADE_SUMMARIES)) {
    if (names.length > 0 && !names.includes(name)) continue
    await write(make(), join(out, name))
  }
}

if (import.meta.main) await main()

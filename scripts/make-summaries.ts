import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { countyReform } from './summaries/county-reform.ts'
import { countySchools } from './summaries/county-schools.ts'
import { countyYear } from './summaries/county-year.ts'
import { halfYearCity } from './summaries/half-year-city.ts'
import { halfYearPlain } from './summaries/half-year-plain.ts'
import type { MadeSummary } from './summaries/made.ts'
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
`

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const at = args.indexOf('--out')
  const out = at < 0 ? undefined : args[at + 1]
  if (out === undefined) {
    process.stderr.write(USAGE)
    process.exitCode = 2
    return
  }
  const names = args.filter((_, index) => index !== at && index !== at + 1)
  for (const [name, make] of Object.entries(MADE_SUMMARIES)) {
    if (names.length > 0 && !names.includes(name)) continue
    const folder = join(out, name)
    let files = 0
    for await (const [path, content] of filesOf(make())) {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
      files++
    }
    process.stdout.write(`${folder}: ${files} files\n`)
  }
}

if (import.meta.main) await main()

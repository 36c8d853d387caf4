import type { Lang } from '../../shared/words/say.ts'
import { exported } from './export.ts'
import { schoolNamed } from './school-named.ts'

/**
 * `blanks WORKSPACE --out FILE.zip`: the blank workbooks made out for each school, with its code, name
 * and town, and last year's figures as notes; a folder for each town.
 *
 * @throws CallError no-schools, no-such-school, those of opening a collection, `cannot-write`, `cancelled`
 */
export async function blanksCommand(options: {
  workspace: string
  out: string
  /** Codes or full names; none for all schools that are to report. */
  school: string[]
  lastYear: boolean
  lang: Lang
}): Promise<void> {
  const { school: named, lastYear } = options
  await exported(options, async (service) => {
    if (named.length === 0) return service.exportBlanks({ schools: null, lastYear })
    const all = (await service.schools({})).map(({ school }) => school)
    return service.exportBlanks({ schools: named.map((text) => schoolNamed(text, all)), lastYear })
  })
}

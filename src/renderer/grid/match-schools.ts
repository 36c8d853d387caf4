import { codeOf } from '../../shared/register.ts'

/** A school that clipboard lines may name. */
export interface NamedSchool {
  id: string
  /** Its code in the register where that is not the id. */
  code?: string
  name: string
  shortName: string
}

/** A line of the clipboard that belongs to a school. */
export interface MatchedLine {
  school: string
  /** What stands right of names and codes. */
  values: string[]
}

/** Clipboard lines by the school that each names. */
export interface MatchedBlock {
  lines: MatchedLine[]
  /** Lines with figures whose school is not known, is named twice, or fits several. */
  unmatched: { label: string; values: string[] }[]
  /** Lines of sums, which follow by themselves. */
  sums: number
}

/** Share of lines that must name a school before a column is taken for names or codes. */
const ENOUGH = 0.5

const SUM = /小计|合计|总计|^共计$|subtotal|^total$/i

/** A name without what differs between lists: spaces, width of signs, brackets. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/**
 * Clipboard lines that carry school names or codes beside their figures, each with its school.
 *
 * @param block cells of the clipboard, line by line
 * @returns null when no column names schools, or nothing stands right of it
 */
export function matchSchools(
  block: readonly (readonly string[])[],
  schools: readonly NamedSchool[],
): MatchedBlock | null {
  const known = index(schools)
  const width = Math.max(0, ...block.map((line) => line.length))
  const names = (text: string): boolean => (known.get(plain(text)) ?? []).length > 0
  // Codes of a few digits are figures as well: they name schools only beside names.
  const says = (text: string): boolean => names(text) && !/^[1-9]\d{0,4}$/.test(plain(text))
  const keys = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const filled = block.map((line) => line[column] ?? '').filter((text) => plain(text) !== '')
    const told = filled.filter((text) => !SUM.test(plain(text)))
    const hits = told.filter(says).length
    return hits > 0 && hits >= (told.length - 1) * ENOUGH
  })
  const last = keys.at(-1)
  if (last === undefined || last + 1 >= width) return null
  const found: MatchedBlock = { lines: [], unmatched: [], sums: 0 }
  const seen = new Set<string>()
  for (const line of block) {
    const values = line.slice(last + 1)
    const labels = line.slice(0, last + 1)
    const said = keys.map((column) => line[column] ?? '').filter((text) => plain(text) !== '')
    const told = said.flatMap((text) => {
      const fits = known.get(plain(text)) ?? []
      return fits.length === 1 ? fits : []
    })
    const school = told[0]
    // Name and code that speak of two schools fit neither.
    const agreed = school !== undefined && told.every((one) => one === school) && !seen.has(school)
    if (agreed) {
      seen.add(school)
      found.lines.push({ school, values })
    } else if (labels.some((text) => SUM.test(plain(text)))) found.sums += 1
    else if (
      values.some((text) => /\d/.test(text)) &&
      (found.lines.length > 0 || said.length > 0)
    ) {
      const heading = found.lines.length === 0 && !values.some(isFigure)
      if (!heading) found.unmatched.push({ label: said.join(' '), values })
    }
  }
  return found.lines.length > 0 ? found : null
}

function isFigure(text: string): boolean {
  return /^[-+]?[\d,]+(\.\d+)?$/.test(plain(text))
}

/** Name, short name and code → ids that bear them. */
function index(schools: readonly NamedSchool[]): Map<string, string[]> {
  const known = new Map<string, string[]>()
  for (const school of schools)
    for (const word of new Set([codeOf(school), school.name, school.shortName].map(plain)))
      if (word !== '') known.set(word, [...(known.get(word) ?? []), school.id])
  return known
}

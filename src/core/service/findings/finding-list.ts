import type { Finding, FindingLine, FindingList } from '../../../shared/findings.ts'
import type { Basis } from '../../../shared/model.ts'
import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'
import { parseItemAddress } from '../../model/address.ts'
import { countedItems } from '../../queries/in-words.ts'
import type { Findings } from './findings.ts'

/** The lines of a school as they were given last. */
interface Given {
  text: string
  lines: FindingLine[]
  /** Since which revision of the lists they are so. */
  since: number
}

interface Lists {
  /** Counts what changed in the lists; told by nothing but the lines themselves, so that no change is missed. */
  revision: number
  given: Map<string, Given>
}

const LISTS = new Kept<Collection, Lists>()

/**
 * What is found, as a list. A school's lines are held against those given before, whatever changed them:
 * figures, what was said of a finding, an answer.
 *
 * @param since what came after that revision of this opening is given; null: everything
 */
export function findingListOf(
  collection: Collection,
  findings: Findings,
  basis: Basis,
  since: number | null,
): Omit<FindingList, 'opened' | 'faults'> {
  const lists = LISTS.of(collection, () => ({ revision: 0, given: new Map() }))
  const { given } = lists
  const next = lists.revision + 1
  const checks: FindingList['checks'] = {}
  const schools: FindingList['schools'] = []
  for (const school of collection.expected) {
    const { findings: now, corrected } = findings.at(school, basis)
    const key = `${basis}|${school.id}`
    const before = given.get(key)
    if (now.length === 0 && corrected.length === 0 && before === undefined) continue
    const lines = [...now, ...corrected].map((finding) => lineOf(collection, finding, checks))
    const text = JSON.stringify(lines)
    const kept = before?.text === text ? before : { text, lines, since: next }
    if (kept !== before) lists.revision = next
    given.set(key, kept)
    if (lines.length === 0) continue
    const known = since !== null && kept.since <= since
    schools.push({ school: school.id, name: school.name, lines: known ? null : kept.lines })
  }
  return { revision: lists.revision, since, schools, checks, ...findings.fared(basis) }
}

function lineOf(
  collection: Collection,
  finding: Finding,
  checks: FindingList['checks'],
): FindingLine {
  const { school: _, schoolName: __, items, title, formula, ...rest } = finding
  const { rule } = finding
  const check = (checks[rule] ??= { title, formula })
  const [first] = countedItems(finding)
  const cells: FindingLine['cells'] = {}
  const named = new Set<string>()
  for (const { item, label } of items) {
    const place = collection.index.place(item)
    if (place !== null) (cells[place.form.id] ??= []).push(place.index)
    // A cell of a list bears the address of what is counted of the list.
    if (place?.form.list !== undefined) named.add(label)
  }
  return {
    ...rest,
    ...(title !== check.title && { title }),
    ...(formula !== check.formula && { formula }),
    form: first === undefined ? '' : (parseItemAddress(first.item)?.form ?? ''),
    cells,
    ...(named.size > 0 && { named: [...named].join(' ') }),
  }
}

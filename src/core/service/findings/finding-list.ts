import type { Finding, FindingLine, FindingList } from '../../../shared/findings.ts'
import type { Basis } from '../../../shared/model.ts'
import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'
import { Told } from '../../memory/told.ts'
import { parseItemAddress } from '../../model/address.ts'
import { countedItems } from '../../queries/in-words.ts'
import type { Findings } from './findings.ts'

const TOLD = new Kept<Collection, Told>()

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
  const told = TOLD.of(collection, () => new Told())
  const turn = told.round()
  const checks: FindingList['checks'] = {}
  const schools: FindingList['schools'] = []
  for (const school of collection.expected) {
    const { findings: now, corrected } = findings.at(school, basis)
    const key = `${basis}|${school.id}`
    if (now.length === 0 && corrected.length === 0 && !told.has(key)) continue
    const lines = [...now, ...corrected].map((finding) => lineOf(collection, finding, checks))
    const known = turn(key, lines) <= (since ?? -1)
    if (lines.length === 0) continue
    schools.push({ school: school.id, name: school.name, lines: known ? null : lines })
  }
  return { revision: told.revision, since, schools, checks, ...findings.fared(basis) }
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

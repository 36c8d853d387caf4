import type { Finding, FindingItem, RuleRow } from '../../../shared/findings.ts'
import type { ListCheck, ListRule } from '../../../shared/lists.ts'
import type { Basis, Form, School } from '../../../shared/model.ts'
import { LIST_CHECK_TITLES } from '../../../shared/words/lists.ts'
import { faultOfRule } from '../../lists/row-rules.ts'
import { listRuleId, listRuleName } from '../../lists/rule-ids.ts'
import { listLibraryOf } from '../../collection/form-index.ts'
import { doubtsIn } from '../../lists/row-checks.ts'
import { unitsUntold } from '../../lists/units-untold.ts'
import type { ListPlace } from '../../lists/row-checks.ts'
import { masked } from '../../lists/identity-number.ts'
import { samePersons } from '../../lists/same-person.ts'
import type { SamePerson, SchoolRows } from '../../lists/same-person.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { a1 } from '../../model/address.ts'
import { columnOf, placeIn } from '../../model/list-rows.ts'
import type { ListRows } from '../../model/list-rows.ts'
import type { TableReading } from '../../model/reading.ts'
import type { Collection } from '../../collection/collection.ts'
import type { BeyondRules } from './beyond-rules.ts'
import { rulesBroken } from './list-rules.ts'
import type { RuleBroken } from './list-rules.ts'

/** Cells that a finding shows; all are counted. */
const SHOWN = 20

/** A school's list with its form. */
interface Place {
  school: School
  form: Form
  sheet: string
  rows: ListRows
}

/**
 * What is doubtful about the rows of lists, one finding for each school, list and check.
 */
export class ListChecks implements BeyondRules {
  private readonly collection: Collection
  private readonly same = new Map<
    string,
    { lists: SchoolRows[]; found: ReadonlyMap<string, SamePerson[]> }
  >()
  /** Rows that break a rule, by `ruleKey`. */
  private readonly broken = new Map<string, number>()
  private readonly known = new Map<Basis, { revision: number; bySchool: Map<string, Finding[]> }>()

  constructor(collection: Collection) {
    this.collection = collection
  }

  ofSchool(school: string, asked: Basis): readonly Finding[] {
    const { ledger, revision: now, returnedRevision } = this.collection
    // Where no cell was corrected both bases are one.
    const basis = ledger.listCorrections.size === 0 ? 'returned' : asked
    const revision = basis === 'returned' ? returnedRevision : now
    const before = this.known.get(basis)
    const bySchool = before?.revision === revision ? before.bySchool : this.look(basis)
    this.known.set(basis, { revision, bySchool })
    return bySchool.get(school) ?? []
  }

  /** A school's list on a basis. */
  private listOn(school: string, form: string, basis: Basis): TableReading | undefined {
    const { collection } = this
    const source =
      basis === 'returned'
        ? collection.tableSource(school, form)
        : collection.adoptedSource(school, form)
    return source?.table.list === undefined ? undefined : source.table
  }

  *steps(basis: Basis): Generator<void> {
    const { forms, expected, config } = this.collection
    for (const { id, list } of forms) {
      if (list === undefined) continue
      for (const school of expected) {
        const rows = this.listOn(school.id, id, basis)?.list
        if (rows === undefined) continue
        doubtsOf(rows, list.columns, config.referenceDate)
        yield
      }
    }
    this.ofSchool('', basis)
    yield
  }

  /** The rules over rows, whatever stands of them, with the rows that break each. */
  rules(): RuleRow[] {
    this.ofSchool('', 'returned')
    const { forms, expected, ledger } = this.collection
    const library = listLibraryOf(this.collection)
    return forms.flatMap((form): RuleRow[] => {
      const { list } = form
      const asked = list === undefined ? [] : (library.rules.get(form.id) ?? [])
      if (list === undefined || asked.length === 0) return []
      const schools = expected.filter(
        ({ id }) => this.collection.table(id, form.id)?.list !== undefined,
      ).length
      return asked.map((rule): RuleRow => {
        const id = listRuleId(library, form.id, rule.id)
        const switched = ledger.switches.get(id) ?? null
        const fault = faultOfRule(list, rule)
        return {
          ...{ id, title: rule.id, severity: rule.severity, ...partsOf(rule) },
          ...{ tolerance: null, source: form.title, origin: 'list', applies: true },
          ...{ on: switched?.on ?? true, switched, schools },
          ...{ fails: this.broken.get(ruleKey(form, rule)) ?? 0, undecided: 0, faults: 0 },
          fault: fault === null ? null : { field: 'check', ...fault },
        }
      })
    })
  }

  /** A list without the rules that a person switched off. */
  private withRulesOn(form: Form): Form {
    if (form.list?.rules === undefined) return form
    const library = listLibraryOf(this.collection)
    const { switches } = this.collection.ledger
    const rules = form.list.rules.filter(
      ({ id }) => switches.get(listRuleId(library, form.id, id))?.on !== false,
    )
    return { ...form, list: { ...form.list, rules } }
  }

  private look(basis: Basis): Map<string, Finding[]> {
    const bySchool = new Map<string, Finding[]>()
    const add = (finding: Finding): void => {
      const own = bySchool.get(finding.school)
      if (own === undefined) bySchool.set(finding.school, [finding])
      else own.push(finding)
    }
    const { forms, expected, config } = this.collection
    this.broken.clear()
    for (const form of forms) {
      if (form.list === undefined) continue
      const { columns } = form.list
      const places = expected.flatMap((school): Place[] => {
        const table = this.listOn(school.id, form.id, basis)
        if (table?.list === undefined) return []
        return [{ school, form, sheet: table.sheet, rows: table.list }]
      })
      for (const place of places) {
        for (const [check, cells] of this.doubts(place)) {
          add(this.finding(place, check, cells, {}))
        }
      }
      for (const broken of rulesBroken(
        this.withRulesOn(form),
        places.map(({ school, rows }) => ({ name: school.name, rows })),
        config.referenceDate,
      )) {
        const place = places[broken.at]
        if (place === undefined) continue
        add(this.againstRule(place, broken))
        const key = ruleKey(form, broken.rule)
        this.broken.set(key, (this.broken.get(key) ?? 0) + broken.count)
      }
      const same = this.samePersons(form, places)
      const identity = columns.findIndex((column) => column.identity)
      for (const place of places) {
        for (const finding of this.again(place, same.get(place.school.id) ?? [], identity)) {
          add(finding)
        }
      }
    }
    return bySchool
  }

  /** Cells that are doubtful in themselves, and those of units that leave a count open. */
  private doubts({ form, rows }: Place): [ListCheck, ListPlace[]][] {
    const { list } = form
    if (list === undefined) return []
    const { referenceDate } = this.collection.config
    const doubts = doubtsOf(rows, list.columns, referenceDate)
    const units = unitsUntold(rows, list, referenceDate)
    if (units.length === 0) return [...doubts]
    const unclear = [...(doubts.get('不明') ?? []), ...units]
    return [...new Map(doubts).set('不明', unclear)]
  }

  /** Persons who stand in several rows; looked for again only where a school's rows changed. */
  private samePersons(form: Form, places: readonly Place[]): ReadonlyMap<string, SamePerson[]> {
    const before = this.same.get(form.id)
    const lists = places.map(({ school, rows }) => ({ school: school.id, rows }))
    const unchanged =
      before?.lists.length === lists.length &&
      before.lists.every(({ school, rows }, at) => {
        const now = lists[at]
        return now?.school === school && now.rows === rows
      })
    if (before !== undefined && unchanged) return before.found
    const found = samePersons(form.list?.columns ?? [], lists)
    this.same.set(form.id, { lists, found })
    return found
  }

  /** Persons who stand in another school's list, and those who stand twice in this one. */
  private again(place: Place, same: readonly SamePerson[], identity: number): Finding[] {
    const own = place.school.id
    const cells = (rows: readonly SamePerson[]): ListPlace[] =>
      rows.map(({ row }) => ({ row, column: identity }))
    const elsewhere = same.filter(({ schools }) => schools.some((school) => school !== own))
    const twice = same.filter(({ schools }) => schools.includes(own))
    const others = new Set(elsewhere.flatMap(({ schools }) => schools.filter((id) => id !== own)))
    const other = [...others].map((id) => this.collection.school(id).name).join('、')
    return [
      ...(elsewhere.length > 0 ? [this.finding(place, '两校', cells(elsewhere), { other })] : []),
      ...(twice.length > 0 ? [this.finding(place, '重复', cells(twice), {})] : []),
    ]
  }

  /** Rows that break a rule of the list, or say something else of a thing than another return. */
  private againstRule(place: Place, { rule, count, cells, differ }: RuleBroken): Finding {
    const finding = this.finding(place, '不符', cells, {})
    const { form } = place
    const params = { ...calledAs(form), count, rule: rule.id, ...differ }
    return {
      ...finding,
      rule: listRuleName(rule.id),
      title: rule.id,
      severity: rule.severity,
      formula: partsOf(rule).check,
      why: { code: differ === undefined ? 'list-rule' : 'list-differ', params },
    }
  }

  private finding(
    place: Place,
    check: ListCheck,
    cells: readonly ListPlace[],
    more: Record<string, string>,
  ): Finding {
    const { school, form } = place
    const params = { ...calledAs(form), count: cells.length, ...more }
    return {
      rule: `名单:${check}`,
      title: LIST_CHECK_TITLES.zh[check],
      severity: 'query',
      school: school.id,
      schoolName: school.name,
      row: form.id,
      column: null,
      formula: LIST_CHECK_TITLES.zh[check],
      left: null,
      right: null,
      difference: null,
      items: cells.slice(0, SHOWN).map((cell) => this.item(place, cell)),
      state: 'open',
      explanation: null,
      why: { code: `list-${check}`, params },
    }
  }

  private item({ form, sheet, rows }: Place, { row, column }: ListPlace): FindingItem {
    const shape = form.list?.columns[column]
    const text = columnOf(rows, column)[row] ?? ''
    const place = placeIn(rows, sheet, row, column)
    return {
      item: this.collection.index.addressesOf(form)[0] ?? form.id,
      label: shape?.heading ?? '',
      lastYear: false,
      value: shape?.identity === true ? masked(text) : text,
      state: text === '' ? 'blank' : 'text',
      sheet: place.sheet,
      cell: place.row < 0 || place.column < 0 ? '' : a1(place.row, place.column),
    }
  }
}

const ruleKey = ({ id: list }: Form, { id }: ListRule): string => `${list} ${id}`

/** What a rule asks for and when, as expressions. */
function partsOf({ of }: ListRule): Pick<RuleRow, 'check' | 'when'> {
  return 'same' in of
    ? { check: `同一 ${of.same}`, when: null }
    : { check: of.check, when: of.when }
}

/** A list by its id and title; by its title alone where that says both. */
function calledAs({ id, title }: Form): { form: string; title: string } {
  return { form: title.includes(id) ? '' : id, title }
}

/** Rows are looked through once, as long as they and the reference date are the same. */
const doubtsOf = perObjectGiven(doubtsIn)

/** What several say, one after the other. */
export function together(...all: readonly BeyondRules[]): BeyondRules {
  return {
    ofSchool: (school, basis) => all.flatMap((one) => one.ofSchool(school, basis)),
    *steps(basis) {
      for (const one of all) yield* one.steps(basis)
    },
    rules: () => all.flatMap((one) => one.rules?.() ?? []),
  }
}

import type { Finding, FindingItem } from '../../../shared/findings.ts'
import type { Basis, School } from '../../../shared/model.ts'
import { isSchool } from '../../../shared/reporters.ts'
import { SCREENING_KINDS } from '../../../shared/screening.ts'
import type { ScreeningKind, ScreeningView } from '../../../shared/screening.ts'
import { SCREENING_TITLES } from '../../../shared/words/screening.ts'
import { itemCell } from '../../model/item-cell.ts'
import { minus, showNumber } from '../../model/number.ts'
import { screeningContext } from '../../screening/context.ts'
import type { ScreeningContext } from '../../screening/context.ts'
import type { Screen, ScreenedSchool, SuspectCell, Suspicion } from '../../screening/county.ts'
import { indicatorRatios, settingRatios } from '../../screening/ratios.ts'
import type { Ratio } from '../../screening/ratios.ts'
import { screens } from '../../screening/screen.ts'
import { parseScreening } from '../../screening/settings.ts'
import type { ScreeningSettings } from '../../screening/settings.ts'
import { pastCell } from '../../last-year/past-cell.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import type { BeyondRules } from './beyond-rules.ts'
import { labelOf } from '../../forms/form-index.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { figuresForRules } from '../../collection/rule-figures.ts'
import { perSchool } from '../../memory/per-school.ts'

/** Checks made ready for the forms as they are now. */
interface Ready {
  index: unknown
  context: ScreeningContext
  ratios: Ratio[]
  screens: { kind: ScreeningKind; screen: Screen }[]
  schools: Record<Basis, (school: School, revision: number) => ScreenedSchool>
}

/**
 * The screening over a collection. What was worked out for a school holds until its figures change;
 * what compares schools is put together anew from that.
 */
export class Screening implements BeyondRules {
  readonly settings: ScreeningSettings
  private readonly collection: Collection
  private readonly prior: LastYear
  private ready: Ready | null = null
  private readonly known = new Map<Basis, { revision: number; bySchool: Map<string, Finding[]> }>()

  /** @param settings screening.yaml */
  constructor(collection: Collection, settings: string, prior: LastYear) {
    this.collection = collection
    this.settings = parseScreening(settings)
    this.prior = prior
  }

  ofSchool(school: string, basis: Basis): readonly Finding[] {
    return this.found(basis).get(school) ?? []
  }

  view(basis: Basis): ScreeningView {
    const counts = new Map<string, number>()
    for (const finding of [...this.found(basis).values()].flat()) {
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1)
    }
    return {
      revision: this.collection.revision,
      kinds: SCREENING_KINDS.map((kind) => {
        const set = this.settings.kinds.get(kind)
        return {
          kind,
          on: set?.on === true,
          values: [...(set?.values ?? [])].map(([name, value]) => ({
            name,
            value: showNumber(value),
          })),
          found: counts.get(ruleOf(kind)) ?? 0,
        }
      }),
      ratios: this.prepared().ratios.map(({ id, source, used }) => ({ id, source, used })),
      problems: this.settings.problems,
    }
  }

  /** Ratios and context, for whoever compares like schools. */
  comparing(): { context: ScreeningContext; ratios: readonly Ratio[] } {
    return this.prepared()
  }

  /** The schools whose return is in; other reporters have no like to be compared with. */
  schools(basis: Basis): ScreenedSchool[] {
    const { schools } = this.prepared()
    return this.collection.expected.flatMap((school) => {
      const state = this.collection.stateOfSchool(school)
      if (!isSchool(school) || (state !== 'reported' && state !== 'queried')) return []
      return [schools[basis](school, this.revisionOf(school, basis))]
    })
  }

  *steps(asked: Basis): Generator<void> {
    const { basis, revision } = this.looked(asked)
    if (this.known.get(basis)?.revision === revision) return
    const schools = this.schools(basis)
    yield
    for (const { screen } of this.prepared().screens) {
      // What it works out of a school alone it keeps, for when all are compared.
      for (const one of schools) {
        screen([one])
        yield
      }
      screen(schools)
      yield
    }
    this.found(asked)
    yield
  }

  /** On which basis is looked, and the revision that what is found there holds for. */
  private looked(asked: Basis): { basis: Basis; revision: number } {
    const { ledger, revision, returnedRevision } = this.collection
    const none = ledger.corrections.size + ledger.listCorrections.size === 0
    const basis = none ? 'returned' : asked
    return { basis, revision: basis === 'returned' ? returnedRevision : revision }
  }

  private found(asked: Basis): Map<string, Finding[]> {
    const { basis, revision } = this.looked(asked)
    const known = this.known.get(basis)
    if (known?.revision === revision) return known.bySchool
    const schools = this.schools(basis)
    const bySchool = new Map<string, Finding[]>()
    for (const { screen } of this.prepared().screens) {
      for (const suspicion of screen(schools)) {
        const own = bySchool.get(suspicion.school)
        const finding = this.finding(suspicion, basis)
        if (own === undefined) bySchool.set(suspicion.school, [finding])
        else own.push(finding)
      }
    }
    this.known.set(basis, { revision, bySchool })
    return bySchool
  }

  /** Where nothing was corrected both bases are one, and what was worked out for one holds for the other. */
  private screened(): Ready['schools'] {
    const returned = this.asScreened('returned')
    const corrected = this.asScreened('adopted')
    return {
      returned,
      adopted: (school, revision) =>
        this.collection.isCorrected(school.id)
          ? corrected(school, revision)
          : returned(school, this.revisionOf(school, 'returned')),
    }
  }

  private revisionOf(school: School, basis: Basis): number {
    const { collection } = this
    return basis === 'returned'
      ? collection.returnedRevision
      : collection.figuresRevision(school.id)
  }

  private asScreened(basis: Basis): Ready['schools'][Basis] {
    return perSchool((school) => ({
      school,
      figures: figuresForRules(this.collection, school, basis, this.prior),
    }))
  }

  private prepared(): Ready {
    const { index } = this.collection
    if (this.ready?.index === index) return this.ready
    const asked = new Map<string, ReadonlySet<number>>()
    const context = screeningContext({
      forms: index.forms,
      settings: this.settings,
      address: (form, at) => index.addressesOf(form)[at] ?? '',
      label: (form, at) => {
        const item = form.items[at]
        return item === undefined ? '' : labelOf(form, item)
      },
      unread: ({ school }, form) => {
        const files = this.collection.standing(school.id)?.files ?? []
        return files.some(({ reading }) =>
          reading.notRecognized?.some((near) => near.form === form.id),
        )
      },
      asked: ({ school }, form) => {
        const key = `${this.collection.blanksOf(school)?.join('|') ?? school.id} ${form.id}`
        const items = asked.get(key) ?? new Set(this.collection.itemsOf(school, form))
        asked.set(key, items)
        return items
      },
    })
    const columns = new Set(
      this.collection.schools.flatMap((school) => Object.keys(school.attributes)),
    )
    const { indicators } = indicatorLibraryOf(this.collection)
    const ratios = [
      ...settingRatios(context),
      ...indicatorRatios(context, indicators, (name) => columns.has(name)),
    ]
    this.ready = {
      index,
      context,
      ratios,
      screens: screens(context, ratios),
      schools: this.screened(),
    }
    return this.ready
  }

  private finding(suspicion: Suspicion, basis: Basis): Finding {
    const { kind, subject, why, check, left, right, cells } = suspicion
    const school = this.collection.school(suspicion.school)
    return {
      rule: ruleOf(kind),
      title: SCREENING_TITLES.zh[kind],
      severity: 'query',
      school: school.id,
      schoolName: school.name,
      row: subject,
      column: null,
      formula: check,
      left: left === null ? null : showNumber(left),
      right: right === null ? null : showNumber(right),
      difference: left === null || right === null ? null : showNumber(minus(left, right)),
      items: cells.map((cell) => this.item(cell, school, basis)),
      state: 'open',
      explanation: null,
      why,
    }
  }

  private item(cell: SuspectCell, school: School, basis: Basis): FindingItem {
    const { form, index, lastYear } = cell
    const { context } = this.prepared()
    const [item, label] = [context.address(form, index), context.label(form, index)]
    if (lastYear) {
      const before = pastCell(this.prior, school.id, form.id, item)
      return { item, label, lastYear, ...before, sheet: '', cell: '' }
    }
    const { value, state } = this.collection.value(basis, school.id, form, index)
    const table = this.collection.table(school.id, form.id)
    const at = itemCell(table ?? undefined, form.items[index])
    return { item, label, lastYear, value, state, ...at }
  }
}

/** The rule id of a kind's findings. */
function ruleOf(kind: ScreeningKind): string {
  return `筛查:${kind}`
}

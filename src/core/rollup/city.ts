import type { CityCell, CitySchool } from '../../shared/city.ts'
import type { Basis, CellState, Form } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import type { RollupCounty, RollupIndicator, RollupTrouble } from '../../shared/rollup.ts'
import { FormIndex } from '../forms/form-index.ts'
import { bridgeOf } from './bridge.ts'
import type { ItemBridge } from './bridge.ts'
import { chosenParts } from './choose-parts.ts'
import type { AbsentCounty } from './choose-parts.ts'
import { cityIndicators, formedIndicators } from './indicators.ts'
import type { CityIndicator } from './indicators.ts'
import type { ItemSum, LakePart, LakeReader } from '../model/lake/lake-reader.ts'
import { lineUp, linedUpWith } from './line-up.ts'
import type { CityForms } from './line-up.ts'
import { exactSum, totalsOf } from './totals.ts'
import type { RollupTotals } from './totals.ts'
import { earlierYears } from './years.ts'

/** A form of the city: county by county, and all of them. */
export interface CityForm {
  form: Form
  /** Parallel to form.items. */
  addresses: string[]
  counties: { part: number; totals: RollupTotals }[]
  /** By city, where the counties are of several. */
  cities: () => { name: string; totals: RollupTotals }[]
  total: RollupTotals
}

/** Many counties of one period, read as one (docs/lake.md); nothing of it is written. */
export class City {
  readonly year: string
  readonly parts: readonly LakePart[]
  readonly forms: Form[]
  private readonly reader: LakeReader
  private readonly lined: CityForms
  /** The forms' items by what expressions call them. */
  readonly items: FormIndex
  private readonly said: RollupTrouble[]
  private readonly absent: readonly AbsentCounty[]
  private readonly previous: readonly LakePart[]
  private readonly knownIndicators = new Map<Basis, Promise<CityIndicator[]>>()
  private readonly knownYears = new Map<Basis, ReturnType<typeof earlierYears>>()
  private readonly known = new Map<string, Promise<ItemSum[]>>()

  private constructor(
    reader: LakeReader,
    chosen: ReturnType<typeof chosenParts>,
    lined: CityForms,
  ) {
    this.reader = reader
    this.year = chosen.year
    this.parts = chosen.parts
    this.previous = chosen.previous
    this.absent = chosen.absent
    this.lined = lined
    this.forms = lined.forms
    this.items = new FormIndex(lined.forms)
    this.said = [...reader.troubles, ...chosen.troubles, ...lined.troubles]
  }

  /**
   * @param options year: the period, as partitions call it; the latest when absent. expected: counties
   *   that should be there, besides those that were last year
   * @throws CallError nothing-to-roll-up, partition-changed
   */
  static async open(
    reader: LakeReader,
    options: { year?: string; expected?: readonly string[]; path?: string } = {},
  ): Promise<City> {
    const chosen = chosenParts(
      reader.parts,
      options.year ?? null,
      options.expected ?? [],
      reader.troubles,
    )
    if (chosen.parts.length === 0)
      throw new CallError('nothing-to-roll-up', {
        path: options.path ?? '',
        year: options.year ?? '—',
      })
    return new City(reader, chosen, await formsOf(reader, chosen.parts, nameIn(chosen.parts)))
  }

  /** What has to be said beside the figures. */
  get troubles(): readonly RollupTrouble[] {
    return this.said
  }

  nameOf(part: number): string {
    return nameIn(this.parts)(part)
  }

  /** The counties, those that are not in last. */
  counties(): RollupCounty[] {
    const there = this.parts.map((part): RollupCounty => ({
      name: this.nameOf(part.part),
      city: part.city,
      in: true,
      why: null,
      expected: part.expected,
      reported: part.reported,
      errors: part.errors,
      unexplained: part.unexplained,
      signedBy: part.signedBy,
      signedCurrent: part.signedCurrent,
      exportedAt: part.exportedAt,
    }))
    const none = { in: false, expected: 0, reported: 0, errors: 0, unexplained: 0 }
    const gone = this.absent.map(({ name, why }): RollupCounty => ({
      ...none,
      ...{ name, why },
      city: '',
      signedBy: null,
      signedCurrent: false,
      exportedAt: '',
    }))
    return [...there, ...gone]
  }

  /** A form's figures by county. Throws CallError no-such-form, partition-changed. */
  async form(id: string, basis: Basis): Promise<CityForm> {
    const form = this.forms.find((one) => one.id === id)
    if (form === undefined) throw new CallError('no-such-form', { form: id })
    const sums = await this.sums(id, basis, null)
    const needed = neededBy(id, this.forms)
    const of = (own: readonly ItemSum[]): RollupTotals => totalsIn(this.lined, own, id, needed)
    const byPart = grouped(sums, ({ part }) => part)
    const cityOf = new Map(this.parts.map(({ part, city }) => [part, city]))
    return {
      form,
      addresses: this.items.addressesOf(form),
      counties: this.parts
        .filter(({ part }) => this.lined.counties.get(part)?.has(id) === true)
        .map(({ part }) => ({ part, totals: of(byPart.get(part) ?? []) })),
      // Only a workbook has them.
      cities: () => {
        const byCity = grouped(sums, ({ part }) => cityOf.get(part) ?? '')
        const names = new Set(this.parts.map(({ city }) => city))
        return [...names].map((name) => ({ name, totals: of(byCity.get(name) ?? []) }))
      },
      total: of(sums),
    }
  }

  /** A form's figures by the groups of an attribute, over all counties, in the order of their names. */
  async groups(
    id: string,
    basis: Basis,
    by: string,
  ): Promise<{ group: string; totals: RollupTotals }[]> {
    const sums = await this.sums(id, basis, by)
    const needed = neededBy(id, this.forms)
    return [...grouped(sums, ({ group }) => group)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, own]) => ({ group, totals: totalsIn(this.lined, own, id, needed) }))
  }

  /** The city's indicators; what cannot be formed is named. */
  async indicators(
    basis: Basis,
  ): Promise<{ indicators: RollupIndicator[]; troubles: RollupTrouble[] }> {
    return cityIndicators(await this.formed(basis), (part) => this.nameOf(part))
  }

  /** The same with what they are formed of, in their order. */
  async formed(basis: Basis): Promise<CityIndicator[]> {
    const known = this.knownIndicators.get(basis)
    if (known !== undefined) return known
    const which = this.parts.map(({ part }) => part)
    const made = this.reader.indicators(which, basis).then(formedIndicators)
    this.knownIndicators.set(basis, made)
    return made
  }

  /** The years before its own that lie beside its counties, with their indicators. */
  earlierYears(basis: Basis): ReturnType<typeof earlierYears> {
    const made = this.knownYears.get(basis) ?? earlierYears(this.reader, this.year, basis)
    this.knownYears.set(basis, made)
    return made
  }

  /**
   * A form against last year, item by item and county by county: by the county's own list of last year,
   * else by its partition of last year. The totals are over counties that are known in both years.
   */
  async bridge(id: string, basis: Basis): Promise<ItemBridge[]> {
    const whole = await this.form(id, basis)
    const before = await this.before(id, basis)
    return whole.form.items.flatMap((item, index) =>
      item.kind === 'text' || item.adds !== undefined
        ? []
        : [bridgeOf(whole, before, index, (part) => this.nameOf(part))],
    )
  }

  /** One item against last year. Throws CallError no-such-item, partition-changed. */
  async bridgeOf(address: string, basis: Basis): Promise<ItemBridge> {
    const { form, item, index } = this.place(address)
    if (item.kind === 'text' || item.adds !== undefined)
      throw new CallError('no-such-item', { item: address })
    const whole = await this.form(form.id, basis)
    const before = await this.before(form.id, basis)
    return bridgeOf(whole, before, index, (part) => this.nameOf(part))
  }

  /** A form of the city and one of its items. Throws CallError no-such-item. */
  place(item: string): { form: Form; item: Form['items'][number]; index: number } {
    const found = this.items.place(item)
    if (found === null) throw new CallError('no-such-item', { item })
    return found
  }

  /** What a county calls an item of a form of the city: its own form and items; null where it has none. */
  calledBy(part: number, id: string, index: number): { form: string; items: string[] } | null {
    const own = this.lined.counties.get(part)?.get(id)
    if (own === undefined) return null
    const items = [...own.place].flatMap(([address, at]) => (at === index ? [address] : []))
    return items.length === 0 ? null : { form: own.form.id, items }
  }

  /**
   * The schools of a county in a form of the city, in the order of their codes; what the county has no
   * item for is null. Throws CallError no-such-form, partition-changed.
   */
  async schools(part: number, id: string, basis: Basis): Promise<CitySchool[]> {
    const form = this.forms.find((one) => one.id === id)
    const own = this.lined.counties.get(part)?.get(id)
    if (form === undefined || own === undefined) throw new CallError('no-such-form', { form: id })
    const found = new Map<string, CitySchool>()
    for (const line of await this.reader.schools(part, own.form.id, basis)) {
      const index = own.place.get(line.item)
      const { school, code, name } = line
      const values = form.items.map(() => '')
      const states = form.items.map(() => null)
      const row = found.get(school) ?? { school, code, name, values, states }
      found.set(school, row)
      if (index === undefined) continue
      row.values[index] = line.value
      row.states[index] = line.state as CellState
    }
    return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  }

  /** A school's figure with its place. Throws CallError no-such-item, no-such-school, partition-changed. */
  async cell(part: number, school: string, item: string, basis: Basis): Promise<CityCell> {
    const { form, index } = this.place(item)
    const own = this.lined.counties.get(part)?.get(form.id)
    if (own === undefined) throw new CallError('no-such-form', { form: form.id })
    const { items = [] } = this.calledBy(part, form.id, index) ?? {}
    const [line] = await this.reader.schools(part, own.form.id, basis, { school, items })
    if (line === undefined) throw new CallError('no-such-school', { school })
    const { value, state, file, sheet, cell } = line
    return { value, state: state as CellState, file, sheet, cell }
  }

  /** Bytes of blank workbooks, each from the first county that has one of that name. */
  async blanks(names: readonly string[]): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>()
    for (const name of new Set(names)) {
      for (const { part } of this.parts) {
        const bytes = await this.reader.blank(part, name)
        if (bytes === null) continue
        found.set(name, bytes)
        break
      }
    }
    return found
  }

  /** Counties without any figure of last year. */
  async withoutLastYear(): Promise<string[]> {
    const which = this.parts.map(({ part }) => part)
    const own = new Set((await this.reader.lastYear(which)).map(({ part }) => part))
    const then = new Set(this.previous.map(({ county }) => county))
    return this.parts
      .filter(({ part, county }) => !own.has(part) && !then.has(county))
      .map(({ part }) => this.nameOf(part))
  }

  /** Last year's totals by this year's item, county by county. */
  private async before(id: string, basis: Basis): Promise<Map<number, Map<number, string>>> {
    const found = new Map<number, Map<number, string>>()
    const put = (part: number, sum: ItemSum, lined: CityForms, own: number): void => {
      const home = lined.counties.get(part)?.get(id)
      const index = home?.form.id === sum.form ? home.place.get(sum.item) : undefined
      if (index === undefined || sum.schools === 0) return
      const items = found.get(own) ?? new Map<number, string>()
      found.set(own, items)
      items.set(index, exactSum(sum))
    }
    const which = this.parts.map(({ part }) => part)
    const called = which.flatMap((part) => this.lined.counties.get(part)?.get(id)?.form.id ?? [])
    const own = await this.reader.lastYear(which, [...new Set(called)])
    for (const sum of own) put(sum.part, sum, this.lined, sum.part)
    const wanting = this.parts.filter(({ part }) => !found.has(part))
    for (const now of wanting) {
      const then = this.previous.find(
        ({ county, city, province }) =>
          county === now.county && city === now.city && province === now.province,
      )
      if (then === undefined) continue
      const forms = parsed(await this.reader.forms(then.part))
      const lined = {
        ...this.lined,
        counties: new Map([[then.part, linedUpWith(forms, this.forms)]]),
      }
      const form = lined.counties.get(then.part)?.get(id)?.form.id
      if (form === undefined) continue
      const sums = await this.reader.sums([{ part: then.part, form }], basis, null)
      for (const sum of sums) put(then.part, sum, lined, now.part)
    }
    return found
  }

  private sums(id: string, basis: Basis, by: string | null): Promise<ItemSum[]> {
    const key = JSON.stringify([id, basis, by])
    const known = this.known.get(key)
    if (known !== undefined) return known
    const wanted = neededBy(id, this.forms)
    const forms = [...this.lined.counties].flatMap(([part, lined]) =>
      wanted.flatMap((one) => {
        const own = lined.get(one)
        return own === undefined ? [] : [{ part, form: own.form.id }]
      }),
    )
    const made = this.reader.sums(forms, basis, by)
    this.known.set(key, made)
    return made
  }
}

function totalsIn(
  lined: CityForms,
  sums: readonly ItemSum[],
  id: string,
  needed: readonly string[],
): RollupTotals {
  const forms = lined.forms.filter((form) => needed.includes(form.id))
  const found = totalsOf({ ...lined, forms }, sums).get(id)
  if (found === undefined) throw new CallError('no-such-form', { form: id })
  return found
}

/** Sums by what they belong to: each is looked at once, however many counties there are. */
function grouped<K>(sums: readonly ItemSum[], of: (sum: ItemSum) => K): Map<K, ItemSum[]> {
  const found = new Map<K, ItemSum[]>()
  for (const sum of sums) {
    const own = found.get(of(sum))
    if (own === undefined) found.set(of(sum), [sum])
    else own.push(sum)
  }
  return found
}

/** A form and those that its derived figures read. */
function neededBy(id: string, forms: readonly Form[]): string[] {
  const needed = new Set([id])
  for (const one of needed) {
    const form = forms.find((other) => other.id === one)
    const formulas = (form?.items ?? []).flatMap(({ formula, adds }) =>
      adds === 'formula' && formula !== null ? [formula] : [],
    )
    for (const other of forms)
      if (formulas.some((formula) => formula.includes(other.id))) needed.add(other.id)
  }
  return [...needed]
}

const nameIn =
  (parts: readonly LakePart[]) =>
  (part: number): string => {
    const own = parts.find((one) => one.part === part)
    if (own === undefined) return ''
    const alike = parts.filter(({ county }) => county === own.county).length > 1
    return alike ? `${own.city}·${own.county}` : own.county
  }

async function formsOf(
  reader: LakeReader,
  parts: readonly LakePart[],
  nameOf: (part: number) => string,
): Promise<CityForms> {
  const byHash = new Map<string, LakePart[]>()
  for (const part of parts) byHash.set(part.forms, [...(byHash.get(part.forms) ?? []), part])
  const variants = []
  for (const same of byHash.values()) {
    const forms = parsed(await reader.forms(same[0]?.part ?? 0))
    variants.push({ forms, parts: same.map(({ part }) => ({ part, name: nameOf(part) })) })
  }
  return lineUp(variants)
}

/** Forms as this program wrote them. */
function parsed(texts: readonly string[]): Form[] {
  return texts.map((text) => JSON.parse(text) as Form)
}

import type { TextRole } from '../../shared/texts.ts'
import type { Basis, Form, School, SchoolState } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import { decideVerdicts } from '../intake/verdicts.ts'
import type { Decisions, Verdict, Verdicts } from '../intake/verdicts.ts'
import { blanksOf } from '../register/blanks.ts'
import { aliasKey } from '../intake/whose.ts'
import { registerAfter, standsFor } from '../register/changes.ts'
import type { Particulars } from '../../shared/register.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { NOT_ASKED } from '../../shared/state-letter.ts'
import type { TableReading } from '../model/reading.ts'
import { utf8Text } from '../model/utf8-text.ts'
import type { AssetRole } from '../model/asset-role.ts'
import type { ReadContext, Store, StoredFile } from '../ports.ts'
import type { FormIndex } from '../forms/form-index.ts'
import { cellKey, splitCellKey } from '../ledger/state.ts'
import { cellsOf, stamp } from './cells.ts'
import type { Cells, CellValue } from './cells.ts'
import { sentBy } from './sent.ts'
import { readLedger } from './ledger-state.ts'
import type { ReadLedger } from './ledger-state.ts'
import { configWith, learnedForms } from './added-blanks.ts'
import { followed } from './followed.ts'
import type { Merging } from './followed.ts'
import { schoolsFromReturns } from './from-returns.ts'
import { countedSource, elsewhereIn, indexOf } from './form-index.ts'
import { correctionsIn } from './corrections.ts'
import type { CorrectedCell } from './corrections.ts'
import { correctedSource, correctionsOf, schoolsOfRows } from './list-corrections.ts'
import type { TableSource } from './form-index.ts'
import { namedIn } from './named-in.ts'

/**
 * One open collection in memory: what was received, what the ledger says, and the figures that
 * follow. The store holds the truth; everything here is derived from it and can be derived again.
 */
export class Collection {
  readonly store: Store
  /** As it came with the collection, with what of its name and dates was set anew. */
  config: CollectionConfig
  schools: School[] = []
  /** Those of which a return is expected, schools and other reporters. */
  expected: School[] = []
  /** Whether it has a register: without one the schools are those that sent something. */
  hasRegister = false
  /** Every school that the register in force speaks of: merged ones behind those that stand. */
  everybody: School[] = []
  /** Changes with every change of figures, forms or files. */
  revision = 1
  ledger: ReadLedger
  index: FormIndex
  private files: StoredFile[]
  private verdicts: Verdicts
  private schoolById = new Map<string, School>()
  /** Revision at which all figures, and those of single schools, last changed. */
  private allTouched = 1
  private readonly touched = new Map<string, number>()
  /** Merged school → the school that stands for it. */
  private into: ReadonlyMap<string, string> = new Map()
  /** Schools with corrections, and the ledger's corrections that they were taken from. */
  private correctedIn: { corrections: object; schools: Set<string> } | null = null
  /** Texts as they came: they are put in when the collection's file is made, and never after. */
  private readonly shipped = new Map<TextRole, string | null>()
  /** Schools for which, by its name, a file came that could not be used. */
  private refused = new Map<string, Verdict[]>()

  /** Decisions that are only supposed; null: those of the ledger. */
  private readonly supposed: Decisions | null

  /** @param given files and decisions of a collection that is only supposed; see `supposing` */
  constructor(store: Store, given: { files: StoredFile[]; decisions: Decisions } | null = null) {
    this.store = store
    this.config = store.config()
    this.supposed = given?.decisions ?? null
    this.files = given?.files ?? store.files()
    this.ledger = readLedger(store.ledger())
    this.index = indexOf(this, this.ledger)
    this.verdicts = { byFile: new Map(), bySchool: new Map() }
    this.refresh()
  }

  /** A file kept beside the returns (a blank, the rules, last year), by what it serves as and, where several do, by name; null when there is none. */
  material(role: AssetRole, name?: string): { name: string; bytes: Uint8Array } | null {
    const found = this.store
      .assets()
      .find((asset) => asset.role === role && (name === undefined || asset.name === name))
    const bytes = found === undefined ? null : this.store.blob(found.sha256)
    return found === undefined || bytes === null ? null : { name: found.name, bytes }
  }

  /**
   * The rules, the indicators or the summary as they read now: as edited last in the workbench,
   * else as they came with the collection; null when there are none.
   */
  text(role: TextRole): string | null {
    const edited = this.ledger.texts.get(role)
    return edited ?? this.shippedText(role)
  }

  /** A text as it came with the collection, whatever was edited since; null when there was none. */
  shippedText(role: TextRole): string | null {
    const known = this.shipped.get(role)
    if (known !== undefined) return known
    const found = this.material(role)
    const text = found === null ? null : utf8Text(found.bytes)
    this.shipped.set(role, text)
    return text
  }

  /** Re-derives schools, verdicts and ledger after something was written to the store. */
  refresh(): void {
    const ledger = readLedger(this.store.ledger())
    this.ledger = ledger
    this.config = configWith(this.store, ledger)
    this.index = indexOf(this, ledger)
    const register = registerAfter(this.store.schools(), ledger.register, this.config)
    this.into = standsFor(register)
    this.hasRegister = register.schools.length > 0
    const { key, name } = this.config.register
    this.schools = this.hasRegister ? register.schools : schoolsFromReturns(this.files, key, name)
    this.everybody = [...this.schools, ...register.merged]
    this.expected = this.schools.filter((school) => school.active)
    this.schoolById = new Map(this.schools.map((school) => [school.id, school]))
    this.verdicts = this.decide(this.supposed ?? ledger)
    this.ledger = followed(ledger, this.merging())
    this.refused = new Map()
    for (const verdict of this.allVerdicts()) {
      const school = verdict.status === 'rejected' ? this.namedIn(verdict.file.path) : null
      if (school !== null) this.refused.set(school, [...this.refusals(school), verdict])
    }
    this.revision++
    this.allTouched = this.revision
    this.touched.clear()
  }

  /** This collection as it would be with other decisions over its files; for looking, not for writing. */
  supposing(decisions: Decisions): Collection {
    return new Collection(this.store, { files: this.files, decisions })
  }

  /** The verdicts as they would be with other decisions. */
  decide(decisions: Decisions): Verdicts {
    return decideVerdicts(this.files, this.everybody, this.index.forms, this.config, decisions)
  }

  /** Takes the ledger anew where only corrections changed; files and verdicts stay. */
  refreshLedger(): void {
    const { corrections: before, listCorrections } = this.ledger
    this.ledger = followed(readLedger(this.store.ledger()), this.merging())
    this.revision++
    const after = this.ledger.corrections
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(key)?.entry !== after.get(key)?.entry) this.touch(splitCellKey(key)[0])
    }
    for (const school of schoolsOfRows(listCorrections, this.ledger.listCorrections))
      this.touch(this.standsFor(school))
  }

  /** Revision at which a school's figures last changed: what was worked out since still holds. */
  figuresRevision(school: string): number {
    return this.touched.get(school) ?? this.allTouched
  }

  /** Revision at which the returned figures last changed: corrections leave them as they are. */
  get returnedRevision(): number {
    return this.allTouched
  }

  private touch(school: string): void {
    this.touched.set(school, this.revision)
  }

  addFile(file: StoredFile): void {
    this.files.push(file)
  }

  replaceReading(id: number, reading: StoredFile['reading']): void {
    this.files = this.files.map((file) => (file.id === id ? { ...file, reading } : file))
  }

  /** The forms as learned, before they were corrected by hand. */
  get learned(): Form[] {
    return learnedForms(this.store, this.ledger)
  }

  get forms(): Form[] {
    return this.index.forms
  }

  context(): ReadContext {
    return {
      forms: this.forms,
      schools: this.hasRegister ? this.everybody : [],
      config: this.config,
      before: this.calledBefore(),
      aliases: this.aliases(),
      sent: sentBy(this.allVerdicts()),
      confirmed: [...this.ledger.confirmed],
    }
  }

  /** What the collection was called at any time, whatever was taken back since. */
  private calledBefore(): Partial<Particulars>[] {
    const edits = this.ledger.entries.flatMap((entry) =>
      entry.kind === 'edit-particulars' ? [entry.payload.set] : [],
    )
    return edits.length === 0 ? [] : [this.store.config(), ...edits].map(particularsOf)
  }

  private merging(): Merging {
    const sender = (file: StoredFile | undefined): string | null => file?.reading.school ?? null
    return {
      into: this.into,
      sentBy: (school, item) =>
        sender(this.tableSource(school, this.index.place(item)?.form.id ?? '')?.file),
      standsOn: (school, other) => {
        const files = this.standing(school)?.files ?? []
        return files.length > 0 && files.every((file) => sender(file) === other)
      },
      stampOf: (school, item) => {
        const place = this.index.place(item)
        return place === null ? '' : stamp(this.returned(school, place.form, place.index))
      },
    }
  }

  /** What a person said of files that called themselves so holds for later files too. */
  private aliases(): Record<string, string> {
    const aliases: Record<string, string> = {}
    for (const [id, school] of this.ledger.assigned) {
      const identity = this.file(id)?.reading.identity
      if (identity === undefined) continue
      if (identity.code === null && identity.name === null) continue
      aliases[aliasKey(identity.code, identity.name)] = school
    }
    return aliases
  }

  storedFiles(): readonly StoredFile[] {
    return this.files
  }

  file(id: number): StoredFile | null {
    return this.files.find((file) => file.id === id) ?? null
  }

  verdict(file: number): Verdict | null {
    return this.verdicts.byFile.get(file) ?? null
  }

  allVerdicts(): Verdict[] {
    return this.files.flatMap((file) => this.verdicts.byFile.get(file.id) ?? [])
  }

  school(id: string): School {
    const school = this.schoolById.get(id)
    if (school === undefined) throw new CallError('no-such-school', { school: id })
    return school
  }

  form(id: string): Form {
    const form = this.index.form(id)
    if (form === null) throw new CallError('no-such-form', { form: id })
    return form
  }

  /** The blank workbooks a reporter fills in; null when its kind has none. */
  blanksOf(school: School): readonly string[] | null {
    return blanksOf(school, this.everybody, this.config, this.forms)
  }

  /** The school that stands for another into which it was merged; itself for all others. */
  standsFor(id: string): string {
    return this.into.get(id) ?? id
  }

  /** Items of a form that a school is asked for, as indices into form.items; empty when the form is not its. */
  itemsOf(school: School, form: Form): number[] {
    const blanks = this.blanksOf(school)
    if (blanks === null) {
      // A kind of school without blank workbook: what it sent says what it has.
      const table = this.table(school.id, form.id)
      return table === null
        ? []
        : form.items.flatMap((_, i) => (table.states[i] === NOT_ASKED ? [] : [i]))
    }
    const own = form.editions.filter((edition) => blanks.includes(edition.workbook))
    const [first, ...others] = own.map(({ items }) => items)
    return others.length === 0 ? (first ?? []) : [...new Set(own.flatMap(({ items }) => items))]
  }

  standing(school: string): { files: StoredFile[] } | null {
    return this.verdicts.bySchool.get(school) ?? null
  }

  /** A school's table and the file it is from; of a list, what is counted from its rows. */
  tableSource(school: string, form: string): TableSource | null {
    const found = this.verdicts.bySchool.get(school)?.tables.get(form) ?? null
    if (found?.table.list === undefined) return found
    const own = this.index.form(form)
    return own === null ? found : this.counted(found, own)
  }

  /** The same with the rows of a list as they were corrected. */
  adoptedSource(school: string, form: string): TableSource | null {
    const found = this.verdicts.bySchool.get(school)?.tables.get(form) ?? null
    const own = this.index.form(form)
    const { listCorrections } = this.ledger
    const corrections =
      found === null || own === null ? [] : correctionsOf(listCorrections, found, own)
    if (found === null || own === null || corrections.length === 0)
      return this.tableSource(school, form)
    return this.counted(correctedSource(found, own, corrections), own)
  }

  private counted(found: TableSource, own: Form): TableSource {
    const { referenceDate } = this.config
    const elsewhere = elsewhereIn(this.verdicts, own, this.schools, referenceDate)
    return countedSource(found, own, referenceDate, elsewhere)
  }

  table(school: string, form: string): TableReading | null {
    return this.tableSource(school, form)?.table ?? null
  }

  stateOfSchool(school: School): SchoolState {
    const standing = this.verdicts.bySchool.get(school.id)
    const [file] = standing?.files ?? []
    if (file !== undefined) {
      return this.verdict(file.id)?.status === 'queried' ? 'queried' : 'reported'
    }
    return this.refused.has(school.id) ? 'rejected' : 'missing'
  }

  /** Verdicts over files that could not be used and that, by their name, came from a school. */
  refusals(school: string): Verdict[] {
    return this.refused.get(school) ?? []
  }

  /** The school that a file's name speaks of: by code, full name or short name; null when none or several. */
  namedIn(path: string): string | null {
    return namedIn(path, this.schools)?.id ?? null
  }

  /** The cells of a school's table on both bases; the table is looked up once for all of them. */
  cells(school: string, form: Form): Cells {
    const correctionOf = this.isCorrected(school)
      ? (index: number) =>
          this.ledger.corrections.get(cellKey(school, this.index.addressesOf(form)[index] ?? ''))
      : null
    const put = form.list === undefined ? undefined : this.adoptedSource(school, form.id)?.table
    return cellsOf(this.table(school, form.id), form, correctionOf, put)
  }

  returned(school: string, form: Form, index: number): CellValue {
    return this.cells(school, form).returned(index)
  }

  /** Value in force: the correction where there is one that still meets the school's figure, else as returned. */
  adopted(school: string, form: Form, index: number): CellValue {
    return this.cells(school, form).adopted(index)
  }

  /** Whether figures of a school were corrected; where none was, both bases are one and the same. */
  isCorrected(school: string): boolean {
    const { corrections, listCorrections } = this.ledger
    if (this.correctedIn?.corrections !== corrections) {
      const rows = [...listCorrections.values()].map((one) => this.standsFor(one.school))
      const schools = new Set([
        ...[...corrections.keys()].map((key) => splitCellKey(key)[0]),
        ...rows,
      ])
      this.correctedIn = { corrections, schools }
    }
    return this.correctedIn.schools.has(school)
  }

  value(basis: Basis, school: string, form: Form, index: number): CellValue {
    return basis === 'returned'
      ? this.returned(school, form, index)
      : this.adopted(school, form, index)
  }

  /** Corrections in force, with the value they correct; of lists, what is counted otherwise by them. */
  corrections(): CorrectedCell[] {
    return correctionsIn(this)
  }
}

function particularsOf({ title, county, schoolYear }: Partial<Particulars>): Partial<Particulars> {
  return {
    ...(title !== undefined && { title }),
    ...(county !== undefined && { county }),
    ...(schoolYear !== undefined && { schoolYear }),
  }
}

import type { LedgerEntry } from '../../shared/ledger.ts'
import type { Overview } from '../../shared/overview.ts'
import type { Grant, GrantedFile } from '../../shared/grants.ts'
import { CallError } from '../../shared/result.ts'
import type { NewEntry, Ports, SourceFile, StoredFile, WorkbookData } from '../ports.ts'
import type { ExternalFigure } from '../externals/external-figure.ts'
import { noLastYear } from '../last-year/last-year.ts'
import type { LastYear } from '../last-year/last-year.ts'
import { Collection } from '../collection/collection.ts'
import { EventHub } from './events.ts'
import { Findings } from './findings/findings.ts'
import { importReturns } from './intake/import.ts'
import { Jobs } from './jobs.ts'
import type { JobHandle } from './jobs.ts'
import { externalFile, lastYearOf, saidLastYearOf, withEdits } from './last-year/last-year.ts'
import { overviewOf } from './overview/overview.ts'
import { ruleSetOf, switchesKey } from './findings/rule-set.ts'
import type { RuleSet } from './findings/rule-set.ts'
import { Screening } from './screening/screening.ts'

/** A new ledger line as the use cases write it: what they leave out is filled in. */
type Line = Pick<LedgerEntry, 'kind'> & Partial<Omit<NewEntry, 'kind' | 'at'>>

const NO_LAST_YEAR = noLastYear()

/**
 * The open collection and what was worked out from it, shared by the use cases. Everything here
 * is derived from the collection file; closing throws it away.
 */
export class Session {
  readonly ports: Ports
  readonly hub: EventHub
  readonly jobs: Jobs
  private collection: Collection | null = null
  private readonly workbooks = new Map<string, WorkbookData>()
  /** Last year's values by school, with the schools' names then; empty when there are none. */
  lastYear: LastYear = NO_LAST_YEAR
  /** What explained findings last year. */
  private said: ReadonlyMap<string, string> = new Map()
  private externalRead: ExternalFigure[] = []
  private known: { texts: string; screening: Screening; findings: Findings } | null = null

  constructor(ports: Ports) {
    this.ports = ports
    this.hub = new EventHub((ms) => ports.clock.wait(ms))
    this.jobs = new Jobs(
      (job) => this.hub.job(this.collection?.revision ?? 0, job),
      () => ports.clock.seconds(),
      ports.log,
    )
  }

  /** Whether a collection is open. */
  get isOpen(): boolean {
    return this.collection !== null
  }

  /** The open collection. Throws CallError no-collection. */
  current(): Collection {
    if (this.collection === null) throw new CallError('no-collection')
    return this.collection
  }

  /** What rules and screening find. Holds until a text of theirs is edited or a rule switched. */
  get findings(): Findings | null {
    return this.checks().findings
  }

  /** What is suspected beyond the rules. */
  get screening(): Screening {
    return this.checks().screening
  }

  private checks(): NonNullable<Session['known']> {
    const collection = this.current()
    const texts = JSON.stringify([
      ...(['rules', 'screening', 'indicators'] as const).map((role) => collection.text(role)),
      switchesKey(collection),
    ])
    if (this.known?.texts === texts) return this.known
    const settings = collection.text('screening') ?? this.ports.screening
    const screening = new Screening(collection, settings, this.prior)
    const put = (): RuleSet => ruleSetOf(collection, this.ports.shippedRules())
    const findings = new Findings(collection, put, this.prior, screening, this.said)
    this.known = { texts, screening, findings }
    return this.known
  }

  /** Last year's values by school. */
  get prior(): LastYear {
    return this.lastYear
  }

  /** Figures from other offices, as entered last. */
  get external(): ExternalFigure[] {
    return withEdits(this.externalRead, this.current())
  }

  /** Takes last year's values anew, after others were chosen. */
  async readLastYear(): Promise<void> {
    this.lastYear = await lastYearOf(this.current(), this.ports.reader)
    this.known = null
  }

  overview(): Overview {
    return overviewOf(this.current(), this.findings)
  }

  /** Tells everybody that something changed. */
  changed(): Overview {
    this.hub.changed(this.current().revision)
    return this.overview()
  }

  /** Closes what is open and works with another collection. */
  async use(collection: Collection): Promise<Overview> {
    this.close()
    this.collection = collection
    await this.readLastYear()
    this.said = await saidLastYearOf(collection, this.ports.reader)
    this.externalRead = await externalFile(collection, this.ports.reader)
    return this.changed()
  }

  /** Opens the collection file behind a grant. Throws what `Stores.open` throws. */
  openAt(grant: Grant): Promise<Overview> {
    const path = this.ports.grants.collectionPath(grant)
    return this.use(new Collection(this.ports.stores.open(path)))
  }

  close(): void {
    this.jobs.cancelAll()
    this.collection?.store.close()
    this.collection = null
    this.workbooks.clear()
    this.lastYear = NO_LAST_YEAR
    this.said = new Map()
    this.externalRead = []
    this.known = null
  }

  /** Writes a line into the ledger, in the name of who is working now. */
  append(line: Line): void {
    const { person } = this.current().ledger
    const base = {
      at: this.ports.clock.now(),
      person,
      reason: '',
      changes: [],
      target: 0,
      note: '',
    }
    this.current().store.append({ ...base, ...line })
  }

  /** Starts receiving files; the job can be watched. */
  startImport(files: SourceFile[], hold = false): number {
    return this.jobs.start('import', async (job) => {
      const collection = this.current()
      const told = (): void => this.hub.changed(collection.revision)
      await importReturns(collection, files, this.ports, job, told, hold)
    })
  }

  /** Starts writing a file that the interface then saves under `name`. */
  exportTo(
    name: string,
    write: (path: string, job: JobHandle, collection: Collection) => Promise<void>,
  ): { job: number } {
    const collection = this.current()
    const job = this.jobs.start('export', async (handle) => {
      const output = this.ports.grants.newOutput(name)
      await write(output.path, handle, collection)
      handle.update({ output: { grant: output.grant, name } })
    })
    return { job }
  }

  /** A file that was received. Throws CallError no-such-file. */
  received(id: number): StoredFile {
    const file = this.current().file(id)
    if (file === null) throw new CallError('no-such-file', { path: String(id) })
    return file
  }

  /** A blank workbook of the collection as cells. Throws CallError no-such-file. */
  async blankWorkbook(name: string): Promise<WorkbookData> {
    const known = this.workbooks.get(name)
    if (known !== undefined) return known
    const blank = this.current().material('form', name)
    const outcome = blank === null ? null : await this.ports.reader.read(blank.bytes, name)
    if (outcome?.ok !== true) throw new CallError('no-such-file', { path: name })
    this.workbooks.set(name, outcome.workbook)
    return outcome.workbook
  }

  /** Files behind grants, folders and zips opened up. */
  sources(files: GrantedFile[]): Promise<SourceFile[]> {
    return this.ports.grants.open(files)
  }
}

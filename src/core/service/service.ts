import type { Api, Grant, GrantedFile, LedgerEntry, Overview } from '../../shared/api.ts'
import { CallError } from '../../shared/result.ts'
import { dimensionNames } from '../consolidate/groups.ts'
import { paperOf } from '../forms/paper.ts'
import type { PriorValues } from '../setup/prior.ts'
import { understand } from '../setup/understand.ts'
import type { NewEntry, Ports, SourceFile, StoredFile, WorkbookData } from '../ports.ts'
import { checkedChanges } from './changes.ts'
import { Collection } from './collection.ts'
import { createStore } from './create.ts'
import { differenceOf } from './difference.ts'
import { withPath } from './entry-path.ts'
import { EventHub } from './events.ts'
import { exportInput, widestEdition } from './export-input.ts'
import { findingKey } from './findings.ts'
import type { Findings } from './findings.ts'
import { holdLater, importReturns } from './import.ts'
import { Jobs } from './jobs.ts'
import type { JobHandle } from './jobs.ts'
import { findingsOf, lastYearOf } from './last-year.ts'
import { redoTarget, undoTarget } from './ledger-state.ts'
import { fileDetail, fileRow, overviewOf, schoolRows } from './overview.ts'
import { missingByGroup, reminderList, reminderText } from './reminders.ts'
import { contentOf, rereadAll, rereadFile } from './reread.ts'
import { sentSheet } from './sent-sheet.ts'
import { figuresOf, gridOf, storyOf, totalRowsOf } from './views.ts'

/** The use cases behind the workbench, for every host. */
export interface Service extends Api {
  /** Stops jobs and closes the open collection. */
  close(): void
  /** The open collection, for hosts that write its results themselves (command line). */
  current(): Collection
}

/** Puts the parts together over a host's ports. */
export function createService(ports: Ports): Service {
  let open: Collection | null = null
  let workbooks = new Map<string, WorkbookData>()
  let prior: PriorValues = new Map()
  const hub = new EventHub((ms) => ports.clock.wait(ms))
  const jobs = new Jobs(
    (job) => hub.job(open?.revision ?? 0, job),
    () => ports.clock.seconds(),
  )

  const current = (): Collection => {
    if (open === null) throw new CallError('no-collection')
    return open
  }
  let findings: Findings | null = null
  const overview = (): Overview => overviewOf(current(), findings)
  const changed = (): Overview => {
    hub.changed(current().revision)
    return overview()
  }
  const use = async (collection: Collection): Promise<Overview> => {
    close()
    open = collection
    prior = await lastYearOf(collection, ports.reader)
    findings = findingsOf(collection, prior)
    return changed()
  }
  const close = (): void => {
    jobs.cancelAll()
    open?.store.close()
    open = null
    workbooks = new Map()
    prior = new Map()
    findings = null
  }
  const append = (
    entry: Pick<LedgerEntry, 'kind'> & Partial<Omit<LedgerEntry, 'id' | 'at' | 'active' | 'kind'>>,
    more: Pick<NewEntry, 'edit' | 'assign' | 'explain'> = {},
  ): void => {
    const { person } = current().ledger
    const base = { at: ports.clock.now(), person, reason: '', changes: [], target: 0, note: '' }
    current().store.append({ ...base, ...entry, ...more })
  }
  const startImport = (files: SourceFile[], hold = false): number =>
    jobs.start('import', async (job) => {
      const collection = current()
      const told = (): void => hub.changed(collection.revision)
      await importReturns(collection, files, ports, job, told, hold)
    })
  const receivedFile = (id: number): StoredFile => {
    const file = current().file(id)
    if (file === null) throw new CallError('no-such-file', { path: String(id) })
    return file
  }
  const exportTo = (
    name: string,
    write: (path: string, job: JobHandle, collection: Collection) => Promise<void>,
  ): { job: number } => {
    const collection = current()
    const job = jobs.start('export', async (handle) => {
      const output = ports.grants.newOutput(name)
      await write(output.path, handle, collection)
      handle.update({ output: { grant: output.grant, name } })
    })
    return { job }
  }
  /** After a form or an owner changed, what was read is read again from the bytes received. */
  const withdraw = async (entry: LedgerEntry, note: string, reason: string): Promise<Overview> => {
    append({ kind: 'withdraw', target: entry.id, note, reason })
    const touched = chain(current().ledger.entries, entry)
    switch (touched.kind) {
      case 'edit-form':
      case 'confirm-layout':
        await rereadAll(current(), ports)
        break
      case 'assign':
        await rereadFile(current(), Number(touched.note), ports)
        break
      case 'accept-file':
      case 'withdraw-file':
      case 'hold':
        current().refresh()
        break
      case 'adopt':
      case 'explain':
      case 'person':
      case 'create':
      case 'receive':
      case 'withdraw':
        current().refreshLedger()
    }
    return changed()
  }
  const blankWorkbook = async (name: string): Promise<WorkbookData> => {
    const known = workbooks.get(name)
    if (known !== undefined) return known
    const blank = current().material('form', name)
    const outcome = blank === null ? null : await ports.reader.read(blank.bytes, name)
    if (outcome?.ok !== true) throw new CallError('no-such-file', { path: name })
    workbooks.set(name, outcome.workbook)
    return outcome.workbook
  }
  const sources = (files: GrantedFile[]): Promise<SourceFile[]> => ports.grants.open(files)
  const openAt = (grant: Grant): Promise<Overview> =>
    use(new Collection(ports.stores.open(ports.grants.collectionPath(grant))))

  const service: Service = {
    close,
    current,

    async about() {
      return {
        ...ports.about,
        dataFolder: ports.grants.dataFolder(),
        collections: ports.grants.collections(),
        open: open === null ? null : overview(),
      }
    },
    async openSample() {
      const files = await ports.grants.sample()
      const found = await understand(files, ports.reader)
      const known = ports.grants.collections().find((c) => c.title === found.config.title)
      if (known !== undefined) return openAt(known.grant)
      const path = ports.grants.newCollectionPath(found.config.title)
      const view = await use(new Collection(createStore(ports, path, found)))
      startImport(found.returns)
      return view
    },
    async planCollection({ files }) {
      return (await understand(await sources(files), ports.reader)).plan
    },
    async createCollection({ files, title, county, schoolYear, referenceDate, dueDate }) {
      const found = await understand(await sources(files), ports.reader)
      const config = { ...found.config, title, county, schoolYear, referenceDate, dueDate }
      const path = ports.grants.newCollectionPath(title)
      await use(new Collection(createStore(ports, path, { ...found, config })))
      const job = found.returns.length === 0 ? null : startImport(found.returns)
      return { overview: overview(), job }
    },
    async openCollection({ grant }) {
      return openAt(grant)
    },
    async closeCollection() {
      close()
      return null
    },
    async overview() {
      return overview()
    },
    async setPerson({ person }) {
      append({ kind: 'person', note: person, person })
      current().refreshLedger()
      return changed()
    },

    async importFiles({ files, hold }) {
      current()
      const opened = await sources(files)
      return { job: startImport(opened, hold === true) }
    },
    async job({ id }) {
      return jobs.state(id)
    },
    async cancelJob({ id }) {
      return jobs.cancel(id)
    },
    async events({ after, waitMs }) {
      return hub.after(after, waitMs)
    },

    async schools() {
      return schoolRows(current())
    },
    async files() {
      return current()
        .storedFiles()
        .map((file) => fileRow(current(), file))
    },
    async file({ id }) {
      return fileDetail(current(), receivedFile(id))
    },
    async difference({ file, against }) {
      return differenceOf(current(), file, against)
    },
    async acceptFile({ id, reason }) {
      receivedFile(id)
      append({ kind: 'accept-file', note: String(id), reason })
      current().refresh()
      return changed()
    },
    async withdrawFile({ id, reason }) {
      receivedFile(id)
      if (reason.trim() === '') throw new CallError('reason-missing')
      append({ kind: 'withdraw-file', note: String(id), reason: reason.trim() })
      current().refresh()
      return changed()
    },
    async unlockFile({ id, password }) {
      const file = receivedFile(id)
      const { store } = current()
      const locked = store.blob(file.sha256)
      const bytes = locked === null ? null : await ports.decrypt(locked, password)
      if (bytes === null) throw new CallError('wrong-password')
      store.putAsset('unlocked', file.sha256, bytes)
      await rereadFile(current(), id, ports)
      holdLater(current(), receivedFile(id), ports.clock.now())
      return changed()
    },
    async sheetAsSent({ file: id, sheet }) {
      const file = receivedFile(id)
      const bytes = contentOf(current(), file)
      const outcome = bytes === null ? null : await ports.reader.read(bytes, file.path)
      const view = outcome?.ok === true ? sentSheet(current(), file, outcome.workbook, sheet) : null
      if (view === null) throw new CallError('no-such-file', { path: file.path })
      return view
    },
    async confirmLayout({ file: id, form, reason }) {
      const asked = receivedFile(id).reading.reasons.find(
        (entry) => entry.code === 'unsure-layout' && entry.params['form'] === form,
      )
      if (asked === undefined) throw new CallError('no-such-form', { form })
      append({ kind: 'confirm-layout', note: String(asked.params['layout'] ?? ''), reason })
      await rereadAll(current(), ports)
      return changed()
    },
    async reminders({ by, lang }) {
      const schools = missingByGroup(current(), by).reduce((sum, g) => sum + g.schools.length, 0)
      return { text: reminderText(current(), by, lang), schools }
    },
    async exportReminders({ by, lang }) {
      return exportTo(
        lang === 'zh' ? '催报名单.xlsx' : 'missing-schools.xlsx',
        (path, _job, collection) => ports.writer.lists([reminderList(collection, by, lang)], path),
      )
    },
    async assignFile({ id, school, reason }) {
      receivedFile(id)
      if (school !== null) current().school(school)
      append({ kind: 'assign', note: String(id), reason }, { assign: { file: id, school } })
      await rereadFile(current(), id, ports)
      holdLater(current(), receivedFile(id), ports.clock.now())
      return changed()
    },

    async forms() {
      return current().forms
    },
    async editForm({ edit, reason }) {
      current().form(edit.form)
      append({ kind: 'edit-form', reason, note: edit.form }, { edit })
      await rereadAll(current(), ports)
      changed()
      return current().form(edit.form)
    },
    async paper({ form: id, workbook }) {
      const form = current().form(id)
      const edition = form.editions.find((e) => e.workbook === workbook) ?? widestEdition(form)
      if (edition === undefined) throw new CallError('no-such-form', { form: id })
      const book = await blankWorkbook(edition.workbook)
      const sheet = book.sheets.find((candidate) => candidate.name === edition.sheet)
      if (sheet === undefined) throw new CallError('no-such-form', { form: id })
      return paperOf(form, edition, sheet)
    },
    async grid({ form, basis, by }) {
      const names = dimensionNames(current().config, current().schools)
      return gridOf(current(), current().form(form), basis, names.includes(by) ? by : '')
    },
    async figures({ form, basis, scope }) {
      return figuresOf(current(), current().form(form), basis, scope)
    },
    async cell({ school, item }) {
      const before = prior.get(school)?.get(item) ?? null
      return storyOf(current(), school, item, before)
    },
    async totals({ form, by }) {
      return totalRowsOf(current(), current().form(form), by)
    },

    async findings({ basis }) {
      const empty = { revision: current().revision, findings: [], rules: [], problems: [] }
      return findings?.view(basis) ?? empty
    },
    async repairs({ school, basis }) {
      const found = current().school(school)
      return findings?.repairs(found, basis) ?? { school, groups: [], cut: false }
    },
    async explain({ rule, school, row, column, text }) {
      current().school(school)
      const key = findingKey({ rule, school, row, column })
      const found = findings?.view('adopted').findings.find((one) => findingKey(one) === key)
      if (found === undefined) throw new CallError('no-such-item', { item: `${rule} ${school}` })
      const explain = { difference: found.difference }
      append({ kind: 'explain', note: key, reason: text.trim() }, { explain })
      current().refreshLedger()
      return changed()
    },

    async adopt({ changes, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      append({ kind: 'adopt', reason: reason.trim(), changes: checkedChanges(current(), changes) })
      current().refreshLedger()
      return changed()
    },
    async withdraw({ entry: id, reason }) {
      const entry = current().ledger.entries.find((candidate) => candidate.id === id)
      if (
        entry === undefined ||
        !entry.active ||
        entry.kind === 'receive' ||
        entry.kind === 'create'
      ) {
        throw new CallError('no-such-entry', { entry: id })
      }
      return withdraw(entry, '', reason)
    },
    async undo() {
      const target = undoTarget(current().ledger.entries)
      if (target === null) throw new CallError('nothing-to-undo')
      return withdraw(target, 'undo', '')
    },
    async redo() {
      const target = redoTarget(current().ledger.entries)
      if (target === null) throw new CallError('nothing-to-redo')
      return withdraw(target, 'redo', '')
    },
    async ledger({ limit }) {
      const entries = current().ledger.entries.slice(-limit).reverse()
      return entries.map((entry) => withPath(current(), entry))
    },

    async exportWorkbook({ basis, lang }) {
      return exportTo('汇总表.xlsx', async (path, handle, collection) => {
        const input = exportInput(collection, basis, lang, ports.clock.now(), ports.digest)
        const blank = (name: string): Uint8Array | null =>
          collection.material('form', name)?.bytes ?? null
        const progress = (done: number, total: number, now: string): void =>
          handle.update({ done, total, current: now })
        await ports.writer.consolidated(input, blank, path, progress, handle.signal)
      })
    },
  }
  return service
}

/** The entry at the end of a chain of withdrawals: what is really taken back or put again. */
function chain(entries: LedgerEntry[], from: LedgerEntry): LedgerEntry {
  let entry = from
  while (entry.kind === 'withdraw') {
    const target = entries.find((candidate) => candidate.id === entry.target)
    if (target === undefined) break
    entry = target
  }
  return entry
}

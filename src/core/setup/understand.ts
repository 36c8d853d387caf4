import type { CollectionPlan, PlanProblem } from '../../shared/plan.ts'
import type { Form, School } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import { learnWorkbook } from '../forms/learn.ts'
import type { LearnedTable } from '../forms/learn.ts'
import { mergeForms } from '../forms/merge-forms.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { AssetRole } from '../model/asset-role.ts'
import type { Reader, SourceFile, WorkbookData } from '../ports.ts'
import { defaultConfig, readConfigText } from './config.ts'
import type { ReadConfig } from './config.ts'
import { Folder } from './folder.ts'
import { nameTypesWithoutForm, planWorkbooks } from './plan-forms.ts'
import { columnNotes, setupNotes } from './setup-notes.ts'
import { readSaid } from '../queries/last-year-said.ts'
import { readExternals, readPlans } from '../externals/read-externals.ts'
import { isSchool } from '../../shared/reporters.ts'
import { alignLastYear } from '../last-year/last-year.ts'
import { readPastList } from '../last-year/read-list.ts'
import { schoolFinder } from '../last-year/school-finder.ts'
import { readRegister } from '../register/read-register.ts'
import { utf8Text } from '../model/utf8-text.ts'

/** A collection folder understood: what a collection would be made of, and what is wrong with it. */
export interface Understanding {
  config: CollectionConfig
  forms: Form[]
  schools: School[]
  assets: { role: AssetRole; name: string; bytes: Uint8Array }[]
  returns: SourceFile[]
  plan: CollectionPlan
}

type Problem = CollectionPlan['problems'][number]

/**
 * Reads everything but the returns of a collection folder (docs/contract.md §1): configuration, blank
 * workbooks, register, last year's values, external figures, rules, indicators, summary.
 * What cannot be used becomes a problem of the plan; nothing is thrown for bad content.
 */
export async function understand(files: SourceFile[], reader: Reader): Promise<Understanding> {
  const folder = new Folder(files)
  const problems: Problem[] = []
  const assets: Understanding['assets'] = []
  const { config, named, columns } = await readConfig(folder, reader, assets, problems)
  const learned = await readForms(folder, reader, config, assets, problems)
  const forms = mergeForms(learned)
  const register = await readSchools(folder, reader, config, assets, problems)
  const schools = register?.schools ?? []
  const prior = await readLastYear(folder, reader, config, { forms, schools }, assets, problems)
  const before = { forms, schools }
  const earlier = await readEarlier(folder, reader, config, before, assets, problems)
  const external = await readFigures(folder, reader, config, assets, problems)
  const plans = await readPlanned(folder, reader, config, assets, problems)
  const texts = await readTexts(folder, reader, config, assets, problems)
  nameTypesWithoutForm(config, schools, forms, problems)
  const top = folder.top().map(({ path }) => path)
  const has = (path: string): boolean => folder.at(path) !== null
  const notes = [
    ...setupNotes(
      config,
      problems,
      named,
      top,
      has,
      folder.below('prior').map(({ path }) => path),
    ),
    ...columnNotes(columns, register?.plan.columns ?? null),
  ]
  if (notes.length > 0) config.setupNotes = [...(config.setupNotes ?? []), ...notes]
  const returns = folder.below(config.returnsFolder)
  const plan: CollectionPlan = {
    title: config.title,
    county: config.county,
    schoolYear: config.schoolYear,
    referenceDate: config.referenceDate,
    dueDate: config.dueDate,
    period: config.period ?? '',
    workbooks: planWorkbooks(learned, config),
    register: register?.plan ?? null,
    prior,
    earlier,
    external,
    plans,
    texts,
    returns: returns.length,
    problems,
  }
  return { config, forms, schools, assets, returns, plan }
}

function problem(code: PlanProblem, params: Problem['params'], blocking = false): Problem {
  return { code, params, blocking }
}

async function readConfig(
  folder: Folder,
  reader: Reader,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<ReadConfig> {
  const file = folder.at('collection.yaml') ?? folder.at('collection.yml')
  if (file === null) return { config: defaultConfig(), named: [], columns: [] }
  const bytes = await file.bytes()
  if (await beyondLimits(reader, file.path, bytes, problems))
    return { config: defaultConfig(), named: [], columns: [] }
  try {
    const read = readConfigText(utf8Text(bytes))
    assets.push({ role: 'config', name: 'collection.yaml', bytes })
    return read
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    problems.push(problem('bad-config', error.params, true))
    return { config: defaultConfig(), named: [], columns: [] }
  }
}

async function readForms(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<LearnedTable[]> {
  const learned: LearnedTable[] = []
  const prefix = `${config.formsFolder}/`
  for (const file of folder.below(config.formsFolder)) {
    const name = file.path.slice(prefix.length)
    if (/(?:^|\/)(?:~\$|\.)/u.test(name)) continue
    const bytes = await file.bytes()
    const outcome = await reader.read(bytes, file.path)
    if (!outcome.ok) {
      problems.push(problem('form-unreadable', { path: file.path, detail: outcome.detail }))
      continue
    }
    const tables = learnWorkbook({ name, workbook: outcome.workbook }, config.notApplicable)
    if (tables.length === 0) {
      problems.push(problem('form-unreadable', { path: file.path, detail: '没有认出统计表' }))
      continue
    }
    const used = new Set(tables.map((table) => table.sheet))
    config.otherSheets[name] = outcome.workbook.sheets
      .map((s) => s.name)
      .filter((s) => !used.has(s))
    learned.push(...tables)
    assets.push({ role: 'form', name, bytes })
  }
  if (learned.length === 0) problems.push(problem('no-forms', { path: config.formsFolder }, true))
  return learned
}

async function openWorkbook(
  file: SourceFile,
  reader: Reader,
): Promise<{ bytes: Uint8Array; workbook: WorkbookData } | string> {
  const bytes = await file.bytes()
  const outcome = await reader.read(bytes, file.path)
  return outcome.ok ? { bytes, workbook: outcome.workbook } : outcome.detail || outcome.code
}

async function readSchools(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<{ schools: School[]; plan: NonNullable<CollectionPlan['register']> } | null> {
  const file = folder.at(config.register.file)
  if (file === null) {
    problems.push(problem('no-register', { path: config.register.file }))
    return null
  }
  const opened = await openWorkbook(file, reader)
  if (typeof opened === 'string') {
    problems.push(problem('bad-register', { path: config.register.file, detail: opened }, true))
    return null
  }
  try {
    const { schools, columns, notes } = readRegister(opened.workbook, config, config.register.file)
    if (notes.length > 0) config.registerNotes = notes
    assets.push({ role: 'register', name: config.register.file, bytes: opened.bytes })
    const active = schools.filter((school) => school.active).length
    const units = schools.filter((school) => !isSchool(school)).length
    return {
      schools,
      plan: {
        path: config.register.file,
        ...{ schools: schools.length, units, active, columns, notes },
      },
    }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    problems.push(problem('bad-register', error.params, true))
    return null
  }
}

async function readLastYear(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  { forms, schools }: Pick<Understanding, 'forms' | 'schools'>,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<CollectionPlan['prior']> {
  const path = config.prior?.file ?? ''
  const list = await readList(folder, reader, config, { forms, schools }, path, problems)
  if (list === null) return null
  assets.push({ role: 'prior', name: path, bytes: list.bytes })
  await keepLastYearsFindings(folder, reader, path, assets)
  const { values, notes } = alignLastYear(list.tables, forms, list.notes)
  return { path, schools: values.size, forms: list.tables.map(({ form }) => form), notes }
}

/** Lists of the same period a year ago and of the period just before, where the folder has them. */
async function readEarlier(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  { forms, schools }: Pick<Understanding, 'forms' | 'schools'>,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<CollectionPlan['earlier']> {
  const found: CollectionPlan['earlier'] = []
  for (const past of ['same', 'previous'] as const) {
    const path = config.earlier?.[past] ?? ''
    const list = await readList(folder, reader, config, { forms, schools }, path, problems, past)
    if (list === null) continue
    assets.push({ role: `prior-${past}`, name: path, bytes: list.bytes })
    found.push({ past, path, schools: alignLastYear(list.tables, forms, []).values.size })
  }
  return found
}

const UNREADABLE = { same: 'same-unreadable', previous: 'previous-unreadable' } as const

/** A list of an earlier period's values; null where there is none, or none that can be used. */
async function readList(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  { forms, schools }: Pick<Understanding, 'forms' | 'schools'>,
  path: string,
  problems: Problem[],
  past: 'same' | 'previous' | null = null,
): Promise<(ReturnType<typeof readPastList> & { bytes: Uint8Array }) | null> {
  const file = path === '' ? null : folder.at(path)
  if (file === null) return null
  const opened = await openWorkbook(file, reader)
  const read =
    typeof opened === 'string'
      ? null
      : readPastList(
          opened.workbook,
          config.register.key,
          forms.map(({ id }) => id),
          schoolFinder(schools),
        )
  if (typeof opened === 'string' || read === null || read.tables.length === 0) {
    const detail =
      typeof opened === 'string' ? opened : `没有带“${config.register.key}”和 [行,列] 标题的表`
    problems.push(problem(past === null ? 'prior-unreadable' : UNREADABLE[past], { path, detail }))
    return null
  }
  return { ...read, bytes: opened.bytes }
}

/** Last year's 汇总表.xlsx beside last year's values: its explanations are offered again. */
async function keepLastYearsFindings(
  folder: Folder,
  reader: Reader,
  prior: string,
  assets: Understanding['assets'],
): Promise<void> {
  const name = prior.replace(/[^/]*$/u, '汇总表.xlsx')
  const file = name === prior ? null : folder.at(name)
  const opened = file === null ? null : await openWorkbook(file, reader)
  if (opened === null || typeof opened === 'string') return
  if (readSaid(opened.workbook).size > 0) assets.push({ role: 'prior', name, bytes: opened.bytes })
}

async function readFigures(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<CollectionPlan['external']> {
  const path = config.external?.file ?? ''
  const file = path === '' ? null : folder.at(path)
  if (file === null) return null
  const opened = await openWorkbook(file, reader)
  const figures =
    typeof opened === 'string'
      ? null
      : readExternals(opened.workbook, config.external?.sheet ?? null)
  if (typeof opened === 'string' || figures === null) {
    const detail = typeof opened === 'string' ? opened : '没有带“指标”和“数值”两列的标题行'
    problems.push(problem('external-unreadable', { path, detail }))
    return null
  }
  assets.push({ role: 'external', name: path, bytes: opened.bytes })
  return { path, figures: figures.length }
}

/** What was planned or decided, with its documents. */
async function readPlanned(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<CollectionPlan['plans']> {
  const path = config.plans ?? ''
  const file = path === '' ? null : folder.at(path)
  if (file === null) return null
  const opened = await openWorkbook(file, reader)
  const figures = typeof opened === 'string' ? null : readPlans(opened.workbook)
  if (typeof opened === 'string' || figures === null) {
    const detail = typeof opened === 'string' ? opened : '没有带“指标”和“计划数”两列的标题行'
    problems.push(problem('external-unreadable', { path, detail }))
    return null
  }
  assets.push({ role: 'plans', name: path, bytes: opened.bytes })
  return { path, figures: figures.length }
}

/** Names a text that cannot be taken apart within the limits. */
async function beyondLimits(
  reader: Reader,
  path: string,
  bytes: Uint8Array,
  problems: Problem[],
): Promise<boolean> {
  const detail = await reader.yamlLimit(bytes, path)
  if (detail !== null) problems.push(problem('text-too-large', { path, detail }, true))
  return detail !== null
}

async function readTexts(
  folder: Folder,
  reader: Reader,
  config: CollectionConfig,
  assets: Understanding['assets'],
  problems: Problem[],
): Promise<string[]> {
  const found: string[] = []
  const wanted: [AssetRole, string][] = [
    ['rules', config.rules],
    ['indicators', config.indicators],
    ['summary', config.summary],
    ['lists', config.lists ?? ''],
    ['screening', 'screening.yaml'],
  ]
  for (const [role, name] of wanted) {
    const file = folder.at(name)
    if (file === null) continue
    const bytes = await file.bytes()
    // The summary is no YAML, and is read line by line.
    if (role !== 'summary' && (await beyondLimits(reader, name, bytes, problems))) continue
    assets.push({ role, name, bytes })
    found.push(name)
  }
  return found
}

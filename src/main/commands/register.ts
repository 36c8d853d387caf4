import type { Api } from '../../shared/api.ts'
import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { RegisterEdit, RegisterLine, RegisterView } from '../../shared/register.ts'
import { CallError } from '../../shared/result.ts'
import { entryText } from '../../shared/words/entries.ts'
import { noteText } from '../../shared/words/faults.ts'
import { cellsText, REGISTER_LINES } from '../../shared/words/register.ts'
import { fill } from '../../shared/words/template.ts'
import type { Lang } from '../../shared/words/say.ts'
import { itemsNamed } from '../grants.ts'
import { openCollection, withWorkspace } from './workspace.ts'
import type { Workspace } from './workspace.ts'
import { schoolNamed } from './school-named.ts'
import { oneLine, print, tell } from './terminal.ts'

/** What is to be done to the register; schools by code or name, columns by heading. */
export interface RegisterOptions {
  workspace: string
  lang: Lang
  /** A new register.xlsx. */
  from?: string
  /** Takes its lines over. */
  apply: boolean
  /** Leaves schools as they are that it lacks. */
  keepMissing: boolean
  add?: Record<string, string>
  set?: { school: string; columns: Record<string, string> }
  merge?: { school: string; into: string }
  /** A merged school that is to stand for itself again. */
  part?: string
  reason: string
}

type Merged = RegisterView['merged']

const SAID: Record<Lang, Record<'same' | 'unchanged' | 'merged', string>> = {
  zh: {
    same: '新名册 {schools} 所，其中 {same} 所与现在的名册相同。',
    merged: '并入 {into}',
    unchanged: '名册没有改动；要采用上面各行，请加 --apply 和 --reason。',
  },
  en: {
    same: '{schools} schools in the new register, {same} of them as they are.',
    merged: 'merged into {into}',
    unchanged: 'The register is unchanged; add --apply and --reason to take these lines over.',
  },
}

/**
 * `register WORKSPACE`: the register, a school a line: code, name, status, merged schools last. With a change, what was
 * done; with a new register, what it has otherwise: kind, code, name and columns, parted by tabs.
 *
 * @throws CallError bad-register, what `editRegister` throws, those of opening a collection
 */
export async function registerCommand(options: RegisterOptions): Promise<void> {
  const lines = await withWorkspace('memory', async (workspace) => {
    const { add, set, merge, part, apply } = options
    const changes = apply || [add, set, merge, part].some((one) => one !== undefined)
    await openCollection(workspace, options.workspace, options.lang, changes ? 'write' : 'read')
    if (options.from !== undefined) return fromFile(workspace, options.from, options)
    const { service } = workspace
    const schools = (await service.schools({})).map(({ school }) => school)
    const { merged } = await service.register({})
    const edits = editsOf(options, schools, merged)
    return edits.length === 0
      ? listed(schools, merged, options.lang)
      : edit(service, edits, options)
  })
  print(lines.map((line) => `${line.map(oneLine).join('\t').trimEnd()}\n`).join(''))
}

function listed(schools: readonly School[], merged: Merged, lang: Lang): string[][] {
  const names = new Map(schools.map(({ id, name }) => [id, name]))
  return [
    ...schools.map((school) => [codeOf(school), school.name, school.status]),
    ...merged.map(({ code, name, into }) => [
      code,
      name,
      fill(SAID[lang].merged, { into: names.get(into) ?? into }),
    ]),
  ]
}

/** A new register beside the one in force; taken over where that was asked for. */
async function fromFile(
  { service, ports }: Workspace,
  path: string,
  { lang, apply, keepMissing, reason }: RegisterOptions,
): Promise<string[][]> {
  const [file] = await ports.grants.give(await itemsNamed([path]))
  if (file === undefined) throw new CallError('no-such-file', { path })
  const { lines: all, schools, same, notes } = await service.registerDifference({ file })
  for (const note of notes) say(noteText(lang, 'register', note))
  say(fill(SAID[lang].same, { schools, same }))
  const lines = keepMissing ? all.filter(({ kind }) => kind !== 'gone') : all
  if (apply) await service.editRegister({ edits: lines.map((one) => one.edit), file, reason })
  else if (lines.length > 0) say(SAID[lang].unchanged)
  return lines.map((line) => lineOf(line, lang))
}

function lineOf(line: RegisterLine, lang: Lang): string[] {
  return [REGISTER_LINES[lang][line.kind], line.code, line.name, cellsText(lang, line)]
}

async function edit(
  service: Api,
  edits: RegisterEdit[],
  { lang, reason }: RegisterOptions,
): Promise<string[][]> {
  await service.editRegister({ edits, file: null, reason })
  const done = await service.ledger({ limit: 20 })
  const entry = done.find(({ kind }) => kind === 'edit-register')
  return entry === undefined ? [] : [[entryText(lang, entry.says)]]
}

function editsOf(
  { add, set, merge, part }: RegisterOptions,
  schools: readonly School[],
  merged: Merged,
): RegisterEdit[] {
  const edits: RegisterEdit[] = []
  if (add !== undefined) edits.push({ add })
  if (set !== undefined) edits.push({ school: schoolNamed(set.school, schools), set: set.columns })
  if (merge !== undefined)
    edits.push({
      school: schoolNamed(merge.school, schools),
      into: schoolNamed(merge.into, schools),
    })
  if (part !== undefined) edits.push({ school: schoolNamed(part, merged), apart: true })
  return edits
}

function say(sentence: string): void {
  tell(`${oneLine(sentence)}\n`)
}

import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { checkDraft } from '../../core/service/draft/check-draft.ts'
import type { DraftReport, DraftText } from '../../shared/draft.ts'
import { CallError } from '../../shared/result.ts'
import type { Lang } from '../../shared/words/say.ts'
import { createReader } from '../workbook/reader.ts'
import { draftLines } from './draft-lines.ts'
import { openCity } from '../lake/open-city.ts'
import { cityDraftReport } from '../../core/service/city/city-draft.ts'
import type { Ports } from '../../core/ports.ts'
import { rollupTroubleText } from '../../shared/words/lake.ts'
import { statSync } from 'node:fs'
import { print, tell } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

/**
 * `draft FILE`: the figures of a drafted text and whether its arithmetic holds; as JSON
 * (docs/contract.md §4), or in lines for people: counts, then each doubtful relation. With a
 * workspace (a collection, or a folder of counties) its figures are held against that collection's adopted figures too.
 *
 * @throws CallError no-such-file, not-a-draft, draft-encrypted, draft-damaged, draft-too-large, and
 *   those of opening a collection
 */
export async function draftCommand(options: {
  file: string
  workspace?: string
  json: boolean
  lang: Lang
}): Promise<void> {
  const { file, workspace: path, json, lang } = options
  const draft = await readBy(await bytesOf(file), basename(file))
  const report =
    path === undefined
      ? checkDraft(draft)
      : await withWorkspace('memory', async (workspace) => {
          if (isFolder(path)) return overCity(workspace.ports, path, draft, lang)
          await openCollection(workspace, path, lang)
          return workspace.service.checkDraft(draft)
        })
  // A program reads JSON letter for letter; what people see goes as all lines do.
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else print(forPeople(report, lang))
}

/** A draft held against the counties of a folder; what has to be said of these goes to stderr. */
async function overCity(
  ports: Ports,
  folder: string,
  draft: DraftText,
  lang: Lang,
): Promise<DraftReport> {
  const {
    city,
    folder: counties,
    close,
  } = await openCity(ports, resolve(folder), { lang, hashes: true })
  try {
    for (const trouble of city.troubles) tell(`${rollupTroubleText(lang, trouble)}\n`)
    return await cityDraftReport(city, draft, counties.draftMarks)
  } finally {
    close()
  }
}

function isFolder(path: string): boolean {
  return statSync(resolve(path), { throwIfNoEntry: false })?.isDirectory() === true
}

async function readBy(bytes: Uint8Array, name: string): Promise<DraftText> {
  const reader = createReader()
  try {
    return await reader.draft(bytes, name)
  } finally {
    await reader.close()
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(file))
  } catch {
    throw new CallError('no-such-file', { path: file })
  }
}

function forPeople(report: DraftReport, lang: Lang): string {
  return draftLines(report, lang)
    .map((line) => `${line}\n`)
    .join('')
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folders of the program itself, found from wherever this file ended up: source, bundle or package. */
export interface Places {
  version: string
  /** The built interface. */
  rendererFolder: string
  /** The built preload script. */
  preload: string
  /** The shipped sample county. */
  sampleFolder: string
  /** What is shipped as data: the library of indicators. */
  libraryFolder: string
  /** What goes into every evidence pack: the scripts that check it. */
  evidenceFolder: string
  /** The shipped library of rules. */
  ruleLibrary: string
}

/** The program's own folders and version. */
export function places(): Places {
  const root = programFolder(import.meta.dirname)
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    version: about.version,
    rendererFolder: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    sampleFolder: join(root, 'resources', 'sample'),
    libraryFolder: join(root, 'resources', 'library'),
    evidenceFolder: join(root, 'resources', 'evidence'),
    ruleLibrary: join(root, 'resources', 'rules', '教育事业统计.yaml'),
  }
}

/** The screening's settings as shipped. */
export function shippedScreening(): string {
  const root = programFolder(import.meta.dirname)
  return readFileSync(join(root, 'resources', 'screening.yaml'), 'utf8')
}

/**
 * Where collections are kept: HUISHU_DATA_DIR; else, for the program in a folder of its own, 数据
 * beside it where one may write (a stick, not a disc); else a folder 汇数 below `documents`.
 */
export function dataFolder(documents: string): string {
  const own = process.env['HUISHU_DATA_DIR']
  if (own !== undefined && own !== '') return own
  const beside = portableFolder()
  if (beside !== null && isWritable(join(beside, '数据'))) return join(beside, '数据')
  return join(documents, '汇数')
}

/** The folder that holds the whole program and was carried here as one; null for any other way to run it. */
export function portableFolder(): string | null {
  const root = programFolder(import.meta.dirname)
  return existsSync(join(root, 'portable.json')) ? dirname(root) : null
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    // Windows does not tell by the folder's own rights; writing does.
    rmSync(mkdtempSync(join(folder, '.w-')), { recursive: true })
    return true
  } catch {
    return false
  }
}

/** The folder of the whole program around a file or folder of it. */
export function programFolder(from: string): string {
  const above = dirname(from)
  if (existsSync(join(from, 'package.json')) || above === from) return from
  return programFolder(above)
}

import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { compile } from '../../core/service/compile/compile.ts'
import type { CompileJob } from '../../core/service/compile/results.ts'
import { CallError } from '../../shared/result.ts'
import type { Lang } from '../../shared/words/say.ts'
import { faultText } from '../../shared/words/faults.ts'
import { summaryWarningText } from '../../shared/words/summary.ts'
import { outputFolder } from '../files/output-folder.ts'
import { expandPaths } from '../grants.ts'
import { notWrittenText } from './not-written.ts'
import { withWorkspace } from './workspace.ts'
import { tell } from './terminal.ts'

interface Options {
  folder: string
  out: string
  lang: Lang
  progress: boolean
  /** Whether the lists of the workbook hold identity numbers whole; masked when absent. */
  identityNumbers?: boolean
}

/**
 * `compile DIR --out OUT`: a collection folder made into a collection, and its results written into
 * OUT. What could not be used, and what in the summary wants a look, is said on stderr.
 *
 * @throws CallError no-such-file, and what `compile` of the core throws
 */
export async function compileCommand(options: Options): Promise<void> {
  const signal = { cancelled: false }
  const stop = (): void => {
    signal.cancelled = true
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await withWorkspace('memory', async ({ ports }) => {
      const { lang } = options
      const folder = resolve(options.folder)
      if (!(await isFolder(folder))) throw new CallError('no-such-file', { path: options.folder })
      const sources = await expandPaths([folder], folder, signal)
      const summary = await compile(
        ports,
        { sources, title: basename(folder), lang, identities: options.identityNumbers === true },
        outputFolder(resolve(options.out)),
        handleOf(options, signal),
      )
      if (summary === null) return
      for (const warning of summary.warnings) {
        tell(`年度总结 ${summaryWarningText(lang, warning, summary)}\n`)
      }
    })
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** Progress goes to stderr, when asked for, a line for every percent or so. */
function handleOf(options: Options, signal: { cancelled: boolean }): CompileJob {
  let shown = -1
  return {
    signal,
    faults(found) {
      for (const fault of found) tell(`${faultText(options.lang, fault)}\n`)
    },
    notWritten(school, detail) {
      tell(`${notWrittenText(options.lang, school, detail)}\n`)
    },
    update({ done, total, current }) {
      if (!options.progress || done === undefined) return
      const percent = total === undefined || total === 0 ? done : Math.floor((done / total) * 100)
      if (percent === shown) return
      shown = percent
      const of = total === undefined ? '' : `/${String(total)}`
      tell(`${String(done)}${of} ${current ?? ''}\n`)
    },
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() === true
}

import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import { bookmarkName } from '../../summary/bookmark.ts'
import { paragraphsOf, plainText } from '../../summary/document.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import type { SummaryDocument } from '../../ports.ts'
import { filledSummary } from './quoted.ts'
import type { Years } from './quoted.ts'

/**
 * The finished summary as it is written for Word, each figure under its bookmark.
 *
 * @throws CallError no-such-file when the collection has no summary
 */
export function summaryDocument(years: Years, basis: Basis): SummaryDocument {
  return documentOf(years.collection.config.title, finished(years, basis))
}

/** A filled summary as a document. */
export function documentOf(title: string, filled: FilledSummary): SummaryDocument {
  const names = filled.figures.map(({ form, of, id }, order) => bookmarkName(order, form, id, of))
  return {
    title,
    paragraphs: paragraphsOf(filled).map(({ level, runs }) => ({
      level,
      runs: runs.map(({ text, bold, figure }) => ({
        text,
        bold,
        bookmark: figure === null ? null : (names[figure] ?? null),
      })),
    })),
  }
}

/** The finished summary as plain text: paragraphs indented as on paper, headings alone on their line. Throws as `summaryDocument`. */
export function summaryText(years: Years, basis: Basis): string {
  return plainTextOf(finished(years, basis))
}

/** A filled summary as plain text. */
export function plainTextOf(filled: FilledSummary): string {
  const paragraphs = paragraphsOf(filled)
  const lines = plainText(paragraphs).text.split('\n')
  return `${lines.map((line, at) => (paragraphs[at]?.level === null ? `　　${line}` : line)).join('\n')}\n`
}

function finished(years: Years, basis: Basis): FilledSummary {
  const filled = filledSummary(years, basis)
  if (filled === null) {
    throw new CallError('no-such-file', { path: years.collection.config.summary })
  }
  return filled
}

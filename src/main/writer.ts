import type { Writer } from '../core/ports.ts'
import type { ReadingThreads } from './workbook/reader.ts'

/**
 * Writes what leaves the program. The libraries for it are loaded with the first file written:
 * most starts write none, and they take a quarter of a second and 30 MB.
 *
 * @param threads open what came from schools once more, to send it back
 */
export function createWriter(threads: Pick<ReadingThreads, 'queryBook'>): Writer {
  return {
    async consolidated(...given) {
      const { writeConsolidated } = await import('./workbook/consolidated.ts')
      await writeConsolidated(...given)
    },
    async shown(...given) {
      const { writeShown } = await import('./workbook/shown.ts')
      await writeShown(...given)
    },
    async picture(...given) {
      const { writePicture } = await import('./document/picture.ts')
      await writePicture(...given)
    },
    async lists(...given) {
      const { writeLists } = await import('./workbook/lists.ts')
      await writeLists(...given)
    },
    async queries(...given) {
      const { writeQueries } = await import('./workbook/queries/write-queries.ts')
      return writeQueries(threads, ...given)
    },
    async blanks(...given) {
      const { writeBlanks } = await import('./workbook/blanks/write-blanks.ts')
      return writeBlanks(...given)
    },
    async madeForm(...given) {
      const { writeMadeForm } = await import('./workbook/made-form.ts')
      await writeMadeForm(...given)
    },
    async summary(...given) {
      const { writeSummary } = await import('./document/summary-docx.ts')
      await writeSummary(...given)
    },
    async comments(...given) {
      const { writeComments } = await import('./document/comments/write-comments.ts')
      return writeComments(...given)
    },
    async text(...given) {
      const { writeText } = await import('./document/plain-text.ts')
      await writeText(...given)
    },
    async packed(...given) {
      const { writePacked } = await import('./files/packed.ts')
      await writePacked(...given)
    },
    async evidence(...given) {
      const { writeEvidencePack } = await import('./files/evidence.ts')
      await writeEvidencePack(...given)
    },
  }
}

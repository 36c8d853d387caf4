import type { Lack } from '../../shared/lack.ts'
import type { FigureForm } from './placeholders.ts'
import type { Span } from './sentences.ts'

/** A figure quoted in the finished text. */
export interface QuotedFigure extends Span {
  id: string
  form: FigureForm
  /** How many years, or which, where the form says so. */
  of: number | null
  text: string
  lack: Lack | null
  /** The years that are wanting, or broken, where that is why. */
  years?: string
  /** Index of the sentence it stands in. */
  sentence: number
  /** Where its placeholder starts in the text with placeholders, in code points. */
  source: number
}

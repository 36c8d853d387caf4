/** What is wrong with the text of an expression, and where (character from 0). */
export interface SyntaxFault {
  at: number
  code: SyntaxCode
  params: Record<string, string | number>
}

export const SYNTAX_CODES = [
  'strange-character',
  'quote-open',
  'form-expected',
  'bracket-expected',
  'bad-address',
  'range-outside-function',
  'unknown-function',
  'argument-count',
  'closing-expected',
  'value-expected',
  'left-over',
  'unknown-form',
  'unknown-row',
  'unknown-column',
  'unknown-attribute',
  'unknown-field',
  'field-twice',
  'too-long',
  'too-deep',
  'too-many-digits',
  'too-many-factors',
  'no-comparison',
] as const
export type SyntaxCode = (typeof SYNTAX_CODES)[number]

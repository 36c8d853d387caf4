import { LineCounter, parseDocument } from 'yaml'
import type { Document, ErrorCode } from 'yaml'

/** A text in YAML, or what is wrong with it and where; lines and columns count from 1. */
export type YamlText =
  | { ok: true; document: Document.Parsed; lines: LineCounter; plain: () => unknown }
  | {
      ok: false
      line: number
      column: number
      code: ErrorCode | 'TOO_LONG' | 'ALIASES'
      detail: string
    }

/** Far beyond any list of rules; a text of this size is no list any more. */
const MOST_CHARACTERS = 2_000_000
/** How far aliases may unfold. */
const MOST_ALIASES = 100

/**
 * Reads a text that a person wrote as YAML. It never throws: a text that cannot be used must not
 * keep anything else from working. Nesting without end, aliases that unfold into more and more or
 * into themselves, and a text without measure are faults like any other.
 */
export function readYaml(text: string): YamlText {
  const broken = (
    code: Extract<YamlText, { ok: false }>['code'],
    detail: string,
    line = 1,
    column = 1,
  ): YamlText => ({ ok: false, line, column, code, detail })
  if (text.length > MOST_CHARACTERS)
    return broken('TOO_LONG', `文本过长（${String(text.length)} 字）`)
  const lines = new LineCounter()
  // What is odd is a finding, nothing for the console.
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' })
  const [fault] = document.errors
  if (fault !== undefined) {
    const { line = 1, col = 1 } = fault.linePos?.[0] ?? {}
    return broken(fault.code, yamlDetail(fault), line, col)
  }
  const plain = plainOf(document)
  return plain === null
    ? broken('ALIASES', '引用（*）过多或成环')
    : { ok: true, document, lines, plain: () => plain.value }
}

/** What is wrong where the reader of YAML says it in words that no statistician has. */
const DETAILS: Partial<Record<ErrorCode, string>> = {
  RESOURCE_EXHAUSTION: '括号或缩进套得太深',
  MULTIPLE_DOCS: '有几段用 --- 分开的内容，只能有一段',
}

/** What a fault of the reader of YAML is, in one line. */
export function yamlDetail({ code, message }: { code: ErrorCode; message: string }): string {
  return DETAILS[code] ?? message.split('\n')[0] ?? ''
}

type Broken = Extract<YamlText, { ok: false }>

/** What is wrong with a text that is no YAML, as persons' texts go (shared/words/rules.ts). */
export type YamlProblem = 'bad-yaml' | 'bad-indent' | 'tab-indent' | 'quote-open' | 'double-key'

const PROBLEMS: Partial<Record<Broken['code'], YamlProblem>> = {
  BAD_INDENT: 'bad-indent',
  TAB_AS_INDENT: 'tab-indent',
  MISSING_CHAR: 'quote-open',
  DUPLICATE_KEY: 'double-key',
}

export function yamlProblem({ code }: Pick<Broken, 'code'>): YamlProblem {
  return PROBLEMS[code] ?? 'bad-yaml'
}

/** The document as plain values; null where its aliases unfold without end. */
function plainOf(document: Document.Parsed): { value: unknown } | null {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    // An alias to what holds it makes a ring, which nobody could walk through.
    JSON.stringify(value)
    return { value }
  } catch {
    return null
  }
}

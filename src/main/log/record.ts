import type { LogLevel } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { framesOf } from './frames.ts'

/** One line of the log. */
export interface LogRecord {
  /** ISO time. */
  time: string
  level: LogLevel
  /** Version of the program. */
  version: string
  /** Part of the program, in its own words ("job import"). */
  where: string
  /** Code of the error ("cannot-write", "ENOSPC"), else its kind ("TypeError"). */
  code: string
  /** Where it was thrown, the innermost first; what it was caused by follows after "caused by". */
  stack: string[]
}

/** How many causes of causes are followed. */
const MOST_CAUSES = 4

/**
 * What the log keeps of an error: its code and where it happened. Messages and parameters are left
 * out altogether, since they quote figures, names and paths.
 *
 * @param error whatever was thrown
 */
export function codeAndStack(error: unknown): Pick<LogRecord, 'code' | 'stack'> {
  const stack: string[] = []
  let one = error
  for (let depth = 0; depth < MOST_CAUSES && isObject(one); depth += 1) {
    if (depth > 0) stack.push(`caused by ${codeOf(one)}`)
    stack.push(...framesOf(withoutMessage(one)))
    one = one['cause']
  }
  return { code: codeOf(error), stack }
}

/** A part's name in plain words; what is no plain word is left out. */
export function plainWhere(where: string): string {
  return /^[A-Za-z][A-Za-z -]{0,59}$/u.test(where) ? where : 'elsewhere'
}

function codeOf(error: unknown): string {
  if (error instanceof CallError) return error.code
  if (!isObject(error)) return typeof error
  const code = textOf(error, 'code')
  if (/^[A-Z][A-Z_]{2,40}$/u.test(code)) return code
  const name = textOf(error, 'name')
  return /^[A-Z][A-Za-z]{1,40}$/u.test(name) ? name : 'Error'
}

/** A stack begins with the message, which may itself look like frames. */
function withoutMessage(error: Record<string, unknown>): string {
  const [stack, message] = [textOf(error, 'stack'), textOf(error, 'message')]
  const at = message === '' ? -1 : stack.indexOf(message)
  return at === -1 ? stack : stack.slice(at + message.length)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOf(value: Record<string, unknown>, key: string): string {
  const text = value[key]
  return typeof text === 'string' ? text : ''
}

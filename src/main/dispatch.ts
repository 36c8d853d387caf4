import { isDeepStrictEqual } from 'node:util'
import type { Log } from '../core/ports.ts'
import type { Api, Method } from '../shared/api.ts'
import { CallError, type Result } from '../shared/result.ts'
import { checkArgs, isMethod } from '../shared/schema.ts'

export interface DispatchOptions {
  /** Tests: fail with `internal` when arguments or value would not survive the trip through JSON. */
  strict?: boolean
  /** Keeps the stacks of what went wrong; the answer has none. */
  log: Pick<Log, 'write'>
}

/**
 * The one way into the service, for every host: known method, right arguments, then the call.
 * Never throws; whatever goes wrong comes back as an error in the Result.
 *
 * @param method what came over the wire, anything at all
 * @param args what came over the wire, anything at all
 */
export async function dispatch(
  service: Api,
  method: unknown,
  args: unknown,
  options: DispatchOptions,
): Promise<Result<unknown>> {
  try {
    if (!isMethod(method)) throw new CallError('unknown-method', { method: shown(method) })
    const checked = checkArgs(method, args)
    if (!checked.ok) throw new CallError('bad-arguments', { where: checked.where.slice(0, 200) })
    if (options.strict) assertJson(checked.args, `arguments of ${method}`)
    const value = await invoke(service, method, checked.args)
    if (options.strict) assertJson(value, `value of ${method}`)
    return { ok: true, value }
  } catch (error) {
    const where = isMethod(method) ? `call ${method}` : 'call'
    options.log.write(error instanceof CallError ? 'warning' : 'error', where, error)
    return { ok: false, error: errorOf(error) }
  }
}

function invoke(service: Api, method: Method, args: unknown): Promise<unknown> {
  const call = service[method] as (args: unknown) => Promise<unknown>
  return call.call(service, args)
}

/** A CallError keeps its code; of anything else only a short message goes out, never a stack or a path. */
function errorOf(error: unknown): { code: CallError['code']; params: CallError['params'] } {
  if (error instanceof CallError) return { code: error.code, params: error.params }
  const message = error instanceof Error ? error.message : 'unknown'
  const first = message.split('\n')[0] ?? ''
  return { code: 'internal', params: { message: withoutPaths(first).slice(0, 200) } }
}

/** Paths tell about the machine and its people; the interface has no use for them. */
function withoutPaths(message: string): string {
  return message.replace(/(?:[A-Za-z]:\\|\\\\|\/)(?:[^\s'"\\/]+[\\/])+/gu, '…/')
}

function shown(method: unknown): string {
  return typeof method === 'string' ? method.slice(0, 60) : typeof method
}

function assertJson(value: unknown, what: string): void {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined || !isDeepStrictEqual(JSON.parse(text), value))
    throw new Error(`${what} does not survive JSON`)
}

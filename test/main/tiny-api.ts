import type { Api, Method } from '../../src/shared/api.ts'
import { CallError } from '../../src/shared/result.ts'
import { clientOver } from '../../src/shared/schema.ts'

/** A small Api for hosts: it answers some methods with plain values and fails in each way a service can. */
export function tinyApi(): Api & { calls: { method: Method; args: unknown }[] } {
  const calls: { method: Method; args: unknown }[] = []
  const answers: Partial<Record<Method, (args: unknown) => unknown>> = {
    about: () => ({ version: '0', host: 'memory', dataFolder: '', collections: [], open: null }),
    schools: () => [],
    setPerson: (args) => args,
    overview: () => {
      throw new CallError('no-collection')
    },
    ledger: () => {
      throw new Error("ENOENT: no such file, open '/home/someone/secret/a.huishu'\n    at x.ts:1")
    },
    totals: () => [{ when: new Date(0), gone: undefined }],
    undo: () => {
      // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- the host must survive it
      throw null
    },
  }
  const call = async (method: Method, args: unknown): Promise<unknown> => {
    calls.push({ method, args })
    const answer = answers[method]
    if (answer === undefined) throw new CallError('no-collection')
    return answer(args)
  }
  return { ...clientOver(call), calls }
}

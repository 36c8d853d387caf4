import type { Api } from '../../shared/api.ts'
import { CallError } from '../../shared/result.ts'
import { clientOver } from '../../shared/schema.ts'
import type { Host } from './bridge.ts'

/** The typed Api over a bridge. A refused call rejects with CallError. */
export function apiOver(host: Host): Api {
  return clientOver(async (method, args) => {
    const result = await host.call(method, args)
    if (result.ok) return result.value
    throw new CallError(result.error.code, result.error.params)
  })
}

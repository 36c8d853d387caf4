import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createService } from '../../src/core/service/service.ts'
import { dispatch } from '../../src/main/dispatch.ts'
import { places } from '../../src/main/places.ts'
import { createPorts, type HostPorts } from '../../src/main/ports.ts'
import { startWebHost } from '../../src/main/web.ts'
import { TOKEN_HEADER } from '../../src/shared/host.ts'
import { keptLog } from '../support/kept-log.ts'
import type { Result } from '../../src/shared/result.ts'

/** One way to the real service. Each has a service and a data folder of its own. */
export interface Transport {
  call(method: string, args: unknown): Promise<Result<unknown>>
  ports: HostPorts
  close(): Promise<void>
}

type Service = ReturnType<typeof createService>

async function inProcess(service: Service) {
  return {
    call: (method: string, args: unknown) =>
      dispatch(service, method, args, { strict: true, log: keptLog() }),
    end: () => Promise.resolve(),
  }
}

/** As Electron carries it: arguments and result are cloned, not written as JSON. */
async function fakeIpc(service: Service) {
  return {
    call: async (method: string, args: unknown) =>
      structuredClone(
        await dispatch(service, method, structuredClone(args), { strict: true, log: keptLog() }),
      ),
    end: () => Promise.resolve(),
  }
}

async function overHttp(service: Service, ports: HostPorts, folder: string) {
  writeFileSync(join(folder, 'index.html'), '')
  const served = {
    service,
    grants: ports.grants,
    rendererFolder: folder,
    strict: true,
    log: ports.log,
  }
  const host = await startWebHost(served)
  const url = new URL(host.url)
  return {
    call: async (method: string, args: unknown) => {
      const answer = await fetch(`${url.origin}/api/${method}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: url.origin,
          [TOKEN_HEADER]: url.hash.replace('#token=', ''),
        },
        body: JSON.stringify(args),
      })
      return (await answer.json()) as Result<unknown>
    },
    end: () => host.close(),
  }
}

export const TRANSPORTS = { 'in process': inProcess, HTTP: overHttp, IPC: fakeIpc } as const

/** Opens one with everything real behind it. */
export async function openTransport(name: keyof typeof TRANSPORTS): Promise<Transport> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-contract-'))
  const place = { ...places(), host: 'memory' as const, dataFolder: join(folder, 'data') }
  const ports = createPorts(place)
  const service = createService(ports)
  const { call, end } = await TRANSPORTS[name](service, ports, folder)
  return {
    call,
    ports,
    async close() {
      await end()
      service.close()
      await ports.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The same value with what differs from run to run taken out: grants, times, this machine's folders. */
export function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll(/\b[0-9a-f]{32}\b/gu, 'GRANT')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, 'TIME')
      .replaceAll(/huishu-contract-\w+/gu, 'FOLDER'),
  ) as unknown
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ROUTES } from '../shared/host.ts'
import { CallError } from '../shared/result.ts'
import type { DispatchOptions } from './dispatch.ts'
import { BodyTooLarge } from './http/body.ts'
import { enter, type Entrance } from './http/enter.ts'
import { newToken, refusal, type Door } from './http/guard.ts'
import * as routes from './http/routes.ts'

export interface WebHostOptions extends Omit<routes.Served, 'dispatch'> {
  log: DispatchOptions['log']
  /** 0 takes any free port. */
  port?: number
  /** Lets further starts of the program in; none without it. */
  entrance?: Entrance
  /** Tests: see DispatchOptions.strict. */
  strict?: boolean
}

export interface WebHost {
  /** Address with the token behind "#": whoever has it, has the data. */
  url: string
  /** How long nobody has asked for anything, in milliseconds; 0 while something is answered. */
  quiet(): number
  close(): Promise<void>
}

/**
 * Serves the interface to a browser on this machine only: 127.0.0.1, a new token for each run,
 * no foreign Host or Origin, no CORS. Rejects when the port is taken.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const served: Serving = {
    ...options,
    dispatch: { strict: options.strict ?? false, log: options.log },
  }
  const door = { host: '', url: '', token: newToken() }
  let open = 0
  let last = performance.now()
  // Looked for each second: what is looked for rarely is cut late.
  const server = createServer({ connectionsCheckingInterval: 1_000 }, (request, response) => {
    open += 1
    response.once('close', () => {
      open -= 1
      last = performance.now()
    })
    void answer(served, door, request, response)
  })
  // A page that stays open all day keeps its connection; one that sends half a header does not.
  server.headersTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  door.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  door.url = `http://${door.host}/#token=${door.token}`
  return {
    url: door.url,
    quiet: () => (open > 0 ? 0 : performance.now() - last),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Serving = routes.Served & { entrance?: Entrance }
type Entered = Door & { url: string }

/** One request; whatever happens, it gets an answer and the host goes on. */
async function answer(
  served: Serving,
  door: Entered,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await route(served, door, request, response)
  } catch (error) {
    if (response.headersSent) response.destroy()
    else if (error instanceof BodyTooLarge) routes.sendError(response, 413)
    else if (error instanceof CallError) routes.sendError(response, 400, error.code, error.params)
    else routes.sendError(response, 500)
    // A page that is closed in the middle of its request is no fault of the program.
    const gone = error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    if (!(error instanceof CallError || error instanceof BodyTooLarge || gone))
      served.dispatch.log.write('error', 'web host', error)
  }
}

async function route(
  served: Serving,
  door: Entered,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const to = routes.target(request)
  if (to === null) return routes.sendError(response, 404)
  if (to.path === ROUTES.enter) return enter(served.entrance, door, request, response)
  const page = routes.isPage(to.path)
  const status = refusal(request, door, page)
  if (status !== null) return routes.sendError(response, status)
  if (page) return routes.sendAsset(served, to.path, response)
  const post = request.method === 'POST'
  if (post && to.path.startsWith(ROUTES.api)) {
    return routes.call(served, to.path, request, response)
  }
  if (post && to.path === ROUTES.upload) return routes.upload(served, to.query, request, response)
  if (!post && to.path.startsWith(ROUTES.download)) {
    return routes.download(served, to.path, response)
  }
  return routes.sendError(response, 405)
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGrants, type HostGrants } from '../../src/main/grants.ts'
import type { Entrance } from '../../src/main/http/enter.ts'
import { startWebHost } from '../../src/main/web.ts'
import { keptLog } from '../support/kept-log.ts'
import { tinyApi } from './tiny-api.ts'

export interface Asked {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A running web host with what a page of its own would know. */
export interface WebSession {
  root: string
  grants: HostGrants
  api: ReturnType<typeof tinyApi>
  host: string
  token: string
  /** Headers of the page's own calls. */
  own: Record<string, string>
  /** Sends exactly these headers and this path, as no browser's page could. */
  send(asked: Asked): Promise<Answered>
  close(): Promise<void>
}

/** Starts the real host over a small Api, with a renderer folder of two files. */
export async function webSession(entrance?: Entrance): Promise<WebSession> {
  const root = mkdtempSync(join(tmpdir(), 'huishu-web-'))
  const rendererFolder = join(root, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), 'page __CSP_NONCE__')
  writeFileSync(join(root, 'secret.txt'), 'secret')
  const grants = createGrants({ dataFolder: join(root, 'data'), sampleFolder: root })
  const api = tinyApi()
  const web = await startWebHost({
    service: api,
    grants,
    log: keptLog(),
    rendererFolder,
    strict: true,
    ...(entrance && { entrance }),
  })
  const url = new URL(web.url)
  const token = url.hash.replace('#token=', '')
  return {
    root,
    grants,
    api,
    host: url.host,
    token,
    own: {
      host: url.host,
      origin: `http://${url.host}`,
      'x-huishu-token': token,
      'content-type': 'application/json',
    },
    send: (asked) => send(Number(url.port), asked),
    async close() {
      await web.close()
      grants.close()
      rmSync(root, { recursive: true })
    },
  }
}

function send(port: number, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path, headers } = asked
    const request = ask(
      { host: '127.0.0.1', port, method, path, ...(headers && { headers }) },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(asked.body)
  })
}

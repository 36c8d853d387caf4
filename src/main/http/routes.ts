import { createReadStream } from 'node:fs'
import { stat, utimes } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ROUTES } from '../../shared/host.ts'
import { CallError } from '../../shared/result.ts'
import { isMethod } from '../../shared/schema.ts'
import type { Api } from '../../shared/api.ts'
import { asset, safeHeaders } from '../assets.ts'
import { dispatch, type DispatchOptions } from '../dispatch.ts'
import { safePlace } from '../files/names.ts'
import { copyWhole } from '../files/whole.ts'
import type { HostGrants } from '../grants.ts'
import { fileBody, MOST_JSON, MOST_UPLOAD, textBody } from './body.ts'
import { declares } from './guard.ts'

/** What the routes serve. */
export interface Served {
  service: Api
  grants: HostGrants
  rendererFolder: string
  dispatch: DispatchOptions
}

/** The path as sent, still encoded, and the query. Null for a target that is no path of ours. */
export function target(request: IncomingMessage): { path: string; query: URLSearchParams } | null {
  const url = request.url ?? ''
  if (!url.startsWith('/')) return null
  const [path = '', query = ''] = url.split('?', 2)
  return { path, query: new URLSearchParams(query) }
}

/** Whether a path is the page's own file rather than a call. */
export function isPage(path: string): boolean {
  const calls = path.startsWith(ROUTES.api) || path === ROUTES.upload || path === ROUTES.enter
  return !calls && !path.startsWith(ROUTES.download)
}

/** A renderer file. */
export async function sendAsset(served: Served, path: string, response: ServerResponse) {
  const answer = await asset(served.rendererFolder, path)
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

/** POST /api/<method>: always a Result; 404 for an unknown method, 403 for a body a form could send. */
export async function call(
  served: Served,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const method = path.slice(ROUTES.api.length)
  if (!isMethod(method)) return sendError(response, 404, 'unknown-method', { method: '?' })
  if (!declares(request, 'application/json')) return sendError(response, 403)
  const args = parsed(await textBody(request, MOST_JSON))
  if (args === undefined) return sendError(response, 400, 'bad-arguments', { where: 'JSON' })
  sendJson(response, 200, await dispatch(served.service, method, args.value, served.dispatch))
}

/** POST /upload?name=: keeps the bytes for this session and answers with a grant on them. */
export async function upload(
  served: Served,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!declares(request, 'application/octet-stream')) return sendError(response, 403)
  const place = safePlace((query.get('name') ?? '').slice(0, 1_000))
  const folder = served.grants.scratch()
  const received = join(folder, 'received')
  await fileBody(request, received, MOST_UPLOAD)
  await setModified(received, query.get('modified'))
  sendJson(response, 200, { grant: await grantOn(served.grants, received, place) })
}

/** The file keeps the age it had with the person; which return is the later one may hang on it. */
async function setModified(path: string, milliseconds: string | null): Promise<void> {
  const time = /^\d{1,14}$/u.test(milliseconds ?? '') ? new Date(Number(milliseconds)) : null
  if (time !== null) await utimes(path, time, time)
}

/**
 * A collection brought along is kept with the others: working on a copy that goes with the session
 * would lose what is written. Everything else stays in the session's folder.
 */
async function grantOn(grants: HostGrants, received: string, place: string): Promise<string> {
  const name = place.split('/').at(-1) ?? place
  if (name.endsWith('.huishu')) {
    const kept = grants.newCollectionPath(name.slice(0, -'.huishu'.length))
    await copyWhole(received, kept)
    return grants.collectionGrant(kept)
  }
  const [granted] = await grants.give([{ at: received, path: place }])
  if (granted === undefined) throw new CallError('no-such-file', { path: place })
  return granted.grant
}

/** GET /download/<grant>: an export of this session, nothing else. */
export async function download(served: Served, path: string, response: ServerResponse) {
  const output = served.grants.output(path.slice(ROUTES.download.length))
  const info = output === null ? null : await stat(output.path).catch(() => null)
  if (output === null || info === null) return sendError(response, 404, 'no-such-grant')
  response.writeHead(200, {
    ...safeHeaders(),
    'content-type': 'application/octet-stream',
    'content-length': info.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(output.name)}`,
  })
  await pipeline(createReadStream(output.path), response)
}

/** An error as a Result, so that the page has words for it. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: CallError['code'] = 'internal',
  params: CallError['params'] = { message: `HTTP ${status}` },
) {
  // The rest of a body that is not wanted is not read either.
  response.setHeader('connection', 'close')
  sendJson(response, status, { ok: false, error: { code, params } })
}

/** An answer in JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown) {
  const headers = { ...safeHeaders(), 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(status, headers).end(JSON.stringify(value))
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

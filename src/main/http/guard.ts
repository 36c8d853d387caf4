import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { TOKEN_HEADER } from '../../shared/host.ts'

/** A new secret for one run of the web host: 32 random bytes, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its duration how much was right. */
export function sameToken(given: unknown, token: string): boolean {
  if (typeof given !== 'string') return false
  return timingSafeEqual(hash(given), hash(token))
}

/** Who may ask: the host's own name, own origin and token. */
export interface Door {
  /** `127.0.0.1:<port>`, exactly as the browser sends it. */
  host: string
  token: string
}

/**
 * Why a request is turned away, as an HTTP status; null when it may pass.
 *
 * - 421: another name than ours in Host, as when a foreign name was pointed at 127.0.0.1
 * - 405: a method we have no use for
 * - 403: a POST from another page, or one that a form could send
 * - 401: no token or a wrong one; the page's own files need none, they are no secret
 */
export function refusal(request: IncomingMessage, door: Door, page: boolean): number | null {
  const { headers, method } = request
  if (headers.host !== door.host) return 421
  if (method !== 'GET' && method !== 'POST') return 405
  if (page) return method === 'GET' ? null : 405
  const origin = headers.origin
  if (method === 'POST' && origin !== `http://${door.host}`) return 403
  // A GET of the page itself carries no Origin; one that carries another is somebody else's.
  if (method === 'GET' && origin !== undefined && origin !== `http://${door.host}`) return 403
  if (!sameToken(headers[TOKEN_HEADER], door.token)) return 401
  return null
}

/** Whether the body is declared as `type`; parameters such as a charset are allowed. */
export function declares(request: IncomingMessage, type: string): boolean {
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return given === type
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { KEY_HEADER } from '../../shared/host.ts'
import { MOST_JSON, textBody } from './body.ts'
import { declares, sameToken } from './guard.ts'
import { sendError, sendJson } from './routes.ts'

/** What lets further starts of the program in. */
export interface Entrance {
  /** Known to programs of this person only; never to a page. */
  key: string
  /** Opens a collection by its path; why it could not, in words, or "". */
  open(file: string): Promise<string>
}

const wish = z.object({ file: z.string().max(32_000).nullable() })

/**
 * POST /enter: a second start hands its file over and gets the address, with the token, for a window
 * of its own. A page always sends an Origin with a POST, a program none.
 */
export async function enter(
  entrance: Entrance | undefined,
  door: { host: string; url: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method } = request
  if (headers.host !== door.host) return sendError(response, 421)
  if (entrance === undefined) return sendError(response, 404)
  if (method !== 'POST') return sendError(response, 405)
  if (headers.origin !== undefined) return sendError(response, 403)
  if (!sameToken(headers[KEY_HEADER], entrance.key)) return sendError(response, 401)
  if (!declares(request, 'application/json')) return sendError(response, 403)
  const { file } = wish.parse(JSON.parse(await textBody(request, MOST_JSON)))
  const error = file === null ? '' : await entrance.open(file)
  sendJson(response, 200, { url: door.url, error })
}

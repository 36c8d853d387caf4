import type { DatabaseSync } from 'node:sqlite'
import { createHash } from 'node:crypto'
import type { Anchor, Trouble, Verification } from '../../shared/verify.ts'
import { hashOf, namesIn } from './holding.ts'
import type { Holding } from './holding.ts'
import { sealOf } from './ledger.ts'
import { unsqueeze } from './packing.ts'
import { isEmptied, removedBy } from './removed.ts'

/**
 * Holds a collection against its chain, and the chain against anchors kept elsewhere. Stops after
 * each file, so that others get their turn; what is written meanwhile is as it should be.
 *
 * @returns at its end what was found; every trouble by name
 */
export function* verified(
  db: DatabaseSync,
  holding: Holding,
  anchors: readonly Anchor[],
): Generator<void, Verification> {
  const seals = db
    .prepare('SELECT id, body, seal FROM ledger ORDER BY id')
    .all()
    .map((row) => ({ body: String(row['body']), seal: String(row['seal']) }))
  const ledger = brokenLine(seals)
  yield
  const chain = chainTroubles(holding, seals)
  yield
  const names = namesIn(db)
  const ends = chain.length === 0 ? endTroubles(db, names.size > 0) : []
  const stated = new Map(holding.links().flatMap(({ link }) => Object.entries(link?.holds ?? {})))
  const held: Trouble[] = []
  if (stated.size > 0)
    for (const name of new Set([...stated.keys(), ...names])) {
      // Asked anew: it may have been written meanwhile.
      const known = latest(holding, name, stated.get(name))
      const now = hashOf(db, name)
      if (now === known) continue
      const kind = now === '' ? 'gone' : known === undefined || known === '' ? 'added' : 'altered'
      held.push(trouble(kind, nameOf(db, name)))
      yield
    }
  const bytes: Trouble[] = []
  // What a line says was removed is not there, and that is as it should be.
  const gone = removedBy(seals.map(({ body }) => body))
  const removed: string[] = []
  let files = 0
  for (const { sha256, what } of blobsOf(db)) {
    files += 1
    if (gone.has(sha256) && isEmptied(dataOf(db, sha256))) removed.push(what)
    else if (!isWhole(db, sha256)) bytes.push(trouble('bytes', what))
    yield
  }
  const { links, head } = holding.head()
  const troubles = [
    ...ledger,
    ...chain,
    ...ends,
    ...held,
    ...bytes,
    ...anchorTroubles(holding, anchors),
  ]
  return { lines: seals.length, links, head, files, anchors: anchors.length, removed, troubles }
}

function brokenLine(seals: readonly { body: string; seal: string }[]): Trouble[] {
  let before = ''
  for (const [at, { body, seal }] of seals.entries()) {
    if (sealOf(before, body) !== seal) return [trouble('line', String(at + 1))]
    before = seal
  }
  return []
}

function chainTroubles(holding: Holding, seals: readonly { seal: string }[]): Trouble[] {
  const links = holding.links()
  const broken = links.find(({ fits, link, id }, at) => !fits || link === null || id !== at + 1)
  if (broken !== undefined) return [trouble('link', String(broken.id))]
  for (const { link } of links) {
    if (link === null || link.lines === 0) continue
    const seal = seals[link.lines - 1]?.seal
    if (seal === undefined) return [trouble('cut', String(link.lines))]
    if (seal !== link.ledger) return [trouble('rewritten', String(link.lines))]
  }
  const last = links.at(-1)?.link
  return last && seals.length > last.lines ? [trouble('unsealed', String(last.lines + 1))] : []
}

/**
 * The database itself counts what was ever put into a table, and whoever takes rows away seldom thinks of it;
 * and a collection that holds anything has a chain.
 *
 * @param holds whether the collection holds anything
 */
function endTroubles(db: DatabaseSync, holds: boolean): Trouble[] {
  const found: Trouble[] = []
  for (const table of ['ledger', 'holding']) {
    const last = Number(db.prepare(`SELECT max(id) AS n FROM ${table}`).get()?.['n'] ?? 0)
    const put = db.prepare('SELECT seq AS n FROM sqlite_sequence WHERE name = ?').get(table)
    const ever = Number(put?.['n'] ?? 0)
    if (last !== ever) found.push(trouble('cut', String(Math.max(last, ever))))
    else if (table === 'holding' && last === 0 && holds) found.push(trouble('cut', '1'))
  }
  return found
}

function anchorTroubles(holding: Holding, anchors: readonly Anchor[]): Trouble[] {
  const links = holding.links()
  return anchors.flatMap(({ links: count, head, where }) => {
    if (count === 0) return []
    const seal = links[count - 1]?.seal
    if (seal === undefined) return [{ ...trouble('cut', String(count)), by: where }]
    return seal === head ? [] : [{ ...trouble('rewritten', String(count)), by: where }]
  })
}

/** What the chain says of a name last. */
function latest(holding: Holding, name: string, before: string | undefined): string | undefined {
  return holding.said(name) ?? before
}

function* blobsOf(db: DatabaseSync): Generator<{ sha256: string; what: string }> {
  yield* db
    .prepare(
      'SELECT sha256, min(what) AS what FROM (SELECT sha256, path AS what FROM file UNION ALL SELECT sha256, name FROM asset) GROUP BY sha256',
    )
    .all()
    .map((row) => ({ sha256: String(row['sha256']), what: String(row['what']) }))
}

function dataOf(db: DatabaseSync, sha256: string): unknown {
  return db.prepare('SELECT data FROM blob WHERE sha256 = ?').get(sha256)?.['data']
}

function isWhole(db: DatabaseSync, sha256: string): boolean {
  try {
    const bytes = unsqueeze(dataOf(db, sha256) as Uint8Array)
    return createHash('sha256').update(bytes).digest('hex') === sha256
  } catch {
    return false
  }
}

/** A name as people know it: a received file by its path. */
function nameOf(db: DatabaseSync, name: string): string {
  if (!name.startsWith('file:')) return name
  const row = db.prepare('SELECT path FROM file WHERE id = ?').get(Number(name.slice(5)))
  return row === undefined ? name : `file:${String(row['path'])}`
}

function trouble(kind: Trouble['kind'], what: string): Trouble {
  return { kind, what, by: '' }
}

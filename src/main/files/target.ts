import { basename } from 'node:path'
import { CallError } from '../../shared/result.ts'
import { APPLICATION_ID } from '../store/schema.ts'
import { readHeader } from '../store/header.ts'
import { belongsToOpen } from '../store/open-here.ts'

/**
 * Nothing is written over a collection, open or not: an export that takes its name would be the
 * end of the work in it.
 *
 * @throws CallError over-collection
 */
export function refuseCollection(target: string): void {
  // Asked first: an open one must not even be looked into.
  if (belongsToOpen(target)) throw new CallError('over-collection', { path: basename(target) })
  const header = readHeader(target)
  if (header.kind === 'sqlite' && header.applicationId === APPLICATION_ID)
    throw new CallError('over-collection', { path: basename(target) })
}

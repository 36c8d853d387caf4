import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Collection } from '../../core/collection/collection.ts'
import { joinedCollection } from '../../core/service/collections/join.ts'
import { conflictsIn } from '../../core/service/collections/join-conflicts.ts'
import type { Store } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { conflictLine, joinLines } from '../../shared/words/join.ts'
import type { Lang } from '../../shared/words/say.ts'
import { oneLine, print } from './terminal.ts'
import { withWorkspace } from './workspace.ts'

/**
 * `join A B --out C`: two files of one collection that were worked on apart, as one; says what each
 * had alone, and a line for each matter of which they say different things.
 *
 * @throws CallError not-one-collection, join-unlike, join-newer, collection-exists, those of opening a collection
 */
export async function joinCommand(options: {
  first: string
  second: string
  out: string
  lang: Lang
}): Promise<void> {
  const { lang } = options
  const paths = [options.first, options.second].map((path) => {
    if (!existsSync(path)) throw new CallError('no-such-file', { path })
    return resolve(path)
  })
  const lines = await withWorkspace('memory', async ({ ports }) => {
    const open: Store[] = []
    try {
      // A file held against itself is one with itself.
      for (const path of new Set(paths)) open.push(await ports.stores.openOrLook(path))
      const [first, second = first] = open
      if (first === undefined || second === undefined) return []
      const name = (store: Store): string => basename(store.path)
      const { store, found } = await joinedCollection(
        ports,
        [
          { store: first, name: name(first) },
          { store: second, name: name(second) },
        ],
        resolve(options.out),
      )
      open.push(store)
      const conflicts = conflictsIn(new Collection(store)).map((one) => conflictLine(lang, one))
      return [...joinLines(lang, found), ...conflicts]
    } finally {
      for (const store of open) store.close()
    }
  })
  print(lines.map((line) => `${oneLine(line)}\n`).join(''))
}

import { resolve } from 'node:path'
import { incompleteText } from '../../shared/words/incomplete.ts'
import type { Lang } from '../../shared/words/say.ts'
import { copyCollection } from '../store/copy-collection.ts'
import { tell } from './terminal.ts'

/**
 * `copy WORKSPACE --out FILE`: a whole copy of a collection, also while another process has it open.
 *
 * @throws CallError those of opening a collection, `over-collection`, `cannot-write`
 */
export async function copyCommand(options: {
  workspace: string
  out: string
  lang: Lang
}): Promise<void> {
  const lacking = await copyCollection(resolve(options.workspace), resolve(options.out))
  if (lacking !== null) tell(`${incompleteText(options.lang, lacking)}\n`)
}

import type { BackupDifference, BackupRow } from '../../../shared/backups.ts'
import type { LedgerEntry } from '../../../shared/ledger.ts'
import { saidByEnd } from '../../collection/said-entry.ts'
import type { CellValue } from '../../collection/cells.ts'
import type { Collection } from '../../collection/collection.ts'

/** So many entries and cells are told one by one. */
const TOLD = 200

/** What a backup has otherwise than the collection as it is now. */
export function backupDifference(
  now: Collection,
  then: Collection,
  backup: BackupRow,
): BackupDifference {
  const common = commonLines(now, then)
  const [lacking, more] = [now, then].map((one) => one.ledger.entries.slice(common))
  const said = (collection: Collection, entries: typeof lacking = []): LedgerEntry[] =>
    entries
      .slice(-TOLD)
      .toReversed()
      .map((entry) => saidByEnd(collection, entry))
  const kept = new Set(then.storedFiles().map(({ path, sha256 }) => `${path}\n${sha256}`))
  const cells = differingCells(now, then)
  return {
    backup,
    lacking: said(now, lacking),
    more: said(then, more),
    lackingCount: lacking?.length ?? 0,
    moreCount: more?.length ?? 0,
    files: now
      .storedFiles()
      .flatMap(({ path, sha256 }) => (kept.has(`${path}\n${sha256}`) ? [] : [path])),
    cells: cells.slice(0, TOLD),
    cellCount: cells.length,
  }
}

/** How many lines both ledgers begin with. */
function commonLines(now: Collection, then: Collection): number {
  const [a, b] = [now.ledger.entries, then.ledger.entries]
  const text = ({ id, at, person, kind, reason, payload }: (typeof a)[number]): string =>
    JSON.stringify([id, at, person, kind, reason, payload])
  const other = a.findIndex((entry, at) => b[at] === undefined || text(entry) !== text(b[at]))
  return other === -1 ? a.length : other
}

function differingCells(now: Collection, then: Collection): BackupDifference['cells'] {
  const known = new Map(then.schools.map((school) => [school.id, school]))
  return now.schools.flatMap((school) =>
    now.forms.flatMap((form) => {
      const addresses = now.index.addressesOf(form)
      return now.itemsOf(school, form).flatMap((index) => {
        const item = addresses[index] ?? ''
        const place = then.index.place(item)
        const before: CellValue =
          place === null || !known.has(school.id)
            ? { value: '', state: 'missing' }
            : then.adopted(school.id, place.form, place.index)
        const after = now.adopted(school.id, form, index)
        if (before.value === after.value) return []
        return [
          { school: school.id, name: school.name, item, now: after.value, backup: before.value },
        ]
      })
    }),
  )
}

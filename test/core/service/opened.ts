import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { addressOf } from '../../../src/core/forms/form-index.ts'
import { Collection } from '../../../src/core/collection/collection.ts'
import type { Store } from '../../../src/core/ports.ts'
import type { CollectionConfig } from '../../../src/core/model/collection.ts'
import type { Form, School } from '../../../src/shared/model.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { tempFolder } from '../../main/store/temp.ts'
import { CONFIG, FORMS, received } from '../intake/files.ts'
import type { Sent } from '../intake/files.ts'
import { school } from '../intake/returned.ts'

const SCHOOLS = [
  school('s1', '石门小学', { attributes: { 乡镇: '石门镇', 城乡代码: '112' } }),
  school('s2', '双桥小学', { attributes: { 乡镇: '双桥镇', 城乡代码: '122' } }),
  school('s3', '东风小学', { attributes: { 乡镇: '石门镇', 城乡代码: '220' } }),
  school('s4', '青山教学点', {
    active: false,
    status: '停办',
    attributes: { 乡镇: '青山乡', 城乡代码: '220' },
  }),
]

export interface Opened {
  collection: Collection
  /** Receives a return, as an import does. */
  receive(sent: Sent): void
  /** Corrects a cell, as the service does. */
  adopt(school: string, item: string, to: string | null, returned: string): void
}

/** A collection in a real file of a folder of its own. */
export function open(
  more: { schools?: School[]; forms?: Form[]; config?: Partial<CollectionConfig> } = {},
): Opened {
  const store: Store = stores.create(join(tempFolder(), 'x.huishu'))
  onTestFinished(() => store.close())
  store.setConfig({ ...CONFIG, dimensions: ['乡镇'], ...more.config })
  store.setForms(more.forms ?? FORMS)
  store.setSchools(more.schools ?? SCHOOLS)
  const collection = new Collection(store)
  const plain = { at: '2025-09-21T08:00:00Z', person: '统计员', of: [] }
  return {
    collection,
    receive(sent) {
      const bytes = new TextEncoder().encode(sent.bytes ?? sent.path)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const { id: _, ...file } = { ...received(0, sent), sha256 }
      collection.addFile(store.addFile(file, bytes))
      collection.refresh()
    },
    adopt(id, item, to, returned) {
      const changes = [{ school: id, item, from: '', to, returned }]
      store.append({ ...plain, kind: 'adopt', reason: '电话核实', payload: { changes } })
      collection.refreshLedger()
    },
  }
}

/** The value of an item on both bases: "returned → adopted", states in words where no number. */
export function cell({ collection }: Opened, id: string, address: string): string {
  const form = collection.forms.find((one) => address.startsWith(`${one.id}[`))
  const index = form?.items.findIndex((item) => addressOf(form, item) === address) ?? -1
  if (form === undefined || index < 0) return 'no item'
  const said = (one: { value: string; state: string }): string =>
    one.state === 'number' ? one.value : one.state
  const [returned, adopted] = [
    collection.returned(id, form, index),
    collection.adopted(id, form, index),
  ].map(said)
  return `${returned ?? ''} → ${adopted ?? ''}`
}

import type { TextRole } from '../../shared/texts.ts'
import { CallError } from '../../shared/result.ts'
import type { Collection } from './collection.ts'
import { utf8Bytes } from '../model/utf8-text.ts'
import type { Reader } from '../ports.ts'

/** Texts that are YAML; the summary is read line by line. */
const YAML: readonly TextRole[] = ['rules', 'indicators', 'lists', 'screening']

/** Throws CallError text-too-large for a text that cannot be taken apart within the limits. */
export async function textInLimits(reader: Reader, role: TextRole, text: string): Promise<void> {
  if (!YAML.includes(role)) return
  const detail = await reader.yamlLimit(utf8Bytes(text), `${role}.yaml`)
  if (detail !== null) throw new CallError('text-too-large', { path: `${role}.yaml`, detail })
}

/** The same for all texts of a collection that came from elsewhere: they are taken apart whenever it is looked at. */
export async function textsInLimits(reader: Reader, collection: Collection): Promise<void> {
  for (const role of YAML) {
    const text = collection.text(role)
    if (text !== null) await textInLimits(reader, role, text)
  }
}

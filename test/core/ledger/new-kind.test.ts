import { expect, it } from 'vitest'
import { z } from 'zod'
import { readLedger, undoTarget } from '../../../src/core/collection/ledger-state.ts'
import { saidEntry } from '../../../src/core/collection/said-entry.ts'
import { defineKind } from '../../../src/core/ledger/kind.ts'
import { KINDS } from '../../../src/core/ledger/kinds.ts'
import { readLine } from '../../../src/core/ledger/read-line.ts'
import { registryOf } from '../../../src/core/ledger/registry.ts'
import { touchesOf } from '../../../src/core/ledger/touches.ts'
import { entryText } from '../../../src/shared/words/entries.ts'
import { open } from '../service/opened.ts'

/** What a file in core/ledger/kinds would hold … */
const remark = defineKind({
  kind: 'remark',
  payload: z.strictObject({ file: z.number(), text: z.string() }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    state.withdrawn.set(payload.file, payload.text)
  },
  touches: ({ file }) => [{ what: 'file', file }],
  words: ({ text }) => ({ key: 'remark', params: { text } }),
  goesTo: ({ file }) => ({ kind: 'file', file }),
})
/** … and the line in kinds.ts. */
const registry = registryOf([...KINDS, remark])

it('a new kind is one definition and one line: read, applied, undone, said, gone to, derived', () => {
  const at = { at: 't', person: '甲', reason: '', of: [] }
  const body = { ...at, kind: 'remark', payload: { file: 3, text: '缺页' } }
  const back = { ...at, kind: 'withdraw', payload: { entry: 1, by: 'undo' } }
  const stored = [readLine(1, body, registry), readLine(2, back, registry)]
  const [entry] = stored
  if (entry === undefined) throw new Error('no entry')

  const ledger = readLedger([entry], registry)
  expect([...ledger.withdrawn]).toEqual([[3, '缺页']])
  expect(undoTarget(ledger.entries, registry)?.id).toBe(1)
  expect([...readLedger(stored, registry).withdrawn]).toEqual([])
  expect(
    stored.flatMap((one) => touchesOf(stored, one, registry)).map(({ touch }) => touch),
  ).toEqual([
    { what: 'file', file: 3 },
    { what: 'file', file: 3 },
  ])

  const { collection } = open()
  collection.ledger = ledger
  const said = saidEntry(collection, { ...entry, active: true }, registry)
  expect(said).toMatchObject({ kind: 'remark', listed: true, goesTo: { kind: 'file', file: 3 } })
  // Until it has a sentence in words/entries.ts it is shown by its word.
  expect(entryText('zh', said.says)).toBe('remark 缺页')
})

it('two kinds of one word are a mistake', () => {
  expect(() => registryOf([remark, remark])).toThrow(TypeError)
})

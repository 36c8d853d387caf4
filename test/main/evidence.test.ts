import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { writeFiles } from '../support/write-files.ts'
import { callCli } from './run-cli.ts'
import type { Ended } from './run-cli.ts'

/** An evidence pack of a made county, checked by its own scripts, and again after each kind of tampering. */
const folder = mkdtempSync(join(tmpdir(), 'huishu-evidence-'))
const env = { HUISHU_DATA_DIR: join(folder, 'data') }
let pack: Record<string, Uint8Array> = {}
let made: Ended | null = null

const PYTHON = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0)
const SCRIPTS: [string, string[]][] = [
  ['verify.mjs', [process.execPath]],
  ...(PYTHON === undefined ? [] : [['verify.py', [PYTHON]] satisfies [string, string[]]]),
]

beforeAll(async () => {
  const { files } = await county({ seed: 31, schools: 6, mess: true })
  writeFiles(join(folder, 'in'), files)
  const out = join(folder, 'out')
  await callCli(['compile', join(folder, 'in'), '--out', out], env)
  const collection = readdirSync(out).find((name) => name.endsWith('.huishu')) ?? ''
  const zip = join(folder, '依据包.zip')
  made = await callCli(['export', join(out, collection), '--evidence', '--out', zip], env)
  pack = unzipSync(new Uint8Array(readFileSync(zip)))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script over the pack as changed, in a folder of its own. */
function checked(
  [script, command]: (typeof SCRIPTS)[number],
  change: (files: Record<string, Uint8Array>) => void = () => undefined,
): { status: number | null; out: string } {
  const at = mkdtempSync(join(folder, '核对 '))
  const files = { ...pack }
  change(files)
  writeFiles(at, Object.entries(files))
  const [program = '', ...rest] = command
  const ran = spawnSync(program, [...rest, join(at, script)], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  return { status: ran.status, out: ran.stdout + ran.stderr }
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const bytes = (said: string): Uint8Array => new TextEncoder().encode(said)

it('holds the workbook, the values, the ledger, the received files, both calculators’ totals and the scripts', () => {
  expect(made).toMatchObject({ code: 0, err: '' })
  const names = Object.keys(pack)
  for (const name of [
    '汇总表.xlsx',
    'values.csv',
    'totals.csv',
    'recount.json',
    'quoted.json',
    'ledger.txt',
    'ledger.jsonl',
    'received.csv',
    'manifest.json',
    'verify.mjs',
    'verify.py',
    '说明.txt',
  ])
    expect(names).toContain(name)
  expect(names.filter((name) => name.startsWith('received/')).length).toBeGreaterThan(5)
  const { differences } = JSON.parse(text(pack['recount.json'])) as { differences: unknown[] }
  expect(differences).toEqual([])
})

describe.each(SCRIPTS)('%s', (script, command) => {
  const run = (change?: (files: Record<string, Uint8Array>) => void) =>
    checked([script, command], change)

  it('finds a pack as it was made right, with totals compared in the workbook', () => {
    const { status, out } = run()
    expect([status, out.split('\n')[0]]).toEqual([0, expect.stringContaining('✓ 全部相符')])
    expect(Number(/(\d+) 个与汇总表相比/u.exec(out)?.[1])).toBeGreaterThan(100)
  })

  it.each<[string, (files: Record<string, Uint8Array>) => void, RegExp]>([
    [
      'a received file altered',
      (files) => {
        const name = Object.keys(files).find((one) => one.startsWith('received/')) ?? ''
        files[name] = bytes('altered')
      },
      /被改动 altered: received\/|received file/u,
    ],
    ['a file taken out', (files) => delete files['quoted.json'], /missing: quoted.json/u],
    ['a file put in', (files) => void (files['x.txt'] = bytes('x')), /not in the manifest: x.txt/u],
    [
      'a line of the ledger altered',
      (files) =>
        void (files['ledger.jsonl'] = bytes(
          text(files['ledger.jsonl']).replace(/\d{4}-\d\d-\d\dT/u, '1999-01-01T'),
        )),
      /seal of entry 1/u,
    ],
    [
      'a value altered',
      (files) =>
        void (files['values.csv'] = bytes(
          text(files['values.csv']).replace(/,(\d+),(\d+),number,/u, ',$1,9$2,number,'),
        )),
      /合计不符 total/u,
    ],
    [
      'a total altered, the manifest made to fit',
      (files) => {
        const said = text(files['totals.csv']).replace(/,(\d+),(\d+)\n/u, ',9$1,9$2\n')
        files['totals.csv'] = bytes(said)
        files['manifest.json'] = bytes(refitted(text(files['manifest.json']), 'totals.csv', said))
      },
      /合计不符 total/u,
    ],
    [
      'two received files exchanged, their hashes too',
      (files) => {
        const [a = '', b = ''] = Object.keys(files).filter((one) => one.startsWith('received/'))
        const [first, second] = [files[a], files[b]]
        if (first === undefined || second === undefined) throw new Error('too few files')
        Object.assign(files, { [a]: second, [b]: first })
        files['manifest.json'] = bytes(
          refitted(refitted(text(files['manifest.json']), a, second), b, first),
        )
      },
      /与登记不符 received file/u,
    ],
    [
      'the last line of the ledger cut off, the manifest’s hash made to fit',
      (files) => {
        const said = text(files['ledger.jsonl']).replace(/[^\n]+\n$/u, '')
        files['ledger.jsonl'] = bytes(said)
        files['manifest.json'] = bytes(refitted(text(files['manifest.json']), 'ledger.jsonl', said))
      },
      /end of the ledger/u,
    ],
    [
      'a line cut out of the ledger’s middle, the manifest’s hash made to fit',
      (files) => {
        const lines = text(files['ledger.jsonl']).split('\n')
        const said = lines.toSpliced(1, 1).join('\n')
        files['ledger.jsonl'] = bytes(said)
        files['manifest.json'] = bytes(refitted(text(files['manifest.json']), 'ledger.jsonl', said))
      },
      /seal of entry 2/u,
    ],
    [
      'a figure of a school altered in the workbook, its hash made to fit',
      (files) => {
        const made = withOtherFigure(files['汇总表.xlsx'])
        files['汇总表.xlsx'] = made
        files['manifest.json'] = bytes(refitted(text(files['manifest.json']), '汇总表.xlsx', made))
      },
      /汇总表与数据不符 workbook/u,
    ],
    ['no manifest', (files) => delete files['manifest.json'], /cannot be checked/u],
    [
      'a workbook that is none',
      (files) => void (files['汇总表.xlsx'] = bytes('x')),
      /汇总表\.xlsx/u,
    ],
  ])('notices %s', (_what, change, said) => {
    const { status, out } = run(change)
    expect(status).toBe(1)
    expect(out).toMatch(said)
  })
})

/** The workbook with a school's figure, the last of a list sheet, one digit longer. */
function withOtherFigure(workbook: Uint8Array | undefined): Uint8Array {
  const parts = unzipSync(workbook ?? new Uint8Array())
  const links = text(parts['xl/_rels/workbook.xml.rels'])
  for (const [, id = ''] of text(parts['xl/workbook.xml']).matchAll(
    /<sheet [^>]*name="明细_[^>]*r:id="([^"]+)"/gu,
  )) {
    const link = [...links.matchAll(/<Relationship [^>]*>/gu)].find(([one]) =>
      one.includes(`Id="${id}"`),
    )
    const part = `xl/${/Target="([^"]+)"/u.exec(link?.[0] ?? '')?.[1] ?? ''}`
    const sheet = text(parts[part])
    const figure = [...sheet.matchAll(/<c r="[A-Z]+\d+"(?: s="\d+")?><v>(?=[1-9]\d*<)/gu)].at(-1)
    if (figure === undefined) continue
    const at = figure.index + figure[0].length
    return zipSync({ ...parts, [part]: bytes(`${sheet.slice(0, at)}9${sheet.slice(at)}`) })
  }
  throw new Error('no figure in the workbook')
}

/** The manifest with the hash of a file as it is now. */
function refitted(manifest: string, name: string, content: string | Uint8Array): string {
  const said = JSON.parse(manifest) as { files: Record<string, string> }
  const hash = createHash('sha256').update(content).digest('hex')
  return JSON.stringify({ ...said, files: { ...said.files, [name]: hash } })
}

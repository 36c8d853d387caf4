#!/usr/bin/env node
// Checks an evidence pack with Node's standard library only: node verify.mjs [FOLDER]
//
// 1. every file is there with the hash in manifest.json, and none besides;
// 2. the ledger's seals fit, and every received file stands in it with its hash;
// 3. every total is the sum of the single values, and both calculators agree with it;
// 4. the workbook's list sheets (明细_) add up to the same totals.
// Prints one line a fault; the last line says how it went. Exit code 0 when nothing was found.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const root = resolve(process.argv[2] ?? import.meta.dirname)
const faults = []
const say = (line) => process.stdout.write(`${line}\n`)
const fault = (text) => {
  faults.push(text)
  say(`✗ ${text}`)
}
const read = (name) => readFileSync(join(root, ...name.split('/')))
const sha256 = (data) => createHash('sha256').update(data).digest('hex')

/** Lines of a CSV as RFC 4180 writes it, by their headings. */
function rows(name) {
  const text = read(name).toString('utf8')
  const lines = []
  let line = []
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text[at + 1] === '"') field += text[(at += 1)]
      else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === ',') {
      line.push(field)
      field = ''
    } else if (sign === '\n') {
      lines.push([...line, field.replace(/\r$/, '')])
      line = []
      field = ''
    } else field += sign
  }
  if (field !== '' || line.length > 0) lines.push([...line, field])
  const [headings = [], ...rest] = lines
  return rest.map((one) =>
    Object.fromEntries(headings.map((heading, at) => [heading, one[at] ?? ''])),
  )
}

/** A plain decimal as an integer of 10^-30; null for what is none. */
const SCALE = 30
function number(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text ?? '')
  if (!found) return null
  const [, sign, whole, part = '', power = '0'] = found
  const digits = BigInt(whole + part)
  const shift = SCALE - part.length + Number(power)
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift)
  return sign === '-' ? -value : value
}
const shown = (value) => (value === undefined ? '—' : String(Number(value) / 10 ** SCALE))

function namesIn(folder, before = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? namesIn(join(folder, entry.name), `${before}${entry.name}/`)
      : [`${before}${entry.name}`],
  )
}

function checkFiles(manifest) {
  const there = new Set(namesIn('.'))
  for (const [name, wanted] of Object.entries(manifest.files)) {
    if (!there.has(name)) fault(`文件缺失 missing: ${name}`)
    else if (sha256(read(name)) !== wanted) fault(`文件被改动 altered: ${name}`)
  }
  for (const name of there)
    if (name !== 'manifest.json' && !Object.hasOwn(manifest.files, name))
      fault(`多出的文件 not in the manifest: ${name}`)
}

function checkLedger(manifest) {
  const received = new Set()
  let before = ''
  let count = 0
  // Lines of earlier versions do not say which bytes they speak of.
  let told = true
  for (const line of read('ledger.jsonl').toString('utf8').split('\n')) {
    if (line === '') continue
    const { body, seal } = JSON.parse(line)
    count += 1
    if (sha256(`${before}\n${body}`) !== seal) fault(`操作记录封签不符 seal of entry ${count}`)
    before = seal
    const { of } = JSON.parse(body)
    told &&= of !== undefined
    for (const one of of ?? []) if (one.what === 'bytes') received.add(one.sha256)
  }
  if (count !== manifest.ledger.lines || before !== manifest.ledger.seal)
    fault('操作记录末尾与清单不符 end of the ledger')
  for (const row of rows('received.csv')) {
    // What holds personal data is there masked, or was removed: its hash stands in the ledger only.
    if (row.instead === '' && sha256(read(row.file)) !== row.sha256)
      fault(`收到的文件与登记不符 received file: ${row.path}`)
    else if (told && !received.has(row.sha256))
      fault(`操作记录中没有收到此文件 not in the ledger: ${row.path}`)
  }
  return count
}

function checkTotals(totals) {
  const items = new Set(totals.map((row) => row.item))
  const sums = new Map()
  for (const row of rows('values.csv')) {
    const value = items.has(row.item) ? number(row.adopted) : null
    if (value !== null) sums.set(row.item, (sums.get(row.item) ?? 0n) + value)
  }
  for (const row of totals)
    for (const who of ['program', 'recount'])
      if ((sums.get(row.item) ?? 0n) !== (number(row[who]) ?? 0n))
        fault(`合计不符 total ${row.item}: ${who} ${row[who]}, ${shown(sums.get(row.item))}`)
  return sums
}

/** Members of a zip by their central directory (PKWARE APPNOTE 4.3.12). */
function unzip(bytes) {
  let end = bytes.length - 22
  while (end >= 0 && bytes.readUInt32LE(end) !== 0x06054b50) end -= 1
  if (end < 0) throw new Error('no zip')
  const members = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    const from = bytes.readUInt32LE(at + 42)
    const begin = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20))
    const method = bytes.readUInt16LE(at + 10)
    members.set(bytes.toString('utf8', at + 46, at + 46 + name), () =>
      (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
    )
    at += 46 + name + extra + comment
  }
  return (name) => members.get(name)?.()
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, digits, name) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16))
      : (ENTITIES[name] ?? ''),
  )
const attribute = (tag, name) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
const textIn = (xml) =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => plain(text)).join('')

function checkWorkbook(totals, sums) {
  const wanted = new Set(totals.map((row) => row.item))
  const member = unzip(read('汇总表.xlsx'))
  const links = new Map(
    [...member('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const texts = [...(member('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, xml]) => textIn(xml),
  )
  let compared = 0
  for (const [tag] of member('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (!name.startsWith('明细_')) continue
    const target = links.get(attribute(tag, 'r:id')) ?? ''
    const xml = member(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? ''
    const found = new Map()
    let codes = null
    for (const [, row] of xml.matchAll(/<row\s[^>]*>(.*?)<\/row>/gs)) {
      const cells = new Map()
      for (const [, tag2, inner = ''] of row.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const type = attribute(tag2, 't')
        const value = plain(/<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '')
        const text =
          type === 's' ? (texts[Number(value)] ?? '') : type === 'inlineStr' ? textIn(inner) : value
        const number2 = type === '' || type === 'n'
        cells.set(attribute(tag2, 'r').replace(/\d/g, ''), {
          text,
          number: number2 && value !== '',
        })
      }
      if (codes === null) {
        const heads = [...cells].filter(([, { text }]) => /^\[[^[\]]+,[^[\]]+\]$/.test(text))
        if (heads.length > 0)
          codes = heads.map(([column, { text }]) => [column, name.slice(3) + text])
        continue
      }
      for (const [column, item] of codes) {
        const cell = cells.get(column)
        if (cell?.number) found.set(item, (found.get(item) ?? 0n) + (number(cell.text) ?? 0n))
      }
    }
    for (const [, item] of codes ?? []) {
      if (!wanted.has(item)) continue
      compared += 1
      const off = (found.get(item) ?? 0n) - (sums.get(item) ?? 0n)
      if (off > 10n ** 21n || off < -(10n ** 21n))
        fault(
          `汇总表与数据不符 workbook ${item}: ${shown(found.get(item))}, ${shown(sums.get(item))}`,
        )
    }
  }
  if (wanted.size > 0 && compared === 0)
    fault('汇总表中没有可比的明细 nothing to compare in the workbook')
  return compared
}

try {
  const manifest = JSON.parse(read('manifest.json').toString('utf8'))
  checkFiles(manifest)
  const lines = checkLedger(manifest)
  const totals = rows('totals.csv')
  const compared = checkWorkbook(totals, checkTotals(totals))
  const said = `${Object.keys(manifest.files).length} 个文件，${lines} 条记录，${totals.length} 个合计，${compared} 个与汇总表相比`
  say((faults.length === 0 ? '✓ 全部相符 all as it says: ' : `共 ${faults.length} 处不符: `) + said)
} catch (error) {
  fault(`无法核对 cannot be checked: ${String(error)}`)
}
process.exitCode = faults.length === 0 ? 0 : 1

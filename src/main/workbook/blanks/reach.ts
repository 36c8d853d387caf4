import { repacked } from '../../zip/repack.ts'
import { decodeXml } from '../ooxml/xml.ts'
import { relationshipsPart } from '../ooxml/relationships.ts'
import { Zip } from '../package.ts'

/** Functions that start something or fetch something, and those that work out a text as a formula. */
const REACHING =
  /\b(?:WEBSERVICE|HYPERLINK|CALL|EXEC|RUN|REGISTER(?:\.ID)?|UNREGISTER|RTD|DDE|DDEREQUEST|INITIATE|POKE|EXECUTE|FOPEN|SQL\.REQUEST|FILTERXML|IMAGE|IMPORTDATA|EVALUATE|PY|STOCKHISTORY|CUBE\w+)\s*\(/iu

/**
 * Whether a formula of a blank reaches beyond the workbook: another file, another program, the network.
 * A blank's own checks are wide and stay, so this asks for what is known to reach, unlike what is asked of a
 * school's formulas.
 */
function reaches(formula: string): boolean {
  const code = formula.replaceAll(/"(?:[^"]|"")*"/gu, '""')
  if (REACHING.test(code) || /[[\]|]|\\\\|\bfile:|https?:/iu.test(code)) return true
  // A place put together out of texts may lie in another file.
  return /\bINDIRECT\s*\(/iu.test(code) && /[[\]|]|\\\\|:\/\//u.test(formula)
}

/** Parts that are programs, or sources that a workbook asks anew. */
const LIVE =
  /(?:vbaProject|externalLinks\/|connections\.xml|queryTables\/|activeX\/|embeddings\/|customUI)/iu

/** A workbook that holds a program or a source of its own: it is not copied, but drawn anew from its cells. */
export function isLive(bytes: Uint8Array): boolean {
  return new Zip(bytes).names().some((name) => LIVE.test(name) && !/externalLinks\//iu.test(name))
}

/**
 * A blank workbook without formulas that reach beyond it: in cells (the last result stays), names, conditional
 * formats, validations, links. All else stays to the letter; so does the whole where there is none.
 *
 * @throws Unreadable where a part cannot be unpacked
 */
export function withoutReach(bytes: Uint8Array): Uint8Array {
  const zip = new Zip(bytes)
  const put = new Map<string, Uint8Array>()
  const encoder = new TextEncoder()
  for (const name of zip.names()) {
    const mend = MENDS.find(([part]) => part.test(name))?.[1]
    const part = mend === undefined ? null : zip.part(name)
    if (mend === undefined || part === null) continue
    const xml = decodeXml(part)
    const mended = mend(xml)
    if (mended !== xml) put.set(name, encoder.encode(inUtf8(mended)))
  }
  return put.size === 0 ? bytes : repacked(bytes, put)
}

const MENDS: readonly [RegExp, (xml: string) => string][] = [
  [/^xl\/workbook\.xml$/iu, bookWithout],
  [/^xl\/(?:worksheets|chartsheets|dialogsheets|macrosheets)\/[^/]+\.xml$/iu, sheetWithout],
  [/^xl\/(?:worksheets|drawings|charts)\/_rels\/[^/]+\.rels$/iu, linksWithout],
  [
    new RegExp(`^${relationshipsPart('xl/workbook.xml').replaceAll('.', '\\.')}$`, 'iu'),
    linksWithout,
  ],
]

/** An element with all it holds, whatever prefix it has; also one that is closed at once. */
const element = (name: string): RegExp =>
  new RegExp(
    `<((?:\\w+:)?)${name}\\b(?:[^>"']|"[^"]*"|'[^']*')*?(?:/>|>([\\s\\S]*?)</\\1${name}>)`,
    'gu',
  )

const NAME = element('definedName')
const FORMULA = element('f')
const CONDITIONS = element('conditionalFormatting')
const VALIDATION = element('dataValidation')
const LINKS = element('hyperlinks')
const EXTERNAL = element('externalReferences')
const RELATION = element('Relationship')
const FORMULAS = /<(?:\w+:)?(?:f|formula|formula1|formula2)\b[^>]*>([\s\S]*?)<\//gu

function bookWithout(xml: string): string {
  return dropped(xml, NAME, (_, inner) => reaches(plain(inner)))
    .replaceAll(EXTERNAL, '')
    .replaceAll(/<((?:\w+:)?)definedNames>\s*<\/\1definedNames>/gu, '')
}

function sheetWithout(xml: string): string {
  const holdsOne = (_: string, inner: string): boolean =>
    [...inner.matchAll(FORMULAS)].some(([, formula = '']) => reaches(plain(formula)))
  const cells = dropped(xml, FORMULA, (_, inner) => reaches(plain(inner)))
  const rules = dropped(dropped(cells, CONDITIONS, holdsOne), VALIDATION, holdsOne)
  const links = rules.replaceAll(LINKS, (whole) => (/\br?:?id=/u.test(whole) ? '' : whole))
  return links
    .replaceAll(/(<(?:\w+:)?dataValidations\b[^>]*?)\scount="\d+"/gu, '$1')
    .replaceAll(/<((?:\w+:)?)dataValidations\b[^>]*>\s*<\/\1dataValidations>/gu, '')
}

/** Relations out of the workbook; pictures and what lies inside stay. */
function linksWithout(xml: string): string {
  return dropped(xml, RELATION, (whole) =>
    /TargetMode\s*=\s*["']External["']|relationships\/externalLink["']/u.test(whole),
  )
}

function dropped(
  xml: string,
  what: RegExp,
  isBad: (whole: string, inner: string) => boolean,
): string {
  return xml.replaceAll(what, (whole: string, _prefix: string, inner: string | undefined) =>
    isBad(whole, inner ?? '') ? '' : whole,
  )
}

function plain(xml: string): string {
  return xml
    .replaceAll(
      /&#(?:x([\da-f]+)|(\d+));/giu,
      (whole, hex: string | undefined, digits: string | undefined) => {
        const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function inUtf8(xml: string): string {
  return xml.replace(/^(<\?xml\b[^>]*?)\sencoding=(?:"[^"]*"|'[^']*')/u, '$1 encoding="UTF-8"')
}

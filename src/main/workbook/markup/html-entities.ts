/** Names of the characters from U+00A0 to U+00FF, in their order (HTML 4.01, 24.2). */
const LATIN = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
  sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
  Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc
  Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
  igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave
  uacute ucirc uuml yacute thorn yuml
`
  .trim()
  .split(/\s+/u)

/** Further names (HTML 4.01, 24.3 and 24.4) that tables are written with. */
const SYMBOLS: Record<string, number> = {
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  dagger: 0x2020,
  Dagger: 0x2021,
  bull: 0x2022,
  hellip: 0x2026,
  permil: 0x2030,
  prime: 0x2032,
  Prime: 0x2033,
  lsaquo: 0x2039,
  rsaquo: 0x203a,
  oline: 0x203e,
  euro: 0x20ac,
  trade: 0x2122,
  larr: 0x2190,
  uarr: 0x2191,
  rarr: 0x2192,
  darr: 0x2193,
  harr: 0x2194,
  minus: 0x2212,
  lowast: 0x2217,
  radic: 0x221a,
  infin: 0x221e,
  cap: 0x2229,
  cup: 0x222a,
  asymp: 0x2248,
  ne: 0x2260,
  equiv: 0x2261,
  le: 0x2264,
  ge: 0x2265,
  sum: 0x2211,
  prod: 0x220f,
  loz: 0x25ca,
  OElig: 0x0152,
  oelig: 0x0153,
  Scaron: 0x0160,
  scaron: 0x0161,
  Yuml: 0x0178,
  fnof: 0x0192,
  circ: 0x02c6,
  tilde: 0x02dc,
  alpha: 0x03b1,
  beta: 0x03b2,
  gamma: 0x03b3,
  delta: 0x03b4,
  epsilon: 0x03b5,
  theta: 0x03b8,
  lambda: 0x03bb,
  mu: 0x03bc,
  pi: 0x03c0,
  sigma: 0x03c3,
  phi: 0x03c6,
  omega: 0x03c9,
  Delta: 0x0394,
  Omega: 0x03a9,
  Sigma: 0x03a3,
}

const CHARACTERS = new Map([
  ...LATIN.map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
  ...Object.entries(SYMBOLS).map(([name, code]) => [name, String.fromCodePoint(code)] as const),
])

/**
 * What a text from an "&" on stands for in a web page: the character of a name, its "&" where it
 * is none (R&D).
 *
 * @param body what follows the "&", up to ";" where there is one
 */
export function htmlEntity(body: string): string {
  const known = body.endsWith(';') ? CHARACTERS.get(body.slice(0, -1)) : undefined
  return known ?? `&${body}`
}

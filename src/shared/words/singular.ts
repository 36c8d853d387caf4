/** What sentences count; in each language file they stand in the plural behind a number. */
const NOUNS =
  'schools|cells|rows|columns|figures|files|entries|items|tables|indicators|times|lines|totals|questions|findings|edits|changes|things|rules|reporters|queries|places|forms|explanations|differences|decimals|years|sentences|returns|relations|persons|pages|numbers|names|links|errors|digits|contradictions|cleanings|bytes|units|workbooks|towns|counties|corrections|days|groups|registers|copies|comments|versions|replies|answers|parts|proposals|kinds|lists|words|placeholders|texts|points|packages|books|sheets|blanks'

const VERBS: Record<string, string> = {
  are: 'is',
  were: 'was',
  have: 'has',
  do: 'does',
  differ: 'differs',
  lack: 'lacks',
  hold: 'holds',
  say: 'says',
  stand: 'stands',
  wait: 'waits',
  need: 'needs',
  pass: 'passes',
}

const BEHIND = `((?:(?!of |in |on |at |from |to |by |and |or )[a-z]+ )?)(${NOUNS})\\b(?: (${Object.keys(VERBS).join('|')})\\b)?`
const AFTER_ONE = new RegExp(`(?<![\\p{L}\\d.,/:“-]|\\d )1 ${BEHIND}`, 'gu')
const AFTER_NAME = new RegExp(`\\{(\\w+)\\} ${BEHIND}`, 'gu')

const one = (adjective: string, noun: string, verb: string | undefined): string =>
  `${adjective}${noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.slice(0, -1)}${verb === undefined ? '' : ` ${VERBS[verb] ?? verb}`}`

/** An English sentence that says “1 files were read”, as English is: “1 file was read”. Others stay as they are. */
export function singular(sentence: string): string {
  return sentence.replace(
    AFTER_ONE,
    (_, adjective: string, noun: string, verb?: string) => `1 ${one(adjective, noun, verb)}`,
  )
}

/** The same in a sentence with `{name}`s, before anything is put in: what is put in stays as it was typed. */
export function singularFor(sentence: string, isOne: (name: string) => boolean): string {
  return sentence.replace(
    AFTER_NAME,
    (whole, name: string, adjective: string, noun: string, verb?: string) =>
      isOne(name) ? `{${name}} ${one(adjective, noun, verb)}` : whole,
  )
}

/**
 * Control characters and those that turn the direction of writing: in a name of a file or school they
 * could make a terminal show something else than what is there.
 */
const UNSEEN = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A text as a terminal may show it: what is not seen, or makes others unseen, is U+FFFD. */
export const harmless = (text: string): string => text.replaceAll(UNSEEN, '\ufffd')

/** A field of a line: tabs and line ends are blanks. */
export const oneLine = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ')

/** Results, on stdout. */
export function print(text: string): void {
  process.stdout.write(harmless(text))
}

/** What is said beside the results, on stderr. */
export function tell(text: string): void {
  process.stderr.write(harmless(text))
}

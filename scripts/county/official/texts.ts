import { readFileSync } from 'node:fs'

const NAMES = ['rules.yaml', 'indicators.yaml', 'summary.md'] as const

/** Rules, indicators and the summary's text that go with the official tables, for a county of this name. */
export function officialTexts(county: string): [string, string][] {
  return NAMES.map((name) => {
    const text = readFileSync(new URL(`texts/${name}`, import.meta.url), 'utf8')
    return [name, text.replaceAll('某某县', county)]
  })
}

import { singularFor } from './singular.ts'

export type Lang = 'zh' | 'en'
export type Params = Record<string, string | number>

/**
 * `text` with every `{name}` replaced by that parameter; an unknown name stays visible. In English
 * what is counted stands in the singular after 1.
 */
export function fill(text: string, params: Params): string {
  const isOne = (name: string): boolean =>
    Object.hasOwn(params, name) && String(params[name]) === '1'
  return singularFor(text, isOne).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    return value === undefined ? whole : String(value)
  })
}

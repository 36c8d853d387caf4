export type Lang = 'zh' | 'en'
export type Params = Record<string, string | number>

/** `text` with every `{name}` replaced by that parameter; an unknown name stays visible. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : String(value)
  })
}

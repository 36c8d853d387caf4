export type Lang = 'zh' | 'en'
export type Params = Record<string, string | number>

/** `text` with every `{name}` replaced by that parameter; an unknown name stays visible. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    return value === undefined ? whole : String(value)
  })
}

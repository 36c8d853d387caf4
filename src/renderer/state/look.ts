/** Light or dark. */
export type Look = 'light' | 'dark'

const KEY = 'huishu-look'

/** The look chosen last on this machine; that of the system where none was. */
export function rememberedLook(): Look {
  const kept = localStorage.getItem(KEY)
  if (kept === 'light' || kept === 'dark') return kept
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Shows a look; `keep` where somebody chose it. */
export function showLook(look: Look, keep: boolean): void {
  document.documentElement.dataset['theme'] = look
  if (keep) localStorage.setItem(KEY, look)
}

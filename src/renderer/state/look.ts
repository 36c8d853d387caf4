/** Light or dark. */
export type Look = 'light' | 'dark'

const KEY = 'huishu-look'

/** The look chosen last on this machine; that of the system where none was. */
export function rememberedLook(): Look {
  return chosen() ?? (systemDark().matches ? 'dark' : 'light')
}

/** Tells each change of the system's look, as long as nobody chose one here. */
export function followSystemLook(show: (look: Look) => void): void {
  systemDark().addEventListener('change', ({ matches }) => {
    if (chosen() === null) show(matches ? 'dark' : 'light')
  })
}

function systemDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}

function chosen(): Look | null {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : null
}

/** Shows a look; `keep` where somebody chose it. */
export function showLook(look: Look, keep: boolean): void {
  document.documentElement.dataset['theme'] = look
  if (keep) localStorage.setItem(KEY, look)
}

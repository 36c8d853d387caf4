import type { Lang } from '../../shared/words/say.ts'

const KEY = 'huishu-language'

/** The language chosen last on this machine; Chinese when none was. */
export function rememberedLanguage(): Lang {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
}

export function rememberLanguage(lang: Lang): void {
  localStorage.setItem(KEY, lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

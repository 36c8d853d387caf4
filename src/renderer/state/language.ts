import type { Lang } from '../../shared/words/template.ts'
import { rememberLanguage } from '../words/language.ts'
import type { Desk } from './desk.ts'

/** Speaks a language from now on; the other one when none is named. */
export function speak({ store }: Desk, named?: Lang): void {
  const lang = named ?? (store.get().lang === 'zh' ? 'en' : 'zh')
  rememberLanguage(lang)
  store.set({ lang })
}

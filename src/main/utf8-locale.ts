/**
 * What to set for Chromium where the system's locale knows no Chinese signs: it can then neither open
 * a profile whose path has them (its helpers end over and over, and soon the page stands still) nor
 * read a file of such a name.
 *
 * @returns variables of the environment to add; none where names of every sign are known
 */
export function utf8Locale(env: NodeJS.ProcessEnv, platform: string): Record<string, string> {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  if (platform === 'win32' || /utf-?8/iu.test(locale)) return {}
  return { LC_ALL: '', LANG: locale, LC_CTYPE: 'C.UTF-8' }
}

import { webDarkTheme, webLightTheme } from '@fluentui/react-components'
import type { Theme } from '@fluentui/react-components'
import type { Look } from './state/look.ts'

const fonts =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Segoe UI', sans-serif"

const inOurFonts = (theme: Theme): Theme => ({
  ...theme,
  fontFamilyBase: fonts,
  fontFamilyNumeric: fonts,
})

/** Fluent's themes in the system's Chinese fonts. */
export const THEMES: Record<Look, Theme> = {
  light: inOurFonts(webLightTheme),
  dark: inOurFonts(webDarkTheme),
}

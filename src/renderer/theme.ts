import { webLightTheme } from '@fluentui/react-components'
import type { Theme } from '@fluentui/react-components'

const fonts =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Segoe UI', sans-serif"

/** Fluent's light theme in the system's Chinese fonts. */
export const theme: Theme = { ...webLightTheme, fontFamilyBase: fonts, fontFamilyNumeric: fonts }

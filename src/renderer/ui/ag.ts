import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import { AllCommunityModule, ModuleRegistry, themeQuartz } from 'ag-grid-community'
import type { Theme } from 'ag-grid-community'
import type { Lang } from '../../shared/words/say.ts'

ModuleRegistry.registerModules([AllCommunityModule])

/** Height of a row of figures in pixels. */
const ROW_HEIGHT = 27

/** One look for every grid: close rows, thin lines, headings that do not shout. */
export const gridTheme: Theme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  spacing: 4,
  rowHeight: ROW_HEIGHT,
  headerHeight: 28,
  headerFontSize: 12,
  headerFontWeight: 600,
  headerTextColor: '#424242',
  headerBackgroundColor: '#f5f7f9',
  foregroundColor: '#1b1b1b',
  borderColor: '#dfe3e8',
  columnBorder: true,
  headerColumnBorder: true,
  rowHoverColor: '#f3f8fd',
  accentColor: '#0f6cbd',
  cellHorizontalPadding: 7,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 2,
})

/** AG Grid's own words (filters, pages, screen reader). */
export function gridWords(lang: Lang): Record<string, string> {
  return lang === 'zh' ? AG_GRID_LOCALE_CN : AG_GRID_LOCALE_EN
}

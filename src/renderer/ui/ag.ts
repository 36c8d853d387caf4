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
  headerTextColor: 'var(--ink-soft)',
  headerBackgroundColor: 'var(--paper-soft)',
  foregroundColor: 'var(--ink)',
  backgroundColor: 'var(--paper)',
  borderColor: 'var(--line)',
  columnBorder: true,
  headerColumnBorder: true,
  rowHoverColor: 'var(--paper-soft)',
  accentColor: 'var(--blue)',
  cellHorizontalPadding: 7,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 2,
})

/** AG Grid's own words (filters, pages, screen reader). */
export function gridWords(lang: Lang): Record<string, string> {
  return lang === 'zh' ? AG_GRID_LOCALE_CN : AG_GRID_LOCALE_EN
}

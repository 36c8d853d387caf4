import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { PivotView } from '../../../shared/consolidate.ts'
import { notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import type { PivotShow } from '../../state/consolidate-view.ts'
import { useWords } from '../../state/use-words.ts'
import { figureOf } from './cell-text.ts'

/** Puts the table as it is into the clipboard, for a spreadsheet. */
export function CopyTable({ view, show }: { view: PivotView; show: PivotShow }): ReactNode {
  const desk = useDesk()
  const words = useWords().groups
  const copy = (): void => {
    void navigator.clipboard
      .writeText(tableText(view, show, words.total))
      .then(() => notify(desk, 'success', words.copied))
  }
  return (
    <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={copy}>
      {words.copy}
    </Button>
  )
}

/** Lines of cells set apart by tabs, headings and totals included. */
export function tableText(view: PivotView, show: PivotShow, total: string): string {
  const { rows, columns } = view
  const head = [...rows.dimensions, ...columns.keys.map((key) => key.join(' · ')), total]
  const lines = [...rows.keys, [total, ...rows.dimensions.slice(1).map(() => '')]].map(
    (key, row) => [
      ...key.slice(0, rows.dimensions.length),
      ...(view.cells[row] ?? []).map((cell) => figureOf(cell, show) ?? ''),
    ],
  )
  return [head, ...lines].map((line) => line.join('\t')).join('\n')
}

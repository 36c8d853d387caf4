import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { ImageRegular } from '@fluentui/react-icons'
import type { ReactNode, RefObject } from 'react'
import { attempt, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import { pictureOf, pngOf } from './chart-picture.ts'
import type { Picture, Pictured } from './chart-picture.ts'
import './chart.css'

interface Props {
  /** What the chart is drawn in. */
  box: RefObject<HTMLElement | null>
  about: Pictured
}

/** A chart copied as a picture, or saved as SVG or PNG. */
export function ChartTools({ box, about }: Props): ReactNode {
  const desk = useDesk()
  const words = useWords().chart
  const { startOther } = useExport()
  const picture = (): Picture | null => {
    const chart = box.current?.querySelector<SVGSVGElement>('.recharts-wrapper > svg')
    return chart ? pictureOf(chart, { ...about, notes: [...about.notes, sourceOf()] }) : null
  }
  const sourceOf = (): string => {
    const { overview, basis } = desk.store.get()
    return [overview?.title ?? '', words.basis[basis]].filter((part) => part !== '').join(' · ')
  }
  const copy = (): void => {
    const made = picture()
    if (!made) return
    void attempt(desk, async () => {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(made) })])
      notify(desk, 'success', words.copied)
    })
  }
  const save = (kind: 'svg' | 'png'): void => {
    const made = picture()
    if (!made) return
    startOther(async () =>
      desk.api.exportPicture({
        name: about.title,
        kind,
        content: kind === 'svg' ? made.svg : await base64Of(await pngOf(made)),
      }),
    )
  }
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.picture} relationship="label">
          <Button size="small" appearance="subtle" icon={<ImageRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={copy}>{words.copy}</MenuItem>
          <MenuItem onClick={() => save('png')}>{words.save.png}</MenuItem>
          <MenuItem onClick={() => save('svg')}>{words.save.svg}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

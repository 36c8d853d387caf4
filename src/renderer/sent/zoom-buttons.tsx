import { Button } from '@fluentui/react-components'
import { ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import { clampZoom } from './geometry.ts'

/** Larger, smaller, as wide as the window. */
export function ZoomButtons(props: {
  zoom: number
  fitted: boolean
  onZoom: (zoom: number | null) => void
}): ReactNode {
  const words = useWords().sent
  const { zoom, fitted, onZoom } = props
  return (
    <span className="sent-zoom">
      <Button
        size="small"
        appearance="subtle"
        icon={<ZoomOutRegular />}
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => onZoom(clampZoom(zoom - 0.1))}
      />
      <span className="figures">{Math.round(zoom * 100)}%</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<ZoomInRegular />}
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => onZoom(clampZoom(zoom + 0.1))}
      />
      <Button size="small" appearance="subtle" disabled={fitted} onClick={() => onZoom(null)}>
        {words.fit}
      </Button>
    </span>
  )
}

import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDesk } from '../state/context.tsx'
import { closeLayer } from '../state/open.ts'
import './layer-bar.css'

/** The bar above what lies over a screen: the way back, what it is, and what else belongs there. */
export function LayerBar(props: { back: string; title: string; children?: ReactNode }): ReactNode {
  const desk = useDesk()
  return (
    <header className="sent-bar">
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        onClick={() => closeLayer(desk)}
      >
        {props.back}
      </Button>
      <strong>{props.title}</strong>
      {props.children}
    </header>
  )
}

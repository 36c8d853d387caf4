import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import { droppedFiles } from '../host/dropped.ts'
import { attempt } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import './drop-target.css'

interface Props {
  label: string
  /** Called with a way to hand the files to the program, and how many there are. */
  onFiles: (grant: () => Promise<GrantedFile[]>, count: number) => void
  children: ReactNode
}

/** Makes everything inside a place to drop files, folders and zips on. */
export function DropTarget({ label, onFiles, children }: Props): ReactNode {
  const desk = useDesk()
  const [over, setOver] = useState(false)
  // Entering a child fires before leaving its parent; only the balance tells whether the pointer is inside.
  const depth = useRef(0)

  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  const enter = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    // What is dropped on a part of the window is that part's, and not the window's too.
    event.stopPropagation()
    depth.current += 1
    setOver(true)
  }
  const leave = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.stopPropagation()
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setOver(false)
  }
  const allow = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.stopPropagation()
    event.preventDefault()
  }
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.stopPropagation()
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const walked = droppedFiles(event.dataTransfer, desk.host.kind)
    void attempt(desk, async () => {
      const files = await walked
      if (files.length > 0) onFiles(() => desk.host.drop(files), files.length)
    })
  }

  return (
    <div
      className="drop-target"
      role="presentation"
      onDragEnter={enter}
      onDragLeave={leave}
      onDragOver={allow}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-veil">
          <ArrowDownloadRegular fontSize={48} />
          <p>{label}</p>
        </div>
      )}
    </div>
  )
}

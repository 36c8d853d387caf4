import type { ReactNode } from 'react'
import { Writing } from './writing.tsx'
import './summary.css'

/** 总结: the annual summary being written. */
export function SummaryScreen(): ReactNode {
  return (
    <div className="summary">
      <Writing />
    </div>
  )
}

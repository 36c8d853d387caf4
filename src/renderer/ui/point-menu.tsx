import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import './point-menu.css'

/** A line of a menu; null draws a rule between lines. */
export type MenuLine = {
  label: string
  /** The key that does the same, as written on key caps. */
  keys?: string
  disabled?: boolean
  run: () => void
} | null

interface Props {
  /** Where it opens, in page pixels. */
  at: { x: number; y: number }
  label: string
  lines: readonly MenuLine[]
  onClose: () => void
}

/** A menu at the pointer or under the cell with the keyboard. */
export function PointMenu({ at, label, lines, onClose }: Props): ReactNode {
  const target = {
    getBoundingClientRect: () => ({
      x: at.x,
      y: at.y,
      left: at.x,
      top: at.y,
      right: at.x,
      bottom: at.y,
      width: 0,
      height: 0,
    }),
  }
  return (
    <Menu
      open
      onOpenChange={(_, data) => {
        if (!data.open) onClose()
      }}
      // Beside the pointer it is moved up as far as it must be to stay in the window.
      positioning={{ target, position: 'after', align: 'top', overflowBoundaryPadding: 4 }}
    >
      <MenuPopover className="point-menu">
        <MenuList aria-label={label}>
          {lines.map((line, at) =>
            line === null ? (
              // A rule is nothing but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <MenuDivider key={`rule ${at}`} />
            ) : (
              <MenuItem
                key={line.label}
                disabled={line.disabled === true}
                {...(line.keys !== undefined && { secondaryContent: line.keys })}
                onClick={line.run}
              >
                {line.label}
              </MenuItem>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

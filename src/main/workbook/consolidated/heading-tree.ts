import { linesIn } from './text.ts'

/** A heading and the block of cells it covers; levels and columns counted from 0, ends included. */
export interface Heading {
  text: string
  top: number
  bottom: number
  left: number
  right: number
}

/**
 * The headings over columns whose paths are given: equal parts side by side under the same parent
 * become one heading, and a path shorter than the others reaches down to the last level.
 *
 * @param paths per column, from the top down, none empty
 */
export function headingTree(paths: string[][]): { headings: Heading[]; depth: number } {
  const depth = paths.reduce((deepest, path) => Math.max(deepest, path.length), 1)
  const headings: Heading[] = []
  for (let level = 0; level < depth; level++) {
    let open: Heading | undefined
    paths.forEach((path, column) => {
      if (level >= path.length) {
        open = undefined
        return
      }
      const leaf = level === path.length - 1
      const before = paths[column - 1]
      const same =
        !leaf &&
        before !== undefined &&
        level < before.length - 1 &&
        path.slice(0, level + 1).every((part, index) => part === before[index])
      if (same && open !== undefined) {
        open.right = column
        return
      }
      open = {
        text: path[level] ?? '',
        top: level,
        bottom: leaf ? depth - 1 : level,
        left: column,
        right: column,
      }
      headings.push(open)
    })
  }
  return { headings, depth }
}

const LINE = 13.5
const TALLEST = 110

/** Heights in points of the levels, so that every heading can be read in full. */
export function headingHeights(headings: Heading[], depth: number, widths: number[]): number[] {
  const heights = Array.from({ length: depth }, () => LINE + 5)
  for (const heading of headings) {
    let width = 0
    for (let column = heading.left; column <= heading.right; column++) width += widths[column] ?? 0
    const needed = Math.min(TALLEST, linesIn(heading.text, width) * LINE + 5)
    let there = 0
    for (let level = heading.top; level <= heading.bottom; level++) there += heights[level] ?? 0
    if (there < needed) heights[heading.bottom] = (heights[heading.bottom] ?? 0) + needed - there
  }
  return heights
}

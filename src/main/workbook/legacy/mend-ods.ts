const EMPTY_CELL = /<(table:table-cell)\b((?:[^>"']|"[^"]*"|'[^']*')*?)\/>/g

/**
 * The content of an .ods (content.xml) with cells that say their value or formula in attributes
 * only (`<table:table-cell office:value="5"/>`) written out with an end tag: the library would
 * leave them out.
 */
export function mendOds(content: Buffer): Buffer {
  const xml = content.toString('utf8')
  const mended = xml.replace(EMPTY_CELL, (whole, name: string, attributes: string) =>
    /(?:formula|value-type)\s*=/.test(attributes) ? `<${name}${attributes}></${name}>` : whole,
  )
  return Buffer.from(mended, 'utf8')
}

import type { DroppedFile, PickOptions } from '../../shared/host.ts'

/** Asks for files with the browser's own dialog; [] when cancelled. A folder's files keep their place below it. */
export function pickFiles(options: PickOptions): Promise<DroppedFile<File>[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.hidden = true
  if (options.kind === 'files') input.multiple = true
  if (options.kind === 'folder') input.webkitdirectory = true
  if (options.kind === 'collection') input.accept = '.huishu'
  else if (options.accept) input.accept = options.accept.map((ending) => `.${ending}`).join(',')
  // In the document, so that a test can find it and the browser keeps it while the dialog is open.
  document.body.append(input)
  return new Promise((resolve) => {
    const finish = (): void => {
      const files = [...(input.files ?? [])]
      input.remove()
      resolve(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })))
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    input.click()
  })
}

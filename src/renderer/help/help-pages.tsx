import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { Licences } from './licences.tsx'
import './help.css'

// The texts and what draws them are loaded when they are first asked for, out of the program itself.
const Written = lazy(async () => ({ default: (await import('./written.tsx')).Written }))

/** The pages of the help: guide, what is new, whose work is inside. Nothing of it comes from the network. */
export function HelpPages(): ReactNode {
  const { store } = useDesk()
  const page = useDeskState((state) => state.helpPage)
  const lang = useDeskState((state) => state.lang)
  const version = useDeskState((state) => state.about?.version)
  const { help: words, app } = useWords()
  const close = (): void => store.set({ helpPage: null })
  return (
    <Dialog open={page !== null} onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface className="help-page">
        <DialogBody className="help-body">
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                aria-label={app.close}
                icon={<DismissRegular />}
                onClick={close}
              />
            }
          >
            {page !== null && words.pages[page]}
            <span className="help-version">
              {version !== undefined && words.version(app.name, version)}
            </span>
          </DialogTitle>
          <DialogContent className="help-content">
            {page === 'licences' ? (
              <Licences />
            ) : (
              page !== null && (
                <Suspense fallback={<p>{app.loading}</p>}>
                  <Written page={page} lang={lang} />
                </Suspense>
              )
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

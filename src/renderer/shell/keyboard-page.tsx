import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { COMMANDS } from '../commands/command-list.ts'
import type { CommandPlace } from '../commands/command-list.ts'
import { keyCap } from '../commands/key.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import './keyboard-page.css'

/** 帮助 · 键盘操作: every key there is, by where it counts. */
export function KeyboardPage(): ReactNode {
  const { store } = useDesk()
  const open = useDeskState((state) => state.keyboardPage)
  const { commands: words, app } = useWords()
  const close = (): void => store.set({ keyboardPage: false })
  const places = [...new Set(COMMANDS.map(({ place }) => place))]
  return (
    <Dialog open={open} onOpenChange={(_, data) => store.set({ keyboardPage: data.open })}>
      <DialogSurface className="keyboard-page">
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <div className="keyboard-places">
              {places.map((place) => (
                <Place key={place} place={place} />
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {app.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Place({ place }: { place: CommandPlace }): ReactNode {
  const { commands: words } = useWords()
  const own = COMMANDS.filter((one) => one.place === place && one.keys.length > 0)
  return (
    <section>
      <h3>{words.places[place]}</h3>
      <dl>
        {own.map(({ id, keys }) => (
          <div key={id}>
            <dt>{words.names[id]}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{keyCap(key)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

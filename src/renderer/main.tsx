import './host/no-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { hostBridge } from './host/bridge.ts'
import { apiOver } from './host/client.ts'
import { createCalls } from './state/calls.ts'
import { keepingFindings } from './state/kept-findings.ts'
import { keepingGrids } from './state/kept-grids.ts'
import { keepingSchools } from './state/kept-schools.ts'
import { followSystemLook, rememberedLook, showLook } from './state/look.ts'
import { newDeskState } from './state/initial.ts'
import type { Desk } from './state/desk.ts'
import { reportFault } from './state/report-fault.ts'
import { createStateStore } from './state/store.ts'
import { guardComposition } from './ui/composition.ts'
import { rememberLanguage, rememberedLanguage } from './words/language.ts'
import './ui/colours.css'
import './shell/base.css'

/** The page's style nonce, put there by whoever serves it; every style element must carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

const lang = rememberedLanguage()
rememberLanguage(lang)
const look = rememberedLook()
showLook(look, false)
const host = hostBridge()
const api = keepingFindings(keepingSchools(keepingGrids(apiOver(host))))
const desk: Desk = {
  api,
  calls: createCalls(api),
  host,
  store: createStateStore({ ...newDeskState(lang), look }),
}

followSystemLook((now) => {
  showLook(now, false)
  desk.store.set({ look: now })
})

guardComposition(document)

// What no screen catches: the page goes on, and the program's log has it.
window.addEventListener('error', ({ error }) => reportFault(desk.api, 'page', error))
window.addEventListener('unhandledrejection', ({ reason }) =>
  reportFault(desk.api, 'promise', reason),
)

const root = document.getElementById('root')
if (root) createRoot(root).render(<App desk={desk} nonce={nonce} />)

import type { SentLayer } from './layer.ts'
import type { Session } from './session.ts'

/** Shows a received sheet as sent, over whatever is in view. */
export function openSent(session: Session, wish: Omit<SentLayer, 'kind' | 'back'>): void {
  session.store.set({ layer: { kind: 'sent', ...wish, back: session.store.get().layer } })
}

/** Closes what lies on top; what it was opened from comes back into view. */
export function closeLayer(session: Session): void {
  session.store.set({ layer: session.store.get().layer?.back ?? null })
}

import type { DraftApi, DraftView } from '../../../shared/draft-desk.ts'
import type { Basis } from '../../../shared/model.ts'
import type { Overview } from '../../../shared/overview.ts'
import { CallError } from '../../../shared/result.ts'
import { utf8Bytes } from '../../model/utf8-bytes.ts'
import type { Deed } from '../../ledger/entry.ts'
import type { Session } from '../session.ts'
import { summaryText } from '../summary/summary-document.ts'
import { yearsOf } from '../summary/quoted.ts'
import { comparison } from './compare-drafts.ts'
import { draftView } from './draft-view.ts'
import { exportDraft } from './export-draft.ts'
import { openedDraft, tied, tiesOf } from './opened-draft.ts'
import type { OpenedDraft } from './opened-draft.ts'
import { choicesOf, doubtedFigures, tieSaid } from './said.ts'

/** 核对初稿: versions of the drafted text, what they quote, what is in doubt. */
export function draftCases(session: Session): DraftApi {
  async function opened(entry: number): Promise<OpenedDraft> {
    const found = await openedDraft(session, entry)
    if (found === null) throw new CallError('no-such-entry', { entry })
    return found
  }

  async function viewOf(found: OpenedDraft, basis: Basis): Promise<DraftView> {
    await tied(session, found, basis)
    return draftView(session, found, basis)
  }

  /** Takes in texts, each read first: what cannot be read is not kept. */
  async function keep(texts: { name: string; bytes: Uint8Array }[]): Promise<Overview> {
    for (const { name, bytes } of texts) await session.ports.reader.draft(bytes, name)
    const { store, ledger } = session.current()
    return session.write(() => {
      const latest = ledger.drafts.at(-1)
      const last = latest === undefined ? null : store.blob(latest.sha256)
      const news = texts.filter(({ bytes }) => last === null || !sameBytes(bytes, last))
      const kept = store.assets().filter(({ role }) => role === 'draft').length
      return news.map(({ name, bytes }, index): Deed => {
        const asset = `${String(kept + index + 1)}/${name}`
        const { sha256 } = store.putAsset('draft', asset, bytes)
        return { kind: 'keep-draft', payload: { name, sha256 } }
      })
    })
  }

  async function tie(args: Parameters<DraftApi['tieFigure']>[0]): Promise<Overview> {
    const { entry, basis, figure: index, to, reason } = args
    const found = await opened(entry)
    await tied(session, found, basis)
    const { figures } = found
    const payload = tieSaid({ figures, ties: tiesOf(session, found, basis) }, index, to)
    if (payload === null) throw new CallError('no-such-entry', { entry })
    return session.write({ kind: 'tie-figure', payload, reason })
  }

  async function ignore(entry: number, basis: Basis, keys: string[], reason: string) {
    if (reason.trim() === '') throw new CallError('reason-missing')
    const view = await viewOf(await opened(entry), basis)
    return session.write(() =>
      keys.map((doubt): Deed => {
        const figures = doubtedFigures(view, doubt)
        return { kind: 'ignore-doubt', payload: { doubt, figures }, reason }
      }),
    )
  }

  return {
    async draft({ entry, basis }) {
      const found = await openedDraft(session, entry)
      return found === null ? null : viewOf(found, basis)
    },
    async keepDraft({ files }) {
      const texts: { name: string; bytes: Uint8Array }[] = []
      for (const file of await session.sources(files)) {
        const name = file.path.split('/').at(-1) ?? file.path
        texts.push({ name, bytes: await file.bytes() })
      }
      return keep(texts)
    },
    async pasteDraft({ name, text, basis }) {
      const said = text ?? summaryText(yearsOf(session), basis)
      return keep([{ name, bytes: utf8Bytes(said) }])
    },
    async draftChoices({ entry, basis, figure: index }) {
      const found = await opened(entry)
      await tied(session, found, basis)
      const { figures } = found
      return choicesOf({ figures, ties: tiesOf(session, found, basis) }, index)
    },
    tieFigure: tie,
    async ignoreDoubts({ entry, basis, doubts, reason }) {
      return ignore(entry, basis, doubts, reason)
    },
    async compareDrafts({ before, after }) {
      return comparison(await opened(before), await opened(after))
    },
    async exportDraft({ entry, basis, as, lang }) {
      return exportDraft(session, await viewOf(await opened(entry), basis), as, lang)
    },
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

import type { ShownApi } from '../../../shared/shown.ts'
import { shownForOthers } from '../../personal/shown.ts'
import { exportTo, nameFor } from '../export.ts'
import type { Session } from '../session.ts'

/** What is in sight, written as it is seen. */
export function shownCases(session: Session): ShownApi {
  return {
    async exportPicture({ name, ...picture }) {
      const { writer } = session.ports
      const file = nameFor(name, session.current().config)
      return exportTo(session, `${file}.${picture.kind}`, (path) => writer.picture(picture, path))
    },
    async exportShown({ tables, name, lang }) {
      const { writer } = session.ports
      const file = nameFor(name, session.current().config)
      return exportTo(session, `${file}.xlsx`, (path) =>
        writer.shown(tables.map(shownForOthers), lang, path),
      )
    },
  }
}

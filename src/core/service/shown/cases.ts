import type { ShownApi } from '../../../shared/shown.ts'
import { exportTo } from '../export.ts'
import type { Session } from '../session.ts'

/** What is in sight, written as it is seen. */
export function shownCases(session: Session): ShownApi {
  return {
    async exportPicture({ name, ...picture }) {
      const { county, title } = session.current().config
      const { writer } = session.ports
      return exportTo(session, `${name}_${county || title}.${picture.kind}`, (path) =>
        writer.picture(picture, path),
      )
    },
    async exportShown({ tables, name, lang }) {
      const { county, title } = session.current().config
      const { writer } = session.ports
      return exportTo(session, `${name}_${county || title}.xlsx`, (path) =>
        writer.shown(tables, lang, path),
      )
    },
  }
}

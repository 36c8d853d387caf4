import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { SentCell, SentSheet } from '../../shared/sent.ts'
import type { Form } from '../../shared/model.ts'
import { errorText } from '../../shared/words/say.ts'
import { formOf } from '../figures/item-names.ts'
import { useSize } from '../ui/use-size.ts'
import { useForms } from '../state/catalog.ts'
import { useDeskState } from '../state/context.tsx'
import type { SentLayer } from '../state/layer.ts'
import { useCall } from '../state/use-call.ts'
import type { Loaded } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { placeOf } from './cell-index.ts'
import type { Place } from './cell-index.ts'
import { CellFacts } from './cell-facts.tsx'
import { fitZoom, geometryOf } from './geometry.ts'
import { HoverTip } from './hover-tip.tsx'
import { LayerBar } from '../ui/layer-bar.tsx'
import { Legend } from './legend.tsx'
import { overlayOf } from './overlay.ts'
import { ownLabels } from './own-labels.ts'
import { SentGrid } from './sent-grid.tsx'
import { SentTables } from './sent-tables.tsx'
import { SheetTabs } from './sheet-tabs.tsx'
import { ZoomButtons } from './zoom-buttons.tsx'
import './sent.css'
import './sent-panel.css'

/** A received workbook as the school sent it, with what was made of every cell. */
export function SentScreen({ layer }: { layer: SentLayer }): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const { file, at } = layer
  const [sheet, setSheet] = useState(layer.sheet)
  const sent = useSheet(file, sheet, at)
  const detail = useCall('file', { id: file })
  const forms = useForms().value
  const loaded = sent.value
  return (
    <div className="sent">
      <LayerBar back={words.sent.back} title={detail.value?.schoolName ?? words.intake.nobody}>
        <span className="sent-path" title={detail.value?.path}>
          {detail.value?.path.split('/').at(-1)}
        </span>
      </LayerBar>
      {sent.error && !loaded && (
        <p className="state-note" role="alert">
          {words.sent.cannot}
          {detail.value?.path === undefined && errorText(lang, sent.error)}
        </p>
      )}
      {!sent.error && (!loaded || !forms) && <p className="state-note">{words.sent.loading}</p>}
      {loaded && forms && (
        <Sheet
          key={`${loaded.file} ${loaded.sheet}`}
          sheet={loaded}
          forms={forms}
          detail={detail.value}
          at={at}
          onSheet={setSheet}
        />
      )}
    </div>
  )
}

/** The sheet that is wished for; where only an item is named, the one that holds its table. */
function useSheet(file: number, sheet: string | null, at: SentLayer['at']): Loaded<SentSheet> {
  const form = sheet === null && at !== null && 'item' in at ? formOf(at.item) : null
  const first = useCall('sheetAsSent', form === null ? null : { file, sheet: null })
  const holds = first.value?.sheets.find((one) => form !== null && one.forms.includes(form))
  const wished = holds && holds.name !== first.value?.sheet ? holds.name : sheet
  const waits = form !== null && first.value === null
  const shown = useCall('sheetAsSent', waits ? null : { file, sheet: wished }, { keep: ['sheet'] })
  return waits ? first : shown
}

interface SheetProps {
  sheet: SentSheet
  forms: Form[]
  detail: FileDetail | null
  at: SentLayer['at']
  onSheet: (name: string) => void
}

/** Room that the row numbers and the scroll bar take. */
const BESIDE = 64

function Sheet({ sheet, forms, detail, at, onSheet }: SheetProps): ReactNode {
  const words = useWords().sent
  const main = useRef<HTMLDivElement>(null)
  const room = useSize(main).width - BESIDE
  const [zoom, setZoom] = useState<number | null>(null)
  const [lit, setLit] = useState<Place | null>(() => placeOf(sheet, at))
  const [hover, setHover] = useState<{ cell: SentCell; box: DOMRect } | null>(null)
  const used = zoom ?? fitZoom(sheet, room)
  const geometry = useMemo(() => geometryOf(sheet, used), [sheet, used])
  const overlay = useMemo(() => overlayOf(sheet, forms), [sheet, forms])
  const cell = lit ? overlay.index.at(lit.row, lit.column) : undefined
  const item = cell?.item ?? null
  const labels = lit && item !== null ? ownLabels(item, lit, sheet, forms, overlay.index) : []
  return (
    <>
      <div className="sent-main" ref={main}>
        {sheet.cells.length === 0 ? (
          <p className="state-note">{words.empty}</p>
        ) : (
          room > 0 && (
            <SentGrid
              sheet={sheet}
              geometry={geometry}
              overlay={overlay}
              lit={lit}
              onLit={setLit}
              onHover={(hovered, box) => setHover(hovered && box ? { cell: hovered, box } : null)}
            />
          )
        )}
        {sheet.cut && <p className="sent-cut">{words.cut}</p>}
        <footer className="sent-foot">
          <SheetTabs sheet={sheet} onSheet={onSheet} />
          <ZoomButtons zoom={used} fitted={zoom === null} onZoom={setZoom} />
        </footer>
      </div>
      <aside className="panel sent-panel">
        {lit ? (
          <CellFacts
            place={lit}
            cell={cell}
            zone={cell ? overlay.zoneOf(cell) : null}
            labels={labels}
            school={detail?.school ?? null}
          />
        ) : (
          <p className="hint">{words.pick}</p>
        )}
        <SentTables sheet={sheet} forms={forms} detail={detail} />
        <Legend />
      </aside>
      {hover && <HoverTip cell={hover.cell} box={hover.box} zone={overlay.zoneOf(hover.cell)} />}
    </>
  )
}

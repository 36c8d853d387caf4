import type { BackupsApi } from './backups.ts'
import type { CityApi } from './city.ts'
import type { CollectionsApi } from './collections.ts'
import type { CommentsApi } from './comments.ts'
import type { ConsolidateApi } from './consolidate.ts'
import type { ControlsApi } from './controls.ts'
import type { DraftApi } from './draft-desk.ts'
import type { FiguresApi } from './figures.ts'
import type { FormsApi } from './forms-api.ts'
import type { ImpactApi } from './impact.ts'
import type { IntakeApi } from './intake.ts'
import type { ListsApi } from './lists.ts'
import type { LogApi } from './log.ts'
import type { JoinApi } from './join.ts'
import type { LedgerApi } from './corrections.ts'
import type { PersonalApi } from './personal.ts'
import type { QueriesApi } from './queries.ts'
import type { CheckApi } from './check.ts'
import type { LakeApi } from './lake.ts'
import type { ResultsApi } from './results.ts'
import type { RecountApi } from './recount.ts'
import type { RegisterApi } from './register.ts'
import type { RulesApi } from './rules.ts'
import type { SeriesApi } from './series.ts'
import type { ScreeningApi } from './screening.ts'
import type { ShownApi } from './shown.ts'
import type { SnapshotsApi } from './snapshots.ts'
import type { SummaryApi } from './summary.ts'
import type { VerifyApi } from './verify.ts'
import type { TextsApi } from './texts.ts'

/**
 * The one interface between the workbench and the program. Each method takes one JSON object
 * and gives one JSON value. Method list, argument schemas, preload exposure, HTTP routes and
 * the typed client derive from it.
 */
export interface Api
  extends
    CollectionsApi,
    JoinApi,
    BackupsApi,
    VerifyApi,
    PersonalApi,
    IntakeApi,
    FormsApi,
    RegisterApi,
    FiguresApi,
    ListsApi,
    CheckApi,
    QueriesApi,
    ConsolidateApi,
    SeriesApi,
    ScreeningApi,
    ControlsApi,
    ImpactApi,
    RulesApi,
    TextsApi,
    SummaryApi,
    DraftApi,
    SnapshotsApi,
    RecountApi,
    ResultsApi,
    ShownApi,
    LakeApi,
    CityApi,
    LedgerApi,
    CommentsApi,
    LogApi {}

export type Method = keyof Api
export type Args<M extends Method> = Parameters<Api[M]>[0]
export type Value<M extends Method> = Awaited<ReturnType<Api[M]>>

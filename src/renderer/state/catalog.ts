import { useMemo } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { useDeskState } from './context.tsx'
import { useCall } from './use-call.ts'
import type { Loaded } from './use-call.ts'

/** The collection's forms, as edited by hand; no correction changes them. */
export function useForms(): Loaded<Form[]> {
  const revision = useDeskState((state) => state.overview?.receivedRevision ?? 0)
  return useCall('forms', {}, { revision })
}

export function useSchools(): Loaded<SchoolRow[]> {
  return useCall('schools', {})
}

/** Schools by id; the same map as long as the list is the same. */
export function useSchoolMap(schools: SchoolRow[] | null): ReadonlyMap<string, SchoolRow> {
  return useMemo(() => new Map((schools ?? []).map((row) => [row.school.id, row])), [schools])
}

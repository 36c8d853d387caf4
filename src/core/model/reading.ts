import type { Candidate } from '../../shared/evidence.ts'
import type { Aligned } from '../../shared/sent.ts'
import type { FileStatus, FormPage, Reason, Cleaning } from '../../shared/model.ts'
import type { ListRows } from './list-rows.ts'
import type { Reply } from './reply.ts'

/**
 * One table of one return, as read: the figures of a form at the places where they stood.
 * Where a sheet row meets a form row and a sheet column a form column is kept once per table,
 * so a cell's address costs nothing per cell.
 */
export interface TableReading {
  form: string
  sheet: string
  aligned: Aligned
  /** Sheet row (from 0) of each Form.rows entry, -1 where the sheet lacks it; likewise columns. */
  rowAt: number[]
  columnAt: number[]
  /** Blocks and sheets over which the table was parted; absent where row and column lead to every cell. */
  pages?: FormPage[]
  /** One letter per Form.items entry: that of its state (STATE_LETTER), or NOT_ASKED. */
  states: string
  /** Per Form.items entry: plain decimal or text as taken; "" unless state is n or t. */
  values: string[]
  /**
   * Item index → the text as typed, where it is not simply the value itself: for cells cleaned
   * and for cells not understood. Nothing a school typed is dropped.
   */
  raw: Record<number, string>
  /** Item index → formula behind the cell. */
  formulas: Record<number, string>
  /** Item index → the cleanings applied to it, beyond text-number. */
  cleanings: Record<number, Cleaning['kind'][]>
  /** The rows, where the form is a list; what is counted from them is no part of the reading. */
  list?: ListRows
}

/** Every code and name that stands in a file, and what it asks for. */
export interface Said {
  codes: string[]
  names: string[]
  /** Names where the stamp goes; these and `asksForCode` are absent in what earlier versions read. */
  stamps?: string[]
  /** Whether there is a place for the code, filled in or not. */
  asksForCode?: boolean
}

/** A sheet that bears a form's name or many of its labels, on which the form was not found. */
export interface NotRecognized {
  form: string
  sheet: string
  /** How many of the form's labels stand there, and how many it has. */
  found: number
  of: number
  /** Some of those that do not. */
  labels: string[]
}

/** Everything read from one received file. Immutable once stored; verdicts are decided over all files together. */
export interface Reading {
  /** Who the file says it is from. */
  identity: { code: string | null; name: string | null }
  /** What it says of its sender; absent in what earlier versions read. */
  said?: Said
  /** Register id the identity leads to, null when none or unsure. */
  school: string | null
  candidates: Candidate[]
  /** 报出日期, ISO; null when none was found. */
  returnDate: string | null
  /** Verdict over the file by itself: accepted, queried, rejected or ignored. */
  status: Extract<FileStatus, 'accepted' | 'queried' | 'rejected' | 'ignored'>
  reasons: Reason[]
  /** Cleanings of layout; those of cells are in the tables. */
  layout: Cleaning[]
  tables: TableReading[]
  /** Sheets that may be one of the forms and were not recognised as it; absent where there are none. */
  notRecognized?: NotRecognized[]
  /** What an answered query workbook says beyond the return in it; absent for all other files. */
  reply?: Reply
  /** The file was not looked into, and what is kept of it is not enough to read it again. */
  unopened?: true
}

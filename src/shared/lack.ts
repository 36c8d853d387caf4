/** Why a figure of another office that an indicator names cannot be used. */
export type ExternalLack =
  /** Nobody entered it. */
  | 'no-external'
  /** What stands there is no plain number. */
  | 'external-unreadable'
  /** It stands twice. */
  | 'external-twice'
  /** It is in % and may be a fraction. */
  | 'external-fraction'
  /** It is counted in a unit that does not fit. */
  | 'external-unit'

/** Data that an indicator reads and that are not there at all. */
export type DataLack =
  | 'no-last-year'
  /** No list of the same period a year ago, or of the period just before. */
  | 'no-same'
  | 'no-previous'
  /** A rank or a target that no return says. */
  | 'not-said'
  /** Several returns say it, where one should. */
  | 'said-twice'
  /** Counties' figures of it cannot be added to the city's. */
  | 'not-added'
  /** A county of the city has no figure of it. */
  | 'county-lacks'

/** Why a figure cannot be stated. */
export type Lack =
  | ExternalLack
  | DataLack
  | 'zero-denominator'
  | 'fault'
  /** Flows since the year began have no period just before. */
  | 'cumulative'
  /** Nothing was planned, or the plan cannot be used. */
  | 'no-plan'
  /** A year that the figure asks for is not known, or has no value. */
  | 'no-year'
  /** Of a city: a year is not known of all the counties, or of others. */
  | 'no-year-counties'
  /** Of a city: between the years counties defined it otherwise. */
  | 'year-break-counties'
  /** Between the years the definition changed, so that they cannot be compared. */
  | 'year-break'
  /** The collection does not say of which year it is. */
  | 'year-unsaid'
  /** None of the schools asked has sent anything yet. */
  | 'no-returns'

/** Marks a SQLite file as a collection ("HuiS"); never changes. */
export const APPLICATION_ID = 0x48756953

/**
 * How the collection file came to be as it is: step n makes version n out of version n - 1.
 * A step that was released is never edited; a change of the schema is a new step.
 */
export const STEPS: readonly string[] = [
  // 1: everything a collection holds. `packed` columns are JSON, deflated or sealed (packing.ts), `data` deflated bytes.
  `
  CREATE TABLE document (name TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
  CREATE TABLE asset (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES blob,
    UNIQUE (role, name)
  ) STRICT;
  CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES blob,
    size INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    modified_at TEXT
  ) STRICT;
  CREATE TABLE reading (file INTEGER PRIMARY KEY REFERENCES file, packed BLOB NOT NULL) STRICT;
  CREATE TABLE reading_table (
    file INTEGER NOT NULL REFERENCES reading,
    place INTEGER NOT NULL,
    form TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (file, place)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    seal TEXT NOT NULL
  ) STRICT;
  `,
  // 2: what was received or decided can be added to, never changed, not even by another program.
  ['ledger', 'blob', 'file']
    .map(
      (table) => `
  CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_is_not_replaced BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid
      ${table === 'blob' ? 'OR sha256 = NEW.sha256' : ''})
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  `,
    )
    .join(''),
  // 3: lines of the ledger hold what their kind holds (core/ledger), with the hashes of what they
  // speak of. The tables stay, and so do the lines written before; but a program of before must not
  // take the new lines for its own.
  '',
  // 4: forms may be lists (花名册), whose rows stand in the readings. The tables stay; but a program
  // of before would take a list for an empty table, and what is counted from it for nothing.
  '',
  // 5: a chain over all that a collection holds (holding.ts).
  `
  CREATE TABLE holding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    seal TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER holding_is_not_changed BEFORE UPDATE ON holding
    BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END;
  CREATE TRIGGER holding_is_not_deleted BEFORE DELETE ON holding
    BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END;
  CREATE TRIGGER holding_is_not_replaced BEFORE INSERT ON holding
    WHEN EXISTS (SELECT 1 FROM holding WHERE rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END;
  `,
]

import { tryProgram } from '../../files/programs.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { runCommandLine } from './run-program.ts'

const busyMilliseconds = 20_000

/** Files that SQLite keeps beside an open database. */
export const besideSqlite = ['-wal', '-shm', '-journal']

/**
 * Copies a consistent state of a database, including its log (WAL), while others write to it. Uses the program `sqlite3`, or Node's
 * SQLite where it exists.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const sql = `VACUUM INTO '${to.replaceAll("'", "''")}'`
  const program = tryProgram('sqlite3')
  if (program !== undefined) {
    await runCommandLine([program, '-batch', '-bail', '-cmd', `.timeout ${busyMilliseconds}`, from, sql], {
      env: {},
    })
    return
  }
  const sqlite = tryNodeSqlite()
  if (sqlite === undefined)
    throw new RefusedError(
      '`checkout.database` needs sqlite3 to copy a database: install it, or run with Node 22.13 or later',
    )
  const database = new sqlite.DatabaseSync(from)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyMilliseconds}`)
    database.exec(sql)
  } finally {
    database.close()
  }
}

interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => { exec(sql: string): void; close(): void }
}

function tryNodeSqlite(): NodeSqlite | undefined {
  const load = (process as { getBuiltinModule?: (name: string) => unknown }).getBuiltinModule
  return load?.('node:sqlite') as NodeSqlite | undefined
}

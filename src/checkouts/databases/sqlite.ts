import { tryProgram } from '../../files/programs.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { runCommand } from './run-program.ts'

const busyMilliseconds = 20_000

/** What SQLite keeps beside a database that is in use. */
export const besideSqlite = ['-wal', '-shm', '-journal']

/**
 * Copies a database as it is at one moment, with what is only in its log (WAL), while others write to it. By the program `sqlite3`, or by that of
 * Node where it has one.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const sql = `VACUUM INTO '${to.replaceAll("'", "''")}'`
  const program = tryProgram('sqlite3')
  if (program !== undefined) {
    await runCommand([program, '-batch', '-bail', '-cmd', `.timeout ${busyMilliseconds}`, from, sql], {
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

import type { DeclaredContract } from './contract.ts'

/** Start of a migration's down part, which does not count as a change. */
const downPart =
  /^\s*(?:--\s*\+goose Down|--\s*\+migrate Down|--\s*migrate:down|--\s*rollback\b|--\/\/@UNDO|# --- !Downs|def (?:down|downgrade)\b|exports\.down\b|module\.exports\.down\b|export (?:async )?(?:function|const) down\b|(?:public )?async down\()[\s\S]*/m
const isDownFile = (path: string) => /(?:^|[./_-])down\.(?:sql|[jt]s|rb|py)$/.test(path)

const name = '(?:[`"\\[]?\\w+[`"\\]]?\\.)?[`"\\[]?(\\w+)[`"\\]]?'
const quoted = '[\'"`:]([\\w.]+)[\'"`]?'

interface Change {
  readonly adds: boolean
  readonly kind: 'table' | 'column'
  /** Of a column, its groups are the table and the column. */
  readonly pattern: RegExp
}

const changes: readonly Change[] = [
  {
    adds: true,
    kind: 'table',
    pattern: new RegExp(`\\bcreate\\s+(?:temp\\w*\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?${name}`, 'gi'),
  },
  {
    adds: false,
    kind: 'table',
    pattern: new RegExp(`\\bdrop\\s+table\\s+(?:if\\s+exists\\s+)?${name}`, 'gi'),
  },
  {
    adds: false,
    kind: 'table',
    pattern: new RegExp(`\\balter\\s+table\\s+(?:if\\s+exists\\s+)?${name}\\s+rename\\s+to\\b`, 'gi'),
  },
  { adds: true, kind: 'table', pattern: new RegExp(`\\brename\\s+to\\s+${name}`, 'gi') },
  {
    adds: true,
    kind: 'column',
    pattern: new RegExp(
      `\\balter\\s+table\\s+(?:only\\s+)?${name}\\s+add\\s+(?:column\\s+)(?:if\\s+not\\s+exists\\s+)?${name}`,
      'gi',
    ),
  },
  {
    adds: false,
    kind: 'column',
    pattern: new RegExp(
      `\\balter\\s+table\\s+(?:only\\s+)?${name}\\s+(?:drop|rename)\\s+column\\s+(?:if\\s+exists\\s+)?${name}`,
      'gi',
    ),
  },
  {
    adds: true,
    kind: 'column',
    pattern: new RegExp(
      `\\balter\\s+table\\s+(?:only\\s+)?${name}\\s+rename\\s+column\\s+\\S+\\s+to\\s+${name}`,
      'gi',
    ),
  },
  { adds: true, kind: 'table', pattern: new RegExp(`\\b(?:create_table|createTable)\\(?\\s*${quoted}`, 'g') },
  {
    adds: false,
    kind: 'table',
    pattern: new RegExp(
      `\\b(?:drop_table|rename_table|dropTable|dropTableIfExists|renameTable)\\(?\\s*${quoted}`,
      'g',
    ),
  },
  {
    adds: true,
    kind: 'column',
    pattern: new RegExp(`\\badd_column\\(?\\s*${quoted}\\s*,\\s*${quoted}`, 'g'),
  },
  {
    adds: false,
    kind: 'column',
    pattern: new RegExp(
      `\\b(?:remove_column|drop_column|rename_column)\\(?\\s*${quoted}\\s*,\\s*${quoted}`,
      'g',
    ),
  },
]

/** What the migrations of a change remove: tables and columns that they drop or rename, and do not create again. */
export function listDropped(
  migrations: readonly { readonly path: string; readonly text: string }[],
): (DeclaredContract & {
  readonly path: string
})[] {
  const all = migrations.flatMap(({ path, text }) => listSchemaChanges(path, text))
  const made = new Set(
    all.filter(({ adds }) => adds).map(({ contract }) => `${contract.kind} ${contract.key}`),
  )
  return all
    .filter(({ adds, contract }) => !adds && !made.has(`${contract.kind} ${contract.key}`))
    .map(({ contract, path }) => ({ ...contract, path }))
}

interface SchemaChange {
  readonly adds: boolean
  readonly contract: DeclaredContract
  readonly path: string
}

function listSchemaChanges(path: string, text: string): SchemaChange[] {
  if (!isMigration(path) || isDownFile(path)) return []
  const upPart = text.replace(downPart, '').replace(/^\s*(?:--|#|\/\/).*$/gm, '')
  return changes.flatMap(({ adds, kind, pattern }) =>
    [...upPart.matchAll(pattern)].map(([, table = '', column = '']) => {
      const written = kind === 'table' ? table : `${table}.${column}`
      return { adds, contract: { kind, name: written, key: written.toLowerCase() }, path }
    }),
  )
}

/** Whether a file changes the schema of a database: other files only use it. */
function isMigration(path: string): boolean {
  return (
    /(?:^|\/)(?:migrations?|migrate|versions|db)\//i.test(path) && /\.(?:sql|[cm]?[jt]s|rb|py)$/.test(path)
  )
}

/** The offsets at which a file names a table in a statement of SQL, or a column in a statement about its table. */
export function findSqlUses(contract: DeclaredContract, path: string, text: string): number[] {
  if (isMigration(path) || !/\.(?:sql|[cm]?[jt]sx?|py|rb|go|rs|java|kt|php|cs)$/.test(path)) return []
  const [table = '', column] = contract.key.split('.')
  const clause = new RegExp(
    `\\b(?:from|join|into|update)\\s+(?:\\w+\\.)?["\`\\[]?${table}["\`\\]]?(?![\\w.])`,
    'gi',
  )
  return [...text.matchAll(clause)]
    .filter(({ index }) => isInStatement(path, text, index))
    .filter(({ index }) => column === undefined || isNamed(column, toStatement(text, index)))
    .map(({ index }) => index)
}

/** In a source file, a statement is in a literal: words of a comment or an import do not count. */
function isInStatement(path: string, text: string, index: number): boolean {
  if (path.endsWith('.sql')) return true
  return /["'`][^"'`]*\b(?:select|insert|update|delete|with)\b[^"'`]*$/i.test(
    text.slice(Math.max(0, index - longestStatement), index + 6),
  )
}

const longestStatement = 400

/** The statement around a place: up to what ends a literal or a statement. */
function toStatement(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - longestStatement), index)
  const start = Math.max(before.lastIndexOf(';'), before.lastIndexOf('`'), before.lastIndexOf('\n\n'))
  const head = before.slice(start + 1)
  const rest = text.slice(index, index + longestStatement)
  const end = rest.search(/;|`\s*[,;)\n]|\n\n/)
  return head + (end < 0 ? rest : rest.slice(0, end))
}

function isNamed(column: string, statement: string): boolean {
  return new RegExp(`(?<![\\w$@:])${column}(?!\\w)`, 'i').test(statement)
}

import { listAddedLines } from '../checks/merged-text.ts'
import { type DeclaredContract, type LostContract, toContractKey } from './contract.ts'
import { answersRoute, findRouteUses, listMounts, listRoutes } from './routes.ts'
import { findSchemaUses, listSchemaNames } from './schema-files.ts'
import { findSqlUses, listDropped } from './sql-schema.ts'

/** A file that a task changed, before and after the task; empty if absent. */
export interface ContractFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What a file declares. Tables and columns are not declared in one place: see `listDropped`. */
export function listDeclaredContracts(path: string, text: string): DeclaredContract[] {
  return [...listRoutes(path, text), ...listSchemaNames(path, text)]
}

/** Contracts that the change of a task removes, or renames. */
export function listLostContracts(files: readonly ContractFile[]): LostContract[] {
  const kept = new Set(
    files.flatMap(({ path, after }) => listDeclaredContracts(path, after).map(toContractKey)),
  )
  const removed = files.flatMap(({ path, before }) =>
    listDeclaredContracts(path, before)
      .filter(contract => !kept.has(toContractKey(contract)))
      .map(contract => ({ ...contract, path })),
  )
  const added = files.map(({ path, before, after }) => ({
    path,
    text: before === '' ? after : listAddedLines(before, after).join('\n'),
  }))
  const unique = new Map([...removed, ...listDropped(added)].map(lost => [toContractKey(lost), lost]))
  return [...unique.values()]
}

/** The offsets at which a file uses a contract in a literal. */
export function findContractUses(contract: DeclaredContract, path: string, text: string): number[] {
  if (contract.kind === 'route') return isProse(path) ? [] : findRouteUses(contract, path, text)
  if (contract.kind === 'table' || contract.kind === 'column') return findSqlUses(contract, path, text)
  return findSchemaUses(contract, path, text)
}

function isProse(path: string): boolean {
  return /\.(?:mdx?|txt|rst|adoc|snap|lock|log|csv|svg|map)$/i.test(path) || /\.min\.\w+$/.test(path)
}

/** Whether a file of the result still provides it, or may: a route also below the mount of a router. */
export function mayProvide(contract: DeclaredContract, path: string, text: string): boolean {
  const declared = listDeclaredContracts(path, text)
  if (declared.some(other => toContractKey(other) === toContractKey(contract))) return true
  if (contract.kind !== 'route') return false
  const isAnswered = declared.some(other => other.kind === 'route' && answersRoute(other, contract))
  return (
    isAnswered ||
    listMounts(text).some(mount => contract.key.startsWith(`${mount}/`) || contract.key === mount)
  )
}

import { posix } from 'node:path'
import type { DeclaredContract } from './contract.ts'

const graphql = /\.(?:graphql|graphqls|gql)$/
const prisma = /\.prisma$/
const schema = /\.(?:json|ya?ml)$/

/** Types of GraphQL, models of Prisma, and definitions of JSON Schema and OpenAPI that a file declares. */
export function listSchemaNames(path: string, text: string): DeclaredContract[] {
  if (graphql.test(path))
    return toContracts('type', text, /^(?:type|input|enum|interface|union|scalar)\s+(\w+)/gm)
  if (prisma.test(path)) return toContracts('model', text, /^model\s+(\w+)\s*\{/gm)
  return schema.test(path) ? listDefinitions(path, text) : []
}

function toContracts(kind: DeclaredContract['kind'], text: string, pattern: RegExp): DeclaredContract[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => ({ kind, name, key: name }))
}

/** The keys of these, one level deeper, at whatever depth they are. */
const sections = /^([ \t]*)["']?(\$defs|definitions|schemas)["']?[ \t]*:[ \t]*\{?[ \t]*$/gm

function listDefinitions(path: string, text: string): DeclaredContract[] {
  return [...text.matchAll(sections)].flatMap(({ 1: indent = '', 2: section = '', 0: found, index }) => {
    const body = text.slice(index + found.length + 1)
    const end = body.search(new RegExp(`^[ \\t]{0,${indent.length}}\\S`, 'm'))
    const inner = end < 0 ? body : body.slice(0, end)
    const [, own = ''] = /^([ \t]+)\S/m.exec(inner) ?? []
    if (own === '') return []
    const keys = inner.matchAll(new RegExp(`^${own}["']?([\\w.-]+)["']?[ \\t]*:`, 'gm'))
    return [...keys].map(([, name = '']) => ({
      kind: 'definition' as const,
      name: `${section}/${name}`,
      key: `${path}#${section}/${name}`,
    }))
  })
}

/** The offsets at which a file names one of these. */
export function findSchemaUses({ kind, name, key }: DeclaredContract, path: string, text: string): number[] {
  if (kind === 'definition') return schema.test(path) ? findReferences(key, path, text) : []
  return [...text.matchAll(toUsePattern(kind, name, path))].map(({ index }) => index)
}

const never = /(?!)/g

function toUsePattern(kind: DeclaredContract['kind'], name: string, path: string): RegExp {
  if (kind === 'type') {
    if (graphql.test(path)) return new RegExp(`(?<=(?::\\s*\\[*|\\bon\\s+|extend type\\s+))${name}\\b`, 'g')
    return /\.[cm]?[jt]sx?$/.test(path)
      ? new RegExp(`(?:\\.\\.\\.\\s*|fragment\\s+\\w+\\s+)on\\s+${name}\\b`, 'g')
      : never
  }
  if (prisma.test(path)) return new RegExp(`^[ \\t]+\\w+[ \\t]+${name}(?:\\[\\]|\\?)?(?=\\s|$)`, 'gm')
  const client = name.charAt(0).toLowerCase() + name.slice(1)
  const calls = '(?:find|create|update|upsert|delete|count|aggregate|groupBy)\\w*\\('
  return /\.[cm]?[jt]sx?$/.test(path)
    ? new RegExp(`\\b(?:prisma|db|tx)\\w*\\.${client}\\.${calls}`, 'g')
    : never
}

/** References by `$ref`, to the same file or to another one by its relative path. */
function findReferences(key: string, path: string, text: string): number[] {
  const reference =
    /["']?\$ref["']?\s*:\s*["']?([^"'#\s]*)#\/(?:[\w.-]+\/)*?((?:\$defs|definitions|schemas)\/[\w.-]+)["']?/g
  return [...text.matchAll(reference)]
    .filter(([, file = '', name = '']) => {
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      return `${target}#${name}` === key
    })
    .map(({ index }) => index)
}

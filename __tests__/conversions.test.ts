import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'

const source = fileURLToPath(new URL('../src', import.meta.url))

type Node = Readonly<Record<string, unknown>>

/** A function, method, property or parameter that is called `to…`. */
interface Conversion {
  /** "toText of report/text/text.ts" */
  readonly place: string
  readonly isAsync: boolean
  /** The functions that its own body calls, closures aside. */
  readonly calls: readonly string[]
}

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod']
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
const conversions = files.flatMap(path => {
  const text = readFileSync(join(source, path), 'utf8')
  return listConversions(parseSync(text, { syntax: 'typescript' }) as unknown as Node, path)
})

function listConversions(node: Node, path: string): Conversion[] {
  const inside = childrenOf(node).flatMap(child => listConversions(child, path))
  const name = tryName(node)
  const value = tryFunction(node)
  if (name === undefined || value === undefined || !/^to[A-Z]/.test(name)) return inside
  const isAsync =
    value.async === true || [value.returnType, value.typeAnnotation, value.typeAnn].some(isPromise)
  const calls = value.body == null ? [] : listCalls(value.body as Node)
  return [{ place: `${name} of ${path}`, isAsync, calls }, ...inside]
}

/** What declares its name: a function, a method, a constant, a property, or the type of one. */
function tryName(node: Node): string | undefined {
  const named = (node.identifier ?? node.key ?? node.id) as Node | undefined | null
  return named?.type === 'Identifier' ? (named.value as string) : undefined
}

function tryFunction(node: Node): Node | undefined {
  if (node.type === 'FunctionDeclaration' || node.type === 'TsMethodSignature') return node
  const annotation = (node.typeAnnotation as Node | undefined | null)?.typeAnnotation as Node | undefined
  const value = (node.function ?? node.init ?? node.value ?? annotation) as Node | undefined | null
  const isFunction = functionTypes.includes(value?.type as string) || value?.type === 'TsFunctionType'
  return node.function != null || isFunction ? (value as Node) : undefined
}

function isPromise(annotation: unknown): boolean {
  const type = (annotation as Node | undefined | null)?.typeAnnotation as Node | undefined
  return type?.type === 'TsTypeReference' && (type.typeName as Node).value === 'Promise'
}

function listCalls(node: Node): string[] {
  const own = node.type === 'CallExpression' ? [toCallee(node.callee as Node)] : []
  const inside = childrenOf(node).filter(({ type }) => !functionTypes.includes(type as string))
  return [...own, ...inside.flatMap(listCalls)]
}

function toCallee({ type, value, property }: Node): string {
  return String(type === 'MemberExpression' ? (property as Node).value : value)
}

function childrenOf(node: Node): Node[] {
  const values = Object.values(node).flatMap(value => (Array.isArray(value) ? value : [value]))
  return values.flatMap(value => (typeof value === 'object' && value !== null ? [value as Node] : []))
}

describe('a conversion (`to…`)', () => {
  test('is found wherever it is declared', () => {
    const text = `
      export async function toA() {}
      const toB = async () => {}
      class C { private async toC() {} private toD(): Promise<void> { return work() } }
      interface E { readonly toE: () => Promise<void>; toF(): Promise<void> }
      const g = { toG: async () => {} }
      function toH(): number { return [1].map(() => existsSync('h')).length }`
    const found = listConversions(parseSync(text, { syntax: 'typescript' }) as unknown as Node, 'x.ts')
    const asynchronous = found.filter(({ isAsync }) => isAsync).map(({ place }) => place.slice(0, 3))
    expect(asynchronous.sort()).toEqual(['toA', 'toB', 'toC', 'toD', 'toE', 'toF', 'toG'])
    expect(conversions.length).toBeGreaterThan(1000)
  })

  test('is never asynchronous: what waits for git, files or agents has a verb of its own', () => {
    expect(conversions.filter(({ isAsync }) => isAsync).map(({ place }) => place)).toEqual([])
  })

  test('reads and changes no files, and runs no program', () => {
    const effect =
      /^((exists|stat|lstat|readdir|readlink|realpath|readFile|writeFile|mkdir|rm|access)Sync|(run|try)Git)$/
    const wrong = conversions.flatMap(({ place, calls }) =>
      calls.filter(name => effect.test(name)).map(name => `${place} calls ${name}`),
    )
    expect(wrong).toEqual([])
  })
})

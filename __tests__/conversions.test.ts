import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'

const source = fileURLToPath(new URL('../src', import.meta.url))

type Node = Readonly<Record<string, unknown>>

/** A function, method, property or parameter, with its name. */
interface Declared {
  readonly name: string
  readonly path: string
  readonly isAsync: boolean
  readonly isExported: boolean
  /** The functions that its own body calls, and what it reads of the process, the clock and chance. */
  readonly uses: readonly string[]
  /** Without a type for its result: the functions whose result it returns. */
  readonly returned: readonly string[]
}

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod']
const promises = ['Promise', 'PromiseLike']
/** What reads, writes, starts or prints, or has another answer each time; facts of the process stay the same. */
const effect =
  /^(\w+Sync|readPlain\w*|(run|try)Git|tryProgram|spawn|execFile|narrate|steadyTime|secondsSince|process\.(?!getuid|getgid|execPath)\w+|Date\.now|Math\.random|new Date)$/
const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
const declared = paths.flatMap(path => listDeclared(readFileSync(join(source, path), 'utf8'), path))

function listDeclared(text: string, path: string): Declared[] {
  const module = parseSync(text, { syntax: 'typescript' }) as unknown as Node
  const exported = (module.body as Node[]).flatMap(({ type, declaration }) =>
    type === 'ExportDeclaration' ? [declaration as Node] : [],
  )
  const list = (node: Node): Declared[] => {
    const inside = childrenOf(node).flatMap(list)
    const name = tryName(node)
    const value = tryFunction(node)
    if (name === undefined || value === undefined) return inside
    const isExported = exported.some(each => each === node || childrenOf(each).includes(node))
    return [{ name, path, isExported, ...describeFunction(value) }, ...inside]
  }
  return list(module)
}

function describeFunction(value: Node): Pick<Declared, 'isAsync' | 'uses' | 'returned'> {
  const types = [value.returnType, value.typeAnnotation, value.typeAnn]
  const body = value.body as Node | undefined | null
  return {
    isAsync: value.async === true || types.some(isPromise),
    uses: body == null ? [] : listUses(body),
    returned: body == null || types.some(type => type != null) ? [] : listReturned(body),
  }
}

/** What declares its name: a function, a method, a constant, a property, or the type of one. */
function tryName(node: Node): string | undefined {
  const named = (node.identifier ?? node.key ?? node.id) as Node | undefined | null
  return named?.type === 'Identifier' || named?.type === 'PrivateName' ? (named.value as string) : undefined
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
  return type?.type === 'TsTypeReference' && promises.includes((type.typeName as Node).value as string)
}

/** Closures aside: they may run later. */
function listUses(node: Node): string[] {
  const inside = childrenOf(node).filter(({ type }) => !functionTypes.includes(type as string))
  return [...toUse(node), ...inside.flatMap(listUses)]
}

function toUse({ type, callee, object, property, arguments: values }: Node): string[] {
  if (type === 'CallExpression') return [toCallee(callee as Node)]
  if (type === 'MemberExpression') return [`${(object as Node).value}.${(property as Node).value}`]
  const isNow = type === 'NewExpression' && (values as unknown[] | undefined)?.length === 0
  return isNow ? [`new ${(callee as Node).value}`] : []
}

function toCallee({ type, value, property }: Node): string {
  return String(type === 'MemberExpression' ? (property as Node).value : value)
}

function listReturned(body: Node): string[] {
  const results = 'stmts' in body ? listReturns(body) : [body]
  return results.flatMap(({ type, callee }) =>
    type === 'CallExpression' && (callee as Node).type === 'Identifier' ? [toCallee(callee as Node)] : [],
  )
}

function listReturns(node: Node): Node[] {
  if (node.type === 'ReturnStatement') return node.argument == null ? [] : [node.argument as Node]
  return childrenOf(node)
    .filter(({ type }) => !functionTypes.includes(type as string))
    .flatMap(listReturns)
}

function childrenOf(node: Node): Node[] {
  const values = Object.values(node).flatMap(value => (Array.isArray(value) ? value : [value]))
  return values.flatMap(value => (typeof value === 'object' && value !== null ? [value as Node] : []))
}

/** Whether it is asynchronous itself, or returns what an asynchronous function does: of its file, or exported by another. */
function isAsynchronous({ isAsync, returned, path }: Declared, among: readonly Declared[]): boolean {
  const isOfAsync = (name: string) => {
    const named = among.filter(other => other.name === name)
    const own = named.filter(other => other.path === path)
    return (own.length > 0 ? own : named.filter(other => other.isExported)).some(other => other.isAsync)
  }
  return isAsync || returned.some(isOfAsync)
}

function findConversions(among: readonly Declared[]): Declared[] {
  return among.filter(({ name }) => /^to[A-Z]/.test(name))
}

/** The places of conversions that wait, read, write, print, or ask the clock or chance, with how they do. */
function findImpure(among: readonly Declared[]): string[] {
  return findConversions(among).flatMap(conversion => {
    const place = `${conversion.name} of ${conversion.path}`
    const effects = conversion.uses.filter(name => effect.test(name)).map(name => `${place}: ${name}`)
    return [...(isAsynchronous(conversion, among) ? [`${place}: waits`] : []), ...effects]
  })
}

describe('a conversion (`to…`)', () => {
  test('is found wherever it is declared', () => {
    const text = `
      export async function toA() {}
      const toB = async () => {}
      class C { private async toC() {} private toD(): Promise<void> { return work() } async #toI() {} }
      interface E { readonly toE: () => Promise<void>; toF(): PromiseLike<void> }
      const g = { toG: async () => {} }
      function toH(): number { return [1].map(() => existsSync('h')).length }
      async function work() {}
      function toJ() { if (1) { return work() } }
      const toK = () => work()
      function toL() { return mkdtempSync('l') + Date.now() + process.env.L + Math.random() + new Date() }
      function toM() { terminal.narrate('m') }`
    const impure = findImpure(listDeclared(text, 'x'))
    expect(impure.filter(each => each.endsWith('waits')).map(each => each[2])).toEqual([...'ABCDIEFGJK'])
    expect(impure.filter(each => !each.endsWith('waits'))).toEqual([
      ...['mkdtempSync', 'Date.now', 'process.env', 'Math.random', 'new Date'].map(use => `toL of x: ${use}`),
      'toM of x: narrate',
    ])
    expect(findConversions(declared).length).toBeGreaterThan(1000)
  })

  test('is pure: what waits, reads, writes, prints, or asks the clock or chance has a verb of its own', () => {
    expect(findImpure(declared)).toEqual([])
  })
})

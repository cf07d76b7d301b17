import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
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
  /** The files of the names that its file imports from src. */
  readonly imports: ReadonlyMap<string, string>
  /** The functions that its own body calls, `process.env` and the like, and `new Date`. */
  readonly uses: readonly string[]
  /** Without a type for its result: the functions whose result it returns. */
  readonly returned: readonly string[]
}

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod']
const promises = ['Promise', 'PromiseLike']
/** What reads, writes, starts or prints, or has another answer each time; facts of the process stay the same. */
const effect =
  /^((.*\.)?(\w+Sync|readPlain\w*|(run|try)Git|tryProgram|spawn|execFile|narrate|steadyTime)|process\.(?!getuid|getgid|execPath)\w+|Date\.now|Math\.random|new Date)$/
const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
const declared = paths.flatMap(path => listDeclared(readFileSync(join(source, path), 'utf8'), path))

function listDeclared(text: string, path: string): Declared[] {
  const module = parseSync(text, { syntax: 'typescript' }) as unknown as Node
  const imports = readImports(module, path)
  const list = (node: Node): Declared[] => {
    const inside = childrenOf(node).flatMap(list)
    const name = tryName(node)
    const value = tryFunction(node)
    if (name === undefined || value === undefined) return inside
    return [{ name, path, imports, ...describeFunction(value) }, ...inside]
  }
  return list(module)
}

function readImports(module: Node, path: string): ReadonlyMap<string, string> {
  const imports = (module.body as Node[]).filter(({ type }) => type === 'ImportDeclaration')
  return new Map(
    imports.flatMap(({ specifiers, source: from }) => {
      const imported = normalize(join(dirname(path), (from as Node).value as string))
      return (specifiers as Node[]).map(({ local }) => [(local as Node).value as string, imported] as const)
    }),
  )
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
  if (type === 'CallExpression') return listNames(callee as Node)
  if (type === 'MemberExpression') return [`${(object as Node).value}.${(property as Node).value}`]
  const isNow = type === 'NewExpression' && (values as unknown[] | undefined)?.length === 0
  return isNow ? listNames(callee as Node).map(name => `new ${name}`) : []
}

function listNames({ type, value }: Node): string[] {
  return type === 'Identifier' ? [value as string] : []
}

function listReturned(body: Node): string[] {
  const results = 'stmts' in body ? listReturns(body) : [body]
  return results.flatMap(({ type, callee }) => (type === 'CallExpression' ? listNames(callee as Node) : []))
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

type Index = ReadonlyMap<string, readonly Declared[]>

function toIndex(among: readonly Declared[]): Index {
  const index = new Map<string, Declared[]>()
  for (const each of among) {
    const key = `${each.path} ${each.name}`
    index.set(key, [...(index.get(key) ?? []), each])
  }
  return index
}

function findCalled(name: string, { path, imports }: Declared, index: Index): readonly Declared[] {
  return index.get(`${imports.get(name) ?? path} ${name}`) ?? []
}

function waits(from: Declared, index: Index): boolean {
  return (
    from.isAsync || from.returned.some(name => findCalled(name, from, index).some(other => other.isAsync))
  )
}

/** The first effect of a function or of one that it calls, with the calls that lead there. */
function tryEffect(from: Declared, index: Index, seen: Set<Declared>): string | undefined {
  if (seen.has(from)) return undefined
  seen.add(from)
  const own = from.uses.find(use => effect.test(use))
  if (own !== undefined) return own
  for (const name of from.uses)
    for (const called of findCalled(name, from, index)) {
      const found = tryEffect(called, index, seen)
      if (found !== undefined) return `${name} → ${found}`
    }
  return undefined
}

function findConversions(among: readonly Declared[]): Declared[] {
  return among.filter(({ name }) => /^to[A-Z]/.test(name))
}

/** Conversions that wait, read, write, print, or ask the clock or chance, with how they do. */
function findImpure(among: readonly Declared[]): string[] {
  const index = toIndex(among)
  return findConversions(among).flatMap(conversion => {
    const why = waits(conversion, index) ? 'waits' : tryEffect(conversion, index, new Set())
    return why === undefined ? [] : [`${conversion.name} of ${conversion.path}: ${why}`]
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
      const toL = () => mkdtempSync('l') + fs.openSync('l')
      const toM = () => { terminal.narrate('m') }
      const toN = () => process.env.N
      const toO = () => [Date.now(), pick()]
      const toP = () => { pick() }
      const pick = () => ({ now: new Date(), other: new Date(0) })`
    const impure = findImpure(listDeclared(text, 'x'))
    expect(impure.filter(each => each.endsWith('waits')).map(each => each[2])).toEqual([...'ABCDIEFGJK'])
    expect(impure.filter(each => !each.endsWith('waits'))).toEqual([
      'toL of x: mkdtempSync',
      'toM of x: terminal.narrate',
      'toN of x: process.env',
      'toO of x: Date.now',
      'toP of x: pick → new Date',
    ])
    expect(findConversions(declared).length).toBeGreaterThan(1000)
  })

  test('is pure: what waits, reads, writes, prints, or asks the clock or chance has a verb of its own', () => {
    expect(findImpure(declared)).toEqual([
      // The delay before a retry: jobs that are refused together must not ask again together.
      'toWait of action/artifacts/artifact-makers.ts: jitter → Math.random',
    ])
  })
})

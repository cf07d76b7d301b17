import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { brotliDecompressSync } from 'node:zlib'
import type { Language, Node, Parser } from '@vscode/tree-sitter-wasm'
import type { Three } from '../text/three-way.ts'
import { tryLanguage } from './languages.ts'
import type { LanguageRules } from './rules.ts'

export type SyntaxNode = Node

/** A parsed text. Free it after use: its memory is outside of JavaScript's heap. */
export interface SyntaxTree {
  readonly rules: LanguageRules
  readonly root: SyntaxNode
  readonly text: string
  free(): void
}

/**
 * Parses source code of languages with a grammar (tree-sitter, compiled to WebAssembly; loaded when first needed). Undefined if the
 * language is unknown. A text with errors is parsed as far as possible.
 */
export async function tryParse(path: string, text: string): Promise<SyntaxTree | undefined> {
  const rules = tryLanguage(path)
  if (rules === undefined) return undefined
  loadingParser ??= createParser()
  const parser = await loadingParser
  const language = await loadLanguage(rules.grammar)
  parser.setLanguage(language)
  let steps = 0
  const tree = parser.parse(text, null, { progressCallback: () => ++steps > maxSteps })
  if (tree === null) parser.reset()
  else if (!isTooDeep(tree.rootNode, text.length))
    return { rules, text, root: tree.rootNode, free: () => tree.delete() }
  tree?.delete()
  return undefined
}

/** Ten times what half a million characters of code take. Counts steps, not time, so that all machines stop at the same text. */
const maxSteps = 50_000

/** Searching for the ancestors of a node is slow in deeper trees. */
const maxDepth = 1000

function isTooDeep(root: SyntaxNode, length: number): boolean {
  return Array.from({ length: 16 }, (_, index) => Math.floor((length * (index + 1)) / 16) - 1).some(
    offset => {
      let depth = 0
      for (let node = root.descendantForIndex(Math.max(0, offset)); node !== null; node = node.parent)
        if (++depth > maxDepth) return true
      return false
    },
  )
}

/** Parses three versions of a file for the duration of a call; undefined without a grammar. */
export async function withTrees<T>(
  path: string,
  texts: Three<string>,
  use: (trees: Three<SyntaxTree> | undefined) => T | Promise<T>,
): Promise<T> {
  const trees: (SyntaxTree | undefined)[] = []
  try {
    for (const text of texts) trees.push(await tryParse(path, text))
    const [base, ours, theirs] = trees
    return await use(base && ours && theirs && [base, ours, theirs])
  } finally {
    for (const tree of trees) tree?.free()
  }
}

type TreeSitter = typeof import('@vscode/tree-sitter-wasm')

let loadingParser: Promise<Parser> | undefined
const loadingLanguages = new Map<string, Promise<Language>>()

/**
 * Keeps to V8's baseline compiler: the optimizing one of Node 24 runs out of memory on the table of a large grammar and takes the
 * process with it (nodejs/node#63421). `--liftoff-only` implies the other two on a command line only.
 */
async function createParser(): Promise<Parser> {
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
    setFlagsFromString(flag)
  const { Parser } = loadTreeSitter()
  const settings = { wasmBinary: readGrammar('tree-sitter'), locateFile: (file: string) => file }
  await Parser.init(settings)
  return new Parser()
}

function loadLanguage(grammar: string): Promise<Language> {
  const { Language } = loadTreeSitter()
  const loading = loadingLanguages.get(grammar) ?? Language.load(readGrammar(`tree-sitter-${grammar}`))
  loadingLanguages.set(grammar, loading)
  return loading
}

/** Not bundled: it must know the file that it was loaded from. */
function loadTreeSitter(): TreeSitter {
  return createRequire(import.meta.url)(findGrammars().script) as TreeSitter
}

function readGrammar(name: string): Uint8Array {
  const places = findGrammars().folders.map(folder => join(folder, `${name}.wasm`))
  const packed = places.map(place => `${place}.br`).find(place => existsSync(place))
  if (packed !== undefined) return new Uint8Array(brotliDecompressSync(readFileSync(packed)))
  return new Uint8Array(readFileSync(places.find(place => existsSync(place)) ?? `${name}.wasm`))
}

/** `grammars` beside or above the bundle; the folders of the packages when running from source. */
function findGrammars(): { readonly folders: readonly string[]; readonly script: string } {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = [join(here, 'grammars'), join(here, '..', 'grammars')].find(place => existsSync(place))
  if (folder !== undefined) return { folders: [folder], script: join(folder, 'tree-sitter.cjs') }
  const script = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm')
  return { folders: [dirname(script), join(dirname(script), '../../../tree-sitter-wasms/out')], script }
}

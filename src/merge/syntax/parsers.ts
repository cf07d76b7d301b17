import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language, Node, Parser } from '@vscode/tree-sitter-wasm'
import { tryLanguage } from './languages.ts'
import type { LanguageRules } from './rules.ts'

export type SyntaxNode = Node

/** A parsed text. Free it when it is no longer needed: its memory is not that of JavaScript. */
export interface SyntaxTree {
  readonly rules: LanguageRules
  readonly root: SyntaxNode
  readonly text: string
  free(): void
}

/**
 * Parses source code of the languages that there are grammars for (tree-sitter, compiled to WebAssembly; loaded when first needed).
 * Undefined when the language of the file is not known. A text with errors is parsed as far as it goes.
 */
export async function tryParse(path: string, text: string): Promise<SyntaxTree | undefined> {
  const rules = tryLanguage(path)
  if (rules === undefined) return undefined
  loadingParser ??= createParser()
  const parser = await loadingParser
  const language = await loadLanguage(rules.grammar)
  parser.setLanguage(language)
  const tree = parser.parse(text)
  return tree === null ? undefined : { rules, text, root: tree.rootNode, free: () => tree.delete() }
}

let loadingParser: Promise<Parser> | undefined
const loadingLanguages = new Map<string, Promise<Language>>()

async function createParser(): Promise<Parser> {
  const { default: treeSitter } = await import('@vscode/tree-sitter-wasm')
  const settings = { wasmBinary: readWasm('tree-sitter'), locateFile: (file: string) => file }
  await treeSitter.Parser.init(settings)
  return new treeSitter.Parser()
}

async function loadLanguage(grammar: string): Promise<Language> {
  const { default: treeSitter } = await import('@vscode/tree-sitter-wasm')
  const loading =
    loadingLanguages.get(grammar) ?? treeSitter.Language.load(readWasm(`tree-sitter-${grammar}`))
  loadingLanguages.set(grammar, loading)
  return loading
}

function readWasm(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(findGrammarFolder(), `${name}.wasm`)))
}

/** `grammars` beside or above the bundle; the package's own folder when the sources run. */
function findGrammarFolder(): string {
  const folder = dirname(fileURLToPath(import.meta.url))
  const bundled = [join(folder, 'grammars'), join(folder, '..', 'grammars')].find(place => existsSync(place))
  return bundled ?? dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'))
}

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** What each layer may import, besides itself. Arrows only point down, and siblings do not know each other. */
const below: Readonly<Record<string, readonly string[]>> = {
  plan: [],
  files: [],
  git: ['plan', 'files'],
  agent: ['plan', 'files'],
  report: ['plan'],
  merge: ['plan'],
  commands: ['git', 'agent', 'report', 'merge', 'plan', 'files'],
  cli: ['commands', 'git', 'agent', 'report', 'plan'],
  action: ['commands', 'git', 'agent', 'report', 'plan'],
}
const adapters = ['cli', 'action']

interface SourceFile {
  readonly path: string
  readonly layer: string
  readonly text: string
  readonly imports: readonly string[]
}

const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => {
    const text = readFileSync(join(source, path), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1] as string)
    return { path, layer: path.split('/')[0] as string, text, imports }
  })

function importedLayers(file: SourceFile): string[] {
  return file.imports
    .filter(name => name.startsWith('.'))
    .map(name => normalize(join(dirname(file.path), name)).split('/')[0] as string)
}

describe('the layers', () => {
  test('are all known', () => {
    expect([...new Set(files.map(file => file.layer))].filter(layer => !(layer in below))).toEqual([])
  })

  test('import only what is below them', () => {
    const wrong = files.flatMap(file =>
      importedLayers(file)
        .filter(layer => layer !== file.layer && !below[file.layer]?.includes(layer))
        .map(layer => `${file.path} imports ${layer}`),
    )
    expect(wrong).toEqual([])
  })

  test('use packages where they belong', () => {
    const wrong = files.flatMap(file =>
      file.imports.filter(name => isMisplaced(name, file.layer)).map(name => `${file.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('leave process.env, process.exit and console to the adapters', () => {
    const forbidden = /\bprocess\.(env|exit|exitCode|stdout|stderr|argv)\b|\bconsole\./
    const wrong = files
      .filter(file => !adapters.includes(file.layer))
      .filter(file => forbidden.test(withoutStrings(file.text)))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })

  test('have no import cycles', () => {
    expect(findCycle()).toBeUndefined()
  })
})

function isMisplaced(name: string, layer: string): boolean {
  if (name === '@actions/exec') return layer !== 'git' && layer !== 'action'
  if (name.startsWith('@actions/')) return layer !== 'action'
  if (name === 'simple-git') return layer !== 'git'
  return false
}

/** Texts of scripts that are written elsewhere do not count. */
function withoutStrings(text: string): string {
  return text.replace(/`(?:[^`\\]|\\.)*`/gs, '``').replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}

function findCycle(): string[] | undefined {
  const edges = new Map(
    files.map(file => {
      const runtime = [...file.text.matchAll(/^import (?!type )(?:[^'"]*)from '(\.[^']+)'/gms)].map(
        match => match[1] as string,
      )
      return [
        file.path,
        runtime.map(name => relative('.', normalize(join(dirname(file.path), name)))),
      ] as const
    }),
  )
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of edges.get(path) ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle !== undefined) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of edges.keys()) {
    const cycle = visit(path, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}

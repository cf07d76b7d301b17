import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** The folders of src in layers, from the top. A folder may use every layer below its own; folders of one layer do not know each other. */
const floors: readonly (readonly string[])[] = [
  ['action', 'cli'],
  ['jobs'],
  ['commands'],
  ['integration'],
  ['tasks'],
  ['merging'],
  ['checkouts'],
  ['run'],
  ['agents', 'report', 'conflicts'],
  ['git', 'culprits', 'plan', 'sandbox'],
  ['model', 'test-output', 'test-files', 'secrets', 'files'],
]
const adapters = ['cli', 'action']

/** Exported only for their tests, which need more cases than the functions around them can show, and for a script. */
const usedElsewhere = [
  'clis of agents/adapters/clis.ts',
  'commandNames of action/inputs/inputs.ts', // the table of docs/action.md
  'listDeclaredContracts of conflicts/contracts/lost-contracts.ts',
  'packageManagers of checkouts/dependencies/managers.ts',
  'toAnswerText of commands/comment/answer-comment.ts',
  'toDeathText of commands/comment/tell-issues.ts',
  'toHarmlessLine of action/step/step-log.ts',
  'toPlanSchema of plan/schema/json-schema.ts', // scripts/write-schema.mjs
  'toTopLevelAttributes of git/attributes/attributes.ts',
]

const mostFilesInFolder = 20
const mostLinesInFile = 220

interface SourceFile {
  readonly path: string
  readonly folder: string
  readonly room: string
  readonly text: string
  /** Everything it imports, types included: paths below `src`, or names of packages. */
  readonly imports: readonly string[]
}

const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => {
    const text = readFileSync(join(source, path), 'utf8')
    const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1] as string)
    const imports = names.map(name => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
    return { path, folder: dirname(path), room: toRoom(path), text, imports }
  })
const known = new Map(files.map(file => [file.path, file]))
const inside = (file: SourceFile) => file.imports.filter(path => known.has(path))

/** What a file imports to use at run time: no types. */
function toUsed({ path, text }: SourceFile): string[] {
  const names = [...text.matchAll(/^import (?!type\b)[^'"]*?(?:from )?'([^']+)'/gm)].map(
    match => match[1] as string,
  )
  return names.map(name => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
}

/** The names that a file imports, statically or not. */
function listImportedNames(text: string): string[] {
  const lists = [...text.matchAll(/\{([^{}]*)\}\s*(?:from '|= await import\()/g)].map(
    match => match[1] as string,
  )
  const single = [...text.matchAll(/import\('[^']+'\)\)?\.(\w+)/g)].map(match => match[1] as string)
  const listed = lists.flatMap(list =>
    list.split(',').map(word => /^\s*(?:type )?(\w*)/.exec(word)?.[1] ?? ''),
  )
  return [...listed, ...single]
}

function toRoom(path: string): string {
  return path.split('/')[0] as string
}

function toFloor(room: string): number {
  return floors.findIndex(floor => floor.includes(room))
}

describe('the structure of src', () => {
  test('assigns every folder to a layer', () => {
    expect([...new Set(files.map(({ room }) => room))].filter(room => toFloor(room) === -1)).toEqual([])
  })

  test('has no import that runs upwards or to a neighbour, types included', () => {
    const wrong = files.flatMap(file =>
      inside(file)
        .filter(path => toRoom(path) !== file.room && toFloor(toRoom(path)) <= toFloor(file.room))
        .map(path => explainUpwards(file, path)),
    )
    expect(wrong).toEqual([])
  })

  test('has no circle between folders, types included', () => {
    const folders = new Map<string, Set<string>>()
    for (const file of files) {
      const used = folders.get(file.folder) ?? new Set<string>()
      for (const path of inside(file)) if (dirname(path) !== file.folder) used.add(dirname(path))
      folders.set(file.folder, used)
    }
    expect(explainCircle(findCircle(folders))).toBeUndefined()
  })

  test('has no circle between files, types included', () => {
    const circle = findCircle(new Map(files.map(file => [file.path, new Set(inside(file))])))
    expect(circle?.join(' imports ')).toBeUndefined()
  })

  test('has no folder and no file that is too full', () => {
    const counts = new Map<string, number>()
    for (const { folder } of files) counts.set(folder, (counts.get(folder) ?? 0) + 1)
    const crowded = [...counts].filter(([, count]) => count > mostFilesInFolder).map(([folder]) => folder)
    const long = files.filter(({ text }) => toLines(text) > mostLinesInFile)
    expect(crowded).toEqual([])
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('exports only values that another file of src imports', () => {
    const imported = new Set(files.flatMap(file => listImportedNames(file.text)))
    const alone = files.flatMap(({ path, text }) =>
      [...withoutStrings(text).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)]
        .map(match => match[1] as string)
        .filter(name => !imported.has(name))
        .map(name => `${name} of ${path}`),
    )
    expect(alone.sort()).toEqual(usedElsewhere)
  })

  test('has one meaning for each exported name', () => {
    const places = new Map<string, string[]>()
    for (const { path, text } of files)
      for (const [, name] of text.matchAll(
        /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm,
      ))
        places.set(name as string, [...(places.get(name as string) ?? []), path])
    places.delete('main')
    const shared = [...places].filter(([, paths]) => paths.length > 1)
    expect(shared.map(([name, paths]) => `${name}: ${paths.join(' and ')}`)).toEqual([])
  })

  test('uses packages where they belong', () => {
    const wrong = files.flatMap(file =>
      file.imports.filter(name => isMisplaced(name, file.room)).map(name => `${file.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('has no effects in folders that docs/architecture.md calls pure', () => {
    const page = readFileSync(join(source, '../docs/architecture.md'), 'utf8')
    const pure = [...page.matchAll(/^\| \d+ \| `([^`]+)` \|.*\bPure\b/gm)].map(match => match[1] as string)
    const outside = /^(node:(fs|child_process|net|http|https|dns|os|worker_threads)\b|(git|files|sandbox)\/)/
    const wrong = files
      .filter(({ room }) => pure.includes(room))
      .flatMap(file =>
        toUsed(file)
          .filter(name => outside.test(name))
          .map(name => `${file.path} imports ${name}`),
      )
    expect(pure.length).toBeGreaterThan(3)
    expect(wrong).toEqual(['conflicts/syntax/parsers.ts imports node:fs']) // its grammars
  })

  test('leaves process.env, process.exit and console to the adapters', () => {
    const forbidden = /\bprocess\.(env|exit|exitCode|stdout|stderr|argv)\b|\bconsole\./
    const wrong = files
      .filter(file => !adapters.includes(file.room))
      .filter(file => forbidden.test(withoutStrings(file.text)))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })
})

function explainUpwards(file: SourceFile, path: string): string {
  const floor = toFloor(file.room)
  const below = floors.slice(floor + 1).flat()
  return (
    `${file.path} imports ${path}: ${toRoom(path)} is not below ${file.room}. ` +
    `Move what both need into one of ${below.join(', ')}, or pass it as a parameter from ${toRoom(path)}.`
  )
}

/** Names the imports of the edge of a circle that has the fewest, because that one is the cheapest to take out. */
function explainCircle(circle: readonly string[] | undefined): string | undefined {
  if (circle === undefined) return undefined
  const edges = circle.slice(1).map((to, index) => {
    const from = circle[index] as string
    const imports = files
      .filter(({ folder }) => folder === from)
      .flatMap(file =>
        inside(file)
          .filter(path => dirname(path) === to)
          .map(path => `${file.path} imports ${path}`),
      )
    return imports
  })
  const thinnest = edges.sort((a, b) => a.length - b.length)[0] as string[]
  return `${circle.join(' → ')}. Thinnest: ${thinnest.join('; ')}`
}

function isMisplaced(name: string, room: string): boolean {
  if (name.startsWith('@actions/')) return room !== 'action'
  if (name === 'simple-git') return room !== 'git'
  return false
}

function toLines(text: string): number {
  return text.split('\n').length - 1
}

/** Texts of scripts that are written elsewhere do not count. */
function withoutStrings(text: string): string {
  return text.replace(/`(?:[^`\\]|\\.)*`/gs, '``').replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}

function findCircle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (node: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...trail, node])
      if (circle !== undefined) return circle
    }
    done.add(node)
    return undefined
  }
  for (const node of graph.keys()) {
    const circle = visit(node, [])
    if (circle !== undefined) return circle
  }
  return undefined
}

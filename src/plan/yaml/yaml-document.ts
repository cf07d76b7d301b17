import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  mergeTag,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import type { PlanPath, Problem } from './problem.ts'

/** A parsed YAML text that knows the position of every value. */
export interface YamlDocument {
  readonly value: unknown
  readonly duplicateKeys: readonly PlanPath[]
  /** Line and column (from 1) of the key or list item at the path, or of its nearest parent if it is absent. */
  locate(path: PlanPath): { line: number; column: number }
  /** The keys of a mapping as written, in order. */
  keysOf(path: PlanPath): string[]
}

/** YAML 1.2, with merge keys (`<<: *defaults`), which many expect. */
const schema = CORE_SCHEMA.withTags(mergeTag)

const maxAliases = 1000
const maxDepth = 64

/** Reads one YAML (or JSON) document. A syntax error is returned as a problem. */
export function readYaml(text: string): YamlDocument | Problem {
  try {
    const events = parseEvents(text, { maxDepth })
    const { values, hasDuplicates } = constructValues(text, events)
    if (values.length > 1) return { message: 'there is more than one YAML document in this file', path: [] }
    return new LocatedDocument(text, events, values[0], hasDuplicates)
  } catch (error) {
    if (error instanceof YAMLException) return toProblem(error)
    throw error
  }
}

function constructValues(text: string, events: Event[]): { values: unknown[]; hasDuplicates: boolean } {
  const options = { source: text, schema, maxAliases }
  try {
    return { values: constructFromEvents(events, { ...options, json: false }), hasDuplicates: false }
  } catch (error) {
    if (!(error instanceof YAMLException) || !/duplicat/i.test(error.reason)) throw error
    return { values: constructFromEvents(events, { ...options, json: true }), hasDuplicates: true }
  }
}

/** Computes positions on first use: a plan without problems needs none. */
class LocatedDocument implements YamlDocument {
  readonly value: unknown
  private readonly text: string
  private readonly events: readonly Event[]
  private readonly hasDuplicates: boolean
  private found: { positions: PositionReader; lineStarts: readonly number[] } | undefined

  constructor(text: string, events: readonly Event[], value: unknown, hasDuplicates: boolean) {
    this.text = text
    this.events = events
    this.value = value
    this.hasDuplicates = hasDuplicates
  }

  get duplicateKeys(): readonly PlanPath[] {
    return this.hasDuplicates ? this.read().positions.duplicateKeys : []
  }

  locate(path: PlanPath): { line: number; column: number } {
    const { positions, lineStarts } = this.read()
    return toLineColumn(lineStarts, toOffset(positions.root, path))
  }

  keysOf(path: PlanPath): string[] {
    let position: Position | undefined = this.read().positions.root
    for (const step of path) position = position?.children.get(step)
    return [...(position?.children.keys() ?? [])].map(String)
  }

  private read(): { positions: PositionReader; lineStarts: readonly number[] } {
    this.found ??= {
      positions: new PositionReader(this.text, this.events),
      lineStarts: toLineStarts(this.text),
    }
    return this.found
  }
}

function toProblem(error: YAMLException): Problem {
  const message = `this is not valid YAML: ${error.reason}${toHint(error.reason)}`
  if (error.mark === undefined) return { message, path: [] }
  return { message, path: [], line: error.mark.line + 1, column: error.mark.column + 1 }
}

/** The correction of common mistakes. */
function toHint(reason: string): string {
  if (/bad indentation of a mapping entry|mapping values are not allowed/.test(reason)) {
    return ' (a text with ": " or " #" in it needs quotes, or a line of its own below `|`)'
  }
  if (/tab/.test(reason)) return ' (indent with spaces)'
  return /deficient indentation|unexpected end/.test(reason)
    ? ' (is a bracket, brace or quote not closed above?)'
    : ''
}

interface Position {
  /** Offset in the text of the key (in a mapping) or of the value (elsewhere). */
  readonly start: number
  readonly children: ReadonlyMap<string | number, Position>
}

const nowhere: Position = { start: 0, children: new Map() }

/** Follows the parser's events once and records where each key and list item begins. */
class PositionReader {
  readonly root: Position
  readonly duplicateKeys: PlanPath[] = []
  private at = 1
  private readonly text: string
  private readonly events: readonly Event[]

  constructor(text: string, events: readonly Event[]) {
    this.text = text
    this.events = events
    this.root = events.length > 1 ? this.readNode([]) : nowhere
  }

  private readNode(path: PlanPath): Position {
    const event = this.events[this.at++]
    if (event?.type === EVENT_ID.SCALAR) return { start: event.valueStart, children: nowhere.children }
    if (event?.type === EVENT_ID.ALIAS) return { start: event.anchorStart, children: nowhere.children }
    if (event?.type === EVENT_ID.SEQUENCE) return { start: event.start, children: this.readItems(path) }
    if (event?.type === EVENT_ID.MAPPING) return { start: event.start, children: this.readPairs(path) }
    return nowhere
  }

  private readItems(path: PlanPath): Position['children'] {
    const children = new Map<number, Position>()
    while (!this.closes()) children.set(children.size, this.readNode([...path, children.size]))
    return children
  }

  private readPairs(path: PlanPath): Position['children'] {
    const children = new Map<string, Position>()
    while (!this.closes()) {
      const keyEvent = this.events[this.at]
      const key = keyEvent?.type === EVENT_ID.SCALAR ? getScalarValue(this.text, keyEvent) : ''
      const { start } = this.readNode(path)
      if (children.has(key)) this.duplicateKeys.push([...path, key])
      children.set(key, { start, children: this.readNode([...path, key]).children })
    }
    return children
  }

  private closes(): boolean {
    const event = this.events[this.at]
    if (event !== undefined && event.type !== EVENT_ID.POP) return false
    this.at++
    return true
  }
}

function toOffset(root: Position, path: PlanPath): number {
  let position = root
  for (const step of path) {
    const child = position.children.get(step)
    if (child === undefined) break
    position = child
  }
  return position.start
}

function toLineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function toLineColumn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  const next = lineStarts.findIndex(start => start > offset)
  const line = next === -1 ? lineStarts.length : next
  return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 }
}

import type { Member } from '../members/member.ts'
import type { MemberDecision } from '../members/merge-members.ts'
import { decideNames } from '../members/merge-names.ts'
import { toLines } from '../text/lines.ts'
import { mapThree, type Three } from '../text/three-way.ts'
import { isSet } from './list-items.ts'

/**
 * Merges the only list of a key as a set, if the sides changed nothing else: features, branches, files, requirements. Not if both
 * sides replaced one item.
 */
export function decideInlineList([base, ours, theirs]: Three<Member | undefined>):
  | MemberDecision
  | undefined {
  if (base === undefined || ours === undefined || theirs === undefined) return undefined
  const lists = mapThree([base, ours, theirs], ({ lines }) => tryReadList(lines.join('')))
  const [before, left, right] = lists
  if (before === undefined || left === undefined || right === undefined) return undefined
  if (before.around !== left.around || left.around !== right.around || left.items.length === 0)
    return undefined
  if (before.items.some(item => isContested(item, left, right))) return undefined
  const isRemoved = (item: string) => !left.items.includes(item) || !right.items.includes(item)
  if (before.items.some(isNumber) && before.items.some(isRemoved)) return undefined
  const members: Three<Member> = [withNames(base, before), withNames(ours, left), withNames(theirs, right)]
  return decideNames(members)
}

function isNumber(item: string): boolean {
  return /^-?[\d.]+$/.test(item)
}

/** Whether one side removed a requirement whose version the other changed, or both replaced an item. */
function isContested(item: string, left: TextList, right: TextList): boolean {
  const [mine, other] = [left, right].map(({ items }) =>
    items.find(each => toProject(each) === toProject(item)),
  )
  if (mine === undefined && other === undefined) return true
  return (
    (mine === undefined && other !== undefined && other !== item) ||
    (other === undefined && mine !== undefined && mine !== item)
  )
}

function toProject(item: string): string {
  return /^["'](\w[\w.-]*)\s*[[<>=!~]/.exec(item)?.[1]?.toLowerCase() ?? item
}

interface TextList {
  /** The text with an empty list, without white space. */
  readonly around: string
  readonly start: number
  readonly end: number
  readonly inner: string
  /** With their quotes. */
  readonly items: readonly string[]
}

const item = /"[^"\\\n]*"|'[^'\n]*'|[\w.@/*-]+/
const strings = /"[^"\\\n]*"|'[^'\n]*'/g
const list = new RegExp(`([\\w-]+)["']?\\s*[=:]\\s*\\[((?:\\s*(?:${item.source})\\s*,?)*\\s*)\\]`)

/** Undefined unless the text has exactly one list, of plain words or requirements, without comments. */
function tryReadList(text: string): TextList | undefined {
  const [whole, name = '', inner = ''] = list.exec(text) ?? []
  const plain = text.replace(strings, '')
  if (whole === undefined || plain.split('[').length !== 2 || plain.includes('#')) return undefined
  const items = inner.match(new RegExp(item, 'g')) ?? []
  const words = items.map(each => each.replace(/^["']|["']$/g, '').replace(/^dep:/, ''))
  const isToml = /=\s*\[/.test(whole)
  if (!isSet(name, words) && !(isToml && areRequirements(name, words))) return undefined
  const end = text.indexOf(whole) + whole.length - 1
  const start = end - inner.length - 1
  const around = `${text.slice(0, start)}[]${text.slice(end + 1)}`.replace(/\s+|,\s*$/g, '')
  return { around, start, end, inner, items }
}

/** Packages with their versions, each once. */
function areRequirements(name: string, words: readonly string[]): boolean {
  const projects = words.map(
    word => /^([A-Za-z][\w.-]*)(\[[\w,-]+\])?\s*([<>=!~]=?[\w.*,<>=!~ ]*)?$/.exec(word)?.[1],
  )
  const known = new Set(projects.map(project => project?.toLowerCase().replace(/[_.]/g, '-')))
  return (
    !known.has(undefined) &&
    known.size === words.length &&
    /^(dependencies|requires|dev|test|tests|docs|lint|all|extras?)$/.test(name)
  )
}

function withNames(member: Member, list: TextList): Member {
  const text = member.lines.join('')
  const tryPrint = (names: readonly string[]) => {
    const inner = tryPrintItems(list, names)
    const printed = inner && text.slice(0, list.start + 1) + inner + text.slice(list.end)
    const isWhole = printed !== undefined && tryReadList(printed) !== undefined
    return isWhole ? toLines(printed) : undefined
  }
  return { ...member, names: { names: list.items, tryPrint } }
}

/** On one line, or one a line, as before. */
function tryPrintItems({ inner, items }: TextList, names: readonly string[]): string | undefined {
  if (!inner.includes('\n')) {
    const [before, after] = [/^ */.exec(inner)?.[0] ?? '', / *$/.exec(inner)?.[0] ?? '']
    return before + names.join(', ') + after
  }
  const lines = inner.split('\n').filter(line => line.trim() !== '')
  if (lines.length !== items.length) return undefined
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? ''
  const comma = /,\s*$/.test(inner) ? ',' : ''
  return `\n${names.map(name => indent + name).join(',\n')}${comma}\n${/[ \t]*$/.exec(inner)?.[0] ?? ''}`
}

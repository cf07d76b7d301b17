import { readYaml } from '../../plan/yaml/yaml-document.ts'
import { withoutHiddenText } from '../prompts/hidden-text.ts'

/** The plan's keys in the text of an issue, and the request. */
export interface IssueBlocks {
  /** Globs; empty: none. */
  readonly files: readonly string[]
  readonly test: string | undefined
  /** Numbers of issues that must be done first. */
  readonly dependsOn: readonly number[]
  /** The rest of the text: the request. */
  readonly wish: string
}

const fence = /^(`{3,}|~{3,})[ \t]*([^\n`]*)\n([\s\S]*?)^\1[`~]*[ \t]*$\n?/gm
const dependency =
  /\b(?:depends\s+on|blocked\s+by|needs)[\s:]+((?:#\d{1,9})(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)#\d{1,9})*)/gi
const filesKey = /^(?:#{1,6}\s+files:?|\**files\**:\**)[ \t]*(.*)$/i
const item = /^\s*[-*+][ \t]+(.+)$/

/**
 * Reads a fenced `files` or `test`, a fence of YAML with these keys, a list below `files:` or a heading "Files", and "depends on
 * #3". Content of other fences or quotes is an example.
 */
export function readIssueBlocks(body: string): IssueBlocks {
  const files: string[] = []
  let test: string | undefined
  const text = withoutHiddenText(body)
  let examples = ''
  const unfenced = text.replace(fence, (whole: string, _mark, info: string, content: string) => {
    const block = readFence(info, content)
    files.push(...block.files)
    test ??= block.test
    if (!block.isOurs) examples += whole
    return ''
  })
  const { listed, rest } = takeList(unfenced.split('\n'))
  files.push(...listed)
  const spoken = rest.filter(line => !/^\s*>/.test(line)).join('\n')
  const dependsOn = [...spoken.matchAll(dependency)].flatMap(match => toNumbers(match[1] ?? ''))
  const wish = `${rest.join('\n').replace(dependency, '')}\n${examples}`.trim()
  return { files: [...new Set(files)], test, dependsOn: [...new Set(dependsOn)], wish }
}

interface Block {
  readonly isOurs: boolean
  readonly files: readonly string[]
  readonly test: string | undefined
}

const nothing: Block = { isOurs: false, files: [], test: undefined }

function readFence(info: string, content: string): Block {
  const word = info.trim().replace(/:$/, '').toLowerCase()
  if (word === 'files') return { isOurs: true, files: toLines(content).flatMap(toGlobs), test: undefined }
  if (word === 'test') return { isOurs: true, files: [], test: content.trim() || undefined }
  return ['yaml', 'yml', ''].includes(word) ? readYamlFence(content) : nothing
}

/** Only if it holds nothing except our keys. */
function readYamlFence(content: string): Block {
  if (!/^(files|test):/m.test(content)) return nothing
  const document = readYaml(content)
  const value = 'value' in document ? document.value : undefined
  if (typeof value !== 'object' || value === null) return nothing
  const { files, test, ...others } = value as Record<string, unknown>
  if (Object.keys(others).length > 0) return nothing
  const list = (Array.isArray(files) ? files : [files]).filter(glob => typeof glob === 'string')
  return { isOurs: true, files: list, test: typeof test === 'string' ? test.trim() : undefined }
}

/** Removes `files: a, b` and a list below it, or below a heading "Files" (as issue forms write it). */
function takeList(lines: readonly string[]): { readonly listed: string[]; readonly rest: string[] } {
  const listed: string[] = []
  const rest: string[] = []
  let isInside = false
  for (const line of lines) {
    const [isStart, inline] = [filesKey.test(line), filesKey.exec(line)?.[1] ?? '']
    const listItem = item.exec(line)?.[1]
    if (isStart) listed.push(...toGlobs(inline))
    else if (isInside && listItem !== undefined) listed.push(...toGlobs(listItem))
    else if (!isInside || line.trim() !== '') rest.push(line)
    isInside = isStart || (isInside && (line.trim() === '' || listItem !== undefined))
  }
  return { listed, rest }
}

/** `src/a.ts, "src/b/**"`, also in brackets, or in the backticks that protect stars from Markdown. */
function toGlobs(text: string): string[] {
  return text
    .replace(/^\s*\[(.*)\]\s*$/, '$1')
    .split(/,(?![^{]*})|\s+/)
    .map(glob => glob.trim().replace(/^(["'`])(.*)\1$/, '$2'))
    .filter(glob => glob !== '' && glob !== '_No' && glob !== 'response_')
}

function toLines(content: string): string[] {
  return content
    .split('\n')
    .map(line => item.exec(line)?.[1] ?? line)
    .filter(line => line.trim() !== '' && !line.trim().startsWith('#'))
}

function toNumbers(text: string): number[] {
  return [...text.matchAll(/#(\d+)/g)].map(match => Number(match[1]))
}

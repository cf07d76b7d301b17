import { createHash, type Hash } from 'node:crypto'
import type { FileChange, FileHunk } from '../../model/file-change.ts'
import { readQuotedPath } from '../objects/quoted-path.ts'

interface OpenHunk {
  readonly start: number
  readonly removed: number
  readonly content: Hash
}

const headerPattern = /^[0-9a-f]{40,64} [0-9a-f]{40,64}$/
const rawPattern = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t([^\t]*)(?:\t([^\t]*))?$/
const hunkPattern = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/**
 * Reads the output of `git diff-tree --stdin --raw -p -U0`, a line at a time (one character a byte): for each question its two
 * trees, then a raw line a file, then the patches in the same order. The order assigns patches to files, and the counts of the hunks
 * delimit content, so that no name and no content can be misread.
 */
export class PatchReader {
  /** The changes of each question, in order. */
  readonly answers: FileChange[][] = []
  /** Files whose patches follow; a type change has two. */
  private patches: number[] = []
  private current: number | undefined
  private hunks: FileHunk[] = []
  private hunk: OpenHunk | undefined
  private linesLeft = 0

  takeLine(line: string): void {
    if (this.linesLeft > 0) this.takeContent(line)
    else if (line.startsWith('@@ ')) this.startHunk(line)
    else if (line.startsWith('\\ ')) this.hunk?.content.update(line)
    else if (line.startsWith('diff --git ')) this.startPatch()
    else if (line.startsWith('Binary files ')) this.setHunks(null)
    else if (line.startsWith(':')) this.addFile(line)
    else if (headerPattern.test(line)) this.startAnswer()
  }

  /** After the last line. */
  finish(): readonly (readonly FileChange[])[] {
    this.endPatch()
    return this.answers
  }

  private startAnswer(): void {
    this.endPatch()
    this.answers.push([])
    this.patches = []
  }

  private addFile(line: string): void {
    const match = rawPattern.exec(line)
    if (match === null) throw new Error(`git printed an unknown line: ${line.slice(0, 200)}`)
    const [, oldMode = '', newMode = '', oldId = '', newId = '', status = '', from = '', to] = match
    const path = readQuotedPath(from)
    const newPath = to === undefined ? path : readQuotedPath(to)
    const answer = this.answers.at(-1) as FileChange[]
    const isWhole = [oldMode, newMode].some(mode => mode !== '000000' && !mode.startsWith('100'))
    const kind = kinds[status] ?? 'modified'
    answer.push({ kind, path, newPath, oldMode, newMode, oldId, newId, hunks: isWhole ? null : [] })
    const index = answer.length - 1
    this.patches.push(...(status === 'T' ? [index, index] : [index]))
  }

  private startPatch(): void {
    this.endPatch()
    this.current = this.patches.shift()
    this.hunks = []
  }

  private startHunk(line: string): void {
    this.endHunk()
    const [, first = '0', removed = '1', , added = '1'] = hunkPattern.exec(line) ?? []
    const count = Number(removed)
    this.hunk = {
      start: count === 0 ? Number(first) : Number(first) - 1,
      removed: count,
      content: createHash('sha1'),
    }
    this.linesLeft = count + Number(added)
  }

  private takeContent(line: string): void {
    // A note about a missing line end does not count as a line.
    if (!line.startsWith('\\')) this.linesLeft--
    if (!line.startsWith('-')) this.hunk?.content.update(`${line}\n`, 'latin1')
  }

  private endHunk(): void {
    if (this.hunk === undefined) return
    const { start, removed, content } = this.hunk
    this.hunks.push({ start, removed, added: content.digest('base64') })
    this.hunk = undefined
  }

  private endPatch(): void {
    this.endHunk()
    if (this.hunks.length > 0) this.setHunks(this.hunks)
    this.current = undefined
    this.hunks = []
  }

  private setHunks(hunks: readonly FileHunk[] | null): void {
    const answer = this.answers.at(-1)
    const change = this.current === undefined ? undefined : answer?.[this.current]
    if (answer === undefined || change === undefined || change.hunks === null) return
    answer[this.current as number] = { ...change, hunks }
  }
}

const kinds: Readonly<Record<string, FileChange['kind']>> = { A: 'added', D: 'deleted', R: 'renamed' }

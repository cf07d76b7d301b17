import { toInertLine, toInertText } from '../../model/inert-text.ts'
import type { Task } from '../../model/plan.ts'
import { toPlainText, wrapText } from '../../report/text/text.ts'

const columns = 72
const mostCharacters = 2000

/**
 * An agent's summary as the body of a commit message: wrapped, without control characters, and without lines that git or a forge
 * would interpret as a trailer or a command.
 */
export function toCommitBody(summary: string | null): string {
  const lines = (summary ?? '')
    .split(/\r\n?|\n/)
    .map(line => toPlainText(line).trimEnd())
    .filter(line => !trailer.test(line))
  const text = lines.flatMap(wrapLine).join('\n')
  return cut(toInertText(text.replace(trailerLines, '\u200b$&').replace(divider, '—')))
}

const longestSentence = 300

/** The first sentence of a prompt, without a heading above it. */
export function toFirstSentence(prompt: string): string {
  const paragraphs = prompt.split(/\n\s*\n/).map(paragraph => paragraph.replace(/^\s*#.*$/gm, '').trim())
  const text = (paragraphs.find(paragraph => paragraph !== '') ?? '').replace(/\s+/g, ' ')
  const sentence = /^.+?[.!?](?= |$)/.exec(text)?.[0] ?? text
  return sentence.length <= longestSentence
    ? sentence
    : `${sentence.slice(0, longestSentence - 1).trimEnd()}…`
}

/** A task in the subject of a commit: `api: Add the API`, or the id alone without a title. */
export function toTaskName({ id, title }: Pick<Task, 'id' | 'title'>): string {
  return title === id ? id : `${id}: ${toInertLine(title)}`
}

/** A message from a subject and a body that may be empty. */
export function toSubjectAndBody(subject: string, body: string): string {
  return body === '' ? subject : `${subject}\n\n${body}`
}

/** An agent may not claim signatures, reviews or authors, nor the run and task of a commit. */
const trailer =
  /^[^\S\n]*(?:[a-z]+(?:-[a-z]+)*-by|agent(?:-run|-task|-commit)?|reverts|change-id|skip-checks)\s*:/i
/** Wrapping can move one to the beginning of a line. */
const trailerLines = new RegExp(trailer.source, 'gim')
/** Where `git interpret-trailers` assumes the end of a message. */
const divider = /^---(?=\s|$)/gm

/** Wraps one line; continuation lines of a list item are indented like its text. */
function wrapLine(line: string): string[] {
  const [start = ''] = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?/.exec(line) ?? []
  const indent = ' '.repeat(start.length)
  const lines = wrapText(line.slice(start.length), Math.max(columns - start.length, columns / 2))
  return lines.map((part, index) => `${index === 0 ? start : indent}${part}`.trimEnd())
}

function cut(text: string): string {
  const whole = text.replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, '')
  if (whole.length <= mostCharacters) return whole
  const end = whole.lastIndexOf('\n', mostCharacters)
  return `${whole.slice(0, end === -1 ? mostCharacters : end).trimEnd()}\n…`
}

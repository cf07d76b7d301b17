import { type ObjectId, writeObject } from '../objects/objects.ts'
import type { Repository } from '../repository/open-repository.ts'
import { requireCommit } from '../trees/read-commit.ts'
import { toInertMessage, withoutControls } from './inert-message.ts'
import type { OwnCommit } from './own-history.ts'

/** The possible dates of a commit, in seconds since 1970. */
interface Period {
  readonly from: number
  readonly to: number
}

/** No commit of a git repository is older than git. */
const birthOfGit = 1_112_911_993

/**
 * Rewrites commits of an agent that carry trailers reserved for the harness, words that GitHub obeys, control characters or impossible
 * dates, and their descendants. Their files stay the same.
 * Returns the new tip.
 *
 * @param commits The oldest first.
 */
export async function tidyCommits(
  repository: Repository,
  start: ObjectId,
  commits: readonly OwnCommit[],
): Promise<ObjectId> {
  const { committedAt } = await requireCommit(repository, start)
  const period = { from: committedAt, to: Math.max(committedAt, Math.floor(Date.now() / 1000)) }
  const written = new Map<ObjectId, ObjectId>()
  for (const { id } of commits) {
    const object = await repository.objects.read(id)
    const text = object?.content.toString('latin1') ?? ''
    const tidy = toTidyText(text, period, written)
    const isSame = tidy === text
    written.set(id, isSame ? id : await writeObject(repository.store, 'commit', Buffer.from(tidy, 'latin1')))
  }
  const tip = commits.at(-1)?.id ?? start
  return written.get(tip) ?? tip
}

/** In others, such as UTF-7, a trailer can be written in different bytes, which git translates. */
const plainEncoding =
  /^encoding (utf-?8|iso-?8859-\d+|latin-?\d+|windows-125\d|cp125\d|koi8-[ru]|euc-(jp|kr|cn))$/i

/** The text of a commit, byte by byte. Changes would break a signature, so it is removed. */
function toTidyText(text: string, period: Period, written: ReadonlyMap<ObjectId, ObjectId>): string {
  const end = text.indexOf('\n\n')
  const head = end === -1 ? text : text.slice(0, end)
  const message = end === -1 ? '' : text.slice(end)
  const isRead = (line: string) => !/^encoding /.test(line) || plainEncoding.test(line)
  const lines = head
    .split('\n')
    .filter(isRead)
    .map(line => toTidyLine(line, period, written))
  const isUtf8 = !/^encoding (?!utf-?8$)/im.test(lines.join('\n'))
  const tidy = [lines.join('\n'), toInertMessage(withoutTrailers(message), isUtf8)].join('')
  return tidy === text
    ? text
    : tidy.replace(/^gpgsig(-sha256)? .*\n( .*\n)*/gm, (found, _, __, at) => (at < end ? '' : found))
}

function toTidyLine(line: string, period: Period, written: ReadonlyMap<ObjectId, ObjectId>): string {
  const parent = /^parent (\S+)$/.exec(line)?.[1]
  if (parent !== undefined) return `parent ${written.get(parent) ?? parent}`
  const signature = /^(author|committer) (.*>) (\S+) (\S+)$/.exec(line)
  if (signature === null) return withoutControls(line)
  const [, who, name, seconds, zone] = signature
  const from = who === 'author' ? Math.min(birthOfGit, period.from) : period.from
  const at = Math.min(Math.max(Number(seconds) || 0, from), period.to)
  return `${who} ${withoutControls(name ?? '')} ${at} ${/^[+-]\d{4}$/.test(zone ?? '') ? zone : '+0000'}`
}

const harnessTrailer = /^(Agent|Agent-Run|Agent-Task|Agent-Commit|Reverts|Skip-Checks)[ \t]*:.*\n?/gim

/** The subject always stays, but is no trailer. */
function withoutTrailers(message: string): string {
  const body = message.search(/[^\n]/) === -1 ? -1 : message.indexOf('\n', message.search(/[^\n]/))
  if (body === -1) return withoutColon(message)
  return withoutColon(message.slice(0, body + 1)) + message.slice(body + 1).replace(harnessTrailer, '')
}

function withoutColon(subject: string): string {
  return subject.replace(/^(Agent|Agent-Run|Agent-Task|Agent-Commit|Reverts)[ \t]*:/im, '$1')
}

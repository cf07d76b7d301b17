import { type ObjectId, type ObjectStore, writeObject } from './objects.ts'

export interface Identity {
  readonly name: string
  readonly email: string
}

export interface CommitRequest {
  readonly tree: ObjectId
  readonly parents: readonly ObjectId[]
  readonly author: Identity
  readonly committer: Identity
  /** Seconds since 1970, for author and committer. */
  readonly date: number
  readonly message: string
  readonly trailers: readonly Trailer[]
}

export type Trailer = readonly [token: string, value: string]

/** Author of the harness's commits. Always the same, so that the same inputs give the same commit. */
export const harnessIdentity: Identity = {
  name: 'parallel-agents',
  email: 'parallel-agents@users.noreply.github.com',
}

/** Writes a commit without starting git. */
export function writeCommit(store: ObjectStore, request: CommitRequest): Promise<ObjectId> {
  return writeObject(store, 'commit', toCommitText(request))
}

function toCommitText({ tree, parents, author, committer, date, message, trailers }: CommitRequest): string {
  return [
    `tree ${tree}`,
    ...parents.map(parent => `parent ${parent}`),
    `author ${toSignature(author, date)}`,
    `committer ${toSignature(committer, date)}`,
    '',
    `${toMessage(message, trailers)}\n`,
  ].join('\n')
}

function toSignature(identity: Identity, date: number): string {
  return `${toAddress(identity)} ${date} +0000`
}

/** `Name <address>`. */
export function toAddress({ name, email }: Identity): string {
  return `${withoutSpecials(name)} <${withoutSpecials(email)}>`
}

function withoutSpecials(text: string): string {
  return text.replace(/[<>\n\0]/g, '').trim() || 'unknown'
}

/** A message with its trailers as the last paragraph, one a line. */
export function toMessage(message: string, trailers: readonly Trailer[]): string {
  const lines = trailers.map(([token, value]) => `${token}: ${value.replace(/\s+/g, ' ').trim()}`)
  return [message.replace(/\0/g, '').trim(), ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
}

/** The parts of a commit that the harness reads. */
export interface Commit {
  readonly tree: ObjectId
  readonly parents: readonly ObjectId[]
  readonly author: Identity
  /** Seconds since 1970. */
  readonly committedAt: number
  readonly message: string
}

export function readCommitText(text: string): Commit {
  const [header = '', ...paragraphs] = text.split('\n\n')
  const values = (key: string) =>
    header
      .split('\n')
      .filter(line => line.startsWith(`${key} `))
      .map(line => line.slice(key.length + 1))
  return {
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: toIdentity(values('author')[0] ?? ''),
    committedAt: Number(/> (\d+) [+-]\d+$/.exec(values('committer')[0] ?? '')?.[1] ?? 0),
    message: paragraphs.join('\n\n').trim(),
  }
}

/** Of `Name <address> 1700000000 +0100`. */
function toIdentity(signature: string): Identity {
  const [, name = '', email = ''] = /^(.*?) ?<([^>]*)>/.exec(signature) ?? []
  return { name, email }
}

/** The value of a trailer in a commit message; of several, the last. */
export function tryTrailer(message: string, token: string): string | undefined {
  const last = message.trim().split('\n\n').at(-1) ?? ''
  const lines = last.split('\n').filter(line => line.startsWith(`${token}: `))
  return lines.at(-1)?.slice(token.length + 2)
}

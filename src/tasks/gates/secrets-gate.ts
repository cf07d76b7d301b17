import type { ObjectId } from '../../git/objects/objects.ts'
import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { listSome } from '../../model/names/list-some.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import type { RunContext } from '../../run/run-context.ts'
import { listSecretTexts, maskSecrets } from '../../secrets/masking.ts'
import { type FoundSecret, scanText, tryEncodedValue } from '../../secrets/scan-text.ts'
import { type GatedChange, listForAgent, type Refusal } from './gate.ts'

/** Longer texts are not written by hand; only this part is scanned. */
const longestBytes = 2_000_000
const longestLine = 20_000
const longestSecret = 5000

export interface SecretsRequest {
  /** The task's start: a secret in it is not the task's. */
  readonly start: ObjectId
  readonly changes: readonly GatedChange[]
}

/** Refuses secrets in added lines and in names of new files. Reports the place, never the secret. */
export async function checkSecrets(
  context: RunContext,
  request: SecretsRequest,
): Promise<Refusal | undefined> {
  const found = await findSecrets(context, request)
  if (found.length === 0) return undefined
  const all = listSome(found)
  return {
    outcome: 'failed',
    reason: `a secret would be published: ${all}`,
    feedback:
      `Your change contains secrets: ${listForAgent(found)}. Remove them, also from your commits, and read them from the environment instead. ` +
      'If one of them is an example, write it so that it cannot be mistaken for a real one.',
    undo: [],
  }
}

/** What looking for secrets needs of a run. */
export interface SecretsPlace {
  readonly repository: Pick<Repository, 'objects'>
  readonly control: Pick<RunContext['control'], 'place'>
  readonly plan: Pick<RunContext['plan'], 'allowSecrets'>
}

/** "config.js:3 (the value of API_KEY)". */
export async function findSecrets(
  context: SecretsPlace,
  { start, changes }: SecretsRequest,
): Promise<string[]> {
  const present = changes.filter(({ newMode }) => newMode !== deletedMode)
  const found = present.flatMap(toNameProblem)
  for await (const batch of readBatches(context, present))
    for (const { path, secret } of await scanBatch(batch))
      if (!(await isKnown(context, start, secret)))
        found.push(`${maskSecrets(path)}:${secret.line} (${secret.kind})`)
  return [...new Set(found)]
}

function toNameProblem({ status, path }: GatedChange): string[] {
  const name =
    status === 'A' ? (tryEncodedValue(path) ?? tryEncodedValue(path.replaceAll('/', ''))) : undefined
  return name === undefined ? [] : [`the name of ${maskSecrets(path)} (the value of ${name})`]
}

/** What a change adds to a file. */
interface AddedText {
  readonly path: string
  readonly text: string
  /** Whether what looks like a secret is meant to be there; a value that was given to the run never is. */
  readonly isMeant: boolean
}

/** So many characters are scanned at once. */
const batchLength = 100_000
/** What counts as a secret in these depends on their names. */
const ruledByName = /(?:package|package-lock)\.json$|\.npmrc$/

/** So many files are read at once. */
const readAtOnce = 32

/** Each scan costs a millisecond, whatever the length: texts of many small files are scanned together. */
async function* readBatches(
  context: SecretsPlace,
  changes: readonly GatedChange[],
): AsyncGenerator<readonly AddedText[]> {
  let batch: AddedText[] = []
  let length = 0
  for await (const added of readAllAdded(context, changes)) {
    if (ruledByName.test(added.path)) {
      yield [added]
      continue
    }
    batch.push(added)
    length += added.text.length + 1
    if (length < batchLength) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

async function* readAllAdded(
  context: SecretsPlace,
  changes: readonly GatedChange[],
): AsyncGenerator<AddedText> {
  const isMeant = toMatcher(context.plan.allowSecrets)
  for (let at = 0; at < changes.length; at += readAtOnce) {
    const some = changes.slice(at, at + readAtOnce)
    const texts = await Promise.all(some.map(change => readAdded(context, change)))
    for (const [index, { path }] of some.entries()) {
      const text = texts[index] ?? ''
      if (text.trim() !== '') yield { path, text, isMeant: isMeant(path) }
    }
  }
}

async function scanBatch(
  batch: readonly AddedText[],
): Promise<{ readonly path: string; readonly secret: FoundSecret }[]> {
  const joined = batch.map(({ text }) => text).join('\n')
  if (batch.length !== 1 && (await scanText('several', joined)).length === 0) return []
  const found: { path: string; secret: FoundSecret }[] = []
  for (const { path, text, isMeant } of batch)
    for (const secret of await scanText(path, text))
      if (secret.value === undefined || !isMeant) found.push({ path, secret })
  return found
}

async function readAdded({ repository }: SecretsPlace, change: GatedChange): Promise<string> {
  const { newMode, newId, oldMode, oldId } = change
  if (!newMode.startsWith('1') || change.size === 0) return ''
  const read = async (id: ObjectId) => (await repository.objects.read(id))?.content
  const all = await read(newId)
  if (all === undefined) return ''
  const now = all.subarray(0, longestBytes)
  const beyond = listSecretTexts(all.toString('latin1', Math.max(0, longestBytes - longestSecret)))
  const rest = all.length > longestBytes ? beyond.join('\n') : ''
  if (now.includes(0)) return [...listSecretTexts(withoutNul(now)), rest].join('\n')
  const before = oldMode.startsWith('1') ? String((await read(oldId))?.subarray(0, longestBytes) ?? '') : ''
  return toAddedLines(before, String(now)) + (rest === '' ? '' : `\n${rest}`)
}

/** The text of UTF-16, if it is English, and of files with a few such bytes. */
function withoutNul(content: Buffer): string {
  return content.toString('latin1').replaceAll('\0', '')
}

/** What looks like a secret in the rest of a long line counts as well. */
function toScanned(line: string): string {
  if (line.length <= longestLine) return line
  const rest = listSecretTexts(line.slice(longestLine - longestSecret))
  return [line.slice(0, longestLine), ...rest].join(' ')
}

/** The new text with existing lines blanked, so that line numbers stay. */
function toAddedLines(before: string, now: string): string {
  const old = new Set(before.split('\n'))
  return now
    .split('\n')
    .map(line => (old.has(line) ? '' : toScanned(line)))
    .join('\n')
}

/** Whether the task's start already holds the same text. */
async function isKnown({ control }: SecretsPlace, start: ObjectId, { value }: FoundSecret): Promise<boolean> {
  // Of a key with several lines, the longest identifies it.
  const [line = ''] = (value ?? '').split('\n').sort((a, b) => b.length - a.length)
  if (line.trim() === '') return false
  const search = ['grep', '--quiet', '--fixed-strings', '--text', '-f', '-', start]
  return (await tryGit(control.place, search, `${line}\n`)).code === 0
}

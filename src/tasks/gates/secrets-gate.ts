import type { ObjectId } from '../../git/objects/objects.ts'
import { tryGit } from '../../git/process/run-git.ts'
import { goneMode } from '../../model/file-modes.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import type { RunContext } from '../../run/run-context.ts'
import { maskSecrets, tryHeldValue } from '../../secrets/masking.ts'
import { type FoundSecret, scanText } from '../../secrets/scan-text.ts'
import { type GatedChange, listPaths, type Refusal } from './gate.ts'

/** Longer texts are not written by hand; only this part is scanned. */
const longestBytes = 2_000_000
const longestLine = 20_000

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
  const all = listPaths(found)
  return {
    outcome: 'failed',
    reason: `a secret would be published: ${all}`,
    feedback:
      `Your change contains secrets: ${found.join(', ')}. Remove them, also from your commits, and read them from the environment instead. ` +
      'If one of them is an example, write it so that it cannot be mistaken for a real one.',
    undo: [],
  }
}

/** "config.js:3 (the value of API_KEY)". */
export async function findSecrets(
  context: RunContext,
  { start, changes }: SecretsRequest,
): Promise<string[]> {
  const found: string[] = []
  for (const change of changes.filter(({ newMode }) => newMode !== goneMode)) {
    if (change.status === 'A' && tryHeldValue(change.path) !== undefined)
      found.push(`the name of ${maskSecrets(change.path)} (the value of ${tryHeldValue(change.path)})`)
    for (const secret of await scanChange(context, change))
      if (!(await isKnown(context, start, secret)))
        found.push(`${maskSecrets(change.path)}:${secret.line} (${secret.kind})`)
  }
  return [...new Set(found)]
}

async function scanChange({ repository, plan }: RunContext, change: GatedChange): Promise<FoundSecret[]> {
  const { path, newMode, newId, oldMode, oldId } = change
  if (!newMode.startsWith('1') || change.size === 0) return []
  const read = async (id: ObjectId) => (await repository.objects.read(id))?.content.subarray(0, longestBytes)
  const now = await read(newId)
  if (now === undefined || now.includes(0)) return []
  const before = oldMode.startsWith('1') ? String((await read(oldId)) ?? '') : ''
  const secrets = await scanText(path, toAddedLines(before, String(now)))
  const isMeant = toMatcher(plan.allowSecrets)
  return secrets.filter(({ value }) => value === undefined || !isMeant(path))
}

/** The new text with existing lines blanked, so that line numbers stay. */
function toAddedLines(before: string, now: string): string {
  const old = new Set(before.split('\n'))
  return now
    .split('\n')
    .map(line => (old.has(line) ? '' : line.slice(0, longestLine)))
    .join('\n')
}

/** Whether the task's start already holds the same text. */
async function isKnown({ harness }: RunContext, start: ObjectId, { value }: FoundSecret): Promise<boolean> {
  // Of a key with several lines, the longest identifies it.
  const [line = ''] = (value ?? '').split('\n').sort((a, b) => b.length - a.length)
  if (line.trim() === '') return false
  const search = ['grep', '--quiet', '--fixed-strings', '--text', '-f', '-', start]
  return (await tryGit(harness.place, search, `${line}\n`)).code === 0
}

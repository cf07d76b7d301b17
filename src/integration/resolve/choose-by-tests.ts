import { writeObject } from '../../git/objects/objects.ts'
import { type ChosenCandidate, toChosenText } from '../../merging/chosen-candidate.ts'
import type {
  ConflictedMerge,
  ResolvedFile,
  Resolving,
  UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'
import { toCount } from '../../report/text/text.ts'
import type { Choice } from './candidate-choices.ts'
import { type CandidateFile, type OpenFiles, tryCandidateFiles } from './candidate-files.ts'
import { CandidateTrials, type TrialsEnd } from './candidate-trials.ts'
import { toSides } from './side-reports.ts'
import { TaskTests } from './task-tests.ts'

export interface ChosenFiles {
  readonly files: readonly ResolvedFile[]
  readonly left: readonly UnresolvedFile[]
}

/**
 * Lets the colliding tasks' tests choose among candidates for files that rules could not resolve: the first that passes the tests of
 * both sides is taken. If they would also pass without one side's change, they cannot decide. All files or none; the choice is
 * stored.
 */
export async function chooseByTests(
  resolving: Resolving,
  merge: ConflictedMerge,
  open: OpenFiles,
): Promise<ChosenFiles> {
  const { left } = open
  const { context } = resolving
  const nothing = { files: [], left }
  if (resolving.verdicts === undefined || context.plan.integration.candidates.most === 0) return nothing
  const files = await tryCandidateFiles(resolving, left)
  if (files === undefined) return nothing
  const sides = toSides(context.plan, merge)
  if ([sides.theirs, ...sides.ours].every(({ test }) => test === undefined))
    return { files: [], left: withReason(files, toUntestedReason(files), undefined) }
  const tests = new TaskTests(resolving, merge)
  try {
    const end = await new CandidateTrials({ resolving, merge, open, files, sides, tests }).run()
    if (end.kind !== 'chosen') return { files: [], left: withReason(files, end.reason, end) }
    return { files: await keepChosen(resolving, files, end), left: [] }
  } finally {
    await tests.close()
  }
}

function toUntestedReason(files: readonly CandidateFile[]): string {
  const count = Math.max(...files.map(({ candidates }) => candidates.length))
  return `candidates: ${toCount(count, 'plausible candidate')}, but none of the conflicting tasks has a \`test:\` to choose with`
}

function withReason(
  files: readonly CandidateFile[],
  reason: string,
  end: TrialsEnd | undefined,
): UnresolvedFile[] {
  return files.map(({ file, candidates }, index) => ({
    ...file,
    reasons: [...file.reasons, reason],
    trials: {
      candidates: candidates.map(({ kind }, place) => ({
        kind,
        verdict: end?.verdicts[index]?.[place] ?? 'not tried',
      })),
      runs: end?.runs ?? 0,
    },
  }))
}

async function keepChosen(
  { context, cache }: Resolving,
  files: readonly CandidateFile[],
  end: Extract<TrialsEnd, { kind: 'chosen' }>,
): Promise<ResolvedFile[]> {
  const chosen = files.map(async ({ file, mode, candidates }, index): Promise<ResolvedFile> => {
    const place = (end.choice as Choice)[index] as number
    const { text, kind, overrides } = candidates[place] as CandidateFile['candidates'][number]
    // It is stored, so it must be in the repository and not only in the temporary objects of the merge.
    const id = await writeObject(context.repository.store, 'blob', text)
    const { passed, isTouched } = end
    const candidate: ChosenCandidate = { number: place + 1, of: candidates.length, kind, passed, isTouched }
    const verdicts = end.verdicts[index] ?? []
    return {
      conflict: file.conflict,
      result: { mode, id },
      by: 'tests',
      proof: toChosenText(candidate),
      choices: overrides.map(({ sentence }) => sentence),
      candidate,
      trials: {
        candidates: candidates.map((other, at) => ({
          kind: other.kind,
          verdict: verdicts[at] ?? 'not tried',
        })),
        runs: end.runs,
      },
    }
  })
  const resolved = await Promise.all(chosen)
  await cache.add(resolved.map(file => toStoredResolution('tests', file)))
  return resolved
}

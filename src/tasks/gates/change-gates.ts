import { toFoldedName } from '../../model/names/folded-name.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Plan, Task } from '../../model/plan.ts'
import { isCovered } from '../../plan/scope/glob-overlap.ts'
import { splitGlobs, toMatcher } from '../../plan/scope/globs.ts'
import { type Gate, type GateInput, listForAgent, type Refusal } from './gate.ts'
import { safetyGate } from './safety-gate.ts'
import { alwaysProtected } from './sensitive-files.ts'

/** Every gate that only looks at the change, in order. */
const gates: readonly Gate[] = [changeGate, scopeGate, protectedGate, safetyGate]

/** The first refusal; undefined if all gates pass. */
export function checkChanges(input: GateInput): Refusal | undefined {
  for (const gate of gates) {
    const refusal = gate(input)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The same for the single commits of a branch, which may be empty. */
export function checkHistory(input: GateInput): Refusal | undefined {
  return input.changes.length === 0 ? undefined : checkChanges(input)
}

function changeGate({ changes, problems }: GateInput): Refusal | undefined {
  if (changes.length > 0 || problems.length > 0) return undefined
  return {
    outcome: 'no-changes',
    reason: 'no files were changed',
    feedback: 'You finished without changing a file. Make the change that the task requests.',
    undo: [],
  }
}

function scopeGate({ task, changes }: GateInput): Refusal | undefined {
  if (task.files === undefined) return undefined
  const outside = findOutside(
    task.files,
    changes.map(change => change.path),
  )
  if (outside.length === 0) return undefined
  const scope = task.files.join(' ')
  return {
    outcome: 'out-of-scope',
    reason: `outside its scope: ${listSome(outside)} (scope: ${scope})`,
    feedback:
      `You changed files outside of your scope: ${listForAgent(outside)}. You may only change files that match: ${scope}. ` +
      'Those changes have been reverted. Do the task within your scope.',
    undo: outside,
  }
}

function protectedGate({ task, plan, changes }: GateInput): Refusal | undefined {
  const touched = findProtected(
    { task, plan },
    changes.map(change => change.path),
  )
  if (touched.length === 0) return undefined
  return {
    outcome: 'out-of-scope',
    reason: `${listSome(touched)} ${touched.length === 1 ? 'is' : 'are'} protected`,
    feedback: `You changed protected files: ${listForAgent(touched)}. Those changes have been reverted. Do the task without them.`,
    undo: touched,
  }
}

function findOutside(scope: readonly string[], paths: readonly string[]): string[] {
  const isInScope = toMatcher(scope)
  return paths.filter(path => !isInScope(path))
}

type Rules = { readonly task: Task; readonly plan: Pick<Plan, 'protected'> }

function findProtected({ task, plan }: Rules, paths: readonly string[]): string[] {
  const globs = [...plan.protected, ...alwaysProtected]
  const isProtected = toMatcher(globs.map(toFoldedName))
  const naming = splitGlobs(task.files ?? []).included.filter(glob => isCovered(glob, globs))
  const isNamed = toMatcher(naming)
  return paths.filter(path => isProtected(toFoldedName(path)) && !isNamed(path))
}

/** Why a task must not change a file, before it does; undefined: it may. */
export function tryPathRefusal({ task, plan }: Rules, path: string): string | undefined {
  const { files } = task
  if (files !== undefined && findOutside(files, [path]).length > 0)
    return `outside its scope: ${path} (scope: ${files.join(' ')})`
  return findProtected({ task, plan }, [path]).length > 0 ? `${path} is protected` : undefined
}

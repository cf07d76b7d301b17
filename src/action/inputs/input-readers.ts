import { type MergeEnd, mergeEnds } from '../../jobs/tested-merge/merge-end.ts'
import type { TaskId } from '../../model/plan.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import { isRunId } from '../../run/run-id.ts'
import type { InputReader } from './input-reader.ts'
import { findForbidden } from './job-environment.ts'
import { laneExample, tryReadLane } from './read-lane.ts'
import { tryWantedCli, type WantedCli } from './wanted-clis.ts'

export function readLane(input: InputReader): Lane | undefined {
  const text = input.text()
  if (text === undefined) return undefined
  const lane = tryReadLane(text)
  if (lane === undefined)
    input.refuse('is not an entry of the output `lanes` of `command: plan`', laneExample)
  return lane
}

export function readClis(input: InputReader): readonly WantedCli[] {
  const words = (input.text() ?? '').split(/[\s,]+/).filter(word => word !== '')
  const wrong = words.filter(word => tryWantedCli(word) === undefined)
  if (wrong.length > 0)
    input.refuse(`includes CLIs that npm cannot install: ${wrong.join(', ')}`, 'claude@2.1, codex')
  return words.flatMap(word => tryWantedCli(word) ?? [])
}

export function readVariables(input: InputReader): string[] {
  const names = input.names(/^[A-Za-z_][A-Za-z0-9_]*$/, 'invalid variable names', 'NPM_TOKEN')
  const forbidden = findForbidden(names)
  if (forbidden.length > 0) {
    const rest = names.filter(name => !forbidden.includes(name))
    const why = `names reserved variables (${forbidden.join(', ')}): they are credentials of the job`
    input.refuse(why, rest.join(', ') || 'NPM_TOKEN')
  }
  return names
}

export function readRun(input: InputReader): string | undefined {
  const text = input.text()
  if (text === undefined || isRunId(text)) return text
  input.refuse('is not the id of a run, such as 20261120-101500-ab12', `\${{ needs.plan.outputs.run }}`)
  return undefined
}

export function readTaskIds(input: InputReader): string[] {
  return input.names(idPattern, 'invalid task ids', 'api, docs')
}

/** A task whose plan a person approves. */
export interface PlanApproval {
  readonly task: TaskId
  /** The id of the plan that they have read, as `command: comment` names it; undefined: whichever waits. */
  readonly plan: string | undefined
}

const approvalPattern = new RegExp(`${idPattern.source.replace('$', '')}(@([0-9a-f]{40}|[0-9a-f]{64}))?$`)

export function readApprovals(input: InputReader): PlanApproval[] {
  return input.names(approvalPattern, 'invalid task ids', 'api, docs').map(text => {
    const [task = '', plan] = text.split('@')
    return { task, plan }
  })
}

/** An approval as `readApprovals` reads it. */
export function toApprovalInput({ task, plan }: PlanApproval): string {
  return plan === undefined ? task : `${task}@${plan}`
}

/** The result of the job that should have merged. */
export interface MergedInput {
  /** The digest of the merge. */
  readonly merged: string | undefined
  /** Its end according to GitHub, if it left no merge. */
  readonly mergeEnd: MergeEnd | undefined
}

export function readMerged(input: InputReader): MergedInput {
  const text = input.text()
  const none = { merged: undefined, mergeEnd: undefined }
  if (text === undefined) return none
  if (/^[0-9a-f]{64}$/.test(text)) return { ...none, merged: text }
  const mergeEnd = mergeEnds.find(end => end === text)
  const line = `\${{ needs.merge.outputs.merged || needs.merge.result }}`
  if (mergeEnd === undefined) input.refuse('is not the output `merged` of `command: merge`', line)
  return { ...none, mergeEnd }
}

import type { ConflictReport, Report } from '../../model/report.ts'
import { toConflictSentence, toDecision, toOverrideTexts } from './conflict-words.ts'
import { toCount } from './text.ts'

/** A task of a conflict. */
export interface ConflictSide {
  readonly task: string
  readonly title: string
  /** The beginning of its prompt; null without the plan. */
  readonly prompt: string | null
  /** The beginning of its agent's summary. */
  readonly summary: string | null
}

/** The conflict of one file. */
export interface ConflictStory {
  readonly path: string
  readonly task: string
  /** The merged task, after those that were merged before it. */
  readonly sides: readonly ConflictSide[]
  readonly resolution: string
  /** The decision, or why there is none. */
  readonly decided: string
  readonly choices: readonly string[]
  readonly candidates: ConflictReport['candidates']
  readonly testRuns: number
  /** Next steps. */
  readonly next: readonly string[]
}

type Prompts = ReadonlyMap<string, string>

const longestText = 300

/** @param prompts The prompt of each task, if known. */
export function toConflictStories(report: Report, prompts: Prompts, program: string): ConflictStory[] {
  return report.integration.conflicts.map(conflict => {
    const { task, path, resolution, detail, choices, candidates, testRuns } = conflict
    return {
      path,
      task,
      sides: [...conflict.with, task].map(id => toSide(report, prompts, id)),
      resolution,
      decided: detail,
      choices,
      candidates,
      testRuns,
      next: toNext(report, conflict, program),
    }
  })
}

function toSide({ tasks }: Report, prompts: Prompts, id: string): ConflictSide {
  const { title = id, summary = null } = tasks[id] ?? {}
  const prompt = prompts.get(id)
  return {
    task: id,
    title,
    prompt: prompt === undefined ? null : cut(prompt),
    summary: summary === null ? null : cut(summary),
  }
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line
}

function toNext({ run, integration }: Report, conflict: ConflictReport, program: string): string[] {
  const { task, path, resolution, candidates } = conflict
  if (resolution !== 'unresolved')
    return resolution.startsWith('rule:') || integration.branch === null
      ? []
      : [
          `git log -1 -p --first-parent --grep "Agent-Task: ${task}" ${integration.branch} -- ${toShellWord(path)}`,
        ]
  const isUntested = candidates.length > 0 && candidates.every(({ verdict }) => verdict === 'not tried')
  return [
    `${program} merge ${run} --resolve ${task}`,
    ...(isUntested
      ? [`add \`test:\` to ${task}, or to a task that it conflicts with: tests can then choose a candidate`]
      : []),
  ]
}

/** Agents choose the paths. */
function toShellWord(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`
}

export function toStoryHead({ task, path, sides }: ConflictStory): string {
  const others = sides.map(side => side.task).filter(id => id !== task)
  return toConflictSentence({ task, path, with: others })
}

/** `resolved by tests: candidate 2 of 3; decided against a side: …`. */
export function toDecidedText(story: ConflictStory): string {
  const { decided } = story
  const decision = `${toDecision(story)}${decided === '' ? '' : `: ${decided}`}`
  return [decision, ...toOverrideTexts(story)].join('; ')
}

/**
 * The intentions of both sides in conflicts that no rule resolved: `wanted in src/db.ts: api (Add a table), jobs (Rename the
 * column)`.
 */
export function toIntentLines(report: Report): string[] {
  return toConflictStories(report, new Map(), '')
    .filter(({ resolution, sides }) => !resolution.startsWith('rule:') && sides.length > 1)
    .map(({ path, sides }) => {
      const wants = sides.map(({ task, title }) => (title === task ? task : `${task} (${title})`))
      return `wanted in ${path}: ${wants.join(', ')}`
    })
}

/** `2 candidates, 3 runs of tests`; undefined if there were none. */
export function tryCandidatesText({ candidates, testRuns }: ConflictStory): string | undefined {
  if (candidates.length === 0) return undefined
  const runs = testRuns === 0 ? '' : `, ${toCount(testRuns, 'run')} of tests`
  return `${toCount(candidates.length, 'candidate')}${runs}`
}

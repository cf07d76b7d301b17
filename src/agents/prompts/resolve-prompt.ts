import { quoteReport } from './prompt.ts'

/** One side of a merge, described by its authors. */
export interface SideReport {
  readonly title: string
  readonly prompt: string
  /** The agent's summary. */
  readonly summary: string | null
}

/** A file for an agent to merge. */
export interface ConflictedFile {
  readonly path: string
  /** Files with the three versions; base is undefined if both sides added the file. */
  readonly base: string | undefined
  readonly ours: string
  readonly theirs: string
}

export interface ResolveFacts {
  readonly files: readonly ConflictedFile[]
  /** Tasks that are already merged and touch the same files. */
  readonly ours: readonly SideReport[]
  readonly theirs: SideReport
  /** Problems of earlier answers, oldest first. */
  readonly feedback: readonly string[]
  readonly choicesFile: string
  readonly reportFile: string
}

/** The prompt for an agent that resolves the conflicts of a merge. */
export function toResolvePrompt(facts: ResolveFacts): string {
  return `${[
    '# Resolve the conflicts of a merge',
    'Two pieces of work changed the same places. Your checkout holds their merge; the files below have conflict markers. Make each of them what it would be if both pieces of work had been done one after the other.',
    toFeedback(facts.feedback),
    `## The files\n\n${facts.files.map(toFileLine).join('\n')}`,
    `## What is merged already (ours)\n\n${facts.ours.map(toSide).join('\n\n') || 'The target branch.'}`,
    `## What is merged into it (theirs)\n\n${toSide(facts.theirs)}`,
    toRules(facts),
  ]
    .filter(section => section !== '')
    .join('\n\n')}\n`
}

function toFeedback(feedback: readonly string[]): string {
  if (feedback.length === 0) return ''
  return `## Your last answer was refused\n\n${feedback.at(-1)}\n\nYour files are as you left them.`
}

function toFileLine({ path, base, ours, theirs }: ConflictedFile): string {
  const before = base === undefined ? 'both sides added it' : `before: ${base}`
  return `- ${path} (${before}; ours: ${ours}; theirs: ${theirs})`
}

function toSide({ title, prompt, summary }: SideReport): string {
  const report = summary === null ? '' : `\n\n${quoteReport(title, summary)}`
  return `### ${title}\n\n${prompt.trim()}${report}`
}

function toRules({ choicesFile, reportFile }: ResolveFacts): string {
  const rules = [
    'Change only these files, and leave no conflict marker in them.',
    'Drop nothing: every line that one side has added must be there, every line that one side has removed must be gone. This is checked, line by line and word by word.',
    `Where both sides changed the very same thing and only one can be kept, decide, and name it: append a line such as {"path": "src/a.ts", "sentence": "the limit is 20, as theirs needs it", "dropped": ["const limit = 10"]} to ${choicesFile}. "dropped" holds the exact words or lines that are not in the result because of it.`,
    'Do not commit, push, or switch branches. No one can answer questions.',
    `At the end, write a few sentences about what you decided to ${reportFile}`,
  ]
  return `## Rules\n\n${rules.map(rule => `- ${rule}`).join('\n')}`
}

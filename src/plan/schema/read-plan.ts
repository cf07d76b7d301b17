import type { Plan, TaskId } from '../../model/plan.ts'
import { checkCheckout } from '../checkout/check-checkout.ts'
import { type PlanFile, planFileSchema } from '../file/plan-file.ts'
import { type Outline, toOutline } from '../graph/outline.ts'
import { findOverlaps, type Overlap, withOverlapEdges } from '../scope/overlaps.ts'
import { PlanError, type PlanPath, type Problem } from '../yaml/problem.ts'
import { readYaml, type YamlDocument } from '../yaml/yaml-document.ts'
import { checkBranchPattern } from './check-branch.ts'
import { checkFolders } from './check-folders.ts'
import { checkModels } from './check-models.ts'
import { checkReferences } from './check-references.ts'
import { planSessions } from './check-sessions.ts'
import { toNotices } from './notices.ts'
import { toProblems } from './schema-problems.ts'
import { toPlan } from './to-plan.ts'
import { findZeroCharacters, hasZeroCharacter, zeroCharacterMessage } from './zero-characters.ts'

/** A plan that can be run, and how it was written. */
export interface CheckedPlan {
  readonly plan: Plan
  /** The file with its defaults and prompts filled in: what is stored with the run. */
  readonly file: PlanFile
  /** Its task ids in order; an object does not keep the order of numeric ids. */
  readonly order: readonly TaskId[]
  /** Pairs with overlapping scopes: connected by an edge (`overlap: serialize`), or only reported (`warn`). */
  readonly overlaps: readonly Overlap[]
  readonly notices: readonly string[]
}

/** Where the text of a plan comes from. */
export interface PlanSource {
  /** Name of the source, for messages. */
  readonly name: string
  readonly text: string
  /** The text of a file that `prompt-file` names; undefined if it is missing. */
  readonly readPrompt: (path: string) => string | undefined
  /** Whether a path from the top of the repository is a folder. */
  readonly isFolder: (path: string) => boolean
}

const maxCharacters = 20_000_000

/** Reads and checks a plan. Throws a PlanError with all problems. */
export function readPlan(source: PlanSource): CheckedPlan {
  if (source.text.length > maxCharacters)
    throw new PlanError(source.name, [{ path: [], message: 'the file is too large' }])
  const document = readYaml(source.text)
  if ('message' in document) throw new PlanError(source.name, [document])

  const file = requireFile(source, document)
  const order = requireOrder(source, document, file)
  const { plan, ...sessions } = planSessions(toPlan(file, order), file)
  const useless = [...checkModels(plan), ...sessions.problems]
  if (useless.length > 0) throw toPlanError(source.name, document, useless)
  const serializes = file.overlap === 'serialize'
  const overlaps = findOverlaps(plan.tasks, serializes ? 'to-connect' : 'to-list')
  if (file.overlap === 'error' && overlaps.length > 0) {
    throw toPlanError(source.name, document, overlaps.map(toOverlapProblem))
  }
  const tasks = serializes ? withOverlapEdges(plan.tasks, overlaps) : plan.tasks
  const notices = [...toNotices(file, tasks, overlaps), ...sessions.notices]
  return { plan: { ...plan, tasks }, file, order, overlaps, notices }
}

function requireFile(source: PlanSource, document: YamlDocument): PlanFile {
  const value = document.value ?? {}
  const outline = toOutline(value)
  const prompts = readPrompts(outline, source.readPrompt)
  const parsed = planFileSchema.safeParse(value)
  const problems = [
    ...document.duplicateKeys.map(toDuplicateProblem),
    ...(parsed.success ? [] : toProblems(parsed.error.issues, value)),
    ...findZeroCharacters(value),
    ...checkCheckout(value),
    ...checkReferences(outline),
    ...checkBranchPattern(outline),
    ...checkFolders(outline, source.isFolder),
    ...prompts.problems,
  ]
  if (problems.length > 0 || !parsed.success) throw toPlanError(source.name, document, problems)
  return withPrompts(parsed.data, prompts)
}

/** The ids in the order of the text. YAML reads some keys as numbers: if that changes them, they need quotes. */
function requireOrder(source: PlanSource, document: YamlDocument, file: PlanFile): readonly TaskId[] {
  const ids = Object.keys(file.tasks)
  if (!ids.some(id => /^\d+$/.test(id))) return ids
  const written = document.keysOf(['tasks'])
  const problems = written
    .filter(id => !Object.hasOwn(file.tasks, id))
    .map(id => ({ path: ['tasks', id], message: `\`${id}\` is read as a number: write "${id}", in quotes` }))
  if (problems.length > 0) throw toPlanError(source.name, document, problems)
  return written
}

function toPlanError(name: string, document: YamlDocument, problems: readonly Problem[]): PlanError {
  const located = problems.map(problem => ({ ...problem, ...document.locate(problem.path) }))
  return new PlanError(
    name,
    located.sort((a, b) => a.line - b.line || a.column - b.column),
  )
}

interface PromptTexts {
  readonly tasks: ReadonlyMap<string, string>
  readonly agents: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

function readPrompts(outline: Outline, readPrompt: PlanSource['readPrompt']): PromptTexts {
  const problems: Problem[] = []
  const readAll = (section: string, files: readonly (readonly [string, string | undefined])[]) => {
    const texts = new Map<string, string>()
    for (const [name, file] of files) {
      if (file === undefined) continue
      const text = readPrompt(file)
      const problem = tryPromptProblem(text)
      if (text !== undefined && problem === undefined) texts.set(name, text)
      else problems.push({ path: [section, name, 'prompt-file'], message: `\`${file}\` ${problem}` })
    }
    return texts
  }
  const tasks = readAll(
    'tasks',
    outline.tasks.map(({ id, promptFile }) => [id, promptFile] as const),
  )
  const agents = readAll(
    'agents',
    [...outline.agents].map(([name, { promptFile }]) => [name, promptFile] as const),
  )
  return { tasks, agents, problems }
}

function tryPromptProblem(text: string | undefined): string | undefined {
  if (text === undefined) return 'cannot be read'
  if (text.trim() === '') return 'is empty'
  return hasZeroCharacter(text) ? zeroCharacterMessage : undefined
}

/** Includes the prompt files, so that the stored plan is self-contained. */
function withPrompts(file: PlanFile, { tasks, agents }: PromptTexts): PlanFile {
  return { ...file, tasks: withTexts(file.tasks, tasks), agents: withTexts(file.agents, agents) }
}

function withTexts<T extends { readonly 'prompt-file'?: string | undefined }>(
  entries: Readonly<Record<string, T>>,
  texts: ReadonlyMap<string, string>,
): Record<string, T> {
  if (texts.size === 0) return entries
  const filled = Object.entries(entries).map(([name, entry]) => {
    const { 'prompt-file': _, ...rest } = entry
    const prompt = texts.get(name)
    return [name, prompt === undefined ? entry : { ...rest, prompt }] as const
  })
  return Object.fromEntries(filled) as Record<string, T>
}

function toDuplicateProblem(path: PlanPath): Problem {
  return { path, message: `\`${path.at(-1)}\` is duplicated` }
}

function toOverlapProblem({ earlier, later, path }: Overlap): Problem {
  return {
    path: ['tasks', later, 'files'],
    message: `tasks \`${earlier}\` and \`${later}\` may both change ${path}: let one need the other, or separate their scopes`,
  }
}

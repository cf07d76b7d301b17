import type { EventsConfig, WorkflowTemplate } from '@actions/workflow-parser/model/workflow-template'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow, parseYaml } from './official.ts'
import { child, entries, literal, type Token } from './token.ts'

/** A workflow file. What the converter leaves out is read from the raw tokens. */
export interface Workflow {
  /** Its `name`, or the path of its file. */
  readonly name: string
  readonly events: EventsConfig
  readonly token: Token
  readonly jobs: readonly JobDefinition[]
}

export type CacheMode = 'none' | 'read' | 'write'

export interface JobDefinition {
  readonly id: string
  readonly needs: readonly string[]
  /** Condition, with the implicit `success()`. */
  readonly condition: string
  /** The reusable workflow that it calls. */
  readonly uses: string | undefined
  /** What the job may do with caches of the repository; undefined: everything. */
  readonly cacheMode: CacheMode | undefined
  readonly token: Token
  readonly steps: readonly StepDefinition[]
}

export interface StepDefinition {
  readonly id: string
  /** Condition, with the implicit `success()`. */
  readonly condition: string
  readonly token: Token
}

/** A file that GitHub would not accept. */
export class WorkflowFileError extends Error {
  override name = 'WorkflowFileError'
}

/** Reads a workflow file. Throws with every problem that GitHub's parser finds. */
export async function readWorkflow(path: string, text: string): Promise<Workflow> {
  const content = withoutCacheMode(text)
  const cacheModes = readCacheModes(text)
  await parse(path, content) // for problems with the lines of the file
  const { value, template } = await parse(path, toSingleLines(content))

  const jobTokens = entries(child(value, 'jobs'))
  const jobs = template.jobs.map((job, index): JobDefinition => {
    const token = jobTokens[index]?.[1] as Token
    const stepTokens = [...((child(token, 'steps') ?? []) as Iterable<Token>)]
    const steps = 'steps' in job ? job.steps : []
    return {
      id: job.id.value,
      needs: (job.needs ?? []).map(need => need.value),
      condition: job.if.expression,
      uses: literal(child(token, 'uses')),
      cacheMode: cacheModes.get(job.id.value),
      token,
      steps: (steps ?? []).map((step, at) => ({
        id: step.id,
        condition: step.if?.expression ?? 'success()',
        token: stepTokens[at] as Token,
      })),
    }
  })
  return { name: literal(child(value, 'name')) ?? path, events: template.events, token: value, jobs }
}

async function parse(path: string, content: string): Promise<{ value: Token; template: WorkflowTemplate }> {
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter())
  const template = value === undefined ? undefined : await convertWorkflowTemplate(context, value)
  const problems = context.errors.getErrors().map(problem => problem.message)
  if (problems.length > 0 || value === undefined || template === undefined) {
    throw new WorkflowFileError(`Invalid workflow file: ${path}\n${problems.join('\n')}`)
  }
  return { value, template }
}

function readCacheModes(text: string): Map<string, CacheMode> {
  const jobs = (parseYaml(text) as { jobs?: Record<string, { 'cache-mode'?: CacheMode }> } | null)?.jobs ?? {}
  const modes = Object.entries(jobs).map(([id, job]) => [id, job?.['cache-mode']] as const)
  return new Map(modes.filter((entry): entry is [string, CacheMode] => entry[1] !== undefined))
}

/** GitHub has it since September 2026, the parser 0.3.61 does not know it. */
function withoutCacheMode(content: string): string {
  return content.replace(/^ *cache-mode: .*$/gm, '')
}

/** The same content with every text on one line: of longer ones with expressions the parser takes the source, indented as it is. */
function toSingleLines(content: string): string {
  return JSON.stringify(parseYaml(content), null, 1)
}

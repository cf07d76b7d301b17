import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import { toAgentEntry } from '../../model/agents/known-agents.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import {
  type CompiledWorkflow,
  compiledMark,
  toCompiledWorkflow,
} from '../../plan/compiled/compiled-workflow.ts'
import { productRepository } from '../../plan/starter/starter-workflow.ts'
import type { LoadedPlan } from '../load-plan.ts'
import { isFilled } from '../prompts/fill-prompts.ts'
import { findDifferences } from './find-differences.ts'
import { tryPin } from './try-pin.ts'

export interface CompileRequest {
  readonly plan: LoadedPlan
  /** The absolute path of the workflow; undefined: named after the plan. */
  readonly to: string | undefined
  /** A label, or labels as a JSON array; undefined: from the file, else GitHub's. */
  readonly runner: string | undefined
  /** Of this program. */
  readonly version: string
}

export interface Compiled {
  /** From the top of the repository. */
  readonly path: string
  readonly text: string
  /** The current content of the file; undefined if it is missing. */
  readonly before: string | undefined
  /** How the file differs from the plan, a sentence each. */
  readonly differences: readonly string[]
}

/** GitHub's limit for workflow files. */
const mostBytes = 500_000

/** Compiles a plan into a workflow with a job for each task. Choices of people in an existing file, its pin and runner, stay. */
export async function compilePlan(repository: Repository, request: CompileRequest): Promise<Compiled> {
  const { root } = repository
  const { plan: loaded, to } = request
  const planFile = requirePath(relative(root, loaded.path))
  const path = requirePath(relative(root, to ?? join(root, toDefaultPath(planFile))))
  const file = join(root, path)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (before !== undefined && !before.startsWith(compiledMark))
    throw new RefusedError(`${path} was not compiled from a plan: remove it, or name another file by --out`)
  const pin = tryKeptPin(before) ?? (await readPin(repository, request.version))
  const runner = toRunner(request.runner) ?? tryKeptRunner(before) ?? 'ubuntu-latest'
  const text = toCompiledWorkflow({ ...toFacts(loaded), planFile, workflowFile: path, pin, runner })
  if (Buffer.byteLength(text) > mostBytes)
    throw new RefusedError(
      `the workflow would exceed GitHub's size limit: use the reusable workflow for ${loaded.plan.tasks.length} tasks (docs/action.md)`,
    )
  return { path, text, before, differences: before === undefined ? [] : findDifferences(before, text) }
}

export function writeCompiled({ root }: Repository, { path, text }: Compiled): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function toFacts(loaded: LoadedPlan): Omit<CompiledWorkflow, 'planFile' | 'workflowFile' | 'pin' | 'runner'> {
  const { plan } = loaded
  const names = listClis(plan)
  const secrets = names.flatMap(name =>
    toAgentEntry(name).variables.filter(variable => /KEY|TOKEN/.test(variable)),
  )
  return {
    name: plan.name,
    tasks: plan.tasks,
    agents: names.filter(name => toAgentEntry(name).install.startsWith('npm install --global ')),
    secrets: [...new Set([...secrets, 'AGENT_ENV'])].sort(),
    installsDependencies: plan.checkout.dependencies === 'auto',
    readsPrompts: !isFilled(loaded),
  }
}

function listClis({ agents }: Plan) {
  const names = Object.values(agents).flatMap(agent => (agent.kind === 'cli' ? [agent.use] : []))
  return [...new Set(names)].sort()
}

/** A path that needs no quoting in a workflow. */
function requirePath(path: string): string {
  const plain = path.replaceAll('\\', '/')
  if (plain.startsWith('../') || !/^[\w./ @+-]+$/.test(plain))
    throw new RefusedError(
      `${JSON.stringify(path)} cannot be used in a workflow: use a path inside the repository, of letters, digits and . _ - / @ +`,
    )
  return plain
}

function toDefaultPath(planFile: string): string {
  const name = planFile.slice(0, -extname(planFile).length || undefined).replace(/^\.github\//, '')
  return `.github/workflows/agents-${name.replaceAll('/', '-')}.yml`
}

async function readPin(repository: Repository, version: string): Promise<string> {
  const tag = `v${version}`
  const commit = await tryPin(repository, tag)
  return commit === undefined ? tag : `${commit} # ${tag}`
}

function tryKeptPin(text: string | undefined): string | undefined {
  const [, pin] = new RegExp(`uses: ${productRepository}@(.+)$`, 'm').exec(text ?? '') ?? []
  return pin
}

/** The runner of the jobs with tasks: the others do not run agents. */
function tryKeptRunner(text: string | undefined): string | undefined {
  const [, runner] = /^ {2}task-[\s\S]*?^ {4}runs-on: (.+)$/m.exec(text ?? '') ?? []
  return runner
}

function toRunner(runner: string | undefined): string | undefined {
  if (runner === undefined) return undefined
  const labels = runner.split(',').map(label => label.trim())
  const wrong = labels.find(label => !/^[\w.-]+$/.test(label))
  if (wrong !== undefined) throw new RefusedError(`${JSON.stringify(wrong)} is not a runner label`)
  return labels.length === 1 ? labels[0] : `[${labels.join(', ')}]`
}

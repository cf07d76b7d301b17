import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { configValue, type Repository } from '../../git/repository/open-repository.ts'
import { toAgentEntry } from '../../model/agents/known-agents.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toStarterWorkflow } from '../../plan/starter/starter-workflow.ts'
import { tryPin } from '../compile/try-pin.ts'
import { findWorkflows } from '../github/find-workflows.ts'
import { toGitHubPlace } from '../github/github-place.ts'
import { planNames } from '../load-plan.ts'
import { readRepositoryFacts } from '../starter-settings.ts'
import { writeStarterPlan } from '../write-starter-plan.ts'

/** The second if another workflow has the first. */
const workflowFiles = ['.github/workflows/agents.yml', '.github/workflows/parallel-agents.yml']

export interface GitHubStart {
  /** Written files, from the top of the repository. */
  readonly written: readonly string[]
  /** Existing files, which stay unchanged. */
  readonly kept: readonly string[]
  /** Steps left for a person, a sentence each. */
  readonly left: readonly string[]
}

/** Writes a plan and a workflow for a repository on GitHub, and lists the steps left for people. Replaces no file. */
export async function initGitHub(repository: Repository, version: string): Promise<GitHubStart> {
  const { root } = repository
  const workflowFile = requireWorkflowFile(root)
  const there = planNames.find(name => existsSync(join(root, name)))
  const plan = there ?? (planNames[0] as string)
  if (there === undefined) await writeStarterPlan(repository)
  const { agent = 'claude' } = await readRepositoryFacts(repository)
  const [key = 'ANTHROPIC_API_KEY'] = toAgentEntry(agent).variables
  const tag = `v${version}`
  const pin = await tryPin(repository, tag)
  const path = join(root, workflowFile)
  const isNew = !existsSync(path)
  if (isNew) {
    await mkdir(dirname(path), { recursive: true })
    const text = toStarterWorkflow({ pin: pin ?? tag, version: tag, agent, key, planFile: plan })
    await writeFile(path, text, { flag: 'wx' })
  }
  const made = [...(there === undefined ? [plan] : []), ...(isNew ? [workflowFile] : [])]
  const kept = [plan, workflowFile].filter(file => !made.includes(file))
  const unpinned =
    pin === undefined && isNew
      ? [`pin the action to a commit in ${workflowFile}: its commit for ${tag} could not be read from GitHub`]
      : []
  return { written: made, kept, left: [...unpinned, ...toLeft(repository, key, made)] }
}

/** A free name, or that of a workflow that uses this action. */
function requireWorkflowFile(root: string): string {
  const own = findWorkflows(root).map(({ path }) => path)
  const found = workflowFiles.find(path => own.includes(path) || !existsSync(join(root, path)))
  if (found !== undefined) return found
  throw new RefusedError(
    `${workflowFiles.join(' and ')} are workflows that parallel-agents did not write: rename one, or copy examples/workflows/issues.yml`,
  )
}

function toLeft({ config }: Repository, key: string, made: readonly string[]): string[] {
  const place = toGitHubPlace({}, configValue(config, 'remote.origin.url'))
  const page = place && `https://${place.host}/${place.repository}`
  const secrets = page ? `${page}/settings/secrets/actions/new` : 'Settings → Secrets and variables → Actions'
  const actions = page ? `${page}/settings/actions` : 'Settings → Actions → General'
  return [
    `add the secret ${key}: ${secrets}`,
    `tick "Allow GitHub Actions to create and approve pull requests": ${actions}`,
    ...(made.length === 0 ? [] : [`git add ${made.join(' ')} && git commit -m "Add agents" && git push`]),
    'write "/agents run" on an issue',
  ]
}

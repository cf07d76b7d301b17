import * as z from 'zod'
import type { Repository } from '../../git/repository/open-repository.ts'
import { isKnownAgent, toAgentEntry } from '../../model/agents/known-agents.ts'
import type { Environment, Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { type GitHubClient, GitHubRefusal } from '../github/ask-github.ts'
import { connectToGitHub } from '../github/connect.ts'
import { findWorkflows, toActionRefs, type Workflow } from '../github/find-workflows.ts'
import { type DoctorFinding, toOk } from './finding.ts'

/** Checks whether runs on GitHub Actions would work: the workflow, its secrets, and the setting for pull requests. */
export async function examineGitHubSetup(
  repository: Repository,
  env: Environment,
  plan: Plan | undefined,
): Promise<DoctorFinding[]> {
  let github: GitHubClient
  try {
    github = connectToGitHub(repository, env)
  } catch (error) {
    if (error instanceof RefusedError) return [toProblem(error.message, null)]
    throw error
  }
  if (await isSignedOut(github)) return [toSignIn(github)]
  const page = `https://${github.place.host}/${github.place.repository}`
  const workflows = findWorkflows(repository.root)
  return [
    await examineWorkflows(github, workflows),
    await examineSecrets(github, plan, page),
    await examineSetting(github, page),
    ...examineServer(github.place.host),
  ].flat()
}

/** Whether there is no valid token: every other answer would only repeat that. */
async function isSignedOut(github: GitHubClient): Promise<boolean> {
  try {
    await github.get('')
    return false
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    return error.status === 401 || error.message.includes('gh auth login')
  }
}

function toSignIn({ place }: GitHubClient): DoctorFinding {
  const remedy = `sign in with "gh auth login", or set ${place.tokenName}`
  const problem = place.token === undefined ? '`gh` is not signed in' : 'the token is invalid or has expired'
  return toProblem(`${place.repository} cannot be queried: ${problem}`, remedy)
}

function toProblem(text: string, remedy: string | null): DoctorFinding {
  return { area: 'github', level: 'problem', text, remedy }
}

function toWarning(text: string, remedy: string | null): DoctorFinding {
  return { area: 'github', level: 'warning', text, remedy }
}

async function examineWorkflows(
  github: GitHubClient,
  workflows: readonly Workflow[],
): Promise<DoctorFinding[]> {
  if (workflows.length === 0)
    return [toProblem('no workflow uses parallel-agents', 'write one with "parallel-agents init --github"')]
  const findings: DoctorFinding[] = []
  for (const { path, text } of workflows) {
    const loose = toActionRefs(text).filter(ref => !/^[0-9a-f]{40}$/.test(ref))
    if (loose.length > 0)
      findings.push(
        toWarning(
          `${path} does not pin the action to a commit (@${loose[0]})`,
          'write the commit of that version, with its tag as a comment',
        ),
      )
    const isThere = await tryAsk(github, `/contents/${path}`)
    findings.push(
      isThere.kind === 'answer'
        ? toOk('github', `${path} is on the default branch`)
        : toProblem(`${path} is not on the default branch (${isThere.status})`, 'commit and push it'),
    )
  }
  return findings
}

const secretsSchema = z.object({ secrets: z.array(z.object({ name: z.string() })) })

async function examineSecrets(
  github: GitHubClient,
  plan: Plan | undefined,
  page: string,
): Promise<DoctorFinding[]> {
  const answer = await tryAsk(github, '/actions/secrets?per_page=100')
  if (answer.kind === 'refused') return [toUnreadable('the names of its secrets', answer.status)]
  const shared = await tryAsk(github, '/actions/organization-secrets?per_page=100')
  const names = new Set([answer, shared].flatMap(toSecretNames))
  if (names.has('AGENT_ENV')) return [toOk('github', 'the secret AGENT_ENV exists')]
  const agents = Object.values(plan?.agents ?? {}).flatMap(agent =>
    agent.kind === 'cli' && isKnownAgent(agent.use) ? [agent.use] : [],
  )
  return [...new Set(agents)].map(agent => {
    const { variables } = toAgentEntry(agent)
    const found = variables.find(name => names.has(name))
    return found === undefined
      ? toProblem(`no secret for ${agent} (${variables[0]})`, `add it: ${page}/settings/secrets/actions/new`)
      : toOk('github', `the secret ${found} for ${agent} exists`)
  })
}

function toSecretNames(answer: Answer): string[] {
  return answer.kind === 'refused' ? [] : secretsSchema.parse(answer.value).secrets.map(({ name }) => name)
}

const settingSchema = z.object({ can_approve_pull_request_reviews: z.boolean() })

async function examineSetting(github: GitHubClient, page: string): Promise<DoctorFinding[]> {
  const answer = await tryAsk(github, '/actions/permissions/workflow')
  if (answer.kind === 'refused') return [toUnreadable('the settings of its workflows', answer.status)]
  const { can_approve_pull_request_reviews: isAllowed } = settingSchema.parse(answer.value)
  return isAllowed
    ? [toOk('github', 'workflows may open pull requests')]
    : [
        toProblem(
          'workflows may not open pull requests',
          `tick "Allow GitHub Actions to create and approve pull requests": ${page}/settings/actions`,
        ),
      ]
}

/** Limitations of GitHub Enterprise Server. */
function examineServer(host: string): DoctorFinding[] {
  if (
    host === 'github.com' ||
    host.endsWith('.ghe.com') ||
    host.endsWith('localhost') ||
    host === '127.0.0.1'
  )
    return []
  return [
    toWarning(
      `${host} is GitHub Enterprise Server: its jobs cannot exchange tasks as artifacts, so the reusable workflow is not available`,
      'let jobs push their work, as in examples/workflows/three-jobs.yml',
    ),
  ]
}

type Answer =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: string }

function toUnreadable(what: string, status: string): DoctorFinding {
  return toWarning(`${what} cannot be read (${status})`, 'use a token of an administrator')
}

async function tryAsk(github: GitHubClient, path: string): Promise<Answer> {
  try {
    return { kind: 'answer', value: await github.get(path) }
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    return { kind: 'refused', status: error.status === 0 ? 'no answer' : `HTTP ${error.status}` }
  }
}

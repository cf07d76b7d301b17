import type { Environment } from '../../model/plan.ts'
import { type DoctorFinding, toOk } from './finding.ts'

const timeoutMilliseconds = 20_000

/** In a job of GitHub Actions: the permissions of its token. */
export async function examineGithub(env: Environment): Promise<DoctorFinding[]> {
  const {
    GITHUB_ACTIONS: isJob,
    GITHUB_REPOSITORY: name,
    GITHUB_API_URL: api = 'https://api.github.com',
  } = env
  if (isJob !== 'true' || name === undefined) return []
  const token = env.GITHUB_TOKEN ?? env.GH_TOKEN
  if (token === undefined) {
    return [
      toGithubWarning(
        'the job has no GITHUB_TOKEN to check',
        'pass github.token to the step as the variable GITHUB_TOKEN',
      ),
    ]
  }
  try {
    const response = await fetch(`${api}/repos/${name}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    return [toAnswer(response.status, name, (await response.json()) as RepositoryAnswer)]
  } catch (error) {
    return [toGithubWarning(`failed to query GitHub about ${name}: ${(error as Error).message}`, 'try again')]
  }
}

interface RepositoryAnswer {
  readonly permissions?: { readonly push?: boolean }
}

function toAnswer(status: number, name: string, { permissions }: RepositoryAnswer): DoctorFinding {
  if (status !== 200) {
    return {
      area: 'github',
      level: 'problem',
      text: `the token cannot read ${name} (HTTP ${status})`,
      remedy: 'give the job `permissions: { contents: read }`',
    }
  }
  if (permissions?.push === true) return toOk('github', `the token can read ${name} and push to it`)
  return toGithubWarning(
    `the token can read ${name} but not push to it`,
    'jobs that push or publish need `permissions: { actions: read, contents: write, issues: write, pull-requests: write }`; jobs that run agents do not',
  )
}

function toGithubWarning(text: string, remedy: string): DoctorFinding {
  return { area: 'github', level: 'warning', text, remedy }
}

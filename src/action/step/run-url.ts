import type { Environment } from '../../model/plan.ts'

/** The page of the workflow run. */
export function tryRunUrl(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id } = env
  return server && name && id ? `${server}/${name}/actions/runs/${id}` : undefined
}

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { harnessIdentity } from '../../git/objects/commits.ts'
import { toUserEnvironment } from '../../git/process/environment.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Environment } from '../../model/plan.ts'
import { agentScript } from './agent-script.ts'
import { demoPlan } from './demo-plan.ts'
import { projectFiles } from './project-files.ts'

/** Creates a repository with a small project and a plan in a temporary folder; returns its path. */
export async function makeDemo(env: Environment): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parallel-agents-demo-'))
  const files = {
    ...projectFiles,
    'agents/scripted-agent.mjs': agentScript,
    'parallel-agents.yml': demoPlan,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const place = {
    directory: folder,
    env: toUserEnvironment(env, [
      ['user.name', harnessIdentity.name],
      ['user.email', harnessIdentity.email],
    ]),
  }
  await runGit(place, ['init', '--quiet', '--initial-branch=main'])
  await runGit(place, ['add', '--all'])
  await runGit(place, ['commit', '--quiet', '--message=A small shop till'])
  return folder
}

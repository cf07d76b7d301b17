import type { CommandEnd } from '../agents/process/supervise.ts'
import type { RunContext } from '../run/run-context.ts'
import { runScript } from '../run/run-script.ts'
import {
  findOwnSetup,
  type InstallRequest,
  installDependencies,
  installsDependencies,
} from './dependencies/install.ts'

export interface SetUpRequest extends InstallRequest {
  /** The plan's command. */
  readonly setup: string | undefined
}

/** Installs dependencies, then runs the plan's setup, unless that only repeats it. Undefined: nothing to do. */
export async function setUp(context: RunContext, request: SetUpRequest): Promise<CommandEnd | undefined> {
  const { worktree, script } = request
  const setup = findOwnSetup(context, worktree, request.setup)
  if (!installsDependencies(context, worktree) && setup === undefined) return undefined
  const installed = await installDependencies(context, request)
  const isInstalled = installed.kind === 'exited' && installed.code === 0
  if (setup === undefined || !isInstalled) return installed
  return runScript(context, { ...script, script: setup, title: 'setup', directory: worktree.path })
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { endMarkedProcesses } from '../../agents/process/marked-processes.ts'
import { killLeftGroup } from '../../agents/process/process-group.ts'
import { removePlain } from '../../files/plain-file.ts'
import { toRunMarks } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { listTaskFolders } from './rescue-task.ts'

/** Ends what a process that died has left running: agents, scripts, services. Only for whoever holds the lock of the run. */
export async function endLeftProcesses(context: Pick<RunContext, 'run' | 'paths'>): Promise<void> {
  const { paths } = context
  const names: string[] = await readdir(paths.scripts).catch(() => [])
  for (const name of names.filter(entry => /^\d+-\d+$/.test(entry))) {
    await killLeftGroup(join(paths.scripts, name))
  }
  for (const name of names) removePlain(join(paths.scripts, name))
  for (const task of await listTaskFolders(context)) await killLeftGroup(paths.task(task).status)
  await endMarkedProcesses(toRunMarks(context))
}

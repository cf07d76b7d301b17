import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders of one job, as a hosted runner has them. */
export interface JobFolders {
  readonly root: string
  readonly workspace: string
  readonly temp: string
  readonly tools: string
  readonly actions: string
  readonly home: string
  readonly eventPath: string
  /** Files that steps write outputs and such to. */
  readonly commandFiles: string
}

export function makeJobFolders(parent: string, repository: string, event: object): JobFolders {
  const name = repository.split('/')[1] as string
  const root = mkdtempSync(join(parent, 'job-'))
  const folders = {
    root,
    workspace: join(root, name, name),
    temp: join(root, '_temp'),
    tools: join(root, '_tool'),
    actions: join(root, '_actions'),
    home: join(root, 'home'),
    eventPath: join(root, '_temp', '_github_workflow', 'event.json'),
    commandFiles: join(root, '_temp', '_runner_file_commands'),
  }
  for (const folder of [
    folders.workspace,
    folders.tools,
    folders.actions,
    folders.home,
    folders.commandFiles,
  ]) {
    mkdirSync(folder, { recursive: true })
  }
  mkdirSync(join(folders.temp, '_github_workflow'))
  writeFileSync(folders.eventPath, JSON.stringify(event, null, 2))
  return folders
}

import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type ActionDefinition, readAction } from './action-definition.ts'
import type { ActionSource } from './action-source.ts'
import type { JobSetup } from './job-setup.ts'

const run = promisify(execFile)

/** The action behind a `uses`. A local one must be in the workspace by now. */
export async function fetchAction(
  setup: JobSetup,
  uses: string,
  source: Exclude<ActionSource, { kind: 'native' }>,
): Promise<ActionDefinition> {
  if (source.kind === 'local') return await readAction(join(setup.state.folders.workspace, source.path), uses)
  if (source.kind === 'built-in') {
    return await readAction(fileURLToPath(new URL(`../built-in/${source.name}`, import.meta.url)), uses)
  }
  return await readAction(join(await fetchArchive(setup, uses, source), source.path), uses)
}

/** Unpacks the files of an action's repository at a ref. Answers with the folder. */
async function fetchArchive(
  { services, run: { repository }, state }: JobSetup,
  uses: string,
  source: Extract<ActionSource, { kind: 'remote' }>,
): Promise<string> {
  const found = services.tryFindRepository(source.repository)
  const isOpen = found?.visibility === 'public' || found?.owner === repository.owner
  const commit = isOpen ? await found?.tryResolve(source.ref) : undefined
  if (found === undefined || commit === undefined) {
    throw new Error(`Unable to resolve action \`${uses}\`, repository or version not found`)
  }
  const folder = join(state.folders.actions, source.repository, source.ref)
  mkdirSync(folder, { recursive: true })
  const archive = join(state.folders.temp, `${commit}.tar`)
  await run('git', ['-C', found.folder, 'archive', '--output', archive, commit])
  await run('tar', ['-x', '-f', archive, '-C', folder])
  return folder
}

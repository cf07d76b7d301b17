import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { findInstalledAgents } from '../agents/find-agents.ts'
import { runGit } from '../git/process/run-git.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { toStarterFolders } from '../plan/starter/starter-folders.ts'
import { type RepositoryFacts, toStarterSettings } from '../plan/starter/starter-plan.ts'
import { toWorkspaceGlobs } from '../plan/starter/workspace-globs.ts'

/** Guesses the settings of a repository's plan, without tasks. */
export async function readStarterSettings(repository: Repository): Promise<Record<string, unknown>> {
  return toStarterSettings(await readRepositoryFacts(repository))
}

export async function readRepositoryFacts({ root, env, place }: Repository): Promise<RepositoryFacts> {
  const listing = await runGit(place, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  const files = listing.split('\0').filter(path => path !== '')
  const read = (name: string) => readText(join(root, name))
  const packageJson = tryJson(await read('package.json'))
  const texts = {
    pnpm: await read('pnpm-workspace.yaml'),
    cargo: await read('Cargo.toml'),
    go: await read('go.work'),
  }
  return {
    name: basename(root),
    files: files.filter(path => !path.includes('/')),
    folders: toStarterFolders(files, toWorkspaceGlobs({ packageJson, ...texts })),
    schema: existsSync(join(root, installedSchema)) ? `./${installedSchema}` : undefined,
    scripts: (packageJson as { scripts?: Record<string, unknown> } | undefined)?.scripts ?? {},
    makeTargets: toMakeTargets(await read('Makefile')),
    agent: findInstalledAgents(env)[0],
  }
}

const installedSchema = 'node_modules/parallel-agents/schema/plan.json'

/** Strips a byte order mark. */
async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.replace(/^\ufeff/, '')
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no readable package.json
  }
}

function toMakeTargets(text: string): string[] {
  return [...text.matchAll(/^([A-Za-z][\w-]*):/gm)].map(match => match[1] as string)
}

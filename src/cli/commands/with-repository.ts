import { resolve } from 'node:path'
import type { Command } from 'commander'
import { closeRepository, openRepository, type Repository } from '../../git/repository/open-repository.ts'

/** The folder of the call. */
export function toFolder(command: Command): string {
  return resolve(String(command.optsWithGlobals().C))
}

/** Opens the call's repository for a piece of work. */
export async function withRepository<T>(
  command: Command,
  work: (repository: Repository, folder: string) => Promise<T>,
): Promise<T> {
  const folder = toFolder(command)
  const repository = await openRepository(folder, process.env as Record<string, string>)
  try {
    return await work(repository, folder)
  } finally {
    closeRepository(repository)
  }
}

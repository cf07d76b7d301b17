import { copyFolder, openTestRepository, type TestRepository } from './repository.ts'

interface Prepared {
  readonly repository: TestRepository
}

/** What is prepared once for several tests: each of them gets its own copy of the repository, with the runs that are in it. */
export function prepareOnce<Facts extends Prepared>(prepare: () => Promise<Facts>): () => Promise<Facts> {
  let prepared: Promise<Facts> | undefined
  return async () => {
    prepared ??= prepare()
    const facts = await prepared
    return { ...facts, repository: openTestRepository(copyFolder(facts.repository.folder, 'repo')) }
  }
}

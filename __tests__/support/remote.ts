import { makeFolder, openTestRepository, type TestRepository } from './repository.ts'

/** A bare repository that others push to; the given one follows it as `origin`. */
export function makeRemote(repository: TestRepository): TestRepository {
  const folder = makeFolder('remote')
  repository.git('clone', '--quiet', '--bare', repository.folder, folder)
  repository.git('remote', 'add', 'origin', folder)
  repository.git('fetch', '--quiet', 'origin')
  repository.git('branch', '--quiet', '--set-upstream-to=origin/main', 'main')
  return openTestRepository(folder)
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { groupByStem, MentionedModules } from '../../src/integration/mentioned-modules.ts'
import { makeRepository } from '../support/repository.ts'

const files = {
  'a.ts': "import { get } from './auth/token-store.js'\nimport x from '../user.service.ts'\n",
  'b.py': 'from app.models.person import User\n',
  'c.ts': "import * as all from './shapes'\n",
}
const modules = [
  'auth/token-store.ts',
  'user.service.ts',
  'app/models/person.py',
  'shapes/index.ts',
  'other.ts',
]

describe('the modules that a changed file mentions', () => {
  let repository: Repository
  let reads = 0
  beforeAll(async () => {
    const { folder } = makeRepository(files)
    repository = await openRepository(folder, { PATH: process.env.PATH as string })
  })
  afterAll(() => closeRepository(repository))

  test('are found by their names, and each file is read once', async () => {
    const { objects } = repository
    const counting = {
      ...repository,
      objects: {
        read: (name: string) => {
          reads++
          return objects.read(name)
        },
      } as typeof objects,
    }
    const mentioned = new MentionedModules(counting, modules)
    const list = (path: string) => mentioned.list('HEAD', path, groupByStem(modules))

    for (let round = 0; round < 3; round++) {
      expect(await list('a.ts')).toEqual(['auth/token-store.ts', 'user.service.ts'])
      expect(await list('b.py')).toEqual(['app/models/person.py'])
      expect(await list('c.ts')).toEqual(['shapes/index.ts'])
      expect(await list('gone.ts')).toEqual([])
    }
    expect(reads).toBe(4)
  })
})

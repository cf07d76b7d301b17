import { expect, test } from '@jest/globals'
import { createCaller, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

/** Its work is kept, because it leaves its scope. */
const kept = {
  script: `mkdir -p .github/workflows; echo 'on: push' > .github/workflows/new.yml; echo '#' >> .github/workflows/reuse.yml
    git add .; git -c user.name=A -c user.email=a@x commit -qm Half; echo kept > kept.txt`,
  files: ['kept.txt'],
  retries: 0,
}
const honest = { script: 'echo honest > honest.txt', files: ['honest.txt'] }

test.each(['one-runner', 'three-jobs'])(
  'kept work that changes workflows is pushed by %s, with all other work',
  async example => {
    const repository = await createCaller(github(), { tasks: { honest, kept } })
    const run = await (await github().dispatch(repository, `${example}.yml`)).done
    const refs = Object.keys(await repository.refs())
    const ref = refs.find(name => name.endsWith('/kept/kept')) ?? ''

    expect(await repository.tryRead(ref, '.github/workflows-kept/new.yml')).toBe('on: push\n')
    expect(await repository.tryRead(ref, 'kept.txt')).toBe('kept\n')
    expect(refs.filter(name => /tasks.honest$|integration$/.test(name))).toHaveLength(2)
    expect(run.log).not.toContain('was not pushed')
  },
)

test('kept work that changes workflows is pushed with them in another folder, and the rest is published', async () => {
  const repository = await createCaller(github(), {
    tasks: { honest, kept },
  })
  const run = await runReused(github(), repository)
  const { id, pulls, read } = await readLeft(repository, run)
  const ref = `refs/parallel-agents/${id}/kept/kept`

  expect(await repository.tryRead(ref, 'kept.txt')).toBe('kept\n')
  expect(await repository.tryRead(ref, '.github/workflows-kept/new.yml')).toBe('on: push\n')
  expect(await repository.tryRead(ref, '.github/workflows/reuse.yml')).toBe(
    await repository.tryRead('main', '.github/workflows/reuse.yml'),
  )
  expect(await repository.git('log', '-1', '--format=%b', ref)).toContain('workflows-kept')
  expect(await read('integration')).toEqual({ 'honest.txt': 'honest\n' })
  expect(pulls).toHaveLength(1)
  expect(run.conclusions['agents / publish']).toBe('success')
})

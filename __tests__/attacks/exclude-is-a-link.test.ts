import { expect, test } from '@jest/globals'
import { makeScene, untouched } from './scene.ts'

// Tries: links to the user's files in place of the exclude files that the harness appends to: that of the repository, and that of a checkout.
// Afterwards: the user's files are as before.
test('exclude files that an agent or setup links to files of the user are not written', async () => {
  const { run, readHome } = makeScene()
  const link = (folder: string) => `ln -sfn "$HOME/.bashrc" "${folder}/info/exclude"`
  const setup = `mkdir -p made; for n in 1 2 3; do echo $n > made/$n; done; ${link('$(git rev-parse --absolute-git-dir)')}`
  await run({ a: { script: `${link('$REPOSITORY/.git')}; echo a > a.txt`, setup } })
  await run({ b: { script: 'echo b > b.txt' } }, {}, { args: ['--new'] })

  expect(readHome()).toEqual(untouched)
})

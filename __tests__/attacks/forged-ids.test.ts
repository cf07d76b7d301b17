import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const gitDirectory = 'g=$(git rev-parse --absolute-git-dir); '

// Tries: refs that name many commits that do not exist, and a folder of refs whose path is longer than any program may use.
// Afterwards: the work has landed, and the run did not ask git about each.
test('refs of an agent that name many commits that do not exist do not block a run', async () => {
  const { status } = await makeScene().run({
    a: {
      script: `${gitDirectory}for i in $(seq 5000); do printf "%040x\\n" $i; done > $g/refs/heads/x; echo a > a.txt`,
    },
  })

  expect(status).toBe('landed')
}, 40_000)

test('a folder of refs that is too deep does not fail a task', async () => {
  const dig =
    'const fs = require("fs"); for (let i = 0; i < 60; i++) { fs.mkdirSync("n".repeat(200)); process.chdir("n".repeat(200)) }'
  const { run, repository } = makeScene()
  const { status } = await run({
    a: { script: `${gitDirectory}(cd $g/refs && node -e '${dig}'); echo a > a.txt` },
  })

  // The checkout stays, and no library of node deletes such a path.
  execFileSync('rm', ['-rf', repository.folder])
  expect(status).toBe('landed')
}, 40_000)

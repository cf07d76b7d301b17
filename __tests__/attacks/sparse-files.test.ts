import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const gitDirectory = 'g=$(git rev-parse --absolute-git-dir); '

// Tries: files that consist of a hole, take no space, and would be read for hours, or copied until the disk is full.
// Afterwards: the run has ended, and named what it left out.
test('new and tracked files with huge holes are not read', async () => {
  const { tasks } = await makeScene().run({
    a: { script: 'truncate -s 900G big; echo a > a.txt' },
    b: { script: 'truncate -s 900G README.md; echo b > b.txt' },
  })

  expect(tasks.a?.reason).toContain('big has 966368 MB')
  expect(tasks.b?.reason).toContain('README.md has 966368 MB')
}, 40_000)

test('an object of Git LFS with a huge hole is not copied', async () => {
  const name = `abcd${'0'.repeat(60)}`
  const folder = '$g/lfs/objects/ab/cd'
  const { status, tasks } = await makeScene().run({
    a: { script: `${gitDirectory}mkdir -p ${folder}; truncate -s 900G ${folder}/${name}; echo a > a.txt` },
  })

  expect(status).toBe('landed')
  expect(tasks.a?.reason).toContain('more than 8 GB')
}, 40_000)

test('refs and the forecast with huge holes are not read', async () => {
  const script = `${gitDirectory}for i in $(seq 40); do truncate -s 900G $g/refs/heads/x$i; done; truncate -s 900G "$(dirname "$PARALLEL_AGENTS_REPORT_FILE")/forecast.md"; sleep 1.5; echo a > a.txt`
  const { status } = await makeScene().run(
    { a: { script }, b: { script: 'sleep 1.5; echo b > a.txt' } },
    { integration: { 'forecast-seconds': 1, 'on-forecast': 'tell-agents' } },
  )

  expect(status).not.toBe('failed')
}, 40_000)

import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const scope = '**/*-*-*-*-*-*.test.ts'
const dashes = 'n=$(printf "a-%.0s" $(seq 120)); '
const bigTree = `f=$(echo x | git hash-object -w --stdin); t=$( (git ls-tree HEAD; printf "100644 blob $f\\t"; head -c 200000 /dev/zero | tr "\\\\0" -; echo) | git mktree)`
const deep = 'p=$(printf "a/%.0s" $(seq 190)); mkdir -p $p; for i in $(seq 200); do echo > $p/aaaa$i; done'
const manyFiles = 'mkdir m; (cd m; seq 20000 | xargs touch)'

// Tries: names for which a glob of the plan, as a regular expression, takes longer than the universe is old.
// Afterwards: each task has its reason, and the other one has landed.
test('long names do not stop the comparison with a scope', async () => {
  const { tasks } = await makeScene().run({
    file: { files: [scope], script: `${dashes}mkdir $n; echo > $n/$n` },
    commit: { files: [scope], script: `${bigTree}; git update-ref HEAD $(git commit-tree -p HEAD -m m $t)` },
    name: { script: `${bigTree}; git update-ref HEAD $(git commit-tree -p HEAD -m m $t); echo n > n.txt` },
    good: { script: 'echo g > g.txt' },
  })

  expect(tasks.file?.outcome).toBe('out-of-scope')
  expect(tasks.commit?.outcome).not.toBe('succeeded')
  expect(tasks.good?.landing).toBe('landed')
}, 60_000)

// Tries: patterns with which git compares every file for hours.
// Afterwards: each task has failed with its reason, and the other one has landed.
test('patterns that take git hours are not read', async () => {
  const { tasks } = await makeScene().run({
    deep: { script: `${deep}; echo "**/a*/**/a*/**/a*/**/a*/**/*b" > .gitignore` },
    ignored: { script: `${manyFiles}; seq 300000 | sed "s/^/*x*y*/" > .gitignore` },
    attributes: { script: `${manyFiles}; seq 300000 | sed "s/^/*x*y*/; s/$/ text/" > .gitattributes` },
    odd: {
      script: `d="$(printf "d\\377")"; mkdir "$d"; cd "$d"; ${manyFiles}; seq 300000 | sed "s/^/*x*y*/" > .gitignore`,
    },
    good: { script: 'echo g > g.txt' },
  })

  for (const id of ['deep', 'ignored', 'attributes', 'odd'])
    expect([id, tasks[id]?.reason]).toEqual([id, expect.stringContaining('git would take hours')])
  expect(tasks.good?.landing).toBe('landed')
}, 120_000)

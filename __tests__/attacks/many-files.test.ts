import { expect, test } from '@jest/globals'
import { rounds } from '../support/rounds.ts'
import { makeScene } from './scene.ts'

// Tries: to keep the harness busy for hours, by very many files in one folder. Comparing each name with all others takes minutes.
// Afterwards: the task is judged in a time that grows with their number, and the other task has landed.
const count = rounds(4000, 10_000)

test(`${count} files of an agent in one folder delay nothing`, async () => {
  const { tasks } = await makeScene().run({
    a: {
      script: `mkdir many; cd many; i=0; while [ $i -lt ${count} ]; do i=$((i + 1)); echo $i > file-$i; done`,
    },
    b: { script: 'echo b > b.txt' },
  })

  expect(tasks.a).toMatchObject({ landing: 'landed', filesChanged: count })
  expect(tasks.b?.landing).toBe('landed')
}, 300_000)

// Tries: the same in two tasks, whose merges are inspected together: which files of one name files of the other.
// Afterwards: both have landed.
test(`${count / 2} files in each of two tasks delay no merge`, async () => {
  const make = (name: string) =>
    `mkdir ${name}; cd ${name}; i=0; while [ $i -lt ${count / 4} ]; do i=$((i + 1)); echo file$i > file$i.ts; echo x > "f $i"; done`
  const { tasks } = await makeScene().run({ a: { script: make('a') }, b: { script: make('b') } })

  expect([tasks.a?.landing, tasks.b?.landing]).toEqual(['landed', 'landed'])
}, 300_000)

import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a line in .gitattributes that git ignores, and for which servers such as GitHub refuse everything that is pushed with it.
// Afterwards: it has not landed, so that the other task can be pushed.
test('lines of .gitattributes that servers refuse do not land', async () => {
  const { tasks } = await makeScene().run({
    long: { script: 'echo "$(printf "x%.0s" $(seq 3000)) text" > .gitattributes' },
    good: { script: 'echo g > g.txt' },
  })

  expect(tasks.long?.reason).toContain('than git servers accept')
  expect(tasks.good?.landing).toBe('landed')
})

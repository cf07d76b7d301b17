import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: to put pipes in the way of git again and again, while the forecast looks at the work, and to leave git waiting in one.
// Afterwards: the run has ended, though a look had to be ended.
test('pipes that come and go while an agent works do not block the end of a run', async () => {
  const pipes = 'd/.gitignore .gitignore d/.gitattributes'
  const race = `(while :; do mkfifo ${pipes}; rm -f ${pipes}; done) 2>/dev/null & race=$!`
  const script = `mkdir d; ${race}; for i in 1 2 3 4 5 6; do echo $i > d/$i; sleep 0.5; done; kill $race; rm -f ${pipes}; echo a > a.txt`
  const { status } = await makeScene().run(
    { a: { script }, b: { script: 'sleep 3; echo b > b.txt' } },
    { integration: { 'forecast-seconds': 1 } },
  )

  expect(status).toBe('landed')
}, 80_000)

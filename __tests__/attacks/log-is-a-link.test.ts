import { expect, test } from '@jest/globals'
import { makeScene, untouched } from './scene.ts'

// Tries: a link, and a second name, of the user's file in place of the log that the harness appends to.
// Afterwards: the user's files are as before.
for (const link of ['ln -s', 'ln']) {
  test(`a file of the user that an agent links in place of its log (${link}) is not written`, async () => {
    const { run, readHome } = makeScene()
    const script = `rm "$STATE/a.log"; ${link} "$HOME/.bashrc" "$STATE/a.log"; echo 'evil'; echo a > a.txt`
    const { tasks } = await run({ a: { script, test: 'echo tested' } })

    expect(readHome()).toEqual(untouched)
    expect(tasks.a?.outcome).toBe('succeeded')
  })
}

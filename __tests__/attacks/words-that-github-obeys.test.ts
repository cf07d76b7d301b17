import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const message = [
  'Add a [skip ci]',
  '',
  'Fixes #12, closes o/r#3 for @octocat; fixed: https://github.com/o/r/issues/4',
  '`@someone` and see.@another',
  '\\033]52;c;ZXZpbA==\\007\\342\\200\\256\\363\\240\\201\\201',
  '',
  'skip-checks: true',
].join('\\n')

// Tries: by the message and the author of its own commit, to close issues, to mention someone, to skip workflows, and to control terminals.
// Afterwards: the commit has landed, and does none of that.
test('commits of an agent close nothing, mention no one and skip nothing', async () => {
  const { repository, run } = makeScene()
  const author = `GIT_AUTHOR_NAME="$(printf 'E\\033]0;x\\007vil \\342\\200\\256')"`
  const { integration } = await run({
    a: { script: `echo a > a.txt; git add a.txt; printf '${message}\\n' | ${author} git commit -qF -` },
  })
  const log = repository.git('log', '--format=%an%n%B', `main..${integration.branch}`)

  expect(log).toContain('Add a [\u200bskip ci]')
  expect(log).toContain('Fixes\u200b #12, closes\u200b o/r#3 for @\u200boctocat; fixed\u200b: https://')
  expect(log).toContain('`@\u200bsomeone` and see.@\u200banother')
  expect(log).toContain('E]0;xvil')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matches control characters
  expect(log).not.toMatch(/skip-checks|[\u001b\u0007\u202e\u{e0041}]/u)
})

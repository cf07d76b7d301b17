import { testSandbox } from './sandbox-attack.ts'

// Tries: to read the file of keys in the user's checkout.
// Afterwards: nothing of it is in what the agent made.
testSandbox('read .env of the checkout of the user', {
  script: 'cat "$REPOSITORY/.env" > loot',
  content: { '.gitignore': '.env\n', '.env': 'KEY=SECRET-OF-THE-PROJECT\n' },
  isOpenToUsers: true,
  succeeded: (_, loot) => loot.includes('SECRET-OF-THE-PROJECT'),
})

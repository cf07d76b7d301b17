import { testSandbox } from './sandbox-attack.ts'

// Tries: to read the user's key, by its path, through /proc/self/root and through a link.
// Afterwards: nothing of it is in what the agent made.
testSandbox('read a key in the home of the user', {
  script:
    'ln -s "$USER_HOME" /tmp/pa-link-$$; cat "$USER_HOME/.ssh/id_ed25519" "/proc/self/root$USER_HOME/.ssh/id_ed25519" /tmp/pa-link-$$/.ssh/id_ed25519 > loot; rm -f /tmp/pa-link-$$',
  succeeded: (_, loot) => loot.includes('SECRET-KEY'),
})

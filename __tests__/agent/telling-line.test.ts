import { expect, test } from '@jest/globals'
import { toTellingLine } from '../../src/agents/process/telling-line.ts'

const npmHint = [
  '',
  'Did you mean this?',
  '  npm test # Test a package',
  'To see a list of scripts, run:',
  '  npm run',
]

test.each([
  ['npm tset', 'Unknown command: "tset"', ['Unknown command: "tset"', '', ...npmHint]],
  [
    'npm run tset',
    'Missing script: "tset"',
    [
      'Missing script: "tset"',
      ...npmHint,
      'A complete log of this run can be found in: /home/x/.npm/_logs/1.log',
    ].map(line => `npm error ${line}`),
  ],
  [
    'npm ci with a broken lock file',
    'The `npm ci` command can only install with an existing package-lock.json',
    [
      'npm warn deprecated x',
      'npm error code EUSAGE',
      'npm error',
      'npm error The `npm ci` command can only install with an existing package-lock.json',
      'npm error A complete log of this run can be found in: /home/x/.npm/_logs/1.log',
    ],
  ],
  ['npm run tset in npm 8', 'Missing script: "tset"', ['npm ERR! Missing script: "tset"', 'npm ERR! ']],
  [
    'yarn tset',
    'error Command "tset" not found.',
    [
      'yarn run v1.22.22',
      'error Command "tset" not found.',
      'info Visit https://yarnpkg.com/en/docs/cli/run for help.',
    ],
  ],
  [
    'pnpm tset',
    'ERR_PNPM_RECURSIVE_EXEC_FIRST_FAIL  Command "tset" not found',
    [' ERR_PNPM_RECURSIVE_EXEC_FIRST_FAIL  Command "tset" not found', '', 'Did you mean "pnpm test"?'],
  ],
  [
    'make tset',
    "make: *** No rule to make target 'tset'.  Stop.",
    ["make: *** No rule to make target 'tset'.  Stop."],
  ],
  ['go tset', 'go tset: unknown command', ['go tset: unknown command', "Run 'go help' for usage."]],
  [
    'gradle tset',
    "Task 'tset' not found in root project 'app'.",
    ['* What went wrong:', "Task 'tset' not found in root project 'app'.", '* Try:', 'BUILD FAILED in 1s'],
  ],
])('%s is told as %s, not by the hints after it', (_, told, lines) => {
  expect(toTellingLine(lines)).toBe(told)
})

test.each([
  [
    'cc1: fatal error: missing.c: No such file or directory',
    ['compilation terminated.', 'make: *** [x] Error 1'],
  ],
  [
    "src/x.c:3:5: error: 'y' undeclared (first use in this function)",
    ['    3 |     y = 1;', '      |     ^'],
  ],
  ["src/x.ts(3,5): error TS2304: Cannot find name 'y'.", ['', 'Found 1 error.']],
])('a failed build is told as %s', (told, rest) => {
  expect(toTellingLine(['building', told, ...rest])).toBe(told)
})

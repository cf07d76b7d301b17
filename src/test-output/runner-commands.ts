import type { FailedTest, Runner } from './reading/test-output.ts'
import { quoteForShell, toPlainWords } from './shell-words.ts'
import { escapePattern, toSelection } from './test-patterns.ts'

/** How to select tests of a runner. */
interface RunnerCommand {
  readonly runner: Runner
  /** The words that start it, without `npx` and the like. */
  readonly starts: readonly string[]
  /** Whether file arguments stay: names narrow them down in some runners; others would run them in addition. */
  readonly files: 'stay' | 'go' | 'refused'
  /** Words after the start, and words at the end, of each command; undefined if the runner cannot select these tests. */
  readonly toWords: (tests: readonly FailedTest[]) => readonly Insertion[] | undefined
}

interface Insertion {
  readonly first: readonly string[]
  readonly last: readonly string[]
}

const launchers =
  /^(?:npx (?:--no-install |--no |-y |--yes )?|pnpm (?:exec )?|yarn (?:run )?|bunx |bundle exec |poetry run |uv run |pipenv run |(?:\.\/)?(?:node_modules\/\.bin|vendor\/bin|bin)\/|python3? -m )/

const runnerCommands: readonly RunnerCommand[] = [
  { runner: 'jest', starts: ['jest'], files: 'stay', toWords: toJestWords },
  { runner: 'vitest', starts: ['vitest run'], files: 'stay', toWords: toVitestWords },
  { runner: 'mocha', starts: ['mocha'], files: 'stay', toWords: toMochaWords },
  { runner: 'node', starts: ['node --test'], files: 'go', toWords: toFileWords },
  { runner: 'pytest', starts: ['pytest', 'py.test'], files: 'go', toWords: toIdWords },
  { runner: 'unittest', starts: ['unittest'], files: 'refused', toWords: toIdWords },
  { runner: 'go', starts: ['go test'], files: 'go', toWords: toGoWords },
  { runner: 'cargo', starts: ['cargo test'], files: 'stay', toWords: toCargoWords },
  { runner: 'rspec', starts: ['rspec'], files: 'go', toWords: toFileWords },
  { runner: 'phpunit', starts: ['phpunit'], files: 'stay', toWords: toPhpunitWords },
]

/** The runner that a command calls directly. */
export function findRunner(command: string): Runner | undefined {
  return splitStart(command)?.known.runner
}

/** The plan's command for these tests only; undefined if it does not directly call their runner. */
export function toRunnerCommands(command: string, tests: readonly FailedTest[]): string[] | undefined {
  const words = toPlainWords(command)
  const start = splitStart(command)
  if (words === undefined || start === undefined) return undefined
  const { known, count } = start
  if (tests.some(test => test.runner !== known.runner)) return undefined
  const rest = toOptions(words.slice(count), known)
  if (rest === undefined || rest.some(isSelection)) return undefined
  return known
    .toWords(tests)
    ?.map(({ first, last }) =>
      [...words.slice(0, count), ...first.filter(word => !rest.includes(word)), ...rest, ...last].join(' '),
    )
}

/** The number of words that start the runner: 3 in `CI=1 npx jest`. */
function splitStart(command: string): { readonly known: RunnerCommand; readonly count: number } | undefined {
  const plain = command.trim().replace(/ +/g, ' ')
  const variables = /^(?:\w+=[^ ]* )*/.exec(plain)?.[0] ?? ''
  const launcher = launchers.exec(plain.slice(variables.length))?.[0] ?? ''
  const called = `${plain.slice(variables.length + launcher.length)} `
  for (const known of runnerCommands) {
    const start = known.starts.find(text => called.startsWith(`${text} `))
    if (start !== undefined) return { known, count: `${variables}${launcher}${start}`.split(' ').length }
  }
  return undefined
}

/** An existing selection: some runners do not combine two. */
function isSelection(word: string): boolean {
  return /^(?:--|-t|--testNamePattern|--test-name-pattern|-g|--grep|-f|--fgrep|-k|-m|-run|--run|--filter|-e|--example|--exact|--watch\w*)(?:=.*)?$/.test(
    word,
  )
}

/** Options that take the next word as their value. */
const valued: Partial<Record<Runner, RegExp>> = {
  pytest: /^(?:-n|-p|-c|-o|-W|-r|--rootdir|--timeout|--junitxml|--maxfail|--durations)$/,
  go: /^-(?:count|timeout|tags|p|parallel|cpu|mod|vet|coverprofile|covermode)$/,
  node: /^(?:--import|--require|-r|--loader|--test-reporter|--test-reporter-destination|--test-concurrency|--test-timeout)$/,
  rspec: /^(?:--format|--require|-r|--order|--seed|--out|-o|-I)$/,
}

const valueless = /^-[qvsxl]+$|^-race$/

/** The words to keep after the start. Undefined if one could be a file or the value of an unknown option. */
function toOptions(
  words: readonly string[],
  { runner, files }: RunnerCommand,
): readonly string[] | undefined {
  if (files === 'stay') return words
  const kept: string[] = []
  let previous = ''
  for (const word of words) {
    const isValue = valued[runner]?.test(previous) === true
    const isFile = !isValue && !word.startsWith('-')
    const isClear = previous === '' || valueless.test(previous) || /^\.{0,2}\//.test(word)
    if (isFile && (files === 'refused' || !isClear)) return undefined
    if (!isFile) kept.push(word)
    previous = isFile || isValue ? '' : word
  }
  return kept
}

function toFiles(tests: readonly FailedTest[]): string[] | undefined {
  const files = tests.map(test => test.file).filter(file => file !== null)
  return files.length === tests.length ? [...new Set(files)] : undefined
}

function toJestWords(tests: readonly FailedTest[]): Insertion[] {
  const files = toFiles(tests)?.map(escapePattern) ?? []
  return [{ first: quoteAll(files), last: ['-t', ...quoteAll(toSelection('jest', tests))] }]
}

function toVitestWords(tests: readonly FailedTest[]): Insertion[] {
  return [{ first: quoteAll(toFiles(tests) ?? []), last: ['-t', ...quoteAll(toSelection('vitest', tests))] }]
}

function toMochaWords(tests: readonly FailedTest[]): Insertion[] {
  return [{ first: [], last: ['--grep', ...quoteAll(toSelection('mocha', tests))] }]
}

/** Whole files: node:test matches names differently in each version, RSpec cannot select generated names. */
function toFileWords(tests: readonly FailedTest[]): Insertion[] | undefined {
  const files = toFiles(tests)
  return files === undefined ? undefined : [{ first: [], last: quoteAll(files) }]
}

function toIdWords(tests: readonly FailedTest[]): Insertion[] {
  return [{ first: [], last: quoteAll(tests.map(test => test.id)) }]
}

/** One command a package: the same name in another package is a different test. */
function toGoWords(tests: readonly FailedTest[]): Insertion[] | undefined {
  return toFiles(tests)?.map(path => {
    const pattern = toSelection(
      'go',
      tests.filter(test => test.file === path),
    )
    return { first: [], last: ['-run', ...quoteAll(pattern), quoteForShell(path)] }
  })
}

/** Without `--exact`, names match parts of names; the names of documentation tests are only known in part. */
function toCargoWords(tests: readonly FailedTest[]): Insertion[] {
  const isExact = tests.every(test => /^[\w:]+$/.test(test.name))
  const names = quoteAll(toSelection('cargo', tests))
  return [{ first: ['--no-fail-fast'], last: ['--', ...(isExact ? ['--exact'] : []), ...names] }]
}

function toPhpunitWords(tests: readonly FailedTest[]): Insertion[] {
  return [{ first: ['--filter', ...quoteAll(toSelection('phpunit', tests))], last: [] }]
}

function quoteAll(texts: readonly string[]): string[] {
  return texts.map(quoteForShell)
}

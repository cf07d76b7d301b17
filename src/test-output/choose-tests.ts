import type { FailedTest, Runner } from './reading/test-output.ts'
import { findRunner, toRunnerCommands } from './runner-commands.ts'
import { quoteForShell, splitTemplate, type TemplatePart } from './shell-words.ts'
import { toSelection } from './test-patterns.ts'

export interface ChosenTests {
  readonly tests: readonly FailedTest[]
  /** The plan's command for chosen tests: a shell command with `{files}`, `{names}`, `{ids}`, or `{file}`, `{name}`, `{id}`. */
  readonly template: string | undefined
  /** The plan's test command, which the command is derived from if there is no template. */
  readonly testCommand: string | undefined
}

/**
 * Shell commands that together run these tests, and perhaps more; undefined if that is uncertain. With `{file}`, `{name}` or `{id}`
 * in the template, one command a test. Names come from the authors of the tests: each is quoted. Most runners pass when nothing is
 * selected: the tests that ran must be counted.
 */
export function toChosenTestsCommands({ tests, template, testCommand }: ChosenTests): string[] | undefined {
  if (tests.length === 0 || !tests.every(isSafe)) return undefined
  if (template !== undefined) return fillTemplate(template, tests)
  return testCommand === undefined ? undefined : toRunnerCommands(testCommand, tests)
}

/** Control characters may end a comment or a line; a leading dash makes an option. */
function isSafe({ id, file, name }: FailedTest): boolean {
  return [id, file ?? 'none', name].every(text => text !== '' && !/^-|\p{Cc}/u.test(text))
}

const single = ['file', 'name', 'id']
const places = [...single, 'files', 'names', 'ids']

function fillTemplate(template: string, tests: readonly FailedTest[]): string[] | undefined {
  const parts = splitTemplate(template, places)
  const used = parts?.flatMap(part => (part.kind === 'place' ? [part.name] : [])) ?? []
  if (parts === undefined || used.length === 0) return undefined
  const groups = used.some(name => single.includes(name)) ? tests.map(test => [test]) : [tests]
  const commands = groups.map(group => fill(parts, group, template))
  return commands.every(command => command !== undefined) ? [...new Set(commands)] : undefined
}

function fill(
  parts: readonly TemplatePart[],
  tests: readonly FailedTest[],
  template: string,
): string | undefined {
  const texts = parts.map((part, index) => {
    if (part.kind === 'text') return part.text
    const values = toValues(part.name, tests, template)
    const isAlone = isSpaced(parts[index - 1], /\s$/) && isSpaced(parts[index + 1], /^\s/)
    if (values === undefined || (values.length > 1 && !isAlone)) return undefined
    return values.map(quoteForShell).join(' ')
  })
  return texts.every(text => text !== undefined) ? texts.join('') : undefined
}

/** Whether a place is a word of its own: only there may several words stand. */
function isSpaced(part: TemplatePart | undefined, space: RegExp): boolean {
  return part?.kind !== 'place' && (part === undefined || part.text === '' || space.test(part.text))
}

function toValues(
  place: string,
  tests: readonly FailedTest[],
  template: string,
): readonly string[] | undefined {
  if (place === 'id' || place === 'ids') return [...new Set(tests.map(test => test.id))]
  if (place === 'name' || place === 'names') return toNames(tests, template)
  const files = tests.map(test => test.file).filter(file => file !== null)
  return files.length === tests.length ? [...new Set(files)] : undefined
}

/** The format of a report does not name the runner: then the template does. */
function toNames(tests: readonly FailedTest[], template: string): string[] | undefined {
  const runners = new Set(tests.map(({ runner }) => runner))
  const [runner] = runners
  if (runner === undefined || runners.size > 1) return undefined
  const isGeneral: boolean = runner === 'junit' || runner === 'tap'
  const taken: Runner = isGeneral ? (findRunner(template) ?? runner) : runner
  return toSelection(taken, tests)
}

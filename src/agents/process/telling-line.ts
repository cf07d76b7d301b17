import { harnessMark } from './output-log.ts'

/** What package managers and runtimes print last, and what says nothing about the reason. */
const noise =
  /^(npm (error|ERR!)|Node\.js v\d|\s*at |error Command failed|error: script ".*" exited|make: \*\*\*|Reading additional input from stdin)/

/** A command, script or target that does not exist, in the words of the tool that should have run it; the lines after it are only hints. */
const unknownCommand = [
  /^(Unknown command|Missing script): "/, // npm
  /^(error )?Command "[^"]+" (not found|is not defined)/, // yarn 1, composer
  /^ERR_PNPM_\w+ +(Missing script: |Command "[^"]+" not found)/,
  /^make(\[\d+\])?: \*\*\* No rule to make target /,
  /^go \S+: unknown command/,
  /^Task '[^']+' not found in /, // Gradle
  /^(\[ERROR\] )?Unknown lifecycle phase "/, // Maven
  /^Don't know how to build task '/, // rake
]
const npmPrefix = /^npm (error|ERR!) /

const message = /^\W*((\w+\.)*\w*(Error|Exception)\b|(error|fatal)(\[\w+\])?:|panic:|FAIL:|E {2}).*\S/
const failedTest = /^\s*(not ok|✖|✕|×|FAIL|FAILED|--- FAIL)\b/

const longestRead = 2000

/** The line that says most about what went wrong: an unknown command, else a message of an error, else a failed test, else the last line. */
export function toTellingLine(lines: readonly string[]): string {
  const printed = lines.filter(line => !line.startsWith(harnessMark)).map(line => line.slice(0, longestRead))
  const telling = printed.filter(line => line.trim() !== '' && !noise.test(line))
  const line =
    findUnknownCommand(printed) ??
    telling.find(text => message.test(text)) ??
    telling.find(text => failedTest.test(text)) ??
    telling.at(-1)
  return (line ?? printed.at(-1) ?? '').trim().slice(0, 200)
}

function findUnknownCommand(printed: readonly string[]): string | undefined {
  return printed
    .map(line => line.trim().replace(npmPrefix, ''))
    .find(line => unknownCommand.some(pattern => pattern.test(line)))
}

/** The same as the end of a sentence; empty when nothing was printed. */
export function toTellingEnd(lines: readonly string[]): string {
  const line = toTellingLine(lines)
  return line === '' ? '' : `: ${line}`
}

import { harnessMark } from './output-log.ts'

/** The last lines of package managers and runtimes, and others that explain nothing. */
const noise =
  /^(npm (error|ERR!)|Node\.js v\d|\s*at |error Command failed|error: script ".*" exited|make: \*\*\*|Reading additional input from stdin)/

/** A missing command, script or target, as reported by the tool that should have run it; later lines are only hints. */
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

const npmCode = /^npm (error|ERR!) code E[A-Z]/
const npmDetail = /^(code|errno|syscall|path|dest|A complete log of this run)\b/

const message = /^\W*((\w+\.)*\w*(Error|Exception)\b|(error|fatal)(\[\w+\])?:|panic:|FAIL:|E {2}).*\S/
/** Of compilers: `x.c:3:5: error: …`, `cc1: fatal error: …`, `src/x.ts(3,5): error TS2304: …`. */
const compilerError = /^[\w./\\-]+[:\d]*(\(\d+,\d+\))?: (fatal )?error( [A-Z]+\d+)?: /
const failedTest = /^\s*(not ok|✖|✕|×|FAIL|FAILED|--- FAIL)\b/

const longestRead = 2000

/** The most informative line about a failure: an unknown command, else an error message, else a failed test, else the last line. */
export function toTellingLine(lines: readonly string[]): string {
  const printed = lines.filter(line => !line.startsWith(harnessMark)).map(line => line.slice(0, longestRead))
  const telling = printed.filter(line => line.trim() !== '' && !noise.test(line))
  const line =
    findUnknownCommand(printed) ??
    telling.find(text => message.test(text) || compilerError.test(text)) ??
    telling.find(text => failedTest.test(text)) ??
    findNpmError(printed) ??
    telling.at(-1)
  return (line ?? printed.at(-1) ?? '').trim().slice(0, 200)
}

function findUnknownCommand(printed: readonly string[]): string | undefined {
  return printed
    .map(line => line.trim().replace(npmPrefix, ''))
    .find(line => unknownCommand.some(pattern => pattern.test(line)))
}

/** What npm says about an error of its own. Without a code, it only repeats that a script failed. */
function findNpmError(printed: readonly string[]): string | undefined {
  const code = printed.findIndex(line => npmCode.test(line))
  if (code === -1) return undefined
  const said = printed.slice(code + 1).filter(line => npmPrefix.test(line))
  return said.map(line => line.replace(npmPrefix, '')).find(line => /\S/.test(line) && !npmDetail.test(line))
}

/** The same as the end of a sentence; empty if there was no output. */
export function toTellingEnd(lines: readonly string[]): string {
  const line = toTellingLine(lines)
  return line === '' ? '' : `: ${line}`
}

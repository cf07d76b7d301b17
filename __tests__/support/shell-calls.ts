import type { Command, Option } from 'commander'

/** The simple commands of a shell text, as words: without comments, also those behind `&&`, `;` and pipes. */
export function listShellCommands(text: string): string[][] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .flatMap(line => splitAtOperators(listTokens(line)))
    .filter(words => words.length > 0)
}

/** Words keep their quotes; a comment ends the line. */
function listTokens(line: string): string[] {
  const code = line.replace(/^((?:'[^']*'|"[^"]*"|[^'"])*?)(?:^|\s)#.*$/, '$1')
  return code.match(/\|\||&&|[|;]|(?:'[^']*'|"[^"]*"|[^\s'"|;&])+/g) ?? []
}

function splitAtOperators(tokens: readonly string[]): string[][] {
  const commands: string[][] = [[]]
  for (const token of tokens) {
    if (/^(\|\|?|&&|;)$/.test(token)) commands.push([])
    else commands.at(-1)?.push(token)
  }
  return commands
}

/** The arguments, if this calls our command line: by its name, by npx, or the bundle by node. */
export function tryOwnArguments(words: readonly string[]): readonly string[] | undefined {
  const [first = '', second = '', ...rest] = words.filter((word, index) => index > 0 || !/^\w+=/.test(word))
  if (first === 'parallel-agents') return [second, ...rest].filter(word => word !== '')
  const isOurs =
    (first === 'npx' && second === 'parallel-agents') ||
    (first === 'node' && /\bcli\/index\.js$/.test(second))
  return isOurs ? rest : undefined
}

/** Started by the program itself. */
const internal = ['mcp']

/** Why the program would not accept the call: an unknown command, an unknown option, or too many arguments. */
export function tryCallProblem(program: Command, call: readonly string[]): string | undefined {
  const [name] = listWords(program.options, call)
  if (name === undefined || internal.includes(name)) return undefined
  const command = program.commands.find(known => known.name() === name)
  if (command === undefined) return `unknown command ${name}`
  const options = [...command.options, ...program.options]
  const unknown = call.find(word => isOption(word) && tryOption(options, word) === undefined)
  if (unknown !== undefined) return `unknown option ${unknown}`
  const { registeredArguments: declared } = command
  const [, ...rest] = listWords(options, call)
  const isOpen = declared.some(({ variadic }) => variadic)
  return isOpen || rest.length <= declared.length ? undefined : `too many arguments: ${rest.join(' ')}`
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-' && !['--help', '-h', '--version'].includes(word)
}

function tryOption(options: readonly Option[], word: string): Option | undefined {
  const [name = ''] = word.split('=')
  return options.find(({ long, short }) => long === name || short === name)
}

/** Arguments without options and their values. */
function listWords(options: readonly Option[], call: readonly string[]): string[] {
  const isValue = (index: number) => {
    const [before = '', word = ''] = [call[index - 1], call[index]]
    const option = isOption(before) && !before.includes('=') ? tryOption(options, before) : undefined
    return option?.required === true || (option?.optional === true && !isOption(word))
  }
  return call.filter((word, index) => !word.startsWith('-') && !isValue(index))
}

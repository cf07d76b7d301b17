import { type Command, Option } from 'commander'
import type { Terminal } from '../terminal/terminal.ts'

const shells = ['bash', 'zsh', 'fish'] as const

export function addCompletionCommand(program: Command, terminal: Terminal): void {
  program
    .command('completion <shell>')
    .description(`print a script that completes commands and options (${shells.join(', ')})`)
    .addHelpText('after', examples)
    .action((shell: string, _: unknown, command: Command) => {
      const words = toWords(program)
      if (shell === 'bash') terminal.relay(toBash(words))
      else if (shell === 'zsh')
        terminal.relay(`autoload -U +X bashcompinit && bashcompinit\n${toBash(words)}`)
      else if (shell === 'fish') terminal.relay(toFish(words))
      else command.error(`error: '${shell}' is not one of ${shells.join(', ')}`)
    })
}

interface Words {
  readonly name: string
  readonly description: string
  readonly options: readonly string[]
}

function toWords(program: Command): Words[] {
  return program.commands.map(command => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options, new Option('-h, --help')].flatMap(option => option.long ?? []),
  }))
}

function toBash(words: readonly Words[]): string {
  const cases = words.map(({ name, options }) => `    ${name}) words="${options.join(' ')}" ;;`)
  return `_parallel_agents() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    *) words="${words.map(({ name }) => name).join(' ')} --help --version" ;;
  esac
  [[ $COMP_CWORD -gt 1 && $current != -* ]] && return
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _parallel_agents parallel-agents`
}

function toFish(words: readonly Words[]): string {
  const none = '__fish_use_subcommand'
  return words
    .flatMap(({ name, description, options }) => [
      `complete -c parallel-agents -n ${none} -f -a ${name} -d '${description.replaceAll("'", "\\'")}'`,
      ...options.map(
        option =>
          `complete -c parallel-agents -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`,
      ),
    ])
    .join('\n')
}

const examples = `
Examples:
  source <(parallel-agents completion bash)
  parallel-agents completion fish > ~/.config/fish/completions/parallel-agents.fish`

/** The command that runs a script, by the `shell` of a step. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
const commands: Readonly<Record<string, string>> = {
  bash: 'bash --noprofile --norc -eo pipefail {0}',
  sh: 'sh -e {0}',
  python: 'python3 {0}',
}

/** What runs a script when no shell is named. */
const unnamed = 'bash -e {0}'

export function toShellCommand(
  shell: string | undefined,
  scriptPath: string,
): readonly [program: string, ...args: string[]] {
  const template = shell === undefined ? unnamed : (commands[shell] ?? shell)
  if (!template.includes('{0}')) {
    throw new Error(
      `Invalid shell option. Shell must be a valid built-in (${Object.keys(commands).join(', ')}) or a format string containing '{0}', not '${shell}'`,
    )
  }
  const words = template.split(/\s+/).map(word => word.replace('{0}', scriptPath))
  return words as [string, ...string[]]
}

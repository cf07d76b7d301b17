/** A file of `GITHUB_OUTPUT` or its like that does not follow the format. */
export class CommandFileError extends Error {
  override name = 'CommandFileError'
}

/**
 * Values of a `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE` file: lines `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function readCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[requireName(line.slice(0, equals), line)] = line.slice(equals + 1)
    } else if (heredoc >= 0) {
      const delimiter = line.slice(heredoc + 2)
      const end = lines.indexOf(delimiter, index + 1)
      if (delimiter === '' || end < 0) {
        throw new CommandFileError(`Invalid value. Matching delimiter not found '${delimiter}'`)
      }
      values[requireName(line.slice(0, heredoc), line)] = lines.slice(index + 1, end).join('\n')
      index = end
    } else {
      throw new CommandFileError(`Invalid format '${line}'`)
    }
  }
  return values
}

function requireName(name: string, line: string): string {
  if (name === '') throw new CommandFileError(`Invalid format '${line}'. Name must not be empty`)
  return name
}

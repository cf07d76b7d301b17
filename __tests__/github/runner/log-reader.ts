import type { Masks } from './masks.ts'
import type { Annotation } from './records.ts'

/** A workflow command that was printed. */
interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The most annotations of each level that a step can make. */
const mostAnnotations = 10

const annotationLevels = ['notice', 'warning', 'error'] as const
const known = [
  ...annotationLevels,
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'group',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
]

/**
 * Reads what a step prints, line by line: follows workflow commands, masks the rest.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export class LogReader {
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  readonly outputs: Record<string, string> = {}
  readonly state: Record<string, string> = {}
  /** Set when the step used a command that is forbidden: it fails then. */
  forbidden: string | undefined
  private readonly masks: Masks
  private resumeToken: string | undefined

  constructor(masks: Masks) {
    this.masks = masks
  }

  read(line: string): void {
    const command = readCommand(line, this.resumeToken)
    if (command === undefined) this.print(line)
    else if (command.name === this.resumeToken) this.resumeToken = undefined
    else if (this.resumeToken === undefined) this.follow(command)
    else this.print(line)
  }

  /** Adds a line that no command can be in. */
  print(line: string): void {
    this.lines.push(this.masks.mask(line))
  }

  annotate(annotation: Annotation): void {
    this.print(`##[${annotation.level}]${annotation.message}`)
    const count = this.annotations.filter(({ level }) => level === annotation.level).length
    if (count >= mostAnnotations) return
    this.annotations.push({ ...annotation, message: this.masks.mask(annotation.message) })
  }

  private follow({ name, properties, data }: Command): void {
    const level = annotationLevels.find(known => known === name)
    if (level !== undefined) this.annotate(toAnnotation(level, properties, data))
    else if (name === 'add-mask') this.masks.add(data)
    else if (name === 'stop-commands') this.resumeToken = data
    else if (name === 'group') this.print(`##[group]${data}`)
    else if (name === 'endgroup') this.print('##[endgroup]')
    else if (name === 'set-output') this.outputs[properties.name ?? ''] = data
    else if (name === 'save-state') this.state[properties.name ?? ''] = data
    else if (name === 'set-env' || name === 'add-path') this.forbid(name)
  }

  private forbid(name: string): void {
    this.forbidden = `The \`${name}\` command is disabled. Please upgrade to using Environment Files.`
    this.annotate({ level: 'error', message: this.forbidden })
  }
}

/** `::name key=value::data`, or the older `##[name key=value]data`, which may stand anywhere in a line. */
function readCommand(line: string, resumeToken: string | undefined): Command | undefined {
  const match =
    /^\s*::(\S+?)(?:\s+(.*?))?::(.*)$/.exec(line) ?? /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/.exec(line)
  const name = match?.[1]?.toLowerCase()
  if (match === null || name === undefined) return undefined
  if (resumeToken !== undefined && match[1] === resumeToken)
    return { name: resumeToken, properties: {}, data: '' }
  if (!known.includes(name)) return undefined
  return { name, properties: readProperties(match[2] ?? ''), data: unescapeData(match[3] ?? '') }
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(/[,;]/).filter(pair => pair.includes('='))
  return Object.fromEntries(
    pairs.map(pair => {
      const [name, ...value] = pair.split('=')
      return [
        String(name).trim(),
        unescapeData(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ','),
      ]
    }),
  )
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function toAnnotation(
  level: Annotation['level'],
  { file, line, title }: Readonly<Record<string, string>>,
  message: string,
): Annotation {
  return {
    level,
    message,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(title === undefined ? {} : { title }),
  }
}

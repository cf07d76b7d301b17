/** A part of a Markdown page. If space is short, rows are left out; texts stay whole. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'rows'
      /** The lines above the rows, such as the head of a table. */
      readonly head: string
      readonly rows: readonly Row[]
      /** The text below the rows if some are left out. */
      readonly more: (hidden: number) => string
    }

export interface Row {
  readonly text: string
  /** Left out only after all others. */
  readonly isImportant: boolean
}

export function toTextPart(text: string): Part {
  return { kind: 'text', text }
}

/**
 * Joins the parts of a page, within a limit of UTF-8 bytes. The texts must fit by themselves; unimportant rows are left out first,
 * from the end.
 */
export function toPage(parts: readonly Part[], maxBytes: number): string {
  const shown = parts.filter(part => (part.kind === 'text' ? part.text !== '' : part.rows.length > 0))
  let room = maxBytes - toBytes(shown.map(part => toFixedText(part)).join('\n\n')) - 1
  const blocks = shown.map(part => {
    if (part.kind === 'text') return part.text
    const { text, bytes } = fitRows(part, room)
    room -= bytes
    return text
  })
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

type Rows = Extract<Part, { kind: 'rows' }>

/** The text of a part without its rows. */
function toFixedText(part: Part): string {
  return part.kind === 'text' ? part.text : `${part.head}\n\n${part.more(part.rows.length)}`
}

/** The part with as many rows as fit, and the bytes of these rows. */
function fitRows({ head, rows, more }: Rows, room: number): { text: string; bytes: number } {
  const kept = new Set<Row>()
  let bytes = 0
  for (const row of [...rows.filter(row => row.isImportant), ...rows.filter(row => !row.isImportant)]) {
    const size = toBytes(row.text) + 1
    if (bytes + size > room) break
    bytes += size
    kept.add(row)
  }
  const lines = [head, ...rows.filter(row => kept.has(row)).map(row => row.text)].join('\n')
  const hidden = rows.length - kept.size
  return { text: hidden === 0 ? lines : `${lines}\n\n${more(hidden)}`, bytes }
}

function toBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

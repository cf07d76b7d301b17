/** A block of a Markdown page. If space is short, rows are left out; texts stay whole. */
export type Block =
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

export function toTextBlock(text: string): Block {
  return { kind: 'text', text }
}

/**
 * Joins the blocks of a page, within a limit of UTF-8 bytes. The texts must fit by themselves; unimportant rows are left out first,
 * from the end.
 */
export function toPage(blocks: readonly Block[], maxBytes: number): string {
  const shown = blocks.filter(block => (block.kind === 'text' ? block.text !== '' : block.rows.length > 0))
  let room = maxBytes - toBytes(shown.map(block => toFixedText(block)).join('\n\n')) - 1
  const texts = shown.map(block => {
    if (block.kind === 'text') return block.text
    const { text, bytes } = fitRows(block, room)
    room -= bytes
    return text
  })
  return `${texts.filter(text => text !== '').join('\n\n')}\n`
}

type Rows = Extract<Block, { kind: 'rows' }>

/** The text of a block without its rows. */
function toFixedText(block: Block): string {
  return block.kind === 'text' ? block.text : `${block.head}\n\n${block.more(block.rows.length)}`
}

/** The block with as many rows as fit, and the bytes of these rows. */
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

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly in it; only the beginning of a long one. */
  readonly text: string
}

export interface XmlDocument {
  readonly root: XmlElement
  /** False if the text ends before the document: open elements were closed at the end. */
  readonly isWhole: boolean
  /** Where the text after the document begins. */
  readonly end: number
}

/** Longer texts are truncated. */
const maxTextLength = 2000
const maxDepth = 100

/**
 * Reads the element at a place, in one pass. Supports what test reports use: no document types, so only the five entities of XML,
 * and nothing is fetched. Undefined if it is malformed.
 */
export function readXmlElement(text: string, start: number): XmlDocument | undefined {
  const builder = new XmlBuilder()
  let at = start
  while (at < text.length) {
    const next = readPiece(text, at, builder)
    if (next === undefined) return undefined
    if (builder.root !== undefined) return { root: builder.root, isWhole: true, end: next }
    at = next
  }
  const root = builder.cut()
  return root === undefined ? undefined : { root, isWhole: false, end: text.length }
}

/** Reads up to the next tag or through it; returns the place after it, or undefined if the text is malformed. */
function readPiece(text: string, at: number, builder: XmlBuilder): number | undefined {
  if (text[at] !== '<') return readText(text, at, builder)
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return readCharacters(text, at + 9, builder)
  if (text.startsWith('<?', at)) return after(text, '?>', at)
  if (text.startsWith('<!', at)) return undefined
  if (text.startsWith('</', at)) return readEndTag(text, at, builder)
  return readStartTag(text, at, builder)
}

/** The place after a mark, or the end of the text. */
function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at)
  return found < 0 ? text.length : found + mark.length
}

function readText(text: string, at: number, builder: XmlBuilder): number {
  const found = text.indexOf('<', at)
  const end = found < 0 ? text.length : found
  builder.addText(decode(text.slice(at, Math.min(end, at + maxTextLength))))
  return end
}

function readCharacters(text: string, at: number, builder: XmlBuilder): number {
  const end = after(text, ']]>', at)
  builder.addText(text.slice(at, Math.min(end, at + maxTextLength)).replace(/\]\]>$/, ''))
  return end
}

function readEndTag(text: string, at: number, builder: XmlBuilder): number | undefined {
  const end = text.indexOf('>', at)
  if (end < 0) return text.length
  return builder.close(text.slice(at + 2, Math.min(end, at + 200)).trim()) ? end + 1 : undefined
}

const tagName = /<([A-Za-z_][\w.:-]{0,100})/y
const attributeStart = /\s+([A-Za-z_][\w.:-]{0,100})\s*=\s*(["'])/y
const tagEnd = /\s*(\/?)>/y

function readStartTag(text: string, start: number, builder: XmlBuilder): number | undefined {
  const name = match(tagName, text, start)
  if (name === undefined) return isCutTag(text, start) ? text.length : undefined
  const attributes = new Map<string, string>()
  let at = start + name[0].length
  for (
    let found = match(attributeStart, text, at);
    found !== undefined;
    found = match(attributeStart, text, at)
  ) {
    const from = at + found[0].length
    const to = text.indexOf(found[2] as string, from)
    if (to < 0) return text.length
    attributes.set(found[1] as string, decode(text.slice(from, Math.min(to, from + maxTextLength))))
    at = to + 1
  }
  const end = match(tagEnd, text, at)
  if (end === undefined) return isCutTag(text, at) ? text.length : undefined
  return builder.open(name[1] as string, attributes, end[1] === '/') ? at + end[0].length : undefined
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function isCutTag(text: string, at: number): boolean {
  return text.length - at < maxTextLength && !text.includes('>', at)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

class XmlBuilder {
  root: XmlElement | undefined
  private readonly stack: OpenElement[] = []

  /** False if the nesting is too deep for a report. */
  open(name: string, attributes: ReadonlyMap<string, string>, isEmpty: boolean): boolean {
    this.stack.push({ name, attributes, children: [], text: '' })
    return isEmpty ? this.close(name) : this.stack.length <= maxDepth
  }

  /** False if another element is open. */
  close(name: string): boolean {
    const element = this.stack.pop()
    if (element === undefined || element.name !== name) return false
    const parent = this.stack.at(-1)
    if (parent === undefined) this.root = element
    else parent.children.push(element)
    return true
  }

  addText(text: string): void {
    const element = this.stack.at(-1)
    if (element !== undefined && element.text.length < maxTextLength) element.text += text
  }

  /** Closes all open elements. */
  cut(): XmlElement | undefined {
    for (let last = this.stack.at(-1); last !== undefined; last = this.stack.at(-1)) this.close(last.name)
    return this.root
  }
}

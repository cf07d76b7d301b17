/** A path with one character a byte (latin1), as text. Bytes that are not UTF-8 become U+FFFD. */
export function toPathText(rawPath: string): string {
  return Buffer.from(rawPath, 'latin1').toString('utf8')
}

/** The inverse of {@link toPathText}. */
export function toRawPath(path: string): string {
  return Buffer.from(path).toString('latin1')
}

/** A path below a folder for the file system: its bytes need not be UTF-8. */
export function toNativePath(root: string, rawPath: string): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), Buffer.from(rawPath, 'latin1')])
}

/** A path with one character a byte, as text for people. */
export function toPathText(rawPath: string): string {
  return Buffer.from(rawPath, 'latin1').toString('utf8')
}

/** The inverse of {@link toPathText}. */
export function toRawPath(path: string): string {
  return Buffer.from(path).toString('latin1')
}

/** A path below a folder for the file system: its bytes need not be UTF-8. */
export function toNativePath(root: string, rawPath: string): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), Buffer.from(rawPath, 'latin1')])
}

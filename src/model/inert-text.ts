/**
 * A title that somebody else may have written, as one line that does nothing where GitHub reads it: it mentions nobody, and closes or
 * refers to no issue. A character without width stands in what would.
 */
export function toInertLine(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .trim()
      .replace(/@(?=[\p{L}\p{N}])/gu, '@\u200b')
      .replace(/#(?=\d)/g, '#\u200b')
      .replace(/\b(GH)-(?=\d)/gi, '$1-\u200b')
      .replace(/:\/\//g, ':\u200b//')
  )
}

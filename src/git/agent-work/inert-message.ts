// biome-ignore lint/suspicious/noControlCharactersInRegex: matches control characters
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g
/** In UTF-8: marks that change the direction of writing, and characters that only models see. */
const deceptive = /\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xf3\xa0[\x80\x81][\x80-\xbf]/g
/** The zero-width space in UTF-8. */
const nothing = '\xe2\x80\x8b'

const closing =
  /\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?[ \t]+(?:(?:[\w.-]+\/[\w.-]+)?#\d|GH-\d|https?:\/\/))/gi
const mention = /(^|\W)@(?=[A-Za-z0-9])/gm
const skip = /\[(?=(?:skip|ci|no|actions)[ -](?:ci|skip|actions)\])/gi

/** A text, with one character a byte, without control characters. */
export function withoutControls(bytes: string): string {
  return bytes.replace(controls, '').replace(deceptive, '')
}

/** The message of an agent's commit, with one character a byte: it closes no issue, mentions no one and skips no workflow. */
export function toInertMessage(bytes: string, isUtf8: boolean): string {
  const gap = isUtf8 ? nothing : ' '
  const plain = bytes.replace(controls, '')
  return (isUtf8 ? plain.replace(deceptive, '') : plain)
    .replace(closing, `$1${gap}`)
    .replace(mention, `$1@${gap}`)
    .replace(skip, `[${gap}`)
}

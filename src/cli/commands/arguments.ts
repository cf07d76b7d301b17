import { InvalidArgumentError } from 'commander'

/** A whole number from 1. */
export function readCountArgument(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    throw new InvalidArgumentError('Use a whole number from 1 to 1000.')
  return count
}

/** Words separated by commas. */
export function readList(text: string): string[] {
  const words = text.split(',').map(word => word.trim())
  if (words.some(word => word === ''))
    throw new InvalidArgumentError('Separate names by commas, for example a,b.')
  return words
}

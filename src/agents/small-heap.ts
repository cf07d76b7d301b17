import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the heap small while agents print: V8 doubles the space for new objects, up to 16 MB or more for each half, when it fills
 * often, as short-lived lines of output fill it. https://v8.dev/blog/trash-talk
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

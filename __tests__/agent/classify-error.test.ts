import { expect, test } from '@jest/globals'
import { classifyError } from '../../src/agents/errors/classify-error.ts'

test.each([
  ['transient', 'getaddrinfo ENOTFOUND api.anthropic.com'],
  ['transient', 'connect EHOSTUNREACH 160.79.104.10:443'],
  [
    'transient',
    'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
  ],
  ['transient', 'error sending request for url (https://api.openai.com/v1/responses)'],
  ['transient', 'API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'],
  ['rate-limited', 'exceeded retry limit, last status: 429 Too Many Requests'],
  ['quota', "You've hit your weekly limit · resets Dec 3 at 9am"],
  ['quota', 'You have reached your monthly chat limit'],
  ['permanent', 'Your authentication token has been invalidated. Please try signing in again.'],
  ['permanent', 'Failed to authenticate: your session has ended'],
  ['permanent', 'ProviderModelNotFoundError'],
  ['permanent', 'Your credit balance is too low to access the Anthropic API'],
  ['task', 'Prompt is too long'],
  ['task', "API Error: Claude's response exceeded the 32000 output token maximum."],
] as const)('%s: %s', (kind, message) => {
  expect(classifyError({ message }, Date.now()).kind).toBe(kind)
})

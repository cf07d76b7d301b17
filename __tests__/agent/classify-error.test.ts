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
  ['quota', "You've reached your Sonnet 5 limit"],
  ['quota', 'You have exceeded your premium request allowance'],
  ['quota', "You've reached your monthly chat messages quota"],
  ['quota', 'You have no quota remaining for premium requests'],
  ['task', 'You have reached your maximum context limit'],
  ['rate-limited', 'You have reached your rate limit'],
  ['permanent', 'Unsupported country, region, or territory'],
  ['permanent', 'Your account does not have an active subscription'],
  ['permanent', 'No payment method. Add a payment method here'],
  ['permanent', 'Extra usage is required for long context requests'],
  ['permanent', 'unable to get local issuer certificate'],
  ['permanent', 'Your authentication token has been invalidated. Please try signing in again.'],
  ['permanent', 'Failed to authenticate: your session has ended'],
  ['permanent', 'ProviderModelNotFoundError'],
  ['permanent', 'Your credit balance is too low to access the Anthropic API'],
  ['task', 'Prompt is too long'],
  ['task', "API Error: Claude's response exceeded the 32000 output token maximum."],
] as const)('%s: %s', (kind, message) => {
  expect(classifyError({ message }, Date.now()).kind).toBe(kind)
})

const now = Date.parse('2026-10-05T10:00:00Z') // a Monday

test.each([
  ['quota', '2026-10-06T01:00:00Z', "You've hit your limit · resets 3am (Europe/Berlin)"],
  ['quota', '2026-10-06T13:00:00Z', "You've hit your weekly limit · resets Oct 6, 1pm (UTC)"],
  ['quota', '2027-01-03T18:00:00Z', 'Opus weekly limit reached ∙ resets Jan 3 at 6pm (UTC)'],
  ['quota', '2026-10-08T09:00:00Z', "You've hit your Sonnet limit · resets Thu 9:00am (UTC)"],
  ['quota', '2026-10-12T09:00:00Z', "You've hit your Sonnet limit · resets Mon 9:00am (UTC)"],
  ['quota', '2026-10-08T14:02:00Z', "You've hit your usage limit. Try again in 3 days 4 hours 2 minutes."],
  ['quota', '2026-10-05T12:00:00Z', '{"error":{"type":"usage_limit_reached","resets_at":1791201600}}'],
  ['quota', '2026-10-05T13:25:45Z', '{"error":{"type":"usage_limit_reached","resets_in_seconds":12345}}'],
  ['quota', '2026-11-01T00:00:00Z', 'You have no quota remaining. Your allowance resets on 2026-11-01'],
  [
    'quota',
    '2026-11-01T06:00:00Z',
    'You have reached your specified API usage limits. You will regain access on 2026-11-01 at 06:00 UTC.',
  ],
  ['rate-limited', '2026-10-05T10:00:34Z', 'RESOURCE_EXHAUSTED [{"@type":"RetryInfo","retryDelay":"34s"}]'],
  [
    'rate-limited',
    '2026-10-05T10:00:34Z',
    '{"message":"You exceeded your current quota, please check your billing","details":[{"retryDelay":"34s"}]}',
  ],
  ['rate-limited', '2026-10-05T10:00:02Z', 'Too many requests, retry-after-ms: 2000'],
  ['quota', '2026-10-05T10:15:00Z', 'rate limit: please wait 15 minutes before trying again'],
] as const)('%s until %s: %s', (kind, time, message) => {
  expect(classifyError({ message }, now)).toMatchObject({ kind, retryAt: Date.parse(time) })
})

test.each(['try again in 99999999999999999999 hours', 'retry-after: 99999999999999999999'])(
  'a reset that is no date is not known: %s',
  words => {
    const error = { message: `Usage limit reached, ${words}` }
    expect(classifyError(error, Date.now())).toMatchObject({ kind: 'quota', retryAt: undefined })
  },
)

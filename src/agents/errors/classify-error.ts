import type { ErrorKind } from '../../model/agents/error-kind.ts'
import { toActivity } from '../output/activity.ts'
import type { ReportedError } from '../output/agent-signal.ts'
import type { AgentError } from './agent-error.ts'
import { tryResetTime } from './reset-time.ts'

const unknownModel =
  /(model|deployment).{0,80}(not found|does not exist|not exist|not supported)|(unknown|invalid|unsupported) model|model[_ ]?not[_ ]?found|not_found_error.{0,40}model/i

const fullContext = /context.{0,20}(window|length|limit|exceeded)|prompt is too long|too many tokens/i

/** Wording of services and CLIs, in order of precedence. */
const words: readonly (readonly [ErrorKind, RegExp])[] = [
  // Several processes of one CLI met in its files. A token that one has renewed is there for the next start.
  [
    'transient',
    /refresh.?token (was|has) already (been )?used|refresh_token_reused|another codex process is using|claude configuration file.{0,300}corrupted|lock file is already being held|ETXTBSY/i,
  ],
  [
    'permanent',
    /credit balance is too low|insufficient.{0,3}(quota|credit|balance|funds)|billing|payment required/i,
  ],
  [
    'permanent',
    /invalid.{0,12}api.?key|incorrect api key|api key (not valid|expired|is missing)|no api key|missing.{0,20}api.?key/i,
  ],
  [
    'permanent',
    /authentication[_ ]?(failed|error)|failed to authenticate|unauthori[sz]ed|not (logged|signed) in|(log|sign)(ging|ing)? ?in (again|required)|please run \/login|oauth token (has )?(expired|revoked)|invalid auth method|set an auth method|token.{0,20}(expired|revoked|invalidated)/i,
  ],
  ['permanent', unknownModel],
  [
    'permanent',
    /(organi[sz]ation|account|access).{0,40}(disabled|suspended|denied)|permission_error|policy does not allow|(unsupported|not supported.{0,20}) (country|region)|(country|region).{0,30}not supported/i,
  ],
  [
    'permanent',
    /no(t have an)? active subscription|no payment method|extra usage is required|self.signed certificate|unable to (get|verify).{0,20}certificate/i,
  ],
  [
    'quota',
    /usage.?limit|(session|weekly|daily|monthly|hourly|5-hour|five.hour|opus|plan) (\w+ )?limit|(hit|reached) your (?!.{0,30}\b(rate|context|token|turn))([\w.-]+ ){0,4}limit\b|(?<!rate )limit reached|exhausted your (capacity|quota|daily)|quota.?(exhausted|exceeded|will reset)|(exceeded|reached) your.{0,30}(quota|allowance)|no quota|out of (extra )?(usage|credits)/i,
  ],
  ['rate-limited', /rate.?limit|too many requests|resource.?exhausted|\b429\b/i],
  ['task', fullContext],
  [
    'task',
    /max.{0,10}turns|maximum.{0,20}turns|content.?(filter|policy)|refusal|(model|request) (has )?refused|max.?budget/i,
  ],
  [
    'transient',
    /overloaded|\b5(0[0-9]|2[0-9])\b|internal server error|bad gateway|service unavailable|gateway time.?out|server_error|api_error/i,
  ],
  [
    'transient',
    /ECONN(RESET|REFUSED|ABORTED)|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|E(NET|HOST)(UNREACH|DOWN)|EPIPE|dns error|upstream connect error|error sending request|socket hang up|connection.{0,10}(error|reset|refused|closed|lost)|fetch failed|network|stream (disconnected|closed|error)|timed? ?out|request was aborted|high demand|try again later|database is locked|SQLITE_BUSY|failed to execute statement/i,
  ],
]

/** No limit is longer: a later time is a mistake, or not even a date. */
const longestLimitMs = 400 * 86_400_000
/** A longer limit is a quota: an attempt does not wait for it. */
const longestRateLimitMs = 120_000

/** Determines the kind of an error, and when a retry makes sense. */
export function classifyError(error: ReportedError, now: number): AgentError {
  const message = toActivity(error.message) ?? 'the agent reported an error'
  const text = `${error.type ?? ''} ${error.message}`.slice(0, 4000)
  const reset = error.resetsAt ?? tryResetTime(text, now)
  const retryAt = reset !== undefined && reset - now < longestLimitMs ? reset : undefined
  const told = error.kind ?? tryKindOfWords(text) ?? tryKindOfStatus(error.status) ?? 'task'
  // Some per-minute limits are worded like an account without credit, but give the seconds to wait.
  const kind = told === 'permanent' && retryAt !== undefined && /quota/i.test(text) ? 'rate-limited' : told
  const isLong = retryAt !== undefined && retryAt - now > longestRateLimitMs
  if (kind === 'rate-limited' && isLong) return { kind: 'quota', message, retryAt }
  return { kind, message, retryAt: kind === 'quota' || kind === 'rate-limited' ? retryAt : undefined }
}

/** The kind of an error by its wording; undefined if unknown. */
export function tryKindOfWords(text: string): ErrorKind | undefined {
  return words.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Whether a conversation has become too long: to continue it would fail again. */
export function isContextFull({ message }: ReportedError): boolean {
  return words.find(([, pattern]) => pattern.test(message))?.[1] === fullContext
}

/** The setting of an agent in the plan that an error is about: its account works with another value. Undefined: none. */
export function tryWrongSetting(message: string): 'model' | 'mode' | 'effort' | undefined {
  const offered = /^its (model|mode|effort) cannot be /.exec(message)?.[1] // of a session
  if (offered !== undefined) return offered as 'model' | 'mode' | 'effort'
  const first = words.find(([, pattern]) => pattern.test(message))
  return first?.[1] === unknownModel ? 'model' : undefined
}

function tryKindOfStatus(status: number | undefined): ErrorKind | undefined {
  if (status === undefined) return undefined
  if (status === 401 || status === 402 || status === 403) return 'permanent'
  if (status === 429) return 'rate-limited'
  return status >= 500 || status === 408 ? 'transient' : undefined
}

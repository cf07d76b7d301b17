import type { Environment } from '../model/plan.ts'

/**
 * Variables that an agent CLI sets for its children: its presence, its session, the address of its editor. A CLI that finds them
 * refuses to start, or joins the other session. Variables with which a user configures a CLI are not among them.
 */
const sessionMarks: readonly RegExp[] = [
  /^(AI_AGENT|AGENT)$/,
  /^CLAUDE(CODE|_CODE|_SESSION_ID|_PROJECT_DIR|_PLUGIN_ROOT|_ENV_FILE|_EFFORT|_AGENT_SDK_VERSION)$/,
  /^CLAUDE_CODE_(ENTRYPOINT|SSE_PORT|EXECPATH|CHILD_SESSION|IS_COWORK|CONTAINER_ID)$/,
  /^CLAUDE_CODE_(REMOTE|(\w+_)?SESSION_(ID|ACCESS_TOKEN)|REMOTE_\w+)$/,
  /^CODEX_(CI|SHELL|SANDBOX|SANDBOX_NETWORK_DISABLED|(THREAD|SESSION)_ID|PERMISSION_PROFILE|INTERNAL_ORIGINATOR_OVERRIDE)$/,
  /^CODEX_MANAGED_(BY|PACKAGE)_\w+$/,
  /^GEMINI_(CLI|SESSION_ID|CLI_NO_RELAUNCH|CLI_IDE_\w+)$/,
  /^QWEN_CODE(_NO_RELAUNCH|_IDE_\w+|_SESSION_ID)?$/,
  /^OPENCODE(_PID|_CLIENT|_CALLER|_PORT|_RUN_ID|_SESSION_ID|_PROCESS_ROLE|_SERVER_(USERNAME|PASSWORD))?$/,
  /^PI_(CODING_AGENT|SESSION_ID|SESSION_FILE)$/,
  /^CURSOR_(AGENT|TRACE_ID|SESSION_ID|INVOKED_AS)$/,
  /^COPILOT_(CLI|AGENT|(AGENT_)?SESSION_ID|LOADER_PID|PLUGIN_ROOT)$/,
  /^(ANTIGRAVITY|AUGMENT|GROK)_(AGENT|SESSION_ID)$/,
  /^(CLINE_ACTIVE|TRAE_AI_SHELL_ID|CRUSH|GOOSE_TERMINAL|AGENT_THREAD_ID|AMP_CURRENT_THREAD_ID)$/,
]

/** An environment without the marks of an agent session that the command may run in. */
export function withoutSessionMarks(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !sessionMarks.some(mark => mark.test(name))),
  )
}

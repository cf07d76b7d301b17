/** Between TERM and KILL. */
export const graceMilliseconds = 5000

/**
 * Runs "$@" and writes its exit code to descriptor 4, which the command does not get. A second process waits for the end of
 * descriptor 3, which only the harness holds open: if the harness dies, it stops the group, so that nothing continues (and costs
 * money) unsupervised. The TERM trap lets the command end in its own way, and keeps a stopped command from looking like a finished
 * one.
 */
export const silentWrapper = `
sleep=$2; shift 2
exec 2>&1
echo "$$" >&4
( read -r _ <&3; trap "" TERM; kill -TERM 0; "$sleep" ${graceMilliseconds / 1000}; kill -KILL 0 ) >/dev/null 2>&1 4>&- &
watcher=$!
trap 'stopped=yes' TERM
"$@" </dev/null 3<&- 4>&-
code=$?
[ -n "$stopped" ] && exit 143
echo "$code" >&4
{ kill "$watcher" && wait "$watcher"; } 2>/dev/null
exit "$code"
`

/**
 * The same for an interactive command. Its exit code is not recorded: it may be caused by the end of its input, when the harness
 * dies.
 */
export const talkingWrapper = silentWrapper
  .replace('exec 2>&1\n', '')
  .replace('</dev/null 3<&-', '3<&-')
  .replace('echo "$code" >&4\n', '')

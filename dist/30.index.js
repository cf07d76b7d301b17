export const id = 30;
export const ids = [30];
export const modules = {

/***/ 21879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ requireRemoteAccess)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77094);
/* harmony import */ var _git_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(210);
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32366);



/** The name that actions/checkout gives. */
const remote = 'origin';
/**
 * How the remote of the checkout is reached: with the token of the step where that is a repository of this server, else with what
 * git is configured to use. The header replaces one that actions/checkout may have left: GitHub refuses two.
 */
function requireRemoteAccess({ inputs, env }, repository) {
    const url = (0,_git_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(repository.config, `remote.${remote}.url`);
    if (url === undefined)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f(`this repository has no remote ${remote}: \`push\` and \`run\` need one`);
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    if (inputs.githubToken === '' || !url.startsWith(`${server}/`))
        return { remote, settings: [] };
    const credentials = Buffer.from(`x-access-token:${inputs.githubToken}`).toString('base64');
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(credentials);
    const key = `http.${server}/.extraheader`;
    return {
        remote,
        settings: [
            [key, ''],
            [key, `AUTHORIZATION: basic ${credentials}`],
        ],
    };
}


/***/ }),

/***/ 92308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ toRunLog)
});

// EXTERNAL MODULE: ./lib/agents/agent-start.js
var agent_start = __webpack_require__(76702);
// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/report/text/duration.js
var duration = __webpack_require__(53438);
// EXTERNAL MODULE: ./lib/report/text/forecast-lines.js
var forecast_lines = __webpack_require__(14781);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
;// CONCATENATED MODULE: ./lib/report/terminal/plain-line.js



/** An event as a line for a log (a forecast as several); undefined for what is only worth showing live. */
function tryPlainLine(event) {
    switch (event.kind) {
        case 'run-started':
            return `${event.plan} · run ${event.run} · ${(0,text_text/* toCount */.zK)(event.tasks.length, 'task')} · ${(0,text_text/* toCount */.zK)(event.maxParallel, 'agent')}${event.resumed ? ' · resumed' : ''}`;
        case 'notice':
            return `note: ${(0,text_text/* toPlainLine */.Ic)(event.text)}`;
        case 'waiting':
            return `${event.task}: waits for ${event.for.join(', ')}`;
        case 'attempt-started':
            return `${event.task}: attempt ${event.attempt}`;
        case 'refused':
            return `${event.task}: attempt ${event.attempt} refused: ${(0,text_text/* toPlainLine */.Ic)(event.reason)}`;
        case 'trouble':
            return `${event.task}: ${(0,text_text/* toPlainLine */.Ic)(event.reason)}; tried again in ${(0,duration/* toSpan */.ik)(event.seconds)}`;
        case 'task-ended':
            return toEndLine(event);
        case 'resolving':
            return `${event.task}: ${event.agent} resolves ${event.paths.map(text_text/* toPlainLine */.Ic).join(', ')}`;
        case 'forecast':
            return tryForecastLines(event);
        case 'serialized':
            return `${event.task}: waits for ${event.behind}, which changes ${(0,text_text/* toPlainLine */.Ic)(event.path)}`;
        case 'not-merged':
            return `${event.task}: ${event.landing}: ${(0,text_text/* toPlainLine */.Ic)(event.reason)}`;
        case 'tests-started':
            return `testing ${event.what} (run ${event.run})`;
        case 'tests-ended':
            return `tests ${event.passed ? 'passed' : 'failed'} after ${(0,duration/* toClock */.QI)(event.seconds)}`;
        case 'evicted':
            return `${event.task}: evicted: ${(0,text_text/* toPlainLine */.Ic)(event.reason)}`;
        default:
            return undefined;
    }
}
const mostConflicts = 10;
function tryForecastLines({ appeared, vanished, }) {
    const lines = [
        ...appeared.map(conflict => (0,forecast_lines/* toForecastSentence */.Qf)(conflict)),
        ...vanished.map(({ tasks: [a, b], path }) => `${a} and ${b} no longer conflict in ${(0,text_text/* toPlainLine */.Ic)(path)}`),
    ];
    if (lines.length === 0)
        return undefined;
    return (0,forecast_lines/* cutLines */.EQ)(lines, mostConflicts)
        .map(line => `forecast: ${line}`)
        .join('\n');
}
function toEndLine({ task, result }) {
    const facts = [
        result.outcome,
        ...(result.startedAt === null ? [] : [(0,duration/* toClock */.QI)(result.seconds)]),
        ...(result.filesChanged === null ? [] : [(0,text_text/* toCount */.zK)(result.filesChanged, 'file')]),
        (0,duration/* tryCostText */.WS)(result.costUsd),
        result.reason === null ? undefined : (0,text_text/* toPlainLine */.Ic)(result.reason),
        result.outcome === 'succeeded' || result.kept === null ? undefined : `kept at ${result.kept}`,
    ];
    return `${task}: ${facts.filter(fact => fact !== undefined).join(' · ')}`;
}

;// CONCATENATED MODULE: ./lib/action/output/run-log.js



/** So much of a task's log is printed. The runner keeps all of it, and the run a part. */
const mostLogBytes = 1 << 20;
/** Shows a run in the log of a step: a line an event, a part for the log of each task when it ends, a part for the integration. */
function toRunLog(log, plan) {
    let isIntegrating = false;
    return event => {
        if (!isIntegrating && isOfIntegration(event)) {
            isIntegrating = true;
            log.begin('Merge and test');
        }
        if (event.kind === 'task-started' || event.kind === 'task-ended')
            log.end();
        const line = tryPlainLine(event);
        if (line !== undefined)
            log.line(line);
        if (event.kind === 'waiting')
            log.begin(`While ${event.task} waits`); // the client of artifacts is talkative
        if (event.kind === 'task-ended')
            printLog(log, plan, event.task, event.result.log);
    };
}
function isOfIntegration({ kind }) {
    return kind === 'merged' || kind === 'not-merged' || kind === 'tests-started';
}
function printLog(log, plan, id, path) {
    const task = plan.tasks.find(task => task.id === id);
    const lines = path === null ? [] : (0,log_file/* readTail */.Z)(path, 0, mostLogBytes);
    if (task === undefined || lines.length < 2)
        return; // one line says how it ended, which has just been printed
    log.begin(`Log of ${id}`);
    log.foreign(toWords(lines, plan.agents[task.agent]));
    log.end();
}
/** Where an agent prints JSON, what it says in words. */
function* toWords(lines, agent) {
    const reader = agent?.kind === 'cli' ? (0,agent_start/* toAgentStart */.X)(agent, '', '').reader : undefined;
    for (const line of lines) {
        const words = reader !== undefined && line.startsWith('{') ? reader.take(line) : line;
        if (words !== undefined)
            yield words;
    }
}


/***/ }),

/***/ 76702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ toAgentStart)
/* harmony export */ });
/* harmony import */ var _adapters_clis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10038);
/* harmony import */ var _process_agent_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30687);


/** Arguments longer than this are refused by some systems (Linux: 128 KiB each). */
const longestArgument = 100_000;
/** How an agent is started. A prompt that is too long for the command line is left in its file, and the agent is told so. */
function toAgentStart(agent, prompt, promptFile) {
    if (agent.kind === 'command') {
        return { command: ['sh', '-c', agent.command], env: agent.env, reader: new _process_agent_output_js__WEBPACK_IMPORTED_MODULE_1__/* .PlainOutputReader */ .jj() };
    }
    const cli = _adapters_clis_js__WEBPACK_IMPORTED_MODULE_0__/* .clis */ .g[agent.use];
    const isLong = Buffer.byteLength(prompt) > longestArgument;
    const argument = isLong
        ? `Your task is described in the file ${promptFile}. Read all of it, then do it.`
        : prompt;
    return {
        command: [cli.program, ...cli.toArguments(agent, argument), ...agent.args],
        env: { ...cli.env, ...agent.env },
        reader: cli.createReader(),
    };
}


/***/ }),

/***/ 48486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findMissingAgents),
/* harmony export */   j$: () => (/* binding */ isInstalled)
/* harmony export */ });
/* unused harmony export findInstalledAgents */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _adapters_clis_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10038);





/** One sentence for each CLI that is not installed, with how to install it. */
async function findMissingAgents(agents, env) {
    const used = new Set(agents.flatMap(agent => (agent.kind === 'cli' ? [agent.use] : [])));
    const sentences = await Promise.all([...used].map(async (name) => {
        const { program, install } = _adapters_clis_js__WEBPACK_IMPORTED_MODULE_3__/* .clis */ .g[name];
        return (await isInstalled(program, env))
            ? []
            : [`${program} was not found in PATH: install it with "${install}"`];
    }));
    return sentences.flat();
}
/** The known agent CLIs that are installed. */
async function findInstalledAgents(env) {
    const answers = await Promise.all(knownAgents.map(name => isInstalled(clis[name].program, env)));
    return knownAgents.filter((_, index) => answers[index]);
}
/** Whether a program is in the PATH of an environment. */
async function isInstalled(program, env) {
    const folders = (env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(folder => folder !== '');
    const found = await Promise.all(folders.map(folder => isExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, program))));
    return found.includes(true);
}
function isExecutable(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => true, () => false);
}


/***/ }),

/***/ 69685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readTail),
/* harmony export */   p: () => (/* binding */ LogFollower)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33854);


const mostBytes = 1 << 22;
const longestLine = 1 << 20;
/** Follows a file that others append to. A file that does not exist yet counts as empty. */
class LogFollower {
    path;
    decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    offset;
    rest = '';
    /** @param offset Bytes to leave out. */
    constructor(path, offset) {
        this.path = path;
        this.offset = offset;
    }
    /** The lines that were completed since the last call, as far as four million bytes reach. Very long lines are cut. */
    readLines() {
        const bytes = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlainBytes */ .eZ)(this.path, this.offset, mostBytes);
        this.offset += bytes.length;
        const lines = (this.rest + this.decoder.write(bytes)).split('\n');
        this.rest = (lines.pop() ?? '').slice(-longestLine);
        return lines;
    }
    /** All lines up to the end of the file, in parts, also a last one without a line end. For when the file is complete. */
    *readToEnd() {
        for (let before = -1; before !== this.offset;) {
            before = this.offset;
            yield this.readLines();
        }
        if (this.rest !== '')
            yield [this.rest];
        this.rest = '';
    }
}
/** The last lines of a file, as far as so many bytes reach, but nothing in front of an offset. */
function readTail(path, offset, bytes) {
    const size = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOfPlainFile */ .F_)(path);
    const start = Math.max(offset, size - bytes);
    const text = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlainBytes */ .eZ)(path, start, size - start).toString('utf8');
    const lines = text.split('\n').filter((line, index, all) => line !== '' || index < all.length - 1);
    return start > offset ? lines.slice(1) : lines;
}


/***/ }),

/***/ 80038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ endMarkedProcesses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** How often is looked: a process may start another one while it is being ended. */
const mostRounds = 5;
/**
 * Ends processes by the variables that they were started with, also those that have left their process group (`setsid`, a daemon).
 * Only where there is a `/proc`, and only what runs as the same user and has not changed its variables.
 */
async function endMarkedProcesses(marks) {
    for (let round = 0; round < mostRounds; round++) {
        const found = await findMarkedProcesses(marks);
        if (found.filter(tryKill).length === 0)
            return;
    }
}
async function findMarkedProcesses(marks) {
    const wanted = Object.entries(marks).map(([name, value]) => `${name}=${value}`);
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc').catch(() => []);
    const pids = names.map(Number).filter(pid => pid > 1 && pid !== process.pid);
    const found = await Promise.all(pids.map(async (pid) => ((await isMarked(pid, wanted)) ? [pid] : [])));
    return found.flat();
}
/** The variables of a process that has ended, or is another user's, cannot be read. */
async function isMarked(pid, wanted) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    const variables = new Set(text.split('\0'));
    return wanted.every(variable => variables.has(variable));
}
function tryKill(pid) {
    try {
        return process.kill(pid, 'SIGKILL');
    }
    catch {
        return false; // it has just ended
    }
}


/***/ }),

/***/ 98163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   gv: () => (/* binding */ stopGroup),
/* harmony export */   jY: () => (/* binding */ killLeftGroup)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33854);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19832);





const graceMilliseconds = 5000;
const goneMilliseconds = 200;
/**
 * Runs "$@" and notes its exit code. A second process waits for the end of descriptor 3, which only the harness holds open:
 * when the harness dies in whatever way, it stops the group, so that nothing works on (and costs money) unsupervised.
 * The TERM trap lets the command end in its own way, and keeps a stopped command from looking like a finished one.
 */
const wrapper = `
status=$1; shift
echo "$$" > "$status.pid"
( read -r _ <&3; trap "" TERM; kill -TERM 0; sleep ${graceMilliseconds / 1000}; kill -KILL 0 ) >/dev/null 2>&1 &
watcher=$!
trap 'stopped=yes' TERM
"$@" </dev/null 3<&-
code=$?
[ -n "$stopped" ] && exit 143
echo "$code" > "$status.part" && mv "$status.part" "$status"
{ kill "$watcher" && wait "$watcher"; } 2>/dev/null
exit "$code"
`;
/** Starts a command in its own process group. Throws when it cannot be started at all. */
async function startGroup(request) {
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(request.logPath, 'a');
    try {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('sh', ['-c', wrapper, 'parallel-agents', request.statusPath, ...request.command], {
            cwd: request.directory,
            env: request.env,
            detached: true,
            stdio: ['ignore', log, log, 'pipe'],
        });
        const exited = new Promise(resolve => child.once('exit', resolve));
        await spawned(child, request.directory);
        child.stdio[3]?.on('error', () => { }); // nothing is ever written to it
        const pid = child.pid;
        return { pid, ended: exited.then(code => killRest(pid).then(() => code)) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    }
}
function spawned(child, directory) {
    const gone = new Error(`there is no folder ${directory}`);
    return new Promise((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', error => reject((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .isFolder */ .lQ)(directory) ? error : gone));
    });
}
/** Asks a group to end (TERM), and ends it when it does not (KILL). Resolves when nothing of it is left. */
async function stopGroup(group) {
    signal(group.pid, 'SIGTERM');
    const timer = setTimeout(() => signal(group.pid, 'SIGKILL'), graceMilliseconds);
    await group.ended;
    clearTimeout(timer);
}
/** Ends the group that an earlier process of ours started with this status file and left behind, if it is still there. */
async function killLeftGroup(statusPath) {
    const pid = Number((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readPlainText */ .Sg)(`${statusPath}.pid`));
    if (!Number.isInteger(pid) || pid <= 1)
        return;
    const commandLine = await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .tryReadCommandLine */ .rL)(pid);
    const isAnother = commandLine !== undefined && !commandLine.includes(statusPath);
    if (!isAnother)
        await killRest(pid);
}
/** Ends what a command left running. Zombies that nobody reaps are not waited for. */
async function killRest(pid) {
    const deadline = Date.now() + goneMilliseconds;
    while (signal(pid, 'SIGKILL') && Date.now() < deadline)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(5);
}
/** Signals the whole group. False when nobody is left in it. */
function signal(pid, name) {
    try {
        return process.kill(-pid, name);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 30428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ProgressFollower)
/* harmony export */ });
/* harmony import */ var _agent_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30687);
/* harmony import */ var _log_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69685);


/** Reads the lines `{"percent": 40, "message": "…"}` that an agent appends to its progress file. Other lines are passed over. */
class ProgressFollower {
    file;
    current = { percent: null, message: null };
    constructor(path) {
        this.file = new _log_file_js__WEBPACK_IMPORTED_MODULE_1__/* .LogFollower */ .p(path, 0);
    }
    /** The latest progress. A line that says only one of the two leaves the other as it was. */
    read() {
        for (const line of this.file.readLines())
            this.current = { ...this.current, ...toProgress(line) };
        return this.current;
    }
}
function toProgress(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return {}; // not one of the lines that were agreed on
    }
    const { percent, message } = (value ?? {});
    return {
        ...(typeof percent === 'number' && Number.isFinite(percent)
            ? { percent: Math.min(100, Math.max(0, percent)) }
            : {}),
        ...(typeof message === 'string' ? { message: (0,_agent_output_js__WEBPACK_IMPORTED_MODULE_0__/* .toActivity */ .TD)(message) ?? null } : {}),
    };
}


/***/ }),

/***/ 2526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ supervise)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98163);



const pollMilliseconds = 200;
/** Runs a command to its end, or stops it: when its time is over, when it says nothing any more, or when it is told to. */
async function supervise(request) {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1000;
    if (request.signal.aborted)
        return { kind: 'stopped', seconds: 0 };
    let group;
    try {
        group = await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .startGroup */ .Oh)(request);
    }
    catch (error) {
        return { kind: 'not-started', reason: error.message, seconds: seconds() };
    }
    const reason = await Promise.race([
        group.ended.then(() => 'exited'),
        untilStopReason(request, group.ended),
    ]);
    if (reason !== 'exited')
        await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .stopGroup */ .gv)(group);
    const code = await group.ended;
    return reason === 'exited'
        ? { kind: 'exited', code: code ?? 137, seconds: seconds() }
        : { kind: reason, seconds: seconds() };
}
/** Resolves with the reason to stop, if one comes up before the command ends. */
async function untilStopReason(request, ended) {
    const watch = new AbortController();
    const stopWatching = () => watch.abort();
    void ended.then(stopWatching);
    request.signal.addEventListener('abort', stopWatching, { once: true });
    const quiet = new QuietTimer(request.stallFiles);
    const deadline = performance.now() + request.timeoutMinutes * 60_000;
    try {
        while (!watch.signal.aborted) {
            if (performance.now() >= deadline)
                return 'timed-out';
            if (quiet.minutes() >= request.stallMinutes)
                return 'stalled';
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(pollMilliseconds, undefined, { signal: watch.signal }).catch(() => { }); // woken early
        }
        return 'stopped';
    }
    finally {
        request.signal.removeEventListener('abort', stopWatching);
    }
}
/** Knows for how long none of some files has grown. */
class QuietTimer {
    files;
    sizes = '';
    since = performance.now();
    constructor(files) {
        this.files = files;
    }
    minutes() {
        const sizes = this.files.map(file => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0).join(' ');
        if (sizes !== this.sizes) {
            this.sizes = sizes;
            this.since = performance.now();
        }
        return (performance.now() - this.since) / 60_000;
    }
}


/***/ }),

/***/ 11296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ toTellingLine)
/* harmony export */ });
/** What package managers and runtimes print last, and what says nothing about the reason. */
const noise = /^(npm (error|ERR!)|Node\.js v\d|\s*at |error Command failed|error: script ".*" exited|make: \*\*\*)/;
const message = /^\W*((\w+\.)*\w*(Error|Exception)\b|(error|fatal)(\[\w+\])?:|panic:|FAIL:|E {2}).*\S/;
const failedTest = /^\s*(not ok|✖|✕|×|FAIL|FAILED|--- FAIL)\b/;
/** The line that says most about what went wrong: a message of an error, else a failed test, else the last line. */
function toTellingLine(lines) {
    const telling = lines.filter(line => line.trim() !== '' && !noise.test(line));
    const line = telling.find(text => message.test(text)) ?? telling.find(text => failedTest.test(text)) ?? telling.at(-1);
    return (line ?? lines.at(-1) ?? '').trim().slice(0, 200);
}


/***/ }),

/***/ 37119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readAttributes)
/* harmony export */ });
/* unused harmony export toTopLevelAttributes */
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15958);

/**
 * All attributes that a commit defines, as the text of one `info/attributes`: git then merges alike wherever it runs, while by
 * itself it ignores `.gitattributes` in one place and reads what happens to be checked out in another.
 */
async function readAttributes(harness, commit) {
    const listing = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .EO)(harness.place, ['ls-tree', '-r', '-z', '--name-only', commit]);
    const files = listing
        .split('\0')
        .filter(path => path === '.gitattributes' || path.endsWith('/.gitattributes'));
    const texts = await Promise.all(files.sort(byDepth).map(path => harness.repository.objects.read(`${commit}:${path}`)));
    return files
        .map((path, index) => toTopLevelAttributes(path, String(texts[index]?.content ?? '')))
        .join('\n');
}
/** Deeper files come later, because the last line that matches wins. */
function byDepth(a, b) {
    return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}
/** The lines of a `.gitattributes` as they would stand at the top of the repository. */
function toTopLevelAttributes(path, text) {
    const folder = path.slice(0, -'.gitattributes'.length);
    if (folder === '')
        return text;
    return text
        .split('\n')
        .map(line => toTopLevelLine(folder, line.trim()))
        .filter(line => line !== '')
        .join('\n');
}
function toTopLevelLine(folder, line) {
    if (line === '' || line.startsWith('#') || line.startsWith('[attr]'))
        return '';
    const [, pattern = '', attributes = ''] = /^("(?:[^"\\]|\\.)*"|\S+)\s*(.*)$/.exec(line) ?? [];
    const isQuoted = pattern.startsWith('"');
    const body = isQuoted ? pattern.slice(1, -1) : pattern;
    const escapedFolder = folder.replace(/[\\*?[\]]/g, '\\$&');
    const inFolder = body.includes('/') ? body.replace(/^\//, '') : `**/${body}`;
    const whole = `/${escapedFolder}${inFolder}`;
    const needsQuotes = isQuoted || /\s/.test(whole);
    return `${needsQuotes ? `"${isQuoted ? whole : whole.replace(/[\\"]/g, '\\$&')}"` : whole} ${attributes}`;
}


/***/ }),

/***/ 50506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readChanges)
/* harmony export */ });
/* harmony import */ var _model_file_modes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23242);
/* harmony import */ var _objects_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16479);
/* harmony import */ var _trees_tree_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49481);



/**
 * What differs between two trees (or commits), a file a change: a rename is a deletion and an addition. Only folders that
 * differ are read, through the open reader, so no process is started.
 */
async function readChanges(repository, from, to) {
    const [before, after] = await Promise.all([from, to].map(name => repository.objects.readInfo(`${name}^{tree}`)));
    if (before === undefined || after === undefined)
        throw new Error(`there is no tree ${before === undefined ? from : to}`);
    const changes = await compareFolders(repository, '', before.id, after.id);
    return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}
async function compareFolders(repository, folder, from, to) {
    if (from === to)
        return [];
    const [before, after] = await Promise.all([from, to].map(id => (0,_trees_tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .readFolder */ .j)(repository, id, 'latin1')));
    const names = new Set([before, after].flatMap(entries => [...(entries?.keys() ?? [])]));
    const changes = await Promise.all([...names].map(name => compareEntries(repository, `${folder}${name}`, before?.get(name), after?.get(name))));
    return changes.flat();
}
async function compareEntries(repository, rawPath, before, after) {
    if (before?.id === after?.id && before?.mode === after?.mode)
        return [];
    const [fromFolder, toFolder] = [before, after].map(entry => entry?.mode === _trees_tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .folderMode */ .a ? entry.id : undefined);
    const below = await compareFolders(repository, `${rawPath}/`, fromFolder, toFolder);
    const change = tryFileChange(repository, rawPath, before, after);
    return change === undefined ? below : [change, ...below];
}
/** The change of what stood or stands at a path itself, if that is or was a file. */
function tryFileChange({ store }, rawPath, before, after) {
    const none = { mode: _model_file_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .goneMode */ .DJ, id: (0,_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .toNullId */ .W)(store.format) };
    const old = before === undefined || before.mode === _trees_tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .folderMode */ .a ? none : before;
    const now = after === undefined || after.mode === _trees_tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .folderMode */ .a ? none : after;
    if (old === none && now === none)
        return undefined;
    return {
        path: Buffer.from(rawPath, 'latin1').toString('utf8'),
        rawPath,
        status: toStatus(old.mode, now.mode),
        oldMode: old.mode,
        newMode: now.mode,
        oldId: old.id,
        newId: now.id,
    };
}
function toStatus(oldMode, newMode) {
    if (oldMode === _model_file_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .goneMode */ .DJ)
        return 'A';
    if (newMode === _model_file_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .goneMode */ .DJ)
        return 'D';
    return oldMode.slice(0, 3) === newMode.slice(0, 3) ? 'M' : 'T';
}


/***/ }),

/***/ 77633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ Merger)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/attributes/attributes.js
var attributes = __webpack_require__(37119);
// EXTERNAL MODULE: ./lib/git/process/environment.js
var environment = __webpack_require__(87575);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/git/repository/git-directory.js
var git_directory = __webpack_require__(98955);
;// CONCATENATED MODULE: ./lib/git/merge/merge-record.js
/**
 * Reads one answer of `git merge-tree --stdin -z`, a NUL-terminated field a step: status, tree, the stages of conflicted
 * files up to an empty field, then (for a conflict) messages up to an empty field.
 */
function* readMergeRecord() {
    const status = yield;
    const tree = yield;
    const stages = [];
    for (let field = yield; field !== ''; field = yield)
        stages.push(field);
    if (status === '1')
        return { kind: 'clean', tree };
    if (status !== '0')
        throw new Error(`git merge-tree could not read what it should merge (status ${status})`);
    const messages = [];
    for (let count = yield; count !== ''; count = yield) {
        const paths = [];
        while (paths.length < Number(count))
            paths.push(yield);
        const type = yield;
        const text = yield;
        messages.push({ paths, type, text: text.trim() });
    }
    return { kind: 'conflicted', tree, conflicts: toConflicts(stages), messages };
}
const sides = { '1': 'base', '2': 'ours', '3': 'theirs' };
function toConflicts(stages) {
    const conflicts = new Map();
    for (const line of stages) {
        const [, mode = '', id = '', stage = '', path = ''] = /^(\d+) ([0-9a-f]+) ([123])\t(.*)$/s.exec(line) ?? [];
        const side = sides[stage];
        conflicts.set(path, { ...(conflicts.get(path) ?? { path }), [side]: { mode, id } });
    }
    return [...conflicts.values()];
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/git/merge/merge-server.js



const answerMilliseconds = 1000;
/**
 * One `git merge-tree --stdin` that stays open. git before 2.49 holds its answers back when they go into a pipe, which
 * `stdbuf` cures where it is installed. Where no answer comes to the first question, there will be none to any.
 */
class MergeServer {
    place;
    git;
    state = 'new';
    waiting = [];
    received = '';
    constructor(place) {
        this.place = place;
    }
    /** The merge of two commits, or undefined when it must be asked for in another way. */
    async tryMerge(ours, theirs) {
        if (this.state === 'new')
            await this.start(ours);
        return this.state === 'open' ? this.ask(ours, theirs) : undefined;
    }
    close() {
        this.git?.stdin.end();
        this.state = 'useless';
    }
    async start(commit) {
        this.state = 'open';
        const command = [(0,run_git/* findGit */.Ct)(this.place.env), 'merge-tree', '--write-tree', '--stdin', '-z'];
        const { directory: cwd, env } = this.place;
        this.git = (0,external_node_child_process_.spawn)('stdbuf', ['-o0', ...command], { cwd, env, detached: true });
        this.git.stdout.setEncoding('utf8').on('data', (text) => this.receive(text));
        this.git.stderr.resume();
        this.git.stdin.on('error', () => this.giveUp()); // it ended: the questions are asked in another way
        this.git.on('error', () => this.giveUp()); // there is no stdbuf here
        this.git.on('close', () => this.giveUp());
        const timer = setTimeout(() => this.giveUp(), answerMilliseconds);
        await this.ask(commit, commit);
        clearTimeout(timer);
    }
    ask(ours, theirs) {
        return new Promise(resolve => {
            const reader = readMergeRecord();
            reader.next();
            this.waiting.push({ reader, resolve });
            this.git?.stdin.write(`${ours} ${theirs}\n`);
        });
    }
    receive(text) {
        const fields = (this.received + text).split('\0');
        this.received = fields.pop() ?? '';
        for (const field of fields)
            this.takeField(field);
    }
    takeField(field) {
        const { done, value } = this.tryRead(field) ?? {};
        if (done)
            this.waiting.shift()?.resolve(value);
    }
    /** What cannot be read is asked for in another way, which tells what is wrong with it. */
    tryRead(field) {
        try {
            return this.waiting[0]?.reader.next(field);
        }
        catch {
            this.giveUp();
            return undefined;
        }
    }
    giveUp() {
        this.state = 'useless';
        this.git?.kill();
        for (const { resolve } of this.waiting.splice(0))
            resolve(undefined);
    }
}

;// CONCATENATED MODULE: ./lib/git/merge/merger.js








/** Everything that could make two machines merge differently, fixed. */
const mergeSettings = [
    ['merge.renames', 'true'],
    ['merge.directoryRenames', 'conflict'],
    ['merge.renameLimit', '7000'],
    ['merge.conflictStyle', 'merge'],
    ['merge.renormalize', 'false'],
    ['diff.algorithm', 'histogram'],
    ['core.attributesFile', '/dev/null'],
    ['core.ignoreCase', 'false'],
    ['core.bigFileThreshold', '512m'],
    ['safe.directory', '*'],
];
/** Objects of merges that are only tried are soon taken over or forgotten. */
const fleetingSettings = [
    ['core.fsync', 'none'],
    ['core.looseCompression', '0'],
];
/**
 * Merges commits in memory: no worktree, no index, no HEAD. The attributes are those of one commit, whatever is checked out;
 * settings and merge drivers of the user do not count. The same commits give the same trees on any machine.
 */
class Merger {
    place;
    server;
    constructor(place) {
        this.place = place;
        this.server = new MergeServer(place);
    }
    /** @param base The commit whose `.gitattributes` count. */
    static open(harness, base) {
        return Merger.openWith(harness, base, mergeSettings);
    }
    /** For merges that take something back: what was added with the same content elsewhere is not a file that was moved. */
    static openWithoutRenames(harness, base) {
        return Merger.openWith(harness, base, [...mergeSettings, ['merge.renames', 'false']]);
    }
    static async openWith(harness, base, settings) {
        // Several may be open at once, for tasks that start at the same time.
        const path = (0,external_node_path_.join)(harness.gitDirectory, `merge-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.git`);
        await (0,git_directory/* createGitDirectory */.O)({
            repository: harness.repository,
            path,
            settings: [],
            attributes: await (0,attributes/* readAttributes */.w)(harness, base),
        });
        const env = {
            ...(0,environment/* toPinnedEnvironment */.v_)(harness.repository.env, [
                ...settings,
                ...(harness.repository.store.isDurable ? [] : fleetingSettings),
            ]),
            GIT_DIR: path,
            GIT_OBJECT_DIRECTORY: harness.repository.store.folder,
        };
        return new Merger({ directory: path, env });
    }
    async merge(ours, theirs) {
        return (await this.server.tryMerge(ours, theirs)) ?? this.mergeInOneProcess(ours, theirs);
    }
    close() {
        this.server.close();
    }
    async mergeInOneProcess(ours, theirs) {
        const args = ['merge-tree', '--write-tree', '-z', '--messages', ours, theirs];
        const { code, stdout } = await (0,run_git/* tryGit */.Ii)(this.place, args);
        if (code !== 0 && code !== 1)
            await (0,run_git/* runGit */.EO)(this.place, args);
        const reader = readMergeRecord();
        reader.next();
        reader.next(code === 0 ? '1' : '0');
        for (const field of stdout.split('\0')) {
            const { done, value } = reader.next(field);
            if (done)
                return value;
        }
        throw new Error('the output of git merge-tree ended too early');
    }
}


/***/ }),

/***/ 60493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pipeGit)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);

/** Gives one git what another one prints. When one of them dies, the other one ends too: nobody waits for a reader that is gone. */
async function pipeGit(from, to) {
    const complaints = [from, to].map(collectComplaint);
    to.stdout.resume();
    const ends = Promise.all([untilClosed(from), untilClosed(to)]);
    // What went wrong is said by their exit codes. A reader that has all it needs may close its end first: that is nothing wrong.
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(from.stdout, to.stdin).catch(() => { });
    const codes = await ends;
    // What the reader complains about follows from what went wrong with the writer.
    const said = complaints.map(complaint => complaint()).find(text => text !== '');
    return { isComplete: codes.every(code => code === 0), said };
}
/** Collects what a git complains about; answers with the last line of it. */
function collectComplaint(git) {
    let text = '';
    git.stderr.on('data', chunk => {
        text += String(chunk);
    });
    return () => text.trim().split('\n').at(-1) ?? '';
}
/** The exit code; null for a git that was killed or could not be started. */
function untilClosed(git) {
    return new Promise(resolve => {
        git.once('error', () => resolve(null));
        git.once('close', resolve);
    });
}


/***/ }),

/***/ 23010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ toReason),
/* harmony export */   Jg: () => (/* binding */ readRemoteRefs),
/* harmony export */   NV: () => (/* binding */ pushRefs),
/* harmony export */   nZ: () => (/* binding */ toNetworkPlace),
/* harmony export */   uU: () => (/* binding */ tryFetchRefs)
/* harmony export */ });
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87575);
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15958);


/** So many refs a push: a command line has an end. */
const batch = 100;
/** A server that says nothing for a minute is given up. */
const patience = [
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '60'],
];
/**
 * Makes refs of a remote what they are here, each from where it was seen just before, reads them back, and only then says that
 * they are pushed. What is there already is not pushed again.
 */
async function pushRefs(repository, access, refs) {
    const place = toNetworkPlace(repository, access);
    const names = refs.map(ref => ref.name);
    const before = await tryReadRemote(place, access, names);
    if (typeof before === 'string')
        return { kind: 'refused', reason: before };
    const missing = refs.filter(ref => before.get(ref.name) !== ref.id);
    let failure;
    for (let at = 0; at < missing.length; at += batch) {
        failure ??= await tryPush(place, access, missing.slice(at, at + batch), before);
    }
    const after = await tryReadRemote(place, access, names);
    const isThere = typeof after !== 'string' && refs.every(ref => after.get(ref.name) === ref.id);
    if (isThere)
        return { kind: 'pushed', count: refs.length };
    return { kind: 'refused', reason: failure ?? 'the remote has something else than what was pushed' };
}
/** Fetches refs of a remote under their own names, so far as they are there. Answers with why it failed. */
async function tryFetchRefs(repository, access, patterns) {
    const refspecs = patterns.map(pattern => `+${pattern}:${pattern}`);
    const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', access.remote, ...refspecs];
    const { code, stderr } = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(toNetworkPlace(repository, access), args);
    return code === 0 ? undefined : toReason(stderr);
}
/** Where git finds the remote, and is let in. */
function toNetworkPlace({ place }, { settings }) {
    return { ...place, env: (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .toUserEnvironment */ .sD)(place.env, [...patience, ...settings]) };
}
async function tryPush(place, { remote }, refs, before) {
    const leases = refs.map(({ name }) => `--force-with-lease=${name}:${before.get(name) ?? ''}`);
    const refspecs = refs.map(({ name, id }) => `${id}:${name}`);
    const { code, stderr } = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(place, ['push', '--no-verify', ...leases, remote, ...refspecs]);
    return code === 0 ? undefined : toReason(stderr);
}
/** The refs of a remote whose names begin like this. */
async function readRemoteRefs(repository, access, prefix) {
    const place = toNetworkPlace(repository, access);
    const refs = await tryListRemote(place, access, [`${prefix}*`]);
    return typeof refs === 'string' ? { kind: 'unreachable', reason: refs } : { kind: 'read', refs };
}
/** What a remote has of some refs, or why it does not say. */
async function tryReadRemote(place, access, names) {
    const wanted = new Set(names);
    const refs = await tryListRemote(place, access, []);
    return typeof refs === 'string' ? refs : new Map([...refs].filter(([name]) => wanted.has(name)));
}
async function tryListRemote(place, { remote }, patterns) {
    const { code, stdout, stderr } = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(place, ['ls-remote', '--refs', remote, ...patterns]);
    if (code !== 0)
        return toReason(stderr);
    const lines = stdout.split('\n').filter(line => line !== '');
    return new Map(lines.map(line => line.split('\t')).map(([id, name]) => [name, id]));
}
/** What the server says, or else what git makes of it. */
function toReason(stderr) {
    const lines = stderr.split('\n').map(line => line.trim());
    const telling = lines.filter(line => /^(remote:|fatal:|error:|!)/.test(line));
    return telling.slice(0, 5).join(' · ') || stderr.trim() || 'git did not say why';
}


/***/ }),

/***/ 98955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ createGitDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Makes a git directory of its own for an agent or for the harness: objects are shared with the repository (as alternates,
 * so that nothing done here can delete them), while refs, configuration, hooks and locks are not. Where an agent's git
 * directory comes from is decided here and nowhere else.
 */
async function createGitDirectory(request) {
    const { repository, path } = request;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'objects', 'info'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'info'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'refs', 'heads'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'objects', 'info', 'alternates'), `${repository.store.folder}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'config'), toConfigText(repository, request.settings ?? []));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'packed-refs'), toPackedRefs(request));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'info', 'exclude'), request.exclude ?? '');
    if (request.attributes !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'info', 'attributes'), request.attributes);
    if (repository.shallowFile !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(repository.shallowFile, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'shallow'));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'HEAD'), `ref: refs/heads/${request.head?.branch ?? 'none'}\n`);
}
function toPackedRefs(request) {
    const own = request.head === undefined ? [] : [`${request.head.commit} refs/heads/${request.head.branch}`];
    const others = (request.packedRefs ?? '').split('\n').filter(line => line !== '');
    return [...own, ...others]
        .sort(byRefName)
        .map(line => `${line}\n`)
        .join('');
}
function byRefName(a, b) {
    const left = a.slice(a.indexOf(' '));
    const right = b.slice(b.indexOf(' '));
    return left < right ? -1 : 1;
}
function toConfigText(repository, settings) {
    const sha256 = repository.store.format === 'sha1' ? [] : [['extensions.objectFormat', repository.store.format]];
    const format = ['core.repositoryFormatVersion', sha256.length === 0 ? '0' : '1'];
    return [format, ['core.bare', 'false'], ...sha256, ...settings].map(toConfigLines).join('');
}
/** One setting in the syntax of git's configuration files. */
function toConfigLines([key, value]) {
    const first = key.indexOf('.');
    const last = key.lastIndexOf('.');
    const section = first === last ? key.slice(0, first) : `${key.slice(0, first)} ${quote(key.slice(first + 1, last))}`;
    return `[${section}]\n\t${key.slice(last + 1)} = ${quote(value)}\n`;
}
function quote(value) {
    return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}


/***/ }),

/***/ 28783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findOpenFilters)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const commandKey = /^filter\.(.+)\.(clean|smudge|process)$/s;
/** Filters that name something in the worktree that they run in: agents could put another program there. */
function findOpenFilters({ config, root }) {
    return [...config].flatMap(([key, values]) => {
        const name = commandKey.exec(key)?.[1];
        const command = values.at(-1) ?? '';
        const word = name === undefined ? undefined : findOpenWord(command, root);
        return name === undefined || word === undefined ? [] : [{ name, command, word }];
    });
}
const interpreters = /^(sh|bash|dash|zsh|ksh|node|deno|bun|perl|ruby|php|python[\d.]*)$/;
function findOpenWord(command, root) {
    for (const simple of command.split(/[;|&()`\n]+/)) {
        const words = simple.split(/\s+/).map(word => word.replace(/["']/g, ''));
        const [program = '', ...args] = words.filter(word => word !== '' && !/^\w+=/.test(word));
        if (isRelative(program) && program.includes('/'))
            return program;
        const script = interpreters.test(program) ? findScript(args) : undefined;
        const open = args.find(arg => isRelative(arg) && (/^\.\.?\//.test(arg) || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, arg))));
        if (script !== undefined || open !== undefined)
            return script ?? open;
    }
    return undefined;
}
/** The file that an interpreter is given, if it is a relative one. Behind an option there may be code, or the name of a module. */
function findScript(args) {
    const [first] = args;
    return first !== undefined && !first.startsWith('-') && isRelative(first) ? first : undefined;
}
/** `%f` stands for the file that is filtered; a variable other than the current folder leads elsewhere. */
function isRelative(word) {
    return /^\$\{?PWD\b/.test(word) || !((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(word) || /^[~$%-]/.test(word));
}


/***/ }),

/***/ 88339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ trashPrefix),
/* harmony export */   l: () => (/* binding */ Trash)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57975);





/** Names of folders that are being deleted. */
const trashPrefix = '_trash-';
/**
 * Deletes folders while other things go on. A folder has another name at once, so that one that is half deleted is never taken
 * for the work of an agent.
 */
class Trash {
    waiting = [];
    emptying;
    /** Resolves when nothing of that name is there any more. */
    async take(path) {
        const hidden = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), `${trashPrefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomBytes)(6).toString('hex')}`);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(path, hidden);
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return;
            throw error;
        }
        this.waiting.push(hidden);
        this.emptying ??= this.empty();
    }
    /** Resolves when everything that was taken is deleted. */
    async settled() {
        await this.emptying;
    }
    /** One `rm` at a time, for all that has come together meanwhile. */
    async empty() {
        while (this.waiting.length > 0)
            await deleteFolders(this.waiting.splice(0));
        this.emptying = undefined;
    }
}
const run = (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/** What cannot be deleted stays under its new name: "clean" says so. */
async function deleteFolders(paths) {
    try {
        await run('rm', ['-rf', '--', ...paths]);
    }
    catch {
        // Some tools make folders that not even their owner may change, such as Go's module cache.
        await run('chmod', ['-R', 'u+rwX', '--', ...paths]).catch(() => { });
        await run('rm', ['-rf', '--', ...paths]).catch(() => { });
    }
}


/***/ }),

/***/ 68564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ requireCommit)
/* harmony export */ });
/* harmony import */ var _objects_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12953);

/** Reads a commit that must be there. */
async function requireCommit({ objects }, id) {
    const object = await objects.read(id);
    if (object?.type !== 'commit')
        throw new Error(`there is no commit ${id}`);
    return (0,_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommitText */ .Ls)(object.content.toString('utf8'));
}


/***/ }),

/***/ 58913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ editTree)
/* harmony export */ });
/* harmony import */ var _objects_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16479);
/* harmony import */ var _tree_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49481);


/** A tree like another, but with other files at some paths. Only the folders on the way to them are read and written. */
async function editTree(repository, tree, edits) {
    if (edits.size === 0)
        return tree;
    return (await editFolder(repository, tree, edits)) ?? (0,_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .writeObject */ .p)(repository.store, 'tree', '');
}
/** Undefined when nothing is left in the folder. */
async function editFolder(repository, id, edits) {
    const entries = await (0,_tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .readFolder */ .j)(repository, id, 'latin1');
    for (const [name, below] of toGroups(edits)) {
        const own = below.get('');
        if (below.has('')) {
            if (own === undefined)
                entries.delete(name);
            else
                entries.set(name, own);
            continue;
        }
        const before = entries.get(name);
        const folder = before?.mode === _tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .folderMode */ .a ? before.id : undefined;
        const after = await editFolder(repository, folder, below);
        if (after === undefined)
            entries.delete(name);
        else
            entries.set(name, { mode: _tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .folderMode */ .a, id: after });
    }
    return entries.size === 0 ? undefined : writeFolder(repository, entries);
}
/** The edits by the first part of their paths, byte by byte; the rest of the path is empty for the entry itself. */
function toGroups(edits) {
    const groups = new Map();
    for (const [path, entry] of edits) {
        const slash = path.indexOf('/');
        const name = Buffer.from(slash === -1 ? path : path.slice(0, slash)).toString('latin1');
        const group = groups.get(name) ?? new Map();
        groups.set(name, group.set(slash === -1 ? '' : path.slice(slash + 1), entry));
    }
    return groups;
}
function writeFolder(repository, entries) {
    const rows = [...entries].map(([name, entry]) => ({ name: Buffer.from(name, 'latin1'), ...entry }));
    rows.sort((a, b) => Buffer.compare(toSortKey(a), toSortKey(b)));
    const parts = rows.flatMap(({ name, mode, id }) => [
        Buffer.from(`${mode.replace(/^0/, '')} `),
        name,
        Buffer.from([0]),
        Buffer.from(id, 'hex'),
    ]);
    return (0,_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .writeObject */ .p)(repository.store, 'tree', Buffer.concat(parts));
}
/** git sorts folders as if their names ended in a slash. */
function toSortKey({ name, mode }) {
    return mode.replace(/^0/, '') === _tree_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .folderMode */ .a ? Buffer.concat([name, Buffer.from('/')]) : name;
}


/***/ }),

/***/ 49481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ folderMode),
/* harmony export */   j: () => (/* binding */ readFolder)
/* harmony export */ });
const folderMode = '40000';
/**
 * The entries of a folder by name; none for undefined. Throws when there is no such tree.
 *
 * @param encoding How the bytes of names are read; `latin1` keeps all of them apart.
 */
async function readFolder({ objects, store }, id, encoding = 'utf8') {
    if (id === undefined)
        return new Map();
    const tree = await objects.read(id);
    if (tree?.type !== 'tree')
        throw new Error(`there is no tree ${id}`);
    return readTreeEntries(tree.content, store.format === 'sha256' ? 32 : 20, encoding);
}
/** Reads `<mode> <name> NUL <id>`, again and again. */
function readTreeEntries(content, idBytes, encoding) {
    const entries = new Map();
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(' ', at);
        const end = content.indexOf(0, space);
        const next = end + 1 + idBytes;
        entries.set(content.toString(encoding, space + 1, end), {
            mode: content.toString('latin1', at, space),
            id: content.toString('hex', end + 1, next),
        });
        at = next;
    }
    return entries;
}


/***/ }),

/***/ 42406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ toIds),
/* harmony export */   Nu: () => (/* binding */ findGitDirectories),
/* harmony export */   U5: () => (/* binding */ listNamedIds),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33854);



/**
 * Where an agent may have committed: in the git directory that it was given, and in one that it has put in the place of the file
 * `.git`. What is neither in the worktree nor beside it does not go with it.
 */
async function findGitDirectories(worktree) {
    const foreign = await tryFindForeign(worktree);
    return [worktree.gitDirectory, ...(foreign === undefined ? [] : [foreign])].filter(_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isFolder */ .lQ);
}
async function tryFindForeign({ path, gitDirectory }) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, '.git');
    const target = /^gitdir: (.+)$/m.exec((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)(link))?.[1];
    const place = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(target === undefined ? link : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, target)).catch(() => undefined);
    if (place === undefined || place === (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(gitDirectory).catch(() => gitDirectory)))
        return undefined;
    const owned = await Promise.all([path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(gitDirectory)].map(folder => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder)));
    return owned.some(folder => place.startsWith(`${folder}/`)) ? place : undefined;
}
/** What git keeps in a git directory besides refs, reflogs and files such as ORIG_HEAD or `rebase-merge/autostash`. */
const otherFolders = ['objects', 'hooks', 'info', 'lfs', 'modules'];
/** Every id that a git directory names: those of refs, packed or not, of reflogs, and of whatever was going on there. */
async function listNamedIds(gitDirectory) {
    const ids = new Set();
    for (const text of await readTexts(gitDirectory, otherFolders))
        for (const id of toIds(text))
            ids.add(id);
    return ids;
}
async function readTexts(folder, except) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    const wanted = entries.filter(({ name }) => !except.includes(name) && name !== 'index');
    const texts = await Promise.all(wanted.map(entry => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
        return entry.isDirectory() ? readTexts(path, []) : [(0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)(path)];
    }));
    return texts.flat();
}
/** The ids in a text: a ref has one, a packed ref has it in front of its name, a line of a reflog has two. */
function toIds(text) {
    const words = text.split('\n').flatMap(line => line.replace(/^\^/, '').split(/\s+/, 2));
    return words.filter(word => isId(word) && !/^0+$/.test(word));
}
/** The commit that a git directory has checked out, read without running git there; undefined when it cannot be told. */
function readHead(gitDirectory) {
    const read = (path) => (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, path));
    const head = read('HEAD').trim();
    if (isId(head))
        return head;
    const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
    if (ref === undefined || ref.includes('..'))
        return undefined;
    const loose = read(ref).trim();
    if (isId(loose))
        return loose;
    const line = read('packed-refs')
        .split('\n')
        .find(entry => entry.endsWith(` ${ref}`));
    return line?.split(' ')[0];
}
function isId(text) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}


/***/ }),

/***/ 96161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c4: () => (/* binding */ importCommits),
  QX: () => (/* binding */ isAncestor),
  d$: () => (/* binding */ listTips),
  Y5: () => (/* binding */ readHistoryChanges)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/git/diff/raw-changes.js
/** Reads the raw format of git diff with -z: `:100644 100755 <old> <new> M NUL path NUL`, again and again. */
function toChanges(raw) {
    const fields = raw.split('\0').filter(field => field !== '');
    const changes = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        changes.push(toChange(fields[at], fields[at + 1]));
    }
    return changes;
}
function toChange(header, path) {
    const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = header
        .replace(/^\n?:/, '')
        .split(' ');
    return { path, status: status.charAt(0), oldMode, newMode, oldId, newId };
}

// EXTERNAL MODULE: ./lib/git/process/pipe-git.js
var pipe_git = __webpack_require__(60493);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/git/worktree/import-commits.js




/**
 * Copies commits and all that they need from a git directory that an agent worked in to the repository. git checks every
 * object on the way. Nothing that is configured in that git directory is used.
 */
async function importCommits(harness, gitDirectory, commits, start) {
    const withAgentObjects = {
        ...harness.place.env,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify((0,external_node_path_.join)(gitDirectory, 'objects')),
    };
    const pack = (0,run_git/* spawnGit */.Iz)({ ...harness.place, env: withAgentObjects }, [
        'pack-objects',
        '--revs',
        '--stdout',
        '-q',
    ]);
    const unpack = (0,run_git/* spawnGit */.Iz)(harness.place, ['unpack-objects', '--strict', '-q']);
    pack.stdin.end(`${commits.join('\n')}\n^${start}\n`);
    const { isComplete, said } = await (0,pipe_git/* pipeGit */.t)(pack, unpack);
    return isComplete
        ? { kind: 'imported' }
        : { kind: 'refused', reason: said ?? 'git ended before it had read the commits' };
}
async function isAncestor({ place }, ancestor, descendant) {
    const { code } = await (0,run_git/* tryGit */.Ii)(place, ['merge-base', '--is-ancestor', ancestor, descendant]);
    return code === 0;
}
/** Those of some commits that cannot be reached from others of them, nor from known ones. */
async function listTips(harness, commits, known) {
    const unknown = [...new Set(commits)].filter(commit => !known.includes(commit));
    if (unknown.length === 0 || (unknown.length === 1 && known.length === 0))
        return unknown;
    const output = await (0,run_git/* runGit */.EO)(harness.place, ['merge-base', '--independent', ...unknown, ...known]);
    return output.split('\n').filter(commit => unknown.includes(commit));
}
/** Every change of every commit that is in `head` and not in `start`, against each of its parents. */
async function readHistoryChanges(harness, start, head) {
    const args = [
        'log',
        '-m',
        '-r',
        '-z',
        '--raw',
        '--no-renames',
        '--no-ext-diff',
        '--format=',
        '--no-abbrev',
        head,
        `^${start}`,
    ];
    return toChanges(await (0,run_git/* runGit */.EO)(harness.place, args));
}


/***/ }),

/***/ 61158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ withPathsFrom),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   yY: () => (/* binding */ restoreWorktree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50506);
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15958);
/* harmony import */ var _worktree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71711);




/**
 * Writes everything in a worktree that is not ignored as a tree, counting from the commit that the agent is at (so that
 * ignored files which it committed on purpose stay).
 *
 * @param head That commit; undefined when it is the one that was checked out, and nothing has been looked at since.
 */
async function takeSnapshot(harness, worktree, head) {
    const place = (0,_worktree_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(harness, worktree);
    const excludes = ['-c', `core.excludesFile=${worktree.exclude}`];
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${worktree.index}.lock`, { force: true });
    if (head !== undefined)
        await resetIndex(place, worktree, head);
    const add = [...excludes, 'add', '--all', '--ignore-errors', '--', '.'];
    const added = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(place, add);
    const problems = toProblemLines(added.stderr);
    if (added.code !== 0 && problems.length === 0)
        throw new _process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .GitError */ .XS(add, added);
    return { tree: await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, ['write-tree']), problems };
}
/** What the index knows about files saves reading them; but one that was cut off by a crash is made anew. */
async function resetIndex(place, worktree, head) {
    const reset = ['read-tree', '--reset', head];
    if ((await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(place, reset)).code === 0)
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(worktree.index, { force: true });
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, reset);
}
/** git only warns of folders that it cannot open, and of files that it cannot look at: it goes on as if they were empty or gone. */
function toProblemLines(stderr) {
    const isProblem = /^(error|fatal): (?!adding files failed)|^warning: could not open directory|: Permission denied$/;
    const lines = stderr.split('\n').filter(line => isProblem.test(line));
    return lines.map(line => line.replace(/^(error|fatal|warning): /, ''));
}
/** Makes tracked and new files of a worktree what a tree says. Ignored files stay. */
async function restoreWorktree(harness, worktree, tree) {
    const place = (0,_worktree_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(harness, worktree);
    await (0,_worktree_js__WEBPACK_IMPORTED_MODULE_3__/* .ensureFolder */ .f2)(worktree);
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, ['read-tree', '--reset', '-u', tree]);
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, ['-c', `core.excludesFile=${worktree.exclude}`, 'clean', '-d', '--force', '--quiet']);
}
/** A tree like another, except that some paths are as in a third one. Uses the index of the worktree, not its files. */
async function withPathsFrom(harness, worktree, { tree, source, paths }) {
    if (paths.length === 0)
        return tree;
    const changes = await (0,_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .readChanges */ .S)(harness.repository, source, tree);
    const wanted = new Set(paths);
    const none = '0'.repeat(tree.length);
    const lines = changes
        .filter(change => wanted.has(change.path))
        .map(({ oldMode, oldId, rawPath }) => `${oldId === none ? '0' : oldMode} ${oldId}\t${rawPath}\0`);
    const place = { ...harness.place, env: { ...harness.place.env, GIT_INDEX_FILE: `${worktree.index}.edit` } };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${worktree.index}.edit.lock`, { force: true });
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, ['read-tree', tree]);
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, ['update-index', '-z', '--index-info'], Buffer.from(lines.join(''), 'latin1'));
    return (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(place, ['write-tree']);
}


/***/ }),

/***/ 71711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   $z: () => (/* binding */ toWorktree),
/* harmony export */   IL: () => (/* binding */ removeWorktree),
/* harmony export */   MV: () => (/* binding */ createWorktree),
/* harmony export */   f2: () => (/* binding */ ensureFolder),
/* harmony export */   fj: () => (/* binding */ moveWorktree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33854);
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15958);
/* harmony import */ var _repository_git_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98955);
/* harmony import */ var _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(210);






/** Where a worktree of this state would be, without making it. */
function toWorktree(path, stateFolder) {
    return {
        path,
        gitDirectory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, 'git'),
        index: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, 'index'),
        exclude: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, 'exclude'),
        shownRefs: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, 'shown-refs'),
    };
}
/** Checks a commit out into a folder of its own. What was in that folder must have been kept before. */
async function createWorktree(harness, request) {
    const worktree = toWorktree(request.path, request.stateFolder);
    await removeWorktree(harness, worktree);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(worktree.path, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(request.stateFolder, { recursive: true });
    await (0,_repository_git_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .createGitDirectory */ .O)({
        repository: harness.repository,
        path: worktree.gitDirectory,
        head: { branch: request.branch, commit: request.commit },
        packedRefs: request.packedRefs,
        exclude: harness.exclude,
        settings: toAgentSettings(harness),
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(worktree.exclude, '');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(worktree.shownRefs, request.packedRefs);
    await writeLink(worktree);
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(placeOf(harness, worktree), ['read-tree', '--reset', '-u', request.commit]);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(worktree.index, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(worktree.gitDirectory, 'index'));
    return worktree;
}
/** Leads commands in a worktree to its git directory. */
async function writeLink({ path, gitDirectory }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, '.git'), `gitdir: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(path, gitDirectory)}\n`);
}
/** Makes the folder of a worktree again when it is gone. Its files come with the next restore. */
async function ensureFolder(worktree) {
    if ((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isFolder */ .lQ)(worktree.path))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(worktree.path, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(worktree.path, { recursive: true });
    await writeLink(worktree);
}
/** Gives a worktree another place, with its git directory, so that there can be a new one in its old place. */
async function moveWorktree(from, to) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to.gitDirectory)), { recursive: true });
    const state = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(from.gitDirectory);
    if ((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isFolder */ .lQ)(state))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(state, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to.gitDirectory));
    if (!(0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isFolder */ .lQ)(from.path))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(from.path, to.path);
    if (!(0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isFolder */ .lQ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to.path, '.git')))
        await writeLink(to);
}
/** Takes a worktree away. What was in it must have been kept before. */
async function removeWorktree({ trash }, worktree) {
    await trash.take(worktree.path);
    await trash.take((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(worktree.gitDirectory));
}
/** Where the harness runs git on a worktree: with its own git directory and index, whatever `.git` in the worktree says. */
function placeOf(harness, worktree) {
    return {
        directory: worktree.path,
        env: {
            ...harness.place.env,
            GIT_WORK_TREE: worktree.path,
            GIT_INDEX_FILE: worktree.index,
        },
    };
}
/** What commands in the worktree find configured: the remotes can be read from, not pushed to. */
function toAgentSettings({ repository }) {
    const settings = [
        ['gc.auto', '0'],
        ['maintenance.auto', 'false'],
    ];
    for (const key of [
        'core.autocrlf',
        'core.eol',
        'core.filemode',
        'core.ignorecase',
        'core.symlinks',
        'user.name',
        'user.email',
    ]) {
        const value = (0,_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .configValue */ .Mn)(repository.config, key);
        if (value !== undefined)
            settings.push([key, value]);
    }
    for (const [key, values] of repository.config) {
        const remote = /^remote\.(.+)\.url$/s.exec(key)?.[1];
        if (remote === undefined)
            continue;
        settings.push([key, withoutCredentials(values[0] ?? '')]);
        settings.push([`remote.${remote}.pushUrl`, 'agents-cannot-push-their-branch-is-collected-for-them']);
    }
    return settings;
}
function withoutCredentials(url) {
    return url.replace(/^(https?:\/\/)[^/@]*@/, '$1');
}


/***/ }),

/***/ 43162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ wholeTree),
/* harmony export */   MO: () => (/* binding */ tryMergeModes),
/* harmony export */   Vk: () => (/* binding */ findAwkward),
/* harmony export */   Xq: () => (/* binding */ tryReadVersions),
/* harmony export */   m3: () => (/* binding */ applyFiles)
/* harmony export */ });
/* harmony import */ var _git_trees_tree_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58913);

/** What concerns one file, whose versions are those of the commits. */
const plainConflict = /^CONFLICT \((contents|binary|modify\/delete|rename\/delete|file\/directory|distinct modes)\)$/;
/**
 * Conflicts that are not solved by giving each file a content: folders that were moved to several places, files that were moved to one
 * place and hold conflict markers already, names that are not UTF-8.
 */
function findAwkward({ messages, conflicts }) {
    const awkward = messages.filter(({ type }) => type.startsWith('CONFLICT') && !plainConflict.test(type));
    const unnamed = conflicts.filter(({ path }) => path.includes('\uFFFD'));
    const isUnsaid = conflicts.length === 0 && awkward.length === 0;
    return [
        ...awkward.map(({ paths, text }) => ({
            conflict: conflicts.find(({ path }) => paths.includes(path)) ?? { path: paths[0] ?? wholeTree },
            reasons: [text],
        })),
        ...unnamed.map(conflict => ({ conflict, reasons: ['its name is not UTF-8'] })),
        ...(isUnsaid ? [{ conflict: { path: wholeTree }, reasons: ['git does not say where'] }] : []),
    ];
}
/** Stands for a path where there is none. */
const wholeTree = 'the whole tree';
/** A tree with the conflicts of some files resolved. */
function applyFiles({ repository }, tree, files) {
    return (0,_git_trees_tree_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .editTree */ .n)(repository, tree, new Map(files.map(({ conflict, result }) => [conflict.path, result])));
}
/** The three versions of a file as text; undefined when one of them is not there or not a plain file. */
async function tryReadVersions({ repository }, { path, base, ours, theirs }) {
    const sides = [ours, theirs, ...(base === undefined ? [] : [base])];
    if (sides.some(side => side === undefined || !side.mode.startsWith('100')))
        return undefined;
    const read = async (side) => side && String((await repository.objects.read(side.id))?.content);
    const texts = await Promise.all([read(base), read(ours), read(theirs)]);
    return { path, base: texts[0], ours: texts[1], theirs: texts[2] };
}
/** The mode of a merged file: that of the side that has changed it. Undefined when both have, differently. */
function tryMergeModes({ base, ours, theirs }) {
    if (ours?.mode === theirs?.mode)
        return ours?.mode;
    if (base?.mode === ours?.mode)
        return theirs?.mode;
    return base?.mode === theirs?.mode ? ours?.mode : undefined;
}


/***/ }),

/***/ 5971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ resolveMergeByRules),
/* harmony export */   n: () => (/* binding */ resolveByRules)
/* harmony export */ });
/* harmony import */ var _git_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16479);
/* harmony import */ var _merge_conflict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43162);


/** Resolves the conflict of one file by what its three versions say, and nothing else: the same everywhere. */
async function resolveByRules(harness, resolvers, conflict) {
    const versions = await (0,_merge_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .tryReadVersions */ .Xq)(harness, conflict);
    const mode = (0,_merge_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .tryMergeModes */ .MO)(conflict);
    if (versions === undefined || mode === undefined)
        return { conflict, reasons: [toShapeReason(conflict)] };
    const { resolveText } = await Promise.all(/* import() */[__webpack_require__.e(963), __webpack_require__.e(258), __webpack_require__.e(85)]).then(__webpack_require__.bind(__webpack_require__, 14085));
    const answer = await resolveText(versions, { resolvers });
    if (answer.kind === 'declined')
        return { conflict, reasons: answer.reasons };
    const id = await (0,_git_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .writeObject */ .p)(harness.repository.store, 'blob', answer.text);
    const choices = answer.choices.map(({ sentence }) => sentence);
    return { conflict, result: { mode, id }, by: `rule:${answer.tier}`, proof: answer.proof, choices };
}
/** The same for all files of a merge on which git stopped. All or none. */
async function resolveMergeByRules(harness, { resolvers, onConflict }, record) {
    const { tree, conflicts } = record;
    const awkward = (0,_merge_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .findAwkward */ .Vk)(record);
    if (awkward.length > 0)
        return { kind: 'unresolved', left: awkward };
    const allowed = onConflict === 'stop' ? [] : resolvers;
    const tried = await Promise.all(conflicts.map(conflict => resolveByRules(harness, allowed, conflict)));
    const left = tried.filter(file => 'reasons' in file);
    if (left.length > 0)
        return { kind: 'unresolved', left };
    const files = tried.filter(file => 'result' in file);
    return { kind: 'resolved', tree: await (0,_merge_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .applyFiles */ .m3)(harness, tree, files), files };
}
function toShapeReason({ base, ours, theirs }) {
    if (ours === undefined || theirs === undefined) {
        const side = ours === undefined ? 'what is merged so far' : 'the branch';
        return base === undefined ? 'a rename or a folder is in the way' : `${side} deletes or moves it`;
    }
    return 'its type or its mode was changed differently';
}


/***/ }),

/***/ 63809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ writeMerge)
/* harmony export */ });
/* harmony import */ var _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12953);
/* harmony import */ var _git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68564);


/** Writes a merge commit. Its date is that of the later parent, so that the same merge is the same commit wherever it is made. */
async function writeMerge(repository, request) {
    const { ours, theirs, tree, message, trailers } = request;
    const parents = [ours, theirs];
    const dates = await Promise.all(parents.map(parent => readDate(repository, parent)));
    const date = Math.max(...dates);
    const commit = await (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCommit */ .rV)(repository.store, {
        tree,
        parents,
        author: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        committer: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        date,
        message,
        trailers,
    });
    knownDates.set(commit, date);
    return commit;
}
/** Merges are made one on top of another: what was just written need not be asked for. */
const knownDates = new Map();
async function readDate(repository, commit) {
    const known = knownDates.get(commit);
    if (known !== undefined)
        return known;
    const { committedAt } = await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .requireCommit */ .F)(repository, commit);
    knownDates.set(commit, committedAt);
    return committedAt;
}


/***/ }),

/***/ 23242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ goneMode),
/* harmony export */   IG: () => (/* binding */ linkMode),
/* harmony export */   wS: () => (/* binding */ submoduleMode)
/* harmony export */ });
/** The mode of a path at which there is nothing. */
const goneMode = '000000';
/** Of a symbolic link. */
const linkMode = '120000';
/** Of a commit of another repository (a submodule). */
const submoduleMode = '160000';


/***/ }),

/***/ 14781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ cutLines),
/* harmony export */   Qf: () => (/* binding */ toForecastSentence)
/* harmony export */ });
/* unused harmony export toPairText */
/* harmony import */ var _model_forecast_conflict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61851);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41193);


/** `scheduler × downloader in src/db.ts:40–52`. */
function toPairText({ tasks: [a, b], path, lines }) {
    return `${a} × ${b} in ${toPlainLine(toPlace({ path, lines }))}`;
}
/** The same as a sentence: "scheduler and downloader will conflict in src/db.ts:40–52 (same lines)". */
function toForecastSentence({ tasks: [a, b], path, lines, why }) {
    return `${a} and ${b} will conflict in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .Ic)((0,_model_forecast_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .toPlace */ .x5)({ path, lines }))} (${why})`;
}
/** At most so many lines, the last one of which says how many more there are. */
function cutLines(lines, most) {
    return lines.length <= most
        ? [...lines]
        : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more`];
}


/***/ }),

/***/ 80700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ writeAttemptRecord),
/* harmony export */   N9: () => (/* binding */ isStartThere),
/* harmony export */   Tn: () => (/* binding */ markJudged),
/* harmony export */   "if": () => (/* binding */ tryReadAttemptRecord),
/* harmony export */   qK: () => (/* binding */ tryReadStatus)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33854);




const recordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    start: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    attemptStartedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    setupTree: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    feedback: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    agentSeconds: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    usage: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ tokens: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(), costUsd: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable() }),
    /** Where the output of this attempt begins in the log, in bytes. */
    logOffset: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
});
/** Writes the record so that it survives a loss of power: without one, the next start takes it that no agent was started. */
async function writeAttemptRecord(path, record) {
    const part = `${path}.part`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(part, { force: true, recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(part, JSON.stringify(record), { flush: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(part, path);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    await folder.sync().finally(() => folder.close());
}
/** Notes that an attempt has been judged, also where the agent has taken its record away. */
async function markJudged({ attempt, judged }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(attempt, judged).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(judged, ''));
}
/** Undefined when there is none, or when it cannot be read. */
function tryReadAttemptRecord(path) {
    try {
        return recordSchema.parse(JSON.parse((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)(path)));
    }
    catch {
        return undefined; // there was no attempt, or it was cut off by a loss of power
    }
}
/** Whether the repository still has what an attempt started from. */
async function isStartThere({ repository }, record) {
    const needed = [record.start, record.setupTree ?? record.start];
    const found = await Promise.all(needed.map(id => repository.objects.readInfo(`${id}^{tree}`)));
    return !found.includes(undefined);
}
/** The exit code that a command left behind when it ended by itself, and when (milliseconds since 1970). */
async function tryReadStatus(path) {
    const text = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)(path);
    return /^\d+\n?$/.test(text) ? { code: Number(text), endedAt: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).mtimeMs } : undefined;
}


/***/ }),

/***/ 34648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ toTaskMarks),
/* harmony export */   mN: () => (/* binding */ toCommandEnvironment),
/* harmony export */   oU: () => (/* binding */ toTaskEnvironment),
/* harmony export */   vh: () => (/* binding */ toRunMarks),
/* harmony export */   xY: () => (/* binding */ toAttemptMarks)
/* harmony export */ });
/** The variables by which processes of a run are known, wherever they are. */
function toRunMarks({ run, paths }) {
    // Where its own git directory is gone, git must not find that of the user's checkout above it. It also tells clones apart that work
    // on one run on the same machine.
    return { PARALLEL_AGENTS_RUN: run, GIT_CEILING_DIRECTORIES: paths.worktrees };
}
/** The same for processes of a task: its setup, its agent, its test. */
function toTaskMarks(context, task) {
    return { ...toRunMarks(context), PARALLEL_AGENTS_TASK: task };
}
/** The same for one start of its agent. */
function toAttemptMarks(context, { task, attempt }) {
    return { ...toTaskMarks(context, task.id), PARALLEL_AGENTS_ATTEMPT: String(attempt) };
}
/** The environment of everything that runs in a worktree: setup, agents, tests. */
function toCommandEnvironment(context, ...more) {
    const inherited = Object.entries(context.repository.env).filter(([name]) => !name.startsWith('PARALLEL_AGENTS_'));
    return Object.assign(Object.fromEntries(inherited), context.plan.env, ...more, toRunMarks(context));
}
/** The same for what belongs to a task. */
function toTaskEnvironment(context, task, start, agentEnv) {
    return toCommandEnvironment(context, agentEnv, task.env, {
        ...toTaskMarks(context, task.id),
        PARALLEL_AGENTS_BASE: start,
    });
}


/***/ }),

/***/ 89701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ openContext)
});

// EXTERNAL MODULE: ./lib/git/refs/refs.js
var refs_refs = __webpack_require__(89025);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/process/environment.js
var environment = __webpack_require__(87575);
// EXTERNAL MODULE: ./lib/git/repository/git-directory.js
var git_directory = __webpack_require__(98955);
// EXTERNAL MODULE: ./lib/git/repository/open-filters.js
var open_filters = __webpack_require__(28783);
// EXTERNAL MODULE: ./lib/git/repository/open-repository.js
var open_repository = __webpack_require__(210);
// EXTERNAL MODULE: ./lib/git/repository/trash.js
var trash = __webpack_require__(88339);
;// CONCATENATED MODULE: ./lib/git/repository/harness.js







async function openHarness(repository, gitDirectory) {
    const exclude = await readExcludes(repository);
    await (0,git_directory/* createGitDirectory */.O)({ repository, path: gitDirectory, exclude });
    const place = {
        directory: gitDirectory,
        env: {
            ...(0,environment/* toPinnedEnvironment */.v_)(repository.env, toWorktreeSettings(repository)),
            GIT_DIR: gitDirectory,
            GIT_OBJECT_DIRECTORY: repository.store.folder,
        },
    };
    return { repository, gitDirectory, place, exclude, trash: new trash/* Trash */.l() };
}
/** Settings that decide how files look in a worktree: taken from the user as they were at the start. */
const worktreeKeys = [
    'core.autocrlf',
    'core.eol',
    'core.filemode',
    'core.ignorecase',
    'core.longpaths',
    'core.precomposeunicode',
    'core.symlinks',
];
function toWorktreeSettings(repository) {
    const settings = [
        ['core.safecrlf', 'false'],
        ['core.attributesFile', '/dev/null'],
        ['core.excludesFile', '/dev/null'],
        ['safe.directory', '*'],
    ];
    const open = (0,open_filters/* findOpenFilters */.H)(repository).map(({ name }) => `filter.${name}.`);
    for (const [key, values] of repository.config) {
        if (!worktreeKeys.includes(key) && !/^(filter|lfs)\./.test(key))
            continue;
        if (open.some(prefix => key.startsWith(prefix)))
            continue;
        settings.push(...values.map(value => [key, value]));
    }
    if ((0,open_repository/* configValue */.Mn)(repository.config, 'filter.lfs.process') !== undefined) {
        settings.push(['lfs.storage', (0,external_node_path_.join)(repository.directory, 'lfs')]);
    }
    return settings;
}
/** As git looks for them: a home that the environment does not name is none. */
async function readExcludes(repository) {
    const { HOME: home = '', XDG_CONFIG_HOME: configHome = (0,external_node_path_.join)(home, '.config') } = repository.env;
    const configured = (0,open_repository/* configValue */.Mn)(repository.config, 'core.excludesfile')?.replace(/^~(?=\/)/, home);
    const inherited = configured ?? (0,external_node_path_.join)(configHome, 'git', 'ignore');
    const texts = await Promise.all([inherited, (0,external_node_path_.join)(repository.directory, 'info', 'exclude')].filter(external_node_path_.isAbsolute).map(readIfPresent));
    return texts.join('\n');
}
function readIfPresent(path) {
    return (0,promises_.readFile)(path, 'utf8').catch(() => '');
}

;// CONCATENATED MODULE: ./lib/run/keep-out-of-status.js


const pattern = '/.worktrees/';
/** Makes `git status` silent about the worktrees, in a file that is not committed. */
async function keepOutOfStatus(repository) {
    const path = (0,external_node_path_.join)(repository.directory, 'info', 'exclude');
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    if (text.split('\n').includes(pattern))
        return;
    await (0,promises_.mkdir)((0,external_node_path_.join)(repository.directory, 'info'), { recursive: true });
    await (0,promises_.appendFile)(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${pattern}\n`);
}

// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
;// CONCATENATED MODULE: ./lib/run/open-context.js






/** Makes ready what a run works with on this machine. */
async function openContext(request) {
    const { repository, run } = request;
    const paths = (0,run_paths/* toRunPaths */.FZ)(repository, run);
    await (0,run_paths/* notePlace */.Qd)(paths);
    await keepOutOfStatus(repository);
    return {
        ...request,
        paths,
        harness: await openHarness(repository, paths.harness),
        store: new run_store/* RunStore */.n(repository, run),
        visibleRefs: await readVisibleRefs(repository),
    };
}
/** Branches, remote branches and tags of the user, for agents to read. Those of runs are left out. */
async function readVisibleRefs(repository) {
    const refs = await (0,refs_refs/* listRefs */.Dy)(repository, ['refs/heads', 'refs/remotes', 'refs/tags']);
    return refs
        .filter(ref => !ref.name.startsWith(run_refs/* branchRefs */.DI) && !ref.name.endsWith('/HEAD'))
        .map(ref => `${ref.id} ${ref.name}`)
        .join('\n');
}


/***/ }),

/***/ 9991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ removeLocalState)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Takes away what only a running run needs. Logs stay, and worktrees that hold what could not be kept. */
async function removeLocalState(paths) {
    for (const folder of [paths.harness, paths.scripts, paths.scratch, paths.forecast]) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    }
    for (const folder of [paths.tasks, paths.worktrees, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(paths.worktrees)]) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rmdir)(folder).catch(() => { }); // not there, or something in it is still needed
    }
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(paths.worktrees))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(paths.placeNote, { force: true });
}


/***/ }),

/***/ 24045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ toRunPaths),
/* harmony export */   Qd: () => (/* binding */ notePlace),
/* harmony export */   Sf: () => (/* binding */ integrationName),
/* harmony export */   lq: () => (/* binding */ toStateFolder)
/* harmony export */ });
/* unused harmony export toWorktreesFolder */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33854);



/** A name that no task can have: the worktree where the merged result is tested. */
const integrationName = '_integration';
function toRunPaths(repository, run) {
    const state = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(toStateFolder(repository), run);
    const worktrees = readNotedPlace(state) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(toWorktreesFolder(repository), run);
    return {
        state,
        harness: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'harness.git'),
        scratch: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'scratch'),
        forecast: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'forecast.json'),
        move: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'move.json'),
        scripts: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'scripts'),
        worktrees,
        placeNote: toPlaceNote(state),
        tasks: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'tasks'),
        worktree: name => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(worktrees, name),
        log: name => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, `${name}.log`),
        task: name => toTaskPaths((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'tasks', name)),
    };
}
/**
 * Where the worktrees of a run are, as it was noted when the run began: where no checkout is the main one, the next command may
 * come from another.
 */
function readNotedPlace(state) {
    const place = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)(toPlaceNote(state));
    return place === '' || !(0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isFolder */ .lQ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place))) ? undefined : place;
}
function toPlaceNote(state) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(state, 'place');
}
/** Notes where the worktrees of a run are, for every later command. */
async function notePlace({ state, placeNote, worktrees }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(state, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(placeNote, worktrees, { flush: true });
}
function toStateFolder(repository) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository.directory, 'parallel-agents');
}
/** In the main checkout, from whichever of its worktrees the command was started. */
function toWorktreesFolder(repository) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(repository.directory) === '.git' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(repository.directory) : repository.root;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.worktrees');
}
function toTaskPaths(folder) {
    return {
        folder,
        attempt: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'attempt.json'),
        judged: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'judged.json'),
        prompt: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'prompt.md'),
        progress: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'progress.jsonl'),
        report: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.md'),
        forecast: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'forecast.md'),
        status: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'status'),
        worktreeState: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'worktree'),
    };
}


/***/ }),

/***/ 56078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ runScript),
/* harmony export */   w: () => (/* binding */ toEndText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _agents_process_supervise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2526);
/* harmony import */ var _task_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25399);




/** Runs a setup or test command of the plan in a worktree. Its output goes to the log. */
async function runScript(context, request) {
    await (0,_task_log_js__WEBPACK_IMPORTED_MODULE_3__/* .writeLogLine */ .I)(request.logPath, `${request.title}: ${request.script}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(context.paths.scripts, { recursive: true });
    return (0,_agents_process_supervise_js__WEBPACK_IMPORTED_MODULE_2__/* .supervise */ .z)({
        command: ['sh', '-c', request.script],
        directory: request.directory,
        env: request.env,
        logPath: request.logPath,
        statusPath: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.paths.scripts, `${process.pid}-${nextNumber++}`),
        timeoutMinutes: request.timeoutMinutes,
        stallMinutes: Number.POSITIVE_INFINITY,
        stallFiles: [],
        signal: context.signal,
    });
}
let nextNumber = 1;
/** "ended with exit code 3", "took longer than 10 minutes", … */
function toEndText(end, timeoutMinutes) {
    switch (end.kind) {
        case 'exited':
            return `ended with exit code ${end.code}`;
        case 'timed-out':
            return `took longer than ${timeoutMinutes} minutes`;
        case 'stalled':
            return 'printed nothing for too long';
        case 'stopped':
            return 'was stopped';
        case 'not-started':
            return `could not be started: ${end.reason}`;
    }
}


/***/ }),

/***/ 25399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ writeLogLine),
/* harmony export */   q: () => (/* binding */ readLogEnd)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _agents_process_log_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69685);



/** So much of a log is stored with the run, so that other clones can read it. */
const storedBytes = 1 << 18;
/** Adds a line of the harness to a log: what begins here, or what came of it. */
async function writeLogLine(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, `── ${text} · ${new Date().toISOString()}\n`);
}
/** The end of a log as it is stored with the run. */
function readLogEnd(path) {
    return (0,_agents_process_log_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readTail */ .Z)(path, 0, storedBytes)
        .map(line => `${line}\n`)
        .join('');
}


/***/ }),

/***/ 79507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readForecastRecord),
/* harmony export */   y: () => (/* binding */ writeForecastRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11819);



const wait = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ task: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), behind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    conflicts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_model_report_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastConflictSchema */ .D).readonly(),
    /** Tasks that were made to wait for others which change files that they may change, too. */
    waits: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(wait).readonly(),
});
const nothingKnown = { version: 1, conflicts: [], waits: [] };
async function readForecastRecord(path) {
    try {
        return recordSchema.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')));
    }
    catch {
        return nothingKnown; // there was no forecast yet, or its file cannot be read: it is only made from what is there
    }
}
async function writeForecastRecord(path, record) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${path}.part`, JSON.stringify(record));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${path}.part`, path);
}


/***/ }),

/***/ 52909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ checkChanges),
  X: () => (/* binding */ checkHistory)
});

// EXTERNAL MODULE: ./lib/plan/scope/glob-overlap.js
var glob_overlap = __webpack_require__(99102);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var globs = __webpack_require__(43159);
// EXTERNAL MODULE: ./lib/tasks/gates/gate.js
var gate = __webpack_require__(94382);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/model/file-modes.js
var file_modes = __webpack_require__(23242);
;// CONCATENATED MODULE: ./lib/tasks/gates/safety-gate.js


/** Refuses what could do harm where the branch is checked out or merged. */
function safetyGate({ changes, maxFileMegabytes, problems }) {
    for (const change of changes) {
        const danger = tryDanger(change, maxFileMegabytes);
        if (danger !== undefined)
            return toRefusal(danger, [change.path]);
    }
    return problems[0] === undefined ? undefined : toRefusal(`git cannot take a file: ${problems[0]}`, []);
}
function toRefusal(danger, undo) {
    const taken = undo.length === 0 ? 'Remove it.' : 'That change has been taken back.';
    return { outcome: 'failed', reason: danger, feedback: `Your change is not safe: ${danger}. ${taken}`, undo };
}
function tryDanger(change, maxFileMegabytes) {
    const { path, oldMode, newMode, size, linkTarget } = change;
    if (newMode === file_modes/* submoduleMode */.wS)
        return `${path} is a git repository of its own (a submodule entry)`;
    if (oldMode === file_modes/* submoduleMode */.wS)
        return `${path} is a submodule: its entry cannot be changed`;
    if (newMode === file_modes/* goneMode */.DJ)
        return undefined;
    const trick = tryNameTrick(path);
    if (trick !== undefined)
        return trick;
    if (newMode === file_modes/* linkMode */.IG)
        return tryLinkTrick(path, linkTarget ?? '');
    if (size > maxFileMegabytes * 1_000_000)
        return `${path} has ${toMegabytes(size)} MB, more than ${maxFileMegabytes} MB`;
    return undefined;
}
function toMegabytes(bytes) {
    return (bytes / 1_000_000).toFixed(1);
}
/** Names that git or a file system takes for `.git` or for another folder, and names that change how git works. */
function tryNameTrick(path) {
    const names = path.split('/');
    const quoted = JSON.stringify(path);
    if (names.some(isGitName))
        return `${quoted} is a name that can stand for .git`;
    if (names.some(name => name === '' || name === '.' || name === '..'))
        return `${quoted} is not a plain path`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u001f\u007f\\]/.test(path))
        return `${quoted} contains a control character or "\\"`;
    if (names.at(-1)?.toLowerCase() === '.gitmodules')
        return `${quoted} would define submodules`;
    return undefined;
}
/** Also `.git.`, `.GIT `, `git~1`, `.git::$INDEX_ALLOCATION`, and `.git` with characters that macOS ignores. */
function isGitName(name) {
    const plain = name
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
        .toLowerCase()
        .replace(/:.*$/, '')
        .replace(/[. ]+$/, '');
    return plain === '.git' || /^git~\d+$/.test(plain);
}
/**
 * A link may only lead to a place in the tree, and may go up only before it goes down: after a name, `..` could start from
 * wherever another link leads.
 */
function tryLinkTrick(path, target) {
    const steps = target.split('/');
    const climbsLate = steps.some((step, index) => step === '..' && steps.slice(0, index).some(before => !['..', '.'].includes(before)));
    const end = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(path), target));
    const leaves = target === '' || target.startsWith('/') || end === '..' || end.startsWith('../');
    if (leaves || climbsLate)
        return `${path} is a link that leads out of the tree (${JSON.stringify(target)})`;
    return steps.some(isGitName) ? `${path} is a link into .git` : undefined;
}

;// CONCATENATED MODULE: ./lib/tasks/gates/change-gates.js




/** Every gate that only looks at the change, in the order in which they are asked. */
const gates = [changeGate, scopeGate, protectedGate, safetyGate];
/** The first refusal, or undefined when all gates are passed. */
function checkChanges(input) {
    for (const gate of gates) {
        const refusal = gate(input);
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}
/** The same for the single commits of a branch, where it does not matter that one of them changes nothing. */
function checkHistory(input) {
    return input.changes.length === 0 ? undefined : checkChanges(input);
}
function changeGate({ changes, problems }) {
    if (changes.length > 0 || problems.length > 0)
        return undefined;
    return {
        outcome: 'no-changes',
        reason: 'nothing was changed',
        feedback: 'You ended without changing any file. Make the change that the task asks for.',
        undo: [],
    };
}
function scopeGate({ task, changes }) {
    if (task.files === undefined)
        return undefined;
    const isInScope = (0,globs/* toMatcher */.WV)(task.files);
    const outside = changes.map(change => change.path).filter(path => !isInScope(path));
    if (outside.length === 0)
        return undefined;
    const scope = task.files.join(' ');
    return {
        outcome: 'out-of-scope',
        reason: `${(0,gate/* listPaths */.P)(outside)} ${outside.length === 1 ? 'is' : 'are'} not in ${scope}`,
        feedback: `You changed files outside of your scope: ${outside.join(', ')}. You may only change files that match: ${scope}. ` +
            'Those changes have been taken back. Do the task within your scope.',
        undo: outside,
    };
}
function protectedGate({ task, protectedGlobs, changes }) {
    const isProtected = (0,globs/* toMatcher */.WV)(protectedGlobs);
    const naming = (0,globs/* splitGlobs */.Kh)(task.files ?? []).included.filter(glob => (0,glob_overlap/* isCovered */.P$)(glob, protectedGlobs));
    const isNamed = (0,globs/* toMatcher */.WV)(naming);
    const touched = changes.map(change => change.path).filter(path => isProtected(path) && !isNamed(path));
    if (touched.length === 0)
        return undefined;
    return {
        outcome: 'out-of-scope',
        reason: `${(0,gate/* listPaths */.P)(touched)} ${touched.length === 1 ? 'is' : 'are'} protected`,
        feedback: `You changed protected files: ${touched.join(', ')}. Those changes have been taken back. Do the task without them.`,
        undo: touched,
    };
}


/***/ }),

/***/ 94382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ listPaths)
/* harmony export */ });
/** At most this many paths are named in one sentence. */
const maxNamed = 5;
function listPaths(paths) {
    const named = paths.slice(0, maxNamed).join(', ');
    return paths.length > maxNamed ? `${named} and ${paths.length - maxNamed} more` : named;
}


/***/ }),

/***/ 24662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readLeftAttempt),
  T: () => (/* binding */ runAttempt)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/agents/agent-keys.js
var agent_keys = __webpack_require__(34436);
// EXTERNAL MODULE: ./lib/agents/agent-start.js
var agent_start = __webpack_require__(76702);
// EXTERNAL MODULE: ./lib/agents/process/marked-processes.js
var marked_processes = __webpack_require__(80038);
// EXTERNAL MODULE: ./lib/agents/process/supervise.js
var supervise = __webpack_require__(2526);
// EXTERNAL MODULE: ./lib/agents/process/telling-line.js
var telling_line = __webpack_require__(11296);
// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/agents/process/progress-file.js
var progress_file = __webpack_require__(30428);
;// CONCATENATED MODULE: ./lib/agents/process/watch-output.js


const pollMilliseconds = 200;
/** Follows what a running agent prints and reports. The function that it answers with takes the rest and ends it. */
function watchOutput(watch) {
    const log = new log_file/* LogFollower */.p(watch.logPath, watch.logOffset);
    const progressFile = new progress_file/* ProgressFollower */.k(watch.progressPath);
    let shown = { percent: null, message: null };
    const timer = setInterval(() => take(log.readLines()), pollMilliseconds);
    return () => {
        clearInterval(timer);
        for (const lines of log.readToEnd())
            take(lines);
    };
    function take(lines) {
        for (const line of lines) {
            const activity = watch.reader.take(line);
            if (activity !== undefined)
                watch.onActivity(activity);
        }
        const progress = progressFile.read();
        if (progress.percent !== shown.percent || progress.message !== shown.message)
            watch.onProgress(progress);
        shown = progress;
    }
}

// EXTERNAL MODULE: ./lib/run/attempt-record.js
var attempt_record = __webpack_require__(80700);
// EXTERNAL MODULE: ./lib/run/command-environment.js
var command_environment = __webpack_require__(34648);
// EXTERNAL MODULE: ./lib/run/task-log.js
var task_log = __webpack_require__(25399);
;// CONCATENATED MODULE: ./lib/tasks/perform/attempt.js










/** Starts the agent of a task in its worktree and waits for its end. */
async function runAttempt(context, work, prompt) {
    const { task, attempt } = work;
    const paths = context.paths.task(task.id);
    const agent = context.plan.agents[task.agent];
    await clearAttempt(context, work);
    await (0,promises_.writeFile)(paths.prompt, prompt);
    await (0,task_log/* writeLogLine */.I)(context.paths.log(task.id), `attempt ${attempt} with ${agent.name}`);
    const logOffset = (await (0,promises_.stat)(context.paths.log(task.id))).size;
    await (0,attempt_record/* writeAttemptRecord */.AN)(paths.attempt, toRecord(work, logOffset));
    context.emit({ kind: 'attempt-started', task: task.id, attempt });
    const start = (0,agent_start/* toAgentStart */.X)(agent, prompt, paths.prompt);
    const watch = startWatch(context, work, start, logOffset);
    const end = await (0,supervise/* supervise */.z)({
        command: start.command,
        directory: work.worktree.path,
        env: toAgentEnvironment(context, work, { ...(0,agent_keys/* toAgentKeys */.H)(agent, context.repository.keys), ...start.env }),
        logPath: context.paths.log(task.id),
        statusPath: paths.status,
        timeoutMinutes: task.timeoutMinutes,
        stallMinutes: task.stallMinutes,
        stallFiles: [context.paths.log(task.id), paths.progress],
        signal: context.signal,
    });
    await (0,marked_processes/* endMarkedProcesses */.j)((0,command_environment/* toAttemptMarks */.xY)(context, work));
    return toAttemptEnd(end, start, watch);
}
/** Reads what an attempt came to that ended while nobody was there to see it. */
function readLeftAttempt(context, work, end, logOffset) {
    const agent = context.plan.agents[work.task.agent];
    const start = (0,agent_start/* toAgentStart */.X)(agent, '', context.paths.task(work.task.id).prompt);
    return toAttemptEnd(end, start, startWatch(context, work, start, logOffset));
}
/** Takes away what another attempt may have left, so that it is not taken for the result of this one. */
async function clearAttempt(context, { task }) {
    const paths = context.paths.task(task.id);
    await (0,promises_.mkdir)(paths.folder, { recursive: true });
    const files = [paths.status, `${paths.status}.pid`, paths.prompt, paths.progress, paths.report];
    for (const path of files)
        await (0,promises_.rm)(path, { force: true, recursive: true });
    await (0,promises_.writeFile)(paths.forecast, '', { flag: 'a' }); // there from the start, so that it can be read at any time
}
function toRecord(work, logOffset) {
    const { attempt, start, startedAt, setupTree, feedback, agentSeconds, usage } = work;
    return {
        attempt,
        start,
        startedAt,
        setupTree,
        feedback: [...feedback],
        agentSeconds,
        usage,
        logOffset,
        attemptStartedAt: new Date().toISOString(),
    };
}
/** What it said last is looked through for a reason when it fails. */
const rememberedLines = 50;
function startWatch(context, { task }, start, logOffset) {
    const said = [];
    const finish = watchOutput({
        logPath: context.paths.log(task.id),
        logOffset,
        progressPath: context.paths.task(task.id).progress,
        reader: start.reader,
        onActivity: text => {
            said.push(text);
            if (said.length > rememberedLines)
                said.shift();
            context.emit({ kind: 'activity', task: task.id, text });
        },
        onProgress: progress => context.emit({ kind: 'progress', task: task.id, ...progress }),
    });
    return { finish, lastWords: () => (said.length === 0 ? undefined : (0,telling_line/* toTellingLine */.J)(said)) };
}
function toAttemptEnd(end, { reader }, watch) {
    watch.finish();
    return { end, usage: reader.usage(), trouble: reader.trouble(), lastWords: watch.lastWords() };
}
function toAgentEnvironment(context, work, agentEnv) {
    const paths = context.paths.task(work.task.id);
    return {
        ...(0,command_environment/* toTaskEnvironment */.oU)(context, work.task, work.start, agentEnv),
        ...(0,command_environment/* toAttemptMarks */.xY)(context, work),
        PARALLEL_AGENTS_PROMPT_FILE: paths.prompt,
        PARALLEL_AGENTS_PROGRESS_FILE: paths.progress,
        PARALLEL_AGENTS_REPORT_FILE: paths.report,
        ...(context.plan.integration.onForecast === 'tell-agents'
            ? { PARALLEL_AGENTS_FORECAST_FILE: paths.forecast }
            : {}),
    };
}


/***/ }),

/***/ 69462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ writeBranchCommit),
/* harmony export */   t: () => (/* binding */ toBranchMessage)
/* harmony export */ });
/* harmony import */ var _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12953);
/* harmony import */ var _git_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(210);
/* harmony import */ var _git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68564);
/* harmony import */ var _gates_change_gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52909);
/* harmony import */ var _work_collect_work_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46948);
/* harmony import */ var _work_keep_work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13560);
/* harmony import */ var _gate_input_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95192);







/**
 * Makes the tip of the task's branch. Commits of the agent stay as they are, and what it left is committed on top. Where its
 * commits cannot be published (they do not follow the start, or one of them holds what a gate refuses), one commit replaces them.
 */
async function writeBranchCommit(context, work, collected, message) {
    const { repository } = context;
    const { head, tree } = collected;
    const parent = (await canPublishHistory(context, work, collected)) ? head : work.start;
    if (parent !== work.start && (await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .requireCommit */ .F)(repository, parent)).tree === tree)
        return parent;
    return (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCommit */ .rV)(repository.store, {
        tree,
        parents: [parent],
        author: toAuthor(context),
        committer: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        date: Math.floor(Date.now() / 1000),
        message,
        trailers: [],
    });
}
/** The message of the commit that is made for an agent, with its trailers. */
function toBranchMessage(context, task) {
    const agent = context.plan.agents[task.agent];
    const model = agent?.kind === 'cli' && agent.model !== undefined ? ` (${agent.model})` : '';
    return (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .toMessage */ .R9)(task.title, [...(0,_work_keep_work_js__WEBPACK_IMPORTED_MODULE_5__/* .toTrailers */ .I)(context, task.id), ['Agent', `${task.agent}${model}`]]);
}
async function canPublishHistory(context, work, collected) {
    const { head, followsStart } = collected;
    if (head === work.start)
        return true;
    if (!followsStart)
        return false;
    const changes = await (0,_work_collect_work_js__WEBPACK_IMPORTED_MODULE_4__/* .collectHistory */ .jy)(context, work.start, head);
    return (0,_gates_change_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .checkHistory */ .X)({ ...(0,_gate_input_js__WEBPACK_IMPORTED_MODULE_6__/* .toGateInput */ .F)(context, work, collected), changes, problems: [] }) === undefined;
}
/** The user, on whose behalf the agent works. */
function toAuthor({ repository }) {
    const name = (0,_git_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(repository.config, 'user.name');
    const email = (0,_git_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(repository.config, 'user.email');
    return name === undefined || email === undefined ? _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6 : { name, email };
}


/***/ }),

/***/ 16323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ endWithoutWork),
/* harmony export */   Pv: () => (/* binding */ toMissingResult),
/* harmony export */   ZJ: () => (/* binding */ endTask)
/* harmony export */ });
/* harmony import */ var _agents_process_agent_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30687);
/* harmony import */ var _agents_process_marked_processes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80038);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33854);
/* harmony import */ var _report_text_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41193);
/* harmony import */ var _run_attempt_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80700);
/* harmony import */ var _run_command_environment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34648);
/* harmony import */ var _run_run_refs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20995);
/* harmony import */ var _run_task_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25399);
/* harmony import */ var _work_keep_work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13560);
/* harmony import */ var _work_remove_task_folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52900);
/* harmony import */ var _branch_commit_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69462);











/** Puts what a task came to onto refs, and only then takes its worktree away. */
async function endTask(context, work, ending) {
    const { store, paths } = context;
    const { task, worktree } = work;
    const { outcome, collected } = ending;
    await (0,_agents_process_marked_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .endMarkedProcesses */ .j)((0,_run_command_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .toTaskMarks */ .B_)(context, task.id));
    const { message } = ending;
    const commit = message === undefined ? undefined : await (0,_branch_commit_js__WEBPACK_IMPORTED_MODULE_7__/* .writeBranchCommit */ .n)(context, work, collected, message);
    const reason = ending.reason ?? 'left aside by the agent';
    const kept = await (0,_work_keep_work_js__WEBPACK_IMPORTED_MODULE_5__/* .keepWork */ .r)(context, {
        ...work,
        task: task.id,
        work: collected,
        branch: commit,
        replaced: commit === undefined ? undefined : (work.before?.commit ?? undefined),
        reason,
    });
    const [problem] = kept.problems;
    const fresh = {
        ...toBareResult(context, task, outcome, problem === undefined ? ending.reason : toIncompleteReason(ending.reason, worktree.path, problem)),
        branch: commit === undefined ? null : (0,_run_run_refs_js__WEBPACK_IMPORTED_MODULE_9__/* .toBranchName */ .H_)(store.refs.branch(task.id)),
        base: work.start,
        commit: commit ?? null,
        kept: kept.commit === undefined && (await store.resolve(store.refs.kept(task.id))) === undefined
            ? null
            : store.refs.kept(task.id),
        attempts: work.attempt,
        filesChanged: commit === undefined ? null : collected.changes.length,
        agentSeconds: round(work.agentSeconds),
        seconds: round((Date.now() - Date.parse(work.startedAt)) / 1000),
        startedAt: work.startedAt,
        ...work.usage,
        summary: readSummary(paths.task(task.id).report),
    };
    await (0,_run_task_log_js__WEBPACK_IMPORTED_MODULE_4__/* .writeLogLine */ .I)(paths.log(task.id), toEndLine(fresh));
    const result = outcome === 'succeeded' ? fresh : withSpentOf(fresh, work.before);
    // What stays has been judged, whatever the next start finds.
    if (problem !== undefined)
        await (0,_run_attempt_record_js__WEBPACK_IMPORTED_MODULE_3__/* .markJudged */ .Tn)(paths.task(task.id));
    await store.saveResult(result, kept.commit, (0,_run_task_log_js__WEBPACK_IMPORTED_MODULE_4__/* .readLogEnd */ .q)(paths.log(task.id)));
    if (problem === undefined)
        await (0,_work_remove_task_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .removeTaskFolders */ .d)(context, task.id);
    return result;
}
/** The result of a task that no agent was started on. What was kept of it before still is. */
async function endWithoutWork(context, task, outcome, reason) {
    const ref = context.store.refs.kept(task.id);
    const kept = (await context.store.resolve(ref)) === undefined ? null : ref;
    const result = { ...toBareResult(context, task, outcome, reason), kept };
    const log = context.paths.log(task.id);
    await (0,_run_task_log_js__WEBPACK_IMPORTED_MODULE_4__/* .writeLogLine */ .I)(log, toEndLine(result));
    await context.store.saveResult(result, undefined, (0,_run_task_log_js__WEBPACK_IMPORTED_MODULE_4__/* .readLogEnd */ .q)(log));
    return result;
}
/** A task that is done once more without success stays what it was, but for what that took. */
function withSpentOf(fresh, before) {
    if (before === undefined)
        return fresh;
    const { kept, attempts, agentSeconds, seconds, finishedAt, tokens, costUsd } = fresh;
    return { ...before, kept, attempts, agentSeconds, seconds, finishedAt, tokens, costUsd };
}
function toEndLine({ outcome, reason }) {
    return reason === null ? outcome : `${outcome}: ${(0,_report_text_text_js__WEBPACK_IMPORTED_MODULE_10__/* .toPlainLine */ .Ic)(reason)}`;
}
/** Stands in for the result of a task that was never done. */
function toMissingResult(context, task) {
    return toBareResult(context, task, 'cancelled', 'it was not done');
}
function toBareResult({ paths }, task, outcome, reason) {
    return {
        version: 1,
        task: task.id,
        outcome,
        reason,
        branch: null,
        base: null,
        commit: null,
        kept: null,
        attempts: 0,
        filesChanged: null,
        agentSeconds: 0,
        seconds: 0,
        startedAt: null,
        finishedAt: new Date().toISOString(),
        ..._agents_process_agent_output_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownUsage */ .wD,
        log: paths.log(task.id),
        summary: null,
        rolledBack: false,
    };
}
function toIncompleteReason(reason, path, problem) {
    return `${reason ?? 'not everything could be kept'} (its worktree stays at ${path}: ${problem})`;
}
const longestSummary = 4000;
function readSummary(path) {
    return (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlainText */ .Sg)(path).trim().slice(0, longestSummary) || null;
}
function round(seconds) {
    return Math.round(seconds * 1000) / 1000;
}


/***/ }),

/***/ 95192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ toGateInput)
/* harmony export */ });
/** What the gates that look at the change are asked about. */
function toGateInput({ plan }, { task }, collected) {
    return {
        task,
        protectedGlobs: plan.protected,
        maxFileMegabytes: plan.maxFileMegabytes,
        changes: collected.changes,
        problems: collected.problems,
    };
}


/***/ }),

/***/ 96274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ prepareStart)
/* harmony export */ });
/* harmony import */ var _git_merge_merger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77633);
/* harmony import */ var _git_worktree_import_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96161);
/* harmony import */ var _merging_resolve_by_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5971);
/* harmony import */ var _merging_write_merge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63809);
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62774);
/* harmony import */ var _work_keep_work_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13560);






/**
 * The commit that a task starts from: the start of the run, merged with the branches of all that the task builds on. Only rules resolve
 * conflicts here, so that whoever has the branches can make the very same commit.
 */
async function prepareStart(context, task, results) {
    const branches = new Map();
    for (const id of (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .prerequisites */ .a)(task)) {
        const commit = results.get(id)?.commit;
        if (commit !== null && commit !== undefined)
            branches.set(commit, id);
    }
    const tips = await (0,_git_worktree_import_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .listTips */ .d$)(context.harness, [context.start, ...branches.keys()], []);
    const [first = context.start, ...rest] = [context.start, ...branches.keys()].filter(commit => tips.includes(commit));
    if (rest.length === 0)
        return { kind: 'ready', commit: first };
    return mergeAll(context, task, first, rest, branches);
}
async function mergeAll(context, task, first, rest, branches) {
    const merger = await _git_merge_merger_js__WEBPACK_IMPORTED_MODULE_0__/* .Merger */ .n.open(context.harness, context.base);
    try {
        let tip = first;
        for (const commit of rest) {
            const id = branches.get(commit) ?? 'base';
            const record = await merger.merge(tip, commit);
            const merge = record.kind === 'clean'
                ? { kind: 'resolved', tree: record.tree }
                : await (0,_merging_resolve_by_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveMergeByRules */ .V)(context.harness, context.plan.integration, record);
            if (merge.kind === 'unresolved') {
                const files = merge.left.map(({ conflict }) => conflict.path).join(', ');
                return { kind: 'conflicted', reason: `what it needs does not merge: ${id} conflicts in ${files}` };
            }
            tip = await (0,_merging_write_merge_js__WEBPACK_IMPORTED_MODULE_3__/* .writeMerge */ .Q)(context.repository, {
                ours: tip,
                theirs: commit,
                tree: merge.tree,
                message: `Merge task ${id} for ${task.id}`,
                trailers: (0,_work_keep_work_js__WEBPACK_IMPORTED_MODULE_4__/* .toTrailers */ .I)(context, id),
            });
        }
        return { kind: 'ready', commit: tip };
    }
    finally {
        merger.close();
    }
}


/***/ }),

/***/ 46948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QF: () => (/* binding */ collectWork),
/* harmony export */   jy: () => (/* binding */ collectHistory),
/* harmony export */   xT: () => (/* binding */ withContents)
/* harmony export */ });
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33854);
/* harmony import */ var _git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50506);
/* harmony import */ var _git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68564);
/* harmony import */ var _git_worktree_agent_git_directory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42406);
/* harmony import */ var _git_worktree_import_commits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96161);
/* harmony import */ var _git_worktree_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61158);
/* harmony import */ var _model_file_modes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23242);







/** Takes over what an agent did: its commits and everything in its worktree. Runs nothing that it could have configured. */
async function collectWork(context, request) {
    const { harness } = context;
    const { worktree, start } = request;
    const { head, problem } = await takeHead(context, request);
    const isGone = !(0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isFolder */ .lQ)(worktree.path);
    const snapshot = isGone ? await readSnapshot(context, head) : await takeFiles(context, request, head);
    const tree = isGone ? snapshot.tree : await withoutSetup(context, request, { head, tree: snapshot.tree });
    const changes = await withContents(context, await (0,_git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .readChanges */ .S)(harness.repository, start, tree));
    return {
        head,
        followsStart: head === start || (await (0,_git_worktree_import_commits_js__WEBPACK_IMPORTED_MODULE_4__/* .isAncestor */ .QX)(harness, start, head)),
        worktreeTree: snapshot.tree,
        tree,
        changes,
        isGone,
        problems: [
            ...(problem === undefined ? [] : [problem]),
            ...snapshot.problems,
            ...toForeignRepositories(changes),
        ],
    };
}
/** What a commit holds, where there are no files any more. */
async function readSnapshot({ harness }, head) {
    const { tree } = await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .requireCommit */ .F)(harness.repository, head);
    return { tree, problems: [] };
}
async function takeFiles({ harness }, { worktree, start, setupTree, attempt }, head) {
    const again = () => (0,_git_worktree_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .takeSnapshot */ .W9)(harness, worktree, head);
    const isUntouched = head === start && setupTree === null && attempt === 1;
    // An index that a crash has cut off cannot be gone on with.
    return isUntouched ? (0,_git_worktree_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .takeSnapshot */ .W9)(harness, worktree, undefined).catch(again) : again();
}
/** The content of a repository inside the worktree is not in the tree, only its name. */
function toForeignRepositories(changes) {
    return changes
        .filter(change => change.newMode === _model_file_modes_js__WEBPACK_IMPORTED_MODULE_6__/* .submoduleMode */ .wS)
        .map(({ path }) => `${path} is a git repository of its own`);
}
async function takeHead({ harness }, { worktree, start }) {
    const head = (0,_git_worktree_agent_git_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .readHead */ .zy)(worktree.gitDirectory);
    if (head === undefined)
        return { head: start, problem: 'the HEAD of the worktree cannot be read' };
    if (head === start)
        return { head };
    const imported = await (0,_git_worktree_import_commits_js__WEBPACK_IMPORTED_MODULE_4__/* .importCommits */ .c4)(harness, worktree.gitDirectory, [head], start);
    return imported.kind === 'imported'
        ? { head }
        : { head: start, problem: `the commits cannot be read: ${imported.reason}` };
}
/**
 * Takes out of a tree what setup changed and the agent left like that. A file that setup made and the agent committed is the
 * agent's.
 */
async function withoutSetup({ harness }, { worktree, start, setupTree }, { head, tree }) {
    if (setupTree === null)
        return tree;
    const read = (from, to) => (0,_git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .readChanges */ .S)(harness.repository, from, to);
    const [bySetup, sinceSetup, committed] = await Promise.all([
        read(start, setupTree),
        read(setupTree, tree),
        read(start, head),
    ]);
    const added = committed.filter(({ status }) => status === 'A');
    const byAgent = new Set([...sinceSetup, ...added].map(({ rawPath }) => rawPath));
    const paths = bySetup.filter(({ rawPath }) => !byAgent.has(rawPath)).map(({ path }) => path);
    return paths.length === 0 ? tree : (0,_git_worktree_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .withPathsFrom */ .JF)(harness, worktree, { tree, source: start, paths });
}
/** The changes of every single commit, for the gates: the branch is pushed with its history. */
async function collectHistory(context, start, head) {
    return withContents(context, await (0,_git_worktree_import_commits_js__WEBPACK_IMPORTED_MODULE_4__/* .readHistoryChanges */ .Y5)(context.harness, start, head));
}
function withContents({ repository }, changes) {
    return Promise.all(changes.map(async (change) => {
        const hasContent = change.newMode.startsWith('1') && change.newMode !== _model_file_modes_js__WEBPACK_IMPORTED_MODULE_6__/* .submoduleMode */ .wS;
        const info = hasContent ? await repository.objects.readInfo(change.newId) : undefined;
        const link = change.newMode === _model_file_modes_js__WEBPACK_IMPORTED_MODULE_6__/* .linkMode */ .IG ? await repository.objects.read(change.newId) : undefined;
        return { ...change, size: info?.size ?? 0, linkTarget: link?.content.toString('utf8') };
    }));
}


/***/ }),

/***/ 15643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ tryReadHeldWork),
/* harmony export */   t: () => (/* binding */ holdWork)
/* harmony export */ });
/* harmony import */ var _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12953);
/* harmony import */ var _git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68564);
/* harmony import */ var _keep_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13560);



/**
 * Points a ref at what a task stands on: a `git gc` of the user takes away what no ref leads to, however new it is. The commit has
 * the tree after setup; its parents are the start and what was taken of the worktree.
 */
async function holdWork(context, task, held) {
    const { repository, store } = context;
    const { start, setupTree, snapshot } = held;
    if (start === context.base && setupTree === null && snapshot === undefined)
        return;
    const write = (message, tree, parents) => (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCommit */ .rV)(repository.store, {
        tree,
        parents,
        author: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        committer: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        date: Math.floor(Date.now() / 1000),
        message,
        trailers: (0,_keep_work_js__WEBPACK_IMPORTED_MODULE_2__/* .toTrailers */ .I)(context, task),
    });
    const trees = snapshot === undefined ? [] : [...new Set([snapshot.tree, snapshot.worktreeTree])];
    const parents = [start];
    for (const tree of trees)
        parents.push(await write(`Snapshot of task ${task}`, tree, [snapshot?.head ?? start]));
    const tree = setupTree ?? (await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .requireCommit */ .F)(repository, start)).tree;
    await store.pointRefs([[store.refs.work(task), await write(`Task ${task} in progress`, tree, parents)]]);
}
/** What is held of a task; undefined when there is nothing that would not be there anyway. */
async function tryReadHeldWork({ repository, store }, task) {
    const commit = await store.resolve(store.refs.work(task));
    if (commit === undefined)
        return undefined;
    const { tree, parents } = await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .requireCommit */ .F)(repository, commit);
    const start = parents[0];
    return { start, setupTree: tree === (await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .requireCommit */ .F)(repository, start)).tree ? null : tree };
}


/***/ }),

/***/ 13560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ keepWork),
  I: () => (/* binding */ toTrailers)
});

// EXTERNAL MODULE: ./lib/git/objects/commits.js
var commits = __webpack_require__(12953);
// EXTERNAL MODULE: ./lib/git/worktree/import-commits.js + 1 modules
var import_commits = __webpack_require__(96161);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/git/worktree/agent-git-directory.js
var agent_git_directory = __webpack_require__(42406);
;// CONCATENATED MODULE: ./lib/git/worktree/stray-commits.js




/**
 * Takes over the commits that an agent made and left: on other branches, in the stash, taken back by a reset or an amend, or in
 * a repository of its own. That an object is in the repository says nothing: what died before may have brought it there. Only
 * what a ref leads to is safe.
 */
async function importStrays(harness, request) {
    const strays = [];
    for (const gitDirectory of await (0,agent_git_directory/* findGitDirectories */.Nu)(request.worktree))
        strays.push(await importFrom(harness, gitDirectory, request));
    return {
        commits: [...new Set(strays.flatMap(({ commits }) => commits))],
        problems: strays.flatMap(({ problems }) => problems),
    };
}
async function importFrom(harness, gitDirectory, { worktree, start, held }) {
    const shown = new Set([start, ...(0,agent_git_directory/* toIds */.Gh)((0,plain_file/* readPlainText */.Sg)(worktree.shownRefs))]);
    const named = [...(await (0,agent_git_directory/* listNamedIds */.U5)(gitDirectory))].filter(id => !shown.has(id));
    const wanted = await withoutReachable(harness, named, held);
    const problems = await importEach(harness, gitDirectory, wanted, start);
    const commits = [];
    for (const id of wanted.filter(id => !problems.has(id))) {
        const commit = await harness.repository.objects.readInfo(`${id}^{commit}`);
        if (commit === undefined)
            problems.set(id, `${id} is not a commit`);
        else
            commits.push(commit.id);
    }
    return { commits, problems: [...problems.values()] };
}
/** Imports all at once, and one by one when that fails: one that cannot be read must not cost the others. */
async function importEach(harness, gitDirectory, ids, start) {
    const problems = new Map();
    if (ids.length === 0)
        return problems;
    const all = await (0,import_commits/* importCommits */.c4)(harness, gitDirectory, ids, start);
    if (all.kind === 'imported')
        return problems;
    for (const id of ids) {
        const one = await (0,import_commits/* importCommits */.c4)(harness, gitDirectory, [id], start);
        if (one.kind === 'refused')
            problems.set(id, `${id} cannot be read: ${one.reason}`);
    }
    return problems;
}
/** Those ids that no ref of the repository and no held commit leads to, or that the repository does not have. */
async function withoutReachable(harness, ids, held) {
    const { objects, place } = harness.repository;
    const commits = new Map();
    for (const id of ids) {
        const commit = await objects.readInfo(`${id}^{commit}`);
        if (commit !== undefined)
            commits.set(id, commit.id);
    }
    if (commits.size === 0)
        return [...ids];
    const lines = [...commits.values(), ...held.map(commit => `^${commit}`)];
    const walk = await (0,run_git/* tryGit */.Ii)(place, ['rev-list', '--stdin', '--not', '--all'], `${lines.join('\n')}\n`);
    if (walk.code !== 0)
        return [...ids]; // some ref of the repository leads to nothing: rather too much than too little
    const unreachable = new Set(walk.stdout.split('\n'));
    return ids.filter(id => {
        const commit = commits.get(id);
        return commit === undefined || unreachable.has(commit);
    });
}

;// CONCATENATED MODULE: ./lib/tasks/work/keep-work.js



/**
 * Writes one commit that holds on to everything an agent produced and that is not on its branch: the state of its worktree,
 * commits that it left elsewhere or took back, and what was kept of this task before.
 */
async function keepWork(context, request) {
    const { harness, repository, store } = context;
    const { task, work, start, worktree, branch, replaced, reason } = request;
    const before = await store.resolve(store.refs.kept(task));
    const known = branch === undefined ? [start] : [start, branch];
    const strays = await importStrays(harness, { worktree, start, held: [...known, work.head] });
    const problems = [...work.problems, ...strays.problems];
    const older = [before, replaced].filter(commit => commit !== undefined);
    const tips = await (0,import_commits/* listTips */.d$)(harness, [work.head, ...strays.commits, ...older], known);
    const hasOwnTree = branch === undefined && work.changes.length > 0;
    if (!hasOwnTree && tips.every(tip => tip === before))
        return { commit: undefined, problems };
    const commit = await (0,commits/* writeCommit */.rV)(repository.store, {
        tree: work.tree,
        parents: tips.length === 0 ? [start] : tips,
        author: commits/* harnessIdentity */.J6,
        committer: commits/* harnessIdentity */.J6,
        date: Math.floor(Date.now() / 1000),
        message: `Kept work of task ${task}: ${reason}`,
        trailers: toTrailers(context, task),
    });
    return { commit, problems };
}
/** The trailers that every commit of the harness carries. */
function toTrailers(context, task) {
    return [
        ['Agent-Run', context.run],
        ['Agent-Task', task],
    ];
}


/***/ }),

/***/ 52900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTaskFolders)
/* harmony export */ });
/* harmony import */ var _task_worktree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15667);

/** Takes the worktree of a task away, and all that was noted about its attempts. What it held must have been kept before. */
async function removeTaskFolders(context, name) {
    await context.harness.trash.take((0,_task_worktree_js__WEBPACK_IMPORTED_MODULE_0__/* .toTaskWorktree */ .S)(context, name).path);
    await context.harness.trash.take(context.paths.task(name).folder);
}


/***/ }),

/***/ 15667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ prepareWorktree),
  S: () => (/* binding */ toTaskWorktree)
});

// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/agents/process/marked-processes.js
var marked_processes = __webpack_require__(80038);
// EXTERNAL MODULE: ./lib/agents/process/telling-line.js
var telling_line = __webpack_require__(11296);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/git/repository/open-repository.js
var open_repository = __webpack_require__(210);
// EXTERNAL MODULE: ./lib/git/trees/read-commit.js
var read_commit = __webpack_require__(68564);
// EXTERNAL MODULE: ./lib/git/worktree/snapshot.js
var snapshot = __webpack_require__(61158);
// EXTERNAL MODULE: ./lib/git/worktree/worktree.js
var worktree_worktree = __webpack_require__(71711);
;// CONCATENATED MODULE: ./lib/git/worktree/setup-files.js







/** So much of what setup makes is looked at when an agent has ended; what is beyond that would cost more than the work. */
const mostFiles = 2000;
const mostBytes = 1 << 26;
/**
 * Takes what setup has made and git does not ignore out of the sight of the agent's git, file by file, so that it does not commit
 * that. Folders that are too large to be looked at are hidden from the harness as well: whatever happens in there is not seen.
 * Answers with those.
 */
async function hideSetupFiles(harness, worktree) {
    const small = [];
    const large = [];
    let [files, bytes] = [0, 0];
    for (const entry of await listNewEntries(harness, worktree)) {
        const size = await tryMeasure(worktree, entry, mostFiles - files, mostBytes - bytes);
        if (size === undefined)
            large.push(entry);
        else {
            small.push(entry);
            files += entry.files.length;
            bytes += size;
        }
    }
    const folders = large.map(({ path }) => path);
    await appendPatterns(worktree.exclude, folders);
    await appendPatterns((0,external_node_path_.join)(worktree.gitDirectory, 'info', 'exclude'), [
        ...folders,
        ...small.flatMap(entry => entry.files),
    ]);
    return folders;
}
/** The smallest first. */
async function listNewEntries(harness, worktree) {
    const list = async (...more) => {
        const args = ['-c', `core.excludesFile=${worktree.exclude}`, 'ls-files', '-z', '--others'];
        const output = await (0,run_git/* runGit */.EO)((0,worktree_worktree/* placeOf */.$t)(harness, worktree), [...args, '--exclude-standard', ...more]);
        return output.split('\0').filter(path => path !== '');
    };
    const paths = await list('--directory', '--no-empty-directory');
    if (paths.length === 0)
        return [];
    const groups = new Map(paths.map(path => [path, []]));
    for (const file of await list())
        for (const prefix of toPrefixes(file))
            groups.get(prefix)?.push(file);
    const entries = [...groups].map(([path, files]) => ({ path, files }));
    return entries.sort((a, b) => a.files.length - b.files.length);
}
/** `a/b/c` is in `a/` and in `a/b/`, and is itself. */
function toPrefixes(path) {
    const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
    return [...new Set([...folders, path])];
}
/** The bytes of an entry; undefined when it is more than there is room for, or a repository that git does not look into. */
async function tryMeasure(worktree, { files }, filesLeft, bytesLeft) {
    if (files.length > filesLeft || files.some(file => file.endsWith('/')))
        return undefined;
    const infos = await Promise.all(files.map(file => (0,promises_.lstat)((0,external_node_path_.join)(worktree.path, file)).catch(() => undefined)));
    const bytes = infos.reduce((sum, info) => sum + (info?.size ?? 0), 0);
    return bytes > bytesLeft ? undefined : bytes;
}
async function appendPatterns(path, paths) {
    if (paths.length > 0)
        await (0,promises_.appendFile)(path, `\n${paths.map(toPattern).join('\n')}\n`);
}
/** A line of an exclude file that means exactly this path. What is not UTF-8 in it can be any character. */
function toPattern(path) {
    return `/${path
        .replace(/[\\*?[\]!# ]/g, '\\$&')
        .replace(/\n/g, '?')
        .replace(/\ufffd+/g, '*')}`;
}
/**
 * The tree of a worktree that has just been checked out, where that is not what was checked out: files whose line ends (or other
 * content) git would commit in another form than they are in. Null: they are the same.
 */
async function tryReadBaseline(harness, worktree, commit) {
    if (!(await canConvert(harness, worktree)))
        return null;
    const { tree } = await (0,snapshot/* takeSnapshot */.W9)(harness, worktree, undefined);
    return tree === (await (0,read_commit/* requireCommit */.F)(harness.repository, commit)).tree ? null : tree;
}
/** Whether git may change files between the repository and the worktree. */
async function canConvert(harness, worktree) {
    const automatic = (0,open_repository/* configValue */.Mn)(harness.repository.config, 'core.autocrlf') ?? 'false';
    if (automatic !== 'false')
        return true;
    const attributes = ['ls-files', '-z', '--', ':(glob)**/.gitattributes'];
    return (await (0,run_git/* runGit */.EO)((0,worktree_worktree/* placeOf */.$t)(harness, worktree), attributes)) !== '';
}

// EXTERNAL MODULE: ./lib/run/command-environment.js
var command_environment = __webpack_require__(34648);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/run/run-script.js
var run_script = __webpack_require__(56078);
// EXTERNAL MODULE: ./lib/run/task-log.js
var task_log = __webpack_require__(25399);
// EXTERNAL MODULE: ./lib/tasks/gates/gate.js
var gate = __webpack_require__(94382);
// EXTERNAL MODULE: ./lib/tasks/work/hold-work.js
var hold_work = __webpack_require__(15643);
;// CONCATENATED MODULE: ./lib/tasks/work/task-worktree.js












/** The worktree of a task, whether it is there or not. */
function toTaskWorktree({ paths }, task) {
    return (0,worktree_worktree/* toWorktree */.$z)(paths.worktree(task), paths.task(task).worktreeState);
}
/**
 * Checks out the start of a task and runs its setup. What setup changes does not count as the agent's, as long as the agent leaves
 * it like that.
 */
async function prepareWorktree(context, task, start) {
    const { harness, paths, store } = context;
    await (0,hold_work/* holdWork */.t)(context, task.id, { start, setupTree: null });
    const worktree = await (0,worktree_worktree/* createWorktree */.MV)(harness, {
        path: paths.worktree(task.id),
        stateFolder: paths.task(task.id).worktreeState,
        commit: start,
        branch: (0,run_refs/* toBranchName */.H_)(store.refs.branch(task.id)),
        packedRefs: context.visibleRefs,
    });
    if (task.setup === undefined) {
        const setupTree = await tryReadBaseline(harness, worktree, start);
        await (0,hold_work/* holdWork */.t)(context, task.id, { start, setupTree });
        return { kind: 'ready', worktree, setupTree };
    }
    context.emit({ kind: 'phase', task: task.id, phase: 'setup' });
    const end = await (0,run_script/* runScript */.j)(context, {
        script: task.setup,
        directory: worktree.path,
        env: (0,command_environment/* toTaskEnvironment */.oU)(context, task, start, {}),
        logPath: paths.log(task.id),
        title: 'setup',
        timeoutMinutes: task.timeoutMinutes,
    });
    const isDone = end.kind === 'exited' && end.code === 0;
    if (!isDone)
        await (0,marked_processes/* endMarkedProcesses */.j)((0,command_environment/* toTaskMarks */.B_)(context, task.id));
    if (end.kind === 'stopped')
        return { kind: 'stopped' };
    if (!isDone) {
        const output = (0,log_file/* readTail */.Z)(paths.log(task.id), 0, 1 << 14);
        const reason = `setup ${(0,run_script/* toEndText */.w)(end, task.timeoutMinutes)}: ${(0,telling_line/* toTellingLine */.J)(output)}`;
        return { kind: 'setup-failed', reason };
    }
    await hideSetup(context, task, worktree);
    const { tree } = await (0,snapshot/* takeSnapshot */.W9)(harness, worktree, undefined);
    await (0,hold_work/* holdWork */.t)(context, task.id, { start, setupTree: tree });
    return { kind: 'ready', worktree, setupTree: tree };
}
async function hideSetup(context, { id }, worktree) {
    const unseen = await hideSetupFiles(context.harness, worktree);
    if (unseen.length === 0)
        return;
    const text = `setup of ${id} made ${(0,gate/* listPaths */.P)(unseen)}, too large to be looked at: what is changed in there is not kept (name it in .gitignore)`;
    context.emit({ kind: 'notice', text });
    await (0,task_log/* writeLogLine */.I)(context.paths.log(id), text);
}


/***/ })

};

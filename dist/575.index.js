export const id = 575;
export const ids = [575];
export const modules = {

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 65039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ logReport)
});

// EXTERNAL MODULE: ./lib/report/terminal/paint.js
var paint = __webpack_require__(49751);
// EXTERNAL MODULE: ./lib/report/text/denied-hosts.js
var denied_hosts = __webpack_require__(68943);
// EXTERNAL MODULE: ./lib/report/text/duration.js
var duration = __webpack_require__(53438);
// EXTERNAL MODULE: ./lib/report/text/forecast-lines.js
var forecast_lines = __webpack_require__(14781);
// EXTERNAL MODULE: ./lib/report/text/integration-lines.js
var integration_lines = __webpack_require__(28040);
// EXTERNAL MODULE: ./lib/report/text/next-commands.js
var next_commands = __webpack_require__(13529);
// EXTERNAL MODULE: ./lib/report/text/task-lines.js
var task_lines = __webpack_require__(73961);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/report/text/timing-text.js
var timing_text = __webpack_require__(63198);
;// CONCATENATED MODULE: ./lib/report/terminal/report-table.js


const wide = {
    head: ['task', 'outcome', 'landing', 'tries', 'time', 'files'],
    toCells: (id, task) => [
        id,
        task.outcome,
        task.landing,
        String(task.attempts),
        toTime(task),
        task.filesChanged === null ? '–' : String(task.filesChanged),
    ],
    numeric: new Set([3, 4, 5]),
};
const narrow = {
    head: ['task', 'result', 'time'],
    toCells: (id, task) => [id, task.outcome === 'succeeded' ? task.landing : task.outcome, toTime(task)],
    numeric: new Set([2]),
};
const indent = '  ';
const gap = '  ';
/** A row a task. Where there is no room for reasons beside the rows, they stand below; where there is less, there are fewer columns. */
function toReportTable({ tasks }, place) {
    const entries = Object.entries(tasks);
    const layout = toTableWidth(wide, entries) <= place.columns ? wide : narrow;
    const rows = entries.map(([id, task]) => layout.toCells(id, task));
    const widths = toWidths(layout, rows, place.columns);
    const reasons = entries.map(([, task]) => (0,text_text/* toPlainLine */.Ic)(task.reason ?? ''));
    const isBeside = reasons.every((reason, index) => {
        return (reason === '' || (0,text_text/* toWidth */.MV)(`${toRow(rows[index] ?? [], widths, layout)}${gap}${reason}`) <= place.columns);
    });
    const head = isBeside ? [...layout.head, 'why'] : layout.head;
    const lines = entries.flatMap(([, task], index) => {
        const row = toRow(rows[index] ?? [], widths, layout);
        const why = reasons[index] ?? '';
        return withReason(row, why, isBeside, place.columns).map(toColour(task, place.paint));
    });
    return [place.paint.dim(toRow(head, widths, layout)), ...lines].join('\n');
}
function withReason(row, why, isBeside, columns) {
    if (why === '')
        return [row.trimEnd()];
    if (isBeside)
        return [`${row}${gap}${why}`];
    return [row.trimEnd(), ...(0,text_text/* wrapText */.C1)(why, columns - 6).map(line => `      ${line}`)];
}
function toTableWidth(layout, entries) {
    const rows = entries.map(([id, task]) => layout.toCells(id, task));
    return (0,text_text/* toWidth */.MV)(toRow([], toWidths(layout, rows, Number.POSITIVE_INFINITY), layout));
}
/** As wide as the widest cell of each column; the first one gives way where the whole is too wide. */
function toWidths(layout, rows, columns) {
    const widths = layout.head.map((_, column) => (0,text_text/* widest */.D3)([layout.head, ...rows].map(row => row[column] ?? '')));
    const others = widths.slice(1).reduce((sum, width) => sum + width + gap.length, indent.length);
    return [Math.max(4, Math.min(widths[0], columns - others)), ...widths.slice(1)];
}
function toRow(cells, widths, { numeric }) {
    const columns = widths.map((width, index) => (0,text_text/* padColumns */.Fo)((0,text_text/* fitColumns */.Pk)(cells[index] ?? '', width), width, numeric.has(index) ? 'left' : 'right'));
    return `${indent}${[...columns, ...cells.slice(widths.length)].join(gap)}`;
}
function toTime(task) {
    return task.startedAt === null ? '–' : (0,duration/* toClock */.QI)(task.seconds);
}
function toColour(task, paint) {
    if (task.landing === 'landed' || task.outcome === 'no-changes' || task.rolledBack)
        return line => line;
    return task.outcome === 'blocked' || task.landing === 'held' ? paint.yellow : paint.red;
}

;// CONCATENATED MODULE: ./lib/report/terminal/report-text.js









/** The report as a table for a terminal, with the commands that come next. */
function toReportText(report, page) {
    const { paint } = page;
    const parts = [
        (0,text_text/* wrapText */.C1)(toHeadline(report, page), page.columns).join('\n'),
        toReportTable(report, page),
        toIndented(toForecast(report), page),
        toIndented(toTroubles(report, paint), page),
        toIndented([(0,timing_text/* toTimingText */.b)(report)].filter(text => text !== ''), page),
        toNextLines(report, page),
    ];
    return parts.filter(part => part !== '').join('\n\n');
}
function toHeadline(report, { paint, isPushed = false }) {
    const { integration } = report;
    const tasks = Object.values(report.tasks);
    const landed = tasks.filter(task => task.landing === 'landed').length;
    const count = `${landed} of ${tasks.length}`;
    if (report.retryAt !== null)
        return paint.yellow(`parked · quotas reset at ${(0,duration/* toTimeOfDay */.gG)(report.retryAt, Date.now())} · run ${report.run} goes on with the same command`);
    if (report.status === 'cancelled')
        return paint.yellow(`stopped · run ${report.run} can go on: run the same command again`);
    if (integration.branch === null)
        return paint.red(`landed ${count}`) + toTests(report);
    const { done, mode } = integration.land;
    const isOpened = done && mode === 'pull-request';
    const branch = isOpened || isPushed ? integration.branch : `${integration.branch} (not pushed)`;
    const where = done && mode === 'push' ? `on ${report.target}` : `on ${branch}`;
    const text = `landed ${count} ${where}`;
    return (report.status === 'landed' ? paint.green(text) : paint.yellow(text)) + toTests(report);
}
function toTests({ integration }) {
    return ` · ${(0,integration_lines/* toTestsText */.KF)(integration)}`;
}
const mostForecasts = 10;
function toForecast({ integration }) {
    return (0,forecast_lines/* cutLines */.EQ)(integration.forecast.map(forecast_lines/* toForecastSentence */.Qf), mostForecasts).map(line => `forecast: ${line}`);
}
/** Lines below each other; what is too wide for the terminal goes on further in. */
function toIndented(lines, { columns }) {
    return lines
        .flatMap(line => (0,text_text/* wrapText */.C1)(line, columns - 4).map((part, index) => `${index === 0 ? '  ' : '    '}${part}`))
        .join('\n');
}
function toTroubles(report, paint) {
    const { integration } = report;
    const lines = [...(0,integration_lines/* toIntegrationLines */.Dp)(integration), ...(0,task_lines/* toTaskLines */.s)(report), ...(0,denied_hosts/* toDeniedLines */.I)(report)];
    if (integration.trouble !== null)
        lines.push(paint.red((0,text_text/* toPlainLine */.Ic)(integration.trouble)));
    if (integration.land.message !== null)
        lines.push(integration.land.message);
    return lines;
}
function toNextLines(report, { paint, columns, program }) {
    const next = (0,next_commands/* toNextCommands */.f)(report, program);
    if (next.length === 0)
        return '';
    const width = (0,text_text/* widest */.D3)(next.map(({ command }) => command));
    const isNarrow = next.some(({ purpose }) => width + (0,text_text/* toWidth */.MV)(purpose) + 4 > columns);
    const lines = next.flatMap(({ command, purpose }) => isNarrow
        ? [
            ...(0,text_text/* wrapText */.C1)(`# ${purpose}`, columns - 2).map(line => `  ${paint.dim(line)}`),
            `  ${paint.bold(command)}`,
        ]
        : [`  ${paint.bold((0,text_text/* padColumns */.Fo)(command, width))}  ${purpose}`]);
    return ['next:', ...lines].join('\n');
}

;// CONCATENATED MODULE: ./lib/action/output/log-report.js


/** Prints a report into the log of a step, where lines may be of any length and colours are of no use. */
function logReport({ log }, report, isPushed) {
    const page = { paint: paint/* plainPaint */.p, columns: Number.POSITIVE_INFINITY, program: 'parallel-agents', isPushed };
    log.line(toReportText(report, page));
}


/***/ }),

/***/ 42576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ toRunOutputs)
/* harmony export */ });
/* harmony import */ var _report_text_cost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59087);
/* harmony import */ var _report_text_next_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13529);


/**
 * The outputs of a run. Lists are JSON arrays of ids. A task that should have landed and did not is in one of two: conflicted, or
 * failed for any other reason.
 *
 * @param path Where the report was written.
 */
function toRunOutputs(report, path) {
    const idsOf = (isWanted) => JSON.stringify(Object.keys(report.tasks).filter(id => isWanted(report.tasks[id])));
    return {
        run: report.run,
        status: report.status,
        'landed-tasks': idsOf(task => task.landing === 'landed'),
        'failed-tasks': idsOf(task => (0,_report_text_next_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .needsAnother */ .V)(task) && task.landing !== 'conflicted'),
        'conflicted-tasks': idsOf(task => task.landing === 'conflicted'),
        'integration-branch': report.integration.branch ?? '',
        'total-cost-usd': (0,_report_text_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .toAmountText */ .Zx)((0,_report_text_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .toRunCost */ .wr)(report)),
        report: path,
    };
}


/***/ }),

/***/ 38736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Writes a report where later steps find it. Answers with its path. */
async function writeReport({ env }, report) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `parallel-agents-${report.run}.json`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(report, null, 2)}\n`);
    return path;
}


/***/ }),

/***/ 22053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tryFetchRun),
/* harmony export */   M: () => (/* binding */ pushRun)
/* harmony export */ });
/* harmony import */ var _git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89025);
/* harmony import */ var _git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39726);
/* harmony import */ var _git_remote_push_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23010);
/* harmony import */ var _run_run_refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20995);




/** Pushes all that is known of a run: its branches, results, kept work, the ends of its logs, its report. */
async function pushRun(repository, run, access) {
    const { lock } = (0,_run_run_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .toRunRefs */ .DO)(run); // says who works on it on this machine
    const refs = await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .listRefs */ .Dy)(repository, [`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchRefs */ .DI}${run}`, `${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .stateRefs */ .sd}${run}`]);
    return (0,_git_remote_push_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .pushRefs */ .N)(repository, access, refs.filter(ref => ref.name !== lock));
}
/** Fetches all that a remote knows of a run. Answers with why it failed. */
function tryFetchRun(repository, run, access) {
    return (0,_git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryFetchRefs */ .u)(repository, access, [`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchRefs */ .DI}${run}/*`, `${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .stateRefs */ .sd}${run}/*`]);
}


/***/ }),

/***/ 36860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ listCandidates)
});

// EXTERNAL MODULE: ./lib/conflicts/edits/places.js
var edits_places = __webpack_require__(99797);
// EXTERNAL MODULE: ./lib/conflicts/ladder.js + 1 modules
var ladder = __webpack_require__(99344);
// EXTERNAL MODULE: ./lib/conflicts/proof/check-proof.js + 4 modules
var check_proof = __webpack_require__(31832);
// EXTERNAL MODULE: ./lib/conflicts/resolvers.js + 30 modules
var conflicts_resolvers = __webpack_require__(71688);
// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 8 modules
var parsers = __webpack_require__(46376);
// EXTERNAL MODULE: ./lib/conflicts/text/lines.js
var text_lines = __webpack_require__(38572);
// EXTERNAL MODULE: ./lib/conflicts/text/replace-regions.js
var replace_regions = __webpack_require__(26959);
// EXTERNAL MODULE: ./lib/conflicts/text/text-shape.js
var text_shape = __webpack_require__(3468);
// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(70941);
// EXTERNAL MODULE: ./lib/conflicts/edits/contained.js
var contained = __webpack_require__(96340);
// EXTERNAL MODULE: ./lib/conflicts/edits/keep-both.js + 4 modules
var keep_both = __webpack_require__(78569);
// EXTERNAL MODULE: ./lib/conflicts/edits/merge-tokens.js + 1 modules
var merge_tokens = __webpack_require__(25915);
// EXTERNAL MODULE: ./lib/conflicts/edits/tokens.js
var tokens = __webpack_require__(69995);
// EXTERNAL MODULE: ./lib/conflicts/edits/units.js
var units = __webpack_require__(71694);
;// CONCATENATED MODULE: ./lib/conflicts/candidates/strategies.js







/** In the order of trust. */
const strategies = [
    { kind: 'both, ours first', trySolve: place => tryItems(place, { isTheirsFirst: false, isStrict: true }) },
    { kind: 'words', trySolve: place => tryItems(place, { isTheirsFirst: false, isStrict: false }) },
    { kind: 'both, theirs first', trySolve: place => tryItems(place, { isTheirsFirst: true, isStrict: true }) },
    { kind: 'lines, ours first', trySolve: ({ texts: [base, ours, theirs] }) => toUnion(base, ours, theirs) },
    {
        kind: 'ours with additions',
        trySolve: ({ texts: [base, ours, theirs] }) => tryReapply(base, ours, theirs),
    },
    {
        kind: 'theirs with additions',
        trySolve: ({ texts: [base, ours, theirs] }) => tryReapply(base, theirs, ours),
    },
    { kind: 'lines, theirs first', trySolve: ({ texts: [base, ours, theirs] }) => toUnion(base, theirs, ours) },
];
/** Longer places are not compared word by word. */
const maxWords = 4000;
function tryItems({ texts, offsets, trees, isIndentationSyntax }, { isTheirsFirst, isStrict }) {
    const toPlaceTokens = (version) => (0,tokens/* toTokens */.ow)(`\n${texts[version]}`, offsets[version] - 1);
    const [base, ours, theirs] = [toPlaceTokens(0), toPlaceTokens(1), toPlaceTokens(2)];
    if ([base, ours, theirs].some(({ length }) => length > maxWords))
        return undefined;
    const strictUnits = trees === undefined ? (0,units/* toLineUnits */.hU)(base) : (0,units/* toSyntaxUnits */._$)(trees[0], base);
    const text = (0,merge_tokens/* tryMergeTokens */.q)([base, ours, theirs], {
        unitsOf: isStrict ? strictUnits : () => [],
        isIndentationSyntax,
        trySolve: chunk => (0,contained/* tryContaining */.w)(chunk) ??
            (0,keep_both/* tryJoinItems */.y)(chunk, trees && { ours: trees[1], theirs: trees[2] }, isTheirsFirst),
    });
    return text?.slice(1);
}
/** What both have at the start and at the end once, and between it all lines of both, as git's merge driver `union` does. */
function toUnion(base, first, second) {
    const sides = [first, second].map(text_lines/* toLines */.P_);
    const start = (0,text_lines/* commonStart */.Qv)(sides, Object.is);
    const end = (0,text_lines/* commonStart */.Qv)(sides.map(lines => lines.slice(start).reverse()), Object.is);
    const [left, right] = sides.map(lines => lines.slice(start, lines.length - end));
    const known = new Set((0,text_lines/* toLines */.P_)(base));
    const added = right.filter(line => !known.has(line) || line.trim() === '');
    const shared = sides[0] ?? [];
    return [...shared.slice(0, start), ...left, ...added, ...shared.slice(shared.length - end)].join('');
}
/** One side as it is, with the lines that the other has only added: each behind the line that it stands behind there. */
function tryReapply(base, rewritten, adding) {
    const [before, result, other] = (0,three_way/* mapThree */.p1)([base, rewritten, adding], text_lines/* toLines */.P_);
    const additions = (0,text_lines/* toHunks */.$x)(before, other).filter(({ baseStart, baseEnd }) => baseStart === baseEnd);
    if (additions.length === 0)
        return undefined;
    const lines = [...result];
    for (const { start, end } of additions.toReversed()) {
        const anchor = start === 0 ? -1 : lines.lastIndexOf(other[start - 1]);
        const row = anchor === -1 && start > 0 ? lines.length : anchor + 1;
        lines.splice(row, 0, ...other.slice(start, end));
    }
    return lines.join('');
}

;// CONCATENATED MODULE: ./lib/conflicts/candidates/list-candidates.js










/**
 * Lists plausible answers to a conflict that `resolveText` declines, in the order of trust: what rules can solve is solved in all of them, the
 * rest by one strategy each. Every candidate passes the proof; none is to be taken untested. The same input always gives the same list.
 */
async function listCandidates(conflict, { resolvers, limit }) {
    const { path, base, ours, theirs } = conflict;
    if (base === undefined || ours === undefined || theirs === undefined)
        return [];
    if ((0,text_shape/* findUnfit */.M)([base, ours, theirs]) !== undefined)
        return [];
    const plain = (0,text_shape/* tryPlainConflict */.o)({ path, base, ours, theirs });
    if (plain === undefined)
        return [];
    const answer = await (0,ladder/* climb */.o)(plain.conflict, conflicts_resolvers/* resolvers */.K.filter(({ name }) => resolvers.includes(name)));
    if (answer.kind === 'resolved')
        return [];
    const rest = answer.rest ?? { conflict: plain.conflict, choices: [] };
    const candidates = [];
    for (const { kind, text } of await listTexts(rest.conflict)) {
        if (candidates.length >= limit)
            break;
        const restored = plain.restore(text);
        if (candidates.some(other => other.text === restored))
            continue;
        const proof = await (0,check_proof/* checkProof */.D)(plain.conflict, text, rest.choices);
        if (proof.kind === 'refuted')
            continue;
        candidates.push({ kind, text: restored, choices: rest.choices, proof: proof.checked });
    }
    return candidates;
}
function listTexts({ path, base = '', ours, theirs }) {
    const texts = [base, ours, theirs];
    return (0,parsers/* withTrees */.g)(path, texts, trees => {
        const places = (0,edits_places/* listPlaces */.b)(path, texts, trees);
        return strategies.flatMap(strategy => {
            const solved = places.map(({ region, place }) => ({ region, place, own: strategy.trySolve(place) }));
            if (!solved.some(({ own }) => own !== undefined))
                return [];
            const lines = solved.flatMap(({ region, place, own }) => {
                const text = own ?? tryOthers(place);
                return text === undefined ? [] : { region, lines: (0,text_lines/* toLines */.P_)(text) };
            });
            if (lines.length < places.length)
                return [];
            const merged = (0,replace_regions/* replaceRegions */.c)((0,three_way/* mapThree */.p1)(texts, text_lines/* toLines */.P_), lines);
            const text = (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(merged.base, merged.ours, merged.theirs));
            return text === undefined ? [] : { kind: strategy.kind, text };
        });
    });
}
/** By the most trusted strategy that can. */
function tryOthers(place) {
    for (const { trySolve } of strategies) {
        const text = trySolve(place);
        if (text !== undefined)
            return text;
    }
    return undefined;
}


/***/ }),

/***/ 85542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ toContestedChoices)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38572);
/* harmony import */ var _three_way_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70941);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30110);



/**
 * The choices of an untrusted resolver: of what is claimed, only words count that stand where both sides have changed
 * the very same place, and only as long as something is left of what a side has put there.
 */
function toContestedChoices(conflict, claims) {
    const { base = '', ours, theirs } = conflict;
    const regions = (0,_three_way_js__WEBPACK_IMPORTED_MODULE_0__/* .toRegions */ .pU)((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(base), (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(ours), (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(theirs)).filter(isContested);
    const claimed = new Set(claims.flatMap(({ dropped }) => dropped.flatMap(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .toWords */ .x)));
    const there = toSet(regions.filter(region => leavesSome(region, claimed)).flatMap(toSides));
    const before = toSet(regions.flatMap(region => region.base));
    return claims.map(({ sentence, dropped }) => {
        const words = dropped.flatMap(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .toWords */ .x);
        return {
            sentence,
            dropped: words.filter(word => there.has(word)),
            kept: words.filter(word => before.has(word)),
        };
    });
}
function isContested({ base, ours, theirs }) {
    return ours.join() !== base.join() && theirs.join() !== base.join();
}
/** Whether the claims leave a word that a side has added; where no side has added any, there is none to leave. */
function leavesSome(region, claimed) {
    const before = toSet(region.base);
    const added = [...toSet(toSides(region))].filter(word => !before.has(word));
    return added.length === 0 || added.some(word => !claimed.has(word));
}
function toSides({ ours, theirs }) {
    return [...ours, ...theirs];
}
function toSet(lines) {
    return new Set(lines.flatMap(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .toWords */ .x));
}


/***/ }),

/***/ 88056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ readFileChanges),
  i: () => (/* binding */ toPrivatePlace)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/git/objects/quoted-path.js
const escapes = {
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
};
/**
 * A path as git prints it in lines: as it is, or in quotes with C escapes when it holds a quote, a backslash or a control
 * character.
 *
 * @param printed One character a byte (latin1).
 */
function readQuotedPath(printed) {
    const bytes = printed.startsWith('"') && printed.endsWith('"')
        ? printed
            .slice(1, -1)
            .replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal, character) => octal === undefined
            ? (escapes[character] ?? character)
            : String.fromCharCode(Number.parseInt(octal, 8)))
        : printed;
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./lib/git/diff/patch-reader.js


const headerPattern = /^[0-9a-f]{40,64} [0-9a-f]{40,64}$/;
const rawPattern = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t([^\t]*)(?:\t([^\t]*))?$/;
const hunkPattern = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/**
 * Reads what `git diff-tree --stdin --raw -p -U0` prints, a line at a time (one character a byte): for each question its two trees, then a
 * raw line a file, then the patches in the same order. Which file a patch is of is told by that order alone, and which lines are
 * content by the counts of the hunk, so that no name and no content can be taken for something else.
 */
class PatchReader {
    /** The changes of each question, in their order. */
    answers = [];
    /** Files whose patches are still to come; one that changed its type has two. */
    patches = [];
    current;
    hunks = [];
    hunk;
    linesLeft = 0;
    takeLine(line) {
        if (this.linesLeft > 0)
            this.takeContent(line);
        else if (line.startsWith('@@ '))
            this.startHunk(line);
        else if (line.startsWith('\\ '))
            this.hunk?.content.update(line);
        else if (line.startsWith('diff --git '))
            this.startPatch();
        else if (line.startsWith('Binary files '))
            this.setHunks(null);
        else if (line.startsWith(':'))
            this.addFile(line);
        else if (headerPattern.test(line))
            this.startAnswer();
    }
    /** After the last line. */
    finish() {
        this.endPatch();
        return this.answers;
    }
    startAnswer() {
        this.endPatch();
        this.answers.push([]);
        this.patches = [];
    }
    addFile(line) {
        const match = rawPattern.exec(line);
        if (match === null)
            throw new Error(`git printed a line that is not known: ${line.slice(0, 200)}`);
        const [, oldMode = '', newMode = '', oldId = '', newId = '', status = '', from = '', to] = match;
        const path = readQuotedPath(from);
        const newPath = to === undefined ? path : readQuotedPath(to);
        const answer = this.answers.at(-1);
        const isWhole = [oldMode, newMode].some(mode => mode !== '000000' && !mode.startsWith('100'));
        const kind = kinds[status] ?? 'modified';
        answer.push({ kind, path, newPath, oldMode, newMode, oldId, newId, hunks: isWhole ? null : [] });
        const index = answer.length - 1;
        this.patches.push(...(status === 'T' ? [index, index] : [index]));
    }
    startPatch() {
        this.endPatch();
        this.current = this.patches.shift();
        this.hunks = [];
    }
    startHunk(line) {
        this.endHunk();
        const [, first = '0', removed = '1', , added = '1'] = hunkPattern.exec(line) ?? [];
        const count = Number(removed);
        this.hunk = {
            start: count === 0 ? Number(first) : Number(first) - 1,
            removed: count,
            content: (0,external_node_crypto_.createHash)('sha1'),
        };
        this.linesLeft = count + Number(added);
    }
    takeContent(line) {
        // A note about a missing line end stands between the lines and does not count as one of them.
        if (!line.startsWith('\\'))
            this.linesLeft--;
        if (!line.startsWith('-'))
            this.hunk?.content.update(`${line}\n`, 'latin1');
    }
    endHunk() {
        if (this.hunk === undefined)
            return;
        const { start, removed, content } = this.hunk;
        this.hunks.push({ start, removed, added: content.digest('base64') });
        this.hunk = undefined;
    }
    endPatch() {
        this.endHunk();
        if (this.hunks.length > 0)
            this.setHunks(this.hunks);
        this.current = undefined;
        this.hunks = [];
    }
    setHunks(hunks) {
        const answer = this.answers.at(-1);
        const change = this.current === undefined ? undefined : answer?.[this.current];
        if (answer === undefined || change === undefined || change.hunks === null)
            return;
        answer[this.current] = { ...change, hunks };
    }
}
const kinds = { A: 'added', D: 'deleted', R: 'renamed' };

;// CONCATENATED MODULE: ./lib/git/diff/file-changes.js




/**
 * The lines that merging would compare: the same algorithm as in a merge, without the heuristic that only makes patches nicer to
 * read. Nothing that a file could name is run. More renames than the limit would take seconds to find.
 */
const comparing = [
    '-c',
    'core.bigFileThreshold=16m',
    'diff-tree',
    '--stdin',
    '-r',
    '--raw',
    '-p',
    '-U0',
    '-M',
    '-l1000',
    '--diff-algorithm=histogram',
    '--no-indent-heuristic',
    '--no-abbrev',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--submodule=short',
];
/**
 * Where git keeps objects that only matter while a run goes on: in the harness, not in the repository. It sees those of the
 * repository, too.
 */
function toPrivatePlace({ place, gitDirectory }) {
    return { ...place, env: { ...place.env, GIT_OBJECT_DIRECTORY: (0,external_node_path_.join)(gitDirectory, 'objects') } };
}
/** What differs between trees, file by file with the lines that were replaced. One process, whatever the number of pairs. */
async function readFileChanges(harness, pairs) {
    if (pairs.length === 0)
        return [];
    const git = (0,run_git/* spawnGit */.Iz)(toPrivatePlace(harness), comparing);
    const reader = new PatchReader();
    const said = [];
    git.stderr.on('data', chunk => said.push(String(chunk)));
    const closed = (0,external_node_events_.once)(git, 'close');
    closed.catch(() => { }); // it is waited for below
    git.stdin.end(pairs.map(({ from, to }) => `${from} ${to}\n`).join(''));
    await readLines(git.stdout, line => reader.takeLine(line));
    const [code] = await closed;
    if (code !== 0)
        throw new run_git/* GitError */.XS(comparing, { code: code ?? 128, stdout: '', stderr: said.join('') });
    const answers = reader.finish();
    if (answers.length !== pairs.length)
        throw new Error('the output of git diff-tree ended too early');
    return answers;
}
/** One character a byte, so that nothing is lost of files in any encoding. */
async function readLines(stream, takeLine) {
    stream.setEncoding('latin1');
    let rest = [];
    for await (const chunk of stream) {
        const lines = String(chunk).split('\n');
        if (lines.length === 1)
            rest.push(lines[0]);
        else {
            takeLine(`${rest.join('')}${lines[0]}`);
            for (const line of lines.slice(1, -1))
                takeLine(line);
            rest = [lines.at(-1)];
        }
    }
    if (rest.join('') !== '')
        takeLine(rest.join(''));
}


/***/ }),

/***/ 24371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ keepObjects),
/* harmony export */   ZF: () => (/* binding */ closeScratch),
/* harmony export */   d9: () => (/* binding */ writeCommitGraph),
/* harmony export */   jd: () => (/* binding */ openScratch)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33854);
/* harmony import */ var _objects_object_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4790);
/* harmony import */ var _process_pipe_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60493);
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15958);
/* harmony import */ var _alternates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30834);






/**
 * A harness whose new objects go to a folder of their own and can read those of the repository: for merges that are only tried.
 * What is wanted of them is taken over by {@link keepObjects}; the rest is forgotten with the folder.
 */
async function openScratch(harness, folder) {
    const { repository } = harness;
    (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .removePlain */ .$C)(folder);
    await (0,_alternates_js__WEBPACK_IMPORTED_MODULE_5__/* .shareObjects */ .k)(repository.store.folder, folder);
    const place = { ...repository.place, env: { ...repository.place.env, GIT_OBJECT_DIRECTORY: folder } };
    return {
        ...harness,
        place: { ...harness.place, env: { ...harness.place.env, GIT_OBJECT_DIRECTORY: folder } },
        repository: {
            ...repository,
            place,
            store: { ...repository.store, folder, isDurable: false },
            objects: new _objects_object_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .ObjectReader */ .n(place),
        },
    };
}
/** Ends what was started for a scratch harness and forgets its objects. */
async function closeScratch(scratch) {
    scratch.repository.objects.close();
    (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .removePlain */ .$C)(scratch.repository.store.folder);
}
/**
 * Takes a commit of a scratch harness over into the repository, with all that it needs and the repository has not.
 *
 * @param known Commits that the repository has.
 */
async function keepObjects(scratch, harness, commit, known) {
    if (known.includes(commit))
        return;
    const pack = (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .spawnGit */ .Iz)(scratch.place, ['pack-objects', '--revs', '--stdout', '-q', '--delta-base-offset']);
    pack.stdin.end(`${[commit, ...known.map(id => `^${id}`)].join('\n')}\n`);
    const take = (await readCount(pack)) > mostLoose ? ['index-pack', '--stdin'] : ['unpack-objects', '-q'];
    const { isComplete, said } = await (0,_process_pipe_git_js__WEBPACK_IMPORTED_MODULE_3__/* .pipeGit */ .t)(pack, (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .spawnGit */ .Iz)(harness.place, take));
    if (!isComplete)
        throw new Error(`the objects of ${commit} could not be taken over: ${said ?? 'git ended'}`);
}
/** More objects than this come as a pack, as with `git fetch`. */
const mostLoose = 100;
/** The head of a pack is `PACK`, its version and the number of its objects, four bytes each. */
const countEnd = 12;
/** The number of objects in a pack that is being written; 0 when there will be none. What was read of it is put back. */
async function readCount({ stdout }) {
    let head = Buffer.alloc(0);
    while (head.length < countEnd && stdout.readable) {
        const chunk = stdout.read();
        if (chunk === null)
            await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stdout, 'readable'), (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stdout, 'close')]);
        else
            head = Buffer.concat([head, chunk]);
    }
    if (head.length > 0)
        stdout.unshift(head);
    return head.length < countEnd ? 0 : head.readUInt32BE(countEnd - 4);
}
/**
 * Writes a commit graph next to the objects of a scratch harness. Without one, git walks far back for branches whose commits are
 * dated before the base. Where the repository has a graph of its own, that is used instead.
 */
async function writeCommitGraph(scratch, commits) {
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .tryGit */ .Ii)(scratch.place, ['commit-graph', 'write', '--stdin-commits'], `${commits.join('\n')}\n`);
}


/***/ }),

/***/ 32874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requireTree)
/* harmony export */ });
/* harmony import */ var _objects_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12953);

/** The tree of a commit that must be there. */
async function requireTree({ objects }, commit) {
    const object = await objects.read(commit);
    if (object?.type !== 'commit')
        throw new Error(`there is no commit ${commit}`);
    return (0,_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommitText */ .Ls)(object.content.toString('utf8')).tree;
}


/***/ }),

/***/ 11733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ CollidingBranches),
/* harmony export */   J: () => (/* binding */ toOwnName)
/* harmony export */ });
/* harmony import */ var _git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50506);
/* harmony import */ var _git_refs_containment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56111);
/* harmony import */ var _plan_graph_remember_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13493);



/** Finds which branches of a chain have changed files on which git stopped. What a branch changed is read once. */
class CollidingBranches {
    readPaths;
    constructor({ harness, repository, base }) {
        this.readPaths = (0,_plan_graph_remember_js__WEBPACK_IMPORTED_MODULE_2__/* .remember */ .k)(async (commit) => {
            const start = await (0,_git_refs_containment_js__WEBPACK_IMPORTED_MODULE_1__/* .findMergeBase */ .fe)(harness, base, commit);
            return (await (0,_git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .readChanges */ .S)(repository, start, commit)).map(({ path }) => path);
        }, new Map());
    }
    async find(branches, conflicted) {
        const paths = conflicted.map(toOwnName);
        const found = [];
        for (const { task, commit } of branches) {
            const changed = await this.readPaths(commit);
            if (changed.some(other => paths.some(path => isAt(other, path))))
                found.push(task);
        }
        return found;
    }
}
/** Whether a change is at a path, or one of them is a file where the other is in a folder. */
function isAt(changed, path) {
    return changed === path || changed.startsWith(`${path}/`) || path.startsWith(`${changed}/`);
}
/** Where a file and a folder have the same name, git calls the file `name~<commit>`. */
function toOwnName(path) {
    return path.replace(/~[0-9a-f]{7,64}(_\d+)?$/, '');
}


/***/ }),

/***/ 3066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ toConflictReports)
/* harmony export */ });
/* harmony import */ var _colliding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11733);

/** What a report says about the files of one merge on which git stopped: how each was resolved, or why it was not. */
function toConflictReports(step) {
    if (step.kind === 'held')
        return [];
    const { task } = step;
    const common = { task, with: [...step.with] };
    if (step.kind === 'merged')
        return step.resolved.map(({ conflict, by, proof, choices, trials }) => ({
            ...common,
            path: conflict.path,
            resolution: by,
            detail: proof,
            choices: [...choices],
            ...toTrialsReport(trials),
        }));
    return step.left.map(({ conflict, reasons, trials }) => ({
        ...common,
        path: (0,_colliding_js__WEBPACK_IMPORTED_MODULE_0__/* .toOwnName */ .J)(conflict.path),
        resolution: 'unresolved',
        detail: reasons.at(-1) ?? '',
        choices: [],
        ...toTrialsReport(trials),
    }));
}
function toTrialsReport(trials) {
    return { candidates: (trials?.candidates ?? []).map(trial => ({ ...trial })), testRuns: trials?.runs ?? 0 };
}


/***/ }),

/***/ 22903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readTip)
/* harmony export */ });
/* harmony import */ var _git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68564);

async function readTip({ repository }, commit) {
    const { tree } = await (0,_git_trees_read_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .requireCommit */ .F)(repository, commit);
    return { commit, tree };
}


/***/ }),

/***/ 30828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ withChain),
  D: () => (/* binding */ withChainThat)
});

// EXTERNAL MODULE: ./lib/git/merge/merger.js + 2 modules
var merge_merger = __webpack_require__(77633);
// EXTERNAL MODULE: ./lib/git/repository/scratch.js
var scratch = __webpack_require__(24371);
// EXTERNAL MODULE: ./lib/merging/resolution-cache.js
var resolution_cache = __webpack_require__(65870);
// EXTERNAL MODULE: ./lib/merging/merge-conflict.js
var merge_conflict = __webpack_require__(43162);
// EXTERNAL MODULE: ./lib/merging/resolve-by-rules.js
var resolve_by_rules = __webpack_require__(5971);
// EXTERNAL MODULE: ./lib/git/objects/objects.js
var objects = __webpack_require__(16479);
// EXTERNAL MODULE: ./lib/merging/chosen-candidate.js
var chosen_candidate = __webpack_require__(70893);
// EXTERNAL MODULE: ./lib/merging/stored-resolution.js
var stored_resolution = __webpack_require__(14843);
// EXTERNAL MODULE: ./lib/integration/resolve/candidate-files.js + 1 modules
var candidate_files = __webpack_require__(33916);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
// EXTERNAL MODULE: ./lib/git/trees/tree-edit.js
var tree_edit = __webpack_require__(58913);
;// CONCATENATED MODULE: ./lib/integration/resolve/candidate-choices.js
/**
 * All ways to take one candidate in each of some files, the most trusted first: all first ones together, then those in which one file has its
 * second one, and so on. What is tried together is only taken apart when it fails.
 *
 * @param counts How many candidates each file has.
 */
function listChoices(counts, most) {
    const choices = [];
    const furthest = counts.reduce((sum, count) => sum + count - 1, 0);
    for (let distance = 0; distance <= furthest && choices.length < most; distance++)
        choices.push(...listAt(counts, distance));
    return choices.slice(0, most);
}
/** Those whose places add up to a number. */
function listAt([count, ...others], distance) {
    if (count === undefined)
        return distance === 0 ? [[]] : [];
    const places = Array.from({ length: Math.min(count, distance + 1) }, (_, place) => place);
    return places.flatMap(place => listAt(others, distance - place).map(rest => [place, ...rest]));
}

;// CONCATENATED MODULE: ./lib/integration/resolve/candidate-trials.js





/** The trials of the candidates for one merge. A run is one of the tests of both sides; there are at most as many as the plan allows. */
class CandidateTrials {
    request;
    most;
    verdicts;
    runs = 0;
    constructor(request) {
        this.request = request;
        this.most = request.resolving.context.plan.integration.candidates.most;
        this.verdicts = request.files.map(() => []);
    }
    async run() {
        const counts = this.request.files.map(({ candidates }) => candidates.length);
        // One run is left for the question whether the tests touch the lines at all.
        for (const choice of listChoices(counts, Math.max(1, this.most - 1))) {
            const verdict = await this.try(choice);
            if (verdict.kind === 'stopped')
                return this.decline('the run was stopped');
            if (verdict.kind === 'passed')
                return this.judge(choice, verdict.ran);
        }
        return this.decline(`candidates: the tests of ${this.toNames()} fail on each that was tried (${this.toRuns()})`);
    }
    /** Whether a green candidate is good enough. */
    async judge(choice, passed) {
        const { theirs, ours } = this.request.sides;
        this.runs++;
        const touches = [await this.findTouch('ours', [theirs]), await this.findTouch('theirs', ours)];
        const isTouched = touches.includes('touched');
        const { whenUntold } = this.request.resolving.context.plan.integration.candidates;
        if (!isTouched && touches.includes('not touched'))
            return this.decline(`candidates: the tests of ${this.toNames()} also pass without the change of a side, so they do not choose`);
        if (!isTouched && whenUntold === 'proof-only')
            return this.decline(`candidates: it cannot be told whether a test of ${this.toNames()} touches these lines; "candidates: tests" would take one all the same`);
        const rival = await this.findRival(choice);
        if (rival !== undefined)
            return this.decline(rival);
        return { kind: 'chosen', choice, passed, isTouched, verdicts: this.verdicts, runs: this.runs };
    }
    /** Whether tests notice that the other side's change is dropped. */
    async findTouch(side, tasks) {
        if (tasks.every(({ test }) => test === undefined))
            return 'untold';
        const { resolving, files, tests } = this.request;
        const texts = await (0,candidate_files/* tryOneSidedTexts */.pq)(files, side);
        if (texts === undefined)
            return 'untold';
        const tree = await this.toTree(await (0,candidate_files/* writeTexts */.qm)(resolving, files, texts));
        const verdict = await tests.test(tree, tasks);
        if (verdict.kind === 'stopped')
            return 'untold';
        return verdict.kind === 'failed' ? 'touched' : 'not touched';
    }
    /** Two answers of equal trust that both pass and say different things: then the tests do not decide. */
    async findRival(choice) {
        const rivals = this.request.files.map(({ candidates }, index) => findMirror(candidates, choice[index] ?? 0));
        if (rivals.every(rival => rival === undefined))
            return undefined;
        const kinds = 'what either side made of the lines passes the tests of both';
        if (this.runs >= this.most)
            return `candidates: it cannot be told whether ${kinds}: no run is left`;
        const verdict = await this.try(choice.map((place, index) => rivals[index] ?? place));
        return verdict.kind === 'failed' ? undefined : `candidates: ${kinds}, so they do not choose`;
    }
    async try(choice) {
        const { resolving, files, sides, tests } = this.request;
        const { emit } = resolving.context;
        const startedAt = performance.now();
        emit({ kind: 'tests-started', what: this.toTitle(choice), run: ++this.runs });
        const texts = files.map(({ candidates }, index) => candidates[choice[index] ?? 0]?.text ?? '');
        const tree = await this.toTree(await (0,candidate_files/* writeTexts */.qm)(resolving, files, texts));
        const verdict = await tests.test(tree, [sides.theirs, ...sides.ours]);
        const seconds = (performance.now() - startedAt) / 1000;
        emit({ kind: 'tests-ended', passed: verdict.kind === 'passed', seconds });
        this.note(choice, verdict);
        return verdict;
    }
    /** Where several files were tried together, a failure is that of none of them by itself. */
    note(choice, verdict) {
        for (const [index, place] of choice.entries()) {
            const own = this.verdicts[index];
            if (verdict.kind === 'passed')
                own[place] = 'passed';
            if (verdict.kind === 'failed')
                own[place] ??= verdict.reason;
        }
    }
    async toTree(entries) {
        const { resolving, merge, open } = this.request;
        const { harness } = resolving;
        const solved = await (0,merge_conflict/* applyFiles */.m3)(harness, merge.record.tree, open.files);
        const generated = open.generated.flatMap(({ path, ours }) => ours === undefined ? [] : [[path, ours]]);
        return (0,tree_edit/* editTree */.n)(harness.repository, solved, new Map([...generated, ...entries]));
    }
    decline(reason) {
        return { kind: 'declined', reason, verdicts: this.verdicts, runs: this.runs };
    }
    toTitle(choice) {
        const { files, merge } = this.request;
        const parts = files.map(({ file, candidates }, index) => {
            const place = `${(choice[index] ?? 0) + 1} of ${candidates.length}`;
            return `${place} for ${file.conflict.path}`;
        });
        return `${merge.task} with candidate ${parts.join(', ')}`;
    }
    toNames() {
        const { theirs, ours } = this.request.sides;
        return [...ours, theirs].flatMap(({ id, test }) => (test === undefined ? [] : [id])).join(' and ');
    }
    toRuns() {
        return `${this.runs} run${this.runs === 1 ? '' : 's'}`;
    }
}
const mirrors = {
    'ours with additions': 'theirs with additions',
    'theirs with additions': 'ours with additions',
};
/** The place of the candidate that takes the other side's version, where it has other lines. */
function findMirror(candidates, place) {
    const own = candidates[place];
    const found = candidates.findIndex(({ kind }) => own !== undefined && kind === mirrors[own.kind]);
    const other = candidates[found];
    if (own === undefined || other === undefined)
        return undefined;
    return hasSameLines(own.text, other.text) ? undefined : found;
}
function hasSameLines(a, b) {
    const [left, right] = [a, b].map(text => (0,count_items/* countItems */.A)(text.split('\n')));
    if (left === undefined || right === undefined || left.size !== right.size)
        return false;
    return [...left].every(([line, count]) => right.get(line) === count);
}

;// CONCATENATED MODULE: ./lib/integration/resolve/side-reports.js
function toSides({ tasks }, { task, colliding }) {
    const find = (id) => tasks.find(other => other.id === id);
    return { theirs: find(task), ours: colliding.map(find).filter(found => found !== undefined) };
}
/** The words of the task that is merged, and of those that are merged already and changed the same files. */
async function readSideReports({ plan, store }, merge) {
    const { theirs, ours } = toSides(plan, merge);
    const read = async ({ id, title, prompt }) => {
        const result = await store.readResult(id);
        return { title, prompt, summary: result?.summary ?? null };
    };
    return { theirs: await read(theirs), ours: await Promise.all(ours.map(read)) };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/agents/process/telling-line.js
var telling_line = __webpack_require__(11296);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/git/worktree/restore.js
var restore = __webpack_require__(87010);
// EXTERNAL MODULE: ./lib/merging/verdict-store.js
var verdict_store = __webpack_require__(25998);
// EXTERNAL MODULE: ./lib/run/command-environment.js + 1 modules
var command_environment = __webpack_require__(75808);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/run/run-script.js
var run_script = __webpack_require__(56078);
// EXTERNAL MODULE: ./lib/tasks/work/remove-task-folders.js
var remove_task_folders = __webpack_require__(52900);
// EXTERNAL MODULE: ./lib/test-output/read-test-output.js + 23 modules
var read_test_output = __webpack_require__(4784);
// EXTERNAL MODULE: ./lib/integration/resolve/check-out-merge.js
var check_out_merge = __webpack_require__(49473);
;// CONCATENATED MODULE: ./lib/integration/resolve/task-tests.js












const worktreeName = '_candidates';
/** How many tests ran is looked for in this much of the output. */
const tailBytes = 1 << 22;
/** Runs the tests of tasks, their own `test:`, on trees of one merge. What was found out once about a tree is not run again. */
class TaskTests {
    resolving;
    merge;
    worktree;
    checkedOut;
    prepared = new Set();
    constructor(resolving, merge) {
        this.resolving = resolving;
        this.merge = merge;
    }
    /** Stops at the first task whose test fails. */
    async test(tree, tasks) {
        let ran = 0;
        const seen = new Set();
        for (const task of tasks) {
            if (task.test === undefined || seen.has(task.test))
                continue;
            seen.add(task.test);
            const verdict = await this.testTask(tree, task);
            if (verdict.kind !== 'passed')
                return verdict;
            ran = ran === null || verdict.ran === null ? null : ran + verdict.ran;
        }
        return { kind: 'passed', ran };
    }
    async close() {
        if (this.worktree !== undefined)
            await (0,remove_task_folders/* removeTaskFolders */.d)(this.resolving.context, worktreeName);
    }
    async testTask(tree, task) {
        const { verdicts } = this.resolving;
        const key = (0,verdict_store/* toVerdictKey */._)(tree, ['task', task.setup, task.test, JSON.stringify(task.env)]);
        const known = await verdicts?.tryFind(key);
        if (known !== undefined)
            return toVerdict(known);
        const verdict = await this.run(tree, task);
        if (verdict.kind !== 'stopped')
            await verdicts?.add(key, toStored(verdict));
        return verdict;
    }
    async run(tree, task) {
        const directory = await this.checkOut(tree);
        const { setup, test = 'true' } = task;
        if (setup !== undefined && !this.prepared.has(setup)) {
            const verdict = await this.runCommand(task, { title: 'setup', script: setup, directory });
            if (verdict.kind !== 'passed')
                return verdict;
            this.prepared.add(setup);
        }
        return this.runCommand(task, { title: 'test', script: test, directory });
    }
    async runCommand(task, { title, script, directory }) {
        const { context } = this.resolving;
        const { timeoutMinutes, stallMinutes } = task;
        const logPath = context.paths.log(run_paths/* integrationName */.Sf);
        const offset = (0,plain_file/* sizeOfPlainFile */.F_)(logPath);
        const env = (0,command_environment/* toTaskEnvironment */.oU)(context, task, context.base, {});
        const limits = { timeoutMinutes, stallMinutes };
        const end = await (0,run_script/* runScript */.j)(context, { script, directory, env, logPath, title, ...limits });
        if (end.kind === 'stopped' || context.signal.aborted)
            return { kind: 'stopped' };
        const lines = (0,log_file/* readTail */.Z)(logPath, offset, tailBytes).slice(1);
        const name = `the ${title} of ${task.id}`;
        if (end.kind !== 'exited' || end.code !== 0) {
            const said = lines.length === 0 ? '' : `: ${(0,telling_line/* toTellingLine */.J)(lines)}`;
            return { kind: 'failed', reason: `${name} ${(0,run_script/* toEndText */.w)(end, timeoutMinutes)}${said}` };
        }
        const ran = (0,read_test_output/* readTestOutput */._)(lines.join('\n'), directory)?.ran ?? null;
        if (title === 'test' && ran === 0)
            return { kind: 'failed', reason: `${name} ran nothing` };
        return { kind: 'passed', ran };
    }
    async checkOut(tree) {
        const { context, harness } = this.resolving;
        if (this.worktree === undefined) {
            const { ours, theirs } = this.merge;
            const commit = await (0,check_out_merge/* writeOpenMerge */.W)(harness, { tree, ours, theirs, message: 'A candidate' });
            this.worktree = await (0,check_out_merge/* checkOutAs */.l)(context, harness, worktreeName, commit);
        }
        else if (this.checkedOut !== tree)
            await (0,restore/* restoreWorktree */.yY)(harness, this.worktree, tree);
        this.checkedOut = tree;
        return (0,external_node_path_.join)(this.worktree.path);
    }
}
function toVerdict(stored) {
    return stored.kind === 'passed'
        ? { kind: 'passed', ran: stored.ran ?? null }
        : { kind: 'failed', reason: stored.reason };
}
function toStored(verdict) {
    if (verdict.kind === 'passed')
        return verdict;
    return { kind: 'failed', failed: null, isBroken: false, stage: 'test', reason: verdict.reason };
}

;// CONCATENATED MODULE: ./lib/integration/resolve/choose-by-tests.js







/**
 * Lets the tests of the tasks that collide choose among candidates for the files that rules could not resolve: the first that keeps the tests of both
 * sides green is taken. Not where they would be as green without the change of a side: then they do not tell. All files or none; what
 * is taken is remembered.
 */
async function chooseByTests(resolving, merge, open) {
    const { left } = open;
    const { context } = resolving;
    const nothing = { files: [], left };
    if (resolving.verdicts === undefined || context.plan.integration.candidates.most === 0)
        return nothing;
    const files = await (0,candidate_files/* tryCandidateFiles */.yV)(resolving, left);
    if (files === undefined)
        return nothing;
    const sides = toSides(context.plan, merge);
    if ([sides.theirs, ...sides.ours].every(({ test }) => test === undefined))
        return { files: [], left: withReason(files, toUntestedReason(files), undefined) };
    const tests = new TaskTests(resolving, merge);
    try {
        const end = await new CandidateTrials({ resolving, merge, open, files, sides, tests }).run();
        if (end.kind !== 'chosen')
            return { files: [], left: withReason(files, end.reason, end) };
        return { files: await keepChosen(resolving, files, end), left: [] };
    }
    finally {
        await tests.close();
    }
}
function toUntestedReason(files) {
    const count = Math.max(...files.map(({ candidates }) => candidates.length));
    const answers = count === 1 ? 'is 1 plausible answer' : `are ${count} plausible answers`;
    return `candidates: there ${answers}, and no task that collides here has a \`test:\` that could choose`;
}
function withReason(files, reason, end) {
    return files.map(({ file, candidates }, index) => ({
        ...file,
        reasons: [...file.reasons, reason],
        trials: {
            candidates: candidates.map(({ kind }, place) => ({
                kind,
                verdict: end?.verdicts[index]?.[place] ?? 'not tried',
            })),
            runs: end?.runs ?? 0,
        },
    }));
}
async function keepChosen({ context, cache }, files, end) {
    const chosen = files.map(async ({ file, mode, candidates }, index) => {
        const place = end.choice[index];
        const { text, kind, choices } = candidates[place];
        // It is remembered, so it must be in the repository and not only where merges are tried.
        const id = await (0,objects/* writeObject */.p7)(context.repository.store, 'blob', text);
        const { passed, isTouched } = end;
        const candidate = { number: place + 1, of: candidates.length, kind, passed, isTouched };
        const verdicts = end.verdicts[index] ?? [];
        return {
            conflict: file.conflict,
            result: { mode, id },
            by: 'tests',
            proof: (0,chosen_candidate/* toChosenText */.d)(candidate),
            choices: choices.map(({ sentence }) => sentence),
            candidate,
            trials: {
                candidates: candidates.map((other, at) => ({
                    kind: other.kind,
                    verdict: verdicts[at] ?? 'not tried',
                })),
                runs: end.runs,
            },
        };
    });
    const resolved = await Promise.all(chosen);
    await cache.add(resolved.map(file => (0,stored_resolution/* toStoredResolution */.l)('tests', file)));
    return resolved;
}

// EXTERNAL MODULE: ./lib/conflicts/proof/check-proof.js + 4 modules
var check_proof = __webpack_require__(31832);
// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(70941);
;// CONCATENATED MODULE: ./lib/integration/resolve/reapply.js





/**
 * Applies an earlier resolution of a person to the same file where a side has changed elsewhere since: another branch came before it or went,
 * or the target moved. It must pass the proof like any other; only what the person said may get lost still may.
 */
async function tryReapply(resolving, conflict) {
    const { context, cache } = resolving;
    const mode = (0,merge_conflict/* tryMergeModes */.MO)(conflict);
    const versions = await (0,merge_conflict/* tryReadVersions */.Xq)(resolving.harness, conflict);
    if (mode === undefined || versions === undefined)
        return undefined;
    const known = (await cache.list()).filter(({ path, by }) => path === conflict.path && by === 'person');
    for (const stored of known.reverse()) {
        const text = await tryTransfer(resolving, stored, versions);
        const proof = text === undefined ? undefined : await tryProve(versions, text, stored);
        if (text === undefined || proof === undefined)
            continue;
        const id = await (0,objects/* writeObject */.p7)(context.repository.store, 'blob', text);
        const file = { conflict, result: { mode, id }, proof, choices: stored.choices };
        await cache.add([(0,stored_resolution/* toStoredResolution */.l)('person', file)]);
        return { ...file, by: 'person' };
    }
    return undefined;
}
/** What has changed on each side since, merged into what the person made. */
async function tryTransfer({ context }, stored, { ours, theirs }) {
    const read = async (id) => {
        const object = await context.repository.objects.read(id);
        return object?.type === 'blob' ? object.content.toString('utf8') : undefined;
    };
    const [result, ...before] = await Promise.all([stored.result.id, stored.ours, stored.theirs].map(read));
    return [ours, theirs].reduce((text, now, side) => {
        const then = before[side];
        if (text === undefined || then === undefined || now === undefined)
            return undefined;
        return then === now ? text : (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(then, now, text));
    }, result);
}
async function tryProve(versions, text, { choices }) {
    const proof = await (0,check_proof/* checkProof */.D)(versions, text, []);
    if (proof.kind === 'proven')
        return proof.checked;
    const accepted = choices.join('\n');
    return proof.problems.every(problem => accepted.includes(problem)) ? 'as a person wants it' : undefined;
}

// EXTERNAL MODULE: ./lib/integration/resolve/regenerate.js
var regenerate = __webpack_require__(24127);
// EXTERNAL MODULE: ./lib/agents/acp/session-slot.js
var session_slot = __webpack_require__(39050);
// EXTERNAL MODULE: ./lib/agents/prompts/prompt.js
var prompts_prompt = __webpack_require__(6874);
;// CONCATENATED MODULE: ./lib/agents/prompts/resolve-prompt.js

/** The prompt for an agent that resolves the conflicts of a merge. */
function toResolvePrompt(facts) {
    return `${[
        '# Resolve the conflicts of a merge',
        'Two pieces of work changed the same places. Your checkout holds their merge; the files below have conflict markers. Make each of them what it would be if both pieces of work had been done one after the other.',
        toFeedback(facts.feedback),
        `## The files\n\n${facts.files.map(toFileLine).join('\n')}`,
        `## What is merged already (ours)\n\n${facts.ours.map(toSide).join('\n\n') || 'The target branch.'}`,
        `## What is merged into it (theirs)\n\n${toSide(facts.theirs)}`,
        toRules(facts),
    ]
        .filter(section => section !== '')
        .join('\n\n')}\n`;
}
function toFeedback(feedback) {
    if (feedback.length === 0)
        return '';
    return `## Your last answer was refused\n\n${feedback.at(-1)}\n\nYour files are as you left them.`;
}
function toFileLine({ path, base, ours, theirs }) {
    const before = base === undefined ? 'both sides have added it' : `before: ${base}`;
    return `- ${path} (${before}; ours: ${ours}; theirs: ${theirs})`;
}
function toSide({ title, prompt, summary }) {
    const report = summary === null ? '' : `\n\n${(0,prompts_prompt/* quoteReport */.P)(title, summary)}`;
    return `### ${title}\n\n${prompt.trim()}${report}`;
}
function toRules({ choicesFile, reportFile }) {
    const rules = [
        'Change only these files, and leave no conflict marker in them.',
        'Drop nothing: every line that one side has added must be there, every line that one side has removed must be gone. This is checked, line by line and word by word.',
        `Where both sides changed the very same thing and only one can be kept, decide, and name it: append a line such as {"path": "src/a.ts", "sentence": "the limit is 20, as theirs needs it", "dropped": ["const limit = 10"]} to ${choicesFile}. "dropped" holds the exact words or lines that are not in the result because of it.`,
        'Do not commit, push, or switch branches. No one can answer questions.',
        `At the end, write a few sentences about what you decided to ${reportFile}`,
    ];
    return `## Rules\n\n${rules.map(rule => `- ${rule}`).join('\n')}`;
}

// EXTERNAL MODULE: ./lib/agents/run-agent.js + 11 modules
var run_agent = __webpack_require__(29447);
// EXTERNAL MODULE: ./lib/checkouts/equip.js + 7 modules
var equip = __webpack_require__(46003);
// EXTERNAL MODULE: ./lib/files/own-folder.js
var own_folder = __webpack_require__(59016);
// EXTERNAL MODULE: ./lib/run/resources.js
var resources = __webpack_require__(64532);
// EXTERNAL MODULE: ./lib/run/spending.js
var spending = __webpack_require__(35001);
// EXTERNAL MODULE: ./lib/run/task-log.js
var task_log = __webpack_require__(25399);
// EXTERNAL MODULE: ./lib/run/walls/enclose.js + 17 modules
var enclose = __webpack_require__(7086);
// EXTERNAL MODULE: ./lib/tasks/gates/gate.js
var gate = __webpack_require__(94382);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/conflicts/text/text-shape.js
var text_shape = __webpack_require__(3468);
;// CONCATENATED MODULE: ./lib/integration/resolve/conflict-question.js





/** Undefined when the file is no text, or both sides changed its mode. */
async function tryQuestion({ harness }, { conflict, reasons, trials }) {
    const versions = await (0,merge_conflict/* tryReadVersions */.Xq)(harness, conflict);
    const mode = (0,merge_conflict/* tryMergeModes */.MO)(conflict);
    if (versions === undefined || mode === undefined)
        return undefined;
    const isText = (0,text_shape/* findUnfit */.M)([versions.base ?? '', versions.ours, versions.theirs]) === undefined;
    return isText ? { conflict, versions, mode, reasons, trials } : undefined;
}
/** Writes the three versions of every file into a folder, for the agent to compare. */
function writeVersions(folder, questions) {
    return Promise.all(questions.map(async ({ versions }, index) => {
        const name = (side) => (0,external_node_path_.join)(folder, String(index), side);
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, String(index)), { recursive: true });
        (0,plain_file/* writePlainFile */.GF)(name('ours'), versions.ours);
        (0,plain_file/* writePlainFile */.GF)(name('theirs'), versions.theirs);
        if (versions.base !== undefined)
            (0,plain_file/* writePlainFile */.GF)(name('base'), versions.base);
        const base = versions.base === undefined ? undefined : name('base');
        return { path: versions.path, base, ours: name('ours'), theirs: name('theirs') };
    }));
}
function toResolved({ conflict, trials }, result, proof, choices) {
    return {
        conflict,
        result,
        by: 'agent',
        proof,
        choices: choices.map(({ sentence }) => sentence),
        ...(trials && { trials }),
    };
}
/** The file as unresolved, with the last thing that was wrong with the agent's answer. */
function toLeft({ conflict, reasons, trials }, agent, feedback) {
    const last = feedback.at(-1);
    return {
        conflict,
        ...(trials && { trials }),
        reasons: last === undefined ? reasons : [...reasons, `${agent}: ${last.split('\n')[0]}`],
    };
}

// EXTERNAL MODULE: ./lib/conflicts/text/contested.js
var contested = __webpack_require__(85542);
// EXTERNAL MODULE: ./lib/git/diff/tree-diff.js
var tree_diff = __webpack_require__(50506);
// EXTERNAL MODULE: ./lib/git/worktree/snapshot.js
var snapshot = __webpack_require__(61158);
// EXTERNAL MODULE: ./lib/integration/resolve/agent-choices.js
var agent_choices = __webpack_require__(81501);
;// CONCATENATED MODULE: ./lib/integration/resolve/judge-answer.js







/** Proves that an agent's resolution drops nothing but what it named. `others` are files that it changed beside those with conflicts. */
async function judgeAnswer({ harness, context }, questions, { worktree, commit, choicesFile }) {
    const { tree } = await (0,snapshot/* takeSnapshot */.W)(harness, worktree, {});
    const choices = (0,agent_choices/* readChoices */.B)(choicesFile);
    const problems = [];
    const files = [];
    for (const question of questions) {
        const { path } = question.conflict;
        const blob = await harness.repository.objects.read(`${tree}:${path}`);
        if (blob?.type !== 'blob') {
            problems.push(`${path}: it is not there any more`);
            continue;
        }
        const own = (0,contested/* toContestedChoices */.l)(question.versions, choices.get(path) ?? []);
        const proof = await (0,check_proof/* checkProof */.D)(question.versions, blob.content.toString('utf8'), own);
        if (proof.kind === 'refuted')
            problems.push(...proof.problems.map(problem => `${path}: ${problem}`));
        else {
            // It is remembered, so it must be in the repository and not only where merges are tried.
            const id = await (0,objects/* writeObject */.p7)(context.repository.store, 'blob', blob.content);
            files.push(toResolved(question, { mode: question.mode, id }, proof.checked, own));
        }
    }
    const asked = new Set(questions.map(({ conflict }) => conflict.path));
    const changes = await (0,tree_diff/* readChanges */.S)(harness.repository, commit, tree);
    return { problems, files, others: changes.map(({ path }) => path).filter(path => !asked.has(path)) };
}

;// CONCATENATED MODULE: ./lib/integration/resolve/resolve-with-agent.js




















/**
 * Asks the agent of the integration about the files that rules could not resolve, in a worktree of the merge. Its answer is only
 * taken when it drops nothing; otherwise it is told what was lost, as often as the plan allows. What is taken is remembered.
 */
async function resolveWithAgent(resolving, merge, resolved, left) {
    const { context, harness } = resolving;
    const agent = context.plan.agents[context.plan.integration.agent ?? ''];
    if (agent === undefined)
        return { files: [], left };
    const questions = await Promise.all(left.map(file => tryQuestion(resolving, file)));
    if (questions.some(question => question === undefined))
        return { files: [], left };
    const tree = await (0,merge_conflict/* applyFiles */.m3)(harness, merge.record.tree, resolved);
    const rounds = new ConflictRounds(resolving, merge, agent, questions);
    try {
        return await rounds.run(tree);
    }
    finally {
        await rounds.close();
    }
}
/** The rounds in which one agent is asked about one merge. */
class ConflictRounds {
    resolving;
    context;
    merge;
    agent;
    questions;
    task;
    /** Of the worktree and the files about it: no task can have it. */
    name;
    paths;
    choicesFile;
    slot = new session_slot/* SessionSlot */.L();
    constructor(resolving, merge, agent, questions) {
        const { context } = resolving;
        this.resolving = resolving;
        this.context = context;
        this.merge = merge;
        this.agent = agent;
        this.questions = questions;
        this.task = context.plan.tasks.find(({ id }) => id === merge.task);
        this.name = `_resolve-${merge.task}`;
        this.paths = context.paths.task(this.name);
        this.choicesFile = (0,external_node_path_.join)(this.paths.exchange, 'choices.jsonl');
    }
    async run(tree) {
        const { harness, cache } = this.resolving;
        const { task, ours, theirs } = this.merge;
        const paths = this.questions.map(({ conflict }) => conflict.path);
        this.context.emit({ kind: 'resolving', task, agent: this.agent.name, paths });
        const commit = await (0,check_out_merge/* writeOpenMerge */.W)(harness, { tree, ours, theirs, message: 'A merge with conflicts' });
        const worktree = await (0,check_out_merge/* checkOutAs */.l)(this.context, harness, this.name, commit);
        await (0,equip/* equip */.F)(this.context, this.name, worktree);
        const feedback = [];
        for (let round = 1; round <= this.context.plan.integration.agentRounds; round++) {
            const { end, lastWords } = await this.ask(worktree, commit, { round, feedback });
            if (end.kind === 'stopped')
                break;
            if (end.kind !== 'done') {
                feedback.push('reason' in end
                    ? end.reason
                    : `You ended without success${lastWords === undefined ? '' : `: ${lastWords}`}.`);
                continue;
            }
            const place = { worktree, commit, choicesFile: this.choicesFile };
            const { problems, files, others } = await judgeAnswer(this.resolving, this.questions, place);
            if (problems.length > 0) {
                feedback.push(problems.join('\n'));
                continue;
            }
            this.nameOthers(others);
            await cache.add(files.map(file => (0,stored_resolution/* toStoredResolution */.l)('agent', file)));
            return { files, left: [] };
        }
        return { files: [], left: this.questions.map(question => toLeft(question, this.agent.name, feedback)) };
    }
    nameOthers(paths) {
        if (paths.length === 0)
            return;
        const text = `${this.agent.name}, asked about the conflicts of ${this.merge.task}, also changed ${(0,gate/* listPaths */.P)(paths)}: that is not taken over, only files with conflicts are`;
        this.context.emit({ kind: 'notice', text });
    }
    async close() {
        await this.slot.close();
        await (0,equip/* unequip */.s)(this.context, this.name);
        await (0,remove_task_folders/* removeTaskFolders */.d)(this.context, this.name);
    }
    async ask(worktree, commit, { round, feedback }) {
        const { context, agent, task, paths } = this;
        const log = context.paths.log(task.id);
        for (const folder of [paths.folder, paths.exchange])
            (0,own_folder/* makeOwnFolder */.xc)(folder);
        (0,plain_file/* removePlain */.$C)(this.choicesFile);
        await (0,task_log/* writeLogLine */.I)(log, `conflicts, round ${round} with ${agent.name}`);
        const answer = await (0,run_agent/* runAgent */.J)({
            agent,
            prompt: await this.toPrompt(feedback),
            session: { slot: this.slot, continuation: this.toContinuation(feedback), onSession: () => { } },
            checkout: {
                directory: worktree.path,
                resources: (0,resources/* toResources */.p)(context, worktree.path),
                isWalled: context.sandbox.kind !== 'none',
                enclose: start => (0,enclose/* enclose */.g)(context, { ...start, directory: worktree.path, log, agent }),
                files: paths,
                environment: ofAgent => (0,command_environment/* toTaskEnvironment */.oU)(context, { ...task, id: this.name }, commit, ofAgent),
                keys: context.repository.keys,
                marks: { ...(0,command_environment/* toTaskMarks */.B_)(context, this.name), PARALLEL_AGENTS_ATTEMPT: String(round) },
            },
            limits: { timeoutMinutes: task.timeoutMinutes, stallMinutes: task.stallMinutes },
            log,
            prices: context.plan.prices,
            signal: context.signal,
        });
        const { usage, seconds } = answer;
        context.budget.add(usage, seconds);
        const purpose = `conflicts of ${task.id}`;
        await (0,spending/* addSpending */.Kq)(context.store, { purpose, agent: agent.name, seconds, usage });
        return answer;
    }
    toContinuation(feedback) {
        return `# Your resolution was refused\n\n${feedback.at(-1) ?? ''}\n\nCorrect it in the same checkout, by the same rules. What you write to ${this.choicesFile} is read anew.\n`;
    }
    async toPrompt(feedback) {
        return toResolvePrompt({
            ...(await readSideReports(this.context, this.merge)),
            files: await writeVersions((0,external_node_path_.join)(this.paths.exchange, 'versions'), this.questions),
            feedback,
            choicesFile: this.choicesFile,
            reportFile: this.paths.report,
        });
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./lib/files/programs.js
var programs = __webpack_require__(14942);
;// CONCATENATED MODULE: ./lib/integration/resolve/resolve-with-driver.js










/** As their own documentation configures them for git. */
const drivers = [
    {
        program: 'mergiraf',
        toArguments: ({ base, ours, theirs, path }) => ['merge', '--git', base, ours, theirs, '-p', path],
    },
    { program: 'weave-driver', toArguments: ({ base, ours, theirs, path }) => [base, ours, theirs, '7', path] },
];
const driverMilliseconds = 30_000;
/**
 * Asks the merge drivers that are installed about a file that rules could not resolve. Their answer is accepted only with the proof, like
 * any other, and remembered, so that the same merge is the same where they are not installed.
 */
async function resolveWithDriver(resolving, file) {
    const { context } = resolving;
    if (!context.plan.integration.resolvers.includes('drivers'))
        return file;
    const reasons = [...file.reasons];
    for (const driver of drivers) {
        if ((0,programs/* tryProgram */.Sv)(driver.program) === undefined)
            continue;
        const answer = await tryDriver(resolving, driver, file);
        if (typeof answer !== 'string')
            return answer;
        reasons.push(`${driver.program}: ${answer}`);
    }
    return { ...file, reasons };
}
async function tryDriver({ context, harness, cache }, driver, { conflict }) {
    const versions = await (0,merge_conflict/* tryReadVersions */.Xq)(harness, conflict);
    const mode = (0,merge_conflict/* tryMergeModes */.MO)(conflict);
    const { ours, theirs } = conflict;
    if (versions === undefined || mode === undefined || !ours || !theirs)
        return 'not a file that both sides have';
    const unfit = (0,text_shape/* findUnfit */.M)([versions.base ?? '', versions.ours, versions.theirs]);
    if (unfit !== undefined)
        return unfit;
    const folder = (0,external_node_path_.join)(context.paths.scripts, `driver-${ours.id}-${theirs.id}`);
    try {
        const text = await runDriver(context.repository.env, driver, folder, versions);
        if (text === undefined)
            return 'it leaves a conflict';
        const proof = await (0,check_proof/* checkProof */.D)(versions, text, []);
        if (proof.kind === 'refuted')
            return proof.problems.join('; ');
        // It is remembered, so it must be in the repository and not only where merges are tried.
        const id = await (0,objects/* writeObject */.p7)(context.repository.store, 'blob', text);
        const result = { mode, id };
        const file = { conflict, result, proof: `${driver.program}: ${proof.checked}`, choices: [] };
        await cache.add([(0,stored_resolution/* toStoredResolution */.l)('driver', file)]);
        return { ...file, by: 'rule:drivers' };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function runDriver(env, { program, toArguments }, folder, { path, base = '', ours, theirs }) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const place = (side) => (0,external_node_path_.join)(folder, `${side}-${(0,external_node_path_.basename)(path)}`);
    const files = { base: place('base'), ours: place('ours'), theirs: place('theirs'), path };
    (0,plain_file/* writePlainFile */.GF)(files.base, base);
    (0,plain_file/* writePlainFile */.GF)(files.ours, ours);
    (0,plain_file/* writePlainFile */.GF)(files.theirs, theirs);
    const isDone = await new Promise(resolve => {
        const options = { cwd: folder, env, timeout: driverMilliseconds };
        (0,external_node_child_process_.execFile)((0,programs/* requireProgram */.qi)(program), toArguments(files), options, error => resolve(error === null));
    });
    return isDone ? (0,plain_file/* readPlainText */.Sg)(files.ours) : undefined;
}

;// CONCATENATED MODULE: ./lib/integration/resolve/resolve-merge.js







/**
 * Climbs the ladder for every file on which git stopped: what is remembered, rules, tests that choose among candidates, an agent; then files that a command makes are
 * regenerated from the merged rest. All files or none: a merge that is resolved in part is not made.
 */
async function resolveMerge(resolving, merge) {
    const { context, harness } = resolving;
    if (context.plan.integration.onConflict === 'stop')
        return leave(merge, 'the plan leaves conflicts to people');
    const awkward = (0,merge_conflict/* findAwkward */.Vk)(merge.record);
    if (awkward.length > 0)
        return { kind: 'unresolved', left: awkward };
    const generated = merge.record.conflicts.filter(conflict => (0,regenerate/* isGenerated */.UK)(context, conflict));
    const others = merge.record.conflicts.filter(conflict => !generated.includes(conflict));
    const tried = await Promise.all(others.map(conflict => resolveFile(resolving, conflict)));
    const files = tried.filter(file => 'result' in file);
    let left = tried.filter(file => 'reasons' in file);
    if (left.length > 0) {
        const chosen = await chooseByTests(resolving, merge, { files, generated, left });
        files.push(...chosen.files);
        left = chosen.left;
    }
    if (left.length > 0 && resolving.asksAgent) {
        const answer = await resolveWithAgent(resolving, merge, files, left);
        files.push(...answer.files);
        left = answer.left;
    }
    if (left.length > 0)
        return { kind: 'unresolved', left };
    const made = await (0,regenerate/* regenerate */.Pw)(resolving, merge, files, generated);
    if ('left' in made)
        return { kind: 'unresolved', left: made.left };
    files.push(...made.files);
    return { kind: 'resolved', tree: await (0,merge_conflict/* applyFiles */.m3)(harness, merge.record.tree, files), files };
}
/** How a stored resolution is called in reports. */
const storedNames = {
    agent: 'agent',
    person: 'person',
    command: 'rule:generated',
    driver: 'rule:drivers',
    tests: 'tests',
};
async function resolveFile(resolving, conflict) {
    const { harness, cache, context } = resolving;
    const { resolvers } = context.plan.integration;
    const known = resolvers.includes('cache') ? await cache.tryFind(conflict) : undefined;
    if (known === undefined) {
        const again = resolvers.includes('cache') ? await tryReapply(resolving, conflict) : undefined;
        if (again !== undefined)
            return again;
        const answer = await (0,resolve_by_rules/* resolveByRules */.n)(harness, resolvers, conflict);
        return 'result' in answer ? answer : resolveWithDriver(resolving, answer);
    }
    const { result, by, proof, choices, candidate } = known;
    return { conflict, result, by: storedNames[by], proof, choices, ...(candidate && { candidate }) };
}
function leave({ record }, reason) {
    return { kind: 'unresolved', left: record.conflicts.map(conflict => ({ conflict, reasons: [reason] })) };
}

// EXTERNAL MODULE: ./lib/git/refs/containment.js
var refs_containment = __webpack_require__(56111);
// EXTERNAL MODULE: ./lib/merging/join-branches.js
var join_branches = __webpack_require__(13796);
// EXTERNAL MODULE: ./lib/plan/graph/merge-order.js
var merge_order = __webpack_require__(11153);
// EXTERNAL MODULE: ./lib/tasks/forecast/announce.js
var announce = __webpack_require__(88715);
// EXTERNAL MODULE: ./lib/tasks/forecast/expectations.js
var expectations = __webpack_require__(53999);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast.js + 11 modules
var forecast_forecast = __webpack_require__(6085);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast-lines.js
var forecast_lines = __webpack_require__(84507);
// EXTERNAL MODULE: ./lib/tasks/work/agent-trailers.js + 1 modules
var agent_trailers = __webpack_require__(61506);
// EXTERNAL MODULE: ./lib/tasks/work/order-facts.js
var order_facts = __webpack_require__(93920);
;// CONCATENATED MODULE: ./lib/integration/chain/branches.js









/**
 * The branches of all tasks that succeeded, in the order in which they are merged. The conflicts that are coming decide about it,
 * and are announced.
 */
async function toBranches(context, base, results, isTrial) {
    const { plan, harness } = context;
    const tasks = plan.tasks.filter(task => toCommit(results.get(task.id)) !== undefined);
    const commits = new Map(tasks.map(task => [task.id, toCommit(results.get(task.id))]));
    const toJoined = await join(context, base, results);
    const joined = new Map([...commits].map(([id, commit]) => [id, toJoined(commit)]));
    const all = [...new Set([...commits.values(), ...joined.values()])];
    const containment = await (0,refs_containment/* readContainment */.zw)(harness, toJoined(base), all);
    const contained = (0,order_facts/* toContainedTasks */.$)(containment, commits, joined);
    const merged = tasks.map(({ id }) => results.get(id));
    const facts = { contained, starts: await (0,order_facts/* readStarts */.y)(context.repository, context.run, merged) };
    const inOrder = (0,merge_order/* toMergeOrder */.k)(tasks, { ...facts, forecast: [] });
    const lines = inOrder.map(id => (0,forecast_lines/* toBranchLine */.S)(context, id, joined.get(id)));
    const reader = new forecast_forecast/* Forecast */.A(context);
    const forecast = await new expectations/* Expectations */.g(context, reader).add(await reader.read(await Promise.all(lines)));
    if (!isTrial)
        await (0,announce/* announceForecast */.h)(context, forecast);
    const taskOf = new Map(tasks.map(task => [task.id, task]));
    const branches = (0,merge_order/* toMergeOrder */.k)(tasks, { ...facts, forecast }).map(id => {
        const task = taskOf.get(id);
        const commit = commits.get(id);
        return {
            task: id,
            title: task.title,
            summary: results.get(id)?.summary ?? null,
            commit,
            joined: toJoined(commit),
            credits: (0,agent_trailers/* toResultTrailers */.N)(plan, task, results.get(id)),
            isInBase: containment.inBase.has(commit),
            requires: new Set([...task.needs.filter(hasBranch), ...(contained.get(id) ?? [])]),
        };
    });
    return { branches, joinedBase: toJoined(base) };
    /** A prerequisite that was allowed to change nothing has no branch to wait for. */
    function hasBranch(id) {
        return results.get(id)?.outcome !== 'no-changes';
    }
}
/** Agents have made nothing of what a task started from, nor of what has landed. */
async function join({ harness, run, base: runBase, start, store }, base, results) {
    const ended = [...results.values()];
    const commits = ended.flatMap(result => toCommit(result) ?? []);
    const starts = ended.flatMap(result => (toCommit(result) === undefined ? [] : (result.base ?? [])));
    const integration = (await store.resolve(store.refs.integration)) ?? [];
    const trusted = [base, start, ...starts].concat(integration);
    return (0,join_branches/* joinBranches */.t)({ harness, run, base: runBase, trusted, commits: [base, ...commits] });
}
function toCommit(result) {
    return result?.outcome === 'succeeded' && !result.rolledBack ? (result.commit ?? undefined) : undefined;
}

// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/integration/chain/colliding.js
var colliding = __webpack_require__(11733);
// EXTERNAL MODULE: ./lib/git/trees/tree-objects.js
var tree_objects = __webpack_require__(49481);
// EXTERNAL MODULE: ./lib/plan/graph/remember.js
var remember = __webpack_require__(13493);
;// CONCATENATED MODULE: ./lib/integration/chain/name-collisions.js




/**
 * Names that only the merge brings together and that macOS and Windows take for one: they differ in case or in how an accent is written.
 * Names that a side has beside each other by itself are its own affair.
 */
async function findNameCollisions(repository, trees) {
    const changes = await (0,tree_diff/* readChanges */.S)(repository, trees.ours, trees.merged);
    const added = changes.filter(({ status }) => status === 'A');
    const paths = new Set(added.flatMap(({ path }) => withFolders(path)));
    const readNames = (0,remember/* remember */.k)((folder) => readMergedFolder(repository, trees.merged, folder), new Map());
    const found = await Promise.all([...paths].map(async (path) => toRivals(path, [...(await readNames(external_node_path_.posix.dirname(path))).keys()])));
    const pairs = await withoutOwn(repository, trees, found.flat());
    return pairs.flatMap(pair => pair.map(path => toUnresolved(path, pair)));
}
/** `a/b/c` with its folders `a` and `a/b`. */
function withFolders(path) {
    const names = path.split('/');
    return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
async function readMergedFolder(repository, tree, folder) {
    const info = await repository.objects.readInfo(folder === '.' ? tree : `${tree}:${folder}`);
    return info?.type === 'tree' ? (0,tree_objects/* readFolder */.j)(repository, info.id) : new Map();
}
function toRivals(path, names) {
    const own = external_node_path_.posix.basename(path);
    const folded = fold(own);
    return names
        .filter(name => name !== own && fold(name) === folded)
        .map(name => [path, external_node_path_.posix.join(external_node_path_.posix.dirname(path), name)]);
}
function fold(name) {
    return name.normalize('NFC').toLowerCase();
}
async function withoutOwn({ objects }, { ours, theirs }, pairs) {
    const has = async (tree, path) => (await objects.readInfo(`${tree}:${path}`)) !== undefined;
    const isOwn = await Promise.all(pairs.map(async ([path, rival]) => {
        const sides = [ours, theirs].map(async (tree) => (await has(tree, path)) && (await has(tree, rival)));
        return (await Promise.all(sides)).includes(true);
    }));
    return pairs.filter((_, index) => !isOwn[index]);
}
function toUnresolved(path, [own, rival]) {
    const reason = `${own} and ${rival} differ only in case or in how an accent is written: macOS and Windows cannot hold both`;
    return { conflict: { path }, reasons: [reason] };
}

// EXTERNAL MODULE: ./lib/git/merge/chain.js
var chain = __webpack_require__(47450);
// EXTERNAL MODULE: ./lib/merging/write-merge.js
var write_merge = __webpack_require__(63809);
// EXTERNAL MODULE: ./lib/model/inert-text.js
var inert_text = __webpack_require__(38017);
// EXTERNAL MODULE: ./lib/tasks/work/commit-body.js
var commit_body = __webpack_require__(57882);
// EXTERNAL MODULE: ./lib/tasks/work/merge-message.js
var merge_message = __webpack_require__(88924);
;// CONCATENATED MODULE: ./lib/integration/chain/write-link.js





/** Writes the commit that brings a branch: its merge, or in linear history all of it. */
async function writeLink({ context, harness }, { tip, branch, made }) {
    const { task, commit: theirs } = branch;
    const { merged: tree, resolved, with: others } = made;
    const { repository } = harness;
    const isLinear = context.plan.history === 'linear';
    const { run } = context;
    const facts = { run, task: { id: task, title: branch.title }, summary: branch.summary, resolved };
    const trailers = (0,merge_message/* toMergeTrailers */.G)(facts);
    const request = { ours: tip.commit, theirs, tree, message: (0,merge_message/* toMergeMessage */.n)(facts), trailers };
    const commit = await (isLinear
        ? (0,write_merge/* writeSquash */.H1)(repository, toSquash(request, branch))
        : (0,write_merge/* writeMerge */.Q5)(repository, request));
    const isWhole = !isLinear && tip.joined === tip.commit && branch.joined === theirs;
    const joined = isWhole ? commit : await (0,write_merge/* writeJoined */.vR)(repository, [commit, tip.joined, branch.joined]);
    return { kind: 'merged', task, commit, tree, joined, resolved, with: others };
}
/** In one commit a task reads like any other change. */
function toSquash(merge, { title, summary, credits }) {
    const [agent, ...coAuthors] = credits;
    const trailers = [...merge.trailers, ...(agent === undefined ? [] : [agent])];
    return {
        ...merge,
        message: (0,commit_body/* toSubjectAndBody */.Xz)((0,inert_text/* toInertLine */.w)(title), (0,commit_body/* toCommitBody */.Ht)(summary)),
        trailers: [...trailers, [chain/* squashTrailer */.FD, merge.theirs], ...coAuthors],
    };
}

;// CONCATENATED MODULE: ./lib/integration/chain/merge-chain.js





/**
 * Merges branches one after another, each with a commit of its own: a merge, or in linear history all of the branch. A branch that conflicts is left out, with all that
 * require it. A merge of the same two commits is made once, so that leaving a branch out costs only what comes behind it.
 */
class MergeChain {
    parts;
    made = new Map();
    /** What could not be resolved, by the branch and the contents. */
    open = new Map();
    colliding;
    constructor(parts) {
        this.parts = parts;
        this.colliding = new colliding/* CollidingBranches */.C(parts.context);
    }
    /** The result for every other branch: first what is merged, in merge order. What is left is tried once more on top of that. */
    async merge(leftOut) {
        const branches = this.parts.branches.filter(({ task }) => !leftOut.has(task));
        const first = await this.mergeOnto([], branches);
        const left = branches.filter(({ task }) => first.some(step => step.task === task && step.kind !== 'merged'));
        const merged = first.filter(step => step.kind === 'merged');
        return [...merged, ...(await this.mergeOnto(merged, left))];
    }
    /** The steps of some branches on top of others. */
    async mergeOnto(before, branches) {
        const inChain = new Set(before.map(({ task }) => task));
        const merged = [];
        const others = [];
        let tip = before.at(-1) ?? this.parts.start;
        for (const branch of branches) {
            const step = await this.mergeBranch(tip, branch, inChain);
            if (step.kind !== 'merged') {
                others.push(step);
                continue;
            }
            merged.push(step);
            tip = step;
            inChain.add(branch.task);
        }
        return [...merged, ...others];
    }
    async mergeBranch(tip, branch, inChain) {
        const { task } = branch;
        const missing = [...branch.requires].filter(id => !inChain.has(id));
        if (missing.length > 0)
            return { kind: 'held', task, by: missing };
        if (branch.isInBase) {
            const { commit, tree, joined } = tip;
            return { kind: 'merged', task, commit, tree, joined, resolved: [], with: [] };
        }
        const key = `${tip.joined} ${branch.commit}`;
        const known = this.made.get(key) ?? this.make(tip, branch, [...inChain]);
        this.made.set(key, known);
        return known;
    }
    async make(tip, branch, before) {
        const { merger } = this.parts;
        const { task, commit, joined } = branch;
        const record = await tryMerge(merger, tip.joined, joined);
        if (typeof record === 'string')
            return toFailedMerge(tip, branch, record);
        if (record.kind === 'clean')
            return this.finish(tip, branch, before, { merged: record.tree, resolved: [], with: [] });
        const colliding = await this.findColliding(before, record.conflicts);
        // What has been left open is not asked again while the contents are the same.
        const key = `${commit} ${record.conflicts.map(toContentKey).join(' ')}`;
        const known = this.open.get(key);
        if (known !== undefined)
            return { kind: 'conflicted', task, left: known, with: colliding, theirs: commit, tree: record.tree };
        const merge = { task, ours: tip.joined, theirs: joined, record, with: before, colliding };
        const resolution = await this.parts.resolve(this.parts.harness, merge);
        if (resolution.kind === 'unresolved') {
            const { left } = resolution;
            this.open.set(key, left);
            return { kind: 'conflicted', task, left, with: colliding, theirs: commit, tree: record.tree };
        }
        const { tree: merged, files: resolved } = resolution;
        return this.finish(tip, branch, before, { merged, resolved, with: colliding });
    }
    findColliding(before, conflicts) {
        const merged = this.parts.branches.filter(({ task }) => before.includes(task));
        return this.colliding.find(merged, conflicts.map(({ path }) => path));
    }
    async finish(tip, branch, before, made) {
        const { repository } = this.parts.harness;
        const { task, commit: theirs } = branch;
        const { merged } = made;
        const left = await findNameCollisions(repository, { ours: tip.tree, theirs, merged });
        if (left.length === 0)
            return writeLink(this.parts, { tip, branch, made });
        const paths = left.map(({ conflict }) => conflict);
        return {
            kind: 'conflicted',
            task,
            left,
            with: await this.findColliding(before, paths),
            theirs,
            tree: merged,
        };
    }
}
/** git before 2.40 ends itself on some moves of whole folders: then it is for people to say how these two belong together. */
async function tryMerge(merger, ours, theirs) {
    try {
        return await merger.merge(ours, theirs);
    }
    catch (error) {
        if (error instanceof run_git/* GitError */.XS)
            return error.message;
        throw error;
    }
}
function toFailedMerge(tip, { task, commit }, reason) {
    const left = [{ conflict: { path: merge_conflict/* wholeTree */.Ih }, reasons: [reason] }];
    return { kind: 'conflicted', task, left, with: [], theirs: commit, tree: tip.tree };
}
function toContentKey({ path, base, ours, theirs }) {
    return [path, base?.id, ours?.id, theirs?.id].join(' ');
}

// EXTERNAL MODULE: ./lib/integration/chain/merge-step.js
var merge_step = __webpack_require__(22903);
;// CONCATENATED MODULE: ./lib/integration/chain/with-chain.js







/**
 * Makes ready to merge the branches of all tasks that succeeded onto a base, for as long as some work takes.
 *
 * @param verdicts Where it is remembered what tests say about candidates; undefined: tests choose none.
 */
function withChain(context, base, results, work, verdicts) {
    const cache = new resolution_cache/* ResolutionCache */.F(context);
    const resolve = (harness, merge) => resolveMerge({ context, harness, cache, asksAgent: true, verdicts }, merge);
    return withChainThat({ context, base, results, resolve }, work);
}
/** The same with another way to resolve conflicts. */
async function withChainThat({ context, base, results, resolve, isTrial = false }, work) {
    const { branches, joinedBase } = await toBranches(context, base, results, isTrial);
    const known = [base, ...branches.map(({ commit }) => commit)];
    const harness = await (0,scratch/* openScratch */.jd)(context.harness, context.paths.scratch);
    await (0,scratch/* writeCommitGraph */.d9)(harness, known);
    const merger = await merge_merger/* Merger */.n.open(harness, base);
    try {
        const start = { ...(await (0,merge_step/* readTip */.a)(context, base)), joined: joinedBase };
        const chain = new MergeChain({ context, harness, merger, resolve, start, branches });
        return await work({ harness, start, branches, chain, known });
    }
    finally {
        merger.close();
        await (0,scratch/* closeScratch */.ZF)(harness);
    }
}


/***/ }),

/***/ 81501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readChoices)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33854);


const choiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    sentence: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(500),
    dropped: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
});
/** What an agent says that it decided about the files of a merge, by path. Lines that cannot be read do not count. */
function readChoices(file) {
    const choices = new Map();
    for (const line of (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlainText */ .Sg)(file).split('\n')) {
        const choice = tryChoice(line);
        if (choice !== undefined)
            choices.set(choice.path, [...(choices.get(choice.path) ?? []), choice]);
    }
    return choices;
}
function tryChoice(line) {
    try {
        return choiceSchema.parse(JSON.parse(line));
    }
    catch {
        return undefined; // the proof says what is missing
    }
}


/***/ }),

/***/ 33916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lu: () => (/* binding */ listFileCandidates),
  yV: () => (/* binding */ tryCandidateFiles),
  pq: () => (/* binding */ tryOneSidedTexts),
  qm: () => (/* binding */ writeTexts)
});

// EXTERNAL MODULE: ./lib/conflicts/candidates/list-candidates.js + 1 modules
var list_candidates = __webpack_require__(36860);
// EXTERNAL MODULE: ./lib/conflicts/proof/parses.js
var parses = __webpack_require__(39296);
// EXTERNAL MODULE: ./lib/conflicts/text/text-shape.js
var text_shape = __webpack_require__(3468);
// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(70941);
;// CONCATENATED MODULE: ./lib/conflicts/candidates/one-sided.js



/**
 * The merged file with only one side's version of every place that both have changed: what is left when the other's change there is
 * dropped. A test that passes on it does not depend on that change. Undefined where that is no text that parses.
 */
async function tryOneSided(conflict, side) {
    const { path, base = '', ours, theirs } = conflict;
    if (ours === undefined || theirs === undefined)
        return undefined;
    const plain = (0,text_shape/* tryPlainConflict */.o)({ path, base, ours, theirs });
    if (plain === undefined)
        return undefined;
    const segments = (0,three_way/* mergeLines */.Ac)(plain.conflict.base ?? '', plain.conflict.ours, plain.conflict.theirs);
    const lines = segments.flatMap(segment => (segment.kind === 'merged' ? segment.items : segment[side]));
    const text = lines.join('');
    return (await (0,parses/* tryCheckSyntax */.$)(path, text)) === false ? undefined : plain.restore(text);
}

// EXTERNAL MODULE: ./lib/git/objects/objects.js
var objects = __webpack_require__(16479);
// EXTERNAL MODULE: ./lib/merging/merge-conflict.js
var merge_conflict = __webpack_require__(43162);
;// CONCATENATED MODULE: ./lib/integration/resolve/candidate-files.js




/** The candidates for a file. None where a side has no text of it. */
async function listFileCandidates({ resolvers, candidates: { most } }, versions) {
    return versions === undefined ? [] : (0,list_candidates/* listCandidates */.j)(versions, { resolvers, limit: most });
}
/** All files of a merge with their candidates; undefined when one of them has none. */
async function tryCandidateFiles({ harness, context }, left) {
    const files = [];
    for (const file of left) {
        const versions = await (0,merge_conflict/* tryReadVersions */.Xq)(harness, file.conflict);
        const mode = (0,merge_conflict/* tryMergeModes */.MO)(file.conflict);
        const candidates = await listFileCandidates(context.plan.integration, versions);
        if (versions === undefined || mode === undefined || candidates.length === 0)
            return undefined;
        files.push({ file, versions, mode, candidates });
    }
    return files;
}
/** The entries of some files with one text each. */
function writeTexts({ harness }, files, texts) {
    const { store } = harness.repository;
    return Promise.all(files.map(async ({ file, mode }, index) => {
        const id = await (0,objects/* writeObject */.p7)(store, 'blob', texts[index]);
        return [file.conflict.path, { mode, id }];
    }));
}
/** All files with the change of one side dropped; undefined when one of them does not parse then. */
async function tryOneSidedTexts(files, side) {
    const texts = await Promise.all(files.map(({ versions }) => tryOneSided(versions, side)));
    return texts.every(text => text !== undefined) ? texts : undefined;
}


/***/ }),

/***/ 49473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ writeOpenMerge),
/* harmony export */   l: () => (/* binding */ checkOutAs)
/* harmony export */ });
/* harmony import */ var _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12953);
/* harmony import */ var _git_worktree_worktree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71711);


/** Writes an unfinished merge as a commit that can be checked out. It is never on a branch. */
function writeOpenMerge({ repository }, { tree, ours, theirs, message }) {
    return (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCommit */ .rV)(repository.store, {
        tree,
        parents: [ours, theirs],
        author: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        committer: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .harnessIdentity */ .J6,
        date: 0,
        message,
        trailers: [],
    });
}
/**
 * Checks a commit out for something that is no task.
 *
 * @param harness Sees the objects of the commit.
 * @param name Of the worktree and its branch; no task can have it.
 */
function checkOutAs({ paths, visibleRefs }, harness, name, commit) {
    return (0,_git_worktree_worktree_js__WEBPACK_IMPORTED_MODULE_1__/* .createWorktree */ .MV)(harness, {
        path: paths.worktree(name),
        stateFolder: paths.task(name).worktreeState,
        commit,
        branch: name,
        packedRefs: visibleRefs,
    });
}


/***/ }),

/***/ 24127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ toGenerator),
/* harmony export */   Pw: () => (/* binding */ regenerate),
/* harmony export */   UK: () => (/* binding */ isGenerated)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _agents_find_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65241);
/* harmony import */ var _agents_process_log_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69685);
/* harmony import */ var _agents_process_telling_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11296);
/* harmony import */ var _checkouts_equip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46003);
/* harmony import */ var _conflicts_formats_generated_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20689);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33854);
/* harmony import */ var _git_objects_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16479);
/* harmony import */ var _merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43162);
/* harmony import */ var _merging_stored_resolution_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(14843);
/* harmony import */ var _plan_scope_globs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(43159);
/* harmony import */ var _run_command_environment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(75808);
/* harmony import */ var _run_run_paths_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24045);
/* harmony import */ var _run_run_script_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(56078);
/* harmony import */ var _tasks_work_remove_task_folders_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(52900);
/* harmony import */ var _check_out_merge_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(49473);
















const worktreeName = '_generate';
/** Whether a file is made by a command from others, so that it is regenerated instead of merged. A side that has deleted it wants none. */
function isGenerated(context, { path, ours, theirs }) {
    if (!context.plan.integration.resolvers.includes('generated'))
        return false;
    const areFiles = [ours, theirs].every(side => side?.mode.startsWith('100'));
    return areFiles && toGenerator(context, path) !== undefined;
}
/** The command that regenerates a file; undefined: none does. */
function toGenerator({ plan }, path) {
    const own = Object.entries(plan.integration.generated).find(([glob]) => (0,_plan_scope_globs_js__WEBPACK_IMPORTED_MODULE_9__/* .toMatcher */ .WV)([glob])(path));
    if (own !== undefined)
        return { command: own[1], program: undefined, folder: '.' };
    const rule = (0,_conflicts_formats_generated_js__WEBPACK_IMPORTED_MODULE_5__/* .toGeneratedRule */ .B)(path);
    return rule && { command: rule.command, program: rule.program, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) };
}
/**
 * Regenerates files from the merged rest: in a worktree in which they are as on the side that is merged into. What a
 * command makes is remembered, so that the same merge is the same on a machine where the command answers differently.
 */
async function regenerate(resolving, merge, files, generated) {
    if (generated.length === 0)
        return { files: [] };
    const { cache } = resolving;
    const known = await Promise.all(generated.map(conflict => cache.tryFind(conflict)));
    if (known.every(found => found !== undefined)) {
        return {
            files: generated.map((conflict, index) => {
                const { result, proof = '' } = known[index] ?? {};
                return {
                    conflict,
                    result: result,
                    by: 'rule:generated',
                    proof,
                    choices: [],
                };
            }),
        };
    }
    const oldSide = generated.map(conflict => ({
        conflict,
        result: conflict.ours,
        by: 'rule:generated',
        proof: '',
        choices: [],
    }));
    const tree = await (0,_merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_8__/* .applyFiles */ .m3)(resolving.harness, merge.record.tree, [...files, ...oldSide]);
    try {
        return await runGenerators(resolving, merge, tree, generated);
    }
    finally {
        await (0,_checkouts_equip_js__WEBPACK_IMPORTED_MODULE_4__/* .unequip */ .s)(resolving.context, worktreeName);
        await (0,_tasks_work_remove_task_folders_js__WEBPACK_IMPORTED_MODULE_13__/* .removeTaskFolders */ .d)(resolving.context, worktreeName);
    }
}
async function runGenerators({ context, harness, cache }, merge, tree, generated) {
    const directory = await checkOut({ context, harness }, merge, tree);
    const commands = new Map();
    for (const { path } of generated) {
        const generator = toGenerator(context, path);
        commands.set(`${generator.folder} ${generator.command}`, generator);
    }
    for (const generator of commands.values()) {
        const problem = await runGenerator(context, directory, generator);
        if (problem !== undefined)
            return { left: generated.map(conflict => ({ conflict, reasons: [`generated: ${problem}`] })) };
    }
    const made = await Promise.all(generated.map(async (conflict) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, conflict.path);
        const content = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_6__/* .tryReadPlainFile */ .iw)(path);
        if (content === undefined)
            return undefined;
        const id = await (0,_git_objects_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .writeObject */ .p7)(context.repository.store, 'blob', content);
        const { mode } = conflict.ours;
        const proof = `regenerated by "${toGenerator(context, conflict.path)?.command}"`;
        return { conflict, result: { mode, id }, by: 'rule:generated', proof, choices: [] };
    }));
    const files = made.filter(file => file !== undefined);
    if (files.length < generated.length) {
        const reasons = ['generated: the command did not write the file'];
        return { left: generated.map(conflict => ({ conflict, reasons })) };
    }
    await cache.add(files.map(file => (0,_merging_stored_resolution_js__WEBPACK_IMPORTED_MODULE_15__/* .toStoredResolution */ .l)('command', file)));
    return { files };
}
async function runGenerator(context, directory, { command, program, folder }) {
    if (program !== undefined && !(0,_agents_find_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .isInstalled */ .j)(program, context.repository.env))
        return `${program} is not installed, and "${command}" would be needed`;
    const { timeoutMinutes } = context.plan.integration;
    const logPath = context.paths.log(_run_run_paths_js__WEBPACK_IMPORTED_MODULE_11__/* .integrationName */ .Sf);
    const end = await (0,_run_run_script_js__WEBPACK_IMPORTED_MODULE_12__/* .runScript */ .j)(context, {
        script: command,
        directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, folder),
        env: (0,_run_command_environment_js__WEBPACK_IMPORTED_MODULE_10__/* .toCommandEnvironment */ .mN)(context, worktreeName),
        logPath,
        title: 'generate',
        timeoutMinutes,
    });
    if (end.kind === 'exited' && end.code === 0)
        return undefined;
    const said = (0,_agents_process_telling_line_js__WEBPACK_IMPORTED_MODULE_3__/* .toTellingEnd */ .m)((0,_agents_process_log_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readTail */ .Z)(logPath, 0, 1 << 16));
    return `"${command}" ${(0,_run_run_script_js__WEBPACK_IMPORTED_MODULE_12__/* .toEndText */ .w)(end, timeoutMinutes)}${said}`;
}
async function checkOut({ context, harness }, { ours, theirs }, tree) {
    const message = 'A merge without its generated files';
    const commit = await (0,_check_out_merge_js__WEBPACK_IMPORTED_MODULE_14__/* .writeOpenMerge */ .W)(harness, { tree, ours, theirs, message });
    const worktree = await (0,_check_out_merge_js__WEBPACK_IMPORTED_MODULE_14__/* .checkOutAs */ .l)(context, harness, worktreeName, commit);
    await (0,_checkouts_equip_js__WEBPACK_IMPORTED_MODULE_4__/* .equip */ .F)(context, worktreeName, worktree);
    return worktree.path;
}


/***/ }),

/***/ 70893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ chosenCandidateSchema),
/* harmony export */   d: () => (/* binding */ toChosenText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** Which of the candidates for a file the tests have chosen. */
const chosenCandidateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Its place in the order of trust, from 1. */
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(1).max(100),
    of: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(1).max(100),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(60),
    /** How many tests passed; null where the output of the tests does not tell. */
    passed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(0).nullable(),
    /** Whether it is known that a test touches the place. */
    isTouched: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
/** `candidate 2 of 4 (words), chosen by tests: 12 passed`. */
function toChosenText({ number, of, kind, passed, isTouched }) {
    const count = passed === null ? 'all passed' : `${passed} passed`;
    const doubt = isTouched ? '' : ', and none is known to touch these lines';
    return `candidate ${number} of ${of} (${kind}), chosen by tests: ${count}${doubt}`;
}


/***/ }),

/***/ 65870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ResolutionCache)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _git_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16479);
/* harmony import */ var _git_trees_tree_edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58913);
/* harmony import */ var _chosen_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70893);




const objectId = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(4096),
    base: objectId.nullable(),
    ours: objectId,
    theirs: objectId,
    /** What stands there instead. */
    result: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ mode: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['100644', '100755']), id: objectId }),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['agent', 'person', 'command', 'driver', 'tests']),
    /** What was checked. */
    proof: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    choices: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** With `by: tests`. */
    candidate: _chosen_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .chosenCandidateSchema */ .L.optional(),
});
const indexSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1), resolutions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(entrySchema) });
/**
 * Remembers resolutions by the blobs that were merged, so that the same merge is the same whenever and wherever it is made. They are
 * a tree on a ref of the run: an index, and the files themselves so that they travel along.
 */
class ResolutionCache {
    context;
    entries;
    constructor(context) {
        this.context = context;
    }
    async tryFind(conflict) {
        return (await this.load()).get(toKey(conflict));
    }
    /** All that is remembered. */
    async list() {
        return [...(await this.load()).values()];
    }
    /** Stores resolutions in one step. Their results must be objects of the repository. */
    async add(resolutions) {
        const entries = await this.load();
        for (const resolution of resolutions)
            entries.set(toStoredKey(resolution), resolution);
        const { repository, store } = this.context;
        const all = [...entries.values()];
        const index = await store.writeJson({ version: 1, resolutions: all });
        const files = all.map(({ result }) => [
            `files/${result.id}`,
            { mode: '100644', id: result.id },
        ]);
        const edits = new Map([...files, ['index.json', { mode: '100644', id: index }]]);
        const empty = await (0,_git_trees_tree_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .editTree */ .n)(repository, await writeEmptyTree(this.context), edits);
        await store.pointRefs([[store.refs.resolutions, empty]]);
    }
    async load() {
        if (this.entries === undefined) {
            const { store } = this.context;
            const index = await store.readJson(`${store.refs.resolutions}:index.json`, indexSchema);
            this.entries = new Map(index?.resolutions.map(entry => [toStoredKey(entry), entry]));
        }
        return this.entries;
    }
}
function writeEmptyTree({ repository }) {
    return (0,_git_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .writeObject */ .p7)(repository.store, 'tree', '');
}
function toKey({ path, base, ours, theirs }) {
    return [path, base?.id ?? '', ours?.id ?? '', theirs?.id ?? ''].join(' ');
}
function toStoredKey({ path, base, ours, theirs }) {
    return [path, base ?? '', ours, theirs].join(' ');
}


/***/ }),

/***/ 14843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ toStoredResolution)
/* harmony export */ });
/** A resolution of a file that both sides have, as it is stored. */
function toStoredResolution(by, { conflict: { path, base, ours, theirs }, result, proof, choices, candidate }) {
    return {
        path,
        base: base?.id ?? null,
        ours: ours?.id ?? '',
        theirs: theirs?.id ?? '',
        result: { mode: result.mode, id: result.id },
        by,
        proof,
        choices: [...choices],
        ...(candidate && { candidate }),
    };
}


/***/ }),

/***/ 25998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ VerdictStore),
/* harmony export */   _: () => (/* binding */ toVerdictKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);


const failedTest = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    runner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('passed'),
        /** How many tests ran, where that is known. */
        ran: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable().optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('failed'),
        failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(failedTest).nullable(),
        isBroken: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        stage: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['setup', 'test']),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
]);
const storeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1), verdicts: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), verdictSchema) });
/** Remembers test results by tree and command on a ref of the run, so that nothing is tested twice, also after a crash. */
class VerdictStore {
    context;
    verdicts;
    writing = Promise.resolve();
    constructor(context) {
        this.context = context;
    }
    async tryFind(key) {
        return (await this.load()).get(key);
    }
    /** Resolves when it is stored. */
    async add(key, verdict) {
        const verdicts = await this.load();
        verdicts.set(key, verdict);
        this.writing = this.writing.then(() => this.write(verdicts));
        await this.writing;
    }
    /** A failure counts for one run of the search: when the user asks again, it may have been cured from outside. */
    async forgetFailures() {
        const verdicts = await this.load();
        const passed = [...verdicts].filter(([, { kind }]) => kind === 'passed');
        if (passed.length === verdicts.size)
            return;
        this.verdicts = new Map(passed);
        await this.write(this.verdicts);
    }
    async load() {
        if (this.verdicts === undefined) {
            const { store } = this.context;
            const stored = await store.readJson(store.refs.verdicts, storeSchema);
            this.verdicts ??= new Map(Object.entries(stored?.verdicts ?? {}));
        }
        return this.verdicts;
    }
    async write(verdicts) {
        const { store } = this.context;
        const blob = await store.writeJson({ version: 1, verdicts: Object.fromEntries(verdicts) });
        await store.pointRefs([[store.refs.verdicts, blob]]);
    }
}
/** The name under which a result is remembered: the tree and everything that says what is run on it. */
function toVerdictKey(tree, commands) {
    return `${tree} ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 16)}`;
}


/***/ }),

/***/ 87262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ buildReport)
});

// EXTERNAL MODULE: ./lib/model/usage.js
var model_usage = __webpack_require__(81218);
// EXTERNAL MODULE: ./lib/report/text/cost.js
var cost = __webpack_require__(59087);
// EXTERNAL MODULE: ./lib/plan/graph/weights.js
var weights = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/report/timing.js

/**
 * What a run took against what it could have taken at best: no schedule of the same tasks on as many slots is shorter than the
 * longest chain of tasks, nor than all work spread evenly (Graham 1966). Measured seconds only.
 */
function toTiming(tasks, results, slots, { wallSeconds, integrationSeconds, resumed }) {
    const seconds = new Map(tasks.map(task => [task.id, results.get(task.id)?.seconds ?? 0]));
    const taskSeconds = [...seconds.values()].reduce((sum, value) => sum + value, 0);
    const criticalPathSeconds = Math.max(0, ...(0,weights/* toRemainingPaths */.Gg)(tasks, seconds).values());
    return {
        wallSeconds: round(wallSeconds),
        taskSeconds: round(taskSeconds),
        integrationSeconds: round(integrationSeconds),
        criticalPathSeconds: round(criticalPathSeconds),
        lowerBoundSeconds: round(Math.max(criticalPathSeconds, taskSeconds / slots)),
        // The wall clock of a resumed run does not cover the tasks that were done before.
        speedup: !resumed && wallSeconds > 0 && taskSeconds > 0
            ? Math.round(((taskSeconds + integrationSeconds) / wallSeconds) * 100) / 100
            : null,
    };
}
function round(seconds) {
    return Math.round(seconds * 1000) / 1000;
}

;// CONCATENATED MODULE: ./lib/report/build-report.js



function buildReport(facts) {
    const tasks = Object.fromEntries(facts.plan.tasks.map(task => [task.id, toTaskReport(task, facts)]));
    return {
        version: 2,
        run: facts.run,
        plan: facts.plan.name,
        target: facts.target,
        base: facts.base,
        status: toStatus(facts, Object.values(tasks)),
        retryAt: facts.retryAt,
        maxParallel: facts.maxParallel,
        sandbox: facts.sandbox,
        deniedHosts: facts.deniedHosts,
        tasks,
        cost: toCostReport(facts),
        integration: facts.integration,
        timing: toTiming(facts.plan.tasks, facts.results, facts.maxParallel, facts),
    };
}
function toCostReport({ results, spent }) {
    const ofTasks = (0,cost/* tryUsageOfTasks */.i7)(results.values());
    const usage = (0,model_usage/* addUsage */.vk)(ofTasks, spent) ?? model_usage/* unknownUsage */.wD;
    return {
        usd: usage.costUsd,
        known: usage.costKnown,
        tasksUsd: ofTasks?.costUsd ?? null,
        conflictsUsd: spent?.costUsd ?? null,
        usage,
    };
}
function toTaskReport(task, { results, landings }) {
    const result = results.get(task.id);
    const landing = landings.get(task.id);
    if (result === undefined)
        throw new Error(`task ${task.id} has no result`);
    const { version: _, task: __, ...rest } = result;
    return {
        ...rest,
        title: task.title,
        landing: landing?.landing ?? 'none',
        reason: landing?.reason ?? result.reason,
    };
}
/**
 * - cancelled: the run was stopped;
 * - landed: every task landed, or ended without a change as it was allowed to, and the result was put where it should be;
 * - failed: nothing landed although something should have;
 * - partial: everything else.
 */
function toStatus({ cancelled, integration, plan }, tasks) {
    if (cancelled)
        return 'cancelled';
    const allowed = new Set(plan.tasks.filter(task => task.allowNoChanges).map(task => task.id));
    const isFine = (task, id) => task.landing === 'landed' || (task.outcome === 'no-changes' && allowed.has(id));
    const isPlaced = integration.land.mode === 'none' || integration.land.done;
    const all = plan.tasks.every((task, index) => isFine(tasks[index], task.id));
    const landed = tasks.some(task => task.landing === 'landed');
    if (all && (isPlaced || !landed))
        return 'landed';
    return landed ? 'partial' : 'failed';
}


/***/ }),

/***/ 26894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ toLabel),
/* harmony export */   Jj: () => (/* binding */ toNodeName),
/* harmony export */   lg: () => (/* binding */ toPlanGraph)
/* harmony export */ });
/** The plan as a Mermaid flowchart. Dotted edges were added because scopes overlap. */
function toPlanGraph({ tasks }) {
    const nodes = tasks.map(({ id, title }) => `  ${toNodeName(id)}["${toLabel(title === id ? id : `${id}: ${title}`)}"]`);
    const edges = tasks.flatMap(({ id, needs, after }) => [
        ...needs.map(other => `  ${toNodeName(other)} --> ${toNodeName(id)}`),
        ...after.map(other => `  ${toNodeName(other)} -.-> ${toNodeName(id)}`),
    ]);
    return ['flowchart LR', ...nodes, ...edges].join('\n');
}
/** Ids such as `end` are words of Mermaid, so every name gets a prefix. */
function toNodeName(id) {
    return `t_${id.replaceAll('-', '_')}`;
}
/** Text inside the quotes of a Mermaid label. */
function toLabel(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[#"<>&;`\\[\]{}|]/g, character => `#${character.codePointAt(0)};`)
        .slice(0, 200);
}


/***/ }),

/***/ 10634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ toDiagram),
  v: () => (/* binding */ toRunSummary)
});

// EXTERNAL MODULE: ./lib/report/text/timing-text.js
var timing_text = __webpack_require__(63198);
// EXTERNAL MODULE: ./lib/report/markdown/plan-graph.js
var plan_graph = __webpack_require__(26894);
;// CONCATENATED MODULE: ./lib/report/markdown/gantt.js

/** What ran when, as a Mermaid Gantt chart of measured times; undefined when nothing ran. Tasks that never started are left out. */
function tryGantt({ tasks }) {
    const bars = Object.entries(tasks)
        .flatMap(([id, task]) => tryTimes(id, task) ?? [])
        .sort((a, b) => a.start - b.start);
    if (bars.length === 0)
        return undefined;
    return ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...bars.map(toLine)].join('\n');
}
function tryTimes(id, { startedAt, finishedAt, landing, outcome }) {
    const [start, end] = [Date.parse(startedAt ?? ''), Date.parse(finishedAt ?? '')];
    if (Number.isNaN(start) || Number.isNaN(end))
        return undefined;
    const isFine = landing === 'landed' || (landing === 'none' && outcome === 'no-changes');
    return { id, start, end: Math.max(end, start + 1), isFine };
}
/** The sign keeps an id such as `section` from being a word of Mermaid. */
function toLine({ id, start, end, isFine }) {
    return `  ${isFine ? '✓' : '✗'} ${id} :${isFine ? 'done' : 'crit'}, ${(0,plan_graph/* toNodeName */.Jj)(id)}, ${start}, ${end}`;
}

// EXTERNAL MODULE: ./lib/report/markdown/markdown.js + 1 modules
var markdown = __webpack_require__(45521);
;// CONCATENATED MODULE: ./lib/report/markdown/mermaid.js
/** Limits of Mermaid as GitHub sets them: https://mermaid.js.org/config/schema-docs/config.html */
const mostCharacters = 50_000;
const mostEdges = 500;
/** A diagram as Markdown; undefined when it is larger than what GitHub draws. */
function tryMermaid(diagram) {
    const edges = diagram.split('\n').filter(line => / -(-|\.-)> /.test(line)).length;
    if (diagram.length > mostCharacters || edges > mostEdges)
        return undefined;
    return ['```mermaid', diagram, '```'].join('\n');
}

// EXTERNAL MODULE: ./lib/report/markdown/page.js
var page = __webpack_require__(63019);
;// CONCATENATED MODULE: ./lib/report/markdown/run-graph.js

/** Readable on a light and on a dark page. */
const colours = {
    landed: 'fill:#1a7f37,stroke:#1a7f37,color:#ffffff',
    conflicted: 'fill:#9a6700,stroke:#9a6700,color:#ffffff',
    evicted: 'fill:#8250df,stroke:#8250df,color:#ffffff',
    held: 'fill:#57606a,stroke:#57606a,color:#ffffff',
    none: 'fill:#cf222e,stroke:#cf222e,color:#ffffff',
    idle: 'fill:#eaeef2,stroke:#57606a,color:#24292f',
};
/** What was run as a Mermaid flowchart, coloured by how each branch ended. Dotted edges were added because scopes overlap. */
function toRunGraph(tasks, report) {
    const known = tasks.filter(({ id }) => report.tasks[id] !== undefined);
    const nodes = known.map(({ id }) => toNode(id, report.tasks[id]));
    const edges = known.flatMap(({ id, needs, after }) => [
        ...needs.map(other => `  ${(0,plan_graph/* toNodeName */.Jj)(other)} --> ${(0,plan_graph/* toNodeName */.Jj)(id)}`),
        ...after.map(other => `  ${(0,plan_graph/* toNodeName */.Jj)(other)} -.-> ${(0,plan_graph/* toNodeName */.Jj)(id)}`),
    ]);
    const classes = Object.entries(colours).map(([name, style]) => `  classDef ${toClassName(name)} ${style}`);
    return ['flowchart LR', ...nodes, ...edges, ...classes].join('\n');
}
function toNode(id, task) {
    const words = task.landing === 'none' ? task.outcome : task.landing;
    return `  ${(0,plan_graph/* toNodeName */.Jj)(id)}["${(0,plan_graph/* toLabel */.AA)(`${id}: ${words}`)}"]:::${toClassName(toColour(task))}`;
}
function toColour({ landing, outcome }) {
    if (landing !== 'none')
        return landing;
    return ['no-changes', 'blocked', 'cancelled'].includes(outcome) ? 'idle' : 'none';
}
/** Words such as `end` and `class` mean something to Mermaid. */
function toClassName(name) {
    return `is_${name}`;
}

;// CONCATENATED MODULE: ./lib/report/markdown/run-summary.js






/** The report of a run as a page: table, graph, what ran when, how long against the least that was possible, what comes next. */
function toRunSummary({ report, tasks, next, maxBytes }) {
    const gantt = tryGantt(report);
    return (0,page/* toPage */.Z)([
        (0,page/* toText */.f)((0,markdown/* toHeadline */.GM)(report)),
        toTaskRows(report),
        toTroubleRows(report),
        (0,page/* toText */.f)((0,timing_text/* toTimingText */.b)(report)),
        (0,page/* toText */.f)(toDiagram('Tasks', toRunGraph(tasks, report))),
        (0,page/* toText */.f)(gantt === undefined ? '' : toDiagram('What ran when', gantt)),
        (0,page/* toText */.f)(next),
    ], maxBytes);
}
function toTaskRows(report) {
    return {
        kind: 'rows',
        head: markdown/* taskTableHead */.mF,
        rows: Object.entries(report.tasks).map(([id, task]) => ({
            text: (0,markdown/* toTaskRow */.Dq)(id, task),
            isImportant: task.landing !== 'landed',
        })),
        more: hidden => `… and ${hidden} more: the report has them all.`,
    };
}
function toTroubleRows(report) {
    const rows = (0,markdown/* toTroubleLines */.i$)(report).map(text => ({ text, isImportant: true }));
    return { kind: 'rows', head: '### Conflicts and problems\n', rows, more: hidden => `… and ${hidden} more.` };
}
/** A diagram below its title, or a sentence where it would be too large to be drawn. */
function toDiagram(title, diagram) {
    const drawn = tryMermaid(diagram) ?? 'There are too many of them to draw.';
    return `### ${title}\n\n${drawn}`;
}


/***/ }),

/***/ 49751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plainPaint)
/* harmony export */ });
/* unused harmony export toPaint */
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57336);

const plainPaint = picocolors__WEBPACK_IMPORTED_MODULE_0__.createColors(false);
function toPaint(hasColors) {
    return colors.createColors(hasColors);
}


/***/ }),

/***/ 13529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ needsAnother),
/* harmony export */   f: () => (/* binding */ toNextCommands)
/* harmony export */ });
const maxTasks = 12;
/**
 * What to do next: take what landed, look at what did not, try that again.
 *
 * @param program How this program is called.
 */
function toNextCommands(report, program) {
    const missed = Object.entries(report.tasks).filter(([, task]) => needsAnother(task));
    return [
        ...toTake(report, program),
        ...toLookAtIntegration(report, program),
        ...missed.flatMap(([id, task]) => toLook(id, task, report, program)).slice(0, maxTasks),
        ...toRetry(report, missed.map(([id]) => id), program),
    ];
}
/** Whether a task did not do what it should have done. */
function needsAnother({ landing, outcome, reason, rolledBack }) {
    return landing !== 'landed' && !rolledBack && !(outcome === 'no-changes' && reason === null);
}
function toTake({ run, integration, target }, program) {
    const { branch, land } = integration;
    if (branch === null || land.done)
        return [];
    if (land.mode === 'push')
        return [
            {
                command: `${program} merge ${run} --land push`,
                purpose: `land it on ${target}, when that is possible`,
            },
        ];
    return [
        { command: `git diff ${target}...${branch}`, purpose: 'see what landed' },
        { command: `git merge ${branch}`, purpose: 'take what landed' },
    ];
}
function toLookAtIntegration({ run, integration, tasks }, program) {
    const evicted = Object.entries(tasks)
        .filter(([, task]) => task.landing === 'evicted')
        .map(([id]) => id);
    if (integration.trouble === null && evicted.length === 0)
        return [];
    const purpose = evicted.length === 0 ? 'why nothing was tested or landed' : `what ${evicted.join(', ')} broke`;
    return [{ command: `${program} logs integration --run ${run}`, purpose }];
}
function toLook(id, task, { run, integration }, program) {
    if (task.landing === 'conflicted') {
        return [
            {
                command: `${program} merge ${run} --resolve ${id}`,
                purpose: `resolve it by hand, then "merge ${run} --continue"`,
            },
        ];
    }
    const hasLog = task.startedAt !== null || task.outcome === 'infrastructure-error';
    if (task.landing !== 'none' || !hasLog || integration.trouble !== null)
        return [];
    const kept = task.kept === null ? '' : ` (its work: git show ${task.kept})`;
    return [{ command: `${program} logs ${id} --run ${run}`, purpose: `what went wrong with ${id}${kept}` }];
}
function toRetry({ run, status, integration }, missed, program) {
    if (missed.length === 0)
        return [];
    const command = `${program} run --resume ${run}`;
    if (status === 'cancelled')
        return [{ command, purpose: 'go on' }];
    if (integration.trouble !== null) {
        return [
            {
                command: `${program} run <plan> --resume ${run}`,
                purpose: 'go on with a corrected plan: what succeeded is not done again',
            },
        ];
    }
    const last = missed.at(-1);
    const names = missed.length === 1 ? last : `${missed.slice(0, -1).join(', ')} and ${last}`;
    return [{ command, purpose: `try ${missed.length > 6 ? 'them' : names} again` }];
}


/***/ }),

/***/ 35001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ listSpending),
/* harmony export */   Kq: () => (/* binding */ addSpending),
/* harmony export */   ru: () => (/* binding */ readSpent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _model_usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81218);


const entrySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** What the agent was asked for, for example `conflicts of api`. */
    purpose: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    agent: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
    usage: _model_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .usageSchema */ .ht,
});
const ledgerSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1), entries: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entrySchema) });
/** Notes what an agent used besides the tasks, so that it counts also when the process dies right after. */
async function addSpending(store, entry) {
    const entries = [...(await listSpending(store)), entry];
    await store.pointRefs([[store.refs.spending, await store.writeJson({ version: 1, entries })]]);
}
async function listSpending(store) {
    return (await store.readJson(store.refs.spending, ledgerSchema))?.entries ?? [];
}
/** All that was used besides the tasks; undefined: nothing. */
async function readSpent(store) {
    return (0,_model_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .sumUsage */ .Rl)((await listSpending(store)).map(({ usage }) => usage));
}


/***/ }),

/***/ 88715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ announceForecast)
/* harmony export */ });
/* harmony import */ var _model_forecast_conflict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61851);
/* harmony import */ var _forecast_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79507);


/** Stores a forecast where others can read it, and says what is new in it: pairs that appeared or vanished, not lines that moved. */
async function announceForecast({ paths, emit }, conflicts) {
    const before = await (0,_forecast_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readForecastRecord */ .B)(paths.forecast);
    if (JSON.stringify(before.conflicts) === JSON.stringify(conflicts))
        return;
    await (0,_forecast_record_js__WEBPACK_IMPORTED_MODULE_0__/* .writeForecastRecord */ .y)(paths.forecast, { ...before, conflicts });
    const appeared = without(conflicts, before.conflicts);
    const vanished = without(before.conflicts, conflicts);
    emit({ kind: 'forecast', conflicts, appeared, vanished });
}
function without(conflicts, others) {
    const known = new Set(others.map(_model_forecast_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .toConflictKey */ .jb));
    return conflicts.filter(conflict => !known.has((0,_model_forecast_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .toConflictKey */ .jb)(conflict)));
}


/***/ }),

/***/ 53999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ Expectations)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _conflicts_candidates_list_candidates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36860);
/* harmony import */ var _conflicts_formats_generated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20689);
/* harmony import */ var _conflicts_resolve_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48527);
/* harmony import */ var _plan_scope_globs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43159);





/** With more conflicts than these, it is not worked out for any of them. */
const mostConflicts = 200;
/** Works out by what each of the coming conflicts is expected to be resolved. What was worked out about three contents is remembered. */
class Expectations {
    context;
    forecast;
    known = new Map();
    constructor(context, forecast) {
        this.context = context;
        this.forecast = forecast;
    }
    async add(conflicts) {
        if (conflicts.length > mostConflicts)
            return [...conflicts];
        const expected = [];
        for (const conflict of conflicts)
            expected.push({ ...conflict, expected: await this.find(conflict) });
        return expected;
    }
    async find(conflict) {
        const { onConflict, agent } = this.context.plan.integration;
        if (onConflict === 'stop')
            return null;
        const byAgent = agent === undefined ? null : 'agent';
        const ids = this.forecast.blobsOf(conflict);
        if (ids === undefined)
            return null;
        if (this.isGenerated(conflict.path))
            return 'rule:generated';
        const key = [conflict.path, ...ids].join(' ');
        const known = this.known.get(key);
        const found = known === undefined ? await this.resolve(conflict, ids) : known;
        this.known.set(key, found);
        return found === 'candidates' ? (this.hasTest(conflict) ? 'tests' : byAgent) : (found ?? byAgent);
    }
    isGenerated(path) {
        const { resolvers, generated } = this.context.plan.integration;
        if (!resolvers.includes('generated'))
            return false;
        return (0,_plan_scope_globs_js__WEBPACK_IMPORTED_MODULE_4__/* .toMatcher */ .WV)(Object.keys(generated))(path) || (0,_conflicts_formats_generated_js__WEBPACK_IMPORTED_MODULE_2__/* .toGeneratedRule */ .B)(path) !== undefined;
    }
    hasTest({ tasks }) {
        return this.context.plan.tasks.some(({ id, test }) => tasks.includes(id) && test !== undefined);
    }
    async resolve({ path }, ids) {
        const texts = await Promise.all(ids.map(id => this.readText(id)));
        if (ids.some((id, index) => id !== undefined && texts[index] === undefined))
            return null;
        const [base, ours, theirs] = texts;
        const { resolvers, candidates } = this.context.plan.integration;
        const versions = { path, base, ours, theirs };
        const answer = await (0,_conflicts_resolve_text_js__WEBPACK_IMPORTED_MODULE_3__.resolveText)(versions, { resolvers });
        if (answer.kind === 'resolved')
            return `rule:${answer.tier}`;
        const some = candidates.most === 0 ? [] : await (0,_conflicts_candidates_list_candidates_js__WEBPACK_IMPORTED_MODULE_1__/* .listCandidates */ .j)(versions, { resolvers, limit: 1 });
        return some.length === 0 ? null : 'candidates';
    }
    async readText(id) {
        const object = id === undefined ? undefined : await this.context.repository.objects.read(id);
        return object?.type === 'blob' && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(object.content) ? object.content.toString('utf8') : undefined;
    }
}


/***/ }),

/***/ 84507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ toBranchLine),
/* harmony export */   X: () => (/* binding */ toWorkLine)
/* harmony export */ });
/* harmony import */ var _git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50506);
/* harmony import */ var _git_trees_commit_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32874);


/** The finished branch of a task. */
async function toBranchLine({ repository }, task, commit) {
    const tree = await (0,_git_trees_commit_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .requireTree */ .I)(repository, commit);
    return { task, commit, tree, isBranch: true, isForeign: () => false };
}
/** What is in the worktree of a task that is not done. */
async function toWorkLine({ repository }, { task, start, setupTree }, tree) {
    const bySetup = setupTree === null ? [] : await (0,_git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .readChanges */ .S)(repository, start, setupTree);
    const foreign = new Map(bySetup.map(({ path, newId }) => [path, newId]));
    return {
        task: task.id,
        commit: start,
        tree,
        isBranch: false,
        isForeign: ({ newPath, newId }) => foreign.get(newPath) === newId,
    };
}


/***/ }),

/***/ 6085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ Forecast)
});

;// CONCATENATED MODULE: ./lib/conflicts/forecast/group-by.js
/** Items by a key of theirs; within a group they keep their order. */
function groupBy(items, toKey) {
    const groups = new Map();
    for (const item of items) {
        const key = toKey(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: ./lib/conflicts/forecast/common-base.js

/**
 * Which lines to compare, and from where on. A pair is in one comparison at most: most share nothing but the base of the run, so
 * that only those that share more are looked at one by one.
 */
function toComparisons(lines, historyOf) {
    const related = new Map();
    for (const [a, b] of findRelated(lines, historyOf)) {
        const base = toCommonBase(lines[a], lines[b], historyOf);
        related.set(`${a} ${b}`, base.kind === 'contained' ? undefined : base.commit);
    }
    const partners = groupBy([...related.keys()].flatMap(pair => pair.split(' ')), Number);
    const all = {
        base: null,
        members: [...lines.keys()].filter(line => (partners.get(line)?.length ?? 0) < lines.length - 1),
        isCompared: (a, b) => !related.has(`${a} ${b}`),
    };
    const pairs = [...related].filter(([, base]) => base !== undefined);
    const others = [...groupBy(pairs, ([, base]) => base)].map(([base, group]) => {
        const own = new Set(group.map(([pair]) => pair));
        const members = new Set([...own].flatMap(pair => pair.split(' ').map(Number)));
        return {
            base,
            members: [...members].sort((a, b) => a - b),
            isCompared: (a, b) => own.has(`${a} ${b}`),
        };
    });
    return [all, ...others];
}
/** The pairs, by position, that share a commit beyond the base of the run. */
function* findRelated(lines, historyOf) {
    const holders = new Map();
    for (const [b, { commit }] of lines.entries()) {
        const others = new Set([...historyOf(commit)].flatMap(id => holders.get(id) ?? []));
        for (const a of others)
            yield [a, b];
        for (const id of historyOf(commit))
            holders.set(id, [...(holders.get(id) ?? []), b]);
    }
}
/**
 * The merge base of two lines that share something:
 * 1. where one is a branch that the other contains, there is nothing to merge;
 * 2. the commit that contains all they share;
 * 3. where there is none (both started from several branches, each from a merge of its own), the smallest commit of either that
 *    contains it all: git would merge what they share, and so did the one who made that commit.
 */
function toCommonBase(a, b, historyOf) {
    const [ofA, ofB] = [historyOf(a.commit), historyOf(b.commit)];
    if ((a.isBranch && ofB.has(a.commit)) || (b.isBranch && ofA.has(b.commit)))
        return { kind: 'contained' };
    const shared = [...ofA].filter(commit => ofB.has(commit));
    const newest = shared.find(commit => historyOf(commit).size === shared.length);
    return { kind: 'commit', commit: newest ?? findSmallest([...ofA, ...ofB], shared, historyOf) };
}
function findSmallest(candidates, shared, historyOf) {
    const containing = candidates.filter(candidate => shared.every(commit => historyOf(candidate).has(commit)));
    const bySize = (x, y) => historyOf(x).size - historyOf(y).size || (x < y ? -1 : 1);
    return containing.sort(bySize)[0] ?? shared[0];
}
/** For each line the tasks whose branches it contains. */
function toContained(lines, historyOf) {
    const branches = lines.filter(line => line.isBranch);
    return new Map(lines.map(line => {
        const history = historyOf(line.commit);
        const isSame = (other) => line.isBranch && other.commit === line.commit;
        const inside = branches.filter(other => history.has(other.commit) && !isSame(other));
        return [line.task, new Set(inside.map(({ task }) => task))];
    }));
}

// EXTERNAL MODULE: ./lib/model/forecast-conflict.js
var forecast_conflict = __webpack_require__(61851);
;// CONCATENATED MODULE: ./lib/conflicts/forecast/file-conflicts.js

/** Conflicts in files that the base has: each of some sides changed, renamed or deleted the same one. */
function* findFileConflicts(changes, toMergeWay) {
    const ofBase = changes.filter(({ change }) => change.kind !== 'added');
    for (const [path, same] of groupBy(ofBase, ({ change }) => change.path)) {
        if (same.length < 2)
            continue;
        yield* findDeletions(path, same);
        yield* findRenamesApart(path, same);
        const way = toMergeWay(path);
        yield* findWholeChanges(path, same, way);
        if (way === 'lines')
            yield* findTouchingHunks(path, same);
    }
}
function* findDeletions(path, changes) {
    const others = changes.filter(({ change }) => change.kind !== 'deleted');
    for (const { side } of changes.filter(({ change }) => change.kind === 'deleted')) {
        for (const other of others) {
            const why = other.change.kind === 'renamed' ? 'rename/delete' : 'modify/delete';
            yield toFound(path, side, other.side, why);
        }
    }
}
function* findRenamesApart(path, changes) {
    const renamed = changes.filter(({ change }) => change.kind === 'renamed');
    for (const [index, one] of renamed.entries()) {
        for (const other of renamed.slice(0, index)) {
            if (one.change.newPath !== other.change.newPath)
                yield toFound(path, other.side, one.side, 'rename/rename');
        }
    }
}
/** Content that is taken from one side or the other: two sides must not have changed it apart. */
function* findWholeChanges(path, changes, way) {
    const changed = changes.filter(({ change }) => change.kind !== 'deleted' && hasOtherContent(change));
    const isWhole = ({ change }) => change.hunks === null || way === 'none';
    for (const one of changed.filter(isWhole)) {
        for (const other of changed) {
            const isSecondLook = isWhole(other) && other.side <= one.side;
            const isSame = one.change.newId === other.change.newId && one.change.newMode === other.change.newMode;
            if (!isSecondLook && !isSame && one.side !== other.side)
                yield toFound(path, one.side, other.side, 'not mergeable by lines');
        }
    }
}
function hasOtherContent({ oldId, newId, oldMode, newMode }) {
    return oldId !== newId || oldMode.slice(0, 3) !== newMode.slice(0, 3);
}
/**
 * Sweeps over the lines of a file. As git does (xdl_do_merge in xmerge.c), two hunks conflict when they overlap or touch and are
 * not the same.
 */
function* findTouchingHunks(path, changes) {
    const hunks = changes
        .filter(({ change }) => change.kind !== 'deleted')
        .flatMap(({ side, change }) => (change.hunks ?? []).map((hunk) => ({ ...hunk, side })))
        .sort((a, b) => a.start - b.start);
    let open = [];
    for (const hunk of hunks) {
        open = open.filter(earlier => toEnd(earlier) >= hunk.start);
        for (const earlier of open) {
            if (earlier.side !== hunk.side && !isSameHunk(earlier, hunk))
                yield { ...toFound(path, earlier.side, hunk.side, 'same lines'), lines: toLines(earlier, hunk) };
        }
        open.push(hunk);
    }
}
function isSameHunk(a, b) {
    return a.start === b.start && a.removed === b.removed && a.added === b.added;
}
function toEnd({ start, removed }) {
    return start + removed;
}
/** The lines that two hunks replace together. Where nothing is replaced: the line that both add behind. */
function toLines(earlier, later) {
    const end = Math.max(toEnd(earlier), toEnd(later), 1);
    return [Math.max(1, Math.min(earlier.start + 1, end)), end];
}
function toFound(path, a, b, why) {
    return { sides: a < b ? [a, b] : [b, a], path, lines: null, why };
}

;// CONCATENATED MODULE: ./lib/conflicts/forecast/new-path-conflicts.js


/** Conflicts at paths where a side put a file that the base does not have there: added or renamed ones. */
function* findNewPathConflicts(changes, { sides, toMergeWay }) {
    const put = changes.filter(({ change }) => change.kind === 'added' || change.kind === 'renamed');
    const byPath = groupBy(put, ({ change }) => change.newPath);
    for (const [path, same] of byPath) {
        yield* findDifferentFiles(path, same, toMergeWay(path) === 'union');
        for (const folder of toFolders(path))
            yield* findFilesAt(folder, byPath.get(folder) ?? [], same);
    }
    for (const [mover, { movedFolders }] of sides.entries()) {
        if (movedFolders.size > 0)
            yield* findFilesInMoved(mover, movedFolders, put);
    }
}
/** Sides that put the very same file somewhere agree. Those that did not are compared group by group. */
function* findDifferentFiles(path, changes, isUnion) {
    if (changes.length < 2)
        return;
    const groups = [...groupBy(changes, ({ change }) => toContent(change, isUnion)).values()];
    for (const [index, group] of groups.entries()) {
        for (const one of group) {
            for (const other of groups.slice(0, index).flat()) {
                // A file that both renamed to this path is one file: its lines are compared, not its whole content.
                const isOneFile = one.change.kind === 'renamed' && one.change.path === other.change.path;
                if (!isOneFile)
                    yield toFound(path, other.side, one.side, 'add/add');
            }
        }
    }
}
function toContent({ kind, newMode, newId }, isUnion) {
    return isUnion && kind === 'added' && newMode.startsWith('100') ? newMode : `${newMode} ${newId}`;
}
function* findFilesAt(folder, files, below) {
    for (const file of files) {
        for (const other of below) {
            if (other.side !== file.side)
                yield toFound(folder, file.side, other.side, 'file/directory');
        }
    }
}
/**
 * git would move such a file along with its folder, and asks whether that is right. A file in a new folder below does not count: git
 * does not look for moves because of it.
 */
function* findFilesInMoved(mover, movedFolders, put) {
    for (const { side, change } of put) {
        const [folder] = toFolders(change.newPath);
        if (side !== mover && folder !== undefined && movedFolders.has(folder))
            yield toFound(change.newPath, mover, side, 'directory rename');
    }
}
/** The folders that a path is in, the nearest first. */
function toFolders(path) {
    const folders = [];
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        folders.push(path.slice(0, at));
    return folders;
}

;// CONCATENATED MODULE: ./lib/conflicts/forecast/forecast.js



/**
 * The conflicts that merging each two of some sides would have. They conflict in a file of the base (a renamed one counts as the
 * file that it was) when
 * - both replaced lines that overlap or touch, unless they replaced exactly the same lines by the same;
 * - one deleted it and the other one changed or renamed it;
 * - both renamed it, to different paths;
 * - both changed it, and it cannot be merged by lines;
 * and at a new path when
 * - both put a file there, with different content or mode;
 * - one put a file where the other one put a folder;
 * - one put a file into a folder that the other one moved away.
 *
 * A sweep over the lines of each file that several sides changed: time grows with the changes and with what is found, not with the
 * number of pairs.
 *
 * git differs, as far as is known, only where it finds other renames (it looks for those that matter to one pair, and for more of them
 * than a forecast does), where a type changes while the other side renames, and in texts of more than 16 MB.
 *
 * @returns At most one conflict for each pair and path, by pair, then path.
 */
function forecastConflicts(input) {
    const changes = input.sides.flatMap((side, number) => side.changes.map(change => ({ side: number, change })));
    const conflicts = new Map();
    for (const found of [
        ...findFileConflicts(changes, input.toMergeWay),
        ...findNewPathConflicts(changes, input),
    ]) {
        if (!input.isCompared(...found.sides))
            continue;
        const key = `${found.sides.join(' ')} ${found.path}`;
        conflicts.set(key, join(conflicts.get(key), found));
    }
    return [...conflicts.values()].sort(byPairAndPath).map(({ sides: [a, b], path, lines, why }) => ({
        tasks: [input.sides[a].task, input.sides[b].task],
        path,
        lines,
        why,
    }));
}
/** The first cause counts; lines are those of all places together. */
function join(before, found) {
    if (before === undefined)
        return found;
    if (before.lines === null || found.lines === null)
        return before;
    const [first, last] = before.lines;
    return { ...before, lines: [Math.min(first, found.lines[0]), Math.max(last, found.lines[1])] };
}
function byPairAndPath(x, y) {
    return x.sides[0] - y.sides[0] || x.sides[1] - y.sides[1] || (x.path < y.path ? -1 : 1);
}
/**
 * Leaves out what a branch only brings along: where a task contains another one, and both conflict with a third one in the
 * same path, the conflict is that of the other one.
 *
 * @param contained For each task the tasks whose branches its own one contains.
 */
function withoutInherited(conflicts, contained) {
    const known = new Set(conflicts.flatMap(({ tasks: [a, b], path }) => [
        (0,forecast_conflict/* toConflictKey */.jb)({ tasks: [a, b], path }),
        (0,forecast_conflict/* toConflictKey */.jb)({ tasks: [b, a], path }),
    ]));
    const isInherited = (heir, other, path) => [...(contained.get(heir) ?? [])].some(id => known.has((0,forecast_conflict/* toConflictKey */.jb)({ tasks: [id, other], path })));
    return conflicts.filter(({ tasks: [a, b], path }) => !isInherited(a, b, path) && !isInherited(b, a, path));
}

;// CONCATENATED MODULE: ./lib/conflicts/forecast/shared-paths.js
/** The paths that more than one side has to do with. */
function toSharedPaths(sides) {
    const seen = new Set();
    const shared = new Set();
    for (const changes of sides) {
        const own = new Set(changes.flatMap(({ path, newPath }) => [path, newPath]));
        for (const path of own)
            (seen.has(path) ? shared : seen).add(path);
    }
    return [...shared];
}

// EXTERNAL MODULE: ./lib/git/attributes/attributes.js
var attributes = __webpack_require__(37119);
// EXTERNAL MODULE: ./lib/git/attributes/attribute-values.js
var attribute_values = __webpack_require__(86247);
;// CONCATENATED MODULE: ./lib/git/attributes/merge-attributes.js

/**
 * The attribute `merge` of paths: `union`, `unset` (not by lines), or `unspecified`.
 *
 * @param attributes The text of an `info/attributes`.
 */
function readMergeAttributes(harness, attributes, paths) {
    const isAsked = /merge|binary|\[attr\]/.test(attributes);
    return (0,attribute_values/* readAttributeValues */.f)(harness, { attributes, name: 'merge', paths: isAsked ? paths : [] });
}

// EXTERNAL MODULE: ./lib/git/diff/file-changes.js + 2 modules
var file_changes = __webpack_require__(88056);
;// CONCATENATED MODULE: ./lib/git/diff/file-changes-reader.js

/** Reads what differs between trees, and remembers it: what has not moved is not compared again. */
class FileChangesReader {
    harness;
    known = new Map();
    constructor(harness) {
        this.harness = harness;
    }
    /** The changes of each pair, by its position. One process reads those that are not known. */
    read(pairs) {
        const unknown = new Map(pairs.map(pair => [toKey(pair), pair]));
        for (const key of this.known.keys())
            unknown.delete(key);
        const fresh = (0,file_changes/* readFileChanges */.u)(this.harness, [...unknown.values()]);
        for (const [index, key] of [...unknown.keys()].entries()) {
            const changes = fresh.then(answers => answers[index] ?? []);
            changes.catch(() => this.known.delete(key)); // it is asked again
            this.known.set(key, changes);
        }
        return Promise.all(pairs.map(pair => this.known.get(toKey(pair)) ?? []));
    }
    /** Forgets all other pairs. */
    keepOnly(pairs) {
        const wanted = new Set(pairs.map(toKey));
        for (const key of this.known.keys())
            if (!wanted.has(key))
                this.known.delete(key);
    }
}
function toKey({ from, to }) {
    return `${from} ${to}`;
}

// EXTERNAL MODULE: ./lib/git/refs/ancestry.js
var ancestry = __webpack_require__(85598);
// EXTERNAL MODULE: ./lib/git/trees/commit-tree.js
var commit_tree = __webpack_require__(32874);
// EXTERNAL MODULE: ./lib/plan/graph/remember.js
var remember = __webpack_require__(13493);
;// CONCATENATED MODULE: ./lib/conflicts/forecast/moved-folders.js
/**
 * The folders that renamed files left: `a/b/c/x` to `a/d/c/x` left `a/b/c` and, because the rest of the path stayed the same,
 * `a/b` (as git tells it, merge-ort.c). Such a folder has moved if the side has nothing left in it.
 */
function toLeftFolders(changes) {
    const renamed = changes.filter(({ kind }) => kind === 'renamed');
    return new Set(renamed.flatMap(({ path, newPath }) => toFoldersLeft(path, newPath)));
}
function toFoldersLeft(path, newPath) {
    const [from, to] = [path.split('/').slice(0, -1), newPath.split('/').slice(0, -1)];
    const left = [];
    while (from.length > 0 && from.join('/') !== to.join('/')) {
        left.push(from.join('/'));
        if (from.pop() !== to.pop())
            break;
    }
    return left;
}

// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/git/diff/missing-objects.js


/** Those of some names (`<tree>:<path>`) that there is nothing at. Names with line ends are passed over. */
async function findMissing(harness, names) {
    const asked = names.filter(name => !name.includes('\n'));
    if (asked.length === 0)
        return new Set();
    const answer = await (0,run_git/* runGit */.EO)((0,file_changes/* toPrivatePlace */.i)(harness), ['cat-file', '--batch-check=%(objectname)'], `${asked.join('\n')}\n`);
    const lines = answer.split('\n');
    return new Set(asked.filter((name, index) => lines[index] === `${name} missing`));
}

;// CONCATENATED MODULE: ./lib/tasks/forecast/moved-folders.js


/** For each tree the folders of the base that it moved as a whole. */
async function readMovedFolders(harness, sides) {
    const left = sides.map(({ tree, changes }) => [...toLeftFolders(changes)].map(folder => ({ folder, name: `${tree}:${folder}` })));
    const missing = await findMissing(harness, left.flat().map(({ name }) => name));
    return left.map(folders => new Set(folders.filter(({ name }) => missing.has(name)).map(({ folder }) => folder)));
}

;// CONCATENATED MODULE: ./lib/tasks/forecast/forecast.js











/** Knows which branches would conflict. What has not moved since the last question is not compared again. */
class Forecast {
    context;
    reader;
    attributes;
    lastPairs = [];
    blobs = new Map();
    constructor(context) {
        this.context = context;
        this.reader = new FileChangesReader(context.harness);
    }
    /** The contents that would have to be merged; undefined where a conflict is not one of contents. */
    blobsOf({ tasks: [a, b], path }) {
        const found = this.blobs.get((0,forecast_conflict/* toConflictKey */.jb)({ tasks: [a, b], path }));
        if (found !== undefined)
            return found;
        const [base, ours, theirs] = this.blobs.get((0,forecast_conflict/* toConflictKey */.jb)({ tasks: [b, a], path })) ?? [];
        return ours === undefined || theirs === undefined ? undefined : [base, theirs, ours];
    }
    /** @param lines In the order in which the tasks of a pair are named. */
    async read(lines) {
        if (lines.length < 2)
            return [];
        const { harness, base } = this.context;
        const commits = [...new Set(lines.map(({ commit }) => commit))];
        this.attributes ??= (0,attributes/* readAttributes */.w)(harness, base);
        const [parents] = await Promise.all([
            (0,ancestry/* readParents */.W)(harness, base, commits),
            this.readFromBase(lines),
            this.attributes,
        ]);
        const historyOf = (0,remember/* remember */.k)((commit) => (0,ancestry/* toHistory */.G)(commit, parents), new Map());
        const compared = await this.readChanges(toComparisons(lines, historyOf), lines);
        const conflicts = await this.compare(compared);
        return withoutInherited(toOrdered(conflicts, lines), toContained(lines, historyOf));
    }
    /** Begins with what most comparisons will need. */
    async readFromBase(lines) {
        const from = await (0,commit_tree/* requireTree */.I)(this.context.repository, this.context.base);
        const pairs = lines.map(({ tree }) => ({ from, to: tree }));
        this.reader.keepOnly([...pairs, ...this.lastPairs]);
        await this.reader.read(pairs);
    }
    /** What the members of all comparisons changed. */
    async readChanges(comparisons, lines) {
        const membersOf = ({ members }) => members.map(member => lines[member]);
        const { repository, base: runBase } = this.context;
        const bases = await Promise.all(comparisons.map(({ base }) => (0,commit_tree/* requireTree */.I)(repository, base ?? runBase)));
        const pairs = comparisons.flatMap((comparison, index) => membersOf(comparison).map(({ tree }) => ({ from: bases[index], to: tree })));
        this.lastPairs = pairs;
        const answers = [...(await this.reader.read(pairs))];
        return comparisons.map(comparison => {
            const own = answers.splice(0, comparison.members.length);
            const sides = membersOf(comparison).map((line, index) => ({
                ...line,
                changes: (own[index] ?? []).filter(change => !line.isForeign(change)),
            }));
            return { ...comparison, sides };
        });
    }
    async compare(compared) {
        const moved = await readMovedFolders(this.context.harness, compared.flatMap(({ sides }) => sides));
        const toMergeWay = await this.readMergeWays(compared);
        this.blobs = new Map();
        return compared.flatMap(({ sides, members, isCompared }) => {
            const movedOf = moved.splice(0, sides.length);
            const conflicts = forecastConflicts({
                sides: sides.map((side, index) => ({ ...side, movedFolders: movedOf[index] ?? new Set() })),
                toMergeWay,
                isCompared: (a, b) => isCompared(members[a], members[b]),
            });
            this.noteBlobs(conflicts, sides);
            return conflicts;
        });
    }
    noteBlobs(conflicts, sides) {
        for (const { tasks, path, why } of conflicts) {
            if (why !== 'same lines' && why !== 'add/add')
                continue;
            const [ours, theirs] = tasks.map(task => sides.find(side => side.task === task)?.changes.find(change => change.path === path));
            if (ours === undefined || theirs === undefined)
                continue;
            const base = ours.kind === 'added' ? undefined : ours.oldId;
            this.blobs.set((0,forecast_conflict/* toConflictKey */.jb)({ tasks, path }), [base, ours.newId, theirs.newId]);
        }
    }
    async readMergeWays(compared) {
        const { harness } = this.context;
        const paths = compared.flatMap(({ sides }) => toSharedPaths(sides.map(({ changes }) => changes)));
        const attributes = await readMergeAttributes(harness, (await this.attributes) ?? '', [...new Set(paths)]);
        return path => mergeWays[attributes.get(path) ?? ''] ?? 'lines';
    }
}
/** Attribute values of git. A driver that only a configuration knows is not run: such files are merged by lines. */
const mergeWays = { union: 'union', unset: 'none', binary: 'none' };
function toOrdered(conflicts, lines) {
    const positions = new Map(lines.map(({ task }, position) => [task, position]));
    const position = (id) => positions.get(id) ?? 0;
    return conflicts.toSorted(({ tasks: x }, { tasks: y }) => position(x[0]) - position(y[0]) || position(x[1]) - position(y[1]));
}


/***/ })

};

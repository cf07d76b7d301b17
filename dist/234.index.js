export const id = 234;
export const ids = [234];
export const modules = {

/***/ 41234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/describe-plan.js + 2 modules
var describe_plan = __webpack_require__(88966);
// EXTERNAL MODULE: ./lib/git/tree-diff.js
var tree_diff = __webpack_require__(38212);
// EXTERNAL MODULE: ./lib/commands/gates/change-gates.js + 1 modules
var change_gates = __webpack_require__(61129);
;// CONCATENATED MODULE: ./lib/commands/find-refused-paths.js


/** The files for which tasks were refused at last: out of their scope, or protected. Read from what was kept of these tasks. */
async function findRefusedPaths(repository, plan, report) {
    const refused = plan.tasks.filter(({ id }) => report.tasks[id]?.outcome === 'out-of-scope');
    const paths = await Promise.all(refused.map(task => readRefusedPaths(repository, plan, task, report)));
    return paths.flat();
}
async function readRefusedPaths(repository, plan, task, { tasks }) {
    const { base, kept } = tasks[task.id] ?? {};
    if (!base || !kept)
        return [];
    const changes = await (0,tree_diff/* readChanges */.S)(repository, base, kept);
    const refusal = (0,change_gates/* checkChanges */.e)({
        task,
        protectedGlobs: plan.protected,
        maxFileMegabytes: plan.maxFileMegabytes,
        changes: changes.map(change => ({ ...change, size: 0, linkTarget: undefined })), // the gates behind that of the scope do not matter
        problems: [],
    });
    return refusal?.outcome === 'out-of-scope' ? refusal.undo.map(path => ({ task: task.id, path })) : [];
}

// EXTERNAL MODULE: ./lib/commands/prepare-run.js + 1 modules
var prepare_run = __webpack_require__(13974);
// EXTERNAL MODULE: ./lib/report/paint.js
var paint = __webpack_require__(74342);
// EXTERNAL MODULE: ./lib/report/plan-summary.js
var plan_summary = __webpack_require__(45666);
// EXTERNAL MODULE: ./lib/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(87005);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/report/forecast-lines.js
var forecast_lines = __webpack_require__(74055);
// EXTERNAL MODULE: ./lib/report/integration-lines.js
var integration_lines = __webpack_require__(24622);
;// CONCATENATED MODULE: ./lib/report/next-commands.js
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
function toTake({ integration, target }, program) {
    const { branch, land } = integration;
    if (branch === null || land.done)
        return [];
    if (land.mode === 'push')
        return [
            { command: `${program} merge --land push`, purpose: `land it on ${target}, when that is possible` },
        ];
    return [
        { command: `git diff ${target}...${branch}`, purpose: 'see what landed' },
        { command: `git merge ${branch}`, purpose: 'take what landed' },
    ];
}
function toLookAtIntegration({ integration, tasks }, program) {
    const evicted = Object.entries(tasks)
        .filter(([, task]) => task.landing === 'evicted')
        .map(([id]) => id);
    if (integration.trouble === null && evicted.length === 0)
        return [];
    const purpose = evicted.length === 0 ? 'why nothing was tested or landed' : `what ${evicted.join(', ')} broke`;
    return [{ command: `${program} logs integration`, purpose }];
}
function toLook(id, task, { integration }, program) {
    if (task.landing === 'conflicted') {
        return [
            {
                command: `${program} merge --resolve ${id}`,
                purpose: `resolve it by hand, then "merge --continue"`,
            },
        ];
    }
    const hasLog = task.startedAt !== null || task.outcome === 'infrastructure-error';
    if (task.landing !== 'none' || !hasLog || integration.trouble !== null)
        return [];
    const kept = task.kept === null ? '' : ` (its work: git show ${task.kept})`;
    return [{ command: `${program} logs ${id}`, purpose: `what went wrong with ${id}${kept}` }];
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

// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/report-text.js





/** The report as a table for a terminal, with the commands that come next. */
function toReportText(report, page) {
    const { paint } = page;
    const parts = [
        toHeadline(report, paint),
        toTable(report, page),
        toForecast(report),
        toTroubles(report, paint),
        toTimingLine(report),
        toNextLines(report, page),
    ];
    return parts.filter(part => part !== '').join('\n\n');
}
function toHeadline(report, paint) {
    const { integration } = report;
    const tasks = Object.values(report.tasks);
    const landed = tasks.filter(task => task.landing === 'landed').length;
    const count = `${landed} of ${tasks.length}`;
    if (report.status === 'cancelled')
        return paint.yellow(`stopped · run ${report.run} can go on: run the same command again`);
    if (integration.branch === null)
        return paint.red(`landed ${count}`) + toTests(report);
    const isPlaced = integration.land.done && integration.land.mode === 'push';
    const where = isPlaced ? `on ${report.target}` : `on ${integration.branch} (not pushed)`;
    const text = `landed ${count} ${where}`;
    return (report.status === 'landed' ? paint.green(text) : paint.yellow(text)) + toTests(report);
}
function toTests({ integration }) {
    if (integration.tests === 'none')
        return ' · no integration tests';
    return ` · tests ${integration.tests} (${(0,report_text/* toCount */.zK)(integration.testRuns, 'run')})`;
}
function toTable(report, { paint, columns }) {
    const entries = Object.entries(report.tasks);
    const head = ['task', 'outcome', 'landing', 'tries', 'time', 'files', 'why'];
    const rows = entries.map(([id, task]) => toCells(id, task));
    const widths = [0, 1, 2, 3, 4, 5].map(column => (0,report_text/* widest */.D3)([head, ...rows].map(row => row[column] ?? '')));
    const isNarrow = rows.some(row => (0,report_text/* toWidth */.MV)(toRow(row, widths)) > columns);
    const lines = rows.flatMap((row, index) => {
        const colour = toColour(entries[index]?.[1], paint);
        return (isNarrow ? toNarrowRow(row, widths, columns) : [toRow(row, widths)]).map(colour);
    });
    return [paint.dim(toRow(isNarrow ? head.slice(0, -1) : head, widths)), ...lines].join('\n');
}
/** Where there is no room for reasons, they stand below their rows. */
function toNarrowRow(cells, widths, columns) {
    const why = cells.at(-1) ?? '';
    const row = toRow([...cells.slice(0, -1), ''], widths);
    return why === '' ? [row] : [row, ...(0,report_text/* wrapText */.C1)(why, columns - 6).map(line => `      ${line}`)];
}
function toCells(id, task) {
    const files = task.filesChanged === null ? '–' : String(task.filesChanged);
    const time = task.startedAt === null ? '–' : (0,duration/* toClock */.QI)(task.seconds);
    return [id, task.outcome, task.landing, String(task.attempts), time, files, (0,report_text/* toPlainLine */.Ic)(task.reason ?? '')];
}
const numeric = new Set([3, 4, 5]);
function toRow(cells, widths) {
    const columns = widths.map((width, index) => (0,report_text/* padColumns */.Fo)(cells[index] ?? '', width, numeric.has(index) ? 'left' : 'right'));
    return `  ${[...columns, cells[widths.length] ?? ''].join('  ')}`.trimEnd();
}
function toColour(task, paint) {
    if (task.landing === 'landed' || task.outcome === 'no-changes' || task.rolledBack)
        return line => line;
    return task.outcome === 'blocked' || task.landing === 'held' ? paint.yellow : paint.red;
}
const mostForecasts = 10;
function toForecast({ integration }) {
    return (0,forecast_lines/* cutLines */.EQ)(integration.forecast.map(forecast_lines/* toForecastSentence */.Qf), mostForecasts)
        .map(line => `  forecast: ${line}`)
        .join('\n');
}
function toTroubles({ integration }, paint) {
    const lines = (0,integration_lines/* toIntegrationLines */.D)(integration);
    if (integration.trouble !== null)
        lines.push(paint.red((0,report_text/* toPlainLine */.Ic)(integration.trouble)));
    if (integration.land.message !== null)
        lines.push(integration.land.message);
    return lines.map(line => `  ${line}`).join('\n');
}
function toTimingLine({ timing, tasks }) {
    const cost = (0,duration/* tryCostText */.WS)((0,duration/* sumKnown */.z_)(Object.values(tasks).map(task => task.costUsd)));
    const parts = [...toTimes(timing), ...(cost === undefined ? [] : [cost])];
    return parts.length === 0 ? '' : `  ${parts.join(' · ')}`;
}
/** Less than this is not worth a comparison. */
const notableSpeedup = 1.05;
function toTimes({ wallSeconds, taskSeconds, integrationSeconds, lowerBoundSeconds, speedup, }) {
    if (speedup === null)
        return [];
    const alone = (0,duration/* toSpan */.ik)(taskSeconds + integrationSeconds);
    const bound = (0,duration/* toSpan */.ik)(lowerBoundSeconds + integrationSeconds);
    if (speedup < notableSpeedup)
        return [`${(0,duration/* toSpan */.ik)(wallSeconds)}, of which the tasks took ${(0,duration/* toSpan */.ik)(taskSeconds)} together`];
    return [
        `${(0,duration/* toSpan */.ik)(wallSeconds)} instead of ${alone} one after another (${speedup.toFixed(1)} times as fast; bound ${bound})`,
    ];
}
function toNextLines(report, { paint, columns, program }) {
    const next = toNextCommands(report, program);
    if (next.length === 0)
        return '';
    const width = (0,report_text/* widest */.D3)(next.map(({ command }) => command));
    const isNarrow = next.some(({ purpose }) => width + (0,report_text/* toWidth */.MV)(purpose) + 4 > columns);
    const lines = next.flatMap(({ command, purpose }) => isNarrow
        ? [
            ...(0,report_text/* wrapText */.C1)(`# ${purpose}`, columns - 2).map(line => `  ${paint.dim(line)}`),
            `  ${paint.bold(command)}`,
        ]
        : [`  ${paint.bold((0,report_text/* padColumns */.Fo)(command, width))}  ${purpose}`]);
    return ['next:', ...lines].join('\n');
}

// EXTERNAL MODULE: ./lib/report/run-summary.js + 3 modules
var run_summary = __webpack_require__(27446);
// EXTERNAL MODULE: ./lib/action/job.js
var action_job = __webpack_require__(46977);
// EXTERNAL MODULE: ./lib/action/job-repository.js
var job_repository = __webpack_require__(96938);
// EXTERNAL MODULE: ./lib/action/load-job-plan.js + 2 modules
var load_job_plan = __webpack_require__(20761);
;// CONCATENATED MODULE: ./lib/action/next-steps.js


/** What to do after a run on a runner, as Markdown. */
function toNextSteps(report, isPushed, env) {
    if (isPushed)
        return ['### Next', ...tryPullRequest(report, env), toCommands(report)].join('\n\n');
    if (report.integration.land.done)
        return '';
    return ('### Next\n\nNothing of this run has left the runner, which is gone after the job. To keep branches, results and logs, write ' +
        '`push: true` under `with:`, and `permissions: { contents: write }` in the job.');
}
function tryPullRequest({ integration, target }, env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
    if (integration.branch === null || integration.land.done || !server || !repository)
        return [];
    const [from, to] = [target, integration.branch].map(encodeURIComponent);
    return [`[Open a pull request](${server}/${repository}/compare/${from}...${to}?expand=1) for what landed.`];
}
/** The state of a run is in refs: where they are fetched, every command works. */
function toCommands(report) {
    const refs = [`refs/parallel-agents/${report.run}/*`, `refs/heads/agents/${report.run}/*`];
    const fetch = `git fetch origin ${refs.map(ref => `'+${ref}:${ref}'`).join(' ')}`;
    const lines = toNextCommands(report, 'parallel-agents').map(({ command, purpose }) => `${command}   # ${(0,report_text/* toPlainLine */.Ic)(purpose)}`);
    return ['In a clone:', '', '```sh', fetch, ...lines, '```'].join('\n');
}

;// CONCATENATED MODULE: ./lib/action/run-annotations.js

/** What did not land, beside the files that conflict or break a scope; not what only waits for that. */
function toRunAnnotations(report, refusedPaths) {
    const conflicts = report.integration.conflicts
        .filter(({ resolution }) => resolution === 'unresolved')
        .map(({ task, path }) => toError(`${task}: conflict`, `${task} was left out: ${reasonOf(report, task)}`, path));
    const refused = refusedPaths.map(({ task, path }) => toError(`${task}: out of scope`, `${task} may not change ${path}`, path));
    const placed = new Set([...report.integration.conflicts, ...refusedPaths].map(({ task }) => task));
    const others = Object.keys(report.tasks)
        .filter(id => !placed.has(id) && isOwnFault(report, id))
        .map(id => toError(`${id}: ${wordOf(report, id)}`, reasonOf(report, id)));
    return [...conflicts, ...refused, ...others];
}
/** Whether a task failed by itself, and not because another one did or the run was stopped. */
function isOwnFault({ tasks }, id) {
    const { landing, outcome } = tasks[id] ?? {};
    if (landing === 'evicted')
        return true;
    return landing === 'none' && !['succeeded', 'no-changes', 'blocked', 'cancelled'].includes(outcome ?? '');
}
function wordOf({ tasks }, id) {
    return tasks[id]?.landing === 'evicted' ? 'evicted' : (tasks[id]?.outcome ?? '');
}
function reasonOf({ tasks }, id) {
    return (0,report_text/* toPlainLine */.Ic)(tasks[id]?.reason ?? '') || wordOf({ tasks }, id);
}
function toError(title, message, file) {
    return { level: 'error', title, message, ...(file === undefined ? {} : { file }) };
}

// EXTERNAL MODULE: ./lib/action/run-log.js + 1 modules
var run_log = __webpack_require__(14269);
;// CONCATENATED MODULE: ./lib/action/run-outputs.js


/**
 * The outputs of a run. Lists are JSON arrays of ids. A task that should have landed and did not is in one of two: conflicted, or
 * failed for any other reason.
 *
 * @param path Where the report was written.
 */
function toRunOutputs(report, path) {
    const idsOf = (isWanted) => JSON.stringify(Object.keys(report.tasks).filter(id => isWanted(report.tasks[id])));
    const cost = (0,duration/* sumKnown */.z_)(Object.values(report.tasks).map(task => task.costUsd));
    return {
        run: report.run,
        status: report.status,
        'landed-tasks': idsOf(task => task.landing === 'landed'),
        'failed-tasks': idsOf(task => needsAnother(task) && task.landing !== 'conflicted'),
        'conflicted-tasks': idsOf(task => task.landing === 'conflicted'),
        'integration-branch': report.integration.branch ?? '',
        'total-cost-usd': cost === null ? '' : String(Math.round(cost * 1e6) / 1e6),
        report: path,
    };
}

// EXTERNAL MODULE: ./lib/plan/graph.js
var graph = __webpack_require__(18703);
// EXTERNAL MODULE: ./lib/plan/refused-error.js
var refused_error = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/plan/stored-plan.js
var stored_plan = __webpack_require__(77234);
// EXTERNAL MODULE: ./lib/commands/run/claim-run.js
var claim_run = __webpack_require__(89976);
// EXTERNAL MODULE: ./lib/commands/run/end-task.js
var end_task = __webpack_require__(78639);
// EXTERNAL MODULE: ./lib/plan/weights.js
var weights = __webpack_require__(66998);
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
        version: 1,
        run: facts.run,
        plan: facts.plan.name,
        target: facts.target,
        base: facts.base,
        status: toStatus(facts, Object.values(tasks)),
        maxParallel: facts.maxParallel,
        tasks,
        integration: facts.integration,
        timing: toTiming(facts.plan.tasks, facts.results, facts.maxParallel, facts),
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
 * - cancelled: somebody stopped the run;
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

// EXTERNAL MODULE: ./lib/commands/forecast/forecast-record.js
var forecast_record = __webpack_require__(47127);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/git/object-reader.js
var object_reader = __webpack_require__(25209);
// EXTERNAL MODULE: ./lib/git/run-git.js
var run_git = __webpack_require__(73464);
;// CONCATENATED MODULE: ./lib/git/scratch.js





/**
 * A harness whose new objects go to a folder of their own and can read those of the repository: for merges that are only tried.
 * What is wanted of them is taken over by {@link keepObjects}; the rest is forgotten with the folder.
 */
async function openScratch(harness, folder) {
    const { repository } = harness;
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'info'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'info', 'alternates'), `${repository.store.folder}\n`);
    const place = { ...repository.place, env: { ...repository.place.env, GIT_OBJECT_DIRECTORY: folder } };
    return {
        ...harness,
        place: { ...harness.place, env: { ...harness.place.env, GIT_OBJECT_DIRECTORY: folder } },
        repository: {
            ...repository,
            place,
            store: { ...repository.store, folder, isDurable: false },
            objects: new object_reader/* ObjectReader */.n(place),
        },
    };
}
/** Ends what was started for a scratch harness and forgets its objects. */
async function closeScratch(scratch) {
    scratch.repository.objects.close();
    await (0,promises_.rm)(scratch.repository.store.folder, { recursive: true, force: true });
}
/**
 * Takes a commit of a scratch harness over into the repository, with all that it needs and the repository has not.
 *
 * @param known Commits that the repository has.
 */
async function keepObjects(scratch, harness, commit, known) {
    if (known.includes(commit))
        return;
    const pack = (0,run_git/* spawnGit */.Iz)(scratch.place, ['pack-objects', '--revs', '--stdout', '-q', '--delta-base-offset']);
    const packed = untilClosed(pack);
    pack.stdin.end(`${[commit, ...known.map(id => `^${id}`)].join('\n')}\n`);
    const [first] = (await (0,external_node_events_.once)(pack.stdout, 'data'));
    const count = first.length >= countEnd ? first.readUInt32BE(countEnd - 4) : 0;
    const take = count > mostLoose ? ['index-pack', '--stdin'] : ['unpack-objects', '-q'];
    const taker = (0,run_git/* spawnGit */.Iz)(harness.place, take);
    taker.stdout.resume();
    const taken = untilClosed(taker);
    taker.stdin.write(first);
    pack.stdout.pipe(taker.stdin);
    const codes = await Promise.all([packed, taken]);
    if (codes.some(code => code !== 0))
        throw new Error(`the objects of ${commit} could not be taken over`);
}
/** More objects than this come as a pack, as with `git fetch`. */
const mostLoose = 100;
/** The head of a pack is `PACK`, its version and the number of its objects, four bytes each. */
const countEnd = 12;
function untilClosed(git) {
    git.stderr.resume();
    return new Promise((resolve, reject) => {
        git.once('error', reject);
        git.once('close', resolve);
    });
}
/**
 * Writes a commit graph next to the objects of a scratch harness. Without one, git walks far back for branches whose commits are
 * dated before the base. Where the repository has a graph of its own, that is used instead.
 */
async function writeCommitGraph(scratch, commits) {
    await (0,run_git/* tryGit */.Ii)(scratch.place, ['commit-graph', 'write', '--stdin-commits'], `${commits.join('\n')}\n`);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/group-size.js
/**
 * How large the next groups of branches are, so that each test run tells as much as it can: about half of them pass. The idea
 * is F. K. Hwang's ("A method for detecting all defective members in a population by group testing", 1972), with a share of
 * culprits that is learned on the way instead of known.
 */
/** Before anything is known: one branch of twenty is a culprit. */
const priorCulprits = 1;
const priorBranches = 20;
/** The share of culprits to expect, from what was found among the branches that are settled. */
function toRate(culprits, settled) {
    return (priorCulprits + culprits) / (priorBranches + settled);
}
/** How many branches to test together so that the chance of a pass is one half. At a rate of 0.29 and more, one by one. */
function toGroupSize(rate, branches) {
    const size = Math.round(Math.log(0.5) / Math.log(1 - rate));
    return Math.min(branches, Math.max(1, size));
}
/**
 * Where to look for the first culprit among branches of which at least one is known to be one: the places that divide its
 * probable position into equal parts. Ascending, between 1 and `branches - 1`.
 *
 * @param count How many places to look at, at once.
 */
function toProbes(rate, branches, count) {
    const someRed = 1 - (1 - rate) ** branches;
    const places = Array.from({ length: count }, (_, index) => {
        const share = (index + 1) / (count + 1);
        const place = Math.round(Math.log(1 - share * someRed) / Math.log(1 - rate));
        return Math.min(branches - 1, Math.max(1, place));
    });
    return [...new Set(places)].sort((a, b) => a - b);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/test-search.js
/**
 * Searches each failing test by itself, by bisection over the prefixes of a chain, all at once: what is looked for at the same
 * prefix shares a run, and runs of one round go side by side. Answers with the places, in merge order.
 */
async function findFlips(request) {
    const { good, bad, reason, tests } = request;
    const intervals = new Map(tests.map((test) => [test, { good, bad, reason }]));
    for (let round = toRound(intervals); round.size > 0; round = toRound(intervals)) {
        const ended = await Promise.all([...round].map(([place, chosen]) => probe(request, intervals, place, chosen)));
        const trouble = ended.find(end => end !== 'told');
        if (trouble !== undefined)
            return { kind: trouble };
    }
    return { kind: 'found', flips: toFlips(intervals) };
}
/** Which tests to run where next. */
function toRound(intervals) {
    const round = new Map();
    for (const [test, { good, bad }] of intervals) {
        if (bad - good <= 1)
            continue;
        const place = Math.floor((good + bad) / 2);
        round.set(place, [...(round.get(place) ?? []), test]);
    }
    return round;
}
async function probe({ trials, chain }, intervals, place, tests) {
    const verdict = await trials.test(chain, place, tests);
    if (verdict.kind === 'stopped')
        return 'stopped';
    if (verdict.kind === 'failed' && verdict.failed === null && !verdict.isBroken)
        return 'unreadable';
    for (const test of tests) {
        const before = intervals.get(test);
        const isRed = fails(verdict, test);
        intervals.set(test, isRed && verdict.kind === 'failed'
            ? { ...before, bad: place, reason: verdict.reason }
            : { ...before, good: place });
    }
    return 'told';
}
/** Whether a test fails on a tree; where something does not load, every test counts as failing. */
function fails(verdict, test) {
    return verdict.kind === 'failed' && (verdict.isBroken || verdict.failed?.includes(test) === true);
}
function toFlips(intervals) {
    const flips = new Map();
    for (const [test, { bad, reason }] of intervals) {
        const before = flips.get(bad);
        flips.set(bad, { place: bad, reason: before?.reason ?? reason, tests: [...(before?.tests ?? []), test] });
    }
    return [...flips.values()].sort((a, b) => a.place - b.place);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/trials.js
/** What stands for the test where single ones are not known. */
const nameless = 'the test';
/** Tests prefixes of chains, and knows what counts as a failure: not what fails on the base, and not what passes when it is run again. */
class Trials {
    flaky = new Set();
    /** What fails on the base; undefined until that has been asked for. */
    onBase;
    world;
    constructor(world) {
        this.world = world;
    }
    /** Whether a tree fails for a reason that the base does not have. */
    isRed(verdict) {
        if (verdict.kind !== 'failed')
            return false;
        if (verdict.failed === null || verdict.isBroken)
            return true;
        return verdict.failed.some(test => this.onBase?.has(test) !== true);
    }
    /**
     * Tests the first merges of a chain; none of them: the base. Where a run of chosen tests does not tell about each of them, as when
     * one is not there yet, everything is run.
     */
    async test(chain, length, chosen, repetition = 0) {
        const verdict = await this.run(chain, length, chosen, repetition);
        return chosen !== undefined && isNameless(verdict)
            ? this.run(chain, length, undefined, repetition)
            : verdict;
    }
    run(chain, length, chosen, repetition) {
        const tip = length === 0 ? this.world.base : chain[length - 1];
        const what = length === 0 ? 'the base' : `${length} merged`;
        return this.world.test({ tip, what, repetition, ...(chosen === undefined ? {} : { chosen }) });
    }
    /** The same, and what fails is run again. */
    async testTwice(chain, length, chosen) {
        const verdict = await this.test(chain, length, chosen);
        return this.isRed(verdict) ? this.repeat(chain, length, verdict, chosen) : verdict;
    }
    /** Runs again what has failed, only that where single tests can be run. */
    async repeat(chain, length, failure, chosen) {
        let verdict = failure;
        for (let repetition = 1; repetition <= this.world.flakyRetries; repetition++) {
            if (!this.isRed(verdict))
                return verdict;
            const again = await this.test(chain, length, this.toChosen(verdict) ?? chosen, repetition);
            if (again.kind === 'stopped')
                return again;
            verdict = this.withoutFlaky(verdict, again);
        }
        return verdict;
    }
    /** The single tests that a failure is about, where they can be run by themselves. */
    toChosen({ failed, isBroken }) {
        return failed !== null && !isBroken && this.world.canChoose(failed) ? failed : undefined;
    }
    /** What has failed both times. What has passed meanwhile is noted as flaky. */
    withoutFlaky(before, again) {
        const failed = before.isBroken ? null : before.failed;
        const stillFailed = again.kind === 'passed' || again.isBroken ? null : again.failed;
        if (again.kind === 'passed') {
            for (const test of failed ?? [nameless])
                this.flaky.add(test);
            return again;
        }
        if (failed === null || stillFailed === null)
            return again;
        const still = failed.filter(test => stillFailed.includes(test));
        for (const test of failed)
            if (!still.includes(test))
                this.flaky.add(test);
        return still.length === 0 ? { kind: 'passed' } : { ...before, failed: still };
    }
}
/** Whether a failure does not name all tests that failed. */
function isNameless(verdict) {
    return verdict.kind === 'failed' && (verdict.failed === null || verdict.isBroken);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/find-landable.js



/**
 * Finds what can land: tests the whole chain; where that fails, finds culprits, evicts them with all that builds on them, merges
 * the rest anew and goes on until the whole of what is left has passed. Rules:
 * 1. what fails on the base as well is nobody's fault;
 * 2. what fails is run again on the same tree before it counts;
 * 3. where single tests can be named and run, each failing one is searched by itself over the prefixes of the chain, and only
 *    what is searched is run;
 * 4. otherwise a group of branches is tested at a time, in merge order on top of those that have passed, and a failing
 *    group is bisected. Two neighbouring prefixes, one that passes and one that fails, make the later branch a culprit. That needs
 *    no monotonicity: of two branches that only fail together, the later one goes.
 */
function findLandable(world) {
    return new Search(world).run();
}
class Search {
    world;
    trials;
    evicted = new Map();
    /** Evicted branches that were given another chance. */
    retried = new Set();
    /** Trees that have passed the whole test. */
    green = new Set();
    /** Whether everything that is left is tested at once next. */
    isWhole = true;
    constructor(world) {
        this.world = world;
        this.trials = new Trials(world);
    }
    async run() {
        for (;;) {
            const round = await this.advance(await this.merge());
            if (round !== 'go on')
                return round;
        }
    }
    merge() {
        return this.world.merge(new Set(this.evicted.keys()));
    }
    async advance(chain) {
        const passed = this.countPassed(chain);
        const left = chain.length - passed;
        if (left === 0)
            return this.reconsider(chain) ? 'go on' : this.finish(chain);
        const end = passed + (this.isWhole ? left : toGroupSize(this.rate(passed), left));
        const verdict = await this.trials.testTwice(chain, end, undefined);
        if (verdict.kind === 'stopped')
            return verdict;
        if (!this.trials.isRed(verdict)) {
            this.setPassed(chain, end);
            return 'go on';
        }
        if (this.trials.onBase === undefined)
            return this.askBase(verdict);
        const tests = this.trials.toChosen(verdict)?.filter(test => !this.trials.onBase?.has(test));
        return ((tests && (await this.searchTests(chain, end, tests, verdict.reason))) ??
            this.bisect(chain, end, verdict.reason));
    }
    finish(chain) {
        const { evicted, trials } = this;
        return {
            kind: 'tested',
            chain,
            evicted: new Map([...evicted].map(([task, { reason }]) => [task, reason])),
            failsOnBase: [...(trials.onBase ?? [])],
            flaky: [...trials.flaky],
        };
    }
    /** Whether a branch is merged again because something that it failed with is not there any more. Each has one such chance. */
    reconsider(chain) {
        const merged = new Set(chain.map(({ task }) => task));
        const stale = [...this.evicted].filter(([task, { before }]) => !this.retried.has(task) && before.some(other => !merged.has(other)));
        for (const [task] of stale) {
            this.retried.add(task);
            this.evicted.delete(task);
        }
        this.isWhole = true;
        return stale.length > 0;
    }
    /** How many merges of a chain are known to pass together. */
    countPassed(chain) {
        return chain.findLastIndex(({ tree }) => this.green.has(tree)) + 1;
    }
    setPassed(chain, length) {
        if (length > 0)
            this.green.add(chain[length - 1].tree);
    }
    rate(passed) {
        return toRate(this.evicted.size, passed + this.evicted.size);
    }
    evict(chain, place, reason) {
        const { task } = chain[place - 1];
        this.evicted.set(task, { reason, before: chain.slice(0, place - 1).map(link => link.task) });
        this.world.onEvicted(task, reason);
    }
    /** Asks once what fails without any branch. */
    async askBase(failure) {
        const verdict = await this.trials.test([], 0, this.trials.toChosen(failure));
        if (verdict.kind === 'stopped')
            return verdict;
        if (isNameless(verdict))
            return { kind: 'base-fails', stage: verdict.stage, reason: verdict.reason };
        this.trials.onBase = new Set(toFailed(verdict));
        return 'go on';
    }
    /** Finds one culprit among the branches behind those that passed, up to a prefix that is known to fail. */
    async bisect(chain, end, failure) {
        const passed = this.countPassed(chain);
        let good = passed;
        let bad = end;
        let red;
        while (bad - good > 1) {
            const probes = toProbes(this.rate(passed), bad - good, this.world.parallel).map(place => good + place);
            const verdicts = await Promise.all(probes.map(probe => this.trials.test(chain, probe, undefined)));
            if (verdicts.some(({ kind }) => kind === 'stopped'))
                return { kind: 'stopped' };
            const first = verdicts.findIndex(verdict => this.trials.isRed(verdict));
            good = (first === -1 ? probes.at(-1) : probes[first - 1]) ?? good;
            if (first === -1)
                continue;
            bad = probes[first];
            red = verdicts[first];
        }
        this.isWhole = false;
        const verdict = red === undefined ? undefined : await this.trials.repeat(chain, bad, red, undefined);
        if (verdict?.kind === 'stopped')
            return verdict;
        if (verdict !== undefined && !this.trials.isRed(verdict))
            this.setPassed(chain, bad);
        else {
            this.setPassed(chain, good);
            this.evict(chain, bad, verdict?.reason ?? failure);
        }
        return 'go on';
    }
    /** Finds and evicts all culprits that can be seen; undefined when the single tests do not tell. */
    async searchTests(chain, bad, tests, reason) {
        const good = this.countPassed(chain);
        const search = await findFlips({ trials: this.trials, chain, good, bad, tests, reason });
        if (search.kind === 'stopped')
            return search;
        if (search.kind === 'unreadable')
            return undefined;
        const before = this.evicted.size;
        for (const flip of search.flips) {
            const verdict = await this.confirm(chain[flip.place - 1].task, flip);
            if (verdict?.kind === 'stopped')
                return verdict;
        }
        this.isWhole = true;
        return this.evicted.size === before ? undefined : 'go on';
    }
    /**
     * Evicts a culprit if its tests still fail in a chain without the culprits in front of it. The first one failed there already;
     * a later one may have failed only together with one of those.
     */
    async confirm(task, flip) {
        const chain = await this.merge();
        const place = chain.findIndex(link => link.task === task) + 1;
        if (place === 0)
            return undefined; // it went with a culprit that it builds on
        const verdict = await this.trials.testTwice(chain, place, flip.tests);
        if (this.trials.isRed(verdict))
            this.evict(chain, place, verdict.reason);
        return verdict;
    }
}
function toFailed(verdict) {
    return verdict.kind === 'failed' ? (verdict.failed ?? []) : [];
}

// EXTERNAL MODULE: ./lib/merge/proof/repeated-signatures.js + 1 modules
var repeated_signatures = __webpack_require__(29715);
// EXTERNAL MODULE: ./lib/plan/globs.js
var globs = __webpack_require__(19524);
;// CONCATENATED MODULE: ./lib/commands/integrate/inspect-merges.js



/** Looks at a chain of merges for what no conflict tells: a declaration that is there twice, a contract that has changed meanwhile. */
async function inspectMerges(context, site, chain, results) {
    const subjects = await toSubjects(context, site, chain, results);
    const [repeated, stale] = await Promise.all([
        findRepeated(site, subjects),
        findStaleContracts(context, site, subjects),
    ]);
    return [...repeated, ...stale];
}
async function toSubjects({ repository }, site, chain, results) {
    const subjects = await Promise.all(chain.map(async (merged, index) => {
        const result = results.get(merged.task);
        if (result?.commit == null || result.base === null)
            return undefined;
        const changes = await (0,tree_diff/* readChanges */.S)(repository, result.base, result.commit);
        const before = chain[index - 1]?.tree ?? site.start.tree;
        return { ...merged, result, before, paths: new Set(changes.map(change => change.path)) };
    }));
    return subjects.filter(subject => subject !== undefined);
}
/** Declarations that are twice in a file that git merged cleanly, and in neither side. */
async function findRepeated({ harness }, subjects) {
    const warnings = [];
    const changed = new Set();
    const read = async (name) => {
        const object = await harness.repository.objects.read(name);
        return object?.type === 'blob' ? object.content.toString('utf8') : undefined;
    };
    for (const { task, tree, before, result, resolved, paths } of subjects) {
        const both = [...paths].filter(path => changed.has(path));
        for (const path of paths)
            changed.add(path);
        for (const path of both) {
            if (resolved.some(({ conflict }) => conflict.path === path))
                continue;
            const texts = await Promise.all([
                read(`${tree}:${path}`),
                read(`${before}:${path}`),
                read(`${result.commit}:${path}`),
            ]);
            const [merged, ours, theirs] = texts;
            if (merged === undefined || ours === undefined || theirs === undefined || merged === ours)
                continue;
            const names = await (0,repeated_signatures/* findRepeatedSignatures */.V)(path, merged, [ours, theirs]);
            for (const name of names)
                warnings.push({
                    task,
                    text: `with ${task}, ${path} has \`${name}\` twice, though git saw no conflict`,
                });
        }
    }
    return warnings;
}
/**
 * Contract files that are not what a task was built on: those that its prerequisites changed, and those that the plan names, if another
 * task has changed them meanwhile.
 */
async function findStaleContracts({ plan }, site, subjects) {
    const tip = subjects.at(-1);
    if (tip === undefined)
        return [];
    const isNamed = (0,globs/* toMatcher */.WV)(plan.integration.contracts);
    const warnings = subjects.map(async ({ task, result, paths }) => {
        const { needs = [] } = plan.tasks.find(({ id }) => id === task) ?? {};
        if (needs.length === 0 && plan.integration.contracts.length === 0)
            return [];
        const inherited = new Set(subjects.filter(other => needs.includes(other.task)).flatMap(other => [...other.paths]));
        const changes = await (0,tree_diff/* readChanges */.S)(site.harness.repository, result.base, tip.tree);
        return changes
            .filter(({ path }) => !paths.has(path) && (inherited.has(path) || isNamed(path)))
            .flatMap(({ path }) => {
            const others = subjects.filter(other => other.task !== task && !needs.includes(other.task) && other.paths.has(path));
            if (others.length === 0)
                return [];
            const by = others.map(other => other.task).join(', ');
            return [{ task, text: `${task} was built on another ${path} than what lands: ${by} changed it` }];
        });
    });
    return (await Promise.all(warnings)).flat();
}

;// CONCATENATED MODULE: ./lib/git/ancestry.js

/** The parents of some commits and of all that they contain beyond a base. */
async function readParents({ place }, base, commits) {
    if (commits.length === 0)
        return new Map();
    const output = await (0,run_git/* runGit */.EO)(place, ['rev-list', '--parents', '--stdin'], `${commits.join('\n')}\n^${base}\n`);
    const lines = output.split('\n').filter(line => line !== '');
    return new Map(lines.map(line => line.split(' ')).map(([id = '', ...parents]) => [id, parents]));
}
/** The commit and all that it contains beyond the base of the walk. */
function toHistory(commit, parents) {
    const seen = new Set(parents.has(commit) ? [commit] : []);
    for (const id of seen)
        for (const parent of parents.get(id) ?? [])
            if (parents.has(parent))
                seen.add(parent);
    return seen;
}

;// CONCATENATED MODULE: ./lib/git/containment.js


/**
 * Which of some commits contain each other: a branch that was started from another one brings that along when it is merged.
 * One walk over what is not in the base.
 */
async function readContainment(harness, base, commits) {
    if (commits.length === 0)
        return { within: new Map(), inBase: new Set() };
    const parents = await readParents(harness, base, commits);
    const wanted = new Set(commits);
    return {
        within: new Map(commits.map(commit => [commit, findContained(commit, parents, wanted)])),
        inBase: new Set(commits.filter(commit => !parents.has(commit))),
    };
}
function findContained(commit, parents, wanted) {
    const others = [...toHistory(commit, parents)].filter(id => id !== commit);
    return new Set(others.filter(id => wanted.has(id)));
}
/** The best common ancestor of two commits. */
function findMergeBase(harness, a, b) {
    return (0,run_git/* runGit */.EO)(harness.place, ['merge-base', a, b]);
}

;// CONCATENATED MODULE: ./lib/commands/integrate/name-conflict.js


/** "conflicts with scheduler in src/db.ts": which branches of the chain changed the files on which git stopped. */
async function nameConflict(context, branches, { left }, merged) {
    const paths = left.map(({ conflict }) => conflict.path);
    const others = [];
    for (const { task } of merged) {
        const branch = branches.find(candidate => candidate.task === task);
        if (branch !== undefined && (await touches(context, branch, paths)))
            others.push(task);
    }
    const names = others.length === 0 ? 'the target' : others.join(', ');
    return `conflicts with ${names} in ${paths.join(', ')}`;
}
async function touches(context, { commit }, paths) {
    const start = await findMergeBase(context.harness, context.base, commit);
    const changes = await (0,tree_diff/* readChanges */.S)(context.repository, start, commit);
    return changes.some(change => paths.includes(change.path));
}

;// CONCATENATED MODULE: ./lib/merge/test-output/shell-words.js
/** One word for `sh`, whatever it contains. */
function quoteForShell(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}
/** A command of plain words, separated by spaces; undefined when the shell would do more than run it. */
function toPlainWords(command) {
    const words = command.trim().split(/ +/);
    return words.every(word => /^[\w@%+=:,./-]+$/.test(word)) ? words : undefined;
}
/**
 * Splits a shell command at its places: `npx jest {files} -t {names}`. Undefined when one of them stands where a quoted word
 * would not be one: inside quotes, backquotes, a here-document or `$'…'`.
 */
function splitTemplate(template, names) {
    const isHard = template.includes('<<') || template.includes("$'") || template.includes('`');
    const place = new RegExp(`^\\{(${names.join('|')})\\}`);
    const parts = [];
    let quote = '';
    let text = '';
    for (let at = 0; at < template.length; at++) {
        const character = template.charAt(at);
        const name = place.exec(template.slice(at, at + 20))?.[1];
        if (name !== undefined) {
            if (quote !== '' || isHard)
                return undefined;
            parts.push({ kind: 'text', text }, { kind: 'place', name });
            text = '';
            at += name.length + 1;
            continue;
        }
        if (character === '\\' && quote !== "'")
            text += template.charAt(at++);
        else
            quote = toQuote(quote, character);
        text += template.charAt(at);
    }
    return [...parts, { kind: 'text', text }];
}
function toQuote(quote, character) {
    if (character !== '"' && character !== "'")
        return quote;
    if (quote === '')
        return character;
    return quote === character ? '' : quote;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/test-patterns.js
/** A regular expression that matches just this text, in the dialects of JavaScript, Go and PCRE. */
function escapePattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
/**
 * What the runner takes to select tests: one pattern for those that want a pattern, names for the others. It may select more than
 * these tests, never fewer.
 */
function toSelection(runner, tests) {
    const names = [...new Set(tests.map(test => test.name))];
    const toAlternatives = (toPattern) => `(?:${[...new Set(names.map(toPattern))].join('|')})`;
    if (runner === 'jest' || runner === 'vitest')
        return [`^ ?${toAlternatives(toTitlePattern)}(?: |$)`];
    if (runner === 'mocha')
        return [`^${toAlternatives(escapePattern)}(?: |$)`];
    if (runner === 'node')
        return [`${toAlternatives(escapePattern)}$`];
    if (runner === 'go')
        return [`^${toAlternatives(toGoPattern)}$`];
    if (runner === 'phpunit')
        return [toAlternatives(toMethodPattern)];
    return names;
}
/** Jest and Vitest join titles by a space when they match, and by ` › ` or ` > ` when they print. A title may contain either. */
function toTitlePattern(name) {
    return name
        .split(/ [›>] /)
        .map(escapePattern)
        .join('(?: | › | > )');
}
/** The whole test function: patterns for subtests differ between versions of Go. */
function toGoPattern(name) {
    return escapePattern(name.split('/', 1)[0]);
}
/** All data sets of the method. */
function toMethodPattern(name) {
    return `${escapePattern(name.replace(/ with data set .*$/, ''))}(?: with data set .*)?$`;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/runner-commands.js


const launchers = /^(?:npx (?:--no-install |--no |-y |--yes )?|pnpm (?:exec )?|yarn (?:run )?|bunx |bundle exec |poetry run |uv run |pipenv run |(?:\.\/)?(?:node_modules\/\.bin|vendor\/bin|bin)\/|python3? -m )/;
const runnerCommands = [
    { runner: 'jest', starts: ['jest'], files: 'stay', toWords: toJestWords },
    { runner: 'vitest', starts: ['vitest run'], files: 'stay', toWords: toVitestWords },
    { runner: 'mocha', starts: ['mocha'], files: 'stay', toWords: toMochaWords },
    { runner: 'node', starts: ['node --test'], files: 'go', toWords: toFileWords },
    { runner: 'pytest', starts: ['pytest', 'py.test'], files: 'go', toWords: toIdWords },
    { runner: 'unittest', starts: ['unittest'], files: 'refused', toWords: toIdWords },
    { runner: 'go', starts: ['go test'], files: 'go', toWords: toGoWords },
    { runner: 'cargo', starts: ['cargo test'], files: 'stay', toWords: toCargoWords },
    { runner: 'rspec', starts: ['rspec'], files: 'go', toWords: toFileWords },
    { runner: 'phpunit', starts: ['phpunit'], files: 'stay', toWords: toPhpunitWords },
];
/** The runner that a command calls plainly. */
function findRunner(command) {
    return splitStart(command)?.known.runner;
}
/** Commands like the plan's own, for these tests only; undefined when it does not plainly call the runner that they come from. */
function toRunnerCommands(command, tests) {
    const words = toPlainWords(command);
    const start = splitStart(command);
    if (words === undefined || start === undefined)
        return undefined;
    const { known, count } = start;
    if (tests.some(test => test.runner !== known.runner))
        return undefined;
    const rest = toOptions(words.slice(count), known);
    if (rest === undefined || rest.some(isSelection))
        return undefined;
    return known
        .toWords(tests)
        ?.map(({ first, last }) => [...words.slice(0, count), ...first.filter(word => !rest.includes(word)), ...rest, ...last].join(' '));
}
/** How many words start the runner: `CI=1 npx jest` are three. */
function splitStart(command) {
    const plain = command.trim().replace(/ +/g, ' ');
    const variables = /^(?:\w+=[^ ]* )*/.exec(plain)?.[0] ?? '';
    const launcher = launchers.exec(plain.slice(variables.length))?.[0] ?? '';
    const called = `${plain.slice(variables.length + launcher.length)} `;
    for (const known of runnerCommands) {
        const start = known.starts.find(text => called.startsWith(`${text} `));
        if (start !== undefined)
            return { known, count: `${variables}${launcher}${start}`.split(' ').length };
    }
    return undefined;
}
/** Already selects tests: two selections do not add up everywhere. */
function isSelection(word) {
    return /^(?:--|-t|--testNamePattern|--test-name-pattern|-g|--grep|-f|--fgrep|-k|-m|-run|--run|--filter|-e|--example|--exact|--watch\w*)(?:=.*)?$/.test(word);
}
/** Options that take the next word as their value. */
const valued = {
    pytest: /^(?:-n|-p|-c|-o|-W|-r|--rootdir|--timeout|--junitxml|--maxfail|--durations)$/,
    go: /^-(?:count|timeout|tags|p|parallel|cpu|mod|vet|coverprofile|covermode)$/,
    node: /^(?:--import|--require|-r|--loader|--test-reporter|--test-reporter-destination|--test-concurrency|--test-timeout)$/,
    rspec: /^(?:--format|--require|-r|--order|--seed|--out|-o|-I)$/,
};
const valueless = /^-[qvsxl]+$|^-race$/;
/** The words after the start that stay. Undefined when one may be a file as well as the value of an option that is not known. */
function toOptions(words, { runner, files }) {
    if (files === 'stay')
        return words;
    const kept = [];
    let previous = '';
    for (const word of words) {
        const isValue = valued[runner]?.test(previous) === true;
        const isFile = !isValue && !word.startsWith('-');
        const isClear = previous === '' || valueless.test(previous) || /^\.{0,2}\//.test(word);
        if (isFile && (files === 'refused' || !isClear))
            return undefined;
        if (!isFile)
            kept.push(word);
        previous = isFile || isValue ? '' : word;
    }
    return kept;
}
function toFiles(tests) {
    const files = tests.map(test => test.file).filter(file => file !== null);
    return files.length === tests.length ? [...new Set(files)] : undefined;
}
function toJestWords(tests) {
    const files = toFiles(tests)?.map(escapePattern) ?? [];
    return [{ first: quoteAll(files), last: ['-t', ...quoteAll(toSelection('jest', tests))] }];
}
function toVitestWords(tests) {
    return [{ first: quoteAll(toFiles(tests) ?? []), last: ['-t', ...quoteAll(toSelection('vitest', tests))] }];
}
function toMochaWords(tests) {
    return [{ first: [], last: ['--grep', ...quoteAll(toSelection('mocha', tests))] }];
}
/** Whole files: node:test matches names differently in each version, RSpec does not find those that it made up itself. */
function toFileWords(tests) {
    const files = toFiles(tests);
    return files === undefined ? undefined : [{ first: [], last: quoteAll(files) }];
}
function toIdWords(tests) {
    return [{ first: [], last: quoteAll(tests.map(test => test.id)) }];
}
/** One command a package: the same name in another package is another test. */
function toGoWords(tests) {
    return toFiles(tests)?.map(path => {
        const pattern = toSelection('go', tests.filter(test => test.file === path));
        return { first: [], last: ['-run', ...quoteAll(pattern), quoteForShell(path)] };
    });
}
/** Names are parts of names unless `--exact`; the name of a test in documentation is only known in part. */
function toCargoWords(tests) {
    const isExact = tests.every(test => /^[\w:]+$/.test(test.name));
    const names = quoteAll(toSelection('cargo', tests));
    return [{ first: ['--no-fail-fast'], last: ['--', ...(isExact ? ['--exact'] : []), ...names] }];
}
function toPhpunitWords(tests) {
    return [{ first: ['--filter', ...quoteAll(toSelection('phpunit', tests))], last: [] }];
}
function quoteAll(texts) {
    return texts.map(quoteForShell);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/choose-tests.js



/**
 * Shell commands that together run these tests, and perhaps some more; undefined when it is not sure how. With `{file}`, `{name}` or
 * `{id}` in the template it is one command a test. Names are written by whoever wrote the tests: each is quoted.
 * A command that selects nothing passes with most runners: what it ran has to be counted.
 */
function toChosenTestsCommands({ tests, template, testCommand }) {
    if (tests.length === 0 || !tests.every(isSafe))
        return undefined;
    if (template !== undefined)
        return fillTemplate(template, tests);
    return testCommand === undefined ? undefined : toRunnerCommands(testCommand, tests);
}
/** Control characters may end a comment or a line; what begins with a dash is an option. */
function isSafe({ id, file, name }) {
    return [id, file ?? 'none', name].every(text => text !== '' && !/^-|\p{Cc}/u.test(text));
}
const single = ['file', 'name', 'id'];
const places = [...single, 'files', 'names', 'ids'];
function fillTemplate(template, tests) {
    const parts = splitTemplate(template, places);
    const used = parts?.flatMap(part => (part.kind === 'place' ? [part.name] : [])) ?? [];
    if (parts === undefined || used.length === 0)
        return undefined;
    const groups = used.some(name => single.includes(name)) ? tests.map(test => [test]) : [tests];
    const commands = groups.map(group => fill(parts, group, template));
    return commands.every(command => command !== undefined) ? [...new Set(commands)] : undefined;
}
function fill(parts, tests, template) {
    const texts = parts.map((part, index) => {
        if (part.kind === 'text')
            return part.text;
        const values = toValues(part.name, tests, template);
        const isAlone = isSpaced(parts[index - 1], /\s$/) && isSpaced(parts[index + 1], /^\s/);
        if (values === undefined || (values.length > 1 && !isAlone))
            return undefined;
        return values.map(quoteForShell).join(' ');
    });
    return texts.every(text => text !== undefined) ? texts.join('') : undefined;
}
/** Whether a place begins and ends a word: only there may several words stand. */
function isSpaced(part, space) {
    return part?.kind !== 'place' && (part === undefined || part.text === '' || space.test(part.text));
}
function toValues(place, tests, template) {
    if (place === 'id' || place === 'ids')
        return [...new Set(tests.map(test => test.id))];
    if (place === 'name' || place === 'names')
        return toNames(tests, template);
    const files = tests.map(test => test.file).filter(file => file !== null);
    return files.length === tests.length ? [...new Set(files)] : undefined;
}
/** The format of a report does not tell the runner: then the template does. */
function toNames(tests, template) {
    const runners = new Set(tests.map(({ runner }) => runner));
    const [runner] = runners;
    if (runner === undefined || runners.size > 1)
        return undefined;
    const isGeneral = runner === 'junit' || runner === 'tap';
    const taken = isGeneral ? (findRunner(template) ?? runner) : runner;
    return toSelection(taken, tests);
}

// EXTERNAL MODULE: ./lib/commands/run/run-paths.js
var run_paths = __webpack_require__(18040);
// EXTERNAL MODULE: ./lib/agent/log-file.js
var log_file = __webpack_require__(9466);
// EXTERNAL MODULE: ./lib/agent/telling-line.js
var telling_line = __webpack_require__(76663);
// EXTERNAL MODULE: ./lib/git/snapshot.js
var snapshot = __webpack_require__(73630);
// EXTERNAL MODULE: ./lib/git/worktree.js
var git_worktree = __webpack_require__(85895);
;// CONCATENATED MODULE: ./lib/merge/test-output/json-documents.js
/** The JSON objects in an output: on a line of their own, or spread over lines between a `{` and a `}` at the margin. */
function findJsonDocuments(lines, mark) {
    const inLines = readJsonLines(lines, mark);
    return inLines.length > 0 ? inLines : [...readSpread(lines)].filter(json => mark in json);
}
/** The lines that are a JSON object and contain a mark. */
function readJsonLines(lines, mark) {
    return lines
        .filter(line => line.startsWith('{') && line.trimEnd().endsWith('}') && line.includes(`"${mark}"`))
        .map(tryJson)
        .filter(json => json !== undefined);
}
function* readSpread(lines) {
    let start = -1;
    for (let at = 0; at < lines.length; at++) {
        if (lines[at] === '{')
            start = at;
        if (lines[at] !== '}' || start < 0)
            continue;
        const json = tryJson(lines.slice(start, at + 1).join('\n'));
        if (json !== undefined)
            yield json;
        start = -1;
    }
}
function tryJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // text that only looks like JSON, or was cut off
    }
}
function toText(value) {
    return typeof value === 'string' ? value : '';
}
/** A count; 0 when it is none. */
function toCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
/** The objects of a list; none when it is no list. */
function toObjects(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function toObject(value) {
    return isObject(value) ? value : {};
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/output-text.js
/** No runner prints longer lines of its own, except JSON. Longer ones are cut, so that no pattern has to search them. */
const maxLineLength = 4000;
/** Of more than this the end is kept: counts and lists of failures stand there, and tell that something is missing. */
const maxLength = 64_000_000;
const maxLines = 1_000_000;
/** @param root The absolute path of the folder that the command ran in: it differs between worktrees, ids must not. */
function toOutputText(text, root) {
    const folder = `${root.replace(/\/+$/, '')}/`;
    const end = takeLastLines(text.slice(-maxLength));
    return {
        text: end,
        isCut: end.length < text.length,
        lines: end.split('\n').map(toLine),
        toPath: path => toRelative(path, folder),
    };
}
function takeLastLines(text) {
    let start = text.length;
    for (let count = 0; count < maxLines && start > 0; count++)
        start = text.lastIndexOf('\n', start - 1);
    return text.slice(Math.max(start, 0));
}
function toLine(text) {
    const line = withoutOverwritten(text);
    return isJson(line) ? line : toPlain(line.slice(0, maxLineLength));
}
/** The line end of Windows goes, and what a progress bar wrote over. */
function withoutOverwritten(line) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    return text.slice(text.lastIndexOf('\r') + 1);
}
function isJson(line) {
    return line.startsWith('{');
}
/**
 * What a terminal would obey. Unlike the pattern behind stripVTControlCharacters of node:util, this one takes linear time for
 * sequences that do not end.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what is taken out
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;
function toPlain(line) {
    return line.replace(sequence, '').replace(/[^\P{Cc}\t]+/gu, '');
}
function toRelative(path, folder) {
    const local = path.replace(/^file:\/\//, '');
    return local.startsWith(folder) ? local.slice(folder.length) : local.replace(/^\.\//, '');
}

;// CONCATENATED MODULE: ./lib/merge/test-output/reading.js

/**
 * Believes the names only if they fit the count that the runner prints. More names than that: some were printed by a test, and
 * nobody knows which. Fewer: the output was cut.
 */
function settle(findings) {
    const { runner, failed, broken = [], ran, stated = failed.length, hidesMore = false } = findings;
    const namesNone = failed.length === 0 && broken.length === 0 && stated > 0;
    if (findings.isDoubtful || failed.length > stated || namesNone)
        return { kind: 'doubtful', runner };
    const output = {
        failed: toUnique(failed).map(test => ({
            ...test,
            id: toPlain(test.id),
            message: toMessage(test.message),
            runner,
        })),
        broken: [...new Set(broken)],
        ran: ran ?? null,
        isComplete: !hidesMore && broken.length === 0 && failed.length === stated,
    };
    return { kind: 'read', runner, output };
}
/** Of failures with one id the first. */
function toUnique(failed) {
    const ids = new Set();
    return failed.filter(({ id }) => !ids.has(id) && ids.add(id));
}
function toMessage(text) {
    const message = toPlain((text ?? '').trim().split('\n', 1)[0] ?? '').slice(0, 200);
    return message === '' ? null : message;
}
/** The number in front of a word: 3 in `3 failed, 1 passed` for `failed`; 0 when the word is not there. */
function countOf(line, word) {
    const match = new RegExp(`\\b(\\d{1,9}) ${word}\\b`).exec(line);
    return Number(match?.[1] ?? 0);
}
/** The first line after a place that says something, if it comes within the next few. */
function nextTelling(lines, index) {
    return lines.slice(index + 1, index + 6).find(line => line.trim() !== '') ?? null;
}
const sourceFile = /^[^\s:*?"<>|]{1,500}\.(?:[cm]?[jt]sx?|py|rb|php|rs|go)$/;
/** Some runners give a file that could not be loaded as a test with the file's name. */
function isSourceFile(name) {
    return sourceFile.test(name);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/cargo.js


const target = /^ +(?:Running (?:unittests )?(\S+) \((?:.*\/)?([\w-]+?)-[0-9a-f]{16}(?:\.exe)?\)|(Doc-tests) (\S+))$/;
const result = /^test result: (?:ok|FAILED)\. \d+ passed; \d+ failed;/;
const notCompiled = /^error: could not compile `([^`]+)`/;
const wholeRun = /^error: \d+ targets? failed:$/;
/** `cargo test` as text: a list of failures before each `test result`. Also libtest's JSON events. */
function readCargo({ lines }) {
    const sections = readSections(lines);
    const broken = lines.flatMap(line => notCompiled.exec(line)?.[1] ?? []);
    if (sections.length === 0 && broken.length === 0)
        return undefined;
    return settle({
        runner: 'cargo',
        failed: sections.flatMap(section => section.failed),
        broken,
        ran: sections.reduce((sum, section) => sum + section.passed, sum(sections)),
        stated: sum(sections),
        isDoubtful: sections.some(section => section.failed.length > section.stated),
        // Without --no-fail-fast the targets after a failed one do not run.
        hidesMore: sum(sections) > 0 && !lines.some(line => wholeRun.test(line)),
    });
}
function sum(sections) {
    return sections.reduce((total, section) => total + section.stated, 0);
}
function readSections(lines) {
    const sections = [];
    let place = '';
    let start = 0;
    lines.forEach((line, index) => {
        place = toPlace(line) ?? place;
        if (!result.test(line) && !isSuiteEnd(line))
            return;
        sections.push(readSection(lines.slice(start, index + 1), place));
        start = index + 1;
    });
    return sections;
}
/** The target: file and crate. The hash in the name of the binary changes. */
function toPlace(line) {
    const match = target.exec(line);
    return match === null ? undefined : `${match[2] ?? match[4]} ${match[1] ?? 'doc'}`;
}
function isSuiteEnd(line) {
    return /^\{ ?"type": ?"suite", ?"event": ?"(?:ok|failed)"/.test(line);
}
function readSection(lines, place) {
    const end = lines.at(-1);
    if (isSuiteEnd(end))
        return readEvents(lines, place);
    const start = lines.lastIndexOf('failures:');
    const names = start < 0 ? [] : lines.slice(start + 1).flatMap(line => /^ {4}(\S.*)$/.exec(line)?.[1] ?? []);
    const details = indexDetails(lines);
    return {
        failed: names.map(name => cargo_toFailed(place, name, findMessage(lines, details.get(name)))),
        stated: countOf(end, 'failed'),
        passed: countOf(end, 'passed'),
    };
}
function readEvents(lines, place) {
    const events = readJsonLines(lines, 'type');
    const failed = events.filter(event => event.type === 'test' && event.event === 'failed');
    const end = events.at(-1);
    return {
        failed: failed.map(event => cargo_toFailed(place, toText(event.name), toPanic(toText(event.stdout)) ?? (toText(event.message) || null))),
        stated: toCount(end?.failed),
        passed: toCount(end?.passed),
    };
}
/** Where the output of each failed test begins. */
function indexDetails(lines) {
    return new Map(lines.flatMap((line, index) => {
        const name = /^---- (.+) stdout ----$/.exec(line)?.[1];
        return name === undefined ? [] : [[name, index]];
    }));
}
function findMessage(lines, start) {
    return start === undefined ? null : toPanic(lines.slice(start + 1, start + 100).join('\n'));
}
/** What follows `thread … panicked at …:` */
function toPanic(text) {
    return /^(?:thread .* )?panicked at .*:\n(.+)$/m.exec(text)?.[1] ?? /^note: (.+)$/m.exec(text)?.[1] ?? null;
}
/** The name of a test in documentation has the number of its line, which changes. */
function cargo_toFailed(place, name, message) {
    const stable = name.replace(/ \(line \d+\)(?: - .*)?$/, '');
    return { id: `${place} ${stable}`.trim(), file: null, name: stable, message };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/go-console.js

const failLine = /^ *--- FAIL: (\S+) \([\d.]+s\)$/;
const packageLine = /^(ok {2}|FAIL|\? {3})\t(\S+)(?:\s+(.*))?$/;
const crash = /^(?:panic: |fatal error: |signal: |exit status [^1])/;
const hint = /^\s+\w[\w.-]*\.go:\d+: \S/;
/** `go test` without -json: failures, then the line of their package. Of nested tests the innermost ones are taken. */
function readGoConsole({ lines }) {
    const packages = readPackages(lines);
    if (packages.length === 0)
        return undefined;
    const failed = packages.flatMap(one => innermost(one.tests).map(test => go_console_toFailed(one.path, test)));
    return settle({
        runner: 'go',
        failed,
        broken: packages.filter(isBroken).map(one => one.path),
        hidesMore: packages.some(one => one.crashed) || isCut(lines),
    });
}
function readPackages(lines) {
    const packages = [];
    let tests = [];
    let crashed = false;
    const started = listStarted(lines);
    lines.forEach((line, index) => {
        const name = failLine.exec(line)?.[1];
        if (name !== undefined && (started.size === 0 || started.has(name)))
            tests.push({ name, message: go_console_findMessage(lines, index) });
        crashed ||= crash.test(line);
        const [, word, path] = packageLine.exec(line) ?? [];
        if (path === undefined)
            return;
        packages.push({ path, failed: word === 'FAIL', crashed, tests: word === 'FAIL' ? tests : [] });
        tests = [];
        crashed = false;
    });
    return packages;
}
/** With -v a test that was not started has not failed, whatever some other test prints. */
function listStarted(lines) {
    return new Set(lines.flatMap(line => /^=== RUN {3}(\S+)$/.exec(line)?.[1] ?? []));
}
/** The line after the failure; with -v, what a test says comes before it. */
function go_console_findMessage(lines, index) {
    const next = lines[index + 1] ?? '';
    const previous = lines[index - 1] ?? '';
    if (next.startsWith('panic: ') || (hint.test(next) && !hint.test(previous)))
        return next;
    return hint.test(previous) ? previous : null;
}
/** A test with subtests that failed is left out: they say more. */
function innermost(tests) {
    const parents = new Set(tests.flatMap(test => toParents(test.name)));
    return tests.filter(test => !parents.has(test.name));
}
function toParents(name) {
    const parts = name.split('/').slice(0, 50);
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Not built, or ended without a failed test: by os.Exit, a panic elsewhere, a time limit. */
function isBroken(one) {
    return one.failed && one.tests.length === 0;
}
/** The line of the last package is missing: nobody knows whose failures these are. */
function isCut(lines) {
    const last = lines.findLastIndex(line => packageLine.test(line));
    return lines.slice(last + 1).some(line => failLine.test(line));
}
function go_console_toFailed(path, { name, message }) {
    return { id: `${path} ${name}`, file: path, name, message };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/go-json.js



const notBuilt = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;
/** `go test -json`: one event a line. Only tests that were started count: a test can print what looks like the end of another. */
function readGoJson({ lines }) {
    const events = readJsonLines(lines, 'Action').filter(event => typeof event.Action === 'string');
    if (events.length === 0)
        return undefined;
    const packages = new Map();
    for (const event of events)
        note(event, packages);
    const all = [...packages.values()];
    return settle({
        runner: 'go',
        failed: all.flatMap(toFailedTests),
        broken: [...lines.flatMap(line => notBuilt.exec(line)?.[1] ?? []), ...all.filter(go_json_isBroken).map(toPath)],
        ran: all.reduce((sum, one) => sum + one.tests.size, 0),
        hidesMore: all.some(one => !one.ended || [...one.tests.values()].some(isUnfinished)) || all.some(crashed),
    });
}
function note(event, packages) {
    const path = toText(event.Package);
    if (path === '')
        return;
    const one = packages.get(path) ?? { path, tests: new Map(), ended: false, failed: false, panicked: false };
    packages.set(path, one);
    const name = toText(event.Test);
    if (event.Action === 'run')
        one.tests.set(name, { end: undefined, message: null });
    else if (event.Action === 'output')
        noteOutput(toText(event.Output), one, one.tests.get(name));
    else
        noteEnd(toText(event.Action), one, name);
}
function noteOutput(text, one, test) {
    if (text.startsWith('panic: '))
        one.panicked = true;
    if (test !== undefined && test.message === null && /^\s+\w[\w.-]*\.go:\d+: \S|^panic: /.test(text))
        test.message = text;
}
function noteEnd(action, one, name) {
    if (!['pass', 'fail', 'skip'].includes(action))
        return;
    const test = one.tests.get(name);
    if (test !== undefined)
        test.end = action;
    if (name !== '')
        return;
    one.ended = true;
    one.failed = action === 'fail';
}
function toFailedTests(one) {
    const failed = [...one.tests].filter(([, test]) => test.end === 'fail');
    return innermost(failed.map(([name, { message }]) => ({ name, message }))).map(test => go_console_toFailed(one.path, test));
}
function go_json_isBroken(one) {
    return one.failed && ![...one.tests.values()].some(test => test.end === 'fail');
}
function isUnfinished(test) {
    return test.end === undefined;
}
function crashed(one) {
    return one.panicked && one.failed;
}
function toPath(one) {
    return one.path;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/jest-console.js

const suiteLine = /^ ?(?:FAIL|PASS) +(\S.*\.[cm]?[jt]sx?)(?: \([\d.,]+ m?s\))?(?: \(\d+ [KMG]?B heap size\))?$/;
const bullet = /^ {2}● (\S.*)$/;
const testCounts = /^Tests: .*\b\d+ total$/;
const suiteCounts = /^Test Suites: .*\b\d+ total$/;
const separator = ' › ';
/** Jest's default and verbose reporters: `FAIL <project> <file>`, then `● <describe> › <test>` for each failure. */
function readJestConsole({ lines }) {
    const failed = new Map();
    const broken = [];
    let suite;
    lines.forEach((line, index) => {
        suite = toSuite(line, suite);
        const title = bullet.exec(line)?.[1];
        if (suite === undefined || title === undefined || title === 'Console')
            return;
        if (title === 'Test suite failed to run')
            broken.push(toFile(suite));
        else {
            const id = `${suite}${separator}${title}`;
            failed.set(id, { id, file: toFile(suite), name: title, message: nextTelling(lines, index) });
        }
    });
    return settleCounts(lines, [...failed.values()], broken);
}
function toSuite(line, suite) {
    const start = suiteLine.exec(line)?.[1];
    if (start !== undefined)
        return /^ ?FAIL/.test(line) ? start.replace(/ +/g, ' ') : undefined;
    return suiteCounts.test(line) ? undefined : suite;
}
/** Without the name of the project. Of a path with spaces this is the end: that is what Jest matches paths with, too. */
function toFile(suite) {
    return suite.split(' ').at(-1);
}
function settleCounts(lines, failed, broken) {
    const tests = lines.filter(line => testCounts.test(line));
    const suites = lines.filter(line => suiteCounts.test(line));
    if (tests.length === 0 && failed.length === 0 && broken.length === 0)
        return readNoTests(lines);
    const isWhole = tests.length > 0 && tests.length === suites.length;
    return settle({
        runner: 'jest',
        failed,
        broken,
        ran: isWhole ? jest_console_sum(tests, 'failed') + jest_console_sum(tests, 'passed') : undefined,
        stated: isWhole ? jest_console_sum(tests, 'failed') : undefined,
        hidesMore: !isWhole || suites.some(line => / \d+ of \d+ total$/.test(line)),
    });
}
/** No file, or no name, was selected. */
function readNoTests(lines) {
    const isEmpty = lines.some(line => /^No tests found, exiting with code [01]$/.test(line));
    return isEmpty ? settle({ runner: 'jest', failed: [], ran: 0 }) : undefined;
}
function jest_console_sum(lines, word) {
    return lines.reduce((total, line) => total + countOf(line, word), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/jest-json.js


/** `jest --json` and `vitest --reporter=json`, which copies it but for the count of suites that could not run. */
function readJestJson({ lines, toPath }) {
    const documents = findJsonDocuments(lines, 'testResults').filter(json => 'numTotalTests' in json);
    if (documents.length === 0)
        return undefined;
    const isJest = documents.every(json => 'numRuntimeErrorTestSuites' in json);
    const files = documents.flatMap(json => toObjects(json.testResults));
    const stated = jest_json_sum(documents, 'numFailedTests');
    return settle({
        runner: isJest ? 'jest' : 'vitest',
        failed: files.flatMap(file => jest_json_toFailed(file, toPath, isJest ? ' › ' : ' > ')),
        broken: files.filter(jest_json_isBroken).map(file => toPath(toText(file.name))),
        ran: stated + jest_json_sum(documents, 'numPassedTests'),
        stated,
        hidesMore: documents.some(json => json.wasInterrupted === true),
    });
}
function jest_json_sum(documents, key) {
    return documents.reduce((total, json) => total + toCount(json[key]), 0);
}
function jest_json_toFailed(file, toPath, separator) {
    const path = toPath(toText(file.name));
    return toObjects(file.assertionResults)
        .filter(isFailed)
        .map(test => {
        const titles = Array.isArray(test.ancestorTitles) ? test.ancestorTitles.map(toText) : [];
        const name = [...titles, toText(test.title)].join(separator);
        const messages = Array.isArray(test.failureMessages) ? test.failureMessages : [];
        return { id: `${path}${separator}${name}`, file: path, name, message: toText(messages[0]) };
    });
}
/** A file that failed although no test in it did: it could not be loaded, or a hook of a suite failed. */
function jest_json_isBroken(file) {
    return file.status === 'failed' && !toObjects(file.assertionResults).some(isFailed);
}
function isFailed(test) {
    return test.status === 'failed';
}

;// CONCATENATED MODULE: ./lib/merge/test-output/mocha-hooks.js
const hook = /(?:^| )"(?:before|after) (?:all|each)" hook\b.*$/;
/** Whether a title is that of a hook: when one fails, Mocha leaves out the rest of its suite. */
function isMochaHook(title) {
    return hook.test(title);
}
/** The name of the suite, when it is a hook that failed: a hook cannot be selected. */
function withoutHook(title) {
    return title.replace(hook, '');
}
/** The title of a hook without the test that it ran for: that is another one when tests are chosen. */
function withoutHookTarget(title) {
    return isMochaHook(title) ? title.replace(/ for ".*"$/, '') : title;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/xml.js
/** Of longer texts only the beginning is kept. */
const maxTextLength = 2000;
const maxDepth = 100;
/**
 * Reads the element that begins at a place, in one pass. Only what test reports are made of: no document types, so no entities
 * but the five of XML, and nothing is ever fetched. Undefined when it is not well formed.
 */
function readXmlElement(text, start) {
    const builder = new XmlBuilder();
    let at = start;
    while (at < text.length) {
        const next = readPiece(text, at, builder);
        if (next === undefined)
            return undefined;
        if (builder.root !== undefined)
            return { root: builder.root, isWhole: true, end: next };
        at = next;
    }
    const root = builder.cut();
    return root === undefined ? undefined : { root, isWhole: false, end: text.length };
}
/** Reads up to the next tag or through it; answers with the place after that, or undefined when the text is malformed. */
function readPiece(text, at, builder) {
    if (text[at] !== '<')
        return readText(text, at, builder);
    if (text.startsWith('<!--', at))
        return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at))
        return readCharacters(text, at + 9, builder);
    if (text.startsWith('<?', at))
        return after(text, '?>', at);
    if (text.startsWith('<!', at))
        return undefined;
    if (text.startsWith('</', at))
        return readEndTag(text, at, builder);
    return readStartTag(text, at, builder);
}
/** The place after a mark; the end of the text when the mark is not there any more. */
function after(text, mark, at) {
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found + mark.length;
}
function readText(text, at, builder) {
    const found = text.indexOf('<', at);
    const end = found < 0 ? text.length : found;
    builder.addText(decode(text.slice(at, Math.min(end, at + maxTextLength))));
    return end;
}
function readCharacters(text, at, builder) {
    const end = after(text, ']]>', at);
    builder.addText(text.slice(at, Math.min(end, at + maxTextLength)).replace(/\]\]>$/, ''));
    return end;
}
function readEndTag(text, at, builder) {
    const end = text.indexOf('>', at);
    if (end < 0)
        return text.length;
    return builder.close(text.slice(at + 2, Math.min(end, at + 200)).trim()) ? end + 1 : undefined;
}
const tagName = /<([A-Za-z_][\w.:-]{0,100})/y;
const attributeStart = /\s+([A-Za-z_][\w.:-]{0,100})\s*=\s*(["'])/y;
const tagEnd = /\s*(\/?)>/y;
function readStartTag(text, start, builder) {
    const name = match(tagName, text, start);
    if (name === undefined)
        return isCutTag(text, start) ? text.length : undefined;
    const attributes = new Map();
    let at = start + name[0].length;
    for (let found = match(attributeStart, text, at); found !== undefined; found = match(attributeStart, text, at)) {
        const from = at + found[0].length;
        const to = text.indexOf(found[2], from);
        if (to < 0)
            return text.length;
        attributes.set(found[1], decode(text.slice(from, Math.min(to, from + maxTextLength))));
        at = to + 1;
    }
    const end = match(tagEnd, text, at);
    if (end === undefined)
        return isCutTag(text, at) ? text.length : undefined;
    return builder.open(name[1], attributes, end[1] === '/') ? at + end[0].length : undefined;
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
}
function isCutTag(text, at) {
    return text.length - at < maxTextLength && !text.includes('>', at);
}
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function decode(text) {
    return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return entities[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
class XmlBuilder {
    root;
    stack = [];
    /** False when elements are nested more deeply than any report nests them. */
    open(name, attributes, isEmpty) {
        this.stack.push({ name, attributes, children: [], text: '' });
        return isEmpty ? this.close(name) : this.stack.length <= maxDepth;
    }
    /** False when another element is open. */
    close(name) {
        const element = this.stack.pop();
        if (element === undefined || element.name !== name)
            return false;
        const parent = this.stack.at(-1);
        if (parent === undefined)
            this.root = element;
        else
            parent.children.push(element);
        return true;
    }
    addText(text) {
        const element = this.stack.at(-1);
        if (element !== undefined && element.text.length < maxTextLength)
            element.text += text;
    }
    /** Closes everything. */
    cut() {
        for (let last = this.stack.at(-1); last !== undefined; last = this.stack.at(-1))
            this.close(last.name);
        return this.root;
    }
}

;// CONCATENATED MODULE: ./lib/merge/test-output/junit.js




/** JUnit XML as many runners write it, also amid other output. */
function readJunit({ text, toPath }) {
    const documents = findDocuments(text);
    if (documents === undefined)
        return { kind: 'doubtful', runner: 'junit' };
    if (documents.length === 0)
        return undefined;
    const cases = documents.flatMap(({ root }) => listCases(root, []));
    const failed = cases.filter(junit_isFailed);
    return settle({
        runner: 'junit',
        failed: failed.filter(one => !junit_isBroken(one)).map(one => junit_toFailed(one, toPath)),
        broken: failed.filter(junit_isBroken).map(one => toPath(junit_toPlace(one))),
        ran: cases.filter(one => !has(one, 'skipped') && !(junit_isFailed(one) && junit_isBroken(one))).length,
        hidesMore: documents.some(document => !document.isWhole) ||
            failed.some(one => isMochaHook(toAttribute(one.element, 'name'))),
    });
}
/** At the beginning of a line, or right after the XML declaration. */
const opening = /(?:^|\?>)[ \t]*(?=<testsuites?[\s>])/gm;
/** Undefined when one of them is malformed. */
function findDocuments(text) {
    const documents = [];
    let end = 0;
    for (const found of text.matchAll(opening)) {
        const start = found.index + found[0].length;
        if (start < end)
            continue;
        const document = readXmlElement(text, start);
        if (document === undefined)
            return undefined;
        documents.push(document);
        end = document.end;
    }
    return documents;
}
function listCases(element, suites) {
    if (element.name === 'testcase')
        return [{ suites, element }];
    const name = element.name === 'testsuite' ? element.attributes.get('name') : undefined;
    const path = name === undefined ? suites : [...suites, name];
    return element.children.flatMap(child => listCases(child, path));
}
function has({ element }, name) {
    return element.children.some(child => child.name === name);
}
function junit_isFailed(one) {
    return has(one, 'failure') || has(one, 'error');
}
/** Each runner has its own way to say that a file, class or package could not be loaded or built. */
function junit_isBroken({ element }) {
    const name = toAttribute(element, 'name');
    const kind = element.children.find(child => child.name === 'error' || child.name === 'failure');
    return (name === '' ||
        name === 'initializationError' ||
        /^\[(?:build|setup) failed\]$/.test(name) ||
        isSourceFile(name) ||
        toAttribute(element, 'classname') === 'Test suite failed to run' ||
        (kind !== undefined && toAttribute(kind, 'message') === 'collection failure'));
}
function toAttribute(element, name) {
    return toPlain(element.attributes.get(name) ?? '').trim();
}
/** What could not be loaded. */
function junit_toPlace({ element, suites }) {
    const name = toAttribute(element, 'name');
    if (isSourceFile(name) || toAttribute(element, 'classname') === '')
        return name || (suites.at(-1) ?? '');
    const isNamed = !['', 'initializationError'].includes(name) && !name.startsWith('[');
    return isNamed ? name : toAttribute(element, 'classname');
}
function junit_toFailed({ element, suites }, toPath) {
    const name = toAttribute(element, 'name');
    const className = toAttribute(element, 'classname');
    const file = junit_toFile(element, className);
    const path = [...suites, ...(className === name ? [] : [className]), name]
        .filter(part => part !== '')
        .map(toPath);
    return {
        id: path.filter((part, index) => part !== path[index - 1]).join(' › '),
        file: file === undefined ? null : toPath(file),
        name,
        message: toFailureMessage(element),
    };
}
function junit_toFile(element, className) {
    return element.attributes.get('file') ?? (isSourceFile(className) ? className : undefined);
}
function toFailureMessage(element) {
    const failure = element.children.find(child => child.name === 'failure' || child.name === 'error');
    return failure?.attributes.get('message') ?? failure?.text ?? null;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/mocha-console.js


const passing = /^ {2}(\d+) passing \(\d+m?s\)$|^ {2}(\d+) passing \(\d+[smh]\)$/;
const failing = /^ {2}(\d+) failing$/;
const numbered = /^ {2}(\d+)\) (.*\S)$/;
/** What Mocha's spec and dot reporters end with: counts, then a numbered list with the titles, one deeper than the other. */
function readMochaConsole({ lines, toPath }) {
    const starts = lines.flatMap((line, index) => (passing.test(line) ? [index] : []));
    if (starts.length === 0)
        return readCrash(lines, toPath);
    const sections = starts.map((start, at) => mocha_console_readSection(lines.slice(start, starts[at + 1])));
    const failures = sections.flatMap(section => section.failures);
    const rootHooks = failures.filter(failure => toSelectable(failure) === '');
    const stated = sections.reduce((sum, section) => sum + section.stated, 0);
    return settle({
        runner: 'mocha',
        failed: failures.filter(failure => !rootHooks.includes(failure)).map(mocha_console_toFailed),
        broken: rootHooks.map(toId),
        ran: sections.reduce((sum, section) => sum + section.passing, stated),
        stated: stated - rootHooks.length,
        hidesMore: failures.some(failure => isMochaHook(failure.titles.at(-1) ?? '')),
    });
}
function mocha_console_readSection(lines) {
    const counts = passing.exec(lines[0] ?? '');
    const start = lines.findIndex(line => failing.test(line));
    return {
        passing: Number(counts?.[1] ?? counts?.[2] ?? 0),
        stated: Number(failing.exec(lines[start] ?? '')?.[1] ?? 0),
        failures: start < 0 ? [] : readList(lines.slice(start)),
    };
}
/** The list counts up from 1: what has another number was printed by somebody else. */
function readList(lines) {
    const failures = [];
    lines.forEach((line, index) => {
        const match = numbered.exec(line);
        if (match?.[1] !== String(failures.length + 1))
            return;
        const failure = readTitles(lines, index, match[2]);
        if (failure !== undefined)
            failures.push(failure);
    });
    return failures;
}
/** The titles of the suites and of the test, each two columns deeper; the last one ends with a colon. */
function readTitles(lines, start, first) {
    const titles = [first];
    let at = start + 1;
    for (let indent = 7; isTitle(lines[at], indent); indent += 2, at++)
        titles.push(lines[at].trim());
    const last = titles.pop();
    if (!last.endsWith(':'))
        return undefined;
    const message = lines.slice(at, at + 3).find(line => line.trim() !== '') ?? null;
    return { titles: [...titles, last.slice(0, -1)], message };
}
function isTitle(line, indent) {
    return line?.slice(0, indent).trim() === '' && /\S/.test(line.charAt(indent));
}
function mocha_console_toFailed(failure) {
    return {
        id: toId(failure),
        file: null,
        name: toSelectable(failure),
        message: failure.message,
    };
}
function toId({ titles }) {
    return withoutHookTarget(titles.join(' '));
}
function toSelectable({ titles }) {
    return withoutHook(titles.join(' '));
}
/** Mocha loads every file before the first test: one that cannot be loaded stops it all. */
function readCrash(lines, toPath) {
    const start = lines.findIndex(line => line.startsWith(' Exception during run:'));
    if (start < 0)
        return undefined;
    const paths = lines
        .slice(start, start + 50)
        .flatMap(line => /^- (.+)$|\((.+?):\d+:\d+\)$/.exec(line)?.slice(1) ?? []);
    const file = paths.find(path => path !== undefined && isSourceFile(path) && !path.includes('node_modules'));
    return settle({ runner: 'mocha', failed: [], broken: [file === undefined ? 'mocha' : toPath(file)] });
}

;// CONCATENATED MODULE: ./lib/merge/test-output/mocha-json.js



/** `mocha --reporter json`. */
function readMochaJson({ lines, toPath }) {
    const json = findJsonDocuments(lines, 'stats').find(document => 'failures' in document);
    if (json === undefined)
        return undefined;
    const stats = toObject(json.stats);
    const failures = toObjects(json.failures);
    const rootHooks = failures.filter(failure => mocha_json_toSelectable(failure) === '');
    return settle({
        runner: 'mocha',
        failed: failures
            .filter(failure => !rootHooks.includes(failure))
            .map(failure => mocha_json_toFailed(failure, toPath)),
        broken: rootHooks.map(failure => toText(failure.fullTitle)),
        ran: toCount(stats.passes) + toCount(stats.failures),
        stated: toCount(stats.failures) - rootHooks.length,
        hidesMore: failures.some(failure => isMochaHook(toText(failure.title))),
    });
}
function mocha_json_toFailed(failure, toPath) {
    const file = toText(failure.file) === '' ? null : toPath(toText(failure.file));
    const title = withoutHookTarget(toText(failure.fullTitle));
    return {
        id: file === null ? title : `${file} ${title}`,
        file,
        name: mocha_json_toSelectable(failure),
        message: toText(toObject(failure.err).message),
    };
}
function mocha_json_toSelectable(failure) {
    return withoutHook(toText(failure.fullTitle));
}

;// CONCATENATED MODULE: ./lib/merge/test-output/node-spec.js

const header = '✖ failing tests:';
const place = /^test at (.+):\d+:\d+$/;
const node_spec_failLine = /^✖ (.*?)(?: \([\d.]+ms\))?$/;
const count = /^ℹ (?:tests|pass|fail|cancelled|suites) \d+$/;
/** The spec reporter of node:test: counts, then `test at <file>:<line>:<column>` and `✖ <name>` for each failure. */
function readNodeSpec({ lines, toPath }) {
    const counts = lines.filter(line => count.test(line)).map(line => line.slice(2));
    if (counts.length === 0)
        return undefined;
    const failures = readFailures(lines, toPath);
    const broken = failures.filter(isFile).map(failure => failure.file);
    const stated = node_spec_sum(counts, 'fail') + node_spec_sum(counts, 'cancelled');
    return settle({
        runner: 'node',
        failed: failures.filter(failure => !isFile(failure)),
        broken,
        ran: node_spec_sum(counts, 'pass') + stated,
        hidesMore: stated > 0 && failures.length === 0,
        ...(failures.length === 0 ? { stated } : {}),
    });
}
function node_spec_sum(counts, word) {
    return counts
        .map(line => line.split(' ').reverse().join(' '))
        .reduce((total, line) => total + countOf(line, word), 0);
}
function readFailures(lines, toPath) {
    const start = lines.indexOf(header);
    if (start < 0)
        return [];
    return lines.flatMap((line, index) => {
        const path = index > start ? place.exec(line)?.[1] : undefined;
        const name = node_spec_failLine.exec(lines[index + 1] ?? '')?.[1];
        if (path === undefined || name === undefined)
            return [];
        const file = toPath(path);
        return [
            { id: `${file} › ${toPath(name)}`, file, name: toPath(name), message: nextTelling(lines, index + 1) },
        ];
    });
}
/** A file that ended badly is a test with the name of the file. */
function isFile({ name, file }) {
    return name === file || name.endsWith(`/${file}`);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/phpunit.js

const section = /^There (?:was|were) (\d{1,9}) (error|failure|\w+)s?:$/;
const entry = /^\d+\) ([\w\\]+::\w+(?: with data set (?:#\d+|".*?"))?)(?: \(.*\))?$/;
const redCounts = /^Tests: (\d{1,9}), Assertions: \d+.*\.$/;
const greenCounts = /^OK \((\d{1,9}) tests?, \d+ assertions?\)$/;
/** PHPUnit: `There were n failures:` and `There was 1 error:` with numbered lists, then the counts. */
function readPhpunit({ lines }) {
    if (!lines.some(line => line.startsWith('PHPUnit ')))
        return undefined;
    const counts = lines.filter(line => redCounts.test(line) || greenCounts.test(line));
    if (counts.length === 0)
        return undefined;
    return settle({
        runner: 'phpunit',
        failed: phpunit_readSections(lines),
        ran: counts.reduce((sum, line) => sum + Number((redCounts.exec(line) ?? greenCounts.exec(line))?.[1]), 0),
        stated: counts.reduce((sum, line) => sum + countFailures(line), 0),
    });
}
/** Warnings, risky and skipped tests have sections of their own: those do not count. */
function phpunit_readSections(lines) {
    let kind;
    return lines.flatMap((line, index) => {
        kind = section.exec(line)?.[2] ?? kind;
        const name = entry.exec(line)?.[1];
        if (name === undefined || (kind !== 'error' && kind !== 'failure'))
            return [];
        return [{ id: name, file: null, name, message: nextTelling(lines, index) }];
    });
}
function countFailures(line) {
    const counts = [...line.matchAll(/\b(?:Errors|Failures): (\d{1,9})/g)];
    return counts.reduce((sum, match) => sum + Number(match[1]), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/pytest.js

const pytest_header = /^=* ?short test summary info ?=*$/;
const pytest_entry = /^(?:(?:SUB)?FAILED|SUBFAIL|ERROR)(?:[([].*?[)\]])* (\S.*)$/;
const lastLine = /^=* ?\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|errors?|warnings?|rerun|subtests)\b.* in \d[\d.]*s\b.*$/;
const title = /^_{2,} (?:ERROR at (?:setup|teardown) of )?(\S.*?) _{2,}$/;
const stop = /^!+ .* !+$/;
const conftest = /^ImportError while loading conftest '(.+)'\.$/;
/** Pytest's console output, also with `-q`: the short summary (`FAILED <id> - <message>`) and the counts of the last line. */
function readPytest({ lines, toPath }) {
    const end = lines.findLastIndex(line => lastLine.test(line));
    const start = lines.slice(0, end < 0 ? undefined : end).findLastIndex(line => pytest_header.test(line));
    if (start < 0 && end < 0)
        return pytest_readNoTests(lines) ?? readConftest(lines, toPath);
    const titles = new Set(lines.flatMap(line => title.exec(line)?.[1] ?? []));
    const entries = start < 0 ? [] : readSummary(lines.slice(start + 1, end < 0 ? undefined : end), titles);
    const broken = entries.filter(({ id }) => !id.includes('::')).map(({ id }) => id);
    const counts = lines[end] ?? '';
    const stated = countOf(counts, 'failed') + countOf(counts, 'errors?');
    return settle({
        runner: 'pytest',
        failed: entries.filter(({ id }) => id.includes('::')).map(pytest_toFailed),
        broken,
        ran: end < 0 ? undefined : stated - broken.length + countOf(counts, 'passed'),
        stated: end < 0 ? undefined : stated - broken.length,
        hidesMore: end < 0 || lines.slice(0, end).some(line => stop.test(line)),
    });
}
function readSummary(lines, titles) {
    return lines.flatMap(line => {
        const text = pytest_entry.exec(line)?.[1];
        return text === undefined ? [] : (splitEntry(text, titles) ?? []);
    });
}
/**
 * Splits `<id> - <message>`. Parameters in an id may contain ` - ` too: then the titles of the failures tell where it ends.
 * An entry that stays ambiguous is left out.
 */
function splitEntry(text, titles) {
    const candidates = [...toCuts(text)].filter(({ id }) => !id.includes('[') || id.endsWith(']'));
    if (candidates.length === 1)
        return candidates[0];
    return candidates.find(({ id }) => titles.has(toTitle(id)));
}
function* toCuts(text) {
    for (let at = text.indexOf(' - '); at >= 0; at = text.indexOf(' - ', at + 1)) {
        const id = text.slice(0, at);
        yield { id, message: text.slice(at + 3) };
        if (!id.includes('['))
            return;
    }
    yield { id: text, message: null };
}
/** `tests/a.py::TestCart::test_b[x]` has the title `TestCart.test_b[x]`. */
function toTitle(id) {
    const [name = '', ...parameters] = id.split('[');
    return [name.split('::').slice(1).join('.'), ...parameters].join('[');
}
function pytest_toFailed({ id, message }) {
    const at = id.indexOf('::');
    return { id, file: id.slice(0, at), name: id.slice(at + 2), message };
}
/** One selected test that is not there keeps all the others from running. */
function pytest_readNoTests(lines) {
    if (!lines.some(line => /^=* ?no tests ran in [\d.]+s ?=*$/.test(line)))
        return undefined;
    const hidesMore = lines.some(line => /^ERROR: /.test(line));
    return settle({ runner: 'pytest', failed: [], ran: 0, hidesMore });
}
function readConftest(lines, toPath) {
    const broken = lines.flatMap(line => conftest.exec(line)?.[1] ?? []).map(toPath);
    return broken.length === 0 ? undefined : settle({ runner: 'pytest', failed: [], broken });
}

;// CONCATENATED MODULE: ./lib/merge/test-output/rspec.js

const rspec_failLine = /^rspec '?(\.?\/?[^\s':[\]]+)(?::\d+|\[[\d:]+\])'? # (.*\S) *$/;
const counts = /^\d+ examples?, \d+ failures?(?:, .*)?$/;
const broken = /^An error occurred while loading (\S+)\.$/;
/** RSpec: the counts, then `Failed examples:` with a line each. */
function readRspec({ lines, toPath }) {
    const at = lines.findLastIndex(line => counts.test(line));
    if (at < 0)
        return undefined;
    const line = lines[at];
    const start = lines.indexOf('Failed examples:', at);
    return settle({
        runner: 'rspec',
        failed: start < 0 ? [] : readExamples(lines, start, toPath),
        broken: lines.flatMap(text => broken.exec(text)?.[1] ?? []).map(toPath),
        ran: countOf(line, 'examples?') - countOf(line, 'pending'),
        stated: countOf(line, 'failures?'),
        hidesMore: line.includes('outside of examples'),
    });
}
function readExamples(lines, start, toPath) {
    const details = rspec_indexDetails(lines.slice(0, start));
    return lines.slice(start + 1).flatMap(line => {
        const [, path, name] = rspec_failLine.exec(line) ?? [];
        if (path === undefined || name === undefined)
            return [];
        const message = rspec_findMessage(lines, details.get(name));
        return [{ id: `${toPath(path)} ${name}`, file: toPath(path), name, message }];
    });
}
/** Where the details of each failure begin: `  1) <name>`. */
function rspec_indexDetails(lines) {
    return new Map(lines.flatMap((line, index) => {
        const name = /^ {2}\d+\) (.+)$/.exec(line)?.[1];
        return name === undefined ? [] : [[name, index]];
    }));
}
/** The second line of the details; the first one only repeats the code. */
function rspec_findMessage(lines, start) {
    if (start === undefined)
        return null;
    const texts = lines.slice(start + 1, start + 10).filter(line => /^ {5,}[^\s#]/.test(line));
    return texts[1] ?? texts[0] ?? null;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/tap-lines.js
const point = /^( *)(not )?ok\b(?: +\d{1,9})?(?: +-)?(?: +(.*))?$/;
const plan = /^( *)1\.\.(\d{1,9})(?: *#.*)?$/;
const directive = /^(.*?) +# *(SKIP|TODO|time)\b[^{]*(\{)?$/i;
function readTapLines(lines) {
    const entries = [];
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at];
        const match = point.exec(line);
        if (match === null) {
            const entry = readOther(line);
            if (entry !== undefined)
                entries.push(entry);
            continue;
        }
        const block = readBlock(lines, at + 1);
        entries.push(toPoint(match, block.details));
        at = block.end - 1;
    }
    return entries;
}
function readOther(line) {
    if (/^TAP version 1[34]$/.test(line))
        return { kind: 'version' };
    if (/^Bail out!/.test(line))
        return { kind: 'bail-out' };
    if (/^ *\}$/.test(line))
        return { kind: 'close' };
    const match = plan.exec(line);
    return match === null
        ? undefined
        : { kind: 'plan', depth: toDepth(match[1]), count: Number(match[2]) };
}
function toPoint(match, details) {
    const [, indent = '', not, text = ''] = match;
    const [, title = text.replace(/ *\{$/, ''), word = '', brace] = directive.exec(text) ?? [];
    return {
        kind: 'point',
        depth: toDepth(indent),
        isOk: not === undefined,
        title: title.trim().replace(/\\([#\\])/g, '$1'),
        isExcused: /^(skip|todo)$/i.test(word),
        opens: brace !== undefined || text.endsWith(' {'),
        details,
    };
}
function toDepth(indent) {
    return Math.floor(indent.length / 4);
}
const detail = /^ *(message|error|at|file|location|failureType): *(?:\|-?|>-?|["']?(.*?)["']?)$/;
const maxBlockLines = 300;
/** The block between `---` and `...` that may follow a point. A block without end is none. */
function readBlock(lines, start) {
    const details = new Map();
    const indent = /^( +)---$/.exec(lines[start] ?? '')?.[1];
    if (indent === undefined)
        return { end: start, details };
    const length = lines.slice(start, start + maxBlockLines).indexOf(`${indent}...`);
    if (length < 0)
        return { end: start, details };
    const end = start + length;
    for (let at = start + 1; at < end; at++) {
        const [, key, value] = detail.exec(lines[at]) ?? [];
        if (key !== undefined && !details.has(key))
            details.set(key, value ?? (lines[at + 1] ?? '').trim());
    }
    return { end: end + 1, details };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/tap.js



/** TAP 13 and 14 with subtests, indented (node:test, tape, tap) or in braces (Vitest). Without a plan it is not believed. */
function readTap({ lines, toPath }) {
    const entries = readTapLines(lines);
    const planned = sumPlans(entries);
    if (planned === undefined)
        return undefined;
    const points = entries.filter(isPoint);
    const reached = points.filter(point => point.depth === 0).length;
    const leaves = toLeaves(entries);
    const failures = leaves.filter(leaf => !leaf.point.isOk && !leaf.point.isExcused);
    return settle({
        runner: points.some(point => point.details.has('failureType')) ? 'node' : 'tap',
        failed: failures.filter(leaf => !tap_isFile(leaf)).map(leaf => tap_toFailed(leaf, toPath)),
        broken: failures.filter(tap_isFile).map(leaf => toPath(leaf.point.title)),
        ran: leaves.filter(leaf => !leaf.point.isExcused).length,
        isDoubtful: reached > planned,
        hidesMore: reached < planned ||
            entries.some(entry => entry.kind === 'bail-out') ||
            failures.some(leaf => isMochaHook(leaf.point.title)),
    });
}
function isPoint(entry) {
    return entry.kind === 'point';
}
function sumPlans(entries) {
    const plans = entries.flatMap(entry => (entry.kind === 'plan' && entry.depth === 0 ? [entry.count] : []));
    return plans.length === 0 ? undefined : plans.reduce((sum, count) => sum + count, 0);
}
/** The points without subtests, and those that failed although no subtest did. */
function toLeaves(entries) {
    const tree = new TapTree();
    for (const entry of entries) {
        if (entry.kind === 'close')
            tree.close();
        else if (isPoint(entry))
            tree.add(entry);
    }
    return tree.leaves();
}
/** Puts the points under their parents: a parent in braces comes before its subtests, any other after them. */
class TapTree {
    /** Leaves that wait for their parent, by depth. */
    waiting = [[]];
    open = [];
    add(point) {
        const depth = point.opens ? this.open.length : point.depth;
        if (point.opens)
            this.open.push(point);
        else
            this.place({ ...point, depth });
    }
    close() {
        const parent = this.open.pop();
        if (parent !== undefined)
            this.place({ ...parent, depth: this.open.length });
    }
    leaves() {
        while (this.open.length > 0)
            this.close(); // the output was cut
        return this.waiting.flat();
    }
    place(point) {
        const below = this.waiting.splice(point.depth + 1).flat();
        while (this.waiting.length <= point.depth)
            this.waiting.push([]);
        const level = this.waiting[point.depth];
        for (const leaf of below)
            level.push({ ...leaf, titles: [point.title, ...leaf.titles] });
        const isExplained = below.some(leaf => !leaf.point.isOk && !leaf.point.isExcused);
        if (below.length === 0 || (!point.isOk && !isExplained))
            level.push({ titles: [point.title], point });
    }
}
/** Runners of several files give one that could not be loaded as a test without subtests. */
function tap_isFile({ titles, point }) {
    return titles.length === 1 && isSourceFile(point.title);
}
function tap_toFailed({ titles, point }, toPath) {
    const [first = '', ...rest] = titles;
    const place = point.details.get('location') ?? point.details.get('file');
    const isUnderFile = isSourceFile(first) && rest.length > 0;
    const path = isUnderFile ? first : place?.replace(/(:\d+)+$/, '');
    const file = path === undefined ? null : toPath(path);
    const names = isUnderFile ? rest : titles;
    return {
        id: [...(file === null ? [] : [file]), ...names].join(' › '),
        file,
        name: names.at(-1),
        message: point.details.get('message') ?? point.details.get('error') ?? null,
    };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/test-output.js
/** Joins what several runners, or several report files, say. */
function joinTestOutputs(outputs) {
    const tests = outputs.flatMap(output => output.failed);
    const counts = outputs.map(output => output.ran);
    return {
        failed: [...new Map(tests.map(test => [`${test.runner} ${test.id}`, test])).values()],
        broken: [...new Set(outputs.flatMap(output => output.broken))],
        ran: counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0),
        isComplete: outputs.every(output => output.isComplete),
    };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/typescript.js

const compileError = /^([^\s(:][^(:]*\.[cm]?tsx?)(?:\(\d+,\d+\): |:\d+:\d+ - )error TS\d+: /;
/** The TypeScript compiler, run before the tests or by a loader: nothing that needs these files ran. */
function readTypescript({ lines, toPath }) {
    const broken = lines.flatMap(line => compileError.exec(line)?.[1] ?? []).map(toPath);
    return broken.length === 0 ? undefined : settle({ runner: 'typescript', failed: [], broken });
}

;// CONCATENATED MODULE: ./lib/merge/test-output/unittest.js

const rule = '='.repeat(70);
const unittest_failLine = /^(?:FAIL|ERROR): (\w+) \(([\w.<>]+)\)/;
const runLine = /^Ran (\d{1,9}) tests? in [\d.]+s$/;
const endLine = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/;
const unittest_hook = /^(?:setUp|tearDown)(?:Class|Module)$/;
/** Python's unittest, also as Django runs it: a ruled block a failure, `Ran n tests`, `FAILED (failures=a, errors=b)`. */
function readUnittest({ lines }) {
    const runs = lines.flatMap((line, index) => (runLine.test(line) ? [index] : []));
    if (runs.length === 0)
        return undefined;
    const ends = runs.map(index => lines.slice(index + 1, index + 4).find(line => endLine.test(line)));
    const entries = lines.flatMap((line, index) => (line === rule ? (readEntry(lines, index + 1) ?? []) : []));
    const broken = entries.filter(entry => entry.kind === 'broken').map(entry => entry.test.name);
    return settle({
        runner: 'unittest',
        failed: entries.filter(entry => entry.kind !== 'broken').map(entry => entry.test),
        broken,
        ran: runs.reduce((sum, index) => sum + Number(runLine.exec(lines[index])?.[1]), -broken.length),
        stated: ends.reduce((sum, end) => sum + unittest_countFailures(end ?? ''), -broken.length),
        hidesMore: ends.includes(undefined) || entries.some(entry => entry.kind === 'hook'),
    });
}
function readEntry(lines, index) {
    const [, name, place] = unittest_failLine.exec(lines[index] ?? '') ?? [];
    if (name === undefined || place === undefined)
        return undefined;
    const message = unittest_findMessage(lines, index + 1);
    if (place.includes('_FailedTest'))
        return { kind: 'broken', test: { id: name, file: null, name, message } };
    if (unittest_hook.test(name))
        return { kind: 'hook', test: { id: place, file: null, name: place, message } };
    // Python 3.11 and later repeat the name of the test in the brackets.
    const id = place.endsWith(`.${name}`) ? place : `${place}.${name}`;
    return { kind: 'test', test: { id, file: null, name: id, message } };
}
/** The last line of the first traceback: the only one at the margin after it. */
function unittest_findMessage(lines, start) {
    const block = lines.slice(start, start + 200);
    const trace = block.findIndex(line => line.startsWith('Traceback (most recent call last)'));
    return block.slice(trace + 1).find(line => /^\w[\w.]*(?::|$)/.test(line)) ?? null;
}
function unittest_countFailures(end) {
    const counts = [...end.matchAll(/\b(?:failures|errors|unexpected successes)=(\d{1,9})/g)];
    return counts.reduce((sum, match) => sum + Number(match[1]), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/vitest-console.js

const vitest_console_header = /^⎯{2,} Failed (?:Suites|Tests) (\d+) ⎯{2,}$/;
const vitest_console_failLine = /^ FAIL {2,}(\S.*)$/;
const brokenSuite = /^(.*?) \[ .* \]$/;
const vitest_console_testCounts = /^ +Tests {2}(?:\d+ |no tests)/;
const errorCounts = /^ +Errors {2}\d/;
const vitest_console_separator = ' > ';
/** Vitest's console reporters: under `Failed Suites n` and `Failed Tests n` a line ` FAIL  <project> <file> > <describe> > <test>` each. */
function readVitestConsole({ lines }) {
    const start = lines.findIndex(line => vitest_console_header.test(line));
    const counts = lines.filter(line => vitest_console_testCounts.test(line));
    if (start < 0 && counts.length === 0)
        return vitest_console_readNoTests(lines);
    const found = start < 0 ? [] : findFailures(lines, start);
    const failed = found.flatMap(failure => (failure.kind === 'failed' ? [failure.test] : []));
    const broken = found.flatMap(failure => (failure.kind === 'broken' ? [failure.file] : []));
    return settle({
        runner: 'vitest',
        failed,
        broken,
        ran: counts.length === 0 ? undefined : vitest_console_sum(counts, 'failed') + vitest_console_sum(counts, 'passed'),
        stated: start < 0 ? vitest_console_sum(counts, 'failed') : vitest_console_countFailures(lines) - broken.length,
        hidesMore: hidesMore(lines) || counts.length === 0 || failed.length > vitest_console_sum(counts, 'failed'),
    });
}
/** No file was selected. */
function vitest_console_readNoTests(lines) {
    const isEmpty = lines.some(line => /^No test files found, exiting with code [01]$/.test(line.trim()));
    return isEmpty ? settle({ runner: 'vitest', failed: [], ran: 0 }) : undefined;
}
function findFailures(lines, start) {
    return lines.flatMap((line, index) => {
        const title = index > start ? vitest_console_failLine.exec(line)?.[1] : undefined;
        return title === undefined ? [] : [toFailure(title, toFirstError(lines, index))];
    });
}
function toFailure(title, message) {
    const whole = brokenSuite.exec(title)?.[1];
    const at = title.indexOf(vitest_console_separator);
    if (whole !== undefined && !whole.includes(vitest_console_separator))
        return { kind: 'broken', file: vitest_console_toFile(whole) };
    if (at < 0)
        return { kind: 'broken', file: vitest_console_toFile(title) };
    const suite = title.slice(0, at).replace(/ +/g, ' ');
    const name = title.slice(at + vitest_console_separator.length);
    return {
        kind: 'failed',
        test: { id: `${suite}${vitest_console_separator}${name}`, file: vitest_console_toFile(suite), name, message },
    };
}
/** Without the name of the project in front. */
function vitest_console_toFile(suite) {
    return suite.trim().split(' ').at(-1);
}
/** Several tests that fail in the same way share what follows the last of them. */
function toFirstError(lines, index) {
    let last = index;
    while (last < index + 100 && vitest_console_failLine.test(lines[last + 1] ?? ''))
        last++;
    return nextTelling(lines, last);
}
function vitest_console_countFailures(lines) {
    return lines.reduce((total, line) => total + Number(vitest_console_header.exec(line)?.[1] ?? 0), 0);
}
function hidesMore(lines) {
    return lines.some(line => errorCounts.test(line));
}
function vitest_console_sum(lines, word) {
    return lines.reduce((total, line) => total + countOf(line, word), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/read-test-output.js


















/** Formats made for programs. */
const reportReaders = [
    readJunit,
    readJestJson,
    readMochaJson,
    readGoJson,
    readCargo,
    readTap,
];
/** What runners print for people. */
const consoleReaders = [
    readJestConsole,
    readVitestConsole,
    readMochaConsole,
    readNodeSpec,
    readPytest,
    readUnittest,
    readGoConsole,
    readRspec,
    readPhpunit,
    readTypescript,
];
/**
 * What the output of a test command, stdout and stderr together, says about its tests; undefined when no runner is surely
 * recognised. A command that failed without a failed test or a broken file in it failed for another reason.
 * @param root The absolute path of the folder that the command ran in.
 */
function readTestOutput(text, root) {
    return read(toOutputText(text, root), [...reportReaders, ...consoleReaders]);
}
/** The same for a report file. Its format is told by its content. */
function readTestReport(text, root) {
    return read(toOutputText(text, root), reportReaders);
}
/** Several runners may have run. One that printed for programs and for people at once is taken at its word for programs. */
function read(output, readers) {
    const readings = new Map();
    for (const reader of readers) {
        const reading = reader(output);
        if (reading !== undefined && readings.get(reading.runner)?.kind !== 'read')
            readings.set(reading.runner, reading);
    }
    const outputs = [...readings.values()].flatMap(reading => (reading.kind === 'read' ? [reading.output] : []));
    if (outputs.length === 0)
        return undefined;
    const joined = joinTestOutputs(outputs);
    return outputs.length === readings.size && !output.isCut ? joined : { ...joined, isComplete: false };
}

// EXTERNAL MODULE: ./lib/commands/run/command-environment.js
var command_environment = __webpack_require__(89265);
// EXTERNAL MODULE: ./lib/commands/run/remove-task-folders.js
var remove_task_folders = __webpack_require__(7290);
// EXTERNAL MODULE: ./lib/commands/run/run-refs.js
var run_refs = __webpack_require__(72212);
// EXTERNAL MODULE: ./lib/commands/run/run-script.js
var run_script = __webpack_require__(26441);
;// CONCATENATED MODULE: ./lib/commands/integrate/test-slot.js











/** What tests failed and why is looked for in this much of the output. */
const tailBytes = 1 << 23;
const mostReportBytes = 1 << 26;
/** A worktree in which trees are tested, one after another: what setup installed for one is there for the next. */
class TestSlot {
    /** Where its output goes, and the name of its worktree. */
    name;
    context;
    harness;
    worktree;
    /** @param harness Sees the objects of the trees that are tested. */
    constructor(context, harness, name) {
        this.context = context;
        this.harness = harness;
        this.name = name;
    }
    /** @param commands What to run instead of the whole test. */
    async test(tip, commands) {
        const { setup, test = 'true' } = this.context.plan.integration;
        const directory = await this.checkOut(tip);
        if (setup !== undefined) {
            const verdict = await this.run('setup', setup, directory);
            if (verdict.kind !== 'passed')
                return verdict;
        }
        if (commands === undefined)
            return this.run('test', test, directory);
        const verdicts = [];
        for (const command of commands)
            verdicts.push(await this.run('test', command, directory));
        return joinVerdicts(verdicts);
    }
    async close() {
        if (this.worktree !== undefined)
            await (0,remove_task_folders/* removeTaskFolders */.d)(this.context, this.name);
    }
    async run(title, script, directory) {
        const { timeoutMinutes, report } = this.context.plan.integration;
        const reportPath = title === 'setup' || report === undefined ? undefined : (0,external_node_path_.join)(directory, report);
        if (reportPath !== undefined)
            await (0,promises_.rm)(reportPath, { force: true, recursive: true });
        const logPath = this.context.paths.log(this.name);
        const offset = (await (0,promises_.stat)(logPath).catch(() => undefined))?.size ?? 0;
        const env = (0,command_environment/* toCommandEnvironment */.m)(this.context);
        const end = await (0,run_script/* runScript */.j)(this.context, { script, directory, env, logPath, title, timeoutMinutes });
        if (end.kind === 'stopped')
            return end;
        if (end.kind === 'exited' && end.code === 0)
            return { kind: 'passed' };
        const lines = (0,log_file/* readTail */.Z)(logPath, offset, tailBytes).slice(1);
        const output = title === 'setup'
            ? undefined
            : ((await tryReadReport(reportPath, directory)) ?? readTestOutput(lines.join('\n'), directory));
        const what = title === 'setup' ? 'integration.setup' : 'the integration test';
        return toFailedVerdict(output, title, toReason(what, end, timeoutMinutes, lines));
    }
    /** The first tree is checked out anew, later ones in its place. */
    async checkOut(tip) {
        const { paths, store, visibleRefs } = this.context;
        if (this.worktree !== undefined) {
            await (0,snapshot/* restoreWorktree */.yY)(this.harness, this.worktree, tip.tree);
            return this.worktree.path;
        }
        this.worktree = await (0,git_worktree/* createWorktree */.MV)(this.harness, {
            path: paths.worktree(this.name),
            stateFolder: paths.task(this.name).worktreeState,
            commit: tip.commit,
            branch: (0,run_refs/* toBranchName */.H_)(store.refs.integration),
            packedRefs: visibleRefs,
        });
        return this.worktree.path;
    }
}
async function tryReadReport(path, root) {
    if (path === undefined)
        return undefined;
    const info = await (0,promises_.lstat)(path).catch(() => undefined);
    if (!info?.isFile() || info.size > mostReportBytes)
        return undefined;
    return readTestReport(await (0,promises_.readFile)(path, 'utf8'), root);
}
function toReason(what, end, minutes, lines) {
    const said = lines.length === 0 ? '' : `: ${(0,telling_line/* toTellingLine */.J)(lines)}`;
    return `${what} ${(0,run_script/* toEndText */.w)(end, minutes)}${said}`;
}
/** A failure that names no test, or that may hide others, is only known by its exit code. */
function toFailedVerdict(output, stage, reason) {
    if (output === undefined || (output.failed.length === 0 && output.broken.length === 0))
        return { kind: 'failed', failed: null, isBroken: false, stage, reason };
    const [first] = output.failed;
    const broken = output.broken.length === 0 ? '' : `${output.broken.slice(0, 3).join(', ')} cannot be run`;
    const named = first && `${first.name}${first.message === null ? '' : `: ${first.message}`}`;
    const more = output.failed.length > 1 ? ` (and ${output.failed.length - 1} more)` : '';
    return {
        kind: 'failed',
        failed: [...output.failed],
        isBroken: !output.isComplete,
        stage,
        reason: broken === '' ? `the integration test fails: ${named}${more}` : `${broken}: ${reason}`,
    };
}
function joinVerdicts(verdicts) {
    const stopped = verdicts.find(({ kind }) => kind === 'stopped');
    if (stopped !== undefined)
        return stopped;
    const failures = verdicts.filter(verdict => verdict.kind === 'failed');
    const [first] = failures;
    if (first === undefined)
        return { kind: 'passed' };
    const isNameless = failures.some(({ failed }) => failed === null);
    return {
        kind: 'failed',
        failed: isNameless ? null : failures.flatMap(({ failed }) => failed ?? []),
        isBroken: failures.some(({ isBroken }) => isBroken),
        stage: first.stage,
        reason: first.reason,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/commands/integrate/verdict-store.js


const failedTest = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().nullable(),
    name: schemas/* string */.YjP(),
    message: schemas/* string */.YjP().nullable(),
    runner: schemas/* string */.YjP(),
});
const verdictSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('passed') }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('failed'),
        failed: schemas/* array */.YOg(failedTest).nullable(),
        isBroken: schemas/* boolean */.zMY(),
        stage: schemas/* enum */.k5n(['setup', 'test']),
        reason: schemas/* string */.YjP(),
    }),
]);
const storeSchema = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), verdicts: schemas/* record */.g1P(schemas/* string */.YjP(), verdictSchema) });
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
    return `${tree} ${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/tree-tester.js




/**
 * Runs the setup and the test of the integration on trees, as many at once as the plan allows, each in a worktree that stays warm.
 * What was found out once about a tree is not run again.
 */
class TreeTester {
    /** How often a test was run. */
    runs = 0;
    context;
    harness;
    verdicts;
    free;
    slots;
    waiting = [];
    /** Everything that is known about tests that failed, by the name that verdicts give them. */
    tests = new Map();
    /** @param harness Sees the objects of the trees. */
    constructor(context, harness) {
        this.context = context;
        this.harness = harness;
        this.verdicts = new VerdictStore(context);
        const { testParallel } = context.plan.integration;
        this.slots = Array.from({ length: testParallel }, (_, index) => new TestSlot(context, harness, index === 0 ? run_paths/* integrationName */.Sf : `${run_paths/* integrationName */.Sf}-${index + 1}`));
        this.free = this.slots.toReversed();
    }
    async test(request) {
        const { setup, test, report } = this.context.plan.integration;
        if (test === undefined)
            return { kind: 'passed' };
        const chosen = request.chosen && (await this.toPresent(request.tip, request.chosen));
        if (chosen?.length === 0)
            return { kind: 'passed' };
        const commands = chosen && this.toCommands(chosen);
        const key = toVerdictKey(request.tip.tree, [setup, test, report, ...(commands ?? []), request.repetition]);
        const known = await this.verdicts.tryFind(key);
        if (known !== undefined)
            return this.toVerdict(known);
        const verdict = await this.run(request, commands);
        if (verdict.kind === 'stopped')
            return verdict;
        await this.verdicts.add(key, verdict);
        return this.toVerdict(verdict);
    }
    /** Whether just these tests can be run. */
    canChoose(names) {
        return this.toCommands(names) !== undefined;
    }
    /** A verdict that is remembered only counts while the search for culprits goes on. */
    forgetFailures() {
        return this.verdicts.forgetFailures();
    }
    async close() {
        for (const slot of this.slots)
            await slot.close();
    }
    async run({ tip, what }, commands) {
        const slot = await this.takeSlot();
        try {
            if (this.context.signal.aborted)
                return { kind: 'stopped' };
            const startedAt = performance.now();
            this.context.emit({ kind: 'tests-started', what, run: ++this.runs });
            const verdict = await slot.test(tip, commands);
            const seconds = (performance.now() - startedAt) / 1000;
            this.context.emit({ kind: 'tests-ended', passed: verdict.kind === 'passed', seconds });
            return verdict;
        }
        finally {
            this.free.push(slot);
            this.waiting.shift()?.();
        }
    }
    async takeSlot() {
        for (;;) {
            const slot = this.free.pop();
            if (slot !== undefined)
                return slot;
            await new Promise(resolve => this.waiting.push(resolve));
        }
    }
    /** Tests whose file a tree does not have cannot fail on it. */
    async toPresent({ commit }, names) {
        const { objects } = this.harness.repository;
        const present = await Promise.all(names.map(async (name) => {
            const file = this.tests.get(name)?.file ?? null;
            const isPath = file !== null && /\.\w+$/.test(file);
            return !isPath || (await objects.readInfo(`${commit}:${file}`)) !== undefined;
        }));
        return names.filter((_, index) => present[index]);
    }
    toCommands(names) {
        const { test, testOnly } = this.context.plan.integration;
        const tests = names.map(name => this.tests.get(name)).filter(known => known !== undefined);
        if (tests.length < names.length)
            return undefined;
        return toChosenTestsCommands({ tests, template: testOnly, testCommand: test });
    }
    toVerdict(verdict) {
        if (verdict.kind === 'passed' || verdict.failed === null)
            return verdict;
        const failed = verdict.failed;
        const names = failed.map(found => `${found.runner} ${found.id}`);
        for (const [index, name] of names.entries())
            this.tests.set(name, failed[index]);
        return { ...verdict, failed: names };
    }
}

// EXTERNAL MODULE: ./lib/git/merger.js + 2 modules
var git_merger = __webpack_require__(53045);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(49164);
;// CONCATENATED MODULE: ./lib/plan/merge-order.js


/**
 * The order in which branches are merged. Rules:
 * 1. a task comes behind every task that it needs or comes after;
 * 2. a task comes behind every task whose commits its branch contains;
 * 3. where that leaves a choice, the task that would conflict with the fewest others comes first;
 * 4. where that leaves a choice, plan order decides.
 */
function toMergeOrder(tasks, { contained, forecast }) {
    const ids = new Set(tasks.map(task => task.id));
    const opponents = toOpponents(forecast);
    const count = ({ id }) => [...(opponents.get(id) ?? [])].filter(other => ids.has(other)).length;
    const nodes = tasks
        .toSorted((a, b) => count(a) - count(b))
        .map(task => ({
        id: task.id,
        needs: [...new Set([...(0,plan_plan/* prerequisites */.a)(task), ...(contained.get(task.id) ?? [])])].filter(id => ids.has(id)),
        after: [],
    }));
    return (0,graph/* toTopologicalOrder */.Zk)(nodes).map(node => node.id);
}
/** For each task those that it would conflict with. */
function toOpponents(forecast) {
    const opponents = new Map();
    const add = (a, b) => opponents.set(a, (opponents.get(a) ?? new Set()).add(b));
    for (const { tasks } of forecast) {
        add(tasks[0], tasks[1]);
        add(tasks[1], tasks[0]);
    }
    return opponents;
}

// EXTERNAL MODULE: ./lib/plan/forecast-conflict.js
var forecast_conflict = __webpack_require__(57009);
;// CONCATENATED MODULE: ./lib/commands/forecast/announce.js


/** Stores a forecast where others can read it, and says what is new in it: pairs that appeared or vanished, not lines that moved. */
async function announceForecast({ paths, emit }, conflicts) {
    const before = await (0,forecast_record/* readForecastRecord */.B)(paths.forecast);
    if (JSON.stringify(before.conflicts) === JSON.stringify(conflicts))
        return;
    await (0,forecast_record/* writeForecastRecord */.y)(paths.forecast, { ...before, conflicts });
    const appeared = without(conflicts, before.conflicts);
    const vanished = without(before.conflicts, conflicts);
    emit({ kind: 'forecast', conflicts, appeared, vanished });
}
function without(conflicts, others) {
    const known = new Set(others.map(forecast_conflict/* toConflictKey */.jb));
    return conflicts.filter(conflict => !known.has((0,forecast_conflict/* toConflictKey */.jb)(conflict)));
}

// EXTERNAL MODULE: ./lib/git/attributes.js
var attributes = __webpack_require__(97835);
// EXTERNAL MODULE: ./lib/git/commits.js
var commits = __webpack_require__(44958);
;// CONCATENATED MODULE: ./lib/git/commit-tree.js

/** The tree of a commit that must be there. */
async function requireTree({ objects }, commit) {
    const object = await objects.read(commit);
    if (object?.type !== 'commit')
        throw new Error(`there is no commit ${commit}`);
    return (0,commits/* readCommitText */.Ls)(object.content.toString('utf8')).tree;
}

;// CONCATENATED MODULE: ./lib/git/quoted-path.js
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

;// CONCATENATED MODULE: ./lib/git/patch-reader.js


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

;// CONCATENATED MODULE: ./lib/git/file-changes.js




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

;// CONCATENATED MODULE: ./lib/git/file-changes-reader.js

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
        const fresh = readFileChanges(this.harness, [...unknown.values()]);
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

// EXTERNAL MODULE: ./lib/git/git-directory.js
var git_directory = __webpack_require__(48194);
;// CONCATENATED MODULE: ./lib/git/merge-attributes.js





/**
 * The attribute `merge` of paths: `union`, `unset` (not by lines), or `unspecified`.
 *
 * @param attributes The text of an `info/attributes`.
 */
async function readMergeAttributes(harness, attributes, paths) {
    if (paths.length === 0 || !/merge|binary|\[attr\]/.test(attributes))
        return new Map();
    const path = (0,external_node_path_.join)(harness.gitDirectory, `attributes-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.git`);
    await (0,git_directory/* createGitDirectory */.O)({ repository: harness.repository, path, attributes });
    const place = { directory: path, env: { ...harness.place.env, GIT_DIR: path } };
    try {
        const answer = await (0,run_git/* runGit */.EO)(place, ['check-attr', '-z', '--stdin', 'merge'], paths.join('\0'));
        return merge_attributes_toValues(answer.split('\0'));
    }
    finally {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
/** Path, attribute, value, again and again. */
function merge_attributes_toValues(fields) {
    const values = new Map();
    for (let at = 0; at + 2 < fields.length; at += 3)
        values.set(fields[at], fields[at + 2]);
    return values;
}

;// CONCATENATED MODULE: ./lib/merge/group-by.js
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

;// CONCATENATED MODULE: ./lib/merge/common-base.js

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

;// CONCATENATED MODULE: ./lib/merge/file-conflicts.js

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

;// CONCATENATED MODULE: ./lib/merge/new-path-conflicts.js


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

;// CONCATENATED MODULE: ./lib/merge/forecast.js



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

;// CONCATENATED MODULE: ./lib/merge/shared-paths.js
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

;// CONCATENATED MODULE: ./lib/git/missing-objects.js


/** Those of some names (`<tree>:<path>`) that there is nothing at. Names with line ends are passed over. */
async function findMissing(harness, names) {
    const asked = names.filter(name => !name.includes('\n'));
    if (asked.length === 0)
        return new Set();
    const answer = await (0,run_git/* runGit */.EO)(toPrivatePlace(harness), ['cat-file', '--batch-check=%(objectname)'], `${asked.join('\n')}\n`);
    const lines = answer.split('\n');
    return new Set(asked.filter((name, index) => lines[index] === `${name} missing`));
}

;// CONCATENATED MODULE: ./lib/merge/moved-folders.js
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

;// CONCATENATED MODULE: ./lib/commands/forecast/moved-folders.js


/** For each tree the folders of the base that it moved as a whole. */
async function readMovedFolders(harness, sides) {
    const left = sides.map(({ tree, changes }) => [...toLeftFolders(changes)].map(folder => ({ folder, name: `${tree}:${folder}` })));
    const missing = await findMissing(harness, left.flat().map(({ name }) => name));
    return left.map(folders => new Set(folders.filter(({ name }) => missing.has(name)).map(({ folder }) => folder)));
}

;// CONCATENATED MODULE: ./lib/commands/forecast/forecast.js









/** Knows which branches would conflict. What has not moved since the last question is not compared again. */
class Forecast {
    context;
    reader;
    attributes;
    lastPairs = [];
    constructor(context) {
        this.context = context;
        this.reader = new FileChangesReader(context.harness);
    }
    /** @param lines In the order in which the tasks of a pair shall be named. */
    async read(lines) {
        if (lines.length < 2)
            return [];
        const { harness, base } = this.context;
        const commits = [...new Set(lines.map(({ commit }) => commit))];
        this.attributes ??= (0,attributes/* readAttributes */.w)(harness, base);
        const [parents] = await Promise.all([
            readParents(harness, base, commits),
            this.readFromBase(lines),
            this.attributes,
        ]);
        const historyOf = remember((commit) => toHistory(commit, parents));
        const compared = await this.readChanges(toComparisons(lines, historyOf), lines);
        const conflicts = await this.compare(compared);
        return withoutInherited(toOrdered(conflicts, lines), toContained(lines, historyOf));
    }
    /** Begins with what most comparisons will need. */
    async readFromBase(lines) {
        const from = await requireTree(this.context.repository, this.context.base);
        const pairs = lines.map(({ tree }) => ({ from, to: tree }));
        this.reader.keepOnly([...pairs, ...this.lastPairs]);
        await this.reader.read(pairs);
    }
    /** What the members of all comparisons changed. */
    async readChanges(comparisons, lines) {
        const membersOf = ({ members }) => members.map(member => lines[member]);
        const { repository, base: runBase } = this.context;
        const bases = await Promise.all(comparisons.map(({ base }) => requireTree(repository, base ?? runBase)));
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
        return compared.flatMap(({ sides, members, isCompared }) => {
            const movedOf = moved.splice(0, sides.length);
            return forecastConflicts({
                sides: sides.map((side, index) => ({ ...side, movedFolders: movedOf[index] ?? new Set() })),
                toMergeWay,
                isCompared: (a, b) => isCompared(members[a], members[b]),
            });
        });
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
function remember(answer) {
    const known = new Map();
    return about => {
        const before = known.get(about);
        if (before !== undefined)
            return before;
        const found = answer(about);
        known.set(about, found);
        return found;
    };
}

;// CONCATENATED MODULE: ./lib/commands/forecast/forecast-lines.js


/** The finished branch of a task. */
async function toBranchLine({ repository }, task, commit) {
    const tree = await requireTree(repository, commit);
    return { task, commit, tree, isBranch: true, isForeign: () => false };
}
/** What is in the worktree of a task that is not done. */
async function toWorkLine({ repository }, { task, start, setupTree }, tree) {
    const bySetup = setupTree === null ? [] : await (0,tree_diff/* readChanges */.S)(repository, start, setupTree);
    const foreign = new Map(bySetup.map(({ path, newId }) => [path, newId]));
    return {
        task: task.id,
        commit: start,
        tree,
        isBranch: false,
        isForeign: ({ newPath, newId }) => foreign.get(newPath) === newId,
    };
}

;// CONCATENATED MODULE: ./lib/commands/integrate/branches.js





/**
 * The branches of all tasks that succeeded, in the order in which they are merged. The conflicts that are coming decide about it,
 * and are announced.
 */
async function toBranches(context, base, results) {
    const { plan, harness } = context;
    const tasks = plan.tasks.filter(task => toCommit(results.get(task.id)) !== undefined);
    const commits = new Map(tasks.map(task => [task.id, toCommit(results.get(task.id))]));
    const containment = await readContainment(harness, base, [...commits.values()]);
    const contained = toContainedTasks(containment, commits);
    const inOrder = toMergeOrder(tasks, { contained, forecast: [] });
    const lines = inOrder.map(id => toBranchLine(context, id, commits.get(id)));
    const forecast = await new Forecast(context).read(await Promise.all(lines));
    await announceForecast(context, forecast);
    const taskOf = new Map(tasks.map(task => [task.id, task]));
    return toMergeOrder(tasks, { contained, forecast }).map(id => ({
        task: id,
        title: taskOf.get(id)?.title ?? id,
        commit: commits.get(id),
        isInBase: containment.inBase.has(commits.get(id)),
        requires: new Set([...(taskOf.get(id)?.needs ?? []).filter(hasBranch), ...(contained.get(id) ?? [])]),
    }));
    /** A prerequisite that was allowed to change nothing has no branch to wait for. */
    function hasBranch(id) {
        return results.get(id)?.outcome !== 'no-changes';
    }
}
function toCommit(result) {
    return result?.outcome === 'succeeded' && !result.rolledBack ? (result.commit ?? undefined) : undefined;
}
/** For each task the tasks whose branches its own one contains. */
function toContainedTasks({ within }, commits) {
    const entries = [...commits];
    return new Map(entries.map(([id, commit]) => {
        const inside = entries.filter(([, other]) => within.get(commit)?.has(other));
        return [id, new Set(inside.map(([other]) => other))];
    }));
}

// EXTERNAL MODULE: ./lib/commands/run/keep-work.js + 1 modules
var keep_work = __webpack_require__(42116);
// EXTERNAL MODULE: ./lib/commands/integrate/merge-conflict.js
var merge_conflict = __webpack_require__(969);
// EXTERNAL MODULE: ./lib/agent/find-agents.js
var find_agents = __webpack_require__(88345);
// EXTERNAL MODULE: ./lib/git/objects.js
var objects = __webpack_require__(62392);
// EXTERNAL MODULE: ./lib/merge/generated.js
var generated = __webpack_require__(96481);
;// CONCATENATED MODULE: ./lib/commands/integrate/regenerate.js















const worktreeName = '_generate';
/** Whether a file is made by a command from others, so that it is not merged but made anew. */
function isGenerated(context, { path, ours }) {
    if (!context.plan.integration.resolvers.includes('generated'))
        return false;
    return ours?.mode.startsWith('100') === true && toGenerator(context, path) !== undefined;
}
function toGenerator({ plan }, path) {
    const own = Object.entries(plan.integration.generated).find(([glob]) => (0,globs/* toMatcher */.WV)([glob])(path));
    if (own !== undefined)
        return { command: own[1], program: undefined, folder: '.' };
    const rule = (0,generated/* toGeneratedRule */.B)(path);
    return rule && { command: rule.command, program: rule.program, folder: (0,external_node_path_.dirname)(path) };
}
/**
 * Makes generated files anew from the merged rest: in a worktree in which they are as on the side that is merged into. What a
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
    const tree = await (0,merge_conflict/* applyFiles */.m3)(resolving.harness, merge.record.tree, [...files, ...oldSide]);
    try {
        return await runGenerators(resolving, merge, tree, generated);
    }
    finally {
        await (0,remove_task_folders/* removeTaskFolders */.d)(resolving.context, worktreeName);
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
        const path = (0,external_node_path_.join)(directory, conflict.path);
        if (!(await (0,promises_.lstat)(path).catch(() => undefined))?.isFile())
            return undefined;
        const id = await (0,objects/* writeObject */.p)(context.repository.store, 'blob', await (0,promises_.readFile)(path));
        const { mode } = conflict.ours;
        const proof = `made anew by "${toGenerator(context, conflict.path)?.command}"`;
        return { conflict, result: { mode, id }, by: 'rule:generated', proof, choices: [] };
    }));
    const files = made.filter(file => file !== undefined);
    if (files.length < generated.length) {
        const reasons = ['generated: the command did not write the file'];
        return { left: generated.map(conflict => ({ conflict, reasons })) };
    }
    await cache.add(files.map(({ conflict, result, proof }) => toStored(conflict, result, proof)));
    return { files };
}
function toStored({ path, base, ours, theirs }, result, proof) {
    return {
        path,
        base: base?.id ?? null,
        ours: ours?.id ?? '',
        theirs: theirs?.id ?? '',
        result: { mode: result.mode, id: result.id },
        by: 'command',
        proof,
        choices: [],
    };
}
async function runGenerator(context, directory, { command, program, folder }) {
    if (program !== undefined && !(await (0,find_agents/* isInstalled */.j$)(program, context.repository.env)))
        return `${program} is not installed, and "${command}" would be needed`;
    const { timeoutMinutes } = context.plan.integration;
    const logPath = context.paths.log(run_paths/* integrationName */.Sf);
    const end = await (0,run_script/* runScript */.j)(context, {
        script: command,
        directory: (0,external_node_path_.join)(directory, folder),
        env: (0,command_environment/* toCommandEnvironment */.m)(context),
        logPath,
        title: 'generate',
        timeoutMinutes,
    });
    if (end.kind === 'exited' && end.code === 0)
        return undefined;
    const said = (0,telling_line/* toTellingLine */.J)((0,log_file/* readTail */.Z)(logPath, 0, 1 << 16));
    return `"${command}" ${(0,run_script/* toEndText */.w)(end, timeoutMinutes)}: ${said}`;
}
async function checkOut({ context, harness }, { ours, theirs }, tree) {
    const commit = await (0,commits/* writeCommit */.rV)(harness.repository.store, {
        tree,
        parents: [ours, theirs],
        author: commits/* harnessIdentity */.J6,
        committer: commits/* harnessIdentity */.J6,
        date: 0,
        message: 'A merge without its generated files',
        trailers: [],
    });
    const { path } = await (0,git_worktree/* createWorktree */.MV)(harness, {
        path: context.paths.worktree(worktreeName),
        stateFolder: context.paths.task(worktreeName).worktreeState,
        commit,
        branch: worktreeName,
        packedRefs: context.visibleRefs,
    });
    return path;
}

// EXTERNAL MODULE: ./lib/commands/integrate/resolve-by-rules.js
var resolve_by_rules = __webpack_require__(22516);
// EXTERNAL MODULE: ./lib/agent/agent-output.js
var agent_output = __webpack_require__(1676);
;// CONCATENATED MODULE: ./lib/agent/resolve-prompt.js
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
    const report = summary === null ? '' : `\n\nIts report:\n${summary.trim()}`;
    return `### ${title}\n\n${prompt.trim()}${report}`;
}
function toRules({ choicesFile, reportFile }) {
    const rules = [
        'Change only these files, and leave no conflict marker in them.',
        'Drop nothing: every line that one side has added must be there, every line that one side has removed must be gone. This is checked, line by line and word by word.',
        `Where both sides changed the very same thing and only one can be kept, decide, and name it: append a line such as {"path": "src/a.ts", "sentence": "the limit is 20, as theirs needs it", "dropped": ["const limit = 10"]} to ${choicesFile}. "dropped" holds the exact words or lines that are not in the result because of it.`,
        'Do not commit, push, or switch branches. Nobody can answer questions.',
        `At the end, write a few sentences about what you decided to ${reportFile}`,
    ];
    return `## Rules\n\n${rules.map(rule => `- ${rule}`).join('\n')}`;
}

// EXTERNAL MODULE: ./lib/merge/lines.js
var lines = __webpack_require__(55743);
// EXTERNAL MODULE: ./lib/merge/proof/words.js
var proof_words = __webpack_require__(67944);
// EXTERNAL MODULE: ./lib/merge/three-way.js
var three_way = __webpack_require__(25318);
;// CONCATENATED MODULE: ./lib/merge/contested.js



/**
 * A choice of somebody who is not trusted to make any: of what it names, only words count that stand where both sides have changed
 * the very same place.
 *
 * @param named Lines or words.
 */
function toContestedChoice(conflict, sentence, named) {
    const { base = '', ours, theirs } = conflict;
    const regions = (0,three_way/* toRegions */.pU)((0,lines/* toLines */.P_)(base), (0,lines/* toLines */.P_)(ours), (0,lines/* toLines */.P_)(theirs));
    const contested = regions.filter(region => region.ours.join() !== region.base.join() && region.theirs.join() !== region.base.join());
    const toSet = (lines) => new Set(lines.flatMap(proof_words/* toWords */.x));
    const there = toSet(contested.flatMap(region => [...region.ours, ...region.theirs]));
    const before = toSet(contested.flatMap(region => region.base));
    const words = named.flatMap(proof_words/* toWords */.x);
    return {
        sentence,
        dropped: words.filter(word => there.has(word)),
        kept: words.filter(word => before.has(word)),
    };
}

// EXTERNAL MODULE: ./lib/merge/proof/check-proof.js + 4 modules
var check_proof = __webpack_require__(42417);
// EXTERNAL MODULE: ./lib/commands/run/attempt.js + 1 modules
var attempt = __webpack_require__(10708);
;// CONCATENATED MODULE: ./lib/commands/integrate/resolve-with-agent.js















const choiceSchema = schemas/* object */.Ikc({
    path: schemas/* string */.YjP(),
    sentence: schemas/* string */.YjP().min(1).max(500),
    dropped: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
/**
 * Asks the agent of the integration about the files that rules could not resolve, in a worktree of the merge. Its answer is only
 * taken when it drops nothing; otherwise it is told what was lost, as often as the plan allows. What is taken is remembered.
 */
async function resolveWithAgent(resolving, merge, resolved, left) {
    const { context, harness } = resolving;
    if (context.plan.integration.agent === undefined)
        return { files: [], left };
    const questions = await Promise.all(left.map(file => tryQuestion(resolving, file)));
    if (questions.some(question => question === undefined))
        return { files: [], left };
    const tree = await (0,merge_conflict/* applyFiles */.m3)(harness, merge.record.tree, resolved);
    const session = new Session(resolving, merge, questions, tree);
    try {
        return await session.run();
    }
    finally {
        await session.close();
    }
}
async function tryQuestion({ harness }, { conflict, reasons }) {
    const versions = await (0,merge_conflict/* tryReadVersions */.Xq)(harness, conflict);
    const mode = (0,merge_conflict/* tryMergeModes */.MO)(conflict);
    return versions && mode ? { conflict, versions, mode, reasons } : undefined;
}
class Session {
    resolving;
    merge;
    questions;
    tree;
    task;
    /** Where files about this session are: outside of the worktree. */
    context;
    constructor(resolving, merge, questions, tree) {
        const { context, harness } = resolving;
        this.resolving = resolving;
        this.merge = merge;
        this.questions = questions;
        this.tree = tree;
        const own = context.plan.tasks.find(({ id }) => id === merge.task);
        const agent = context.plan.integration.agent;
        this.task = { ...own, id: `_resolve-${merge.task}`, agent };
        // What it prints goes to the log of the task; it is not an attempt at that task.
        const paths = { ...context.paths, log: () => context.paths.log(merge.task) };
        this.context = { ...context, harness, repository: harness.repository, paths, emit: () => { } };
    }
    async run() {
        const { plan } = this.context;
        const paths = this.questions.map(({ conflict }) => conflict.path);
        this.resolving.context.emit({
            kind: 'resolving',
            task: this.merge.task,
            agent: this.task.agent,
            paths,
        });
        const worktree = await this.checkOut();
        const files = await this.writeVersions();
        const feedback = [];
        for (let round = 1; round <= plan.integration.agentRounds; round++) {
            const work = this.toWork(worktree, round, feedback);
            const prompt = await this.toPrompt(files, feedback);
            await (0,promises_.rm)(this.choicesPath(), { force: true });
            const { end, lastWords } = await (0,attempt/* runAttempt */.T)(this.context, work, prompt);
            if (end.kind === 'stopped')
                break;
            if (end.kind !== 'exited' || end.code !== 0) {
                feedback.push(`You ended without success${lastWords === undefined ? '' : `: ${lastWords}`}.`);
                continue;
            }
            const answer = await this.judge(work);
            if (answer.problems.length === 0)
                return this.accept(answer.files);
            feedback.push(answer.problems.join('\n'));
        }
        const { agent } = this.task;
        return { files: [], left: this.questions.map(question => toLeft(question, agent, feedback)) };
    }
    async close() {
        await (0,remove_task_folders/* removeTaskFolders */.d)(this.context, this.task.id);
    }
    choicesPath() {
        return (0,external_node_path_.join)(this.context.paths.task(this.task.id).folder, 'choices.jsonl');
    }
    async checkOut() {
        const { harness } = this.resolving;
        const commit = await (0,commits/* writeCommit */.rV)(harness.repository.store, {
            tree: this.tree,
            parents: [this.merge.ours, this.merge.theirs],
            author: commits/* harnessIdentity */.J6,
            committer: commits/* harnessIdentity */.J6,
            date: 0,
            message: 'A merge with conflicts',
            trailers: [],
        });
        const { paths, visibleRefs } = this.context;
        const worktree = await (0,git_worktree/* createWorktree */.MV)(harness, {
            path: paths.worktree(this.task.id),
            stateFolder: paths.task(this.task.id).worktreeState,
            commit,
            branch: this.task.id,
            packedRefs: visibleRefs,
        });
        return { worktree, commit };
    }
    toWork({ worktree, commit }, attempt, feedback) {
        return {
            task: this.task,
            start: commit,
            startedAt: new Date().toISOString(),
            worktree,
            setupTree: null,
            attempt,
            feedback,
            agentSeconds: 0,
            usage: agent_output/* unknownUsage */.wD,
        };
    }
    async writeVersions() {
        const folder = (0,external_node_path_.join)(this.context.paths.task(this.task.id).folder, 'versions');
        return Promise.all(this.questions.map(async ({ versions }, index) => {
            const name = (side) => (0,external_node_path_.join)(folder, String(index), side);
            await (0,promises_.mkdir)((0,external_node_path_.join)(folder, String(index)), { recursive: true });
            await (0,promises_.writeFile)(name('ours'), versions.ours);
            await (0,promises_.writeFile)(name('theirs'), versions.theirs);
            if (versions.base !== undefined)
                await (0,promises_.writeFile)(name('base'), versions.base);
            const base = versions.base === undefined ? undefined : name('base');
            return { path: versions.path, base, ours: name('ours'), theirs: name('theirs') };
        }));
    }
    async toPrompt(files, feedback) {
        const { reportPath, theirs, ours } = await this.toSides();
        return toResolvePrompt({
            files,
            ours,
            theirs,
            feedback,
            choicesFile: this.choicesPath(),
            reportFile: reportPath,
        });
    }
    /** The words of the task that is merged, and of those that are merged already and may change the same files. */
    async toSides() {
        const { plan, store, paths } = this.context;
        const changed = this.questions.map(({ conflict }) => conflict.path);
        const reports = new Map();
        for (const task of plan.tasks) {
            const result = await store.readResult(task.id);
            if (!(await this.touches(result, changed)))
                continue;
            reports.set(task.id, { title: task.title, prompt: task.prompt, summary: result?.summary ?? null });
        }
        const theirs = reports.get(this.merge.task) ?? { ...this.task, summary: null };
        const ours = this.merge.with.map(id => reports.get(id)).filter(report => report !== undefined);
        return { reportPath: paths.task(this.task.id).report, theirs, ours };
    }
    async touches(result, paths) {
        if (result?.commit == null || result.base === null)
            return false;
        const changes = await (0,tree_diff/* readChanges */.S)(this.context.repository, result.base, result.commit);
        return changes.some(change => paths.includes(change.path));
    }
    async judge(work) {
        const { harness } = this.resolving;
        const { tree } = await (0,snapshot/* takeSnapshot */.W9)(harness, work.worktree, undefined);
        const choices = await this.readChoices();
        const problems = [];
        const files = [];
        for (const question of this.questions) {
            const { path } = question.conflict;
            const blob = await harness.repository.objects.read(`${tree}:${path}`);
            if (blob?.type !== 'blob') {
                problems.push(`${path}: it is not there any more`);
                continue;
            }
            const own = choices
                .filter(choice => choice.path === path)
                .map(({ sentence, dropped }) => toContestedChoice(question.versions, sentence, dropped));
            const proof = await (0,check_proof/* checkProof */.D)(question.versions, blob.content.toString('utf8'), own);
            if (proof.kind === 'refuted')
                problems.push(...proof.problems.map(problem => `${path}: ${problem}`));
            else {
                // It is remembered, so it must be in the repository and not only where merges are tried.
                const id = await (0,objects/* writeObject */.p)(this.resolving.context.repository.store, 'blob', blob.content);
                files.push(toResolved(question, { mode: question.mode, id }, proof.checked, own));
            }
        }
        return { problems, files };
    }
    async readChoices() {
        const text = await (0,promises_.readFile)(this.choicesPath(), 'utf8').catch(() => '');
        return text
            .split('\n')
            .filter(line => line.trim() !== '')
            .flatMap(line => tryChoice(line));
    }
    async accept(files) {
        await this.resolving.cache.add(files.map(({ conflict: { path, base, ours, theirs }, result, proof, choices }) => ({
            path,
            base: base?.id ?? null,
            ours: ours?.id ?? '',
            theirs: theirs?.id ?? '',
            result: { mode: result.mode, id: result.id },
            by: 'agent',
            proof,
            choices: [...choices],
        })));
        return { files, left: [] };
    }
}
function toResolved({ conflict }, result, proof, choices) {
    return { conflict, result, by: 'agent', proof, choices: choices.map(({ sentence }) => sentence) };
}
function toLeft({ conflict, reasons }, agent, feedback) {
    const last = feedback.at(-1);
    return {
        conflict,
        reasons: last === undefined ? reasons : [...reasons, `${agent}: ${last.split('\n')[0]}`],
    };
}
function tryChoice(line) {
    try {
        return [choiceSchema.parse(JSON.parse(line))];
    }
    catch {
        return []; // the proof says what is missing
    }
}

;// CONCATENATED MODULE: ./lib/commands/integrate/resolve-merge.js




/**
 * Climbs the ladder for every file on which git stopped: what is remembered, rules, an agent; then files that a command makes are
 * made anew from the merged rest. All files or none: a merge that is resolved in part is not made.
 */
async function resolveMerge(resolving, merge) {
    const { context, harness } = resolving;
    if (context.plan.integration.onConflict === 'stop')
        return leave(merge, 'the plan leaves conflicts to people');
    const generated = merge.record.conflicts.filter(conflict => isGenerated(context, conflict));
    const others = merge.record.conflicts.filter(conflict => !generated.includes(conflict));
    const tried = await Promise.all(others.map(conflict => resolveFile(resolving, conflict)));
    const files = tried.filter(file => 'result' in file);
    let left = tried.filter(file => 'reasons' in file);
    if (left.length > 0 && resolving.asksAgent) {
        const answer = await resolveWithAgent(resolving, merge, files, left);
        files.push(...answer.files);
        left = answer.left;
    }
    if (left.length > 0)
        return { kind: 'unresolved', left };
    const made = await regenerate(resolving, merge, files, generated);
    if ('left' in made)
        return { kind: 'unresolved', left: made.left };
    files.push(...made.files);
    return { kind: 'resolved', tree: await (0,merge_conflict/* applyFiles */.m3)(harness, merge.record.tree, files), files };
}
async function resolveFile({ harness, cache, context }, conflict) {
    const { resolvers } = context.plan.integration;
    const known = resolvers.includes('cache') ? await cache.tryFind(conflict) : undefined;
    if (known === undefined)
        return (0,resolve_by_rules/* resolveByRules */.n)(harness, resolvers, conflict);
    const { result, by, proof, choices } = known;
    return { conflict, result, by: by === 'command' ? 'rule:generated' : by, proof, choices };
}
function leave({ record }, reason) {
    return { kind: 'unresolved', left: record.conflicts.map(conflict => ({ conflict, reasons: [reason] })) };
}

// EXTERNAL MODULE: ./lib/commands/integrate/write-merge.js
var write_merge = __webpack_require__(90840);
;// CONCATENATED MODULE: ./lib/commands/integrate/merge-chain.js





/**
 * Merges branches one after another, each with a merge commit of its own. A branch that conflicts is left out, with all that
 * require it. A merge of the same two commits is made once, so that leaving a branch out costs only what comes behind it.
 */
class MergeChain {
    parts;
    made = new Map();
    constructor(parts) {
        this.parts = parts;
    }
    /** What becomes of every branch but these. */
    async merge(leftOut) {
        const inChain = new Set();
        const steps = [];
        let tip = this.parts.start;
        for (const branch of this.parts.branches) {
            if (leftOut.has(branch.task))
                continue;
            const step = await this.mergeBranch(tip, branch, inChain);
            steps.push(step);
            if (step.kind !== 'merged')
                continue;
            tip = step;
            inChain.add(branch.task);
        }
        return steps;
    }
    async mergeBranch(tip, branch, inChain) {
        const { task, commit } = branch;
        const missing = [...branch.requires].filter(id => !inChain.has(id));
        if (missing.length > 0)
            return { kind: 'held', task, by: missing };
        if (branch.isInBase)
            return { kind: 'merged', task, commit: tip.commit, tree: tip.tree, resolved: [] };
        const key = `${tip.commit} ${commit}`;
        const known = this.made.get(key) ?? this.make(tip, branch, [...inChain]);
        this.made.set(key, known);
        return known;
    }
    async make(tip, branch, before) {
        const { merger } = this.parts;
        const { task, commit } = branch;
        const record = await tryMerge(merger, tip.commit, commit);
        if (typeof record === 'string')
            return toFailedMerge(tip, branch, record);
        if (record.kind === 'clean')
            return this.write(tip, branch, record.tree, []);
        const merge = { task, ours: tip.commit, theirs: commit, record, with: before };
        const resolution = await this.resolve(merge);
        if (resolution.kind === 'unresolved')
            return { kind: 'conflicted', task, left: resolution.left, theirs: commit, tree: record.tree };
        return this.write(tip, branch, resolution.tree, resolution.files);
    }
    resolve(merge) {
        const { context, harness, cache } = this.parts;
        return resolveMerge({ context, harness, cache, asksAgent: true }, merge);
    }
    async write(tip, { task, title, commit }, tree, resolved) {
        const { context, harness } = this.parts;
        const merged = await (0,write_merge/* writeMerge */.Q)(harness.repository, {
            ours: tip.commit,
            theirs: commit,
            tree,
            message: `Merge task ${task}: ${title}`,
            trailers: [...(0,keep_work/* toTrailers */.I)(context, task), ...resolved.map(toResolvedTrailer)],
        });
        return { kind: 'merged', task, commit: merged, tree, resolved };
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
    const left = [{ conflict: { path: 'the whole tree' }, reasons: [reason] }];
    return { kind: 'conflicted', task, left, theirs: commit, tree: tip.tree };
}
/** `Resolved: src/a.ts (rule:keys; parses, nothing dropped)`. */
function toResolvedTrailer({ conflict, by, proof, choices }) {
    return ['Resolved', `${conflict.path} (${[by, proof, ...choices].join('; ')})`];
}
async function readTip({ repository }, commit) {
    const object = await repository.objects.read(commit);
    return { commit, tree: (0,commits/* readCommitText */.Ls)(String(object?.content)).tree };
}

// EXTERNAL MODULE: ./lib/git/tree-edit.js
var tree_edit = __webpack_require__(14139);
;// CONCATENATED MODULE: ./lib/commands/integrate/resolution-cache.js



const objectId = schemas/* string */.YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const entrySchema = schemas/* strictObject */.rej({
    path: schemas/* string */.YjP().max(4096),
    base: objectId.nullable(),
    ours: objectId,
    theirs: objectId,
    /** What stands there instead. */
    result: schemas/* strictObject */.rej({ mode: schemas/* enum */.k5n(['100644', '100755']), id: objectId }),
    by: schemas/* enum */.k5n(['agent', 'person', 'command']),
    /** What was checked. */
    proof: schemas/* string */.YjP(),
    choices: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const indexSchema = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), resolutions: schemas/* array */.YOg(entrySchema) });
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
        return (await this.load()).get(resolution_cache_toKey(conflict));
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
        const empty = await (0,tree_edit/* editTree */.n)(repository, await writeEmptyTree(this.context), edits);
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
    return (0,objects/* writeObject */.p)(repository.store, 'tree', '');
}
function resolution_cache_toKey({ path, base, ours, theirs }) {
    return [path, base?.id ?? '', ours?.id ?? '', theirs?.id ?? ''].join(' ');
}
function toStoredKey({ path, base, ours, theirs }) {
    return [path, base ?? '', ours, theirs].join(' ');
}

;// CONCATENATED MODULE: ./lib/commands/integrate/with-chain.js





/** Makes ready to merge the branches of all tasks that succeeded onto a base, for as long as some work takes. */
async function withChain(context, base, results, work) {
    const branches = await toBranches(context, base, results);
    const known = [base, ...branches.map(({ commit }) => commit)];
    const harness = await openScratch(context.harness, context.paths.scratch);
    await writeCommitGraph(harness, known);
    const merger = await git_merger/* Merger */.n.open(harness, base);
    try {
        const start = await readTip(context, base);
        const cache = new ResolutionCache(context);
        const chain = new MergeChain({ context, harness, merger, cache, start, branches });
        return await work({ harness, start, branches, chain, known });
    }
    finally {
        merger.close();
        await closeScratch(harness);
    }
}

;// CONCATENATED MODULE: ./lib/commands/integrate/integrate.js






/** Merges the branches of all tasks that succeeded onto a base, finds out which of them break the test, and keeps the tested rest. */
async function integrate(context, base, results) {
    return withChain(context, base, results, async (site) => {
        const tester = new TreeTester(context, site.harness);
        try {
            const integrated = await new Integration(context, site, tester, results).run();
            await keepObjects(site.harness, context.harness, integrated.tip.commit, site.known);
            return integrated;
        }
        finally {
            await tester.close();
        }
    });
}
class Integration {
    base;
    parallel;
    flakyRetries;
    context;
    tester;
    site;
    results;
    landings = new Map();
    steps = [];
    constructor(context, site, tester, results) {
        const { testParallel, flakyRetries } = context.plan.integration;
        this.context = context;
        this.site = site;
        this.results = results;
        this.tester = tester;
        this.base = site.start;
        this.parallel = testParallel;
        this.flakyRetries = flakyRetries;
    }
    async run() {
        const whole = await this.merge(new Set());
        const warnings = await inspectMerges(this.context, this.site, whole, this.results);
        for (const { text } of warnings)
            this.context.emit({ kind: 'notice', text });
        const landable = await findLandable(this);
        await this.tester.forgetFailures();
        for (const step of this.steps)
            await this.note(step);
        return this.finish(landable, warnings);
    }
    async merge(evicted) {
        this.steps = await this.site.chain.merge(evicted);
        return this.steps.filter(step => step.kind === 'merged');
    }
    test(request) {
        return this.tester.test(request);
    }
    canChoose(tests) {
        return this.tester.canChoose(tests);
    }
    onEvicted(task, reason) {
        this.context.emit({ kind: 'evicted', task, reason });
    }
    /** What became of a branch in the chain that counts. */
    async note(step) {
        const { context } = this;
        if (step.kind === 'merged') {
            this.landings.set(step.task, { landing: 'landed', reason: null });
            context.emit({ kind: 'merged', task: step.task });
            return;
        }
        const landing = step.kind;
        const reason = step.kind === 'held'
            ? `needs ${step.by.join(', ')}, which did not land`
            : await nameConflict(context, this.site.branches, step, this.mergedBefore(step));
        this.landings.set(step.task, { landing, reason });
        context.emit({ kind: 'not-merged', task: step.task, landing, reason });
    }
    mergedBefore(step) {
        return this.steps.slice(0, this.steps.indexOf(step)).filter(other => other.kind === 'merged');
    }
    finish(landable, all) {
        const { base, tester } = this;
        const common = { base: base.commit, testRuns: tester.runs, conflicts: this.toConflicts() };
        if (landable.kind !== 'tested') {
            const trouble = toTrouble(landable);
            this.holdAll(trouble);
            const tests = landable.kind === 'base-fails' && landable.stage === 'test' ? 'failed' : 'none';
            return {
                ...common,
                tip: base,
                tests,
                failsOnBase: [],
                flaky: [],
                warnings: [],
                landings: this.landings,
                trouble,
            };
        }
        const { chain, evicted, failsOnBase, flaky } = landable;
        const landed = all.filter(({ task }) => chain.some(link => link.task === task));
        for (const [task, reason] of evicted)
            this.landings.set(task, { landing: 'evicted', reason });
        const hasTest = this.context.plan.integration.test !== undefined;
        return {
            ...common,
            tip: chain.at(-1) ?? base,
            tests: hasTest && chain.length > 0 ? 'passed' : 'none',
            failsOnBase,
            flaky,
            warnings: landed.map(({ text }) => text),
            landings: this.landings,
            trouble: null,
        };
    }
    /** Nothing lands that was not tested. */
    holdAll(reason) {
        for (const [task, { landing }] of this.landings)
            if (landing === 'landed')
                this.landings.set(task, { landing: 'held', reason });
    }
    toConflicts() {
        return this.steps.flatMap((step) => {
            const { task } = step;
            if (step.kind === 'merged')
                return step.resolved.map(({ conflict, by, proof, choices }) => ({
                    task,
                    path: conflict.path,
                    resolution: by,
                    detail: proof,
                    choices: [...choices],
                }));
            if (step.kind === 'held')
                return [];
            return step.left.map(({ conflict, reasons }) => ({
                task,
                path: conflict.path,
                resolution: 'unresolved',
                detail: reasons.join('; '),
                choices: [],
            }));
        });
    }
}
function toTrouble(landable) {
    if (landable.kind === 'stopped')
        return 'the run was stopped';
    const { stage, reason } = landable;
    return stage === 'setup' ? reason : `the test fails without any branch: ${reason}`;
}

// EXTERNAL MODULE: ./lib/git/remote.js
var git_remote = __webpack_require__(69416);
// EXTERNAL MODULE: ./lib/git/target.js
var git_target = __webpack_require__(54767);
// EXTERNAL MODULE: ./lib/commands/integrate/read-target.js + 1 modules
var read_target = __webpack_require__(3064);
;// CONCATENATED MODULE: ./lib/commands/integrate/land.js




/** Moves the target to exactly the tested result. If it has moved meanwhile: merges and tests again, a limited number of times. */
async function land(context, first, results) {
    let integrated = first;
    for (let round = 1; round <= context.plan.integration.landRounds; round++) {
        const state = await (0,read_target/* readTarget */._)(context.repository, context.target);
        if ('refusal' in state)
            return { integrated, done: false, message: state.refusal };
        if (state.tip !== integrated.base) {
            const again = await integrate(context, state.tip, results);
            integrated = { ...again, testRuns: integrated.testRuns + again.testRuns };
        }
        if (!hasLanded(integrated))
            return { integrated, done: false, message: integrated.trouble ?? 'there is nothing to land' };
        const result = await tryLand(context, integrated.tip.commit, state);
        if (result.kind === 'ended')
            return { integrated, done: result.done, message: result.message };
    }
    const rounds = context.plan.integration.landRounds;
    return {
        integrated,
        done: false,
        message: `${context.target} moved ${rounds} times while its new state was tested`,
    };
}
function hasLanded({ landings, trouble }) {
    return trouble === null && [...landings.values()].some(({ landing }) => landing === 'landed');
}
async function tryLand(context, to, { local, remote }) {
    const { repository, target } = context;
    if (remote !== undefined && remote.id !== to) {
        const push = await (0,git_remote/* pushBranch */.TV)(repository, remote.at, { from: remote.id, to });
        if (push.kind === 'moved')
            return { kind: 'again' };
        if (push.kind === 'refused')
            return { kind: 'ended', done: false, message: `the push was refused: ${push.reason}` };
    }
    const where = remote === undefined ? target : `${remote.at.remote}/${remote.at.branch}`;
    if (local === to)
        return { kind: 'ended', done: true, message: `${where} is at the result` };
    const move = await (0,git_target/* moveTarget */.Zw)(repository, target, { from: local, to });
    if (move.kind === 'moved-to-result')
        return { kind: 'ended', done: true, message: `${where} was moved to the result` };
    if (remote !== undefined) {
        const why = move.kind === 'refused' ? move.reason : 'it has moved meanwhile';
        return {
            kind: 'ended',
            done: true,
            message: `${where} was moved to the result; the local ${target} was not: ${why}`,
        };
    }
    return move.kind === 'refused'
        ? { kind: 'ended', done: false, message: `${target} was not moved: ${move.reason}` }
        : { kind: 'again' };
}

// EXTERNAL MODULE: ./lib/commands/run/perform-task.js + 6 modules
var perform_task = __webpack_require__(16017);
;// CONCATENATED MODULE: ./lib/commands/integrate/second-chances.js


/**
 * Integrates, and lets tasks whose branches conflict or break the test be done once more on top of what landed, if the plan wants
 * that: one after another, so that each sees the work of those before it. Every result is merged and tested like any other.
 */
async function integrateWithSecondChances(context, base, results) {
    const had = new Set();
    let integrated = await integrate(context, base, results);
    for (;;) {
        const task = context.signal.aborted ? undefined : chooseNext(context, integrated, had);
        if (task === undefined)
            return integrated;
        had.add(task.id);
        const before = results.get(task.id);
        const redo = { start: integrated.tip.commit, feedback: second_chances_toFeedback(integrated, before), before };
        const result = await (0,perform_task/* redoTask */.O)(context, task, results, redo);
        context.emit({ kind: 'task-ended', task: task.id, result });
        results.set(task.id, result);
        if (result.commit === before.commit)
            continue;
        const again = await integrate(context, base, results);
        integrated = { ...again, testRuns: integrated.testRuns + again.testRuns };
    }
}
function chooseNext({ plan }, { landings, trouble }, had) {
    if (trouble !== null)
        return undefined;
    const { onConflict, onEvict } = plan.integration;
    return plan.tasks.find(({ id }) => {
        const landing = landings.get(id)?.landing;
        const isMeant = (landing === 'conflicted' && onConflict === 'agent') || (landing === 'evicted' && onEvict === 'retry');
        return isMeant && !had.has(id);
    });
}
function second_chances_toFeedback({ landings }, { task, base, commit }) {
    const landing = landings.get(task);
    const what = landing?.landing === 'conflicted'
        ? `Your work could not be merged: it ${landing.reason}.`
        : `Your work breaks the tests when it is merged with that of others:\n${landing?.reason}`;
    return (`${what}\n\nYou start anew, from the merged work of all others. What you had done is in the commits ${base?.slice(0, 12)}..${commit?.slice(0, 12)} ` +
        '(see it with "git diff"). Do the task on top of what is there now, and keep what the others did.');
}

// EXTERNAL MODULE: ./lib/commands/run/remove-local-state.js
var remove_local_state = __webpack_require__(64208);
// EXTERNAL MODULE: ./lib/commands/run/task-log.js
var task_log = __webpack_require__(44804);
;// CONCATENATED MODULE: ./lib/commands/run/finish-run.js









/** Merges, tests and lands what succeeded, and stores the report, in whatever way the run has gone. */
async function finishRun(context, request) {
    const { results } = request;
    const integrationStart = performance.now();
    const landed = context.signal.aborted ? undefined : await integrateAndLand(context, request);
    const forecast = (await (0,forecast_record/* readForecastRecord */.B)(context.paths.forecast)).conflicts;
    const report = buildReport({
        run: context.run,
        plan: context.plan,
        target: context.target,
        base: context.base,
        maxParallel: context.maxParallel,
        results,
        landings: landed?.integrated.landings ?? toStoppedLandings(results),
        integration: toIntegrationReport(context, landed, forecast),
        cancelled: context.signal.aborted,
        wallSeconds: (performance.now() - request.startedAt) / 1000,
        integrationSeconds: (performance.now() - integrationStart) / 1000,
        resumed: request.resumed,
    });
    await saveEnd(context, report);
    await context.harness.trash.settled();
    await (0,remove_local_state/* removeLocalState */.j)(context.paths);
    return report;
}
async function integrateAndLand(context, { results, mayRedo }) {
    const merge = mayRedo ? integrateWithSecondChances : integrate;
    const integrated = await merge(context, context.base, results);
    const { land: mode } = context.plan.integration;
    if (context.signal.aborted || mode === undefined || mode === 'none')
        return { integrated, done: false, message: null };
    if (mode === 'push')
        return land(context, integrated, results);
    const message = 'pull requests are opened on GitHub Actions; here the branch is left for you';
    return { integrated, done: false, message };
}
function toStoppedLandings(results) {
    const reason = 'the run was stopped before it was merged';
    const succeeded = [...results.values()].filter(result => result.outcome === 'succeeded');
    return new Map(succeeded.map(({ task }) => [task, { landing: 'held', reason }]));
}
function toIntegrationReport({ store, plan }, landed, forecast) {
    const { integrated } = landed ?? {};
    const tip = integrated !== undefined && finish_run_hasLanded(integrated) ? integrated.tip : undefined;
    return {
        branch: tip === undefined ? null : (0,run_refs/* toBranchName */.H_)(store.refs.integration),
        commit: tip?.commit ?? null,
        tree: tip?.tree ?? null,
        tests: integrated?.tests ?? 'none',
        testRuns: integrated?.testRuns ?? 0,
        failsOnBase: [...(integrated?.failsOnBase ?? [])],
        flaky: [...(integrated?.flaky ?? [])],
        warnings: [...(integrated?.warnings ?? [])],
        conflicts: [...(integrated?.conflicts ?? [])],
        forecast,
        trouble: integrated?.trouble ?? null,
        land: toLandReport(plan, landed),
    };
}
function toLandReport({ integration }, landed) {
    return {
        mode: integration.land ?? 'none',
        done: landed?.done ?? false,
        message: landed?.message ?? null,
    };
}
function finish_run_hasLanded({ landings }) {
    return [...landings.values()].some(({ landing }) => landing === 'landed');
}
/** The integration branch and the report appear together. */
async function saveEnd({ store, paths }, report) {
    const log = (0,task_log/* readLogEnd */.q)(paths.log(run_paths/* integrationName */.Sf));
    await store.pointRefs([
        ...(log === '' ? [] : [[store.refs.log(run_paths/* integrationName */.Sf), await store.writeText(log)]]),
        [store.refs.integration, report.integration.commit ?? undefined],
        [store.refs.report, await store.writeJson(report)],
    ]);
}

// EXTERNAL MODULE: ./lib/commands/run/open-context.js + 2 modules
var open_context = __webpack_require__(52585);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/git/unfinished-work.js






/** With more files that are too large, a look is not worth it. */
const mostLargeFiles = 100;
/**
 * Looks at a worktree while an agent works in it. It counts from the harness's index, keeps one of its own, writes objects only into
 * the harness, and never opens the git directory of the agent: what the agent has committed is among its files as well.
 */
class UnfinishedWork {
    place;
    worktree;
    largestBytes;
    tree;
    /** @param largestBytes Larger files are passed over: no task may add them. */
    constructor(harness, worktree, largestBytes) {
        const { directory, env } = (0,git_worktree/* placeOf */.$t)(harness, worktree);
        const index = `${worktree.index}.forecast`;
        this.place = { directory, env: { ...env, ...toPrivatePlace(harness).env, GIT_INDEX_FILE: index } };
        this.worktree = worktree;
        this.largestBytes = largestBytes;
    }
    /** Everything in the worktree that is not ignored, as a tree; undefined when the worktree is not there (any more). */
    async readTree() {
        try {
            await this.look();
        }
        catch (error) {
            if ((0,external_node_fs_.existsSync)(this.worktree.path))
                throw error;
        }
        // What was read while the worktree was being taken away would look like deletions.
        return (0,external_node_fs_.existsSync)(this.worktree.path) ? this.tree : undefined;
    }
    async look() {
        if (this.tree === undefined)
            await this.copyIndex();
        const { changed, large } = await this.readChanged();
        const isNews = this.tree === undefined || changed.length > 0;
        if (isNews && large.length <= mostLargeFiles)
            await this.take(large);
    }
    async copyIndex() {
        const index = this.place.env.GIT_INDEX_FILE;
        await (0,promises_.rm)(`${index}.lock`, { force: true });
        await (0,promises_.copyFile)(this.worktree.index, index);
    }
    /** The files that are not as they were at the last look. */
    async readChanged() {
        const args = ['ls-files', '-z', '--modified', '--others', '--exclude-standard'];
        const listing = await (0,run_git/* runGit */.EO)(this.place, [...this.excludes(), ...args]);
        // A path that ends in "/" is a repository inside, which git does not look into.
        const paths = [...new Set(listing.split('\0'))].filter(path => path !== '' && !path.endsWith('/'));
        const isLarge = await Promise.all(paths.map(path => this.isTooLarge(path)));
        return {
            changed: paths.filter((_, index) => !isLarge[index]),
            large: paths.filter((_, index) => isLarge[index]),
        };
    }
    async isTooLarge(path) {
        try {
            return (await (0,promises_.lstat)((0,external_node_path_.join)(this.worktree.path, path))).size > this.largestBytes;
        }
        catch {
            return false; // it was deleted
        }
    }
    async take(large) {
        const pathspecs = ['.', ...large.map(path => `:(top,exclude,literal)${path}`)];
        await (0,run_git/* tryGit */.Ii)(this.place, [...this.excludes(), 'add', '--all', '--ignore-errors', '--', ...pathspecs]);
        this.tree = await (0,run_git/* runGit */.EO)(this.place, ['write-tree']);
    }
    excludes() {
        return ['-c', `core.excludesFile=${this.worktree.exclude}`];
    }
}

// EXTERNAL MODULE: ./lib/commands/run/attempt-record.js
var attempt_record = __webpack_require__(30675);
// EXTERNAL MODULE: ./lib/commands/run/recover-work.js
var recover_work = __webpack_require__(30976);
// EXTERNAL MODULE: ./lib/commands/run/task-worktree.js
var task_worktree = __webpack_require__(38641);
;// CONCATENATED MODULE: ./lib/commands/forecast/serialize.js




/** For each running task the files that it has changed so far. */
async function readChangedPaths({ harness, repository }, work) {
    const pairs = work.map(async ({ commit, tree }) => ({
        from: await requireTree(repository, commit),
        to: tree,
    }));
    const answers = await readFileChanges(harness, await Promise.all(pairs));
    return new Map(work.map(({ task, isForeign }, index) => {
        const own = (answers[index] ?? []).filter(change => !isForeign(change));
        return [task, [...new Set(own.flatMap(({ path, newPath }) => [path, newPath]))]];
    }));
}
/**
 * The tasks that had better wait, and for which others. Rule: a task that has not started waits for a running one that has changed a
 * file of its scope, unless it waits for that one anyway. It then starts from that one's code, as with overlapping scopes. Tasks without
 * a scope do not wait: it is not known what they will change.
 */
function toWaits(tasks, waiting, changed) {
    return waiting.flatMap(task => {
        if (task.files === undefined)
            return [];
        const isInScope = (0,globs/* toMatcher */.WV)(task.files);
        const before = (0,graph/* withAncestors */.f$)(tasks, [task.id]);
        return [...changed].flatMap(([behind, paths]) => {
            const path = before.has(behind) ? undefined : paths.find(isInScope);
            return path === undefined ? [] : [{ task: task.id, behind, path }];
        });
    });
}
/** The tasks with an edge for each wait. */
function withWaits(tasks, waits) {
    if (waits.length === 0)
        return tasks;
    return tasks.map(task => {
        const behind = waits.filter(wait => wait.task === task.id).map(wait => wait.behind);
        return behind.length === 0 ? task : { ...task, after: [...task.after, ...behind] };
    });
}

;// CONCATENATED MODULE: ./lib/commands/forecast/tell-agents.js



/**
 * Writes for each running task which conflicts it should avoid. Of two tasks the one that is merged later is told; where only one
 * of them still runs, that one.
 */
async function tellAgents({ paths, base }, conflicts, { running, branches }) {
    for (const task of running) {
        const own = conflicts.filter(conflict => toListener(conflict, running) === task);
        const lines = own.map(conflict => toAdvice(conflict, task, branches, base));
        await writeIfNew(paths.task(task).forecast, lines.map(line => `${line}\n`).join(''));
    }
}
/** The running task that is merged last. */
function toListener({ tasks }, running) {
    return running.findLast(task => tasks.includes(task));
}
/** One line about a conflict, for the agent of one of its tasks. Lines are those of the base of the run. */
function toAdvice(conflict, task, branches, base) {
    const other = conflict.tasks.find(id => id !== task) ?? task;
    const commit = branches.get(other);
    const state = commit === undefined
        ? 'which is still at work'
        : `which is done: see "git diff ${base} ${commit} -- '${(0,report_text/* toPlainLine */.Ic)(conflict.path).replaceAll("'", "'\\''")}'"`;
    return `- ${(0,report_text/* toPlainLine */.Ic)((0,forecast_conflict/* toPlace */.x5)(conflict))}: ${causes[conflict.why]} (task ${other}, ${state})`;
}
const causes = {
    'same lines': 'another task changes the same lines, as they are counted where the run started',
    'add/add': 'another task adds a file of this name with other content',
    'modify/delete': 'one of you changes this file, the other one deletes it',
    'rename/delete': 'one of you renames this file, the other one deletes it',
    'rename/rename': 'you and another task rename this file to different names',
    'not mergeable by lines': 'another task changes this file, too, and it cannot be merged by lines',
    'file/directory': 'one of you has a file here, the other one a folder',
    'directory rename': 'one of you moves this folder away, the other one puts a file into it',
};
async function writeIfNew(path, text) {
    const before = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    if (before === undefined || before === text)
        return;
    await (0,promises_.writeFile)(`${path}.part`, text)
        .then(() => (0,promises_.rename)(`${path}.part`, path))
        .catch(() => { }); // the task has just ended, and its folder has gone
}

;// CONCATENATED MODULE: ./lib/commands/forecast/forecaster.js











/** When something has happened, this is waited for more to happen. */
const settleMilliseconds = 300;
/** Looks take at most a twentieth of the time. */
const restFactor = 20;
/**
 * Looks out for conflicts while agents work: some time after an attempt or a task has ended, and every `forecast-seconds`. One look
 * at a time; none while fewer than two tasks have work; nothing is compared when nothing has changed. It only reads, and whatever
 * goes wrong with it does not concern the run.
 */
class Forecaster {
    context;
    forecast;
    order;
    running = new Map();
    branches = new Map();
    timer;
    dueAt = Number.POSITIVE_INFINITY;
    restUntil = 0;
    current = Promise.resolve();
    seen = '';
    lines = [];
    isClosed = false;
    trouble;
    constructor(context, done) {
        const { tasks } = context.plan;
        const order = toMergeOrder(tasks, { contained: new Map(), forecast: [] });
        this.context = context;
        this.forecast = new Forecast(context);
        this.order = order.map(id => tasks.find(task => task.id === id));
        for (const result of done.values())
            this.noteResult(result);
    }
    /** Takes note of what happens in the run. */
    note(event) {
        if (event.kind === 'attempt-started')
            this.noteAttempt(event.task);
        if (event.kind === 'phase' && event.phase === 'gates')
            this.lookIn(settleMilliseconds);
        if (event.kind === 'task-ended')
            this.noteResult(event.result);
    }
    /** What running tasks have changed until right now. */
    async readChangedPaths() {
        await this.lookNow();
        const work = this.lines.filter(line => !line.isBranch && this.running.has(line.task));
        return (await this.attempt(() => readChangedPaths(this.context, work))) ?? new Map();
    }
    /** Lets others know that tasks wait because of what running ones change. */
    async noteWaits(waits) {
        const { paths, emit } = this.context;
        const write = async () => {
            const before = await (0,forecast_record/* readForecastRecord */.B)(paths.forecast);
            await (0,forecast_record/* writeForecastRecord */.y)(paths.forecast, { ...before, waits: [...before.waits, ...waits] });
        };
        this.current = this.current.then(() => this.attempt(write));
        await this.current;
        for (const wait of waits)
            emit({ kind: 'serialized', ...wait });
    }
    /** Resolves when no look is going on any more, and none will. */
    async close() {
        this.isClosed = true;
        clearTimeout(this.timer);
        await this.current;
    }
    noteAttempt(task) {
        const { harness, plan } = this.context;
        const largestBytes = plan.maxFileMegabytes * 1_000_000;
        if (!this.running.has(task))
            this.running.set(task, new UnfinishedWork(harness, (0,task_worktree/* toTaskWorktree */.S)(this.context, task), largestBytes));
        this.lookIn(plan.integration.forecastSeconds * 1000);
    }
    noteResult({ task, outcome, commit, rolledBack }) {
        this.running.delete(task);
        if (outcome === 'succeeded' && commit !== null && !rolledBack)
            this.branches.set(task, commit);
        this.lookIn(settleMilliseconds);
    }
    /** Sees to it that there is a look by then, but not before the last one has been rested from. */
    lookIn(milliseconds) {
        const now = performance.now();
        const dueAt = Math.max(now + milliseconds, this.restUntil);
        if (this.isClosed || this.running.size === 0 || dueAt >= this.dueAt)
            return;
        clearTimeout(this.timer);
        this.dueAt = dueAt;
        this.timer = setTimeout(() => void this.lookNow(), dueAt - now);
    }
    /** A look that begins now, or when the one that is going on has ended. */
    lookNow() {
        clearTimeout(this.timer);
        this.dueAt = Number.POSITIVE_INFINITY;
        this.current = this.current.then(() => this.look());
        return this.current;
    }
    async look() {
        if (this.isClosed || this.running.size + this.branches.size < 2)
            return;
        const startedAt = performance.now();
        await this.attempt(async () => this.compare(await this.readLines()));
        const now = performance.now();
        this.restUntil = now + (now - startedAt) * restFactor;
        this.lookIn(this.context.plan.integration.forecastSeconds * 1000);
    }
    /** All that there is of tasks, in merge order. */
    async readLines() {
        const lines = await Promise.all(this.order.map(task => this.tryLine(task)));
        return lines.filter(line => line !== undefined);
    }
    async tryLine(task) {
        const { context } = this;
        const branch = this.branches.get(task.id);
        if (branch !== undefined)
            return toBranchLine(context, task.id, branch);
        const record = await (0,attempt_record/* tryReadAttemptRecord */["if"])(context.paths.task(task.id).attempt);
        const tree = await this.running.get(task.id)?.readTree();
        if (record === undefined || tree === undefined)
            return undefined;
        return toWorkLine(context, (0,recover_work/* toWork */.V)(context, task, record), tree);
    }
    async compare(lines) {
        this.lines = lines;
        const seen = lines.map(({ task, tree, commit }) => `${task} ${tree} ${commit}`).join('\n');
        if (seen === this.seen)
            return;
        const conflicts = await this.forecast.read(lines);
        this.seen = seen;
        await announceForecast(this.context, conflicts);
        await this.tell(conflicts);
    }
    async tell(conflicts) {
        if (this.context.plan.integration.onForecast !== 'tell-agents')
            return;
        const running = this.order.map(task => task.id).filter(id => this.running.has(id));
        await tellAgents(this.context, conflicts, { running, branches: this.branches });
    }
    /** Trouble with a forecast is told, once, and is no trouble of the run. */
    async attempt(work) {
        try {
            return await work();
        }
        catch (error) {
            const { message } = error;
            if (!this.isClosed && message !== this.trouble)
                this.context.emit({ kind: 'notice', text: `coming conflicts could not be looked for: ${message}` });
            this.trouble = message;
            return undefined;
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/step.js
/**
 * What to do next:
 * - a task is blocked as soon as something that it needs has ended without success;
 * - a task is ready when all that it needs succeeded, and all that it comes after has ended;
 * - of the ready ones, those with the longest remaining path start first, ties in plan order, as many as there are slots.
 */
function toStep({ tasks, priorities, results, running, slots }) {
    const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id));
    const blocked = waiting
        .map(task => ({ task, by: task.needs.filter(id => results.has(id) && !canBuildOn(tasks, results, id)) }))
        .filter(({ by }) => by.length > 0);
    const ready = waiting.filter(task => task.needs.every(id => canBuildOn(tasks, results, id)) && task.after.every(id => results.has(id)));
    const urgent = ready.toSorted((a, b) => (priorities.get(b.id) ?? 0) - (priorities.get(a.id) ?? 0));
    return { blocked, starts: urgent.slice(0, Math.max(0, slots - running.size)) };
}
/** Whether a prerequisite has ended so that others can start from it. */
function canBuildOn(tasks, results, id) {
    const outcome = results.get(id)?.outcome;
    if (outcome !== 'no-changes')
        return outcome === 'succeeded';
    return tasks.find(task => task.id === id)?.allowNoChanges === true;
}

;// CONCATENATED MODULE: ./lib/commands/run/perform-tasks.js






/**
 * Does all tasks that are not done yet: each starts the moment that its own prerequisites are done and a slot is free, longest
 * remaining path first. Answers with the results of all tasks.
 */
function performTasks(context, done) {
    return new Engine(context, done).run();
}
class Engine {
    context;
    forecaster;
    /** Those of the plan, with the edges that a forecast has added. */
    tasks;
    priorities;
    results;
    running = new Map();
    stop = new AbortController();
    constructor(context, done) {
        const { tasks, integration } = context.plan;
        const forecaster = integration.forecastSeconds === 0 ? undefined : new Forecaster(context, done);
        const emit = (event) => {
            context.emit(event);
            forecaster?.note(event);
        };
        this.context = { ...context, emit, signal: AbortSignal.any([context.signal, this.stop.signal]) };
        this.forecaster = forecaster;
        this.tasks = tasks;
        this.priorities = (0,weights/* toRemainingPaths */.Gg)(tasks, (0,weights/* toEstimates */.LU)(tasks));
        this.results = new Map(done);
    }
    async run() {
        try {
            while (await this.advance()) { }
            await this.cancelRest();
            return this.results;
        }
        catch (error) {
            this.stop.abort();
            await Promise.allSettled(this.running.values());
            throw error;
        }
        finally {
            await this.forecaster?.close();
        }
    }
    /** Starts what can start and waits for something to end. False when nothing is left to wait for. */
    async advance() {
        await this.serialize();
        const { context, tasks, results, running, priorities } = this;
        const slots = context.signal.aborted ? 0 : context.maxParallel;
        const step = toStep({ tasks, priorities, results, running, slots });
        for (const { task, by } of step.blocked) {
            this.record(await (0,end_task/* endWithoutWork */.L0)(context, task, 'blocked', `${by.join(', ')} did not succeed`));
        }
        for (const task of step.starts)
            running.set(task.id, this.start(task));
        if (step.blocked.length > 0)
            return true;
        if (running.size === 0)
            return false;
        await Promise.race(running.values());
        return true;
    }
    /** Lets tasks wait that would change what running ones are changing, if the plan wants that. */
    async serialize() {
        const { context, tasks, results, running, forecaster } = this;
        if (context.plan.integration.onForecast !== 'serialize' || forecaster === undefined)
            return;
        const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id));
        if (waiting.length === 0 || running.size === 0)
            return;
        const waits = toWaits(tasks, waiting, await forecaster.readChangedPaths());
        if (waits.length === 0)
            return;
        this.tasks = withWaits(tasks, waits);
        await forecaster.noteWaits(waits);
    }
    async start(task) {
        const { context, results } = this;
        context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 });
        // Trouble of ours, such as a full disk, ends one task and not the run. What the agent left is kept by the next start.
        const endBroken = (error) => (0,end_task/* endWithoutWork */.L0)(context, task, 'infrastructure-error', error.message);
        this.record(await (0,perform_task/* performTask */.V)(context, task, results).catch(endBroken));
        this.running.delete(task.id);
    }
    async cancelRest() {
        for (const task of this.context.plan.tasks.filter(({ id }) => !this.results.has(id))) {
            this.record(await (0,end_task/* endWithoutWork */.L0)(this.context, task, 'cancelled', 'the run was stopped before it started'));
        }
    }
    record(result) {
        this.results.set(result.task, result);
        this.context.emit({ kind: 'task-ended', task: result.task, result });
        if (this.context.failFast && isFailure(result.outcome))
            this.stop.abort();
    }
}
/** Whether a task ended in a way that `--fail-fast` reacts to. */
function isFailure(outcome) {
    return !['succeeded', 'no-changes', 'blocked', 'cancelled'].includes(outcome);
}

// EXTERNAL MODULE: ./lib/commands/run/repair-run.js
var repair_run = __webpack_require__(14591);
;// CONCATENATED MODULE: ./lib/commands/run/choose-again.js

/** Which of the tasks that have a result are done again. What builds on one of them is, too. */
function chooseAgain(facts) {
    const { mode, plan, results, only } = facts;
    const ended = plan.tasks.filter(task => results.has(task.id));
    if (mode === 'go-on')
        return new Set(ended.filter(({ id }) => !hasEnded(results.get(id))).map(({ id }) => id));
    const chosen = only.length > 0 ? only : ended.filter(task => !stands(task, facts)).map(({ id }) => id);
    return new Set([...(0,graph/* withDescendants */.dz)(plan.tasks, chosen)].filter(id => results.has(id)));
}
function hasEnded(result) {
    return result?.outcome !== 'cancelled' && result?.outcome !== 'blocked';
}
function stands(task, { plan, before, results, report }) {
    const { outcome, rolledBack } = results.get(task.id);
    if (rolledBack)
        return true; // the user has taken it out: only its name brings it back
    if (!isSameWork(task, plan, before))
        return false;
    if (outcome === 'no-changes')
        return task.allowNoChanges;
    if (outcome !== 'succeeded')
        return false;
    const couldNotLand = report === undefined || report.status === 'cancelled' || report.integration.trouble !== null;
    return couldNotLand || report.tasks[task.id]?.landing === 'landed';
}
/** Whether a task asks for the same in both plans. How long it may take, and how often it is tried, does not matter. */
function isSameWork(task, plan, before) {
    const old = before.tasks.find(({ id }) => id === task.id);
    return old !== undefined && toWork(task, plan) === toWork(old, before);
}
function toWork({ prompt, issue, needs, files, setup, test, agent, env }, { agents }) {
    return JSON.stringify([prompt, issue, needs, files, setup, test, agents[agent], env]);
}

// EXTERNAL MODULE: ./lib/commands/run/run-store.js
var run_store = __webpack_require__(8725);
;// CONCATENATED MODULE: ./lib/commands/run/resume.js




/** A run that starts from nothing. */
const freshStart = { done: new Map(), start: undefined };
/**
 * Decides which results of a run stand, and opens the others again. From then on the run is unfinished, until it has a new
 * report. The branches of tasks that are done again are kept before they go.
 */
async function reopenRun(reopening) {
    const { repository, run, plan, text } = reopening;
    const store = new run_store/* RunStore */.n(repository, run);
    const results = await store.readResults(plan.tasks.map(task => task.id));
    const again = chooseAgain({ ...reopening, results, report: await store.readReport() });
    const updates = await Promise.all([...again].map(task => toReopening(repository, store, task)));
    const stored = await (0,objects/* writeObject */.p)(repository.store, 'blob', text);
    await store.pointRefs([...updates.flat(), [store.refs.plan, stored], [store.refs.report, undefined]]);
    const done = new Map([...results].filter(([task]) => !again.has(task)));
    return { done, start: await store.resolve(store.refs.integration) };
}
/** The ref updates by which a task is open again: its branch becomes kept work. */
async function toReopening(repository, store, task) {
    const { refs } = store;
    const branch = await store.resolve(refs.branch(task));
    if (branch === undefined)
        return [[refs.result(task), undefined]];
    const before = await store.resolve(refs.kept(task));
    const { tree, committedAt } = (0,commits/* readCommitText */.Ls)(String((await repository.objects.read(branch))?.content));
    const kept = await (0,commits/* writeCommit */.rV)(repository.store, {
        tree,
        parents: before === undefined ? [branch] : [branch, before],
        author: commits/* harnessIdentity */.J6,
        committer: commits/* harnessIdentity */.J6,
        date: committedAt,
        message: `Kept branch of task ${task}, which is done again`,
        trailers: [
            ['Agent-Run', store.run],
            ['Agent-Task', task],
        ],
    });
    return [
        [refs.kept(task), kept],
        [refs.branch(task), undefined],
        [refs.result(task), undefined],
    ];
}

// EXTERNAL MODULE: ./lib/commands/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(43740);
// EXTERNAL MODULE: ./lib/commands/select-tasks.js
var select_tasks = __webpack_require__(92403);
;// CONCATENATED MODULE: ./lib/commands/run-plan.js














/** Runs a plan: takes up its unfinished run, or starts a new one. */
async function runPlan(repository, checked, options) {
    const selected = options.only.length === 0 ? checked : (0,select_tasks/* selectTasks */.n)(checked, options.only);
    const target = await (0,prepare_run/* requireReady */.VF)(repository, selected, options.emit);
    const text = toTextWithTarget(selected, target);
    const older = await (0,prepare_run/* findOlderRuns */.Ai)(repository, selected);
    const claim = await (0,claim_run/* claimRun */.S6)(repository, text, target.commit, options.fresh);
    if (!claim.resumed)
        for (const notice of older)
            options.emit({ kind: 'notice', text: notice });
    const { plan } = selected;
    return workOn(repository, claim, { plan, before: plan, text, target, mode: 'go-on' }, { ...options, only: [] });
}
/**
 * Goes on with a run, whether it was finished or not: does again what did not land.
 *
 * @param changed The plan to go on with, if it is another one by now: then what has changed in it is done again, too.
 */
async function resumeNamedRun(repository, name, changed, options) {
    const run = await (0,claim_run/* requireRun */.Fg)(repository, name);
    const stored = await requireStoredPlan(repository, run);
    const next = changed ?? stored;
    if (options.only.length > 0)
        (0,select_tasks/* selectTasks */.n)(next, options.only);
    const named = { ...next, plan: { ...next.plan, target: next.plan.target ?? stored.plan.target ?? '' } };
    const target = await (0,prepare_run/* requireReady */.VF)(repository, named, options.emit);
    const text = toTextWithTarget(named, target);
    const claim = await (0,claim_run/* resumeRun */.ZL)(repository, run);
    return workOn(repository, claim, { plan: named.plan, before: stored.plan, text, target, mode: 'do-again' }, options);
}
async function requireStoredPlan(repository, run) {
    const text = await new run_store/* RunStore */.n(repository, run).readPlanText();
    if (text === undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} has no plan that can be read`);
    return (0,stored_plan/* readStoredPlan */.T)(text);
}
function toTextWithTarget({ file, order }, { branch }) {
    return (0,stored_plan/* toStoredText */.U)({ ...file, target: branch }, order);
}
async function workOn(repository, claim, job, options) {
    try {
        return await work(repository, claim, job, options);
    }
    finally {
        await (0,run_lock/* unlockRun */.AM)(repository, claim.lock);
    }
}
async function work(repository, { run, resumed }, job, options) {
    const startedAt = performance.now();
    const { only, failFast, signal, emit } = options;
    const plan = asLocal(job.plan);
    const maxParallel = options.maxParallel ?? plan.maxParallel;
    const base = await requireBase(repository, run);
    const { start, done } = resumed ? await reopenRun({ repository, run, ...job, plan, only }) : freshStart;
    const facts = { repository, run, plan, target: job.target.branch, base, start: start ?? base };
    const context = await (0,open_context/* openContext */.e)({ ...facts, maxParallel, failFast, signal, emit });
    emit({ kind: 'run-started', run, plan: plan.name, tasks: plan.tasks, maxParallel, resumed });
    if (resumed)
        await (0,repair_run/* repairRun */.b)(context);
    for (const [task, result] of done)
        emit({ kind: 'task-ended', task, result });
    const wanted = only.length === 0 ? undefined : (0,graph/* withDescendants */.dz)(plan.tasks, only);
    const skipped = plan.tasks.filter(({ id }) => !done.has(id) && wanted?.has(id) === false);
    const known = new Map([...done, ...skipped.map(task => [task.id, (0,end_task/* toMissingResult */.Pv)(context, task)])]);
    const results = await performTasks(context, known);
    return finishRun(context, { results, mayRedo: true, resumed, startedAt });
}
async function requireBase(repository, run) {
    const store = new run_store/* RunStore */.n(repository, run);
    const base = await store.resolve(`${store.refs.base}^{commit}`);
    if (base === undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} has no base: it cannot be taken up`);
    return base;
}
/** On one machine, a plan for pull requests leaves its branch for the user. */
function asLocal(plan) {
    if (plan.integration.land !== 'pull-request')
        return plan;
    return { ...plan, integration: { ...plan.integration, land: 'none' } };
}

// EXTERNAL MODULE: ./lib/git/push-refs.js
var push_refs = __webpack_require__(79421);
// EXTERNAL MODULE: ./lib/git/refs.js
var git_refs = __webpack_require__(78816);
;// CONCATENATED MODULE: ./lib/commands/share-run.js



/** Pushes all that is known of a run: its branches, results, kept work, the ends of its logs, its report. */
async function pushRun(repository, run, access) {
    const { lock } = (0,run_refs/* toRunRefs */.DO)(run); // says who works on it on this machine
    const refs = await (0,git_refs/* listRefs */.Dy)(repository, [`${run_refs/* branchRefs */.DI}${run}`, `${run_refs/* stateRefs */.sd}${run}`]);
    return (0,push_refs/* pushRefs */.NV)(repository, access, refs.filter(ref => ref.name !== lock));
}
/** Fetches all that a remote knows of a run. Answers with why it failed. */
function tryFetchRun(repository, run, access) {
    return (0,push_refs/* tryFetchRefs */.uU)(repository, access, [`${run_refs/* branchRefs */.DI}${run}/*`, `${run_refs/* stateRefs */.sd}${run}/*`]);
}

// EXTERNAL MODULE: ./lib/action/remote-access.js
var remote_access = __webpack_require__(88789);
;// CONCATENATED MODULE: ./lib/action/run-shared.js





/** Runs a plan, or goes on with the named run; then pushes it if that is wanted, also when the run broke off. */
async function runShared(job, repository, checked) {
    const { inputs, log, signal } = job;
    const access = inputs.push ? (0,remote_access/* requireRemoteAccess */._)(job, repository) : undefined;
    const show = (0,run_log/* toRunLog */.$)(log, checked.plan);
    let run;
    const options = {
        only: [],
        maxParallel: inputs.maxParallel,
        failFast: false,
        fresh: false,
        signal,
        emit: event => {
            if (event.kind === 'run-started')
                run = event.run;
            show(event);
        },
    };
    try {
        const report = await start(job, repository, checked, options);
        return { report, push: await tryPush(job, repository, report.run, access) };
    }
    catch (error) {
        if (run !== undefined)
            await tryPush(job, repository, run, access);
        throw error;
    }
}
async function start(job, repository, checked, options) {
    const { run } = job.inputs;
    if (run === undefined)
        return runPlan(repository, checked, options);
    const failure = await tryFetchRun(repository, run, (0,remote_access/* requireRemoteAccess */._)(job, repository));
    if (failure !== undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} could not be fetched: ${failure}`);
    return resumeNamedRun(repository, run, checked, options);
}
async function tryPush({ log }, repository, run, access) {
    if (access === undefined)
        return undefined;
    const push = await pushRun(repository, run, access);
    log.end();
    log.line(push.kind === 'pushed'
        ? `run ${run}: ${push.count} refs pushed to ${access.remote}`
        : `run ${run} was not pushed: ${push.reason}`);
    return push;
}

;// CONCATENATED MODULE: ./lib/action/run-command.js



















/** `command: run` without a lane: the whole plan on this runner, several agents at once. */
function runCommand(job) {
    return (0,job_repository/* withJobRepository */.S)(job, async (repository) => {
        const checked = (0,load_job_plan/* loadJobPlan */.F)(job, repository);
        if (job.inputs.dryRun)
            return preview(job, repository, checked);
        const shared = await runShared(job, repository, checked);
        return toResult(job, repository, checked, shared);
    });
}
/** Checks everything that a run would check, and starts nothing. */
async function preview(job, repository, checked) {
    await (0,prepare_run/* requireReady */.VF)(repository, checked, (0,run_log/* toRunLog */.$)(job.log, checked.plan));
    const overview = await (0,describe_plan/* describePlan */.d)(repository, checked, job.inputs.maxParallel);
    job.log.begin('Plan');
    job.log.line((0,plan_text/* toPlanText */.G)(overview, paint/* plainPaint */.p));
    job.log.end();
    job.log.line('nothing was started (dry-run: true)');
    const summary = (0,plan_summary/* toPlanSummary */.H)({ overview, lanes: [], maxBytes: action_job/* mostSummaryBytes */.F });
    return { outputs: {}, summary, annotations: [], failure: undefined };
}
async function toResult({ log, env }, repository, { plan }, { report, push }) {
    const path = (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `parallel-agents-${report.run}.json`);
    await (0,promises_.writeFile)(path, `${JSON.stringify(report, null, 2)}\n`);
    log.end();
    log.line(toReportText(report, {
        paint: paint/* plainPaint */.p,
        columns: Number.POSITIVE_INFINITY,
        program: 'parallel-agents',
    }));
    const next = toNextSteps(report, push?.kind === 'pushed', env);
    return {
        outputs: toRunOutputs(report, path),
        summary: (0,run_summary/* toRunSummary */.v)({ report, tasks: plan.tasks, next, maxBytes: action_job/* mostSummaryBytes */.F }),
        annotations: toRunAnnotations(report, await findRefusedPaths(repository, plan, report)),
        failure: run_command_toFailure(report, push),
    };
}
function run_command_toFailure({ status, tasks, run }, push) {
    if (push?.kind === 'refused') {
        return `run ${run} could not be pushed: ${push.reason}\nGive the job \`permissions: { contents: write }\`.`;
    }
    if (status === 'landed')
        return undefined;
    const all = Object.values(tasks);
    const landed = all.filter(task => task.landing === 'landed').length;
    return `${status === 'cancelled' ? 'cancelled' : 'not everything landed'}: ${landed} of ${all.length} tasks (run ${run})`;
}


/***/ })

};

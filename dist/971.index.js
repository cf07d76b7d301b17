export const id = 971;
export const ids = [971];
export const modules = {

/***/ 48479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ withCollectedRun)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _artifacts_artifact_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77037);
/* harmony import */ var _github_remote_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21879);
/* harmony import */ var _output_run_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92308);
/* harmony import */ var _load_step_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88133);
/* harmony import */ var _planned_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95007);








/** Opens the run of a job that does no task, and what jobs exchange it by, for as long as some work takes. */
async function withCollectedRun(step, repository, work) {
    const { env, log, signal } = step;
    const run = await (0,_planned_run_js__WEBPACK_IMPORTED_MODULE_7__/* .requirePlannedRun */ .h)(step, repository, (0,_load_step_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .loadStepPlan */ .K)(step, repository));
    const exchange = await openExchange(step, repository);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'parallel-agents-'));
    try {
        return await work({ ...run, repository, folder, signal, emit: (0,_output_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .toRunLog */ .$)(log, run.plan) }, exchange);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
async function openExchange(step, repository) {
    const { push, merged, mergeEnd } = step.inputs;
    const access = (0,_github_remote_access_js__WEBPACK_IMPORTED_MODULE_4__/* .requireRemoteAccess */ ._)(step, repository);
    if (push)
        return { kind: 'refs', access };
    return { kind: 'artifacts', artifacts: await (0,_artifacts_artifact_store_js__WEBPACK_IMPORTED_MODULE_3__/* .openArtifactStore */ .k)(step.env), access, merged, mergeEnd };
}


/***/ }),

/***/ 28982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ openMergeContext)
/* harmony export */ });
/* harmony import */ var _run_open_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83709);

/**
 * What merging works with. Nothing lands by it, and merge drivers are not asked: the job that makes the merge again has none, and could not
 * tell what one has answered.
 */
function openMergeContext(collected) {
    const { plan, base, repository, run, target, signal, emit } = collected;
    const { integration } = plan;
    const resolvers = integration.resolvers.filter(name => name !== 'drivers');
    return (0,_run_open_context_js__WEBPACK_IMPORTED_MODULE_0__/* .openContext */ .e)({
        repository,
        run,
        target,
        base,
        start: base,
        plan: { ...plan, integration: { ...integration, land: 'none', resolvers } },
        maxParallel: plan.maxParallel,
        failFast: false,
        signal,
        emit,
    });
}


/***/ }),

/***/ 58812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readJobResults),
/* harmony export */   R: () => (/* binding */ takeArtifacts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _tasks_perform_end_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5885);
/* harmony import */ var _handover_artifact_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33484);
/* harmony import */ var _handover_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62568);
/* harmony import */ var _handover_read_handovers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51562);
/* harmony import */ var _transport_refs_transport_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51586);
/* harmony import */ var _transport_transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62851);







/** So many artifacts are downloaded at once. */
const parallel = 8;
/** Takes in what jobs have handed over of all tasks, each task as its latest attempt left it. One that is refused stops no other. */
async function takeArtifacts(collected, { artifacts, access }) {
    const { run, attempt, repository, base, folder } = collected;
    const latest = (0,_handover_artifact_name_js__WEBPACK_IMPORTED_MODULE_2__/* .toLatestArtifacts */ .sW)(await artifacts.list(), { run, attempt });
    const notices = await takePushed(collected, access, latest);
    const handovers = [];
    const lost = [];
    for (let at = 0; at < latest.length; at += parallel) {
        const batch = latest.slice(at, at + parallel);
        const answers = await Promise.all(batch.map(name => tryDownload(artifacts, folder, name)));
        for (const answer of answers)
            'folder' in answer ? handovers.push(answer) : lost.push(answer);
    }
    const intake = await (0,_handover_read_handovers_js__WEBPACK_IMPORTED_MODULE_4__/* .readHandovers */ .f)(repository, { run, start: base, handovers, limits: _handover_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .handoverLimits */ .k });
    return { answers: [...intake.answers, ...lost], notices: [...notices, ...intake.notices] };
}
/** Of tasks that are no artifact takes what is on refs of the remote. Answers with what to tell people about it. */
async function takePushed({ run, attempt, repository, plan }, access, latest) {
    const named = new Set(latest.map(({ task }) => task));
    const missing = plan.tasks.map(({ id }) => id).filter(id => !named.has(id));
    if (missing.length === 0)
        return [];
    const refs = new _transport_refs_transport_js__WEBPACK_IMPORTED_MODULE_5__/* .RefsTransport */ .e({ repository, run, attempt, access, published: { attempt: attempt - 1 } });
    try {
        const arrivals = await refs.take(missing);
        return arrivals.flatMap(answer => answer.kind === 'refused' ? [`what was pushed of ${answer.task} is refused: ${answer.reason}`] : []);
    }
    catch (error) {
        if (error instanceof _transport_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .TransportError */ .w)
            return [`tasks that are no artifact ${error.message}`];
        throw error;
    }
}
async function tryDownload(artifacts, folder, name) {
    const { task, attempt } = name;
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'handovers', task);
    try {
        await artifacts.download((0,_handover_artifact_name_js__WEBPACK_IMPORTED_MODULE_2__/* .toArtifactName */ .xy)(name), own);
        return { task, attempt, folder: own };
    }
    catch (error) {
        // The others can be taken all the same.
        return {
            kind: 'refused',
            task,
            reason: `its artifact could not be downloaded: ${error.message}`,
        };
    }
}
/** The results of all tasks of the plan: those that were taken, and for the others why there is none. */
async function readJobResults(context, { answers }) {
    const { plan, store } = context;
    const results = await store.readResults(plan.tasks.map(({ id }) => id));
    for (const task of plan.tasks) {
        if (results.has(task.id))
            continue;
        const refused = answers.find(answer => answer.task === task.id && answer.kind === 'refused');
        const missing = (0,_tasks_perform_end_task_js__WEBPACK_IMPORTED_MODULE_1__/* .toMissingResult */ .Pv)(context, task);
        results.set(task.id, refused?.kind === 'refused'
            ? {
                ...missing,
                outcome: 'infrastructure-error',
                reason: `what was handed over is refused: ${refused.reason}`,
            }
            : { ...missing, reason: 'no job has handed it over' });
    }
    return results;
}


/***/ }),

/***/ 70730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ takeRun)
/* harmony export */ });
/* harmony import */ var _commands_share_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22053);
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32366);
/* harmony import */ var _lane_create_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65315);
/* harmony import */ var _take_artifacts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58812);




/** Takes over what other jobs have left of a run: afterwards it is refs here. */
async function takeRun(collected, exchange) {
    const { repository, run } = collected;
    if (exchange.kind === 'refs') {
        const failure = await (0,_commands_share_run_js__WEBPACK_IMPORTED_MODULE_0__/* .tryFetchRun */ .H)(repository, run, exchange.access);
        if (failure !== undefined)
            throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .f(`run ${run} could not be fetched: ${failure}`);
    }
    await (0,_lane_create_run_js__WEBPACK_IMPORTED_MODULE_2__/* .createRun */ .u)(repository, collected);
    if (exchange.kind === 'refs')
        return { answers: [], notices: [] };
    const intake = await (0,_take_artifacts_js__WEBPACK_IMPORTED_MODULE_3__/* .takeArtifacts */ .R)(collected, exchange);
    for (const text of intake.notices)
        collected.emit({ kind: 'notice', text });
    return intake;
}


/***/ }),

/***/ 83895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ mostBodyBytes),
/* harmony export */   x: () => (/* binding */ placedUrl)
/* harmony export */ });
/** GitHub takes 65,536 characters; some is left for what marks our part of it. */
const mostBodyBytes = 65_000;
/** The address of a pull request, where there is one. */
function placedUrl(placed) {
    return placed?.kind === 'placed' ? placed.url : undefined;
}


/***/ }),

/***/ 26801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ listRunState),
/* harmony export */   Wc: () => (/* binding */ listRunRefs),
/* harmony export */   qJ: () => (/* binding */ listRunBranches)
/* harmony export */ });
/* harmony import */ var _git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89025);
/* harmony import */ var _run_run_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20995);


/** The branches of a run, those of its tasks first: they are published whatever becomes of the rest. */
async function listRunBranches({ repository, run, store }) {
    const refs = await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .listRefs */ .Dy)(repository, [`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .branchRefs */ .DI}${run}`]);
    const isTask = ({ name }) => name !== store.refs.integration;
    return [...refs.filter(isTask), ...refs.filter(ref => !isTask(ref))];
}
/** The state of a run that others need: all but who works on it on this machine. */
async function listRunState({ repository, run, store }) {
    const refs = await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .listRefs */ .Dy)(repository, [`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .stateRefs */ .sd}${run}`]);
    return refs.filter(({ name }) => name !== store.refs.lock);
}
async function listRunRefs(site) {
    return [...(await listRunBranches(site)), ...(await listRunState(site))];
}


/***/ }),

/***/ 86787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ toMergeTrialName),
/* harmony export */   ep: () => (/* binding */ toResolvedFile),
/* harmony export */   hv: () => (/* binding */ tryLatestMerge),
/* harmony export */   nD: () => (/* binding */ mergeFile),
/* harmony export */   rn: () => (/* binding */ reportFile),
/* harmony export */   xk: () => (/* binding */ toMergeArtifactName)
/* harmony export */ });
const mergeFile = 'merge.json';
/** Beside it, for people. */
const reportFile = 'report.json';
/** The content of a resolution, relative to the top of the artifact. */
function toResolvedFile(id) {
    return `files/${id}`;
}
/** The name of the artifact of the job that merges. No id of a task contains a dot, so no handover has this name. */
function toMergeArtifactName({ run, attempt }) {
    return `parallel-agents-${run}-${attempt}-merge.result`;
}
/** The name of an artifact by which that job finds out whether it can leave one. */
function toMergeTrialName({ run, attempt }) {
    return `parallel-agents-${run}-${attempt}-merge.trial`;
}
/** The merge of the latest attempt, up to the present one: "Re-run failed jobs" may repeat only what comes after it. */
function tryLatestMerge(names, { run, attempt }) {
    const known = new Set(names);
    for (let at = attempt; at >= 1; at--)
        if (known.has(toMergeArtifactName({ run, attempt: at })))
            return { run, attempt: at };
    return undefined;
}


/***/ }),

/***/ 12950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ planRefs),
/* harmony export */   q: () => (/* binding */ placeRefs)
/* harmony export */ });
/* harmony import */ var _git_agent_work_import_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93892);
/* harmony import */ var _git_merge_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47450);
/* harmony import */ var _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12953);
/* harmony import */ var _git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39726);
/* harmony import */ var _git_remote_push_refs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23010);
/* harmony import */ var _git_remote_remote_access_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56104);
/* harmony import */ var _run_run_refs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20995);







/** Puts refs of a run to a remote, each by itself, and says which of them are there. */
async function placeRefs(placing, refs) {
    const plan = await planRefs(placing, refs);
    const { arrived, refused } = await (0,_git_remote_push_refs_js__WEBPACK_IMPORTED_MODULE_4__/* .pushUpdates */ .B)(placing.repository, placing.access, plan.updates);
    return {
        there: new Set([...plan.there, ...arrived.map(({ ref }) => ref)]),
        left: [...plan.left, ...refused.map(({ ref, reason }) => ({ ref, reason }))],
    };
}
/**
 * Decides about each ref by what the remote has there:
 * - nothing: it is pushed; the same: it is there;
 * - the branch of a task, or an integration branch with foreign changes: it is left, with the reason;
 * - an integration branch of an earlier attempt: it is replaced;
 * - kept work of an earlier attempt: both are kept;
 * - other state of the run: it is replaced.
 */
async function planRefs(placing, refs) {
    const { repository, access, run } = placing;
    const [branches, state] = [
        await (0,_git_remote_remote_access_js__WEBPACK_IMPORTED_MODULE_5__/* .readRemoteRefs */ .J)(repository, access, [`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_6__/* .branchRefs */ .DI}${run}/*`]),
        await (0,_git_remote_remote_access_js__WEBPACK_IMPORTED_MODULE_5__/* .readRemoteRefs */ .J)(repository, access, [`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_6__/* .stateRefs */ .sd}${run}/*`]),
    ];
    const failure = [branches, state].find(remote => remote.kind === 'unreachable');
    if (failure?.kind === 'unreachable')
        return { there: [], updates: [], left: refs.map(({ name }) => ({ ref: name, reason: failure.reason })) };
    const remote = new Map([branches, state].flatMap(found => (found.kind === 'read' ? [...found.refs] : [])));
    const plan = { there: [], updates: [], left: [] };
    for (const ref of refs) {
        const decision = await decide(placing, ref, remote.get(ref.name));
        if (decision === 'there')
            plan.there.push(ref.name);
        else if ('reason' in decision)
            plan.left.push(decision);
        else
            plan.updates.push(decision);
    }
    return plan;
}
async function decide(placing, { name: ref, id: to }, from) {
    if (from === to)
        return 'there';
    if (from === undefined)
        return { ref, from, to };
    const { integration, kept } = (0,_run_run_refs_js__WEBPACK_IMPORTED_MODULE_6__/* .toRunRefs */ .DO)(placing.run);
    if (ref.startsWith(kept('')))
        return joinKept(placing, { ref, from, to });
    if (!ref.startsWith(_run_run_refs_js__WEBPACK_IMPORTED_MODULE_6__/* .branchRefs */ .DI))
        return { ref, from, to };
    if (ref === integration && (await isOwnMerge(placing, ref, from)))
        return { ref, from, to };
    const reason = `it is there already, at ${from.slice(0, 12)}, which this run did not make: it is not replaced by ${to.slice(0, 12)}`;
    return { ref, reason };
}
/** Whether an integration branch is as an earlier attempt left it: a person may have continued it since. */
async function isOwnMerge({ repository, access, run }, ref, id) {
    if ((await (0,_git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .tryFetchObjects */ .w)(repository, access, [ref])) !== undefined)
        return false;
    const object = await repository.objects.read(id);
    if (object?.type !== 'commit')
        return false;
    return (0,_git_merge_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .tryBroughtTask */ .Gt)((0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .readCommitText */ .Ls)(String(object.content)), run) !== undefined;
}
/** One commit that holds on to what an earlier attempt and what this one has kept. */
async function joinKept({ repository, access }, { ref, from, to }) {
    const failure = await (0,_git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .tryFetchObjects */ .w)(repository, access, [ref]);
    if (failure !== undefined)
        return { ref, reason: failure };
    if (await (0,_git_agent_work_import_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .isAncestor */ .QX)(repository, to, from))
        return 'there';
    if (await (0,_git_agent_work_import_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .isAncestor */ .QX)(repository, from, to))
        return { ref, from, to };
    const [before, now] = await Promise.all([repository.objects.read(from), repository.objects.read(to)]);
    if (before?.type !== 'commit')
        return { ref, reason: `it is there already, and is no commit (${from})` };
    const { tree, committedAt, message } = (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .readCommitText */ .Ls)(String(now?.content));
    const joined = await (0,_git_objects_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .writeCommit */ .rV)(repository.store, {
        tree,
        parents: [to, from],
        author: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .harnessIdentity */ .J6,
        committer: _git_objects_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .harnessIdentity */ .J6,
        date: committedAt,
        message: `Kept work of several attempts\n\n${message}`,
        trailers: [],
    });
    return { ref, from, to: joined };
}


/***/ }),

/***/ 93973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wh: () => (/* binding */ previewPublish),
  ZM: () => (/* binding */ publishRun),
  Qd: () => (/* binding */ toIntakeProblems)
});

// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/jobs/handover/artifact-name.js
var artifact_name = __webpack_require__(33484);
// EXTERNAL MODULE: ./lib/jobs/transport/transport.js
var transport = __webpack_require__(62851);
;// CONCATENATED MODULE: ./lib/jobs/publish/delete-artifacts.js


/** Frees the storage that a run uses: all of it is on refs by now, where later attempts find it, too. */
async function deleteArtifacts({ collected, exchange }) {
    if (exchange.kind !== 'artifacts')
        return;
    const { artifacts } = exchange;
    try {
        const names = await artifacts.list();
        const prefix = (0,artifact_name/* toArtifactPrefix */.GX)(collected.run);
        for (const name of names)
            if (name.startsWith(prefix))
                await artifacts.remove(name);
    }
    catch (error) {
        if (!(error instanceof transport/* TransportError */.w))
            throw error;
        collected.emit({ kind: 'notice', text: `artifacts stay until they expire: ${error.message}` });
    }
}

// EXTERNAL MODULE: ./lib/git/remote/fetch-refs.js
var fetch_refs = __webpack_require__(39726);
// EXTERNAL MODULE: ./lib/git/remote/remote-access.js
var remote_access = __webpack_require__(56104);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/model/inert-text.js
var inert_text = __webpack_require__(38017);
// EXTERNAL MODULE: ./lib/report/text/timing-text.js
var timing_text = __webpack_require__(63198);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js + 1 modules
var markdown = __webpack_require__(45521);
// EXTERNAL MODULE: ./lib/report/markdown/page.js
var page = __webpack_require__(63019);
;// CONCATENATED MODULE: ./lib/report/markdown/pull-request.js




/** Titles of GitHub have 256 characters at most. */
const longestTitle = 200;
const longestSummary = 4000;
/** Nothing of Markdown counts in a title; line ends would, and references do when it becomes the subject of a squashed commit. */
function toPullRequestTitle(text) {
    const line = (0,inert_text/* toInertLine */.w)(text);
    return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}
/** What a pull request for the tested result says: what is in it, what is not, and the issues that it closes. */
function toIntegrationText(report, tasks, maxBytes) {
    const landed = tasks.filter(({ id }) => report.tasks[id]?.landing === 'landed');
    const others = tasks.filter(({ id }) => report.tasks[id]?.landing !== 'landed');
    return (0,page/* toPage */.Z)([
        (0,page/* toText */.f)((0,markdown/* toHeadline */.GM)(report)),
        (0,page/* toText */.f)(landed.flatMap(toClosing).join('\n')),
        toList('### Landed, in merge order of the plan', landed, ({ id, title }) => `- \`${id}\`: ${(0,markdown/* toMarkdownText */.u9)(title)}`),
        toList('### Not in it', others, ({ id, title }) => `- \`${id}\`: ${(0,markdown/* toMarkdownText */.u9)(title)} · ${toWhy(report, id)}`),
        toTroubles(report),
    ], maxBytes);
}
/** What a pull request for the branch of one task says. */
function toTaskText(report, task, maxBytes) {
    const { summary = null, landing = 'none' } = report.tasks[task.id] ?? {};
    const result = landing === 'landed'
        ? `It is in the tested result${toBranch(report)}.`
        : `It is not in a tested result: ${toWhy(report, task.id)}.`;
    const stacked = task.needs.length === 0 ? '' : ` Its branch contains those of ${toIds(task.needs)}: take those first.`;
    return (0,page/* toPage */.Z)([
        (0,page/* toText */.f)(`Task \`${task.id}\` of run \`${report.run}\`. ${result}${stacked}`),
        (0,page/* toText */.f)(toClosing(task).join('\n')),
        (0,page/* toText */.f)(summary === null ? '' : `The agent says: ${(0,markdown/* toMarkdownText */.u9)(summary.slice(0, longestSummary))}`),
    ], maxBytes);
}
/** How a run stands, for the one comment on its pull request. */
function toCommentText(report, maxBytes) {
    const rows = Object.entries(report.tasks).map(([id, task]) => ({
        text: (0,markdown/* toTaskRow */.Dq)(id, task),
        isImportant: task.landing !== 'landed',
    }));
    return (0,page/* toPage */.Z)([
        (0,page/* toText */.f)((0,markdown/* toHeadline */.GM)(report)),
        {
            kind: 'rows',
            head: markdown/* taskTableHead */.mF,
            rows,
            more: hidden => `… and ${hidden} more: the report has them all.`,
        },
        toTroubles(report),
        (0,page/* toText */.f)((0,timing_text/* toTimingText */.b)(report)),
    ], maxBytes);
}
function toClosing({ issue }) {
    return issue === undefined ? [] : [`Closes #${issue}`];
}
function toList(head, tasks, toRow) {
    const rows = tasks.map(task => ({ text: toRow(task), isImportant: false }));
    return { kind: 'rows', head: `${head}\n`, rows, more: hidden => `… and ${hidden} more.` };
}
function toTroubles(report) {
    const rows = (0,markdown/* toTroubleLines */.i$)(report).map(text => ({ text, isImportant: true }));
    return { kind: 'rows', head: '### Conflicts and problems\n', rows, more: hidden => `… and ${hidden} more.` };
}
function toWhy({ tasks }, id) {
    const { landing = 'none', outcome = 'cancelled', reason = null } = tasks[id] ?? {};
    const word = landing === 'none' ? outcome : landing;
    return reason === null ? word : `${word}: ${(0,markdown/* toMarkdownText */.u9)(reason.slice(0, 1000))}`;
}
function toBranch({ integration }) {
    return integration.branch === null ? '' : `, \`${integration.branch}\``;
}
function toIds(ids) {
    return ids.map(id => `\`${id}\``).join(', ');
}

// EXTERNAL MODULE: ./lib/jobs/publish/forge.js
var publish_forge = __webpack_require__(83895);
;// CONCATENATED MODULE: ./lib/jobs/publish/place-pull-requests.js




/** The same in every run of a plan for a target, so that the pull request of the next one takes the place of the last. */
function toSubject(plan, target, task) {
    const text = JSON.stringify([plan.name, target, task]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
/** A plan of one task has its name: it was made from an issue, for example. */
function toIntegrationTitle({ name, tasks }) {
    const [only, ...others] = tasks;
    return toPullRequestTitle(only !== undefined && others.length === 0 ? only.title : name);
}
/** The pull requests that a plan wants for what is at the remote: in the order in which they are opened. */
function toWantedPullRequests(plan, report, there) {
    const refs = (0,run_refs/* toRunRefs */.DO)(report.run);
    const { pullRequests } = plan.integration;
    const hasLanded = report.integration.branch !== null;
    const tasks = pullRequests === 'integration' ? [] : plan.tasks.filter(({ id }) => there.has(refs.branch(id)));
    const toTask = (task) => ({
        task,
        wanted: {
            head: (0,run_refs/* toBranchName */.H_)(refs.branch(task.id)),
            base: report.target,
            title: toPullRequestTitle(task.title),
            subject: toSubject(plan, report.target, task.id),
            commit: report.tasks[task.id]?.commit ?? '',
            text: toTaskText(report, task, publish_forge/* mostBodyBytes */.l),
        },
    });
    const integration = {
        task: undefined,
        wanted: {
            head: (0,run_refs/* toBranchName */.H_)(refs.integration),
            base: report.target,
            title: toIntegrationTitle(plan),
            subject: toSubject(plan, report.target, null),
            commit: report.integration.commit ?? '',
            text: toIntegrationText(report, plan.tasks, publish_forge/* mostBodyBytes */.l),
        },
    };
    return [...(pullRequests !== 'tasks' && hasLanded ? [integration] : []), ...tasks.map(toTask)];
}
/** Opens them, or brings those that are open up to date. What earlier runs have opened for the same is closed. */
async function placePullRequests(forge, wanted) {
    let integration;
    const tasks = new Map();
    const older = [];
    for (const { task, wanted: request } of wanted) {
        const placed = await forge.placePullRequest(request);
        if (task === undefined)
            integration = placed;
        else
            tasks.set(task.id, placed);
        older.push(...(await forge.closeOlder(request, placed)));
    }
    return { integration, tasks, older };
}
/** Says on a pull request how the run stands. Answers with why that failed. */
async function tryComment(forge, report, placed) {
    if (placed?.kind !== 'placed')
        return undefined;
    return forge.comment(placed.number, toCommentText(report, publish_forge/* mostBodyBytes */.l));
}

;// CONCATENATED MODULE: ./lib/jobs/publish/earlier-publication.js






/**
 * What a job finds that is done again after it had published: artifacts are deleted then, and all that there is to do is to look.
 * Undefined: there is something to publish.
 */
async function tryEarlierPublication(request) {
    const { collected, access, land, forge } = request;
    const report = await tryPublishedReport(request);
    if (report === undefined)
        return undefined;
    const branches = await (0,remote_access/* readRemoteRefs */.J)(collected.repository, access, [`${run_refs/* branchRefs */.DI}${collected.run}/*`]);
    const there = new Set(branches.kind === 'read' ? branches.refs.keys() : []);
    const wanted = land === 'pull-request' ? toWantedPullRequests(collected.plan, report, there) : [];
    return { report, pullRequests: await placePullRequests(forge, wanted), there, problems: [] };
}
async function tryPublishedReport({ collected, exchange, access, }) {
    if (exchange.kind !== 'artifacts' || exchange.merged === undefined)
        return undefined;
    const prefix = (0,artifact_name/* toArtifactPrefix */.GX)(collected.run);
    const names = await exchange.artifacts.list();
    if (names.some(name => name.startsWith(prefix)))
        return undefined;
    const store = new run_store/* RunStore */.n(collected.repository, collected.run);
    const failure = await (0,fetch_refs/* tryFetchRefs */.u)(collected.repository, access, [store.refs.report]);
    return failure === undefined ? store.readReport() : undefined;
}

// EXTERNAL MODULE: ./lib/git/agent-work/import-commits.js
var import_commits = __webpack_require__(93892);
// EXTERNAL MODULE: ./lib/git/remote/push-refs.js
var push_refs = __webpack_require__(23010);
;// CONCATENATED MODULE: ./lib/jobs/publish/land-on-target.js




/** Moves the target at the remote to the tested result, if it is still where the run started from: nothing else was tested. */
async function landOnTarget({ repository, access }, { target, base, tip }) {
    const ref = `refs/heads/${target}`;
    const remote = await (0,remote_access/* readRemoteRefs */.J)(repository, access, [ref]);
    if (remote.kind === 'unreachable')
        return { done: false, message: `${target} cannot be read: ${remote.reason}` };
    const from = remote.refs.get(ref);
    if (from === undefined)
        return { done: false, message: `there is no branch ${target}` };
    if (from !== base)
        return (await contains({ repository, access }, ref, from, tip))
            ? toDone(target)
            : toMoved(target, base, from);
    const { refused } = await (0,push_refs/* pushUpdates */.B)(repository, access, [{ ref, from, to: tip }]);
    const [refusal] = refused;
    return refusal === undefined
        ? toDone(target)
        : { done: false, message: `${target} was not moved to the result: ${refusal.reason}` };
}
async function contains({ repository, access }, ref, commit, tip) {
    if (commit === tip)
        return true;
    if ((await (0,fetch_refs/* tryFetchObjects */.w)(repository, access, [ref])) !== undefined)
        return false;
    return (0,import_commits/* isAncestor */.QX)(repository, tip, commit);
}
function toDone(target) {
    return { done: true, message: `${target} has the result` };
}
function toMoved(target, base, from) {
    return {
        done: false,
        message: `${target} has moved since the run started (${base.slice(0, 12)} → ${from.slice(0, 12)}), and with that nothing was tested: merge the integration branch by hand, or start a new run`,
    };
}

// EXTERNAL MODULE: ./lib/jobs/publish/list-run-refs.js
var list_run_refs = __webpack_require__(26801);
// EXTERNAL MODULE: ./lib/jobs/publish/place-refs.js
var place_refs = __webpack_require__(12950);
// EXTERNAL MODULE: ./lib/merging/resolution-cache.js
var resolution_cache = __webpack_require__(65870);
// EXTERNAL MODULE: ./lib/run/remove-local-state.js
var remove_local_state = __webpack_require__(9991);
// EXTERNAL MODULE: ./lib/jobs/collect/collected-run.js
var collected_run = __webpack_require__(28982);
// EXTERNAL MODULE: ./lib/jobs/collect/exchange.js
var collect_exchange = __webpack_require__(87624);
// EXTERNAL MODULE: ./lib/jobs/collect/take-artifacts.js
var take_artifacts = __webpack_require__(58812);
// EXTERNAL MODULE: ./lib/jobs/collect/take-run.js
var take_run = __webpack_require__(70730);
// EXTERNAL MODULE: ./lib/integration/chain/conflict-reports.js
var conflict_reports = __webpack_require__(3066);
// EXTERNAL MODULE: ./lib/report/build-report.js + 1 modules
var build_report = __webpack_require__(87262);
;// CONCATENATED MODULE: ./lib/jobs/publish/tested-result.js



/** What was made again here; of the job that merged only what it says about its tests. */
function toVerifiedResult(verified, results) {
    if (verified.kind === 'refused')
        return toNoResult(verified.reason, results);
    const { merge, remade } = verified;
    const { tests, landed, left } = merge;
    const hasLanded = landed.length > 0;
    return {
        landings: new Map([
            ...landed.map(({ task }) => [task, { landing: 'landed', reason: null }]),
            ...left.map(({ task, landing, reason }) => [task, { landing, reason }]),
        ]),
        integration: {
            commit: hasLanded ? merge.commit : null,
            tree: hasLanded ? merge.tree : null,
            tests: tests.verdict,
            testRuns: tests.runs,
            failsOnBase: tests.failsOnBase,
            failing: tests.failing,
            flaky: tests.flaky,
            warnings: tests.warnings,
            conflicts: (remade?.steps ?? []).flatMap(conflict_reports/* toConflictReports */.n),
            reviews: [],
            forecast: [],
            trouble: merge.trouble,
        },
        seconds: tests.seconds,
        problem: undefined,
    };
}
/** What the report of a run says, where the commit is that it says. */
function toReportedResult(report, commit, results) {
    if (report === undefined)
        return toNoResult((0,collect_exchange/* whyNoMerge */.Ye)(undefined), results);
    const told = report.integration.commit ?? undefined;
    if (told !== commit)
        return toNoResult(`the integration branch is at ${commit}, and the report says ${told}`, results);
    const entries = Object.entries(report.tasks).filter(([, { landing }]) => landing !== 'none');
    return {
        landings: new Map(entries.map(([task, { landing, reason }]) => [task, { landing, reason }])),
        integration: report.integration,
        seconds: report.timing.integrationSeconds,
        problem: undefined,
    };
}
function toNoResult(problem, results) {
    const reason = 'there is no tested result that can be published';
    const succeeded = [...results.values()].filter(({ outcome }) => outcome === 'succeeded');
    const none = {
        failsOnBase: [],
        failing: [],
        flaky: [],
        warnings: [],
        conflicts: [],
        reviews: [],
        forecast: [],
    };
    return {
        landings: new Map(succeeded.map(({ task }) => [task, { landing: 'held', reason }])),
        integration: { ...none, commit: null, tree: null, tests: 'none', testRuns: 0, trouble: problem },
        seconds: 0,
        problem,
    };
}
/** The resolutions that no rule made, as the next merge finds them. */
function toStoredResolutions(verified) {
    if (verified.kind === 'refused')
        return [];
    const steps = verified.remade?.steps ?? [];
    const resolved = steps.flatMap(step => (step.kind === 'merged' ? step.resolved : []));
    const proofs = new Map(resolved.map(({ result, proof }) => [result.id, proof]));
    return verified.merge.resolutions.map(resolution => ({
        ...resolution,
        proof: proofs.get(resolution.result.id) ?? '',
    }));
}
/** The report of a run whose tasks were done by other jobs. */
function toReport({ context, results, tested, branch, land, cancelled, resumed, }) {
    const { plan, run, target, base, maxParallel } = context;
    return (0,build_report/* buildReport */.F)({
        run,
        plan,
        target,
        base,
        maxParallel,
        sandbox: undefined,
        deniedHosts: [],
        results,
        landings: tested.landings,
        integration: { ...tested.integration, branch, land },
        cancelled,
        spent: undefined,
        retryAt: null,
        wallSeconds: toWallSeconds(plan.tasks, results) + tested.seconds,
        integrationSeconds: tested.seconds,
        resumed,
    });
}
/** From the first start of a task to the last end. */
function toWallSeconds(tasks, results) {
    const done = tasks.map(({ id }) => results.get(id)).filter(result => result?.startedAt != null);
    if (done.length === 0)
        return 0;
    const starts = done.map(result => Date.parse(result?.startedAt ?? ''));
    const ends = done.map(result => Date.parse(result?.finishedAt ?? result?.startedAt ?? ''));
    return Math.max(0, (Math.max(...ends) - Math.min(...starts)) / 1000);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/quarantine/quarantine-error.js
var quarantine_error = __webpack_require__(29638);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/jobs/handover/read-file.js
var read_file = __webpack_require__(20107);
// EXTERNAL MODULE: ./lib/jobs/handover/take-bundle.js + 4 modules
var take_bundle = __webpack_require__(65257);
;// CONCATENATED MODULE: ./lib/jobs/publish/check-tested-merge.js
/** What does not match in a merge, before anything is merged. Undefined: nothing. */
function tryClaimProblem(merge, expected, plan) {
    for (const key of ['run', 'attempt', 'plan', 'base'])
        if (merge[key] !== expected[key])
            return `wrong ${key}: it is for ${merge[key]}, not for ${expected[key]}`;
    const known = new Set(plan.tasks.map(({ id }) => id));
    const named = [...merge.landed, ...merge.left].map(({ task }) => task);
    const unknown = named.find(task => !known.has(task));
    if (unknown !== undefined)
        return `unknown task: the plan has no ${unknown}`;
    const twice = named.find((task, index) => named.indexOf(task) !== index);
    if (twice !== undefined)
        return `it names ${twice} twice`;
    if (merge.trouble !== null)
        return tryTroubleProblem(merge, expected);
    if (merge.landed.length > 0 &&
        plan.integration.test !== undefined &&
        !greenEnough.includes(merge.tests.verdict))
        return `it was not tested: the plan has a test, and it says that the tests are "${merge.tests.verdict}"`;
    return undefined;
}
/** What can land when there is a test. */
const greenEnough = ['passed', 'no-new-failures'];
/** With a problem nothing lands, so there is nothing to make again. */
function tryTroubleProblem(merge, { base, baseTree }) {
    const isBase = merge.commit === base && merge.tree === baseTree;
    if (isBase && merge.landed.length === 0 && merge.resolutions.length === 0)
        return undefined;
    return 'it does not match: it names a problem for which nothing can land, and another base';
}
/** How a merge differs from what was made again from the same branches. Undefined: not at all. */
function tryRemakeProblem(merge, remade, used) {
    const spare = merge.resolutions.find(resolution => !used.has(resolution));
    if (spare !== undefined)
        return `it has a resolution of ${JSON.stringify(spare.path)}, which does not conflict like that`;
    const told = check_tested_merge_toList(merge.landed);
    const own = check_tested_merge_toList(remade.landed);
    if (told !== own)
        return `wrong branches: it says ${told}, and what merges is ${own}`;
    if (merge.tree !== remade.tip.tree)
        return `wrong tree: it says that ${merge.tree} was tested, and the branches merge to ${remade.tip.tree}`;
    if (merge.commit !== remade.tip.commit)
        return `wrong commit: it says ${merge.commit}, and the branches merge to ${remade.tip.commit}`;
    const other = merge.left.find(({ task, landing }) => landing !== toLanding(remade, task));
    return other === undefined ? undefined : `it says that ${other.task} is ${other.landing}, and it is not`;
}
function check_tested_merge_toList(landed) {
    return landed.map(({ task, commit }) => `${task} at ${commit.slice(0, 12)}`).join(', ');
}
/** Branches that were left out are in no step. */
function toLanding({ steps, branches }, task) {
    return steps.find(step => step.task === task)?.kind ?? (branches.includes(task) ? 'evicted' : 'none');
}

// EXTERNAL MODULE: ./lib/jobs/publish/merge-artifact.js
var merge_artifact = __webpack_require__(86787);
// EXTERNAL MODULE: ./lib/jobs/publish/remake-merge.js
var remake_merge = __webpack_require__(3028);
// EXTERNAL MODULE: ./lib/jobs/publish/sent-resolutions.js
var sent_resolutions = __webpack_require__(33806);
// EXTERNAL MODULE: ./lib/jobs/publish/tested-merge.js
var tested_merge = __webpack_require__(96186);
;// CONCATENATED MODULE: ./lib/jobs/publish/verify-merge.js












const mergeLimits = { mergeBytes: 8 * 2 ** 20, resolvedBytes: 20 * 2 ** 20 };
const unverified = `there is an unverified merge: an artifact that anybody in this workflow run can have made. If a job did merge, write: merged: \${{ needs.merge.outputs.merged || needs.merge.result }}`;
/**
 * Makes the merge that another job has tested once more from the branches that were taken here, and from nothing else but its resolutions.
 * Nothing that it says counts before it has come to the same.
 */
async function verifyMerge(collected, { artifacts, merged, mergeEnd }, context, results) {
    try {
        const found = (0,merge_artifact/* tryLatestMerge */.hv)(await artifacts.list(), collected);
        if (found === undefined || mergeEnd !== undefined)
            throw new quarantine_error/* QuarantineError */.t((0,collect_exchange/* whyNoMerge */.Ye)(mergeEnd));
        if (merged === undefined)
            throw new quarantine_error/* QuarantineError */.t(unverified);
        const folder = (0,external_node_path_.join)(collected.folder, 'merge');
        await artifacts.download((0,merge_artifact/* toMergeArtifactName */.xk)(found), folder);
        const merge = await requireMerge(folder, merged);
        return await verify(context, results, { merge, folder, attempt: found.attempt });
    }
    catch (error) {
        // Whatever is wrong with the merge, the branches of the tasks are published.
        return { kind: 'refused', reason: toReason(error.message) };
    }
}
async function verify(context, results, { merge, folder, attempt }) {
    const { repository, run, base, store, plan } = context;
    const expected = {
        run,
        attempt,
        base,
        plan: await requireId(repository, store.refs.plan),
        baseTree: await requireId(repository, `${base}^{tree}`),
    };
    requireMatch(tryClaimProblem(merge, expected, plan));
    if (merge.trouble !== null)
        return { kind: 'verified', merge, remade: undefined };
    const resolutions = new sent_resolutions/* SentResolutions */.a(context, merge.resolutions, toReader(repository, folder));
    const evicted = merge.left.filter(({ landing }) => landing === 'evicted').map(({ task }) => task);
    const remade = await (0,remake_merge/* remakeMerge */.q)(context, { results, leftOut: new Set(evicted), resolutions });
    requireMatch(tryRemakeProblem(merge, remade, resolutions.used));
    return { kind: 'verified', merge, remade };
}
async function requireMerge(folder, merged) {
    const bytes = await (0,read_file/* withPlainFile */.Xr)((0,external_node_path_.join)(folder, merge_artifact/* mergeFile */.nD), mergeLimits.mergeBytes, read_file/* readStart */.H6);
    if ((0,tested_merge/* toMergeDigest */.gF)(bytes) !== merged)
        throw new quarantine_error/* QuarantineError */.t(`${merge_artifact/* mergeFile */.nD} is refused: it is not what the job left that merged and tested`);
    const reading = (0,tested_merge/* readTestedMerge */.wF)(bytes);
    if (reading.kind === 'damaged')
        throw new quarantine_error/* QuarantineError */.t(`${merge_artifact/* mergeFile */.nD} is refused: ${reading.reason}`);
    return reading.merge;
}
function requireMatch(problem) {
    (0,take_bundle/* requireNone */.E)(problem === undefined ? undefined : `${merge_artifact/* mergeFile */.nD} is refused: ${problem}`);
}
async function requireId({ objects }, name) {
    const object = await objects.readInfo(name);
    if (object === undefined)
        throw new Error(`there is no ${name} here`);
    return object.id;
}
/** The content of a resolution, from the file that is named for it. */
function toReader({ store }, folder) {
    return async ({ result }) => {
        const path = (0,external_node_path_.join)(folder, (0,merge_artifact/* toResolvedFile */.ep)(result.id));
        const bytes = await (0,read_file/* withPlainFile */.Xr)(path, mergeLimits.resolvedBytes, read_file/* readStart */.H6);
        const whole = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
        const id = (0,external_node_crypto_.createHash)(store.format).update(whole).digest('hex');
        if (id !== result.id)
            throw new quarantine_error/* QuarantineError */.t(`the file ${result.id} is not what its name says: it is ${id}`);
        return bytes;
    };
}
const longestReason = 2000;
/** Reasons quote foreign text. */
function toReason(text) {
    const line = (0,text_text/* toPlainLine */.Ic)(text);
    return line.length > longestReason ? `${line.slice(0, longestReason)}…` : line;
}

;// CONCATENATED MODULE: ./lib/jobs/publish/prepare-publication.js








/** Takes everything in and makes the merge again, for as long as some work takes. */
async function withPrepared({ collected, exchange, access }, work) {
    const intake = await (0,take_run/* takeRun */.F)(collected, exchange);
    const context = await (0,collected_run/* openMergeContext */.i)(collected);
    try {
        const results = await (0,take_artifacts/* readJobResults */.I)(context, intake);
        const tested = exchange.kind === 'refs'
            ? await readPushedResult(context, results)
            : await takeTestedResult(collected, exchange, context, results);
        const placing = { repository: collected.repository, run: collected.run, access };
        const cancelled = exchange.kind === 'artifacts' && (0,collect_exchange/* isCancelled */.mm)(exchange.mergeEnd);
        return await work({
            context,
            intake,
            results,
            tested,
            placing,
            cancelled,
            resumed: collected.attempt > 1,
        });
    }
    finally {
        await (0,remove_local_state/* removeLocalState */.j)(context.paths);
    }
}
async function readPushedResult({ store }, results) {
    return toReportedResult(await store.readReport(), await store.resolve(store.refs.integration), results);
}
async function takeTestedResult(collected, exchange, context, results) {
    const verified = await verifyMerge(collected, exchange, context, results);
    await store(context, verified);
    return toVerifiedResult(verified, results);
}
async function store(context, verified) {
    const hasLanded = verified.kind === 'verified' && verified.merge.landed.length > 0;
    const { refs } = context.store;
    await context.store.pointRefs([[refs.integration, hasLanded ? verified.merge.commit : undefined]]);
    const resolutions = toStoredResolutions(verified);
    if (resolutions.length > 0)
        await new resolution_cache/* ResolutionCache */.F(context).add(resolutions);
}

;// CONCATENATED MODULE: ./lib/jobs/publish/publish-run.js










/**
 * Publishes what other jobs have left of a run, and starts nothing of it: every branch that passes the quarantine, and the merge of
 * them that was tested, if it comes out the same here. Doing it twice does no more than doing it once.
 */
async function publishRun(request) {
    const earlier = await tryEarlierPublication(request);
    if (earlier !== undefined)
        return earlier;
    return withPrepared(request, async (prepared) => {
        const { context, placing } = prepared;
        const branches = await (0,place_refs/* placeRefs */.q)(placing, await (0,list_run_refs/* listRunBranches */.qJ)(context));
        const site = { branch: toPlacedBranch(prepared, branches.there), there: branches.there };
        const landed = await land(request, prepared, site);
        const report = toReport({ ...prepared, branch: site.branch, land: landed.land });
        await context.store.saveReport(report);
        const state = await (0,place_refs/* placeRefs */.q)(placing, await (0,list_run_refs/* listRunState */.JX)(context));
        const comment = await tryComment(request.forge, report, landed.pullRequests.integration);
        const problems = [
            ...toProblems(prepared, [...branches.left, ...state.left]),
            ...landed.problems,
            ...(comment === undefined ? [] : [`the pull request got no comment: ${comment}`]),
        ];
        if (problems.length === 0)
            await deleteArtifacts(request);
        return {
            report,
            pullRequests: landed.pullRequests,
            there: new Set([...branches.there, ...state.there]),
            problems,
        };
    });
}
/** Goes as far as nothing is written outside of this clone. */
function previewPublish(request) {
    return withPrepared(request, async (prepared) => {
        const { context, placing } = prepared;
        const refs = [...(await (0,list_run_refs/* listRunBranches */.qJ)(context)), ...(await (0,list_run_refs/* listRunState */.JX)(context))];
        const { there, updates, left } = await (0,place_refs/* planRefs */.c)(placing, refs);
        const wouldBe = new Set([...there, ...updates.map(({ ref }) => ref)]);
        const branch = toPlacedBranch(prepared, wouldBe);
        const report = toReport({ ...prepared, branch, land: { mode: request.land, done: false, message: null } });
        const wanted = request.land === 'pull-request' ? toWantedPullRequests(request.collected.plan, report, wouldBe) : [];
        return {
            report,
            updates: updates.map(({ ref, to }) => `${ref} → ${to}`),
            pullRequests: wanted.map(({ wanted: { head, base } }) => `${head} → ${base}`),
            problems: toProblems(prepared, left),
        };
    });
}
/** The integration branch, when it is at the remote with what was tested. */
function toPlacedBranch({ context, tested }, there) {
    const { integration } = context.store.refs;
    return tested.integration.commit !== null && there.has(integration) ? (0,run_refs/* toBranchName */.H_)(integration) : null;
}
const noPullRequests = { integration: undefined, tasks: new Map(), older: [] };
async function land(request, prepared, site) {
    const { land: mode, collected } = request;
    if (mode === 'pull-request')
        return openPullRequests(request, prepared, site);
    const tip = prepared.tested.integration.commit;
    if (mode === 'none' || site.branch === null || tip === null)
        return { land: { mode, done: false, message: null }, pullRequests: noPullRequests, problems: [] };
    const { target, base } = collected;
    const { done, message } = await landOnTarget(prepared.placing, { target, base, tip });
    if (done)
        return { land: { mode, done, message }, pullRequests: noPullRequests, problems: [] };
    return proposeInstead(message, await openPullRequests(request, prepared, site));
}
/** A target that takes no push, or has moved, may still take a pull request. It does not have the result yet. */
function proposeInstead(refusal, { pullRequests, problems }) {
    const url = (0,publish_forge/* placedUrl */.x)(pullRequests.integration);
    const message = url === undefined ? refusal : `${refusal}; it is proposed instead: ${url}`;
    return { land: { mode: 'push', done: false, message }, pullRequests, problems: [message, ...problems] };
}
async function openPullRequests({ collected, forge }, prepared, { branch, there }) {
    const mode = 'pull-request';
    const report = toReport({ ...prepared, branch, land: { mode, done: true, message: null } });
    const pullRequests = await placePullRequests(forge, toWantedPullRequests(collected.plan, report, there));
    const { integration } = pullRequests;
    const all = [...(integration === undefined ? [] : [integration]), ...pullRequests.tasks.values()];
    const problems = [...new Set(all.flatMap(toRefusal))];
    const url = integration?.kind === 'placed' ? integration.url : null;
    const done = problems.length === 0 && all.length > 0;
    return { land: { mode, done, message: problems[0] ?? url }, pullRequests, problems };
}
function toRefusal(placed) {
    return placed.kind === 'refused' ? [placed.reason] : [];
}
function toProblems({ intake, tested }, left) {
    return [
        ...toIntakeProblems(intake),
        ...(tested.problem === undefined ? [] : [`no tested result is published: ${tested.problem}`]),
        ...left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`),
    ];
}
/** What was handed over and not taken. */
function toIntakeProblems({ answers }) {
    return answers.flatMap(answer => answer.kind === 'refused' ? [`what was handed over of ${answer.task} is refused: ${answer.reason}`] : []);
}


/***/ }),

/***/ 3028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ remakeMerge)
/* harmony export */ });
/* harmony import */ var _git_repository_scratch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);
/* harmony import */ var _integration_chain_with_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30828);


/** Merges the branches of a run once more: the same branches and resolutions give the same commits wherever that is done. */
function remakeMerge(context, request) {
    const { results, leftOut, resolutions } = request;
    const chain = {
        context,
        base: context.base,
        results,
        resolve: resolutions.resolve.bind(resolutions),
    };
    return (0,_integration_chain_with_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .withChainThat */ .D)(chain, async (site) => {
        const steps = await site.chain.merge(leftOut);
        const tip = steps.findLast(step => step.kind === 'merged') ?? site.start;
        await (0,_git_repository_scratch_js__WEBPACK_IMPORTED_MODULE_0__/* .keepObjects */ .I3)(site.harness, context.harness, tip.commit, site.known);
        const merged = new Set(steps.filter(step => step.kind === 'merged').map(({ task }) => task));
        const landed = site.branches.filter(({ task }) => merged.has(task));
        return {
            tip: { commit: tip.commit, tree: tip.tree },
            steps,
            branches: site.branches.map(({ task }) => task),
            landed: landed.map(({ task, commit }) => ({ task, commit })),
        };
    });
}


/***/ }),

/***/ 33806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ SentResolutions)
/* harmony export */ });
/* harmony import */ var _conflicts_proof_check_proof_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31832);
/* harmony import */ var _conflicts_proof_markers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20565);
/* harmony import */ var _conflicts_proof_parses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39296);
/* harmony import */ var _conflicts_text_contested_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(85542);
/* harmony import */ var _git_objects_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16479);
/* harmony import */ var _git_quarantine_quarantine_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29638);
/* harmony import */ var _integration_resolve_candidate_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33916);
/* harmony import */ var _integration_resolve_regenerate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24127);
/* harmony import */ var _merging_chosen_candidate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70893);
/* harmony import */ var _merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43162);
/* harmony import */ var _merging_resolve_by_rules_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5971);











/**
 * Resolves conflicts by rules, and by what was sent where no rule resolves them. Starts nothing. What was sent is looked at only
 * when its conflict is there, and must pass the proof again.
 */
class SentResolutions {
    /** Those that a conflict was resolved by. */
    used = new Set();
    context;
    sent;
    read;
    constructor(context, sent, read) {
        this.context = context;
        this.sent = new Map(sent.map(resolution => [toKey(resolution), resolution]));
        this.read = read;
    }
    /** All files of a merge or none. Throws a QuarantineError when what was sent for one of them is not to be had. */
    async resolve(harness, { record }) {
        const tried = [];
        for (const conflict of record.conflicts)
            tried.push(await this.resolveFile(harness, conflict));
        const left = tried.filter(file => 'reasons' in file);
        if (left.length > 0)
            return { kind: 'unresolved', left };
        const files = tried.filter(file => 'result' in file);
        return { kind: 'resolved', tree: await (0,_merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_7__/* .applyFiles */ .m3)(harness, record.tree, files), files };
    }
    async resolveFile(harness, conflict) {
        const { integration } = this.context.plan;
        if (integration.onConflict === 'stop')
            return { conflict, reasons: ['the plan leaves conflicts to people'] };
        if ((0,_integration_resolve_regenerate_js__WEBPACK_IMPORTED_MODULE_5__/* .isGenerated */ .UK)(this.context, conflict))
            return this.takeGenerated(harness, conflict);
        const ruled = await (0,_merging_resolve_by_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .resolveByRules */ .n)(harness, integration.resolvers, conflict);
        if ('result' in ruled)
            return ruled;
        const sent = this.sent.get(toConflictKey(conflict));
        if (sent?.by === 'tests')
            return this.takeCandidate(harness, conflict, sent);
        return integration.agent !== undefined && sent?.by === 'agent'
            ? this.takeAnswer(harness, conflict, sent)
            : ruled;
    }
    /** What a command regenerated: no side's lines need to be in it, but it must be a file of that kind. */
    async takeGenerated(harness, conflict) {
        const sent = this.sent.get(toConflictKey(conflict));
        if (sent?.by !== 'command')
            return { conflict, reasons: ['generated: nothing was sent for it'] };
        const bytes = await this.readChecked(sent, conflict.ours?.mode);
        const text = bytes.toString('utf8');
        const marker = (0,_conflicts_proof_markers_js__WEBPACK_IMPORTED_MODULE_9__/* .findMarker */ .E)(text, []);
        if (marker !== undefined)
            throw toError(sent, `a conflict marker is left in line ${marker}`);
        if ((await (0,_conflicts_proof_parses_js__WEBPACK_IMPORTED_MODULE_1__/* .tryCheckSyntax */ .$)(sent.path, text)) === false)
            throw toError(sent, 'it has a syntax error');
        const proof = `regenerated by "${(0,_integration_resolve_regenerate_js__WEBPACK_IMPORTED_MODULE_5__/* .toGenerator */ .HN)(this.context, sent.path)?.command}"`;
        return this.accept(harness, { conflict, result: sent.result, by: 'rule:generated', proof, choices: [] }, sent, bytes);
    }
    /** What an agent wrote. Its choices count only for words that stand where both sides have changed the same place. */
    async takeAnswer(harness, conflict, sent) {
        const versions = await (0,_merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_7__/* .tryReadVersions */ .Xq)(harness, conflict);
        if (versions === undefined)
            throw toError(sent, 'not all of its versions are files');
        const bytes = await this.readChecked(sent, (0,_merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_7__/* .tryMergeModes */ .MO)(conflict));
        const text = bytes.toString('utf8');
        if (text.includes('\0') || !Buffer.from(text).equals(bytes))
            throw toError(sent, 'it is not a text in UTF-8');
        const dropped = toGone(versions, text);
        const choices = (0,_conflicts_text_contested_js__WEBPACK_IMPORTED_MODULE_10__/* .toContestedChoices */ .l)(versions, sent.choices.map(sentence => ({ sentence, dropped })));
        const proof = await (0,_conflicts_proof_check_proof_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProof */ .D)(versions, text, choices);
        if (proof.kind === 'refuted')
            throw toError(sent, proof.problems.slice(0, 5).join('; '));
        const { result, choices: sentences } = sent;
        return this.accept(harness, { conflict, result, by: 'agent', proof: proof.checked, choices: sentences }, sent, bytes);
    }
    /** What tests have chosen: it must be the very candidate that it says it is, of those that are found here. */
    async takeCandidate(harness, conflict, sent) {
        const { candidate } = sent;
        const versions = await (0,_merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_7__/* .tryReadVersions */ .Xq)(harness, conflict);
        const candidates = await (0,_integration_resolve_candidate_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listFileCandidates */ .lu)(this.context.plan.integration, versions);
        const bytes = await this.readChecked(sent, (0,_merging_merge_conflict_js__WEBPACK_IMPORTED_MODULE_7__/* .tryMergeModes */ .MO)(conflict));
        const own = candidates[(candidate?.number ?? 0) - 1];
        const isOwn = own?.text === bytes.toString('utf8') && own.kind === candidate?.kind;
        if (own === undefined || candidate === undefined || !isOwn || candidates.length !== candidate.of)
            throw toError(sent, 'it is none of the candidates for this conflict');
        const { result } = sent;
        const choices = own.choices.map(({ sentence }) => sentence);
        const file = { conflict, result, by: 'tests', proof: (0,_merging_chosen_candidate_js__WEBPACK_IMPORTED_MODULE_6__/* .toChosenText */ .d)(candidate), choices, candidate };
        return this.accept(harness, file, sent, bytes);
    }
    async readChecked(sent, mode) {
        if (sent.result.mode !== mode)
            throw toError(sent, `its mode is ${sent.result.mode}, and should be ${mode ?? 'decided by people'}`);
        return this.read(sent);
    }
    async accept({ repository }, file, sent, bytes) {
        const id = await (0,_git_objects_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .writeObject */ .p7)(repository.store, 'blob', bytes);
        if (id !== sent.result.id)
            throw toError(sent, `its content is ${id}, not ${sent.result.id}`);
        this.used.add(sent);
        return file;
    }
}
/** Lines of the sides that an answer does not have: what its choices can be about. */
function toGone({ ours, theirs }, text) {
    const there = new Set(text.split('\n'));
    return [ours, theirs].flatMap(side => side.split('\n')).filter(line => !there.has(line));
}
function toError({ path, by }, reason) {
    return new _git_quarantine_quarantine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .QuarantineError */ .t(`the resolution of ${JSON.stringify(path)} (${by}) is refused: ${reason}`);
}
function toConflictKey({ path, base, ours, theirs }) {
    return [path, base?.id ?? '', ours?.id ?? '', theirs?.id ?? ''].join('\0');
}
function toKey({ path, base, ours, theirs }) {
    return [path, base ?? '', ours, theirs].join('\0');
}


/***/ }),

/***/ 96186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _q: () => (/* binding */ toTestedMergeText),
/* harmony export */   gF: () => (/* binding */ toMergeDigest),
/* harmony export */   wF: () => (/* binding */ readTestedMerge)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _merging_chosen_candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70893);
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11819);
/* harmony import */ var _plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19781);
/* harmony import */ var _run_run_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74372);
/* harmony import */ var _handover_exact_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49132);







const objectId = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const count = zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative();
const task = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_5__/* .idPattern */ .a);
const line = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(20_000);
const resolutionSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(4096),
    base: objectId.nullable(),
    ours: objectId,
    theirs: objectId,
    /** What stands there instead. Its content is a file of the artifact, named for the id. */
    result: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ mode: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['100644', '100755']), id: objectId }),
    by: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['agent', 'command', 'tests']),
    /** What was decided against a side, a sentence each. */
    choices: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(500)).max(1000),
    /** Which candidate the tests have chosen, with `by: tests`. */
    candidate: _merging_chosen_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .chosenCandidateSchema */ .L.optional(),
});
const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(100),
    /** Of the workflow run, from 1. */
    attempt: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(),
    /** The blob of the plan. */
    plan: objectId,
    base: objectId,
    /** The tip that was tested; the base when nothing landed. */
    commit: objectId,
    tree: objectId,
    /** The branches in it, in the order in which they were merged. */
    landed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ task, commit: objectId })).max(5000),
    /** Branches that are not in it. */
    left: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ task, landing: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['conflicted', 'evicted', 'held']), reason: line }))
        .max(5000),
    tests: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_model_report_js__WEBPACK_IMPORTED_MODULE_2__/* .testVerdicts */ .Bt),
        runs: count,
        failsOnBase: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(line).max(10_000),
        failing: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(line).max(10_000).default([]),
        flaky: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(line).max(10_000),
        warnings: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(line).max(10_000),
        /** Merging and testing together. */
        seconds: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    }),
    /** Why nothing was tested or landed, when that is not the fault of a task. */
    trouble: line.nullable(),
    /** Of the conflicts that no rule resolves. */
    resolutions: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(resolutionSchema).max(1000),
});
/** The one text of a merge. */
function toTestedMergeText(merge) {
    return (0,_run_run_store_js__WEBPACK_IMPORTED_MODULE_3__/* .toJson */ .a)(schema.parse(merge));
}
/** What tells a merge from every other: SHA-256 of its text, in hex. */
function toMergeDigest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** Reads an unverified merge. It must be the very text that its values are written as, so that nothing can be read in two ways. */
function readTestedMerge(bytes) {
    const json = (0,_handover_exact_json_js__WEBPACK_IMPORTED_MODULE_6__/* .tryParseExactly */ .P)(bytes);
    if (json === undefined)
        return { kind: 'damaged', reason: 'it is not JSON in UTF-8' };
    const checked = schema.safeParse(json.value);
    if (!checked.success)
        return { kind: 'damaged', reason: `it is wrong: ${(0,_handover_exact_json_js__WEBPACK_IMPORTED_MODULE_6__/* .toFirstProblem */ .T)(checked.error)}` };
    if (toTestedMergeText(checked.data) !== json.text)
        return { kind: 'damaged', reason: 'it is damaged: it is not the text that its values are written as' };
    return { kind: 'read', merge: checked.data };
}


/***/ })

};

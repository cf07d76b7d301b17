export const id = 156;
export const ids = [156];
export const modules = {

/***/ 96156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeCommand: () => (/* binding */ mergeCommand)
});

// EXTERNAL MODULE: ./lib/commands/find-refused-paths.js
var find_refused_paths = __webpack_require__(14075);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/finish-run.js + 17 modules
var finish_run = __webpack_require__(71608);
// EXTERNAL MODULE: ./lib/merging/resolution-cache.js
var resolution_cache = __webpack_require__(65870);
// EXTERNAL MODULE: ./lib/run/remove-local-state.js
var remove_local_state = __webpack_require__(9991);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/jobs/collect/collected-run.js
var collected_run = __webpack_require__(28982);
// EXTERNAL MODULE: ./lib/jobs/collect/take-artifacts.js
var take_artifacts = __webpack_require__(58812);
// EXTERNAL MODULE: ./lib/jobs/collect/take-run.js
var take_run = __webpack_require__(70730);
// EXTERNAL MODULE: ./lib/jobs/publish/list-run-refs.js
var list_run_refs = __webpack_require__(26801);
// EXTERNAL MODULE: ./lib/jobs/publish/merge-artifact.js
var merge_artifact = __webpack_require__(86787);
// EXTERNAL MODULE: ./lib/jobs/publish/place-refs.js
var place_refs = __webpack_require__(12950);
// EXTERNAL MODULE: ./lib/jobs/publish/remake-merge.js
var remake_merge = __webpack_require__(3028);
// EXTERNAL MODULE: ./lib/jobs/publish/sent-resolutions.js
var sent_resolutions = __webpack_require__(33806);
// EXTERNAL MODULE: ./lib/jobs/publish/tested-merge.js
var tested_merge = __webpack_require__(96186);
;// CONCATENATED MODULE: ./lib/jobs/merge-job.js















/**
 * Takes over what all jobs have left, merges and tests it, and leaves what came of that: as refs, or as an artifact, from which
 * another job makes the same merge without starting anything. Lands nothing. A merge that was stopped leaves no artifact.
 */
async function mergeJob(collected, exchange) {
    const startedAt = performance.now();
    if (exchange.kind === 'artifacts')
        await requireStorage(collected, exchange.artifacts);
    const intake = await (0,take_run/* takeRun */.F)(collected, exchange);
    const context = await (0,collected_run/* openMergeContext */.i)(collected);
    const results = await (0,take_artifacts/* readJobResults */.I)(context, intake);
    const { report, deletion } = await (0,finish_run/* finishRun */.J)(context, { results, mayRedo: false, resumed: true, startedAt });
    await deletion.untilDone();
    if (exchange.kind === 'refs') {
        const placing = { repository: collected.repository, run: collected.run, access: exchange.access };
        const { left } = await (0,place_refs/* placeRefs */.q)(placing, await (0,list_run_refs/* listRunRefs */.Wc)(context));
        return { intake, report, merged: undefined, left };
    }
    const isCancelled = report.status === 'cancelled';
    const merged = isCancelled ? undefined : await leaveMerge(collected, exchange.artifacts, report, results);
    return { intake, report, merged, left: [] };
}
/** Finds out before any test whether the result can be handed over. */
async function requireStorage(collected, artifacts) {
    const path = (0,external_node_path_.join)(collected.folder, 'trial.txt');
    await (0,promises_.writeFile)(path, 'Artifacts can be stored.\n');
    await artifacts.upload((0,merge_artifact/* toMergeTrialName */.Z$)(collected), [path], collected.folder);
}
/** Answers with the digest of what it has left. */
async function leaveMerge(collected, artifacts, report, results) {
    const context = await (0,collected_run/* openMergeContext */.i)(collected);
    try {
        const merge = await toTestedMerge(collected, context, report, results);
        await upload(collected, artifacts, report, merge);
        return (0,tested_merge/* toMergeDigest */.gF)((0,tested_merge/* toTestedMergeText */._q)(merge));
    }
    finally {
        await (0,remove_local_state/* removeLocalState */.j)(context.paths);
    }
}
/** Makes the merge again as the next job will: what that cannot do must be known here. */
async function toTestedMerge({ attempt, run, base }, context, report, results) {
    const { integration, tasks, timing } = report;
    const { objects } = context.repository;
    const left = Object.entries(tasks).flatMap(([task, { landing, reason }]) => landing === 'landed' || landing === 'none' ? [] : [{ task, landing, reason: reason ?? '' }]);
    const common = {
        version: 1,
        run,
        attempt,
        plan: (await objects.readInfo(context.store.refs.plan))?.id ?? '',
        base,
        left,
        tests: {
            verdict: integration.tests,
            runs: integration.testRuns,
            failsOnBase: integration.failsOnBase,
            failing: integration.failing,
            flaky: integration.flaky,
            warnings: integration.warnings,
            seconds: timing.integrationSeconds,
        },
        trouble: integration.trouble,
    };
    if (integration.commit === null) {
        const tree = (await objects.readInfo(`${base}^{tree}`))?.id ?? '';
        return { ...common, commit: base, tree, landed: [], resolutions: [] };
    }
    const sent = (await new resolution_cache/* ResolutionCache */.F(context).list()).flatMap(toSent);
    const resolutions = new sent_resolutions/* SentResolutions */.a(context, sent, async ({ result }) => {
        const object = await objects.read(result.id);
        return object?.content ?? Buffer.alloc(0);
    });
    const leftOut = new Set(left.filter(({ landing }) => landing === 'evicted').map(({ task }) => task));
    const { tip, landed } = await (0,remake_merge/* remakeMerge */.q)(context, { results, leftOut, resolutions });
    if (tip.commit !== integration.commit)
        throw new Error(`the tested merge is ${integration.commit}, and made again from the same branches it is ${tip.commit}: it cannot be published`);
    return { ...common, ...tip, landed: [...landed], resolutions: [...resolutions.used] };
}
/** What a person or a merge driver has resolved stays where it was done: no job vouches for it. */
function toSent({ by, proof: _, ...resolution }) {
    return by === 'agent' || by === 'command' || by === 'tests' ? [{ ...resolution, by }] : [];
}
async function upload(collected, artifacts, report, merge) {
    const root = (0,external_node_path_.join)(collected.folder, 'merge');
    const write = async (name, content) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(root, name)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, name), content);
        return (0,external_node_path_.join)(root, name);
    };
    const files = [await write(merge_artifact/* mergeFile */.nD, (0,tested_merge/* toTestedMergeText */._q)(merge)), await write(merge_artifact/* reportFile */.rn, (0,run_store/* toJson */.a)(report))];
    for (const id of new Set(merge.resolutions.map(({ result }) => result.id))) {
        const object = await collected.repository.objects.read(id);
        files.push(await write((0,merge_artifact/* toResolvedFile */.ep)(id), object?.content ?? ''));
    }
    const stored = await artifacts.upload((0,merge_artifact/* toMergeArtifactName */.xk)(collected), files, root);
    if (stored === 'exists')
        throw new Error(`there is an artifact ${(0,merge_artifact/* toMergeArtifactName */.xk)(collected)} already: each attempt can merge once`);
}

// EXTERNAL MODULE: ./lib/jobs/publish/publish-run.js + 9 modules
var publish_run = __webpack_require__(93973);
// EXTERNAL MODULE: ./lib/report/markdown/run-summary.js + 3 modules
var run_summary = __webpack_require__(10634);
// EXTERNAL MODULE: ./lib/action/github/github-job-watch.js
var github_job_watch = __webpack_require__(83425);
// EXTERNAL MODULE: ./lib/action/github/own-job.js
var own_job = __webpack_require__(37894);
// EXTERNAL MODULE: ./lib/action/output/log-report.js + 2 modules
var log_report = __webpack_require__(65039);
// EXTERNAL MODULE: ./lib/action/output/run-annotations.js
var run_annotations = __webpack_require__(63124);
// EXTERNAL MODULE: ./lib/action/output/run-outputs.js
var run_outputs = __webpack_require__(42576);
// EXTERNAL MODULE: ./lib/action/output/write-report.js
var write_report = __webpack_require__(38736);
// EXTERNAL MODULE: ./lib/action/step/job-deadline.js
var job_deadline = __webpack_require__(82543);
// EXTERNAL MODULE: ./lib/action/step/step.js
var step_step = __webpack_require__(65083);
// EXTERNAL MODULE: ./lib/action/step/step-repository.js
var step_repository = __webpack_require__(38172);
// EXTERNAL MODULE: ./lib/action/commands/with-collected-run.js
var with_collected_run = __webpack_require__(48479);
;// CONCATENATED MODULE: ./lib/action/commands/merge-command.js














/** `command: merge`: merges and tests the results of the lanes of a run, and leaves that for `command: publish`. */
function mergeCommand(step) {
    return (0,step_repository/* withStepRepository */.v)(step, async (repository) => {
        const ownJob = await (0,own_job/* tryOwnJob */.T)(step, await (0,github_job_watch/* tryOpenJobWatch */.e)(step));
        const deadline = (0,job_deadline/* startDeadline */.d)(step, ownJob);
        const limited = { ...step, signal: AbortSignal.any([step.signal, deadline.signal]) };
        return (0,with_collected_run/* withCollectedRun */.f)(limited, repository, async (collected, exchange) => {
            if (step.inputs.dryRun)
                return preview(step, collected);
            const end = await mergeJob(collected, exchange);
            return toResult(step, collected, end, deadline);
        });
    });
}
function preview({ log }, { run, plan, target }) {
    const text = `the tasks of run ${run} would be merged onto ${target} and tested (${plan.integration.test ?? 'no test'}); nothing was started (dry-run: true)`;
    log.line(text);
    return { outputs: { run }, summary: '', annotations: [], failure: undefined };
}
async function toResult(step, { repository, plan }, end, deadline) {
    const { report } = end;
    const isLate = report.status === 'cancelled' && !step.signal.aborted;
    const merged = end.merged ?? (isLate ? 'deadline' : '');
    step.log.end();
    (0,log_report/* logReport */.T)(step, report, step.inputs.push && end.left.length === 0);
    return {
        outputs: { ...(0,run_outputs/* toRunOutputs */.v)(report, await (0,write_report/* writeReport */.u)(step, report)), merged },
        summary: (0,run_summary/* toRunSummary */.v)({ report, tasks: plan.tasks, next: '', maxBytes: step_step/* mostSummaryBytes */.F }),
        annotations: (0,run_annotations/* toRunAnnotations */.B)(report, await (0,find_refused_paths/* findRefusedPaths */.o)(repository, plan, report)),
        failure: tryFailure(end, isLate ? toLate(deadline) : undefined),
    };
}
function tryFailure({ report, intake, left }, late) {
    const problems = [
        ...(late === undefined ? [] : [late]),
        ...(0,publish_run/* toIntakeProblems */.Qd)(intake),
        ...left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`),
        ...(report.status === 'landed' ? [] : [toMissed(report)]),
    ];
    return problems.length === 0 ? undefined : problems.join('\n');
}
function toLate({ minutes }) {
    return `merging and testing was stopped ${minutes} minutes after the start of the job: nothing is tested. Give it more: \`deadline-minutes\`, and \`timeout-minutes\` of the job above that`;
}
function toMissed({ status, tasks, run }) {
    const all = Object.values(tasks);
    const landed = all.filter(({ landing }) => landing === 'landed').length;
    const what = status === 'cancelled' ? 'cancelled' : 'not everything is in the tested result';
    return `${what}: ${landed} of ${all.length} tasks (run ${run})`;
}


/***/ }),

/***/ 83425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ tryOpenJobWatch)
/* harmony export */ });
/* harmony import */ var _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62851);

/** Reads the jobs of this workflow run from GitHub. Undefined where it cannot be asked at all. */
async function tryOpenJobWatch({ inputs, env, }) {
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const run_id = Number(env.GITHUB_RUN_ID);
    if (inputs.githubToken === '' || repo === '' || !Number.isSafeInteger(run_id) || !env.GITHUB_API_URL)
        return undefined;
    const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = getOctokit(inputs.githubToken, { baseUrl: env.GITHUB_API_URL });
    return new GithubJobWatch(octokit, { owner, repo, run_id }, env.RUNNER_NAME ?? '');
}
class GithubJobWatch {
    octokit;
    run;
    runner;
    constructor(octokit, run, runner) {
        this.octokit = octokit;
        this.run = run;
        this.runner = runner;
    }
    async readJobs() {
        return (await this.fetchJobs()).map(toWatchedJob);
    }
    /** A runner does one job at a time. */
    async readOwnJob() {
        if (this.runner === '')
            return undefined;
        const jobs = await this.fetchJobs();
        const own = jobs.filter(job => job.status === 'in_progress' && job.runner_name === this.runner);
        return own.length === 1 ? own.map(toWatchedJob)[0] : undefined;
    }
    /** Each as it was started last. */
    async fetchJobs() {
        const { paginate, rest } = this.octokit;
        try {
            const request = { ...this.run, filter: 'latest', per_page: 100 };
            return await paginate(rest.actions.listJobsForWorkflowRun, request);
        }
        catch (error) {
            throw new _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportError */ .w(`the jobs of this workflow run could not be read (${error.message}), so other lanes whose jobs die are only given up at the deadline. Give the job \`permissions: { actions: read }\``, { cause: error });
        }
    }
}
/** Jobs that wait for an approval or for other jobs have no runner, too. */
function toWatchedJob({ id, name, status, started_at }) {
    const startedAt = Date.parse(started_at ?? '');
    return {
        id: String(id),
        name,
        status: status === 'completed' ? 'completed' : status === 'in_progress' ? 'running' : 'queued',
        startedAt: status === 'queued' || Number.isNaN(startedAt) ? undefined : startedAt,
    };
}


/***/ }),

/***/ 37894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ tryOwnJob)
/* harmony export */ });
/* harmony import */ var _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62851);

/** The job that this step is in. Without it, less is known of the other jobs, and that is said. */
async function tryOwnJob({ log }, watch) {
    try {
        return await watch?.readOwnJob();
    }
    catch (error) {
        if (!(error instanceof _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportError */ .w))
            throw error;
        log.line(error.message);
        return undefined;
    }
}


/***/ }),

/***/ 82543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** No clock of a server is trusted that says that the job began longer ago. */
const longestMilliseconds = 7 * 24 * 3_600_000;
/** Counts `deadline-minutes` from where GitHub counts `timeout-minutes` from: the start of the job, with all steps before this one. */
function startDeadline(step, ownJob) {
    const minutes = step.inputs.deadlineMinutes;
    const left = toJobStart(step.env, ownJob, Date.now()) + minutes * 60_000 - Date.now();
    const signal = AbortSignal.timeout(Math.max(0, Math.round(left)));
    const tell = () => step.log.line(`the deadline has come (${minutes} minutes after the start of the job): what runs is stopped, its work is kept`);
    signal.addEventListener('abort', tell);
    return { signal, minutes };
}
/** As GitHub says it, else when the runner wrote down the event, which it does first. Else now. */
function toJobStart(env, ownJob, now) {
    const event = env.GITHUB_EVENT_PATH && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(env.GITHUB_EVENT_PATH, { throwIfNoEntry: false })?.mtimeMs;
    const candidates = [ownJob?.startedAt, event || undefined];
    const isPlausible = (at) => at !== undefined && at <= now && now - at < longestMilliseconds;
    return candidates.find(isPlausible) ?? now;
}


/***/ })

};

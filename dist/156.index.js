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
// EXTERNAL MODULE: ./lib/commands/finish-run.js + 42 modules
var finish_run = __webpack_require__(99363);
// EXTERNAL MODULE: ./lib/merging/resolution-cache.js
var resolution_cache = __webpack_require__(65870);
// EXTERNAL MODULE: ./lib/run/remove-local-state.js
var remove_local_state = __webpack_require__(9991);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/jobs/publish/exchange.js
var publish_exchange = __webpack_require__(47343);
// EXTERNAL MODULE: ./lib/jobs/publish/list-run-refs.js
var list_run_refs = __webpack_require__(26801);
// EXTERNAL MODULE: ./lib/jobs/publish/merge-artifact.js
var merge_artifact = __webpack_require__(86787);
// EXTERNAL MODULE: ./lib/jobs/publish/place-refs.js
var place_refs = __webpack_require__(12950);
// EXTERNAL MODULE: ./lib/jobs/publish/remake-merge.js
var remake_merge = __webpack_require__(3028);
// EXTERNAL MODULE: ./lib/jobs/publish/run-job.js
var run_job = __webpack_require__(96635);
// EXTERNAL MODULE: ./lib/jobs/publish/sent-resolutions.js
var sent_resolutions = __webpack_require__(33806);
// EXTERNAL MODULE: ./lib/jobs/publish/take-artifacts.js
var take_artifacts = __webpack_require__(13971);
// EXTERNAL MODULE: ./lib/jobs/publish/tested-merge.js
var tested_merge = __webpack_require__(96186);
;// CONCATENATED MODULE: ./lib/jobs/merge-job.js















/**
 * Takes over what all jobs have left, merges and tests it, and leaves what came of that: as refs, or as an artifact, from which
 * another job makes the same merge without starting anything. Lands nothing. A merge that was stopped leaves no artifact.
 */
async function mergeJob(job, exchange) {
    const startedAt = performance.now();
    const intake = await (0,publish_exchange/* takeRun */.F)(job, exchange);
    const context = await (0,run_job/* openJobContext */.H)(job);
    const results = await (0,take_artifacts/* readJobResults */.I)(context, intake);
    const report = await (0,finish_run/* finishRun */.J)(context, { results, mayRedo: false, resumed: true, startedAt });
    if (exchange.kind === 'refs') {
        const placing = { repository: job.repository, run: job.run, access: exchange.access };
        const { left } = await (0,place_refs/* placeRefs */.q)(placing, await (0,list_run_refs/* listRunRefs */.Wc)(context));
        return { intake, report, merged: undefined, left };
    }
    const isCancelled = report.status === 'cancelled';
    const merged = isCancelled ? undefined : await leaveMerge(job, exchange.artifacts, report, results);
    return { intake, report, merged, left: [] };
}
/** Answers with the digest of what it has left. */
async function leaveMerge(job, artifacts, report, results) {
    const context = await (0,run_job/* openJobContext */.H)(job);
    try {
        const merge = await toTestedMerge(job, context, report, results);
        await upload(job, artifacts, report, merge);
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
function toSent({ path, base, ours, theirs, result, by, choices }) {
    return by === 'agent' || by === 'command' ? [{ path, base, ours, theirs, result, by, choices }] : [];
}
async function upload(job, artifacts, report, merge) {
    const root = (0,external_node_path_.join)(job.folder, 'merge');
    const write = async (name, content) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(root, name)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, name), content);
        return (0,external_node_path_.join)(root, name);
    };
    const files = [await write(merge_artifact/* mergeFile */.nD, (0,tested_merge/* toTestedMergeText */._q)(merge)), await write(merge_artifact/* reportFile */.rn, (0,run_store/* toJson */.a)(report))];
    for (const id of new Set(merge.resolutions.map(({ result }) => result.id))) {
        const object = await job.repository.objects.read(id);
        files.push(await write((0,merge_artifact/* toResolvedFile */.ep)(id), object?.content ?? ''));
    }
    const stored = await artifacts.upload((0,merge_artifact/* toMergeArtifactName */.xk)(job), files, root);
    if (stored === 'exists')
        throw new Error(`there is an artifact ${(0,merge_artifact/* toMergeArtifactName */.xk)(job)} already: each attempt can merge once`);
}

// EXTERNAL MODULE: ./lib/jobs/publish/publish-run.js + 7 modules
var publish_run = __webpack_require__(67812);
// EXTERNAL MODULE: ./lib/report/markdown/run-summary.js + 3 modules
var run_summary = __webpack_require__(10634);
// EXTERNAL MODULE: ./lib/action/job/job.js
var job_job = __webpack_require__(81205);
// EXTERNAL MODULE: ./lib/action/job/job-repository.js
var job_repository = __webpack_require__(31726);
// EXTERNAL MODULE: ./lib/action/output/log-report.js + 1 modules
var log_report = __webpack_require__(26196);
// EXTERNAL MODULE: ./lib/action/output/run-annotations.js
var run_annotations = __webpack_require__(63124);
// EXTERNAL MODULE: ./lib/action/output/run-outputs.js
var run_outputs = __webpack_require__(42576);
// EXTERNAL MODULE: ./lib/action/output/write-report.js
var write_report = __webpack_require__(38736);
// EXTERNAL MODULE: ./lib/action/commands/with-run-job.js
var with_run_job = __webpack_require__(7099);
;// CONCATENATED MODULE: ./lib/action/commands/merge-command.js











/** `command: merge`: merges and tests what the lanes of a run came to, and leaves that for `command: publish`. */
function mergeCommand(job) {
    return (0,job_repository/* withJobRepository */.S)(job, repository => (0,with_run_job/* withRunJob */.T)(job, repository, async (runJob, exchange) => {
        if (job.inputs.dryRun)
            return preview(job, runJob);
        return toResult(job, runJob, await mergeJob(runJob, exchange));
    }));
}
function preview({ log }, { run, plan, target }) {
    const text = `the tasks of run ${run} would be merged onto ${target} and tested (${plan.integration.test ?? 'no test'}); nothing was started (dry-run: true)`;
    log.line(text);
    return { outputs: { run }, summary: '', annotations: [], failure: undefined };
}
async function toResult(job, { repository, plan }, end) {
    const { report } = end;
    job.log.end();
    (0,log_report/* logReport */.T)(job, report);
    return {
        outputs: { ...(0,run_outputs/* toRunOutputs */.v)(report, await (0,write_report/* writeReport */.u)(job, report)), merged: end.merged ?? '' },
        summary: (0,run_summary/* toRunSummary */.v)({ report, tasks: plan.tasks, next: '', maxBytes: job_job/* mostSummaryBytes */.F }),
        annotations: (0,run_annotations/* toRunAnnotations */.B)(report, await (0,find_refused_paths/* findRefusedPaths */.o)(repository, plan, report)),
        failure: tryFailure(end),
    };
}
function tryFailure({ report, intake, left }) {
    const problems = [
        ...(0,publish_run/* toIntakeProblems */.Qd)(intake),
        ...left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`),
        ...(report.status === 'landed' ? [] : [toMissed(report)]),
    ];
    return problems.length === 0 ? undefined : problems.join('\n');
}
function toMissed({ status, tasks, run }) {
    const all = Object.values(tasks);
    const landed = all.filter(({ landing }) => landing === 'landed').length;
    const what = status === 'cancelled' ? 'cancelled' : 'not everything is in the tested result';
    return `${what}: ${landed} of ${all.length} tasks (run ${run})`;
}


/***/ })

};

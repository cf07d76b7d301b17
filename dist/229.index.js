export const id = 229;
export const ids = [229];
export const modules = {

/***/ 5229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planCommand: () => (/* binding */ planCommand)
});

// EXTERNAL MODULE: ./lib/commands/describe-plan.js + 2 modules
var describe_plan = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/commands/find-target.js
var find_target = __webpack_require__(1765);
// EXTERNAL MODULE: ./lib/commands/run/claim-run.js
var claim_run = __webpack_require__(9976);
// EXTERNAL MODULE: ./lib/commands/run/run-id.js
var run_id = __webpack_require__(9803);
// EXTERNAL MODULE: ./lib/plan/check-references.js
var check_references = __webpack_require__(4754);
// EXTERNAL MODULE: ./lib/plan/graph.js
var graph = __webpack_require__(8703);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan = __webpack_require__(9164);
;// CONCATENATED MODULE: ./lib/plan/chains.js


/**
 * Splits tasks into chains, as long as possible. Only the first task of a chain waits for others, and only its last is waited for, so
 * the edges between chains are those between tasks. Prerequisites that are not among the tasks count as done.
 */
function toChains(tasks) {
    const dependents = (0,graph/* toDependents */.ov)(tasks);
    const chainOf = new Map();
    const chains = [];
    for (const task of (0,graph/* toTopologicalOrder */.Zk)(tasks)) {
        const needed = (0,plan/* prerequisites */.a)(task).filter(id => chainOf.has(id));
        const goesOn = needed.length === 1 && dependents.get(needed[0])?.length === 1;
        if (goesOn)
            extend(chainOf.get(needed[0]), task.id);
        else
            begin(task.id, needed);
    }
    return chains;
    function begin(id, needed) {
        const needs = new Set(needed.map(other => chainOf.get(other).id));
        const chain = { id, needs: [...needs], after: [], tasks: [id] };
        chains.push(chain);
        chainOf.set(id, chain);
    }
    function extend(chain, id) {
        chain.tasks.push(id);
        chainOf.set(id, chain);
    }
}

;// CONCATENATED MODULE: ./lib/plan/lane-name.js
/** Characters. */
const longestName = 80;
/** Says a lane's tasks in order, as many as there is room for: `contract → api`, `contract → api → … 5 more`. */
function toLaneName(tasks) {
    for (let shown = Math.min(tasks.length, longestName); shown > 1; shown--) {
        const name = toText(tasks, shown);
        if (name.length <= longestName)
            return name;
    }
    return toText(tasks, 1);
}
function toText(tasks, shown) {
    const left = tasks.length - shown;
    return [...tasks.slice(0, shown), ...(left === 0 ? [] : [`… ${left} more`])].join(' → ');
}

// EXTERNAL MODULE: ./lib/plan/list-schedule.js
var list_schedule = __webpack_require__(8509);
// EXTERNAL MODULE: ./lib/plan/refused-error.js
var refused_error = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/plan/weights.js
var weights = __webpack_require__(6998);
;// CONCATENATED MODULE: ./lib/plan/lanes.js





/** Limits of GitHub: jobs that a matrix makes, and jobs at once of the smallest account. https://docs.github.com/en/actions/reference/limits */
const matrixJobs = 256;
const smallestConcurrency = 20;
/**
 * Spreads tasks over lanes. Prerequisites that are not among the tasks count as done. Rules:
 * 1. a chain of tasks shares a lane;
 * 2. if no chain waits for another, each has a lane: more of them than can run at once just queue;
 * 3. else there are at most as many lanes as can run at once: a lane that holds a runner may wait for any other;
 * 4. chains begin when a list schedule on so many lanes begins them, longest remaining path first (Graham 1966);
 * 5. a chain goes to the lane that has just ended what it waits for, else to the free lane that has been free for longest, so that
 *    wrong estimates make it wait for as little as possible that it does not need; else to a new lane.
 *
 * Lanes cannot deadlock: all of them follow the order in which the schedule begins chains, which is a topological one. The first task
 * in it that is not done waits for nothing and is the next of its lane, and that lane runs, or will: by rule 2 every lane ends by
 * itself, or by rule 3 there is a runner for each.
 *
 * @throws RefusedError when there are more lanes than a matrix has jobs.
 */
function toLanes(tasks, { maxParallel = smallestConcurrency }) {
    const chains = toChains(tasks);
    const areIndependent = chains.every(chain => chain.needs.length === 0);
    if (areIndependent)
        requireRoom(chains.length);
    const minutes = toChainMinutes(chains, (0,weights/* toEstimates */.LU)(tasks));
    const most = areIndependent ? matrixJobs : Math.min(maxParallel, matrixJobs);
    const { starts } = (0,list_schedule/* toListSchedule */.r)(chains, minutes, most);
    return fillLanes(chains, minutes, starts).map(toLane);
}
function requireRoom(lanes) {
    if (lanes <= matrixJobs)
        return;
    throw new refused_error/* RefusedError */.f(`these tasks need ${lanes} lanes, and a matrix of GitHub Actions has ${matrixJobs} jobs at most: ` +
        'run the plan in parts with the input `tasks`, or let tasks that can share a lane need each other');
}
function toChainMinutes(chains, estimates) {
    return new Map(chains.map(({ id, tasks }) => [id, tasks.reduce((sum, task) => sum + (estimates.get(task) ?? 0), 0)]));
}
function fillLanes(chains, minutes, starts) {
    const chainOf = new Map(chains.map(chain => [chain.id, chain]));
    const lanes = [];
    for (const [id, start] of starts) {
        const chain = chainOf.get(id);
        const free = lanes.filter(lane => lane.freeAt <= start).sort((a, b) => a.freeAt - b.freeAt);
        const lane = free.findLast(({ chains }) => isNeeded(chains, chain)) ?? free[0] ?? openLane(lanes);
        lane.chains.push(chain);
        lane.freeAt = start + (minutes.get(id) ?? 0);
    }
    return lanes;
}
/** Whether a chain waits for what a lane does last. */
function isNeeded(chains, { needs }) {
    return needs.includes(chains.at(-1).id);
}
function openLane(lanes) {
    const lane = { chains: [], freeAt: 0 };
    lanes.push(lane);
    return lane;
}
function toLane({ chains }, index) {
    const tasks = chains.flatMap(chain => chain.tasks);
    return { id: `lane-${index + 1}`, name: toLaneName(tasks), tasks };
}

// EXTERNAL MODULE: ./lib/plan/problem.js
var problem = __webpack_require__(9624);
// EXTERNAL MODULE: ./lib/report/paint.js
var paint = __webpack_require__(4342);
// EXTERNAL MODULE: ./lib/report/plan-summary.js
var plan_summary = __webpack_require__(5666);
// EXTERNAL MODULE: ./lib/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(7005);
// EXTERNAL MODULE: ./lib/action/job.js
var job = __webpack_require__(6977);
// EXTERNAL MODULE: ./lib/action/job-repository.js
var job_repository = __webpack_require__(6938);
// EXTERNAL MODULE: ./lib/action/load-job-plan.js + 2 modules
var load_job_plan = __webpack_require__(761);
;// CONCATENATED MODULE: ./lib/action/plan-command.js













/** `command: plan`: checks the plan and spreads its tasks over the lanes of a matrix. Starts nothing. */
function planCommand(job) {
    return (0,job_repository/* withJobRepository */.S)(job, async (repository) => {
        const run = (0,run_id/* toRunId */.w)(new Date(), Math.random(), await (0,claim_run/* listRuns */.v)(repository));
        const checked = tryLoad(job, repository);
        return checked === undefined ? toNothing(job, run) : describe(job, repository, checked, run);
    });
}
/** Undefined when the plan has no tasks: then there is nothing to do, and nothing is wrong. */
function tryLoad(job, repository) {
    try {
        return (0,load_job_plan/* loadJobPlan */.F)(job, repository);
    }
    catch (error) {
        const isEmpty = error instanceof problem/* PlanError */.W && error.problems.every(({ message }) => message === check_references/* noTasks */.G);
        if (isEmpty)
            return undefined;
        throw error;
    }
}
async function describe({ inputs, log }, repository, checked, run) {
    await (0,find_target/* findTarget */.F)(repository, checked.plan); // refuses a target that is missing before any agent is paid for
    const maxParallel = inputs.maxParallel ?? checked.plan.maxParallel;
    const lanes = toLanes(checked.plan.tasks, { maxParallel });
    const overview = await (0,describe_plan/* describePlan */.d)(repository, checked, maxParallel);
    log.begin('Plan');
    log.line((0,plan_text/* toPlanText */.G)(overview, paint/* plainPaint */.p));
    log.begin('Lanes');
    for (const lane of lanes)
        log.line(`${lane.id}: ${lane.tasks.join(' → ')}`);
    log.end();
    return {
        outputs: { run, lanes: JSON.stringify(lanes), 'has-tasks': 'true' },
        summary: (0,plan_summary/* toPlanSummary */.H)({ overview, lanes, maxBytes: job/* mostSummaryBytes */.F }),
        annotations: [],
        failure: undefined,
    };
}
function toNothing({ log }, run) {
    const text = 'The plan has no tasks: there is nothing to do.';
    log.line(text);
    return {
        outputs: { run, lanes: '[]', 'has-tasks': 'false' },
        summary: `${text}\n`,
        annotations: [],
        failure: undefined,
    };
}


/***/ })

};

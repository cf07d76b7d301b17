export const id = 94;
export const ids = [94];
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

/***/ 13094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planCommand: () => (/* binding */ planCommand)
});

// EXTERNAL MODULE: ./lib/commands/describe-plan.js + 6 modules
var describe_plan = __webpack_require__(45058);
// EXTERNAL MODULE: ./lib/commands/prompts/fill-prompts.js + 5 modules
var fill_prompts = __webpack_require__(52669);
// EXTERNAL MODULE: ./lib/commands/target/find-target.js
var find_target = __webpack_require__(21597);
// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/model/plan.js
var plan = __webpack_require__(62774);
// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
;// CONCATENATED MODULE: ./lib/plan/graph/chains.js


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

// EXTERNAL MODULE: ./lib/plan/graph/list-schedule.js
var list_schedule = __webpack_require__(11010);
// EXTERNAL MODULE: ./lib/plan/graph/weights.js
var weights = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/plan/lanes/lane-name.js
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

;// CONCATENATED MODULE: ./lib/plan/lanes/lanes.js





/** Jobs that a matrix can have. https://docs.github.com/en/actions/reference/limits */
const matrixJobs = 256;
/** Concurrent jobs of the smallest account. */
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

// EXTERNAL MODULE: ./lib/plan/schema/check-references.js + 1 modules
var check_references = __webpack_require__(10902);
// EXTERNAL MODULE: ./lib/plan/schema/stored-plan.js
var stored_plan = __webpack_require__(45574);
// EXTERNAL MODULE: ./lib/plan/yaml/problem.js
var problem = __webpack_require__(16040);
// EXTERNAL MODULE: ./lib/report/markdown/plan-summary.js
var plan_summary = __webpack_require__(17410);
// EXTERNAL MODULE: ./lib/report/terminal/paint.js
var paint = __webpack_require__(49751);
// EXTERNAL MODULE: ./lib/report/terminal/plan-text.js + 1 modules
var plan_text = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/run/claim-run.js
var claim_run = __webpack_require__(78581);
// EXTERNAL MODULE: ./lib/run/run-id.js
var run_id = __webpack_require__(22104);
// EXTERNAL MODULE: ./lib/action/step/step.js
var step_step = __webpack_require__(65083);
// EXTERNAL MODULE: ./lib/action/step/step-repository.js
var step_repository = __webpack_require__(38172);
// EXTERNAL MODULE: ./lib/action/commands/load-step-plan.js + 2 modules
var load_step_plan = __webpack_require__(88133);
// EXTERNAL MODULE: ./lib/action/commands/planned-run.js
var planned_run = __webpack_require__(95007);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/action/github/advice.js
var advice = __webpack_require__(99534);
// EXTERNAL MODULE: ./lib/action/github/github.js
var github_github = __webpack_require__(18185);
;// CONCATENATED MODULE: ./lib/action/github/early-refusals.js



const rulesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), ruleset_id: schemas/* number */.aig().optional() }));
/** Asks GitHub what it would refuse once all agents have been paid. What cannot be asked says nothing. */
async function findEarlyRefusals(github, site) {
    const own = await fetchRules(github, site.branch);
    const ofTarget = await fetchRules(github, site.target);
    const opens = site.land === 'pull-request' ? await tryOpeningRefusal(github, site.target) : [];
    return {
        refusals: [...toBranchRefusals(github, own), ...toPushRefusals(site, ofTarget), ...opens],
        warnings: toMergeWarnings(site, ofTarget),
    };
}
async function fetchRules(github, branch) {
    try {
        const answer = await github.ask('GET', `/rules/branches/${encodeURIComponent(branch)}`);
        const rules = rulesSchema.safeParse(answer);
        return new Map((rules.data ?? []).map(({ type, ruleset_id }) => [type, ruleset_id]));
    }
    catch (error) {
        if (error instanceof github_github/* GitHubError */.y_)
            return new Map(); // a server without rulesets, or one that is down
        throw error;
    }
}
const branchRules = {
    required_signatures: 'demands signed commits, and commits of agents are not signed',
    creation: 'does not let anyone create branches',
};
function toBranchRefusals({ page }, rules) {
    return Object.entries(branchRules).flatMap(([type, what]) => rules.has(type)
        ? [
            `a ruleset of ${page} applies to branches of agents, and ${what}. Exclude \`agents/**\` from its target branches: ${page}/rules/${rules.get(type) ?? ''}`,
        ]
        : []);
}
function toPushRefusals({ land, target }, rules) {
    if (land !== 'push' || !rules.has('required_signatures'))
        return [];
    return [
        `${target} demands signed commits, and commits of agents are not signed. Let people merge them, in the plan or as an input:\n    land: pull-request`,
    ];
}
function toMergeWarnings({ land, target }, rules) {
    if (land !== 'pull-request' || !rules.has('required_signatures'))
        return [];
    return [
        `${target} demands signed commits, and commits of agents are not signed: merge the pull request by "Squash and merge", which GitHub signs`,
    ];
}
/** Asks for a pull request that cannot be: from a branch to itself. Who may open none is told so first. */
async function tryOpeningRefusal(github, target) {
    try {
        await github.ask('POST', '/pulls', { head: target, base: target, title: 'May pull requests be opened?' });
    }
    catch (error) {
        if (!(error instanceof github_github/* GitHubError */.y_))
            throw error;
        const isRefused = error.status === 401 ||
            /not permitted to create or approve|by personal access token/i.test(error.message);
        return isRefused ? [`no pull request can be opened here: ${(0,advice/* withAdvice */.b)(error)}`] : [];
    }
    return [];
}

// EXTERNAL MODULE: ./lib/action/github/is-enterprise-server.js
var is_enterprise_server = __webpack_require__(17054);
;// CONCATENATED MODULE: ./lib/action/commands/require-landing.js





/** Refuses what GitHub would refuse after all agents were paid for. Answers with what people should know before they merge. */
async function requireLanding({ inputs, env }, landing) {
    if (!env.GITHUB_API_URL || !env.GITHUB_REPOSITORY || inputs.githubToken === '')
        return [];
    const { run, target, land = 'pull-request' } = landing;
    const branch = (0,run_refs/* toBranchName */.H_)((0,run_refs/* toRunRefs */.DO)(run).integration);
    const site = { branch, target, land };
    const { refusals, warnings } = await findEarlyRefusals(await (0,github_github/* openGitHub */.o6)(env, inputs.githubToken), site);
    if (refusals.length > 0)
        throw new refused_error/* RefusedError */.f(`nothing was started:\n${refusals.join('\n\n')}`);
    return (0,is_enterprise_server/* isEnterpriseServer */.v)(env) && !inputs.push ? [...warnings, is_enterprise_server/* enterpriseServerAdvice */.b] : warnings;
}

;// CONCATENATED MODULE: ./lib/action/commands/plan-command.js


















/** `command: plan`: checks the plan and spreads its tasks over the lanes of a matrix. Starts nothing. */
function planCommand(step) {
    return (0,step_repository/* withStepRepository */.v)(step, async (repository) => {
        const run = (0,run_id/* toRunId */.w)(new Date(), Math.random(), await (0,claim_run/* listRuns */.v)(repository));
        const checked = await tryLoad(step, repository);
        return checked === undefined ? toNothing(step, run) : describe(step, repository, checked, run);
    });
}
/** Undefined when the plan has no tasks: then there is nothing to do, and nothing is wrong. */
async function tryLoad(step, repository) {
    try {
        return await (0,load_step_plan/* loadFilledPlan */.y)(step, repository);
    }
    catch (error) {
        const isEmpty = error instanceof problem/* PlanError */.W && error.problems.every(({ message }) => message === check_references/* noTasks */.G);
        if (isEmpty)
            return undefined;
        throw error;
    }
}
async function describe(step, repository, checked, run) {
    const { inputs, env, log } = step;
    // Refuses a target that is missing before any agent is paid for.
    const { branch: target, commit: base } = await (0,find_target/* findTarget */.F)(repository, (0,planned_run/* withJobTarget */.t)(checked.plan, env));
    const warnings = await requireLanding(step, { run, target, land: checked.plan.integration.land });
    const maxParallel = inputs.maxParallel ?? checked.file['max-parallel'];
    const lanes = toLanes(checked.plan.tasks, { maxParallel });
    const overview = await (0,describe_plan/* describePlan */.d)(repository, checked, maxParallel);
    log.begin('Plan');
    log.line((0,plan_text/* toPlanText */.G)(overview, paint/* plainPaint */.p));
    log.begin('Lanes');
    for (const lane of lanes)
        log.line(`${lane.id}: ${lane.tasks.join(' → ')}`);
    log.end();
    return {
        outputs: {
            run,
            base,
            lanes: JSON.stringify(lanes),
            'max-parallel': String(maxParallel ?? matrixJobs),
            'has-tasks': 'true',
            'plan-text': toPlanOutput(checked, (0,fill_prompts/* isFilled */.l)((0,load_step_plan/* loadStepPlan */.K)(step, repository))),
        },
        summary: (0,plan_summary/* toPlanSummary */.H)({ overview, lanes, maxBytes: step_step/* mostSummaryBytes */.F }),
        annotations: warnings.map(message => ({ level: 'warning', title: 'Before you merge', message })),
        failure: undefined,
    };
}
/** Linux takes no longer variable, and other jobs get this as one. */
const longestPlanOutput = 120_000;
/** The plan for the other jobs, where it is not in a file: they could read other texts of issues, or none. */
function toPlanOutput({ file, order }, isInFile) {
    if (isInFile)
        return '';
    const text = (0,stored_plan/* toStoredText */.U)(file, order);
    if (Buffer.byteLength(text) <= longestPlanOutput)
        return text;
    throw new refused_error/* RefusedError */.f(`the plan with the texts of its issues has ${Buffer.byteLength(text)} bytes, and other jobs can be given ${longestPlanOutput}: write longer texts into files and name them by \`prompt-file:\``);
}
function toNothing({ log }, run) {
    const text = 'The plan has no tasks: there is nothing to do.';
    log.line(text);
    return {
        outputs: { run, lanes: '[]', 'max-parallel': '1', 'has-tasks': 'false' },
        summary: `${text}\n`,
        annotations: [],
        failure: undefined,
    };
}


/***/ }),

/***/ 95007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ requirePlannedRun),
/* harmony export */   t: () => (/* binding */ withJobTarget)
/* harmony export */ });
/* harmony import */ var _commands_target_find_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21597);
/* harmony import */ var _git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89025);
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32366);
/* harmony import */ var _plan_schema_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45574);




/**
 * The run that a job belongs to, in a checkout of its base. There the target is hardly ever a branch: it is the one that the plan
 * names, or that the workflow runs on.
 */
async function requirePlannedRun({ inputs, env }, repository, checked) {
    const { run } = inputs;
    if (run === undefined)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f('this step needs the input `run`');
    const named = withJobTarget(checked.plan, env);
    const { branch, commit } = await requireBase(repository, named);
    const text = (0,_plan_schema_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .toStoredText */ .U)({ ...checked.file, target: branch }, checked.order);
    const plan = { ...checked.plan, target: branch };
    return { run, plan, text, target: branch, base: commit, attempt: toAttempt(env) };
}
async function requireBase(repository, plan) {
    const isHere = plan.target === undefined || (await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, `refs/heads/${plan.target}`)) !== undefined;
    if (isHere)
        return (0,_commands_target_find_target_js__WEBPACK_IMPORTED_MODULE_0__/* .findTarget */ .F)(repository, plan);
    const commit = await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, 'HEAD^{commit}');
    if (commit === undefined)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f('nothing is checked out here');
    return { branch: plan.target, commit };
}
/** Where the plan names no target, the branch that the workflow runs on. */
function withJobTarget(plan, env) {
    const branch = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1];
    return plan.target !== undefined || branch === undefined ? plan : { ...plan, target: branch };
}
/** "Re-run failed jobs" counts on from 1. */
function toAttempt({ GITHUB_RUN_ATTEMPT }) {
    return Number(GITHUB_RUN_ATTEMPT) || 1;
}


/***/ }),

/***/ 99534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ withAdvice)
/* harmony export */ });
/** What GitHub says, and what to change about it. */
function withAdvice({ message, status }) {
    if (/not permitted to create or approve pull requests/i.test(message))
        return `${message}\nAllow it: Settings → Actions → General → "Allow GitHub Actions to create and approve pull requests". Or pass the token of an app or a person as \`github-token\`.`;
    if (status === 403 && /not accessible/i.test(message))
        return `${message}\nGive the job that publishes:\n    permissions: { contents: write, pull-requests: write }`;
    if (status === 401)
        return `${message}\nThe token is not valid (any more): the one of an app lives for an hour.`;
    return message;
}


/***/ }),

/***/ 18185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o6: () => (/* binding */ openGitHub),
/* harmony export */   y_: () => (/* binding */ GitHubError),
/* harmony export */   z0: () => (/* binding */ untilDone)
/* harmony export */ });
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32366);
/* harmony import */ var _inputs_input_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52104);


/** Why GitHub did not do what was asked. */
class GitHubError extends Error {
    status;
    /** Seconds after which it may be asked again; undefined: at any time. */
    retryAfter;
    /** Whether asking again can help. */
    isPassing;
    constructor(message, facts, options) {
        super(message, options);
        this.name = 'GitHubError';
        this.status = facts.status;
        this.retryAfter = facts.retryAfter;
        this.isPassing = facts.isPassing;
    }
}
/** The repository that the workflow runs in. The client is only loaded where something is asked. */
async function openGitHub(env, token) {
    const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
    if (!owner || !repo)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .f('this is not a workflow of GitHub: $GITHUB_REPOSITORY is not set');
    if (token === '')
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .f(`there is no token to open pull requests with. Write:\n${(0,_inputs_input_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .toInputLine */ .UK)('github-token', `\${{ github.token }}`)}`);
    const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = getOctokit(token, { baseUrl: env.GITHUB_API_URL || 'https://api.github.com' });
    return {
        owner,
        page: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}`,
        ask: async (method, path, body = {}) => {
            try {
                const { data } = await octokit.request({ method, url: `/repos/${owner}/${repo}${path}`, ...body });
                return data;
            }
            catch (error) {
                throw toGitHubError(error);
            }
        },
    };
}
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function toGitHubError(failure) {
    const { message, status = 0, response } = failure;
    const headers = response?.headers ?? {};
    const isLimited = status === 429 ||
        (status === 403 &&
            (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message) || 'retry-after' in headers));
    return new GitHubError(message, {
        status,
        retryAfter: isLimited ? toSeconds(headers) : undefined,
        isPassing: isLimited || status >= 500 || response === undefined,
    }, { cause: failure });
}
function toSeconds(headers) {
    const named = Number(headers['retry-after']);
    if (named > 0)
        return named;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && reset > 0)
        return Math.max(1, reset - Date.now() / 1000);
    return 60;
}
/** Waits between tries, in seconds. */
const waits = [1, 3, 10, 30];
/** A longer rate limit is not waited for: the job costs more than to run it again. */
const longestWait = 300;
/**
 * Does something until it works, or asking again is of no use. It must look first at what is there: an answer that was lost may have
 * been a yes.
 */
async function untilDone(wait, attempt) {
    for (let tries = 0;; tries++) {
        try {
            return await attempt();
        }
        catch (error) {
            const pause = error instanceof GitHubError && error.isPassing ? waits[tries] : undefined;
            if (!(error instanceof GitHubError) || pause === undefined)
                throw error;
            const seconds = Math.max(pause, error.retryAfter ?? 0);
            if (seconds > longestWait)
                throw error;
            await wait(seconds);
        }
    }
}


/***/ }),

/***/ 17054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ enterpriseServerAdvice),
/* harmony export */   v: () => (/* binding */ isEnterpriseServer)
/* harmony export */ });
/** Whether this is GitHub Enterprise Server, by the rule of GitHub's own clients. github.com and ghe.com are not. */
function isEnterpriseServer({ GITHUB_SERVER_URL }) {
    const { hostname } = new URL(GITHUB_SERVER_URL || 'https://github.com');
    return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname);
}
/** What it lacks, and what to write. */
const enterpriseServerAdvice = 'GitHub Enterprise Server has no artifacts that jobs could exchange tasks by, and so no reusable workflow of this action. Let jobs push what they make, as in examples/workflows/three-jobs.yml. In each step:\n    push: "true"\nand in its job:\n    permissions: { contents: write }';


/***/ }),

/***/ 45058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ describePlan),
  H: () => (/* binding */ findScopeSlips)
});

// EXTERNAL MODULE: ./lib/agents/agent-way.js
var agent_way = __webpack_require__(19393);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/checkouts/dependencies/managers.js
var managers = __webpack_require__(83879);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/checkouts/recognise/grep.js

/** The first place of the tracked files that a pattern is found in: `server.js:12`. */
async function tryGrep({ place }, pattern) {
    const args = ['grep', '-I', '-n', '-m1', '-E', '-e', pattern, '--', ':(top)', ':(top,exclude,glob)**/*.md'];
    const [line = ''] = (await (0,run_git/* tryGit */.Ii)(place, args)).stdout.split('\n');
    return /^(.+?:\d+):/.exec(line)?.[1];
}
/** Those of some names that tracked files mention, apart from lists of what is ignored. */
async function listMentioned({ place }, names) {
    if (names.length === 0)
        return new Set();
    const patterns = names.flatMap(name => ['-e', name]);
    const files = [':(top)', ':(top,exclude,glob)**/.*ignore', ':(top,exclude,glob)**/*.md'];
    const { stdout } = await (0,run_git/* tryGit */.Ii)(place, ['grep', '-I', '-h', '-o', '-F', ...patterns, '--', ...files]);
    return new Set(stdout.split('\n'));
}

// EXTERNAL MODULE: ./lib/checkouts/files/list-files.js
var list_files = __webpack_require__(20843);
;// CONCATENATED MODULE: ./lib/checkouts/recognise/unlisted-files.js





const environmentFile = /(^|\/)\.env(\.(?!example|sample|template)[\w.-]+)?$/;
/** What tools leave, and no one writes. */
const debris = /(^|\/)(\.DS_Store|Thumbs\.db|\..*\.sw[op])$|\.(log|pyc|o|class|tsbuildinfo|lock|tmp|db|sqlite3?)(-\w+)?$/;
const mostBytes = 1 << 20;
const mostCandidates = 50;
/** The files of the user's checkout that git ignores; what is in a folder of which everything is ignored is left out. */
async function listIgnoredFiles({ place }) {
    const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const { stdout } = await (0,run_git/* tryGit */.Ii)(place, args);
    return stdout.split('\0').filter(path => path !== '' && !path.endsWith('/'));
}
/** Ignored files that look needed, by their name or because code names them, and that no checkout would get. */
async function findUnlistedFiles(repository, settings, ignored) {
    const given = new Set([
        ...(await (0,list_files/* listNamed */.SB)(repository, settings.copy)),
        ...(await (0,list_files/* listIncluded */.rv)(repository)),
    ]);
    const links = new Set(settings.link.map(({ path }) => path));
    const open = ignored.filter(path => !given.has(path) && !links.has(path) && isSmall(repository, path));
    const byName = open.filter(path => environmentFile.test(path));
    const others = open.filter(path => !byName.includes(path) && !debris.test(path)).slice(0, mostCandidates);
    const mentioned = await listMentioned(repository, others.map(path => (0,external_node_path_.basename)(path)));
    const byCode = others.filter(path => mentioned.has((0,external_node_path_.basename)(path)));
    return [
        ...toNeed(byName, 'git ignores it, so no checkout has it'),
        ...toNeed(byCode, 'git ignores it, and tracked files name it'),
    ];
}
function toNeed(paths, why) {
    if (paths.length === 0)
        return [];
    const write = `checkout: { copy: [${paths.map(path => JSON.stringify(path)).join(', ')}] }`;
    return [{ what: paths.join(', '), why, write }];
}
function isSmall({ root }, path) {
    const info = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false });
    return info?.isFile() === true && info.size <= mostBytes;
}

;// CONCATENATED MODULE: ./lib/checkouts/recognise/recognise.js






/** Looks in the user's checkout for what checkouts need and the plan does not give them. It is a guess, so it is only said. */
async function recogniseNeeds(repository, settings, setup) {
    const ignored = await listIgnoredFiles(repository);
    const needs = await Promise.all([
        settings.dependencies === 'auto' || setup !== undefined ? [] : findDependencies(repository),
        findUnlistedFiles(repository, settings, ignored),
        settings.ports === undefined ? findPorts(repository) : [],
        settings.databases.length === 0 ? findDatabases(repository, ignored) : [],
    ]);
    return needs.flat();
}
function findDependencies({ root }) {
    return (0,managers/* findManagers */.WZ)(file => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, file)))
        .filter(({ manager }) => manager.install !== undefined)
        .slice(0, 1)
        .map(({ manager, lockFile }) => ({
        what: `dependencies of ${manager.name}`,
        why: `there is ${lockFile}`,
        write: 'checkout: { dependencies: auto }',
    }));
}
const portPattern = String.raw `process\.env\.PORT\b|environ(\.get\(|\[)["']PORT["']|Getenv\("PORT"\)|ENV(\.fetch\(|\[)["']PORT["']`;
async function findPorts(repository) {
    const found = await tryGrep(repository, portPattern);
    return found === undefined
        ? []
        : [{ what: 'a port', why: `${found} reads PORT`, write: 'checkout: { ports: {} }' }];
}
const urlPattern = /^(?:export\s+)?([A-Z_]*(?:DATABASE|DB|POSTGRES|MYSQL)[A-Z_]*)=["']?(postgres(?:ql)?|mysql|mariadb):\/\//m;
async function findDatabases(repository, ignored) {
    const file = ignored.find(path => /\.(db|sqlite3?)$/.test(path));
    const sqlite = {
        what: 'a database of SQLite',
        why: `git ignores ${file}`,
        write: `checkout: { database: { sqlite: ${file} } }`,
    };
    const servers = ignored
        .filter(path => /(^|\/)\.env/.test(path))
        .flatMap(path => toServerNeed(repository, path))
        .slice(0, 1);
    return [...(file === undefined ? [] : [sqlite]), ...servers];
}
/** The address itself may hold a password, and is not shown. */
function toServerNeed({ root }, path) {
    const [, variable, scheme = ''] = urlPattern.exec((0,plain_file/* readPlainText */.Sg)((0,external_node_path_.join)(root, path))) ?? [];
    if (variable === undefined)
        return [];
    const kind = scheme.startsWith('postgres') ? 'postgres' : 'mysql';
    const more = variable === 'DATABASE_URL' ? '' : `, url-variable: ${variable}`;
    return [
        {
            what: `a database of ${kind}`,
            why: `${path} sets ${variable}`,
            write: `checkout: { database: { ${kind}: $${variable}${more} } }`,
        },
    ];
}

// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var scope_globs = __webpack_require__(43159);
// EXTERNAL MODULE: ./lib/plan/schema/suggest.js
var suggest = __webpack_require__(25573);
;// CONCATENATED MODULE: ./lib/plan/schema/unmatched-scopes.js


/**
 * Says which scopes name a folder that is not there while one with nearly the same name is: most likely a slip, after which every
 * attempt would be refused. A scope of a new folder is right.
 *
 * @param paths All files of the target.
 */
function findUnmatchedScopes(tasks, paths) {
    const children = toChildren(paths);
    return tasks.flatMap(({ id, files = [] }) => (0,scope_globs/* splitGlobs */.Kh)(files).included.flatMap(glob => {
        const meant = tryMeant(glob, children);
        return meant === undefined
            ? []
            : [`task ${id}: \`${glob}\` matches no file; did you mean \`${meant}\`?`];
    }));
}
/** The names of the folders in each folder; the top is the empty path. */
function toChildren(paths) {
    const children = new Map();
    for (const path of paths) {
        const names = path.split('/').slice(0, -1);
        for (const [index, name] of names.entries()) {
            const folder = names.slice(0, index).join('/');
            children.set(folder, (children.get(folder) ?? new Set()).add(name));
        }
    }
    return children;
}
/** The glob with its first folder that is not there replaced by a neighbour of nearly that name. */
function tryMeant(glob, children) {
    const names = glob.split('/');
    for (const [index, name] of names.slice(0, -1).entries()) {
        if (/[*?[{(]/.test(name))
            return undefined;
        const there = children.get(names.slice(0, index).join('/')) ?? new Set();
        if (there.has(name))
            continue;
        const meant = [...there].find(other => hasSameLetters(other, name)) ?? (0,suggest/* trySuggest */.W)(name, [...there]);
        return meant && [...names.slice(0, index), meant, ...names.slice(index + 1)].join('/');
    }
    return undefined;
}
/** Two letters that changed places are one slip, and two for the distance of short words. */
function hasSameLetters(a, b) {
    const sorted = (name) => [...name].sort().join('');
    return sorted(a) === sorted(b);
}

// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
// EXTERNAL MODULE: ./lib/plan/graph/list-schedule.js
var list_schedule = __webpack_require__(11010);
// EXTERNAL MODULE: ./lib/plan/graph/weights.js
var weights = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/plan/schema/advice.js




/** Less than this part of the time must be won, or parallel agents are not worth their conflicts and costs. */
const smallGain = 0.1;
const fewFiles = 2;
/** Says so when parallel agents do not pay for a plan, and why; undefined when they do. */
function tryAdvice(tasks) {
    if (tasks.length === 1)
        return 'this plan has one task: one agent is all it needs';
    if ((0,graph/* toLevels */.tf)(tasks).every(level => level.length === 1)) {
        return 'this plan is a chain: one agent in sequence does it as fast';
    }
    const files = tryLiteralFiles(tasks);
    if (files !== undefined && files.size <= fewFiles) {
        const names = [...files].join(' and ');
        return `all tasks change only ${names}: one agent in sequence does it without conflicts`;
    }
    const estimates = (0,weights/* toEstimates */.LU)(tasks);
    const alone = (0,list_schedule/* toMakespan */.q)(tasks, estimates, 1);
    const together = (0,list_schedule/* toMakespan */.q)(tasks, estimates, Number.POSITIVE_INFINITY);
    if (together > alone * (1 - smallGain)) {
        const percent = Math.round((1 - together / alone) * 100);
        return `most of this plan is a chain: parallel agents save only ${percent} % of the time`;
    }
    return undefined;
}
/** All files that the scopes name, if they name nothing else. */
function tryLiteralFiles(tasks) {
    const globs = tasks.flatMap(task => (task.files === undefined ? ['**'] : (0,scope_globs/* splitGlobs */.Kh)(task.files).included));
    return globs.some(glob => /[*?[{(]/.test(glob)) ? undefined : new Set(globs);
}

;// CONCATENATED MODULE: ./lib/report/text/plan-overview.js




function toPlanOverview({ plan, overlaps, file, notices }, { target, agents: known }, maxParallel) {
    const { tasks } = plan;
    const estimates = (0,weights/* toEstimates */.LU)(tasks);
    const remaining = (0,weights/* toRemainingPaths */.Gg)(tasks, estimates);
    const estimated = tasks.filter(task => task.estimateMinutes !== undefined).length;
    const agentCounts = [...new Set([1, Math.min(maxParallel, tasks.length)])];
    return {
        version: 1,
        plan: plan.name,
        target,
        tasks: tasks.map(task => toTaskOverview(task, remaining)),
        levels: (0,graph/* toLevels */.tf)(tasks).map(level => level.map(task => task.id)),
        criticalPath: (0,weights/* toCriticalPath */.mH)(tasks, estimates),
        addedEdges: file.overlap === 'serialize'
            ? overlaps.map(({ earlier, later, path }) => ({ from: earlier, to: later, path }))
            : [],
        estimated,
        durations: [...agentCounts, null].map(agents => ({
            agents,
            minutes: (0,list_schedule/* toMakespan */.q)(tasks, estimates, agents ?? Number.POSITIVE_INFINITY),
        })),
        advice: tryAdvice(tasks) ?? null,
        agents: known,
        notices,
    };
}
function toTaskOverview(task, remaining) {
    return {
        id: task.id,
        title: task.title,
        needs: task.needs,
        after: task.after,
        agent: task.agent,
        files: task.files ?? null,
        issue: task.issue ?? null,
        estimateMinutes: task.estimateMinutes ?? null,
        remaining: remaining.get(task.id) ?? 0,
    };
}

// EXTERNAL MODULE: ./lib/commands/target/find-target.js
var find_target = __webpack_require__(21597);
;// CONCATENATED MODULE: ./lib/commands/describe-plan.js







/** What is known of a plan in this repository. A target that is missing is not an error yet: `run` refuses it. */
async function describePlan(repository, checked, maxParallel) {
    const target = await (0,find_target/* findTarget */.F)(repository, checked.plan).catch(error => {
        if (error instanceof refused_error/* RefusedError */.f)
            return null;
        throw error;
    });
    const notices = [
        ...checked.notices,
        ...(target === null ? [] : await findScopeSlips(repository, checked.plan, target.commit)),
        ...(checked.plan.integration.test === undefined ? [untested] : []),
        ...(await nameNeeds(repository, checked.plan)),
    ];
    const agents = describeAgents(checked.plan, repository.env);
    return toPlanOverview({ ...checked, notices }, { target, agents }, maxParallel ?? checked.plan.maxParallel);
}
/** How each known agent would be run here. */
function describeAgents({ agents }, env) {
    return Object.values(agents).flatMap(agent => {
        if (agent.kind !== 'cli')
            return [];
        const { kind: via, reason } = (0,agent_way/* chooseWay */.T4)(agent, env);
        return [{ name: agent.name, use: agent.use, via, reason }];
    });
}
async function nameNeeds(repository, { checkout, setup }) {
    const needs = await recogniseNeeds(repository, checkout, setup);
    return needs.map(({ what, why, write }) => `checkouts may need ${what} (${why}): \`${write}\``);
}
const untested = 'there is no `integration.test`: branches are merged, and nothing finds out whether they work together. Write for example `integration: { test: npm test }`';
/** Scopes that most likely name another folder than was meant. */
async function findScopeSlips(repository, { tasks }, commit) {
    const listing = await (0,run_git/* runGit */.EO)(repository.place, [
        'ls-tree',
        '-r',
        '-z',
        '--name-only',
        '--full-tree',
        commit,
    ]);
    return findUnmatchedScopes(tasks, listing.split('\0'));
}


/***/ }),

/***/ 11010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ toMakespan),
/* harmony export */   r: () => (/* binding */ toListSchedule)
/* harmony export */ });
/* harmony import */ var tinyqueue__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41520);
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62774);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58060);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(377);




/**
 * List scheduling: whenever a slot is free, the ready task with the longest remaining path starts; ties in plan order.
 * Within W/slots + (1 - 1/slots)·CP of time zero (Graham 1966).
 */
function toListSchedule(tasks, durations, slots) {
    const priorities = (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .toRemainingPaths */ .Gg)(tasks, durations);
    const entries = new Map(tasks.map((task, rank) => [task.id, { id: task.id, rank, priority: priorities.get(task.id) ?? 0 }]));
    const dependents = (0,_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .toDependents */ .ov)(tasks);
    const waitingFor = new Map(tasks.map(task => [task.id, (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .prerequisites */ .a)(task).length]));
    const ready = new tinyqueue__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A([], byPriority);
    const running = new tinyqueue__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A([], (a, b) => a.end - b.end);
    const starts = new Map();
    let now = 0;
    for (const task of tasks)
        if (waitingFor.get(task.id) === 0)
            ready.push(entries.get(task.id));
    while (ready.length > 0 || running.length > 0) {
        while (ready.length > 0 && running.length < slots)
            start(ready.pop());
        finish(running.pop());
    }
    return { makespan: now, starts };
    function start({ id }) {
        starts.set(id, now);
        running.push({ id, end: now + (durations.get(id) ?? 0) });
    }
    function finish({ id, end }) {
        now = end;
        for (const dependent of dependents.get(id) ?? []) {
            const left = (waitingFor.get(dependent) ?? 0) - 1;
            waitingFor.set(dependent, left);
            if (left === 0)
                ready.push(entries.get(dependent));
        }
    }
}
function byPriority(a, b) {
    return b.priority - a.priority || a.rank - b.rank;
}
/** How long all tasks take with so many agents; infinitely many take as long as the critical path. */
function toMakespan(tasks, durations, slots) {
    if (slots === 1)
        return tasks.reduce((sum, task) => sum + (durations.get(task.id) ?? 0), 0);
    if (slots < tasks.length)
        return toListSchedule(tasks, durations, slots).makespan;
    return [...(0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .toRemainingPaths */ .Gg)(tasks, durations).values()].reduce((most, path) => Math.max(most, path), 0);
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

/***/ 17410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ toPlanSummary)
/* harmony export */ });
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41193);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45521);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63019);
/* harmony import */ var _plan_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26894);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10634);





/** A plan as a page: its tasks, their order, the lanes, how long it would take, what the reader should know. */
function toPlanSummary({ overview, lanes, maxBytes }) {
    return (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toPage */ .Z)([
        (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .f)(toHead(overview)),
        toTaskRows(overview),
        (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .f)((0,_run_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .toDiagram */ .$)('Order', (0,_plan_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .toPlanGraph */ .lg)(overview))),
        toLaneRows(lanes),
        (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .f)(toDurations(overview)),
        toNoteRows(overview),
    ], maxBytes);
}
function toHead({ plan, tasks, target }) {
    const where = target === null ? '' : ` · target ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(target.branch)}`;
    return `## ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(plan)}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(tasks.length, 'task')}${where}`;
}
function toTaskRows({ tasks }) {
    return {
        kind: 'rows',
        head: '| task | agent | waits for | may change | estimate |\n| --- | --- | --- | --- | ---: |',
        rows: tasks.map(task => ({ text: toTaskRow(task), isImportant: false })),
        more: hidden => `… and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(hidden, 'more task')}.`,
    };
}
function toTaskRow({ id, title, agent, needs, after, files, estimateMinutes }) {
    const cells = [
        title === id ? `\`${id}\`` : `\`${id}\` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(title)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(agent),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)([...needs, ...after].join(', ')),
        files === null ? 'any file' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(files.join(' ')),
        estimateMinutes === null ? '–' : `${estimateMinutes} min`,
    ];
    return `| ${cells.join(' | ')} |`;
}
function toLaneRows(lanes) {
    return {
        kind: 'rows',
        head: `### ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(lanes.length, 'lane')}\n`,
        rows: lanes.map(({ id, tasks }) => ({ text: `- ${id}: ${tasks.join(' → ')}`, isImportant: false })),
        more: hidden => `… and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(hidden, 'more lane')}.`,
    };
}
function toDurations({ durations, estimated }) {
    const unit = estimated === 0 ? 'tasks long' : 'min';
    const parts = durations.map(({ agents, minutes }) => {
        const who = agents === null ? 'unlimited' : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(agents, 'agent');
        return `${who} ${Math.round(minutes * 10) / 10} ${unit}`;
    });
    return parts.join(' · ');
}
function toNoteRows({ addedEdges, notices, advice }) {
    const edges = addedEdges.map(({ from, to, path }) => `added edge: ${from} → ${to} (both may change ${path})`);
    const notes = [...notices, ...(advice === null ? [] : [advice]), ...edges];
    return {
        kind: 'rows',
        head: '### Notes\n',
        rows: notes.map(note => ({ text: `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(note)}`, isImportant: false })),
        more: hidden => `… and ${hidden} more.`,
    };
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

/***/ 33671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ toPlanText)
});

// EXTERNAL MODULE: ./lib/report/text/forecast-lines.js
var forecast_lines = __webpack_require__(14781);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
;// CONCATENATED MODULE: ./lib/report/terminal/plan-tree.js
/** Draws a graph as a tree: each task stands once, below the deepest of the tasks that it waits for. */
function toTree(tasks, levels) {
    const depth = new Map(levels.flatMap((level, index) => level.map(id => [id, index])));
    const children = new Map();
    for (const task of tasks) {
        const parent = toParent(task, depth);
        const siblings = children.get(parent);
        if (siblings === undefined)
            children.set(parent, [task]);
        else
            siblings.push(task);
    }
    return drawAll(children);
}
/** Deeper tasks are drawn side by side at this depth, so that a long chain does not run out of the screen. */
const deepest = 16;
function drawAll(children) {
    const lines = [];
    const roots = children.get(undefined) ?? [];
    const todo = roots
        .map((task) => ({ task, parent: undefined, branch: '', indent: '', depth: 0 }))
        .reverse();
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
        const { task, parent, branch } = next;
        const isShown = next.depth <= deepest;
        const others = [...task.needs, ...task.after].filter(id => !isShown || id !== parent);
        lines.push({ task, branch, others });
        todo.push(...toDrawings(next, children.get(task.id) ?? []).reverse());
    }
    return lines;
}
function toDrawings({ task, indent, depth }, below) {
    if (depth >= deepest) {
        return below.map(child => ({
            task: child,
            parent: task.id,
            branch: `${indent}⋯ `,
            indent,
            depth: depth + 1,
        }));
    }
    return below.map((child, index) => {
        const isLast = index === below.length - 1;
        return {
            task: child,
            parent: task.id,
            branch: `${indent}${isLast ? '└─ ' : '├─ '}`,
            indent: `${indent}${isLast ? '   ' : '│  '}`,
            depth: depth + 1,
        };
    });
}
function toParent({ needs, after }, depth) {
    const prerequisites = [...needs, ...after];
    if (prerequisites.length === 0)
        return undefined;
    return prerequisites.reduce((deepest, id) => (depth.get(id) ?? 0) > (depth.get(deepest) ?? 0) ? id : deepest);
}

;// CONCATENATED MODULE: ./lib/report/terminal/plan-text.js



/** The plan for a terminal: who works on what, in which order, and how long it would take. */
function toPlanText(overview, paint) {
    const blocks = [
        toHead(overview, paint),
        toTaskLines(overview, paint),
        [toDurations(overview), ...toLevelLine(overview), ...toNotes(overview, paint)]
            .map(line => `  ${line}`)
            .join('\n'),
    ];
    return blocks.join('\n\n');
}
function toHead({ plan, tasks, target }, paint) {
    const where = target === null ? '' : ` · target ${target.branch} @ ${target.commit.slice(0, 7)}`;
    return `${paint.bold(plan)} · ${(0,text_text/* toCount */.zK)(tasks.length, 'task')}${where}`;
}
const widestScope = 60;
function toTaskLines({ tasks, levels }, paint) {
    const rows = toTree(tasks, levels).map(line => ({ line, cells: toCells(line) }));
    const widths = [0, 1, 2, 3].map(column => (0,text_text/* widest */.D3)(rows.map(({ cells }) => cells[column] ?? '')));
    return rows
        .map(({ line, cells }) => {
        const columns = widths.map((width, index) => (0,text_text/* padColumns */.Fo)(cells[index] ?? '', width, index === 2 ? 'left' : 'right'));
        const others = line.others.length === 0
            ? ''
            : `   ${paint.dim(`${line.branch.endsWith('⋯ ') ? 'waits' : 'also waits'} for ${toShortList(line.others, ', ')}`)}`;
        return `  ${columns.join('   ').trimEnd()}${others}`;
    })
        .join('\n');
}
function toCells({ task, branch }) {
    const issue = task.issue === null ? '' : `  #${task.issue}`;
    const estimate = task.estimateMinutes === null ? '' : `~${task.estimateMinutes} min`;
    const scope = task.files === null ? 'any file' : toShortList(task.files, ' ');
    return [`${branch}${task.id}${issue}`, task.agent, estimate, (0,text_text/* fitColumns */.Pk)(scope, widestScope)];
}
function toDurations({ durations, criticalPath, estimated, tasks }) {
    const parts = durations.map(({ agents, minutes }) => {
        const who = agents === null ? 'unlimited' : (0,text_text/* toCount */.zK)(agents, 'agent');
        const rounded = Math.round(minutes * 10) / 10;
        return estimated === 0 ? `${who} ${(0,text_text/* toCount */.zK)(rounded, 'task')} long` : `${who} ${rounded} min`;
    });
    const missing = tasks.length - estimated;
    const guess = estimated > 0 && missing > 0 ? `; ${(0,text_text/* toCount */.zK)(missing, 'task')} without an estimate` : '';
    return `${parts.join(' · ')} (critical path: ${toShortList(criticalPath, ' → ')}${guess})`;
}
function toLevelLine({ levels }) {
    if (levels.length < 2)
        return [];
    const sizes = levels.map(level => String(level.length));
    return [`levels: ${toShortList(sizes, ' → ')} tasks at once at most`];
}
function toNotes({ addedEdges, agents, advice, notices }, paint) {
    return [
        ...agents.map(toAgentLine),
        ...toAddedEdges(addedEdges),
        ...notices.map(notice => `note: ${notice}`),
        ...(advice === null ? [] : [paint.yellow(advice)]),
    ];
}
function toAgentLine({ name, use, via, reason }) {
    const who = name === use ? name : `${name} (${use})`;
    return `${who}: ${via === 'acp' ? 'by the Agent Client Protocol' : 'by its command line'}, because ${reason}`;
}
const shownEdges = 6;
function toAddedEdges(edges) {
    if (edges.length === 0)
        return [];
    const lines = edges.map(({ from, to, path }) => `added edge: ${from} → ${to}  (both may change ${path})`);
    return [...(0,forecast_lines/* cutLines */.EQ)(lines, shownEdges), 'say `overlap: warn` to run them side by side'];
}
const shownNames = 12;
/** A list that says how many more there are where it is long. The last one is always named. */
function toShortList(names, separator) {
    if (names.length <= shownNames)
        return names.join(separator);
    const hidden = names.length - shownNames;
    return [...names.slice(0, shownNames - 1), `… ${hidden} more …`, names.at(-1)].join(separator);
}


/***/ })

};

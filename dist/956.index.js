export const id = 956;
export const ids = [956];
export const modules = {

/***/ 50575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishCommand: () => (/* binding */ publishCommand)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/jobs/publish/forge.js
var forge = __webpack_require__(83895);
// EXTERNAL MODULE: ./lib/jobs/publish/publish-run.js + 9 modules
var publish_run = __webpack_require__(93973);
// EXTERNAL MODULE: ./lib/report/markdown/run-summary.js + 3 modules
var run_summary = __webpack_require__(10634);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/action/github/github.js
var github = __webpack_require__(18185);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/action/github/advice.js
var advice = __webpack_require__(99534);
;// CONCATENATED MODULE: ./lib/action/github/managed-section.js
/** What is ours in a text that people may write in, too. Markdown shows none of it. */
const begin = '<!-- parallel-agents: begin -->';
const end = '<!-- parallel-agents: end -->';
const commentMark = '<!-- parallel-agents: comment -->';
/**
 * A body with our part in place of what it was before.
 *
 * @param body Undefined: there is none yet.
 * @returns Undefined where people have taken our part out: then it stays out.
 */
function withManagedSection(body, text, stamp) {
    const own = `${begin}\n${toStampText(stamp)}\n${withoutMarks(text).trim()}\n${end}`;
    if (body === undefined)
        return own;
    const from = body.indexOf(begin);
    const to = body.indexOf(end, from);
    return from < 0 || to < 0 ? undefined : `${body.slice(0, from)}${own}${body.slice(to + end.length)}`;
}
function toCommentBody(text) {
    return `${commentMark}\n${withoutMarks(text).trim()}`;
}
/** The comment that we wrote before. */
function tryOwnComment(comments) {
    return comments.find(({ body }) => body?.startsWith(commentMark) === true);
}
const stampPattern = /<!-- parallel-agents: ([0-9a-f]{16}) at ([0-9a-f]{40,64}) -->/;
function toStampText({ subject, commit }) {
    return `<!-- parallel-agents: ${subject} at ${commit} -->`;
}
function tryReadStamp(body) {
    const [, subject, commit] = stampPattern.exec(body.slice(Math.max(0, body.indexOf(begin)))) ?? [];
    return subject === undefined || commit === undefined ? undefined : { subject, commit };
}
function withoutMarks(text) {
    const marks = [begin, end, commentMark].reduce((rest, mark) => rest.replaceAll(mark, ''), text);
    return marks.replaceAll(new RegExp(stampPattern, 'g'), '');
}

;// CONCATENATED MODULE: ./lib/action/github/pull-requests.js




const pullSchema = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullable(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
    head: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), sha: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
});
const commentsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* number */.aig().int(), body: schemas/* string */.YjP().nullish() }));
const pageSize = 100;
const mostPages = 30;
/** Pull requests on GitHub. Everything is looked for before it is made, so that nothing is there twice. */
class GitHubForge {
    open;
    wait;
    github;
    /** @param open Called with the first question. */
    constructor(open, wait) {
        this.open = open;
        this.wait = wait;
    }
    async placePullRequest(wanted) {
        try {
            return await (0,github/* untilDone */.z0)(this.wait, () => this.place(wanted));
        }
        catch (error) {
            if (error instanceof github/* GitHubError */.y_)
                return toRefused(error, wanted);
            throw error;
        }
    }
    async closeOlder(wanted, placed) {
        if (placed.kind !== 'placed')
            return [];
        try {
            const older = findOlder(await this.listOpen(wanted.base), wanted.subject, placed.number);
            return await Promise.all(older.map(pull => this.close(pull, placed)));
        }
        catch (error) {
            if (error instanceof github/* GitHubError */.y_)
                return []; // it is there twice, which people see
            throw error;
        }
    }
    async close(pull, placed) {
        const { number, html_url: url, body, head } = pull;
        if (tryReadStamp(body ?? '')?.commit !== head.sha)
            return { kind: 'left', url, reason: 'its branch has commits of others' };
        await (0,github/* untilDone */.z0)(this.wait, () => this.placeComment(number, `A newer run of the same plan: #${placed.number}`));
        await (0,github/* untilDone */.z0)(this.wait, () => this.ask('PATCH', `/pulls/${number}`, { state: 'closed' }));
        return { kind: 'closed', url };
    }
    async listOpen(base) {
        const all = [];
        for (let page = 1; page <= mostPages; page++) {
            const query = new URLSearchParams({
                state: 'open',
                base,
                per_page: String(pageSize),
                page: String(page),
            });
            const pulls = await (0,github/* untilDone */.z0)(this.wait, async () => schemas/* array */.YOg(pullSchema).parse(await this.ask('GET', `/pulls?${query}`)));
            all.push(...pulls);
            if (pulls.length < pageSize)
                break;
        }
        return all;
    }
    async comment(number, text) {
        try {
            await (0,github/* untilDone */.z0)(this.wait, () => this.placeComment(number, text));
            return undefined;
        }
        catch (error) {
            if (error instanceof github/* GitHubError */.y_)
                return (0,advice/* withAdvice */.b)(error);
            throw error;
        }
    }
    connect() {
        this.github ??= this.open();
        return this.github;
    }
    async ask(...question) {
        return (await this.connect()).ask(...question);
    }
    async place(wanted) {
        const open = await this.tryFind(wanted);
        if (open === undefined)
            return toPlaced(await this.create(wanted), true);
        const body = withManagedSection(open.body ?? '', wanted.text, wanted);
        if (body !== undefined && body !== open.body)
            await this.ask('PATCH', `/pulls/${open.number}`, { body });
        return toPlaced(open, false);
    }
    async tryFind({ head, base }) {
        const { owner } = await this.connect();
        const query = new URLSearchParams({ state: 'open', head: `${owner}:${head}`, base });
        return schemas/* array */.YOg(pullSchema).parse(await this.ask('GET', `/pulls?${query}`))[0];
    }
    /** Not every plan of GitHub has drafts in private repositories. */
    async create(wanted) {
        const { head, base, title } = wanted;
        const request = { head, base, title, body: withManagedSection(undefined, wanted.text, wanted) };
        try {
            return pullSchema.parse(await this.ask('POST', '/pulls', { ...request, draft: true }));
        }
        catch (error) {
            if (!(error instanceof github/* GitHubError */.y_ && error.status === 422 && /draft/i.test(error.message)))
                throw error;
            return pullSchema.parse(await this.ask('POST', '/pulls', { ...request, draft: false }));
        }
    }
    async placeComment(number, text) {
        const body = toCommentBody(text);
        const own = await this.tryFindComment(number);
        if (own === undefined)
            await this.ask('POST', `/issues/${number}/comments`, { body });
        else if (own.body !== body)
            await this.ask('PATCH', `/issues/comments/${own.id}`, { body });
    }
    async tryFindComment(number) {
        for (let page = 1; page <= mostPages; page++) {
            const query = `per_page=${pageSize}&page=${page}`;
            const comments = commentsSchema.parse(await this.ask('GET', `/issues/${number}/comments?${query}`));
            const own = tryOwnComment(comments);
            if (own !== undefined || comments.length < pageSize)
                return own;
        }
        return undefined;
    }
}
/** Only what the same account has opened from a branch of this repository: others can write the same stamp. */
function findOlder(pulls, subject, number) {
    const newest = pulls.find(pull => pull.number === number);
    return pulls.filter(pull => pull.number < number &&
        pull.user?.login === newest?.user?.login &&
        pull.head.repo?.full_name === newest?.head.repo?.full_name &&
        tryReadStamp(pull.body ?? '')?.subject === subject);
}
function toPlaced({ number, html_url, user }, isNew) {
    return { kind: 'placed', number, url: html_url, isNew, isByActions: user?.login === 'github-actions[bot]' };
}
function toRefused(error, { head, base }) {
    if (error.status === 422 && /no commits between/i.test(error.message))
        return { kind: 'empty' };
    return {
        kind: 'refused',
        reason: `no pull request could be opened from ${head} to ${base}: ${(0,advice/* withAdvice */.b)(error)}`,
    };
}

// EXTERNAL MODULE: ./lib/action/github/remote-access.js
var remote_access = __webpack_require__(21879);
// EXTERNAL MODULE: ./lib/action/output/log-report.js + 2 modules
var log_report = __webpack_require__(65039);
// EXTERNAL MODULE: ./lib/action/output/run-outputs.js
var run_outputs = __webpack_require__(42576);
// EXTERNAL MODULE: ./lib/action/output/write-report.js
var write_report = __webpack_require__(38736);
// EXTERNAL MODULE: ./lib/action/step/step.js
var step_step = __webpack_require__(65083);
// EXTERNAL MODULE: ./lib/action/step/step-repository.js
var step_repository = __webpack_require__(38172);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js + 1 modules
var markdown = __webpack_require__(45521);
;// CONCATENATED MODULE: ./lib/action/commands/published-next.js


/** What to look at after a run was published, and what to set, as Markdown. */
function toPublishedNext({ pullRequests, problems }) {
    const { integration, tasks } = pullRequests;
    const all = [integration, ...tasks.values()];
    const links = [
        ...toLink('the tested result', (0,forge/* placedUrl */.x)(integration)),
        ...[...tasks].flatMap(([task, placed]) => toLink(`\`${task}\``, (0,forge/* placedUrl */.x)(placed))),
    ];
    const isByActions = all.some(placed => placed?.kind === 'placed' && placed.isByActions);
    const parts = [
        ...(links.length === 0 ? [] : ['### Pull requests', links.join('\n')]),
        ...(pullRequests.older.length === 0 ? [] : [pullRequests.older.map(toOlderLine).join('\n')]),
        ...(isByActions ? [checksNotice] : []),
        ...(problems.length === 0
            ? []
            : ['### Not published', problems.map(problem => `- ${(0,markdown/* toMarkdownText */.u9)(problem)}`).join('\n')]),
    ];
    return parts.join('\n\n');
}
const checksNotice = 'They were opened with the token of this workflow, and for that GitHub starts no other workflow until a person approves it. For ' +
    'checks that start by themselves, pass the token of an app or of a person as `github-token`.';
function toOlderLine(older) {
    return older.kind === 'closed'
        ? `- of an earlier run, closed: ${older.url}`
        : `- of an earlier run, left open, because ${older.reason}: ${older.url}`;
}
function toLink(what, url) {
    return url === undefined ? [] : [`- ${what}: ${url}`];
}

// EXTERNAL MODULE: ./lib/action/commands/with-collected-run.js
var with_collected_run = __webpack_require__(48479);
;// CONCATENATED MODULE: ./lib/action/commands/publish-command.js















/** `command: publish`: pushes the results of the lanes of a run and what was merged of them, and opens pull requests. Starts nothing. */
function publishCommand(step) {
    return (0,step_repository/* withStepRepository */.v)(step, repository => (0,with_collected_run/* withCollectedRun */.f)(step, repository, async (collected, exchange) => {
        const { inputs, env } = step;
        const request = {
            collected: collected,
            exchange,
            land: collected.plan.integration.land ?? 'pull-request',
            access: (0,remote_access/* requireRemoteAccess */._)(step, repository),
            forge: new GitHubForge(() => (0,github/* openGitHub */.o6)(env, inputs.githubToken), pause),
        };
        if (inputs.dryRun)
            return toPreview(step, await (0,publish_run/* previewPublish */.Wh)(request));
        return toResult(step, collected, await (0,publish_run/* publishRun */.ZM)(request));
    }));
}
function pause(seconds) {
    return (0,promises_.setTimeout)(seconds * 1000);
}
function toPreview({ log }, preview) {
    const { updates, pullRequests, problems, report } = preview;
    log.begin('Would be pushed');
    for (const line of updates.length === 0 ? ['nothing: all of it is there'] : updates)
        log.line(line);
    log.begin('Would be opened, or brought up to date');
    for (const line of pullRequests.length === 0 ? ['no pull request'] : pullRequests)
        log.line(line);
    log.end();
    for (const problem of problems)
        log.line((0,text_text/* toPlainLine */.Ic)(problem));
    log.line('nothing was pushed (dry-run: true)');
    return { outputs: { run: report.run }, summary: '', annotations: [], failure: toFailure(problems) };
}
async function toResult(step, { plan }, publication) {
    const { report, pullRequests, there, problems } = publication;
    const { integration } = pullRequests;
    step.log.begin('Pushed');
    for (const ref of there)
        step.log.line(ref);
    step.log.end();
    (0,log_report/* logReport */.T)(step, report, report.integration.branch !== null);
    for (const url of placedUrls(publication))
        step.log.line(url);
    return {
        outputs: {
            ...(0,run_outputs/* toRunOutputs */.v)(report, await (0,write_report/* writeReport */.u)(step, report)),
            'pull-request-number': integration?.kind === 'placed' ? String(integration.number) : '',
            'pull-request-url': integration?.kind === 'placed' ? integration.url : '',
        },
        summary: (0,run_summary/* toRunSummary */.v)({
            report,
            tasks: plan.tasks,
            next: toPublishedNext(publication),
            maxBytes: step_step/* mostSummaryBytes */.F,
        }),
        annotations: problems.map(toAnnotation),
        failure: toFailure(problems),
    };
}
function placedUrls({ pullRequests: { integration, tasks } }) {
    return [integration, ...tasks.values()].flatMap(placed => (0,forge/* placedUrl */.x)(placed) ?? []);
}
function toAnnotation(problem) {
    return { level: 'error', title: 'Not published', message: problem };
}
function toFailure(problems) {
    return problems.length === 0 ? undefined : `not everything is published:\n${problems.join('\n')}`;
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


/***/ })

};

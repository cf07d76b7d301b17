export const id = 529;
export const ids = [529];
export const modules = {

/***/ 1529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspectFile: () => (/* binding */ inspectFile)
});

// EXTERNAL MODULE: ./lib/conflicts/proof/names.js + 1 modules
var proof_names = __webpack_require__(4011);
// EXTERNAL MODULE: ./lib/conflicts/proof/parses.js
var parses = __webpack_require__(9296);
// EXTERNAL MODULE: ./lib/conflicts/proof/repeated-signatures.js
var repeated_signatures = __webpack_require__(8700);
// EXTERNAL MODULE: ./lib/conflicts/checks/find-doubts.js + 4 modules
var find_doubts = __webpack_require__(838);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
// EXTERNAL MODULE: ./lib/conflicts/checks/merged-text.js
var merged_text = __webpack_require__(8741);
;// CONCATENATED MODULE: ./lib/conflicts/checks/repeated-titles.js


/** Routes and names that are registered twice: `app.get('/users', …)` in two places, of which only one is asked. */
function findRepeatedTitles({ ours, theirs, result }) {
    const [merged, left, right] = [result, ours, theirs].map(text => (0,count_items/* countItems */.A)(listRegistrations(text)));
    return [...(merged ?? [])].flatMap(([name, count]) => {
        const most = Math.max(left?.get(name) ?? 0, right?.get(name) ?? 0);
        return count > 1 && count > most && most > 0 && isNewOnBoth(name, left, right) ? [name] : [];
    });
}
function isNewOnBoth(name, left, right) {
    return left?.get(name) === 1 && right?.get(name) === 1;
}
const registration = /^@?(?:\w+\.)*(get|post|put|patch|delete|route|command|register|path|url)\(\s*(["'`][^"'`]+["'`])/;
function listRegistrations(text) {
    return (0,merged_text/* toTrimmedLines */.N)(text).flatMap(line => {
        const [, verb, title] = registration.exec(line) ?? [];
        return verb === undefined || title === undefined ? [] : [`${verb}(${title}`];
    });
}

;// CONCATENATED MODULE: ./lib/conflicts/checks/inspect-file.js





/**
 * What is wrong in a file that git has merged without a conflict, one sentence each: it does not parse, something is there twice or missing, a
 * call does not fit. What was so on a side is no problem of the merge.
 */
async function inspectFile(merged) {
    const { path, base, ours, theirs, result } = merged;
    if (!(await isParsed(merged)))
        return ['it has a syntax error, and neither side has one'];
    const { doubled, dangling } = await (0,proof_names/* findNameProblems */.t)(path, result, [base, ours, theirs]);
    const repeated = [
        ...(await (0,repeated_signatures/* findRepeatedSignatures */.V)(path, result, [ours, theirs])),
        ...findRepeatedTitles(merged),
    ];
    const names = new Set(repeated.flatMap(signature => signature.split(/[\s/]+/)));
    return [
        ...repeated.map(signature => `\`${signature}\` is there twice`),
        ...doubled.filter(name => !names.has(name)).map(name => `\`${name}\` is imported or declared twice`),
        ...dangling.map(name => `\`${name}\` is used, but no longer declared`),
        ...(await (0,find_doubts/* findDoubts */.h)(merged)),
    ];
}
async function isParsed({ path, ours, theirs, result }) {
    if ((await (0,parses/* tryCheckSyntax */.$)(path, result)) !== false)
        return true;
    for (const side of [ours, theirs])
        if ((await (0,parses/* tryCheckSyntax */.$)(path, side)) === false)
            return true;
    return false;
}


/***/ })

};

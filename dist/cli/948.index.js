export const id = 948;
export const ids = [948];
export const modules = {

/***/ 1948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectPaths: () => (/* binding */ inspectPaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** What is wrong with the names of files that git has merged without a conflict, one sentence each. */
function inspectPaths(paths) {
    return [...findCaseTwins(paths), ...findSameNumbers(paths)];
}
/** Two files, or folders, whose names differ by case: some file systems have room for one. */
function findCaseTwins({ all, addedByOurs, addedByTheirs }) {
    const added = new Set([...addedByOurs, ...addedByTheirs]);
    const byName = new Map();
    for (const path of [...all].flatMap(toPrefixes)) {
        const name = path.toLowerCase();
        byName.set(name, (byName.get(name) ?? new Set()).add(path));
    }
    return [...byName.values()]
        .filter(twins => twins.size > 1 &&
        [...twins].some(twin => [...added].some(path => path === twin || path.startsWith(`${twin}/`))))
        .map(twins => `names differ by case only: ${[...twins].map(path => `\`${path}\``).join(', ')}`);
}
/** A path and all folders on its way. */
function toPrefixes(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Files of one folder that begin with the same number: migrations run in the order of their numbers. */
function findSameNumbers({ addedByOurs, addedByTheirs }) {
    return addedByOurs.flatMap(path => {
        const number = toNumber(path);
        if (number === undefined)
            return [];
        const twin = addedByTheirs.find(other => other !== path && toNumber(other) === number);
        return twin === undefined ? [] : [`two new files have one number: \`${path}\`, \`${twin}\``];
    });
}
/** The folder, and the number that the name begins with. */
function toNumber(path) {
    const number = /^[vV]?(\d{2,})[-_.]/.exec(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path))?.[1];
    return number === undefined ? undefined : `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path)} ${Number(number)} ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(path)}`;
}


/***/ })

};

export const id = 83;
export const ids = [83];
export const modules = {

/***/ 5083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isModule),
/* harmony export */   findLostModules: () => (/* binding */ findLostModules),
/* harmony export */   s: () => (/* binding */ listModules)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _merged_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8741);


/** Imports that one side has added of a file that the other has deleted or moved: each `module` with the file that is gone. */
function findLostModules({ path, base, text }, gone) {
    return (0,_merged_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listAddedLines */ .o)(base, text)
        .flatMap(listModules)
        .flatMap(module => {
        const file = gone.find(other => isModule(module, path, other));
        return file === undefined ? [] : [{ module, file }];
    });
}
const patterns = [
    /(?:from|import|require\(|import\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
    /^(?:from|import)\s+([\w.]+)/g,
    /^#include\s+"([^"]+)"/g,
    /(?:src|href|url)\s*[=(]\s*["']?([\w./-]+\.\w+)/g,
];
/** The modules that a line names. */
function listModules(line) {
    return patterns.flatMap(pattern => [...line.matchAll(pattern)].map(match => match[1]));
}
/** Whether a module, as a file names it, is another file. */
function isModule(module, from, file) {
    const stem = file.replace(/(\/(index|__init__))?\.\w+$/, '');
    const place = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from), module);
    if (module.includes('/') || place === file) {
        return place === file || place.replace(/\.\w+$/, '') === stem || place === stem;
    }
    const asPath = toPythonPath(module, from);
    return asPath !== '' && (stem === asPath || stem.endsWith(`/${asPath}`)) && /\.pyi?$/.test(file);
}
function toPythonPath(module, from) {
    const dots = /^\.+/.exec(module)?.[0].length ?? 0;
    const path = module.slice(dots).replaceAll('.', '/');
    return dots === 0 ? path : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from), '../'.repeat(dots - 1), path);
}


/***/ })

};

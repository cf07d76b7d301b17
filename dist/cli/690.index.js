export const id = 690;
export const ids = [690];
export const modules = {

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LiveDisplay: () => (/* binding */ LiveDisplay)
/* harmony export */ });
/* harmony import */ var log_update__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5493);
/* harmony import */ var _model_steady_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5200);
/* harmony import */ var _report_terminal_live_frame_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5133);
/* harmony import */ var _report_terminal_live_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4093);
/* harmony import */ var _report_terminal_plain_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1870);





const redrawMilliseconds = 100;
/** A row a task, redrawn in place. */
class LiveDisplay {
    terminal;
    screen = (0,log_update__WEBPACK_IMPORTED_MODULE_3__/* .createLogUpdate */ .SY)(process.stderr);
    timer;
    state = _report_terminal_live_state_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyState */ .p;
    lines = 0;
    constructor(terminal) {
        this.terminal = terminal;
        this.timer = setInterval(() => this.draw(), redrawMilliseconds);
        this.timer.unref();
    }
    emit = (event) => {
        this.state = (0,_report_terminal_live_state_js__WEBPACK_IMPORTED_MODULE_1__/* .withEvent */ .R)(this.state, event, (0,_model_steady_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .steadyNow */ .rj)());
        if (event.kind === 'notice')
            this.printAbove((0,_report_terminal_plain_line_js__WEBPACK_IMPORTED_MODULE_2__/* .tryPlainLine */ .w)(event) ?? '');
    };
    close() {
        clearInterval(this.timer);
        if (this.terminal.isAnswerSeen)
            this.clear();
        else
            this.draw();
        this.screen.done();
        if (!this.terminal.isAnswerSeen)
            this.terminal.narrate('');
    }
    printAbove(line) {
        this.clear();
        this.terminal.narrate(this.terminal.narrationPaint.dim(line));
        this.draw();
    }
    draw() {
        if (this.state.tasks.size === 0)
            return;
        const { columns = 80, rows = 24 } = process.stderr;
        const frame = (0,_report_terminal_live_frame_js__WEBPACK_IMPORTED_MODULE_0__/* .toFrame */ .z)(this.state, { columns, rows, paint: this.terminal.narrationPaint }, (0,_model_steady_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .steadyNow */ .rj)());
        const lines = frame.split('\n').length;
        // log-update loses the last line when lines come in above it that were not there before.
        if (lines !== this.lines)
            this.clear();
        this.lines = lines;
        this.screen(frame);
    }
    clear() {
        this.screen.clear();
        this.lines = 0;
    }
}


/***/ })

};

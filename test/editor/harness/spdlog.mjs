/**
 * What VS Code writes its logs with, in plain JavaScript: the package of this name is compiled when it is installed, which takes a
 * compiler, and without it every log of the editor is empty. Files are not rotated: no editor of ours lives long.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

export const version = 0;

let least = LEVELS.indexOf('info');

/** @param {number} level the least that new loggers write */
export function setLevel(level) {
  least = level;
}

/** Every line is written at once. */
export function setFlushOn() {}

export class Logger {
  #file;
  #level = least;
  #bare = false;

  /** @param {string} _type @param {string} _name @param {string} file */
  constructor(_type, _name, file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  getLevel() {
    return this.#level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.#level = level;
  }

  /** Of patterns VS Code asks for one only, which is the one used. */
  setPattern() {}

  clearFormatters() {
    this.#bare = true;
  }

  flush() {}
  drop() {}

  /** @param {string} message */
  trace(message) {
    this.#write(0, message);
  }

  /** @param {string} message */
  debug(message) {
    this.#write(1, message);
  }

  /** @param {string} message */
  info(message) {
    this.#write(2, message);
  }

  /** @param {string} message */
  warn(message) {
    this.#write(3, message);
  }

  /** @param {string} message */
  error(message) {
    this.#write(4, message);
  }

  /** @param {string} message */
  critical(message) {
    this.#write(5, message);
  }

  /** @param {number} level @param {string} message */
  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.#file, this.#bare ? message : `${time} [${LEVELS[level]}] ${message}\n`);
  }
}

/** @param {string} name @param {string} file */
export async function createRotatingLogger(name, file) {
  return new Logger('rotating', name, file);
}

export const createAsyncRotatingLogger = createRotatingLogger;

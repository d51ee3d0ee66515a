// Regular expressions of Python's `re`, in which PEFT keeps settings of single modules: which names one
// matches. All ways to match go along the name together, so none takes long.
import { refuse } from './error.js';

/**
 * @typedef {(char: string) => boolean} Takes whether this character will do
 * @typedef {(name: string[], at: number) => boolean} Holds whether this place will do
 * @typedef {{ takes?: Takes, holds?: Holds, to: number[] }} State
 * @typedef {(next: number) => number} Part makes the states of a part of a pattern, before the state that
 *   comes next, and returns the first of them
 */

const MOST_STATES = 20_000;
/** States times characters. */
const MOST_WORK = 20_000_000;
const MOST_DEPTH = 100;
/** The state that has matched. */
const END = 0;

/** As Python sees text: all of Unicode, and no marks in words. @type {Record<string, Takes>} */
const CATEGORIES = {
  d: (char) => /\p{Nd}/u.test(char),
  s: (char) => /[\s\x1c-\x1f\x85]/.test(char) && char !== '\ufeff',
  w: (char) => /[\p{L}\p{N}_]/u.test(char),
};

const isWord = (/** @type {string | undefined} */ char) => char !== undefined && CATEGORIES.w(char);
/** @type {Holds} */
const atBoundary = (name, at) => isWord(name[at - 1]) !== isWord(name[at]);
/** @type {Record<string, Holds>} */
const PLACES = {
  '^': (_, at) => at === 0,
  '\\A': (_, at) => at === 0,
  '\\Z': (name, at) => at === name.length,
  $: (name, at) => at === name.length || (at === name.length - 1 && name[at] === '\n'),
  '\\b': atBoundary,
  '\\B': (name, at) => !atBoundary(name, at),
};

const codeOf = (/** @type {string} */ char) => /** @type {number} */ (char.codePointAt(0));

/** A character that becomes two in another case, such as ß, equals neither. @param {Takes} takes */
const inAnyCase = (takes) => (/** @type {string} */ char) => {
  const upper = char.toUpperCase();
  const all = [char, char.toLowerCase(), upper, upper.toLowerCase()];
  return all.some((one) => one.length <= char.length && takes(one));
};

/**
 * @param {string} text
 * @param {(state: State) => number} add
 * @returns {Part}
 */
function parse(text, add) {
  let at = 0;
  let anyCase = false;
  const names = new Set();

  /** @returns {never} */
  const stop = () => refuse(`what begins at its character ${at + 1} is not supported`);
  /** Passes what matches here. @param {RegExp} sticky */
  const take = (sticky) => {
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    at += found === null ? 0 : found[0].length;
    return found;
  };
  const cased = (/** @type {Takes} */ takes) => (anyCase ? inAnyCase(takes) : takes);
  /** @param {Takes} takes @returns {Part} */
  const one = (takes) => (next) => add({ takes, to: [next] });

  /** @param {number} depth @returns {Part} */
  function choice(depth) {
    if (depth > MOST_DEPTH) stop();
    const choices = [sequence(depth)];
    while (take(/\|/y)) choices.push(sequence(depth));
    return (next) => add({ to: choices.map((part) => part(next)) });
  }

  /** @param {number} depth @returns {Part} */
  function sequence(depth) {
    /** @type {Part[]} */
    const parts = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') {
      const place = take(/\\[AZbB]|[$^]/y);
      const holds = place === null ? undefined : PLACES[place[0]];
      parts.push(
        holds === undefined ? repeated(item(depth)) : (next) => add({ holds, to: [next] }),
      );
    }
    return (next) => parts.reduceRight((to, part) => part(to), next);
  }

  /** @param {number} depth @returns {Part} */
  function item(depth) {
    if (counts() !== undefined) stop();
    if (take(/\./y)) return one((char) => char !== '\n');
    if (take(/\[/y)) return one(set());
    const group = take(/\((?:\?P<([^\W\d]\w*)>|\?:|\?(i):|(?!\?))/y);
    if (group === null) return one(cased(member(/\\[^a-z\d]|[^\\()[]/isuy).takes));
    const [, name, flag] = group;
    if (name !== undefined && names.size === names.add(name).size) stop();
    const outer = anyCase;
    anyCase ||= flag !== undefined;
    const inside = choice(depth + 1);
    if (!take(/\)/y)) stop();
    anyCase = outer;
    return inside;
  }

  /** A character or a category. @param {RegExp} literal @returns {{ takes: Takes, char?: string }} */
  function member(literal) {
    const [, letter] = take(/\\([dsw])/iy) ?? [];
    if (letter !== undefined) {
      const category = CATEGORIES[letter.toLowerCase()];
      return { takes: letter in CATEGORIES ? category : (char) => !category(char) };
    }
    const [found] = take(literal) ?? stop();
    const [char] = [...found].slice(-1);
    return { takes: (other) => other === char, char };
  }

  /** What is in brackets. @returns {Takes} */
  function set() {
    const negated = take(/\^/y) !== null;
    /** @type {Takes[]} */
    const parts = [];
    do {
      const { takes, char: from } = member(/\\[^a-z\d]|[^\\]/isuy);
      if (!take(/-(?!\])/y)) {
        parts.push(takes);
        continue;
      }
      const { char: to } = member(/\\[^a-z\d]|[^\\]/isuy);
      if (from === undefined || to === undefined || codeOf(from) > codeOf(to)) stop();
      parts.push((char) => codeOf(char) >= codeOf(from) && codeOf(char) <= codeOf(to));
    } while (!take(/\]/y));
    const takes = cased((char) => parts.some((part) => part(char)));
    return (char) => takes(char) !== negated;
  }

  /** How often, where that is said here. @returns {[number, number] | undefined} */
  function counts() {
    // {} is text, as is any other { that says no numbers.
    const found = take(/[*+?]|\{(?!\})(\d*)(,?)(\d*)\}/y);
    if (found === null) return undefined;
    const [whole, from = '', comma, to] = found;
    const least = whole === '+' ? 1 : Number(from);
    if (whole === '?') return [0, 1];
    return [least, comma === '' && to === '' ? least : Number(to || Infinity)];
  }

  /** @param {Part} part @returns {Part} */
  function repeated(part) {
    const times = counts();
    if (times === undefined) return part;
    const [least, most] = times;
    // Lazy or not, the same names match. A + here would keep what it took, which is something else.
    take(/\?/y);
    if (most < least || counts() !== undefined) stop();
    return (next) => {
      let start = next;
      if (most === Infinity) {
        const to = [next];
        start = add({ to });
        to.push(part(start));
      } else {
        for (let i = least; i < most; i++) start = add({ to: [part(start), next] });
      }
      for (let i = 0; i < least; i++) start = part(start);
      return start;
    };
  }

  const whole = choice(0);
  if (at < text.length) stop();
  return whole;
}

/**
 * What PEFT does with a key: re.match(rf"(.*\.)?({key})$", name), for a name as its characters.
 *
 * @param {string} key
 * @returns {(name: string[]) => boolean}
 * @throws for the rest of Python's syntax, for what Python refuses too, and for what is too large
 */
export function compile(key) {
  /** @type {State[]} */
  const states = [{ to: [] }, { holds: PLACES.$, to: [END] }];
  const add = (/** @type {State} */ state) =>
    states.length < MOST_STATES ? states.push(state) - 1 : refuse('it is too large');
  const start = key.length < MOST_STATES ? parse(key, add)(1) : refuse('it is too large');
  /** The step at which each state was last come to. */
  const seen = new Float64Array(states.length);
  let step = 0;
  return (name) => {
    if (name.length * states.length > MOST_WORK) refuse('it is too large for so long a name');
    // `.` is no line break.
    const line = name.indexOf('\n');
    /** @type {number[]} */
    let waiting = [];
    for (let at = 0; at <= name.length; at++) {
      const isStart = at === 0 || (name[at - 1] === '.' && (line < 0 || at <= line));
      if (isStart) waiting.push(start);
      step++;
      /** @type {number[]} */
      const after = [];
      while (waiting.length > 0) {
        const index = /** @type {number} */ (waiting.pop());
        if (index === END) return true;
        if (seen[index] === step) continue;
        seen[index] = step;
        const { takes, holds, to } = states[index];
        if (takes === undefined) {
          if (holds === undefined || holds(name, at)) waiting.push(...to);
        } else if (at < name.length && takes(name[at])) after.push(...to);
      }
      waiting = after;
    }
    return false;
  };
}

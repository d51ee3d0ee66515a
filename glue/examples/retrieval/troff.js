// Reads the source of a manual page (troff with the man macros) as names, description and text.

// Two-letter font macros alternate between fonts, without a space where they change.
const ALTERNATING = new Set(['BR', 'RB', 'BI', 'IB', 'IR', 'RI']);
const SPACED = new Set(['B', 'I', 'SM', 'SB', 'SS', 'UR', 'MT']);
// Names of characters that are not letters; what is not listed is a space.
const CHARACTERS = {
  aq: "'",
  dq: '"',
  lq: '"',
  rq: '"',
  oq: "'",
  cq: "'",
  ha: '^',
  ti: '~',
  rs: '\\',
  em: '-',
  en: '-',
  '-': '-',
};

/** What is printed for the escapes of a line. */
function unescape(line) {
  return line
    .replace(/\\["#].*$/, '')
    .replace(/\\f(?:\[[^\]]*\]|\(..|.)/g, '')
    .replace(/\\s[-+]?\d+/g, '')
    .replace(/\\\*(?:\[[^\]]*\]|\(..|.)/g, ' ')
    .replace(/\\[hvwo]'[^']*'/g, ' ')
    .replace(/\\(?:\((..)|\[([^\]]*)\])/g, (_, two, name) => CHARACTERS[two ?? name] ?? ' ')
    .replace(/\\[ ~0]/g, ' ')
    .replace(/\\[&|^/,%:c)]/g, '')
    .replace(/\\e/g, '\\')
    .replace(/\\(.)/g, '$1');
}

/** The arguments of a macro: words, or quoted strings in which "" is a quote. */
function argumentsOf(text) {
  const found = text.replace(/\\".*$/, '').matchAll(/"((?:[^"]|"")*)"?|(\S+)/g);
  return Array.from(found, ([, quoted, word]) => word ?? quoted.replaceAll('""', '"'));
}

/** What a macro prints of its arguments. */
function printed(macro, args) {
  if (ALTERNATING.has(macro)) return args.join('');
  if (SPACED.has(macro)) return args.join(' ');
  return macro === 'IP' ? (args[0] ?? '') : '';
}

/** The sections, each with the lines of its text. */
function sectionsOf(source) {
  const sections = [];
  let inTableFormat = false;
  for (const line of source.replace(/\\\n/g, '').split('\n')) {
    if (inTableFormat) {
      inTableFormat = !/\.\s*$/.test(line);
      continue;
    }
    const [, macro, rest] = /^[.']\s*(\S*)\s*(.*)$/.exec(line) ?? [];
    if (macro === 'SH') {
      sections.push({ name: unescape(argumentsOf(rest).join(' ')), lines: [] });
    } else if (macro === 'TS') {
      inTableFormat = true;
    } else {
      const text = macro === undefined ? line : printed(macro, argumentsOf(rest));
      sections.at(-1)?.lines.push(unescape(text));
    }
  }
  return sections;
}

const oneLine = (lines) => lines.join(' ').replace(/\s+/g, ' ').trim();

/** Whether a page only says which other page to show. */
export const isAlias = (source) => /^\.so\s/m.test(source);

/**
 * `text` is all but the section NAME, whose "a, b \- what they do" is `names` and `description`.
 * Nothing for a page without that.
 */
export function parsePage(source) {
  const sections = sectionsOf(source);
  const section = sections.find(({ name }) => name === 'NAME');
  const [, names, description] = /^(.*?) - (.*)$/.exec(oneLine(section?.lines ?? [])) ?? [];
  if (description === undefined) return undefined;
  const others = sections.filter((other) => other !== section);
  return {
    names: names.split(',').map((name) => name.trim()),
    description,
    text: oneLine(others.flatMap(({ lines }) => lines)),
  };
}

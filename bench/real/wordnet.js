// Reads synsets from WordNet's files (the manual page wndb(5WN)).
import { createRandom } from './random.js';

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `00004227 29 v 03 exhale 0 expire 0 breathe_out 0 ... | expel air; "Exhale when you lift"` */
function parse(line) {
  const [fields, gloss] = line.split(' | ');
  const [, , , count, ...rest] = fields.split(' ');
  const words = Array.from({ length: parseInt(count, 16) }, (_, i) =>
    rest[2 * i]
      .replace(/\(\w+\)$/, '')
      .replaceAll('_', ' ')
      .toLowerCase(),
  );
  const given = new RegExp(`\\b(?:${words.map(escaped).join('|')})(?:s|es|d|ed|ing)?\\b`, 'g');
  return { words: words.join(', '), gloss: gloss.toLowerCase().replace(given, ' ').trim() };
}

/** Some of the synsets, the same every time, without proper names and without numbers. */
export function readSynsets(text, part, count) {
  const lines = text.split('\n').filter((line) => /^\d{8} .* \| /.test(line));
  const usable = lines.filter((line) => !/^\d{8} \d\d . [\da-f]{2} (?:[A-Z]|\S*\d)/.test(line));
  return createRandom(1, part).shuffled(usable).slice(0, count).map(parse);
}

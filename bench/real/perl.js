// Reads questions with their answers, and messages with what they mean, from Perl's documentation.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { UsageError } from '../../test-wasm/support/command-line.js';

const ROOT = '/usr/share/perl';
const FAQS = Array.from({ length: 9 }, (_, i) => `perlfaq${i + 1}`);

function folder() {
  const versions = existsSync(ROOT) ? readdirSync(ROOT).sort() : [];
  const found = versions
    .map((version) => `${ROOT}/${version}/pod`)
    .find((pod) => existsSync(`${pod}/perlfaq1.pod`) && existsSync(`${pod}/perldiag.pod`));
  if (found === undefined) throw new UsageError('Install the Debian packages perl-doc and perl.');
  return found;
}

/** Text without the marks of pod: C<code>, L<name|page/"section">. */
const plain = (pod) =>
  pod
    .replace(/^=\w+.*$/gm, ' ')
    .replace(/L<(?:([^|>]*)\|)?([^>]*)>/g, (_, name, page) => name ?? page)
    .replace(/[A-Z]<+\s?|>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** What follows each heading, up to the next; headings with nothing between them are one. */
function sections(pod, isHeading) {
  const found = [];
  for (const paragraph of pod.split(/\n\s*\n/)) {
    const heading = isHeading(paragraph);
    if (heading === null) continue;
    if (heading === undefined) {
      found.at(-1)?.lines.push(paragraph);
    } else if (found.length > 0 && found.at(-1).lines.length === 0) {
      found.at(-1).heading += ` ${heading}`;
    } else {
      found.push({ heading, lines: [] });
    }
  }
  return found
    .map(({ heading, lines }) => ({ heading: plain(heading), text: plain(lines.join('\n')) }))
    .filter(({ heading, text }) => heading !== '' && text !== '')
    .map(({ heading, text }) => ({ heading, text: text.replaceAll(heading, ' ') }));
}

/** A heading, undefined for text, null for what is neither. */
const question = (paragraph) => {
  const [, level, heading] = /^=head([12])\s+([^]*)/.exec(paragraph) ?? [];
  if (level === '2') return heading;
  return level === '1' ? '' : undefined;
};

/** The same for the items of the outermost list, which are messages. */
function message() {
  let depth = 0;
  return (paragraph) => {
    if (/^=over/.test(paragraph)) depth++;
    if (/^=back/.test(paragraph)) depth--;
    if (depth === 0) return null;
    return depth === 1 ? /^=item\s+([^]*)/.exec(paragraph)?.[1] : undefined;
  };
}

/** Every question of perlfaq and every message of perldiag, with the text that answers it. */
export function readAnswers() {
  const read = (name) => readFileSync(`${folder()}/${name}.pod`, 'utf8');
  return [
    ...FAQS.flatMap((name) => sections(read(name), question)),
    ...sections(read('perldiag'), message()),
  ];
}

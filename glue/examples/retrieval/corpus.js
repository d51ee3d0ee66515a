// Documents and queries from manual pages, with what would give the answer away taken out.

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text without a page's own names, where they stand as words of their own. */
function withoutNames(text, names) {
  const pattern = names
    .filter((name) => name !== '')
    .map((name) => escaped(name.toLowerCase()))
    .join('|');
  return text.replace(new RegExp(`(?<![a-z0-9_])(?:${pattern})(?![a-z0-9_])`, 'g'), ' ');
}

/**
 * `documents[i]` is the text of page i; a query is a description and the pages it describes:
 * descriptions that several pages share are one query, and any of those pages answers it. A page's
 * own names are in neither, and the description is not in the document, not even as a quotation.
 */
export function createCorpus(pages) {
  const queries = new Map();
  const documents = pages.map(({ names, description, text }, index) => {
    const wanted = description.toLowerCase();
    const query = queries.get(wanted) ?? { text: withoutNames(wanted, names), relevant: [] };
    query.relevant.push(index);
    queries.set(wanted, query);
    return withoutNames(text.toLowerCase().replaceAll(wanted, ' '), names);
  });
  return { documents, queries: [...queries.values()] };
}

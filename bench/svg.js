// What the charts share.

export const INK = '#222';
export const PALE = '#666';

export function element(document, name, attributes, text = '') {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** An <svg> that is valid outside of a page. */
export function finish(svg) {
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.removeAttribute('class');
  return svg;
}

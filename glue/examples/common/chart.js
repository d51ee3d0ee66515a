// What the charts of panels side by side have in common: colours, headings, axes, drawing.
import { compile } from 'vega-lite';
import { parse, View } from 'vega';

export const INK = '#1f2933';
export const MUTED = '#5f6c7b';
export const GRID = '#e4e8ec';

/**
 * Draws panels as an SVG document.
 *
 * @param {{ text: string, subtitle: string[], panels: object[], spacing: number, symbolSize: number }} chart
 */
export async function drawPanels({ text, subtitle, panels, spacing, symbolSize }) {
  const { spec } = compile({
    background: '#ffffff',
    padding: 24,
    title: {
      text,
      subtitle,
      anchor: 'start',
      fontSize: 20,
      subtitleFontSize: 14,
      subtitlePadding: 8,
      subtitleLineHeight: 19,
      offset: 22,
    },
    spacing,
    bounds: 'flush',
    hconcat: panels,
    config: {
      font: 'Helvetica, Arial, sans-serif',
      view: { stroke: null },
      title: { color: INK, subtitleColor: MUTED },
      legend: { labelFontSize: 13, labelColor: INK, labelLimit: 400, symbolSize },
      axis: {
        labelColor: INK,
        labelFontSize: 13,
        titleColor: MUTED,
        titleFontSize: 13,
        titleFontWeight: 'normal',
        titlePadding: 10,
        gridColor: GRID,
        domainColor: '#9aa5b1',
      },
    },
  });
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

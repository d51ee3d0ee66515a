// The chart: per query kind, the learned plan beside SQLite's own and the best one; the learning.
import { compile } from 'vega-lite';
import { parse, View } from 'vega';
import { GRID, INK, MUTED, OWN } from './chart-colors.js';
import { learningCurve, regretCurve } from './chart-learning.js';
import { comparison } from './chart-plans.js';

const axis = {
  labelColor: INK,
  labelFontSize: 13,
  labelLimit: 400,
  titleColor: MUTED,
  titleFontSize: 13,
  titleFontWeight: 'normal',
  titlePadding: 12,
  gridColor: GRID,
  tickColor: GRID,
  domainColor: OWN,
};

/** Draws the summary of a run as an SVG document. */
export async function drawChart(summary, learning, { rows }) {
  const trained = learning.queries;
  const { spec } = compile({
    background: '#ffffff',
    padding: 24,
    title: {
      text: 'A policy learns which plan SQLite should run',
      subtitle:
        `${summary.byTemplate.length} kinds of query on ${rows.toLocaleString('en')} rows of ` +
        `sales data: learned from ${trained} queries, measured on ${summary.queries} others`,
      anchor: 'start',
      fontSize: 20,
      subtitleFontSize: 14,
      subtitlePadding: 8,
      offset: 22,
    },
    spacing: 40,
    vconcat: [comparison(summary), learningCurve(summary, trained), regretCurve(learning, trained)],
    config: {
      font: 'Helvetica, Arial, sans-serif',
      view: { stroke: null },
      title: { color: INK, subtitleColor: MUTED },
      axis,
      legend: { labelFontSize: 13, labelColor: INK, labelLimit: 400 },
    },
  });
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

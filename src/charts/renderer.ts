/**
 * Draws charts as SVG through Chart.js. One canvas service for each size serves every chart of a run: each new one
 * loads Chart.js again and never gives its memory back (SeanSobey/ChartjsNodeCanvas#138).
 */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { alternativeText } from './alternative-text.js';
import { captureText, restoreText } from './captured-text.js';
import type { Chart } from './chart.js';
import { FONT_FAMILY, FONT_WEIGHTS, fontFile } from './font.js';
import { type ChartSize, type MonthChart, SERIES_SIZE, STACKED_SIZE } from './frame.js';
import type { Pen } from './pen.js';
import { seriesConfiguration } from './series-chart.js';
import { stackedConfiguration } from './stacked-chart.js';
import { inlineSvg } from './svg.js';

/** The chart as an inline <svg>, the same for the same data. */
export type DrawChart = (chart: Chart) => string;

let services: Promise<ReadonlyMap<Chart['kind'], ChartJSNodeCanvas>> | undefined;

const SIZES: Readonly<Record<Chart['kind'], ChartSize>> = { series: SERIES_SIZE, stacked: STACKED_SIZE };

/** Loads Chart.js and the canvas, which a run that draws nothing need not wait for. */
export async function openCharts(): Promise<DrawChart> {
  services ??= openServices();
  const opened = await services;
  return chart => {
    const service = opened.get(chart.kind);
    if (!service) throw new Error(`No canvas for a ${chart.kind} chart`);
    return draw(chart, service);
  };
}

async function openServices(): Promise<ReadonlyMap<Chart['kind'], ChartJSNodeCanvas>> {
  const { ChartJSNodeCanvas } = await import('chartjs-node-canvas');
  const opened = new Map<Chart['kind'], ChartJSNodeCanvas>();
  for (const kind of ['series', 'stacked'] as const) {
    opened.set(kind, new ChartJSNodeCanvas({ ...SIZES[kind], type: 'svg' }));
  }
  // The canvas keeps one set of fonts for the whole process.
  for (const weight of FONT_WEIGHTS) {
    opened.get('series')?.registerFont(fontFile(weight), { family: FONT_FAMILY, weight: String(weight) });
  }
  return opened;
}

function draw(chart: Chart, service: ChartJSNodeCanvas): string {
  const configuration = configurationOf(chart);
  let captured: ReturnType<typeof captureText> = [];
  const capture: Plugin = {
    id: 'captured-text',
    beforeInit: drawn => {
      captured = captureText(drawn.ctx as Pen);
    },
  };
  const plugins = [capture, ...(configuration.plugins ?? [])];
  // The service is typed for charts of any kind, ours for months of numbers.
  const spec = { ...configuration, plugins } as ChartConfiguration;
  const drawn = service.renderToBufferSync(spec, 'image/svg+xml').toString('utf8');
  const details = { ...SIZES[chart.kind], id: `chart-${chart.id}`, label: alternativeText(chart) };
  return restoreText(inlineSvg(drawn, details), captured);
}

function configurationOf(chart: Chart): MonthChart {
  return chart.kind === 'series' ? seriesConfiguration(chart) : stackedConfiguration(chart);
}

// How a chart description looks in Chart.js, in the plot box of the server's drawing; charts.js says when and where.
"use strict";

const drawing = (() => {
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const numbers = (words) => words.split(" ").map(Number);

  function marks(colour, radius, width) {
    const ring = token("--paper");
    return {
      borderColor: colour, backgroundColor: colour, borderWidth: width, clip: false, spanGaps: false,
      pointRadius: radius, pointBorderColor: ring, pointBorderWidth: 1,
      pointHoverRadius: radius * 1.5, pointHoverBackgroundColor: colour, pointHoverBorderColor: ring,
    };
  }

  // No line goes on into a year that may not be compared with the one before.
  function parted(years, breaks = []) {
    const apart = new Set(breaks.filter((turn) => turn.apart).map(({ year }) => year));
    return { borderColor: ({ p1DataIndex }) => (apart.has(years[p1DataIndex]) ? "transparent" : undefined) };
  }

  // The first series lies on top in Chart.js, as in the server's drawing.
  function overYears({ years, breaks, reverse }, datasets, [min, max]) {
    const segment = parted(years, breaks);
    const scales = { x: { display: false, offset: true }, y: { display: false, min, max, reverse } };
    const data = { labels: years, datasets: datasets.map((dataset) => ({ ...dataset, segment })) };
    return { type: "line", data, options: { scales } };
  }

  function trend(chart, span, scale) {
    const datasets = chart.series.map(({ role, values }) => {
      const [radius, width] = role === "province" ? [4.5, 3] : [2.2, 1.5];
      return { data: values, ...marks(token(`--series-${role}`), radius * scale, width * scale) };
    });
    return overYears(chart, datasets, span);
  }

  // Up to five provinces, told apart by line and shape: [shape, dashes, filled].
  const looks = {
    first: ["circle", [], true], second: ["rect", [6, 3], true], third: ["triangle", [2, 3], false],
    fourth: ["rectRot", [], true], fifth: ["crossRot", [1, 4], false],
  };

  function lines(chart, span, scale, svg) {
    const radius = svg.viewBox.baseVal.width > 500 ? 4 : 3;
    const datasets = chart.series.map(({ role, values }) => {
      const [pointStyle, borderDash, filled] = looks[role];
      const colour = token(`--series-${role}`);
      const look = marks(colour, radius * scale, (role === "first" ? 3 : 2.25) * scale);
      const hollow = { pointBackgroundColor: token("--paper"), pointBorderColor: colour, pointBorderWidth: 1.75 * scale };
      return { data: values, ...look, pointStyle, borderDash, ...(filled ? {} : hollow) };
    });
    return overYears(chart, datasets, span);
  }

  function components({ items, overall }, [min, max], scale) {
    const accent = token("--series-province");
    const ranks = items.map(({ rank }) => rank);
    const stems = ranks.map((rank) => rank && overall && [overall, rank]);
    const datasets = [
      { type: "line", data: ranks, showLine: false, ...marks(accent, 5.5 * scale, 1) },
      { data: stems, backgroundColor: `${accent}8c`, barThickness: 3 * scale },
    ];
    const scales = { x: { display: false, min, max }, y: { display: false, offset: true } };
    return { type: "bar", data: { labels: ranks.map(String), datasets }, options: { indexAxis: "y", scales } };
  }

  // Axes, hatching and rules as the server drew them, under the series.
  const ground = (svg, scale) => ({ id: "ground", beforeDatasetsDraw({ ctx }) {
    ctx.save();
    ctx.scale(scale, scale);
    for (const path of svg.querySelectorAll("path:not(.ln, .stem, .dot)")) {
      const style = getComputedStyle(path);
      ctx.strokeStyle = style.stroke;
      ctx.lineWidth = parseFloat(style.strokeWidth);
      ctx.setLineDash(style.strokeDasharray.split(",").map(parseFloat).filter(Number.isFinite));
      ctx.stroke(new Path2D(path.getAttribute("d")));
    }
    ctx.restore();
  } });

  return (chart, svg, canvas) => {
    const { width, height } = svg.getBoundingClientRect();
    const scale = width / svg.viewBox.baseVal.width;
    const [left, top, right, bottom] = numbers(svg.dataset.box).map((length) => length * scale);
    const { options, ...setup } = { trend, lines, components }[chart.kind](chart, numbers(svg.dataset.span), scale, svg);
    const padding = { left, top, right: width - right, bottom: height - bottom };
    Object.assign(canvas, { width, height });
    return new Chart(canvas, { ...setup, plugins: [ground(svg, scale)], options: { ...options,
      layout: { padding, autoPadding: false }, responsive: false, animation: false, events: [],
      plugins: { legend: { display: false }, tooltip: { enabled: false } } } });
  };
})();

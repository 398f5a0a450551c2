// Puts a live drawing in the place of the server's once a reader moves and a chart is near, and lets them step through its
// points by pointer or arrow keys. The server's drawing stays in print, in forced colours, and when anything fails.
"use strict";
{
  const { library } = document.currentScript.dataset;
  const figures = new Map();
  let loading;

  const load = () => loading ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: library, onload: resolve, onerror: reject });
    document.head.append(script);
  });

  const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 500 }));

  function words({ kind, items, years, series, unit, unknown }, index) {
    if (kind === "components") return `${items[index].name}: ${items[index].printed ?? unknown}`;
    const known = series.filter(({ printed }, order) => order === 0 || printed[index]);
    const told = (printed) => (unit === "%" ? `${printed}%` : `${printed} ${unit}`.trim());
    const figure = ({ name, printed }) => `${name} ${printed[index] ? told(printed[index]) : unknown}`;
    return `${years[index]}: ${known.map(figure).join("; ")}`;
  }

  function show(figure, index) {
    const { chart, live, tip } = figure;
    const marks = live.data.datasets.map((_, datasetIndex) => live.getDatasetMeta(datasetIndex).data[index]);
    const known = marks.flatMap((mark, datasetIndex) => mark && !mark.skip ? [{ datasetIndex, index }] : []);
    figure.index = index;
    tip.textContent = index === null ? "" : words(chart, index);
    live.setActiveElements(known);
    live.update("none");
    if (index === null) return;
    const { x, y } = known.length ? marks[known[0].datasetIndex] : { x: live.width / 2, y: live.chartArea.bottom };
    const left = Math.min(Math.max(x - tip.offsetWidth / 2, 0), live.width - tip.offsetWidth);
    const above = y - tip.offsetHeight - 12;
    Object.assign(tip.style, { left: `${left}px`, top: `${above < 0 ? y + 12 : above}px` });
  }

  function step(event, figure) {
    const last = (figure.chart.years ?? figure.chart.items).length - 1;
    const { index } = figure;
    const next = {
      ArrowRight: () => Math.min((index ?? -1) + 1, last), ArrowLeft: () => Math.max((index ?? last + 1) - 1, 0),
      Home: () => 0, End: () => last, Escape: () => null,
    };
    Object.assign(next, { ArrowDown: next.ArrowRight, ArrowUp: next.ArrowLeft });
    if (!(event.key in next) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(figure, next[event.key]());
  }

  function follow(event, figure) {
    const near = figure.live.getElementsAtEventForMode(event, "nearest", { intersect: false, axis: figure.axis }, true);
    if (near.length && near[0].index !== figure.index) show(figure, near[0].index);
  }

  function redraw(figure) {
    const svg = [...figure.plot.querySelectorAll(":scope > svg")].find((drawing) => drawing.getClientRects().length);
    if (!svg) return;
    figure.live?.destroy();
    figure.live = drawing(figure.chart, svg, figure.canvas);
  }

  function enliven(element) {
    const plot = element.querySelector(".plot");
    const stage = Object.assign(document.createElement("div"), { className: "live", tabIndex: 0 });
    const [canvas, tip] = ["canvas", "p"].map((tag) => document.createElement(tag));
    const chart = JSON.parse(document.getElementById(element.dataset.chart).textContent);
    const figure = { plot, canvas, tip, chart, index: null, axis: chart.kind === "components" ? "y" : "x" };
    stage.setAttribute("role", "application");
    stage.setAttribute("aria-label", `${chart.title}. ${element.dataset.hint}`);
    canvas.setAttribute("aria-hidden", "true");
    tip.setAttribute("aria-live", "polite");
    stage.append(canvas, tip);
    redraw(figure);
    plot.prepend(stage);
    plot.classList.add("plot--live");
    stage.addEventListener("keydown", (event) => step(event, figure));
    for (const kind of ["pointermove", "pointerdown"]) canvas.addEventListener(kind, (event) => follow(event, figure));
    for (const kind of ["pointerleave", "blur"]) stage.addEventListener(kind, () => show(figure, null));
    new ResizeObserver(() => redraw(figure)).observe(plot);
    figures.set(element, figure);
  }

  const watch = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
      watch.unobserve(target);
      idle().then(load).then(idle).then(() => enliven(target)).catch(console.warn);
    }
  }, { rootMargin: "200px" });

  // A reader who only looks at the first screen needs no library: a phone takes a third of a second to run it.
  const moves = matchMedia("(forced-colors: active)").matches ? [] : ["scroll", "pointermove", "pointerdown", "keydown", "focusin"];
  function begin() {
    for (const kind of moves) removeEventListener(kind, begin);
    for (const element of document.querySelectorAll("figure[data-chart]")) watch.observe(element);
  }
  for (const kind of moves) addEventListener(kind, begin, { passive: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => figures.forEach(redraw));
}

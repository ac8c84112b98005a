"use strict";
// The picture of one network: pan, zoom, search, choose a year or kinds, click for the words.  Nothing is fetched.
(() => {
  const network = JSON.parse(document.getElementById("network").textContent);
  const element = (id) => document.getElementById(id);
  const canvas = element("picture");
  const pen = canvas.getContext("2d");
  const nodes = network.nodes.map(([id, label, kind, x, y, values], place) => ({ id, label, kind, x, y, values, place, edges: [] }));
  const edges = network.edges.map(([source, target, kind, weight, values, spells], place) =>
    ({ source: nodes[source], target: nodes[target], kind, weight, values, spells, place }));
  const look = (node) => network.kinds[node.kind];
  const view = { scale: 1, x: 0, y: 0 };
  const hidden = new Set();
  let year = "";
  let chosen = null; // a node or an edge
  let over = null;
  let touched = false; // has anybody moved the picture?

  // ── the parts ──────────────────────────────────────────────────────────────────────────────────────────────────
  const between = new Map();
  const heaviest = Math.max(...edges.map((edge) => edge.weight), 1);
  for (const edge of edges) {
    edge.source.edges.push(edge);
    if (edge.target !== edge.source) edge.target.edges.push(edge);
    const ends = [edge.source.place, edge.target.place];
    const turned = !network.directed && ends[0] > ends[1];
    if (turned) ends.reverse();
    const before = between.get(ends.join()) ?? 0;
    between.set(ends.join(), before + 1);
    const side = network.directed ? before + 0.6 : Math.ceil(before / 2) * (before % 2 ? 1 : -1);
    edge.bend = 0.16 * (turned ? -side : side);
    edge.width = 1 + 3 * Math.sqrt(Math.max(edge.weight, 0) / heaviest);
  }
  const size = (node) => Math.max(7 * look(node).size + Math.min(6, Math.sqrt(node.edges.length)), 4.5 / view.scale);
  const important = [...nodes].sort((one, other) => other.edges.length - one.edges.length || one.place - other.place);
  const shown = (thing) =>
    thing.label !== undefined
      ? !hidden.has(thing.kind) && (!year || thing.edges.some(inYear) || (!thing.edges.length && !year))
      : !hidden.has(thing.source.kind) && !hidden.has(thing.target.kind) && inYear(thing);
  const inYear = (edge) => !year || edge.spells.some(([first, last]) => first.slice(0, 4) <= year && year <= last.slice(0, 4));

  // ── the picture ────────────────────────────────────────────────────────────────────────────────────────────────
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const middle = (edge) => {
    const { source: a, target: b } = edge;
    return [(a.x + b.x) / 2 - (b.y - a.y) * edge.bend, (a.y + b.y) / 2 + (b.x - a.x) * edge.bend];
  };
  const point = (edge, t) => {
    const [x, y] = middle(edge), { source: a, target: b } = edge;
    return [(1 - t) ** 2 * a.x + 2 * t * (1 - t) * x + t * t * b.x, (1 - t) ** 2 * a.y + 2 * t * (1 - t) * y + t * t * b.y];
  };
  const corners = { square: [4, Math.PI / 4, 1.2], diamond: [4, 0, 1.25], triangle: [3, -Math.PI / 2, 1.25], hexagon: [6, 0, 1.05] };

  let waiting = false;
  function draw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; paint(); });
  }

  function paint() {
    const dense = window.devicePixelRatio || 1;
    const { width, height } = canvas.getBoundingClientRect();
    if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
    }
    const paper = colour("--paper"), ink = colour("--ink"), pale = colour("--pale");
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.fillStyle = paper;
    pen.fillRect(0, 0, width, height);
    pen.setTransform(dense * view.scale, 0, 0, dense * view.scale, dense * view.x, dense * view.y);
    const near = neighbours();
    for (const edge of edges) if (shown(edge)) line(edge, near, pale);
    for (const node of nodes) if (shown(node)) shape(node, near, paper, ink);
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    names(near, ink, paper, width, height);
  }

  /** What is not paled: the chosen thing with all that touches it; everything where nothing is chosen. */
  function neighbours() {
    if (!chosen) return null;
    const near = new Set([chosen]);
    if (chosen.label === undefined) near.add(chosen.source).add(chosen.target);
    else for (const edge of chosen.edges) if (shown(edge)) near.add(edge).add(edge.source).add(edge.target);
    return near;
  }

  function line(edge, near, pale) {
    const { source: a, target: b } = edge;
    pen.globalAlpha = near && !near.has(edge) ? 0.12 : edge === over ? 1 : 0.6;
    pen.strokeStyle = pen.fillStyle = edge === chosen || edge === over ? colour("--link") : pale;
    pen.lineWidth = edge.width / Math.max(view.scale, 0.6);
    pen.beginPath();
    if (a === b) {
      pen.arc(a.x, a.y - size(a) - 9, 11, 0, 2 * Math.PI);
      pen.stroke();
    } else {
      pen.moveTo(a.x, a.y);
      pen.quadraticCurveTo(...middle(edge), b.x, b.y);
      pen.stroke();
      if (network.directed) arrow(edge);
    }
    pen.globalAlpha = 1;
  }

  function arrow(edge) {
    const length = Math.hypot(edge.target.x - edge.source.x, edge.target.y - edge.source.y) || 1;
    const t = 1 - Math.min(0.45, (size(edge.target) + 3) / length);
    const [x, y] = point(edge, t), [fromX, fromY] = point(edge, t - 0.06);
    const turn = Math.atan2(y - fromY, x - fromX), reach = Math.max(7 + edge.width, 6 / view.scale);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - reach * Math.cos(turn - 0.4), y - reach * Math.sin(turn - 0.4));
    pen.lineTo(x - reach * Math.cos(turn + 0.4), y - reach * Math.sin(turn + 0.4));
    pen.fill();
  }

  function shape(node, near, paper, ink) {
    pen.globalAlpha = near && !near.has(node) ? 0.25 : 1;
    pen.fillStyle = look(node).colour;
    pen.strokeStyle = node === chosen || node === over ? ink : paper;
    pen.lineWidth = node === chosen ? 3 : 1.5;
    outline(pen, look(node).shape, node.x, node.y, size(node));
    pen.fill();
    pen.stroke();
    pen.globalAlpha = 1;
  }

  function outline(on, name, x, y, radius) {
    on.beginPath();
    if (!(name in corners)) {
      on.arc(x, y, radius, 0, 2 * Math.PI);
      return;
    }
    const [count, turned, larger] = corners[name];
    for (let corner = 0; corner < count; corner++) {
      const angle = turned + (2 * Math.PI * corner) / count;
      on.lineTo(x + larger * radius * Math.cos(angle), y + larger * radius * Math.sin(angle));
    }
    on.closePath();
  }

  /** The names that find room, those of the chosen and of the best joined nodes first. */
  function names(near, ink, paper, width, height) {
    pen.font = "13px system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";
    pen.textAlign = "center";
    pen.lineJoin = "round";
    const taken = [];
    const first = near ? important.filter((node) => near.has(node)) : [];
    const rest = important.filter((node) => !near || !near.has(node));
    for (const node of [...(over?.label !== undefined ? [over] : []), ...first, ...rest]) {
      if (!shown(node) || (near && !near.has(node) && node !== over)) continue;
      const x = node.x * view.scale + view.x, y = (node.y + size(node)) * view.scale + view.y + 14;
      if (x < -200 || y < -20 || x > width + 200 || y > height + 40) continue;
      const lines = broken(node);
      const half = Math.max(...lines.map((text) => pen.measureText(text).width)) / 2 + 3;
      const box = [x - half, y - 12, x + half, y + 15 * lines.length - 8];
      if (node !== over && taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      lines.forEach((text, place) => {
        pen.strokeStyle = paper;
        pen.lineWidth = 4;
        pen.strokeText(text, x, y + 15 * place);
        pen.fillStyle = ink;
        pen.fillText(text, x, y + 15 * place);
      });
    }
  }

  function broken(node) {
    if (node.lines) return node.lines;
    const lines = [""];
    for (const word of node.label.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && longer.length > 22) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    node.lines = lines.slice(0, 4).map((text) => (text.length > 34 ? `${text.slice(0, 33)}…` : text));
    if (lines.length > 4) node.lines[3] += " …";
    return node.lines;
  }

  // ── moving about ───────────────────────────────────────────────────────────────────────────────────────────────
  function whole() {
    touched = false;
    const { width, height } = canvas.getBoundingClientRect();
    const those = nodes.filter(shown);
    if (!those.length) return;
    const xs = those.map((node) => node.x), ys = those.map((node) => node.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    view.scale = Math.min(Math.max(width - 170, 80) / (right - left || 1), Math.max(height - 130, 80) / (bottom - top || 1), 1.6);
    view.x = (width - (left + right) * view.scale) / 2;
    view.y = (height - 30 - (top + bottom) * view.scale) / 2;
    draw();
  }

  function zoom(factor, x, y) {
    touched = true;
    const scale = Math.min(8, Math.max(0.02, view.scale * factor));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    draw();
  }

  function zoomMiddle(factor) {
    const { width, height } = canvas.getBoundingClientRect();
    zoom(factor, width / 2, height / 2);
  }

  function goTo(node) {
    touched = true;
    const { width, height } = canvas.getBoundingClientRect();
    view.scale = Math.max(view.scale, 0.9);
    view.x = width / 2 - node.x * view.scale;
    view.y = height / 2 - node.y * view.scale;
  }

  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  function under(event) {
    const [px, py] = at(event), x = (px - view.x) / view.scale, y = (py - view.y) / view.scale;
    const slack = 4 / view.scale;
    let best = null, nearest = Infinity;
    for (const node of nodes) {
      const distance = Math.hypot(node.x - x, node.y - y);
      if (shown(node) && distance < size(node) * 1.2 + slack && distance < nearest) [best, nearest] = [node, distance];
    }
    if (best) return best;
    nearest = 6 / view.scale;
    for (const edge of edges) {
      if (!shown(edge)) continue;
      if (edge.source === edge.target) {
        const distance = Math.abs(Math.hypot(edge.source.x - x, edge.source.y - size(edge.source) - 9 - y) - 11);
        if (distance < nearest) [best, nearest] = [edge, distance];
        continue;
      }
      for (let part = 1; part < 24; part++) {
        const [ex, ey] = point(edge, part / 24);
        const distance = Math.hypot(ex - x, ey - y) - 3;
        if (distance < nearest) [best, nearest] = [edge, distance];
      }
    }
    return best;
  }

  const pointers = new Map();
  let moved = 0;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      const found = under(event);
      canvas.classList.toggle("over", Boolean(found));
      if (found !== over) { over = found; draw(); }
      return;
    }
    const now = at(event), others = [...pointers].filter(([id]) => id !== event.pointerId);
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (others.length) {
      const [, [ox, oy]] = others[0];
      zoom(Math.hypot(now[0] - ox, now[1] - oy) / (Math.hypot(before[0] - ox, before[1] - oy) || 1), ox, oy);
    } else {
      touched = true;
      view.x += now[0] - before[0];
      view.y += now[1] - before[1];
      draw();
    }
    pointers.set(event.pointerId, now);
  });
  canvas.addEventListener("pointerup", (event) => {
    pointers.delete(event.pointerId);
    if (moved < 5) choose(under(event));
  });
  canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), ...at(event));
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (event.key in steps) { view.x += steps[event.key][0]; view.y += steps[event.key][1]; draw(); event.preventDefault(); }
    else if (event.key === "+" || event.key === "=") zoomMiddle(1.3);
    else if (event.key === "-") zoomMiddle(1 / 1.3);
    else if (event.key === "0") whole();
    else if (event.key === "Escape") choose(null);
  });
  element("closer").addEventListener("click", () => zoomMiddle(1.3));
  element("farther").addEventListener("click", () => zoomMiddle(1 / 1.3));
  element("whole").addEventListener("click", whole);
  window.addEventListener("resize", () => (touched ? draw() : whole()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  // ── what is told ───────────────────────────────────────────────────────────────────────────────────────────────
  const panel = element("told");

  function make(tag, text, ...children) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }

  function choose(thing, { move = false } = {}) {
    chosen = thing;
    if (thing && move && thing.label !== undefined) goTo(thing);
    panel.replaceChildren(...(thing === null ? aboutAll() : thing.label !== undefined ? aboutNode(thing) : aboutEdge(thing)));
    panel.scrollTop = 0;
    const place = thing && (thing.label !== undefined ? `node-${thing.place}` : `edge-${thing.place}`);
    history.replaceState(null, "", place ? `#${place}` : location.pathname + location.search);
    draw();
  }

  function aboutAll() {
    const told = network.description.split("\n").filter(Boolean).map((text) => {
      const [name, ...words] = text.split(": ");
      return words.length ? make("p", "", make("strong", `${name}: `), words.join(": ")) : make("p", text);
    });
    const pale = make("p", `${nodes.length} nodes, ${edges.length} edges. Click a node or an edge for its facts and words.`);
    pale.className = "pale";
    return [make("h2", network.title), pale, ...told];
  }

  function aboutNode(node) {
    const kind = make("p", look(node).words);
    kind.className = "pale";
    const list = make("ul");
    for (const edge of node.edges.filter(shown)) {
      const other = edge.source === node ? edge.target : edge.source;
      const away = !network.directed ? "–" : edge.source === node ? "→" : "←";
      list.append(make("li", "", toEdge(edge, `${edge.kind} ${away} ${other.label}${edge.weight === 1 ? "" : ` (${edge.weight})`}`)));
    }
    return [make("h2", node.label), kind, facts(network.nodeFields, node.values), link(node.id), list];
  }

  function aboutEdge(edge) {
    const ends = make("p", "");
    for (const node of [edge.source, edge.target]) {
      const button = make("button", node.label);
      button.type = "button";
      button.addEventListener("click", () => choose(node, { move: true }));
      ends.append(button, node === edge.source ? ` ${edge.kind} ${network.directed ? "→" : "–"} ` : "");
    }
    const place = network.edgeFields.indexOf("evidence");
    const words = (place >= 0 && edge.values[place]) || [];
    return [ends, facts(["weight", ...network.edgeFields], [edge.weight, ...edge.values], "evidence"), ...words.map(quote)];
  }

  function toEdge(edge, text) {
    const button = make("button", text);
    button.type = "button";
    button.addEventListener("click", () => choose(edge));
    return button;
  }

  function facts(names, values, except) {
    const list = make("dl");
    names.forEach((name, place) => {
      const value = values[place];
      if (value === null || value === undefined || name === except) return;
      list.append(make("dt", name.replaceAll("_", " ")), make("dd", Array.isArray(value) ? value.join(", ") : String(value)));
    });
    return list;
  }

  function quote(iri) {
    const [text, source] = network.quotes[iri] ?? ["", ""];
    const cite = make("cite", source);
    if (!text) cite.append(link(iri));
    return make("blockquote", text ? `“${text}”` : "", cite);
  }

  function link(iri) {
    const line = make("p");
    if (/^https?:\/\//.test(iri)) {
      const anchor = make("a", iri);
      anchor.href = iri;
      anchor.rel = "noreferrer";
      line.append(anchor);
    } else line.textContent = iri;
    return line;
  }

  // ── searching, kinds, years ────────────────────────────────────────────────────────────────────────────────────
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'");
  const wanted = element("wanted"), found = element("found");
  wanted.addEventListener("input", () => {
    const text = plain(wanted.value.trim());
    const hits = text ? important.filter((node) => shown(node) && plain(node.label).includes(text)) : [];
    hits.sort((one, other) => plain(one.label).indexOf(text) - plain(other.label).indexOf(text));
    found.replaceChildren(...hits.slice(0, 30).map((node) => {
      const button = make("button", node.label);
      button.type = "button";
      button.addEventListener("click", () => { found.hidden = true; choose(node, { move: true }); });
      return make("li", "", button);
    }));
    if (text && !hits.length) found.append(make("li", "No such name"));
    found.hidden = !text;
  });
  element("search").addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("button")?.click();
  });
  document.addEventListener("click", (event) => { if (!element("search").contains(event.target)) found.hidden = true; });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== wanted) { wanted.focus(); event.preventDefault(); }
    if (event.key === "Escape") found.hidden = true;
  });

  const counts = Map.groupBy ? Map.groupBy(nodes, (node) => node.kind) : nodes.reduce((map, node) => map.set(node.kind, [...(map.get(node.kind) ?? []), node]), new Map());
  for (const [kind, those] of [...counts].sort((one, other) => other[1].length - one[1].length)) {
    const box = make("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => { box.checked ? hidden.delete(kind) : hidden.add(kind); filtered(); });
    const sign = make("canvas");
    sign.width = sign.height = 36;
    sign.style.cssText = "width:18px;height:18px;flex:none;cursor:inherit";
    const on = sign.getContext("2d");
    on.fillStyle = network.kinds[kind].colour;
    outline(on, network.kinds[kind].shape, 18, 18, 13);
    on.fill();
    element("legend").append(make("label", "", box, sign, `${network.kinds[kind].words} (${those.length})`));
  }

  const years = [...new Set(edges.flatMap((edge) => edge.spells.flat().map((day) => day.slice(0, 4))))].sort();
  element("years").hidden = years.length < 2;
  element("year").append(...years.map((text) => make("option", text)));
  element("year").addEventListener("change", (event) => { year = event.target.value === "all" ? "" : event.target.value; filtered(); });

  /** Something else is shown now: what is no longer there is no longer chosen. */
  function filtered() {
    choose(chosen && shown(chosen) ? chosen : null);
  }

  whole();
  const [, what, place] = location.hash.match(/^#(node|edge)-(\d+)$/) ?? [];
  choose((what === "node" ? nodes : what === "edge" ? edges : [])[place] ?? null);
})();

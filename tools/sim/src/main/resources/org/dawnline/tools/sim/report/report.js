"use strict";
// Draws the plots of a flight from the data that the page carries. Needs uPlot; asks nothing of any network.
(function () {
  const data = JSON.parse(document.getElementById("flight").textContent);
  const hours = data.timeS.map(t => t / 3600);
  const spanH = data.simulatedS / 3600;
  const inMinutes = spanH < 3;
  const x = inMinutes ? data.timeS.map(t => t / 60) : hours;
  const xFromS = s => s / (inMinutes ? 60 : 3600);
  const columns = new Map(data.columns.map(c => [c.key, c]));
  const sync = uPlot.sync("flight");
  const DPR = window.devicePixelRatio || 1;

  const SHADE = "rgba(40, 52, 71, 0.10)";
  const PENUMBRA = 0.999;

  // Eclipses as stretches of the axis, from the illumination's own samples.
  const eclipses = (function () {
    const light = columns.get("illuminationRatio").values;
    const found = [];
    let start = null;
    for (let i = 0; i < light.length; i++) {
      const dark = light[i] !== null && light[i] < PENUMBRA;
      if (dark && start === null) start = x[i];
      if (!dark && start !== null) { found.push([start, x[i]]); start = null; }
    }
    if (start !== null) found.push([start, x[x.length - 1]]);
    return found;
  })();

  const MARKS = { FATAL: "#c0282d", WARNING_HI: "#c0282d", WARNING_LO: "#d98a00", TELECOMMAND: "#3457b1", FAULT: "#1b2430" };

  const marks = data.marks.map(m => ({ x: xFromS(m.timeS), colour: MARKS[m.kind] || "#8895a3" }));

  function backdrop(u) {
    const c = u.ctx, b = u.bbox;
    c.save();
    c.beginPath();
    c.rect(b.left, b.top, b.width, b.height);
    c.clip();
    c.fillStyle = SHADE;
    for (const [from, to] of eclipses) {
      const left = u.valToPos(from, "x", true), right = u.valToPos(to, "x", true);
      c.fillRect(left, b.top, Math.max(1, right - left), b.height);
    }
    c.restore();
  }

  function foreground(limits, markEvents) {
    return u => {
      const c = u.ctx, b = u.bbox;
      c.save();
      c.beginPath();
      c.rect(b.left, b.top - 8 * DPR, b.width, b.height + 8 * DPR);
      c.clip();
      for (const limit of limits || []) {
        const y = Math.round(u.valToPos(limit.value, "y", true)) + 0.5;
        if (y < b.top || y > b.top + b.height) continue;
        c.strokeStyle = "#c0282d";
        c.lineWidth = DPR;
        c.setLineDash([6 * DPR, 4 * DPR]);
        c.beginPath();
        c.moveTo(b.left, y);
        c.lineTo(b.left + b.width, y);
        c.stroke();
        c.setLineDash([]);
        c.fillStyle = "#c0282d";
        c.font = `${11 * DPR}px system-ui, sans-serif`;
        c.textAlign = "right";
        const below = limit.below || y - b.top < 16 * DPR;
        c.textBaseline = below ? "top" : "bottom";
        const textX = b.left + b.width - 6 * DPR, textY = y + (below ? 3 : -3) * DPR;
        c.strokeStyle = "rgba(255, 255, 255, 0.85)";
        c.lineWidth = 4 * DPR;
        c.strokeText(limit.text, textX, textY);
        c.fillText(limit.text, textX, textY);
      }
      if (markEvents) {
        for (const m of marks) {
          const px = u.valToPos(m.x, "x", true);
          c.strokeStyle = m.colour;
          c.globalAlpha = 0.55;
          c.lineWidth = DPR;
          c.beginPath();
          c.moveTo(px, b.top);
          c.lineTo(px, b.top + b.height);
          c.stroke();
          c.globalAlpha = 1;
          c.fillStyle = m.colour;
          c.beginPath();
          c.moveTo(px - 4 * DPR, b.top - 7 * DPR);
          c.lineTo(px + 4 * DPR, b.top - 7 * DPR);
          c.lineTo(px, b.top);
          c.fill();
        }
      }
      c.restore();
    };
  }

  // A second axis on top numbers the complete orbits, each in its middle.
  const orbitMiddles = data.orbitEndsS.map((end, i) => xFromS((data.orbitStartsS[i] + end) / 2));
  function orbitAxis() {
    return {
      scale: "x", side: 0, size: 20, gap: 2, stroke: "#5d6b7a", font: "11px system-ui, sans-serif",
      grid: { show: false }, ticks: { show: false },
      splits: () => orbitMiddles,
      values: (u, splits) => {
        const room = u.bbox.width / DPR / Math.max(1, orbitMiddles.length);
        const every = Math.max(1, Math.ceil(48 / room));
        return splits.map((s, i) => (i % every === 0 ? `orbit ${i + 1}` : ""));
      },
    };
  }

  function formatState(states) {
    return (u, v) => (v === null || v === undefined ? "–" : states[v] || "?");
  }

  function format(digits, unit) {
    return (u, v) => (v === null || v === undefined ? "–" : v.toFixed(digits) + (unit ? " " + unit : ""));
  }

  function draw(plot) {
    const target = document.getElementById(plot.id);
    const series = [{ label: inMinutes ? "min" : "h", value: format(inMinutes ? 2 : 3, "") }];
    const values = [x];
    for (const s of plot.series) {
      const column = columns.get(s.key);
      series.push({
        label: s.label, stroke: s.colour, width: s.width || 1.5, dash: s.dash, fill: s.fill, scale: s.scale || "y",
        value: plot.states ? formatState(plot.states) : format(plot.digits, plot.unit),
        points: { show: false }, paths: s.stepped ? uPlot.paths.stepped({ align: 1 }) : undefined, spanGaps: false,
      });
      values.push(s.factor ? column.values.map(v => (v === null ? null : v * s.factor)) : column.values);
    }
    const axes = [
      { label: inMinutes ? "mission time, min" : "mission time, h", labelSize: 20, size: 38, stroke: "#5d6b7a",
        font: "11px system-ui, sans-serif", labelFont: "12px system-ui, sans-serif", grid: { stroke: "#edf1f4" },
        ticks: { stroke: "#d9e0e7" } },
      { label: plot.states ? undefined : plot.axis, labelSize: 22, size: plot.states ? 104 : 52, stroke: "#5d6b7a", font: "11px system-ui, sans-serif",
        labelFont: "12px system-ui, sans-serif", grid: { stroke: "#edf1f4" }, ticks: { stroke: "#d9e0e7" },
        values: plot.states ? (u, splits) => splits.map(v => plot.states[v] || "") : undefined,
        splits: plot.states ? () => plot.states.map((_, i) => i) : undefined },
    ];
    if (data.orbitEndsS.length > 0) axes.push(orbitAxis());
    const options = {
      width: target.clientWidth, height: plot.height || 250, padding: [plot.events ? 14 : 8, 12, 0, 0],
      cursor: { sync: { key: sync.key }, drag: { x: true, y: false }, points: { size: 6 } },
      scales: { x: { time: false, range: (u, min, max) => [min, max] }, y: { range: plot.range } },
      series, axes,
      hooks: { drawClear: [backdrop], draw: [foreground(plot.limits, plot.events)] },
      legend: { live: true },
    };
    const chart = new uPlot(options, values, target);
    window.addEventListener("resize", () => chart.setSize({ width: target.clientWidth, height: plot.height || 250 }));
  }

  const power = "kW";
  const modeStates = columns.get("mode").states;
  const linkStates = columns.get("link").states;
  // Room above and below the data; a limit that is near is brought into view.
  const margin = (share, limits) => (u, min, max) => {
    const near = (max - min) * 0.15 + 1e-6;
    for (const limit of limits || []) {
      if (limit.value > max && limit.value - max < near) max = limit.value;
      if (limit.value < min && min - limit.value < near) min = limit.value;
    }
    const room = Math.max(1e-6, (max - min) * share);
    return [min - room, max + room];
  };
  const present = limits => limits.filter(l => l.value !== null && !Number.isNaN(l.value));
  const percent = ratio => (ratio === null ? null : ratio * 100);

  draw({
    id: "plot-power", axis: "power, kW", unit: power, digits: 1, height: 290, events: true, range: margin(0.06),
    series: [
      { key: "arrayPowerKW", label: "array", colour: "#e0a100", fill: "rgba(224, 161, 0, 0.10)" },
      { key: "busLoadKW", label: "bus load", colour: "#1b2430" },
      { key: "computePowerKW", label: "compute", colour: "#2563c9" },
      { key: "batteryPowerKW", label: "battery (+ discharging)", colour: "#1a9c6b" },
    ],
  });
  draw({
    id: "plot-soc", axis: "state of charge, %", unit: "%", digits: 1, height: 200,
    range: (u, min, max) => [Math.min(12, min), 103],
    limits: present([
      { value: percent(data.limits.socFloorRatio), text: `hard floor ${percent(data.limits.socFloorRatio)} %` },
      { value: data.limits.routineDodRatio === null ? null : 100 - percent(data.limits.routineDodRatio),
        text: `routine depth of discharge ${percent(data.limits.routineDodRatio)} %` }]),
    series: [{ key: "socRatio", label: "state of charge", colour: "#1a9c6b", factor: 100, width: 2, fill: "rgba(26, 156, 107, 0.08)" }],
  });
  draw({
    id: "plot-compute", axis: "power, kW", unit: power, digits: 1, height: 250, range: (u, min, max) => [0, max * 1.06],
    series: [
      { key: "computePowerKW", label: "compute", colour: "#2563c9", fill: "rgba(37, 99, 201, 0.12)", width: 2.5 },
      { key: "powerGrant", label: "granted by power", colour: "#e0a100", dash: [7, 4], width: 1.5 },
      { key: "heatGrant", label: "granted by heat", colour: "#c0282d", dash: [3, 3], width: 1.5 },
    ],
  });
  const tempLimits = present([
    { value: data.limits.maxGpuTempC, text: `GPU maximum ${data.limits.maxGpuTempC} °C` },
    { value: data.limits.minCoolantTempC, text: `coolant minimum ${data.limits.minCoolantTempC} °C`, below: true },
    { value: data.limits.minRadiatorTempC, text: `radiator minimum ${data.limits.minRadiatorTempC} °C` }]);
  draw({
    id: "plot-temps", axis: "temperature, °C", unit: "°C", digits: 1, height: 290, range: margin(0.07, tempLimits),
    limits: tempLimits,
    series: [
      { key: "hottestGpuTempC", label: "hottest GPU", colour: "#c0282d" },
      { key: "coolantOutTempC", label: "coolant out of rack", colour: "#d9773a" },
      { key: "coolantInTempC", label: "coolant into rack", colour: "#2a93c9" },
      { key: "radiatorTempC", label: "radiator", colour: "#6a4fb0" },
      { key: "batteryTempC", label: "battery", colour: "#1a9c6b", dash: [4, 3], width: 1 },
    ],
  });
  draw({
    id: "plot-loop", axis: "ratio, %", unit: "%", digits: 0, height: 160, range: () => [-4, 104],
    series: [
      { key: "flowRatio", label: "coolant flow", colour: "#2a93c9", factor: 100, width: 2 },
      { key: "bypassRatio", label: "bypass valve (100 % keeps the radiator out)", colour: "#6a4fb0", factor: 100 },
      { key: "illuminationRatio", label: "Sun in view", colour: "#e0a100", factor: 100, width: 1 },
    ],
  });
  draw({
    id: "plot-mode", axis: "mode", unit: "", digits: 0, height: 150, states: modeStates,
    range: () => [-0.3, modeStates.length - 0.7],
    series: [{ key: "mode", label: "mode", colour: "#1b2430", width: 2, stepped: true }],
  });
  draw({
    id: "plot-link", axis: "link", unit: "", digits: 0, height: 150, states: linkStates,
    range: () => [-0.3, linkStates.length - 0.7],
    series: [{ key: "link", label: "link", colour: "#3457b1", width: 2, stepped: true }],
  });

  const filter = document.getElementById("minor");
  if (filter) {
    const show = () => document.querySelectorAll("tr.minor").forEach(r => { r.hidden = !filter.checked; });
    filter.addEventListener("change", show);
    show();
  }
})();

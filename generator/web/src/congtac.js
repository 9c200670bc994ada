/*
 * The scripts of the built site: charts, tables that scroll, words found by search, printing.
 * Everything it adds is an addition: without it each page still says all that it has to say.
 */
;(function () {
  "use strict"

  const SELF = document.currentScript.src
  const PLOTLY = new URL("plotly-basic.min.js", SELF).href
  const FILTER = new URL("filter.js", SELF).href

  /* ---------------------------------------------------------------- colours and letters */

  const TOKEN = /^var\((--ct-[a-z0-9-]+)\)$/

  function token(name) {
    return getComputedStyle(document.body).getPropertyValue(name).trim()
  }

  /** A copy of the figure with each `var(--ct-…)` replaced by the colour of the scheme. */
  function resolve(value) {
    if (typeof value === "string") {
      const match = TOKEN.exec(value)
      return match ? token(match[1]) : value
    }
    if (Array.isArray(value)) return value.map(resolve)
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one)]))
    }
    return value
  }

  /* ---------------------------------------------------------------- charts */

  const LOCALE = {
    moduleType: "locale",
    name: "vi",
    dictionary: {},
    format: {
      days: ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
      shortDays: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
      months: Array.from({ length: 12 }, (_, month) => `tháng ${month + 1}`),
      shortMonths: Array.from({ length: 12 }, (_, month) => `Th${month + 1}`),
      date: "%d/%m/%Y",
      decimal: ",",
      thousands: "."
    }
  }

  let plotly = null

  /** Plotly, fetched once and only when the first chart comes into view. */
  function load() {
    plotly ||= new Promise((done, failed) => {
      const script = document.createElement("script")
      script.src = PLOTLY
      script.onload = () => {
        window.Plotly.register(LOCALE)
        done(window.Plotly)
      }
      script.onerror = () => failed(new Error("plotly-basic.min.js did not load"))
      document.head.append(script)
    })
    return plotly
  }

  function config() {
    return {
      responsive: true,
      locale: "vi",
      staticPlot: !matchMedia("(hover: hover)").matches,
      displayModeBar: false,
      displaylogo: false,
      doubleClick: false,
      scrollZoom: false,
      showAxisDragHandles: false,
      showTips: false,
      showSendToCloud: false,
      plotlyServerURL: ""
    }
  }

  function themedAxis(given) {
    return {
      gridcolor: token("--ct-line"),
      linecolor: token("--ct-line-strong"),
      zerolinecolor: token("--ct-line-strong"),
      tickcolor: token("--ct-line-strong"),
      fixedrange: true,
      automargin: true,
      ...given,
      title: { ...given?.title, font: { size: 13, ...given?.title?.font } }
    }
  }

  function themed(layout) {
    const font = {
      family: getComputedStyle(document.body).fontFamily,
      size: 13,
      color: token("--ct-text")
    }
    const axes = Object.keys(layout).filter(key => /^[xy]axis\d*$/.test(key))
    const keys = new Set(["xaxis", "yaxis", ...axes])
    return {
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      colorway: [1, 2, 3, 4, 5, 6].map(index => token(`--ct-chart-${index}`)),
      margin: { l: 48, r: 16, t: 16, b: 44 },
      autosize: true,
      dragmode: false,
      separators: ",.",
      ...layout,
      font: { ...font, ...layout.font },
      hoverlabel: {
        bgcolor: token("--ct-surface"),
        bordercolor: token("--ct-line-strong"),
        font,
        ...layout.hoverlabel
      },
      ...Object.fromEntries([...keys].map(key => [key, themedAxis(layout[key])]))
    }
  }

  const drawn = new Map()

  function figureOf(plot) {
    return JSON.parse(plot.querySelector(".ct-chart__data").textContent)
  }

  /** The height that the figure asks for, before it is drawn: the page must not jump. */
  function reserve(plot) {
    const height = figureOf(plot).layout?.height
    if (height) plot.style.setProperty("--ct-height", `${height}px`)
  }

  async function draw(plot) {
    const figure = figureOf(plot)
    let canvas = plot.querySelector(".ct-chart__canvas")
    if (!canvas) {
      canvas = document.createElement("div")
      canvas.className = "ct-chart__canvas"
      plot.append(canvas)
    }
    const Plotly = await load()
    const { data, layout } = resolve({ data: figure.data, layout: figure.layout || {} })
    await Plotly.react(canvas, data, themed(layout), config())
    drawn.set(plot, canvas)
    plot.dataset.state = "drawn"
  }

  function fail(plot, error) {
    plot.dataset.state = "failed"
    console.warn(error.message)
  }

  function redraw() {
    return Promise.all([...drawn.keys()].map(plot => draw(plot)))
  }

  function startCharts() {
    const plots = document.querySelectorAll(".ct-chart__plot")
    if (!plots.length) return
    const seen = new IntersectionObserver(entries => {
      for (const entry of entries.filter(one => one.isIntersecting)) {
        seen.unobserve(entry.target)
        draw(entry.target).catch(error => fail(entry.target, error))
      }
    }, { rootMargin: "160px" })
    plots.forEach(plot => {
      reserve(plot)
      seen.observe(plot)
    })

    new MutationObserver(redraw).observe(document.body, {
      attributeFilter: ["data-md-color-scheme"]
    })
    // On paper the colours are the light ones (congtac.css), and a chart keeps its own.
    matchMedia("print").addEventListener("change", redraw)
  }

  /* ---------------------------------------------------------------- tables */

  /** Says by a class that a table is wider than its frame; the style sheet shows the hint. */
  function startTables() {
    const measure = new ResizeObserver(entries => {
      for (const { target } of entries) {
        target.classList.toggle("ct-table--wide", target.scrollWidth > target.clientWidth + 1)
      }
    })
    document.querySelectorAll(".ct-table").forEach(table => measure.observe(table))

    // A table laid out as cards is no table to assistive technology unless it is told so.
    const roles = [["table", "table"], ["thead, tbody, tfoot", "rowgroup"], ["tr", "row"],
      ["td", "cell"], ["thead th", "columnheader"], ["tbody th, tfoot th", "rowheader"]]
    document.querySelectorAll(".ct-table--cards").forEach(frame => {
      for (const [selector, role] of roles) {
        frame.querySelectorAll(selector).forEach(one => one.setAttribute("role", role))
      }
    })
  }

  /** What an address leads to is never left folded; browsers see to that only in part. */
  function startFolds() {
    function unfold(hash) {
      const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)))
      if (!target) return
      let opened = false
      for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) {
        opened ||= !one.open
        one.open = true
      }
      if (opened) target.scrollIntoView()
    }
    // A link to where the address already leads changes nothing in the address.
    addEventListener("click", event => {
      const link = event.target.closest?.("a")
      if (link?.hash && link.hash === location.hash) unfold(link.hash)
    })
    addEventListener("hashchange", () => unfold(location.hash))
    unfold(location.hash)
  }

  /** Fetches what narrows and sorts a list, where the page has one. */
  function startLists() {
    if (!document.querySelector("form.ct-filter")) return
    const script = document.createElement("script")
    script.src = FILTER
    document.head.append(script)
  }

  /* ---------------------------------------------------------------- words found by search */

  /** The same folding as in the search worker, with the place of each letter in the original. */
  function fold(text) {
    let folded = ""
    const places = []
    for (let at = 0; at < text.length; at++) {
      const letters = text[at].normalize("NFD").replace(/[\u0300-\u036f]/g, "")
        .toLowerCase().replace(/đ/g, "d")
      for (const letter of letters) {
        folded += letter
        places.push(at)
      }
    }
    places.push(text.length)
    return { folded, places }
  }

  function markFound() {
    const found = document.documentElement.dataset.ctFound
    const content = document.querySelector(".md-content__inner")
    if (!found || !content) return
    const words = fold(found).folded.split(/[^0-9a-z]+/).filter(Boolean)
    if (!words.length) return
    const pattern = new RegExp(`(?<![0-9a-z])(?:${words.join("|")})[0-9a-z]*`, "g")
    const nodes = []
    const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, node =>
      node.parentElement.closest("script, style, .ct-chart__plot, .headerlink")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
    while (walk.nextNode()) nodes.push(walk.currentNode)
    for (const node of nodes) {
      const { folded, places } = fold(node.data)
      for (const match of [...folded.matchAll(pattern)].reverse()) {
        const range = document.createRange()
        range.setStart(node, places[match.index])
        range.setEnd(node, places[match.index + match[0].length])
        range.surroundContents(document.createElement("mark"))
      }
    }
  }

  /* ---------------------------------------------------------------- printing */

  function startPrinting() {
    let opened = []
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll(":is(.ct-data, .ct-fold):not([open])")]
      opened.forEach(details => { details.open = true })
    })
    addEventListener("afterprint", () => {
      opened.forEach(details => { details.open = false })
    })
  }

  startCharts()
  startTables()
  startFolds()
  startLists()
  startPrinting()
  markFound()
})()

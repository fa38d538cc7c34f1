// Browsers read what they know of numbers and months on the first use, which takes a while: while the page's program is under way.
new Intl.NumberFormat();
new Intl.DateTimeFormat();
// Loads the report, and the styles that are not needed before, once the first verdict is on screen.
addEventListener(
  "outsourcing:verdict",
  () => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "./report.css" }));
    import("./report.js")
      .then((report) => report.default())
      .catch(() => dispatchEvent(new CustomEvent("outsourcing:missing")));
  },
  { once: true },
);
// Where the browser has no workers, the report asks for the simulation's program on the page's own thread.
addEventListener("outsourcing:here", () => {
  const address = new URL(document.querySelector("meta[name=pool]").content, document.baseURI);
  import(address)
    .then((pool) => pool.init().then(() => dispatchEvent(new CustomEvent("outsourcing:served", { detail: pool.serve }))))
    .catch(() => dispatchEvent(new CustomEvent("outsourcing:served")));
});

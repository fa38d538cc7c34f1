// Loads the report, and the styles that are not needed before, once the first verdict is on screen.
const STYLES = [];
addEventListener(
  "outsourcing:verdict",
  () => {
    for (const href of STYLES) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
    import("./report.js")
      .then((report) => report.default())
      .catch(() => dispatchEvent(new CustomEvent("outsourcing:missing")));
  },
  { once: true },
);

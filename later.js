// Loads the report once the first verdict is on screen.
addEventListener(
  "outsourcing:verdict",
  () => {
    import("./report.js")
      .then((report) => report.default())
      .catch(() => dispatchEvent(new CustomEvent("outsourcing:missing")));
  },
  { once: true },
);

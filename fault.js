// The screen for when the page stops or never starts. It stands apart from the page's own code, which may be what failed.
(() => {
  const PREFIX = "outsourcing-calculator:";
  let shown = false;

  function saved() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => `${key}\n${localStorage.getItem(key)}`)
        .join("\n\n");
    } catch {
      return "";
    }
  }

  function show(detail) {
    if (shown) return;
    shown = true;
    const screen = document.getElementById("fault").content.cloneNode(true);
    screen.querySelector("[data-detail]").textContent = String(detail).slice(0, 2000);
    screen.querySelector("[data-reload]").addEventListener("click", () => location.reload());
    const text = saved();
    if (text) {
      const link = screen.querySelector("[data-download]");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
      link.hidden = false;
    }
    document.body.replaceChildren(screen);
  }

  addEventListener("error", (event) => {
    // A resource that fails to load has no message and says so by its own absence.
    if (event.message) show(event.message);
  });
  addEventListener("unhandledrejection", (event) => show(event.reason));
  setTimeout(() => {
    if (!document.documentElement.dataset.ready) show(document.getElementById("fault").dataset.nostart);
  }, 20000);
})();

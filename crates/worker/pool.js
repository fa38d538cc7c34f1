// What surrounds the simulation's program: in a worker it hears tasks and answers them; on the page's own thread, where there are no
// workers, it only hands out `serve`.
import init, { serve } from "./worker.js";

const BUILD = "BUILD_ID";

function answer({ request, document, job, piece, parts }) {
  try {
    const made = serve(document, job, piece, parts);
    return typeof made === "string" ? { request, result: made } : { request, piece: made };
  } catch (why) {
    // Words are an answer. Anything else is the program's end, of which the page hears as an error.
    if (typeof why !== "string") throw why;
    return { request, failed: why };
  }
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  await init();
  self.onmessage = ({ data }) => {
    const made = answer(data);
    self.postMessage(made, made.piece ? [made.piece.buffer] : []);
  };
  self.postMessage({ build: BUILD });
}

export { init, serve, BUILD };

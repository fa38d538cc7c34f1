// What surrounds the simulation's program: in a worker it hears tasks and answers them; on the page's own thread, where there are no
// workers, it only hands out `serve`.
import init, { serve as served, receive } from "./worker.js";

const BUILD = "BUILD_ID";

function serve({ edition, document, job, piece, keeps, parts }) {
  return served(edition, document, job, piece, !!keeps, parts);
}

function answer(task) {
  try {
    return { made: serve(task) };
  } catch (why) {
    // Words are an answer. Anything else is the program's end, of which the page hears as an error.
    if (typeof why !== "string") throw why;
    return { failed: why };
  }
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  await init();
  // Ways to other workers, by their places.
  const peers = new Map();
  // What is to be done, one task a turn: so that word of a newer document comes in between.
  let tasks = [];
  const { port1: turn, port2: next } = new MessageChannel();

  // Whether it is answered: not while pieces that are to be put together are still on their way here.
  const tell = (task) => {
    const { request, edition, piece, keeper } = task;
    const { made, failed } = answer(task);
    // Known from now on, though the task is to come again.
    delete task.document;
    if (failed !== undefined) self.postMessage({ request, failed });
    else if (made === undefined) return false;
    else if (typeof made === "string") self.postMessage({ request, result: made });
    else if (made === true) self.postMessage({ request, kept: true });
    else if (keeper === undefined) self.postMessage({ request, piece: made }, [made.buffer]);
    else {
      peers.get(keeper).postMessage({ edition, piece, bytes: made }, [made.buffer]);
      self.postMessage({ request, kept: true });
    }
    return true;
  };

  turn.onmessage = () => {
    const newest = Math.max(...tasks.map(({ edition }) => edition));
    for (const { request } of tasks.filter(({ edition }) => edition < newest)) self.postMessage({ request, failed: "an older document" });
    tasks = tasks.filter(({ edition }) => edition === newest);
    // Whoever looks at the page waits for what is put together; but not before the document is known.
    const whole = ({ piece, document }) => piece === undefined && document === undefined;
    const first = tasks.filter(whole);
    let done = first.find(tell);
    if (!done) {
      // While that waits, nothing is begun that would lie in its way.
      const needs = Math.max(0, ...first.map(({ needs }) => needs));
      done = tasks.filter((task) => !whole(task) && (needs === 0 || task.piece < needs || task.document !== undefined)).find(tell);
    }
    tasks = tasks.filter((task) => task !== done);
    if (done && tasks.length > 0) next.postMessage(0);
  };

  self.onmessage = ({ data, ports }) => {
    if (data.peer === undefined) {
      // What it cannot read is its end, of which the page hears: to wait for ever would be worse.
      if (typeof data.edition !== "number") throw new TypeError("no task");
      tasks.push(data);
      next.postMessage(0);
      return;
    }
    const [port] = ports;
    peers.set(data.peer, port);
    port.onmessage = ({ data: { edition, piece, bytes } }) => {
      receive(edition, piece, bytes);
      next.postMessage(0);
    };
  };
  self.postMessage({ build: BUILD });
}

export { init, serve, BUILD };

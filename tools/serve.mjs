// Serves the built page on 127.0.0.1, at the port given or the next that is free.
import { createServer } from "node:http";
import sirv from "sirv";

const [folder, wanted] = process.argv.slice(2);
const server = createServer(sirv(folder, { dev: true }));
let port = Number(wanted);
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE") throw error;
  server.listen(++port, "127.0.0.1");
});
server.on("listening", () => console.log(`• the page is at http://127.0.0.1:${port}/ (Ctrl-C ends it)`));
server.listen(port, "127.0.0.1");

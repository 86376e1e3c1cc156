// The real program with a database of its own, and a client of its API.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

export const password = "admin's secret";

const program = process.env.KANSO_PROGRAM ?? new URL("../../target/debug/kanso", import.meta.url).pathname;

/** Starts a server on a free port, with `more` in its environment. */
export async function start(more = {}) {
  const data = await mkdtemp(join(tmpdir(), "kanso-"));
  const environment = {
    ...process.env,
    KANSO_DATA: data,
    KANSO_ADMIN_PASSWORD: password,
    KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS: "true",
    KANSO_LOG: "warn",
    ...more,
  };
  const child = spawn(program, ["serve", "--listen", "127.0.0.1:0"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value: ready } = await lines.next();
  const url = ready.split(" ").at(-1);
  const { stdout } = await promisify(execFile)(program, ["settings", "get", "api_token"], { env: environment });
  const token = stdout.trim();

  /** Calls procedures in somebody's name. */
  const as = (username, secret) => async (method, params) => {
    const response = await fetch(`${url}/jsonrpc.php`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${username}:${secret}`)}` },
      body: JSON.stringify({ jsonrpc: "2.0", method, params, id: 1 }),
    });
    const answer = await response.json();
    if (!("result" in answer)) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer.result;
  };

  async function stop() {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  }

  return { url, as, call: as("jsonrpc", token), stop, token };
}

/** A project of admin's with tasks named by column: `board(server, [["A", "B"], [], ["C"]])`. */
export async function board(server, columns) {
  const project = await server.call("createProject", ["Demo project"]);
  await server.call("addProjectUser", [project, 1, "project-manager"]);
  const ids = (await server.call("getColumns", [project])).map((column) => column.id);
  const tasks = {};
  for (const [at, titles] of columns.entries()) {
    for (const title of titles) {
      tasks[title] = await server.call("createTask", { title, project_id: project, column_id: ids[at] });
    }
  }
  /** The titles in each column by position, as the API tells them. */
  async function order() {
    const stored = await server.call("getAllTasks", [project]);
    stored.sort((a, b) => a.position - b.position);
    return ids.map((id) => stored.filter((task) => task.column_id === id).map((task) => task.title));
  }
  return { project, columns: ids, tasks, order, path: `/board/${project}` };
}

/** A receiver of webhooks that keeps what it gets. */
export async function receiver() {
  const received = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => (body += data));
    request.on("end", () => {
      received.push({ url: request.url, body: JSON.parse(body) });
      response.end("thank you");
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, received, stop: () => server.close() };
}

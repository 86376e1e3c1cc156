// An installation with something of everything in it, so that every page has something to show.
import { password, receiver } from "./server.mjs";

const COLORS = [
  "yellow", "blue", "green", "purple", "red", "orange", "grey", "brown",
  "deep_orange", "dark_grey", "pink", "teal", "cyan", "lime", "light_green", "amber",
];
const TITLES = [
  "Plan the next release", "Write to the first ten users", "Monthly report", "New logo", "Answer the press",
  "Invite the team", "Fix the login on old phones", "Order business cards", "Update the price list",
  "Translate the manual", "Prepare the workshop", "Book the venue", "Review the contract", "Clean up the archive",
  "Collect the numbers of March", "Tell the neighbours about the noise",
];
const DAY = 86_400;

const isoDay = (days) => new Date((Math.floor(Date.now() / 1000) + days * DAY) * 1000).toISOString().slice(0, 10);

/** Fills a server, and answers a value for each parameter that an address can have. */
export async function furnish(server) {
  const call = server.as("admin", password);
  await call("updateUser", { id: 1, name: "Ada Lovelace", email: "ada@example.org" });
  const bob = await call("createUser", { username: "bob", password: "bob's secret", name: "Bob Ferreira" });
  const project = await call("createProject", { name: "Website", description: "All that is **public**.", identifier: "WEB" });
  for (const [user, role] of [[1, "project-manager"], [bob, "project-member"]]) await call("addProjectUser", [project, user, role]);
  const group = await call("createGroup", ["Editors"]);
  await call("addGroupMember", [group, bob]);
  await call("addProjectGroup", [project, group, "project-viewer"]);
  const columns = (await call("getColumns", [project])).map((column) => column.id);
  await call("updateColumn", { column_id: columns[2], title: "Work in progress", task_limit: 3, description: "One thing at a time" });
  const swimlane = await call("addSwimlane", [project, "Next month"]);
  const category = await call("createCategory", { project_id: project, name: "Print" });
  const tasks = [];
  for (const [at, title] of TITLES.entries()) {
    tasks.push(
      await call("createTask", {
        title,
        project_id: project,
        column_id: columns[(at * 3) % 4],
        swimlane_id: at > 11 ? swimlane : undefined,
        color_id: COLORS[at],
        owner_id: at % 3 === 0 ? 1 : at % 3 === 1 ? bob : 0,
        priority: at % 4,
        score: at % 5,
        category_id: at % 4 === 0 ? category : 0,
        date_due: at % 3 === 2 ? "" : `${isoDay(at - 4)} 12:00`,
        tags: at % 4 === 1 ? ["urgent", "print"] : [],
        description: at === 0 ? "See #2 and ask @bob.\n\n- [x] Collect\n- [ ] Draw\n\n| a | b |\n|---|---|\n| 1 | 2 |" : "",
      }),
    );
  }
  const [task, other] = tasks;
  await call("updateTask", { id: task, time_estimated: 4, time_spent: 1.5 });
  const subtask = await call("createSubtask", { task_id: task, title: "Ask for an offer", user_id: 1, status: 1 });
  await call("createSubtask", { task_id: task, title: "Compare", user_id: bob, status: 2 });
  const comment = await call("createComment", { task_id: task, user_id: 1, content: "Looks **good** to me.\n\n> quoted" });
  const link = await call("createTaskLink", [task, other, 2]);
  const external = await call("createExternalTaskLink", [task, "https://example.org/spec", "related", "weblink", "The specification"]);
  const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const file = await call("createTaskFile", [project, task, "sketch.png", picture]);
  await call("createTaskFile", [project, task, "notes.txt", btoa("Some notes.\n")]);
  await call("createProjectFile", [project, "logo.png", picture]);
  await call("createProjectFile", [project, "brief.md", btoa("# Brief\n\nFor whom it is.\n")]);
  await call("closeTask", [tasks[15]]);
  await call("removeTask", [tasks[14]]);
  await call("enableProjectPublicAccess", [project]);
  const { token } = await call("getProjectById", [project]);
  const hook = await receiver();
  const rest = async (method, path, body) => {
    const headers = { authorization: `Basic ${btoa(`jsonrpc:${server.token}`)}`, "content-type": "application/json" };
    const response = await fetch(`${server.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
    return response.json();
  };
  const { id: endpoint } = await rest("POST", "/api/v1/webhooks", { name: "Chat", url: hook.url, format: "standard" });
  await call("moveTaskPosition", [project, task, columns[1], 1, (await call("getTask", [task])).swimlane_id]);
  const { data: events } = await rest("GET", "/api/v1/events?limit=200");
  const event = Number(events.at(-1).id.split("_")[1]);
  const delivery = await delivered(() => rest("GET", `/api/v1/webhooks/${endpoint}/deliveries`));
  hook.stop();
  const post = await signIn(server);
  await post("/profile/notifications", { enabled: "1", channel: "web", filter: "1", rhythm: "daily", topic: "comment" });
  const asBob = server.as("bob", "bob's secret");
  await asBob("createComment", { task_id: other, user_id: bob, content: "What does @admin think?" });
  await asBob("createComment", { task_id: task, user_id: bob, content: "I shall draw it." });
  await post("/settings/tags", { name: "legal", color: "teal" });
  await post(`/project/${project}/roles`, { name: "Reviewer" });
  await post(`/project/${project}/texts`, { title: "Report of a fault", description: "## What happened" });
  await post("/users/invitations", { email: "carol@example.org", project: "" });
  return {
    values: { project, task, column: columns[0], swimlane, category, user: bob, group, subtask, comment, link, external, file, token, endpoint, event, delivery, name: "task.create" },
    tasks,
  };
}

/** Waits until a webhook was sent. */
async function delivered(list) {
  for (;;) {
    const { data } = await list();
    if (data.length > 0) return data[0].id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Sends the forms of pages, where no procedure does what they do. */
async function signIn(server) {
  let cookie = "";
  const ask = async (path, fields) => {
    const response = await fetch(server.url + path, {
      method: fields ? "POST" : "GET",
      body: fields && new URLSearchParams(fields),
      headers: { cookie, accept: "text/html" },
      redirect: "manual",
    });
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    return response;
  };
  const post = async (path, fields) => {
    const page = await (await ask(path)).text();
    const csrf = page.match(/name="csrf"[^>]*value="([^"]*)"/)?.[1] ?? "";
    return ask(path, { ...fields, csrf });
  };
  await post("/login", { username: "admin", password });
  return post;
}

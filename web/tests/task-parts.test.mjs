// What a task is made of, in its panel and on its page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signedIn } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

/** The panel of a task, opened over its board. */
async function panel(demo, title, options) {
  const page = await signedIn(browser, server, options);
  await page.goto(demo.path);
  await page.click(`.task a >> text=${title}`);
  const box = page.locator("#task-dialog");
  await box.locator(".sheet").waitFor();
  return { page, box };
}

test("subtasks are added one after the other, ticked and put into order", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const { page, box } = await panel(demo, "A");
  await box.getByText("Add subtasks").click();
  for (const title of ["One", "Two", "Three"]) {
    await box.locator("#titles").fill(title);
    await box.locator("#titles").press("Control+Enter");
    await box.locator(".subtasks .what", { hasText: title }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "titles", "ready for the next");
  }
  await box.locator("[data-subtask] .state").first().click();
  await box.locator('[data-status="1"]', { hasText: "One" }).waitFor();
  const three = await box.locator("[data-subtask]", { hasText: "Three" }).boundingBox();
  const one = await box.locator("[data-subtask]", { hasText: "One" }).boundingBox();
  await page.mouse.move(three.x + 60, three.y + three.height / 2);
  await page.mouse.down();
  await page.mouse.move(one.x + 60, one.y + 4, { steps: 10 });
  await Promise.all([page.waitForResponse(/\/subtask\/\d+\/move/), page.mouse.up()]);
  const stored = await server.call("getAllSubtasks", [demo.tasks.A]);
  assert.deepEqual(stored.map((subtask) => subtask.title), ["Three", "One", "Two"]);
  await page.finish();
});

test("a box of a check list is ticked in the text", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  await server.call("updateTask", { id: demo.tasks.A, description: "- [ ] one\n- [ ] two" });
  const { page, box } = await panel(demo, "A");
  await Promise.all([page.waitForResponse(/\/check$/), box.getByRole("checkbox", { name: "two" }).check()]);
  assert.equal((await server.call("getTask", [demo.tasks.A])).description, "- [ ] one\n- [x] two");
  await page.finish();
});

test("what others do appears in the panel, around what is being written", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const { page, box } = await panel(demo, "A");
  await box.locator("#comment").pressSequentially("Half a th");
  await server.call("createSubtask", { task_id: demo.tasks.A, title: "From elsewhere" });
  await server.call("createComment", { task_id: demo.tasks.A, user_id: 1, content: "Also from elsewhere" });
  await box.getByText("From elsewhere", { exact: true }).waitFor();
  await box.locator("#comment").pressSequentially("ought");
  assert.equal(await box.locator("#comment").inputValue(), "Half a thought");
  await box.locator("#comment").press("Control+Enter");
  await box.locator(".comment", { hasText: "Half a thought" }).waitFor();
  await box.locator(".comment", { hasText: "Also from elsewhere" }).waitFor();
  await page.finish();
});

test("a picture is pasted into a text, and files are attached and shown", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const { page, box } = await panel(demo, "A");
  await box.locator("#comment").focus();
  await page.evaluate(() => {
    const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const bytes = Uint8Array.from(atob(dot), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "image.png", { type: "image/png" }));
    document.querySelector("#comment").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => /^!\[\d+-\d+\.png\]\(\/task\/\d+\/file\/\d+\?inline\)$/.test(document.querySelector("#comment").value));
  await box.locator("#comment").press("Control+Enter");
  await box.locator(".comment .prose img").waitFor();
  await box.getByText("Attach files").click();
  await box.locator("#files").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Some notes") });
  await box.getByRole("button", { name: "Attach" }).click();
  await box.getByRole("link", { name: "notes.txt", exact: true }).click();
  await box.getByText("Some notes").waitFor();
  await box.getByText("Back to the task").click();
  await box.locator("a[data-picture]").click();
  await page.locator("dialog.slides img").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog.slides").waitFor({ state: "detached" });
  assert.ok(await box.locator(".sheet").isVisible(), "the panel stays open");
  await page.finish();
});

test("tasks and people are completed while a text is written, and its tools write Markdown", async () => {
  const demo = await board(server, [["A", "Needle"], [], [], []]);
  const { page, box } = await panel(demo, "A");
  const comment = box.locator("#comment");
  await comment.pressSequentially("see #nee");
  await box.getByRole("option", { name: /Needle/ }).waitFor();
  await comment.press("Enter");
  await comment.pressSequentially("@adm");
  await box.getByRole("option", { name: /@admin/ }).click();
  assert.equal(await comment.inputValue(), `see #${demo.tasks.Needle} @admin `);
  await box.locator('.toolbar button[title^="Bold"]').last().click();
  await comment.pressSequentially("so");
  assert.equal(await comment.inputValue(), `see #${demo.tasks.Needle} @admin **so**`);
  await box.getByRole("button", { name: "Preview" }).last().click();
  await box.locator(".preview strong", { hasText: "so" }).waitFor();
  await box.getByText("Link another task").click();
  await box.locator("#link-other").pressSequentially("Need");
  await box.getByRole("option", { name: /Needle/ }).click();
  await box.locator("#link-other").press("Control+Enter");
  await box.locator(`[data-part=links] a[href="/task/${demo.tasks.Needle}"]`).waitFor();
  await page.finish({ except: /beforeunload/ });
});

test("the sides of a task open in the panel, and a copy leads to itself", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const { page, box } = await panel(demo, "A");
  for (const side of ["Activity", "Transitions", "Time tracking", "Analytics"]) {
    await box.getByRole("link", { name: side }).click();
    await box.locator(".tabs a[aria-current]", { hasText: side }).waitFor();
  }
  await box.locator(".tabs a").first().click();
  await box.getByRole("button", { name: "Duplicate" }).click();
  await page.waitForURL((url) => /\/task\/\d+$/.test(url.pathname) && !url.pathname.endsWith(`/${demo.tasks.A}`));
  await page.locator(".tasks .task", { hasText: "A" }).nth(1).waitFor();
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  assert.ok(page.url().endsWith(demo.path));
  await page.finish();
});

test("a new task takes files along, and the next one begins at once", async () => {
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/board/${demo.project}/new`);
  await page.fill("#title", "With a file");
  await page.setInputFiles("#files", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
  await page.getByLabel("Create another").check();
  await page.getByRole("button", { name: "Create task" }).click();
  await page.getByText(/was created/).waitFor();
  assert.equal(await page.inputValue("#title"), "");
  const tasks = await server.call("getAllTasks", [demo.project]);
  assert.equal((await server.call("getAllTaskFiles", [tasks[0].id])).length, 1);
  await page.finish();
});

for (const colorScheme of ["light", "dark"]) {
  test(`all sides of a task fit a narrow phone (${colorScheme})`, async () => {
    const demo = await board(server, [["A", "B"], [], [], []]);
    await server.call("createSubtask", { task_id: demo.tasks.A, title: "Part with_a_very_long_word_that_goes_on_and_on_and_on" });
    await server.call("createTaskLink", [demo.tasks.A, demo.tasks.B, 1]);
    const page = await signedIn(browser, server, { viewport: { width: 320, height: 640 }, colorScheme });
    const sides = ["", "/activity", "/transitions", "/times", "/analytics", "/recurrence", "/project"];
    const forms = [`/board/${demo.project}/new`, `/board/${demo.project}/bulk`];
    for (const path of [...sides.map((side) => `/task/${demo.tasks.A}${side}`), ...forms]) {
      await page.goto(path);
      for (const fold of await page.locator(".fold > summary").all()) if (await fold.isVisible()) await fold.click();
      const [wide, narrow] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(wide <= narrow, `${path} is ${wide} wide`);
    }
    await page.finish();
  });
}

test("of a task that comes back the form shows what goes with the unit and the end that are chosen", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`${server.url}/task/${demo.tasks.A}/recurrence`);
  const parts = { week: "[name=weekday] >> nth=0", "month-day": "#month-day", "month-weekday": "#nth", after: "#count", until: "#until" };
  const shown = async () => {
    const seen = await Promise.all(Object.values(parts).map((part) => page.locator(part).isVisible()));
    return Object.keys(parts).filter((_, index) => seen[index]);
  };
  assert.deepEqual(await shown(), ["week"]);
  await page.selectOption("#unit", "month-weekday");
  await page.selectOption("#nth", { index: 1 });
  await page.selectOption("#ends", "until");
  assert.deepEqual(await shown(), ["month-weekday", "until"]);
  await page.selectOption("#unit", "month-day");
  await page.fill("#month-day", "99");
  assert.deepEqual(await shown(), ["month-day", "until"]);
  // What is hidden by now holds nothing up, however wrong it is.
  await page.selectOption("#unit", "day");
  await page.selectOption("#ends", "after");
  await page.fill("#count", "3");
  await page.locator("form", { has: page.locator("#unit") }).getByRole("button", { name: "Save" }).click();
  await page.locator(".note.good").waitFor();
  assert.deepEqual(await shown(), ["after"]);
  await page.finish();
});

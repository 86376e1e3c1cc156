"""A week of a team, by an independent client of Kanboard's API, against a real server.

Each day builds on the day before, and every answer is looked at.
"""

import base64
import unittest
from datetime import datetime, timedelta, timezone

import kanboard

from server import ADMIN_PASSWORD, Server

NOTES = base64.b64encode("Grüße aus dem Büro\n".encode()).decode()
TITLES = [f"{verb} the {thing}" for verb in ("Draw", "Build", "Test", "Ship", "Praise")
          for thing in ("door", "roof", "stairs", "lamp", "window", "garden", "fence", "shed", "path", "pond")]


def day(offset):
    """Noon so many days from now, in the time zone of the server."""
    return f"{datetime.now(timezone.utc) + timedelta(days=offset):%Y-%m-%d} 12:00"


class Week(unittest.TestCase):
    """The days run in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.app = cls.server.client()
        cls.admin = cls.server.client("admin", ADMIN_PASSWORD)
        cls.people, cls.ids = {}, {}

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0, "the server ended with an error"

    def same(self, answer, expected):
        """The answer is exactly this: 1 is not True."""
        self.assertEqual((type(answer), answer), (type(expected), expected))

    def makes(self, id):
        """The answer is the id of what was made."""
        self.assertIs(type(id), int)
        self.assertGreater(id, 0)
        return id

    def forbidden(self, call, **parameters):
        with self.assertRaisesRegex(kanboard.ClientError, "403"):
            call(**parameters)

    def by_title(self, tasks):
        return {task["title"]: task for task in tasks}

    def lane(self, column, swimlane):
        """The titles of the open tasks where a column and a swimlane cross, by position."""
        tasks = self.app.get_all_tasks(project_id=self.house)
        here = [task for task in tasks if (task["column_id"], task["swimlane_id"]) == (column, swimlane)]
        return [task["title"] for task in sorted(here, key=lambda task: task["position"])]

    def test_1_monday_a_team_and_its_board(self):
        self.same(self.app.get_timezone(), "UTC")
        self.assertRegex(self.app.get_version(), r"^\d+\.\d+\.\d+$")
        for name in ("ana", "ben", "cleo", "dora", "emil"):
            self.ids[name] = self.makes(self.app.create_user(
                username=name, password=f"{name}-secret", name=name.title(), email=f"{name}@example.org"))
            self.people[name] = self.server.client(name, f"{name}-secret")
            self.same(self.people[name].get_me()["username"], name)
        self.same(self.app.create_user(username="ana", password="another-secret"), False)
        self.same(self.app.update_user(id=self.ids["ana"], role="app-manager"), True)
        self.same(self.app.get_user_by_name(username="ana")["role"], "app-manager")

        cls = type(self)
        cls.house = self.makes(self.people["ana"].create_project(name="House", identifier="house", priority_end=5))
        cls.garden = self.makes(self.people["ana"].create_project(name="Garden"))
        self.same(self.app.get_project_by_identifier(identifier="HOUSE")["id"], self.house)
        for name, role in (("ben", "project-member"), ("dora", "project-viewer")):
            self.same(self.people["ana"].add_project_user(
                project_id=self.house, user_id=self.ids[name], role=role), True)
        cls.crew = self.makes(self.app.create_group(name="Crew"))
        self.same(self.app.add_group_member(group_id=self.crew, user_id=self.ids["cleo"]), True)
        self.forbidden(self.people["cleo"].get_board, project_id=self.house)
        self.same(self.people["ana"].add_project_group(project_id=self.house, group_id=self.crew), True)
        self.same(self.app.get_project_user_role(project_id=self.house, user_id=self.ids["cleo"]), "project-member")
        self.same(self.app.get_assignable_users(project_id=self.house), {
            str(self.ids["ana"]): "Ana", str(self.ids["ben"]): "Ben", str(self.ids["cleo"]): "Cleo"})

        columns = self.app.get_columns(project_id=self.house)
        self.same([column["title"] for column in columns], ["Backlog", "Ready", "Work in progress", "Done"])
        review = self.makes(self.people["ana"].add_column(project_id=self.house, title="Review", task_limit=9))
        self.same(self.people["ana"].change_column_position(project_id=self.house, column_id=review, position=4), True)
        cls.columns = [column["id"] for column in self.app.get_columns(project_id=self.house)]
        self.same(self.columns, [*[column["id"] for column in columns[:3]], review, columns[3]["id"]])
        cls.lanes = [self.app.get_active_swimlanes(project_id=self.house)[0]["id"],
                     self.makes(self.people["ana"].add_swimlane(project_id=self.house, name="Outside"))]
        cls.wood = self.makes(self.people["ana"].create_category(project_id=self.house, name="Wood", color_id="brown"))
        self.makes(self.people["ana"].create_category(project_id=self.garden, name="wood"))
        self.makes(self.people["ana"].create_tag(project_id=self.house, tag="rain"))
        self.forbidden(self.people["ben"].add_column, project_id=self.house, title="Mine")

    def test_2_tuesday_fifty_tasks(self):
        cls = type(self)
        cls.tasks = {}
        for at, title in enumerate(TITLES):
            owner = ("ben", "cleo")[at % 2]
            self.tasks[title] = self.makes(self.people["ben"].create_task(
                title=title, project_id=self.house, owner_id=self.ids[owner], priority=at % 5, score=at,
                swimlane_id=self.lanes[at % 10 >= 5], category_id=self.wood if "door" in title else 0,
                reference=f"H-{at}", tags=["rain"] if "roof" in title else [],
                date_due=day(-1) if "pond" in title else day(7)))
        tasks = self.by_title(self.people["dora"].get_all_tasks(project_id=self.house))
        self.same(sorted(tasks), sorted(TITLES))
        self.same([tasks[title]["position"] for title in TITLES[:5]], [1, 2, 3, 4, 5])
        self.same((tasks["Draw the roof"]["owner_id"], tasks["Draw the roof"]["creator_id"]),
                  (self.ids["cleo"], self.ids["ben"]))
        self.same(self.app.get_task_by_reference(project_id=self.house, reference="H-7")["title"], TITLES[7])
        self.same(list(self.app.get_task_tags(task_id=self.tasks["Ship the roof"]).values()), ["rain"])
        self.forbidden(self.people["dora"].create_task, title="No", project_id=self.house)
        self.same(self.people["ben"].create_task(title="", project_id=self.house), False)
        self.same(self.people["ben"].create_task(title="x", project_id=self.house, owner_id=self.ids["emil"]), False)
        self.same(self.people["cleo"].update_task(id=self.tasks[TITLES[0]], description="*Oak*", score=8), True)
        changed = self.app.get_task(task_id=self.tasks[TITLES[0]])
        self.same((changed["description"], changed["score"], changed["title"]), ("*Oak*", 8, TITLES[0]))
        self.same(len(self.app.get_overdue_tasks_by_project(project_id=self.house)), 5)
        self.same(len(self.people["cleo"].get_my_overdue_tasks()), 5)
        board = self.people["dora"].get_board(project_id=self.house)
        self.same([lane["nb_tasks"] for lane in board], [25, 25])
        self.same([task["id"] for task in board[0]["columns"][0]["tasks"]][:2],
                  [self.tasks[title] for title in TITLES[:2]])

    def test_3_wednesday_work(self):
        ben, cleo, lane = self.people["ben"], self.people["cleo"], self.lanes[0]
        for position, title in enumerate(TITLES[:5], 1):
            self.same(ben.move_task_position(project_id=self.house, task_id=self.tasks[title],
                                             column_id=self.columns[1], position=position, swimlane_id=lane), True)
        first = {"project_id": self.house, "task_id": self.tasks[TITLES[4]], "column_id": self.columns[1],
                 "position": 1, "swimlane_id": lane}
        self.same(cleo.move_task_position(**first), True)
        self.same(cleo.move_task_position(**first), False)
        self.same(self.lane(self.columns[1], lane), [TITLES[4], *TITLES[:4]])
        self.same(self.lane(self.columns[0], lane)[:2], TITLES[10:12])

        door = self.tasks["Draw the door"]
        saw, oil = (self.makes(ben.create_subtask(task_id=door, title=title, user_id=self.ids["ben"],
                                                  time_estimated=hours)) for title, hours in (("Saw", 1.5), ("Oil", 2)))
        self.same(ben.set_subtask_start_time(subtask_id=saw, user_id=self.ids["ben"]), True)
        self.same(ben.set_subtask_start_time(subtask_id=saw, user_id=self.ids["ben"]), False)
        self.same(cleo.has_subtask_timer(subtask_id=saw, user_id=self.ids["ben"]), True)
        self.same([part["is_timer_started"] for part in ben.get_all_subtasks(task_id=door)], [True, False])
        self.same(ben.get_subtask_time_spent(subtask_id=saw, user_id=self.ids["ben"]), 0)
        self.same(ben.set_subtask_end_time(subtask_id=saw, user_id=self.ids["ben"]), True)
        self.same(ben.update_subtask(id=oil, task_id=door, status=2, time_spent=1.25), True)
        self.same(ben.get_subtask(subtask_id=oil)["status"], 2)
        task = ben.get_task(task_id=door)
        self.same((task["time_estimated"], task["time_spent"]), (3.5, 1.25))
        self.same(ben.remove_subtask(subtask_id=saw), True)
        self.same(ben.get_task(task_id=door)["time_estimated"], 2)

        mine = self.makes(cleo.create_comment(task_id=door, user_id=self.ids["cleo"], content="Nice, @ben"))
        self.same(ben.create_comment(task_id=door, user_id=self.ids["cleo"], content="Not me"), False)
        self.same(ben.update_comment(id=mine, content="Changed"), False)
        self.same(cleo.update_comment(id=mine, content="Very nice, @ben"), True)
        self.same([comment["comment"] for comment in ben.get_all_comments(task_id=door)], ["Very nice, @ben"])

        notes = self.makes(ben.create_task_file(project_id=self.house, task_id=door, filename="notes.txt", blob=NOTES))
        self.same(cleo.download_task_file(file_id=notes), NOTES)
        self.same(cleo.get_task_file(file_id=notes)["size"], len(base64.b64decode(NOTES)))
        plan = self.makes(ben.create_project_file(project_id=self.house, filename="plan.png", blob=NOTES))
        self.same(cleo.get_project_file(project_id=self.house, file_id=plan)["is_image"], 1)
        self.same(cleo.download_project_file(project_id=self.house, file_id=plan), NOTES)
        self.same(ben.remove_project_file(project_id=self.house, file_id=plan), True)
        self.same(ben.get_all_project_files(project_id=self.house), [])

    def test_4_thursday_order(self):
        ben, door, roof = self.people["ben"], self.tasks["Draw the door"], self.tasks["Draw the roof"]
        blocks = self.app.get_link_by_label(label="blocks")["id"]
        link = self.makes(ben.create_task_link(task_id=door, opposite_task_id=roof, link_id=blocks))
        self.same([link["label"] for link in ben.get_all_task_links(task_id=roof)], ["is blocked by"])
        self.same(ben.create_task_link(task_id=door, opposite_task_id=roof, link_id=blocks), False)
        self.same(ben.get_task_link_by_id(task_link_id=link)["opposite_task_id"], roof)
        page = self.makes(ben.create_external_task_link(
            task_id=door, url="https://example.org/oak", dependency="related", type="weblink", title="Oak"))
        self.same(ben.get_external_task_link_by_id(task_id=door, link_id=page)["url"], "https://example.org/oak")
        self.same(ben.save_task_metadata(task_id=door, values={"supplier": "Holz & Co"}), True)
        self.same(ben.get_task_metadata(task_id=door), {"supplier": "Holz & Co"})
        self.same(ben.set_task_tags(project_id=self.house, task_id=door, tags=["rain", "rush"]), True)
        self.same(sorted(ben.get_task_tags(task_id=door).values()), ["rain", "rush"])

        found = lambda query: [task["title"] for task in ben.search_tasks(project_id=self.house, query=query)]
        self.same(found("ship the"), TITLES[30:40])
        self.same(found("column:Ready"), TITLES[:5])
        self.same(found('assignee:me status:open category:Wood'), [TITLES[0], *TITLES[10::10]])
        self.same(found("due:<today"), TITLES[9::10])
        self.same(found("tag:rush"), ["Draw the door"])
        self.same(found("reference:H-33"), [TITLES[33]])
        self.same(found("comment:nice"), ["Draw the door"])
        self.same(found("nothing of that name"), [])

        self.makes(self.people["ana"].create_action(
            project_id=self.house, event_name="task.move.column",
            action_name="\\Kanboard\\Action\\TaskCloseColumn", params={"column_id": self.columns[4]}))
        self.same(ben.move_task_position(project_id=self.house, task_id=roof, column_id=self.columns[4],
                                         position=1, swimlane_id=self.lanes[0]), True)
        self.same(ben.get_task(task_id=roof)["is_active"], 0)
        names = [activity["event_name"] for activity in ben.get_project_activity(project_id=self.house)]
        self.same(names[:2], ["task.close", "task.move.column"])

    def test_5_friday_what_is_done_and_what_goes_elsewhere(self):
        ana, ben, door = self.people["ana"], self.people["ben"], self.tasks["Draw the door"]
        self.same(ben.close_task(task_id=door), True)
        closed = ben.get_all_tasks(project_id=self.house, status_id=0)
        self.same([task["title"] for task in closed], ["Draw the door", "Draw the roof"])
        self.same(ben.open_task(task_id=door), True)
        self.forbidden(ben.move_task_to_project, task_id=door, project_id=self.garden)
        self.same(ana.add_project_user(project_id=self.garden, user_id=self.ids["ben"]), True)
        copy = self.makes(ben.duplicate_task_to_project(task_id=door, project_id=self.garden))
        task = ben.get_task(task_id=copy)
        self.same((task["title"], task["project_id"], task["is_active"]), ("Draw the door", self.garden, 1))
        self.same(ben.get_category(category_id=task["category_id"])["name"], "wood")
        self.same(ben.download_task_file(file_id=ben.get_all_task_files(task_id=copy)[0]["id"]), NOTES)
        self.same(ben.move_task_to_project(task_id=self.tasks["Ship the pond"], project_id=self.garden), True)
        self.same(sorted(task["title"] for task in ben.get_all_tasks(project_id=self.garden)),
                  ["Draw the door", "Ship the pond"])
        mine = {task["title"] for task in ben.get_my_dashboard()}
        self.assertIn("Draw the door", mine)
        self.same(set(ben.get_my_projects_list().values()), {"House", "Garden"})

        self.same(ben.remove_all_task_files(task_id=door), True)
        self.same(ben.remove_task(task_id=door), True)
        self.same(self.app.get_task(task_id=door), None)
        self.same(len(ben.get_all_task_files(task_id=copy)), 1)
        self.forbidden(ben.get_task, task_id=door)

    def test_6_saturday_people_go(self):
        ana, cleo = self.people["ana"], self.people["cleo"]
        self.same(ana.change_project_group_role(project_id=self.house, group_id=self.crew, role="project-viewer"), True)
        self.same(len(cleo.get_all_tasks(project_id=self.house)), 47)
        self.forbidden(cleo.close_task, task_id=self.tasks[TITLES[2]])
        self.same(self.app.remove_group(group_id=self.crew), True)
        self.forbidden(cleo.get_all_tasks, project_id=self.house)
        self.same(self.app.get_task(task_id=self.tasks[TITLES[3]])["owner_id"], self.ids["cleo"])
        self.same(self.app.remove_user(user_id=self.ids["cleo"]), True)
        self.same(self.app.get_task(task_id=self.tasks[TITLES[3]])["owner_id"], 0)
        told = {activity["author_username"] for activity in ana.get_project_activity(project_id=self.house)}
        self.same(told, {"ben"})
        with self.assertRaisesRegex(kanboard.ClientError, "401"):
            cleo.get_me()
        self.same(self.app.disable_user(user_id=self.ids["ben"]), True)
        with self.assertRaisesRegex(kanboard.ClientError, "401"):
            self.people["ben"].get_me()
        self.same(ana.remove_project(project_id=self.house), True)
        self.same(self.app.get_project_by_id(project_id=self.house), None)
        self.same([project["name"] for project in self.app.get_all_projects()], ["Garden"])


if __name__ == "__main__":
    unittest.main(failfast=True)

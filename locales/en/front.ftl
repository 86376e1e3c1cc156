# The trash of a project.
trash = Removed tasks
trash-hint = A removed task can be brought back for 30 days, with its number and all that belonged to it.
trash-empty-title = Nothing was removed
trash-empty = Tasks that somebody removes are kept here for 30 days.
trash-removed = removed { $when }
trash-removed-by = removed { $when } by { $name }
trash-until = kept until { $date }
trash-restore = Bring back
trash-restore-task = Bring back #{ $task }
trash-purge = Delete for good
trash-purge-sure = Nobody can bring it back then.
trash-purge-yes = Delete for good now

# Removed projects.
projects-removed = Removed projects
projects-removed-hint = A removed project can be brought back for 30 days, with all that belonged to it.
projects-removed-empty = Projects that somebody removes are kept here for 30 days.
projects-removed-see = See removed projects
project-is-removed = “{ $project }” was removed.
project-restore = Bring back { $project }
project-purge = Delete { $project } for good
project-purge-sure = All its tasks, comments and files go then, and nobody can bring them back.

# What is one's own.
dashboard = Dashboard
my-own = What is mine
my-tasks = My tasks
my-tasks-empty-title = Nothing to do
my-tasks-empty = Open tasks that are assigned to you are listed here, the next due first.
my-tasks-all = { $n ->
    [one] Your task
   *[other] All your { $shown } tasks
}
my-overdue = { $n ->
    [one] { $shown } task is overdue
   *[other] { $shown } tasks are overdue
}
my-subtasks = My subtasks
my-subtasks-empty-title = No subtasks to do
my-subtasks-empty = Subtasks that are assigned to you and not done are listed here.
my-subtasks-all = { $n ->
    [one] Your subtask
   *[other] All your { $shown } subtasks
}
my-projects-all = { $n ->
    [one] Your project
   *[other] All your { $shown } projects
}
my-activity-empty-title = Nothing happened yet
my-activity-empty = What people do in your projects is listed here.
activity-more = More activity
subtask-begun = In progress
subtasks-done = Subtasks done:
sort-by = Sorted by
sort-newest = Newest
page-before = Previous page
page-after = Next page
search-tasks = Search tasks
search-go = Search

# What everybody may see.
read-only = Read only
feed = Feed
feed-of = Kanso: { $name }
calendar-file = Calendar
links = Links
subtasks = Subtasks
subtask-done = Done:
my-feeds = Feed and calendar
my-feeds-hint = Two addresses that news readers and calendars can ask without signing in: what happens in your projects, and when your tasks are due.
my-feed = What happens in my projects
my-calendar = When my tasks are due
my-feeds-warning = Whoever has these addresses can read them. New addresses make the old ones worthless.
my-feeds-none = They are switched off.
my-feeds-on = Make the addresses
my-feeds-renew = Make new addresses
my-feeds-off = Switch off

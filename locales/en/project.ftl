# Settings of a project.
project-settings-menu = Settings of the project
project-settings = General
columns = Columns
swimlanes = Swimlanes
categories = Categories
tags = Tags
permissions = Permissions
custom-roles = Custom roles
predefined-texts = Predefined texts
public-access = Public access
copy-and-import = Duplicate and import
close-or-remove = Close or remove
edit-named = Edit { $name }
remove-named = Remove { $name }
hide-named = Hide { $name }
show-named = Show { $name } again
hide = Hide
show = Show
remove-for-good = Remove for good
move-left = Move { $name } to the left
move-right = Move { $name } to the right
move-up = Move { $name } up
move-down = Move { $name } down
task-limit = Task limit
task-limit-hint = How many open tasks it should hold at most. The board shows when there are more; nothing is blocked. Empty for any number.

# General.
identifier = Identifier
identifier-hint = Letters and digits, unique. Programs can name the project by it.
project-owner = Owner
project-email = E-mail address
project-mail-in = Tasks by mail
project-mail-in-hint = Mails that members send here become tasks: the subject is the title, the text the description, and files are attached. So do those to the e-mail address above, if the mail server delivers them to the same folder.
project-description-hint = In Markdown. It stands on the project’s overview.
project-start = Start date
project-end = End date
priority-lowest = Lowest priority
priority-highest = Highest priority
priority-default = Priority of new tasks
project-limit-hint = How many open tasks the whole project should hold at most. Empty for any number.
limits-per-swimlane = Limits of columns count for each swimlane by itself
project-personal-switch-hint = Only you see it: its page of permissions goes, the roles of others stay without use.

# Columns, swimlanes, categories, tags.
columns-hint = The steps of work, from left to right.
column-add-title = New column
column-add = Add column
column-remove = Remove this column…
column-remove-sure = Only an empty column can be removed: move its tasks first, the closed ones too.
in-dashboard = In dashboards
in-dashboard-shown = shown
in-dashboard-hidden = hidden
hide-in-dashboard = Leave its tasks out of dashboards
swimlanes-hint = Rows across all columns, from top to bottom: for teams, releases or urgent work.
swimlanes-hidden = Hidden swimlanes
swimlane-new = New swimlane
swimlane-add = Add swimlane
swimlane-remove = Remove this swimlane…
swimlane-remove-sure = Only an empty swimlane can be removed: move its tasks first, the closed ones too. To put it out of sight with its tasks, hide it.
categories-hint = A task has one category at most. New tasks of a category take its colour.
categories-empty = There are no categories yet. Add the first one below, for example “Bug” or “Idea”.
category-new = New category
category-add = Add category
category-remove = Remove this category…
category-remove-sure = Its tasks stay and have no category then.
color-none = No colour
project-tags-hint = A task can have many tags. New ones can also be made while a task is written.
tags-empty = There are no tags yet. Add the first one below.
tag-new = New tag
tag-add = Add tag
tag-remove = Remove this tag…
tag-remove-sure = It is taken from all tasks that have it.
tags-global = Tags of all projects
tags-global-hint = They can be chosen in every project that offers them.
tags-global-offer = Offer the tags of all projects here too

# People and roles.
people = People
person = Person
permissions-hint = Who belongs to the project, by themselves or through a group. The own role counts before that of a group.
people-empty = Nobody has a role by themselves yet.
people-all = Everybody with an account has a role here.
person-add = Add person
account-disabled = account disabled
groups-none = No group has a role here.
group-add = Add group
group-named = Group { $name }
people-count = { $n ->
    [one] { $shown } person
   *[other] { $shown } people
}
role-given = Role
project-role-of = Role of { $name }
project-role-manager = Manager
project-role-member = Member
project-role-viewer = Viewer
role-unknown = gives no access
member-remove-sure = They lose access to the project, unless they have it in another way. Their tasks stay theirs.
member-remove-yes = Take the role away
custom-roles-hint = A custom role may do what a member may, but for what you take away.
custom-roles-empty = There are no custom roles yet: manager, member and viewer do for most projects.
custom-role-new = New role
custom-role-add = Add role
custom-role-hint = People with this role may do all that members may, but for what is ticked or blocked here. It holds on the pages and over the API alike.
custom-role-remove = Remove this role…
custom-role-remove-sure = Who has it becomes a viewer, until you give them another role.
role-holders = People and groups
role-blocks = In the whole project, they may not
block-creation = create tasks
block-removal = remove tasks
block-open-close = close tasks and open them again
block-moving = move tasks to another column
block-assigning = change who a task is assigned to
block-updating-others = change tasks that are not assigned to themselves
role-columns = In single columns
role-columns-hint = What is chosen here counts before what is ticked above.
role-creation = Creating tasks
role-open-close = Closing and opening tasks
rule-as-project = as in the project
rule-allowed = allowed
rule-blocked = blocked
role-passages = Where tasks may be moved
role-passages-hint = If you name pairs of columns, tasks move only between these, both ways. Leave the rows empty to allow all. Clear a row to remove it.
passage-from = One column
passage-to = The other column
passage-whose = Which tasks
passage-all = all tasks
passage-own = only their own
fault-role-create = Your role in this project does not let you create tasks here. Choose another column, or ask a manager of the project.
fault-role-remove = Your role in this project does not let you remove tasks. Ask a manager of the project.
fault-role-open-close = Your role in this project does not let you close or open tasks here. Ask a manager of the project.
fault-role-move = Your role in this project does not let you move this task there. Ask a manager of the project.
fault-role-assign = Your role in this project does not let you change who a task is assigned to. Ask a manager of the project.
fault-role-update = Your role in this project lets you change only tasks that are assigned to you.

# Predefined texts.
descriptions = Descriptions of tasks
descriptions-hint = Offered when a task is created, to begin its description with.
description-new = New description
description-keep = Keep description
description-remove = Remove this description…
description-remove-sure = It is no longer offered. Tasks that began with it stay as they are.
email-subjects = Subjects of mails
email-subjects-label = Subjects, one a line

# Public access.
public-off = Only members see this project. With public access, everybody who has the link sees the board and its tasks, without an account and without changing anything; there are also a feed and a calendar.
public-on = Everybody who has one of these links sees the board and its tasks.
public-turn-on = Turn public access on
public-turn-off = Turn public access off
public-open = Open the public board
public-board-address = Board
public-feed-address = Feed (RSS)
public-calendar-address = Calendar (iCal)
public-renew = Make new links…
public-renew-sure = The links that people have now stop working.
public-renew-yes = Make new links

# Close, remove, duplicate, import.
project-close = Close project
project-close-hint = It leaves the lists of projects; everything in it stays, and you can open it again here.
project-open = Open project again
project-is-closed = This project is closed: it is left out of the lists of projects.
project-closed = Closed
project-remove = Remove project
project-remove-sure = Everything in it disappears with it. For 30 days it can be brought back; to put it aside, close it.
project-remove-type = Type the name of the project to remove it
project-remove-yes = Remove this project
project-duplicate = Duplicate project
project-copy-name = Name of the copy
copy-of = { $name } (copy)
parts-title = What to take over
parts-hint = Columns, swimlanes, settings and predefined texts always come along.
part-permissions = Permissions of people and groups
part-actions = Automatic actions
part-filters = Saved filters
part-metadata = Data of other programs
part-tasks = Open tasks, with tags, subtasks, links to elsewhere and files
import-tasks = Import tasks
import-from = From the project
import-hint = All open tasks are copied into the columns and swimlanes of the same name here. The other project stays as it is.
import-none = You manage no other project to import from.
project-new-more = Identifier, template
project-like = Like the project
project-like-none = None: begin with an empty board

# Overview.
overview-no-description = This project has no description yet.
project-open-tasks = Open tasks
project-files-none = No files are attached to this project.
project-file-hint = 64 MB at a time.
people-edit = Change permissions

# Lists of the application.
link-labels = Link labels
link-labels-hint = How tasks can be linked, in all projects.
link-label = Label
link-opposite = From the other side
link-opposite-same = the same
link-opposite-hint = What the other task is called by. Empty when it reads the same from there.
link-label-example = depends on
link-opposite-example = is needed by
link-label-new = New label
link-label-add = Add label
link-label-remove = Remove this label…
link-label-remove-sure = All links with this label go too, in all projects.
currencies = Currencies
currencies-hint = What money of other currencies is worth.
currencies-empty = No rates are kept yet. Add the first one below.
currency = Currency
currency-reference = Reference currency
currency-rate = Worth in { $reference }
currency-new = Add or change a rate
rate = Rate

# Archives of projects.
archive = Archive
archive-hint = The whole project in one file, with its files and its history, to keep it or to take it to another installation of Kanso. Secrets are not in it.
archive-get = Download the archive
archive-put = New project from an archive
archive-from = From an archive
archive-put-hint = A file that was downloaded as the archive of a project, or a board that Trello exported as JSON. You see what is in it before anything is made.
archive-file = Archive
archive-limit = Up to { $size } MB. Larger ones are put in on the command line: kanso project import
archive-look = See what is in it
archive-of = Taken out { $date }
archive-tasks = Tasks
archive-events = Events in its history
archive-people = Who is who here
archive-whole = All of it can be taken.
archive-left = What is taken otherwise
archive-gone = This file waits no longer. Send it again.
archive-left-person = { $name } has no account here: their tasks will be nobody’s, and their name is added to what they wrote.
archive-left-group = There is no group “{ $name }” here.
archive-left-label = There is no label “{ $name }” here: links with it are left out.
archive-left-tag = The tag “{ $name }” becomes the project’s own.
archive-left-taken = “{ $name }” belongs to another project, and stays with it.
archive-left-files = { $n ->
    [one] { $shown } file was lost before, and is left out.
   *[other] { $shown } files were lost before, and are left out.
}
archive-left-elsewhere = { $n ->
    [one] { $shown } entry named other projects, and stayed there.
   *[other] { $shown } entries named other projects, and stayed there.
}
archive-left-endpoints = { $n ->
    [one] { $shown } webhook comes switched off, without its secrets and the rest of its address.
   *[other] { $shown } webhooks come switched off, without their secrets and the rest of their addresses.
}
archive-fault-none = This is no archive of a project, or not all of it.
archive-fault-version = Version { $version } of the format is not known here. A newer Kanso wrote it.
archive-fault-damaged = The archive is damaged: { $place }
archive-fault-content = The archive is not whole: the content of “{ $name }” is missing.
archive-fault-large = The archive unpacks into too much.

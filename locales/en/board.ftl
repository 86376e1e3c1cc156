# The board.
task = Task
column = Column
swimlane = Swimlane
position = Position
tasks = { $n ->
    [one] { $shown } task
   *[other] { $shown } tasks
}
limit-within = limit { $limit }
limit-full = at the limit of { $limit }
limit-over = { $over } over the limit of { $limit }
board-no-swimlane = This board has no active swimlane.
add-task = Add a task
add-task-to = Add a task to { $column }
add-button = Add
due-late = Overdue, { $date }
due-today = Due today
due-on = { $date }

# Moving, as a screen reader hears it.
picked-up = Picked up #{ $task }. Arrows carry it, Space drops it, Escape puts it back.
carried = { $column }, { $position } of { $total }
moved = #{ $task } moved to { $column }, { $position } of { $total }
put-back = #{ $task } is back in { $column }, { $position } of { $total }
added = #{ $task } added to { $column }, { $position } of { $total }
move-refused = #{ $task } is back where it was. { $reason }

# What stands on a task of the board.
card-actions = Actions of the task
card-comments = Comments
card-subtasks = Subtasks done
card-files = Files
card-links = Links
card-external-links = External links
card-milestone = Milestone
card-recurring = Comes again
card-hours = Hours spent and estimated
card-age = Days since it was created, and in this column
card-tags = Tags
days-short = { $n }d

# The menu of a task.
card-open = Open
card-edit = Edit here
card-move = Move…
card-select = Select
card-assign-me = Assign to me
card-start = Start now
card-duplicate = Duplicate
card-to-project = Copy or move to a project…

# The small form on a task.
category-none = No category
tags-hint = Set apart by commas
edit-clash = Somebody changed this task while you were editing. Your values are above; save again to keep them. Theirs:

# The menu of a column.
column-menu = Menu of { $column }
column-hide = Hide column
column-select = Select all tasks
column-new = New task with all fields
column-several = Create several tasks
column-close = Close all tasks of this column
column-close-in = Close all tasks in { $swimlane }
column-sort = Sort by
sort-id = Number
sort-priority = Priority
sort-assignee = Assignee
sort-assignee-priority = Assignee and priority
sort-due = Due date

# Moving by taps.
place-title = Move #{ $task }
place-up = Up
place-down = Down
place-top = Top
place-end = End

# Several tasks at once.
selection = Selected tasks
selection-move = Move to…
selection-same-swimlane = Same swimlane
selection-tag = Add a tag
selection-none = Select nothing
tasks-selected = Tasks
selected = { $n ->
    [one] { $shown } task selected
   *[other] { $shown } tasks selected
}
tasks-moved = { $n ->
    [one] { $shown } task moved
   *[other] { $shown } tasks moved
}
tasks-closed = { $n ->
    [one] { $shown } task closed
   *[other] { $shown } tasks closed
}
tasks-opened = { $n ->
    [one] { $shown } task opened again
   *[other] { $shown } tasks opened again
}
undo = Undo
undone = Undone
removed = #{ $task } removed

# The board's own menu.
board-menu = View
board-collapse = One line for each task
board-compact = Fit columns to the window
live-pause = Pause live updates
live-paused = Updates paused
live-polling = Updated every { $seconds } s
live-connecting = Connecting
live-on = Live
live-lost = Connection lost, trying again

# Keys.
keys = Keyboard
keys-walk = go from task to task
keys-open = open the task
keys-space = Space
keys-pick-up = pick the task up; arrows carry it; again to drop it
keys-cancel = put it back, close
keys-add = add a task to this column
keys-save = save what you are writing
keys-help = show this list
keys-everywhere = Everywhere
keys-board = On the board
keys-palette = go to a project, task or page
keys-projects = go to another project
keys-filter = into the filter
keys-reset = show the usual tasks again
keys-undo = undo the last move, closing or removal
keys-edit = edit the task where it stands
keys-menu = menu of the task
keys-select = select the task; then others, too
keys-collapse = one line for each task
keys-compact = fit the columns to the window
keys-single = Single-letter keys
keys-single-hint = Turn them off if you speak or type with software that presses letters.

# Going anywhere.
palette = Go to…
palette-hint = Project, task or #number
palette-go = Find
palette-empty = Nothing is called that. Try a part of the name, or #12 for a task.
palette-project = Project
palette-page = Page

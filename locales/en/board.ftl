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
keys-single = Single-letter keys
keys-single-hint = Turn them off if you speak or type with software that presses letters.

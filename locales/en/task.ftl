# A task.
title = Title
description = Description
description-add = Add a description
description-edit = Edit description
markdown-hint = Markdown. Ctrl+Enter saves.
assignee = Assignee
nobody = Nobody
color = Color
due-date = Due date
start-date = Start date
priority = Priority
complexity = Complexity
reference = Reference
category = Category
time-spent = Time spent
time-estimated = Time estimated
recurrence = Recurrence
name = Name
facts = Facts
closed = Closed
close-dialog = Back to the board
created-by = Created { $when } by { $name }
created-on = Created { $when }
move-task = Move…
move-here = Move here
task-close = Close task
task-open = Open again
task-remove = Remove…
task-remove-sure = The task and its comments are removed for good.
task-remove-yes = Remove for good

# Comments.
comment = Comment
comments = { $n ->
    [0] Comments
    [one] { $shown } comment
   *[other] { $shown } comments
}
comment-add = Write a comment
comment-send = Comment
comment-edited = edited
comment-remove-sure = The comment is removed for good.
comment-remove-yes = Remove comment
somebody = Somebody

# Text that is not saved yet, and text that meets another.
draft-restored = This text was not saved last time.
draft-discard = Discard it
leave-unsaved = There are changes that were not saved. Leave anyway?
clash-title = Somebody changed this task while you were editing
clash-advice = Nothing was overwritten. Compare below: the form holds your version. Save it to keep yours, or take theirs.
clash-theirs = now
clash-yours = yours
clash-discard = Discard mine, show theirs

# Activity.
activity = Activity
did-create = { $who } created the task
did-update = { $who } changed { $fields }
did-assign = { $who } assigned it to { $assignee }
did-unassign = { $who } removed the assignee
did-move-column = { $who } moved it from { $from } to { $to }
did-move-swimlane = { $who } moved it to another swimlane
did-move-position = { $who } changed its position
did-close = { $who } closed the task
did-open = { $who } opened the task again
did-remove = { $who } removed the task
did-restore = { $who } restored the task
did-comment = { $who } commented
did-comment-update = { $who } edited a comment
did-comment-remove = { $who } removed a comment
did-move-project = { $who } moved it here from another project
did-subtask = { $who } added the subtask { $title }
did-subtask-update = { $who } changed the subtask { $title }
did-subtask-remove = { $who } removed the subtask { $title }
did-link = { $who } linked it: { $label } { $task }
did-link-remove = { $who } removed a link: { $label } { $task }
did-file = { $who } attached { $name }
did-file-remove = { $who } removed the file { $name }
somebody-by-api = The application

color-yellow = Yellow
color-blue = Blue
color-green = Green
color-purple = Purple
color-red = Red
color-orange = Orange
color-grey = Grey
color-brown = Brown
color-deep_orange = Deep orange
color-dark_grey = Dark grey
color-pink = Pink
color-teal = Teal
color-cyan = Cyan
color-lime = Lime
color-light_green = Light green
color-amber = Amber

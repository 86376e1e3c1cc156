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
did-tag = { $who } added tags: { $tags }
did-untag = { $who } took tags off: { $tags }
did-retag = { $who } added tags: { $tags }; took off: { $lost }
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

# The sides of a task.
sides-of = Sides of task { $task }
transitions = Transitions
times = Time tracking
analytics = Analytics
back-to-task = Back to the task
activity-none = Nothing has happened yet.
modified-on = Changed { $when }
moved-on = Moved { $when }
completed-on = Completed { $when }
when = When
who = Who
none = None

# The fields.
tags-edit = Choose tags
tags-new = New tags, with commas between them
text-choose = Begin with a text of the project
bulk-description = Description of each
assign-to-me = Assign to me
start-now = Start now
reference-open = Open the reference
more-fields = More fields

# New tasks.
new-task = New task
new-tasks = Several tasks at once
task-create = Create task
tasks-create = Create tasks
create-another = Create another
copy-to = Also copy it to these projects
task-made = Task #{ $task } was created.
task-show = Show it
bulk-titles = Titles, one on each line

# Acts.
task-duplicate = Duplicate
task-project = Copy or move to another project
project-choose = Choose a project
project-take = Choose
project-copy = Copy there
project-move = Move there
recurrence-of = Recurrence of this task
recurrence-set = Make it recur
recurrence-on = It recurs
recurrence-parent = Follows on task #{ $task }
recurrence-child = Went on as task #{ $task }
recur-on = Create the next task by itself
recur-when = When
recur-first = it leaves the first column
recur-last = it reaches the last column
recur-closed = it is closed
recur-factor = The due date moves by
recur-unit = Unit
recur-days = days
recur-months = months
recur-years = years
recur-base = Counted from
recur-from-due = its due date
recur-from-act = the day it happens
recur-processed = The next task of this one exists already.
recur-no-due = Without a due date the next task has none either.

# Subtasks.
subtask-add = Add subtasks
subtask-titles = One subtask on each line
subtask-todo = To do
subtask-progress = In progress
subtask-finished = Done
subtask-edit = Edit subtask { $title }
subtask-convert = Make it a task
subtask-remove-sure = Remove the subtask { $title } for good?
subtask-timer = Timer of { $title }
timer-start = Start the timer
timer-stop = Stop the timer
subtask-busy = One subtask at a time: you have { $title } of { $task } in progress. What becomes of it?
subtask-busy-finish = It is done
subtask-busy-put-back = Put it back to do
hours-spent = { $spent } h spent
hours-estimated = { $estimated } h estimated
hours-of = { $spent } of { $estimated } h

# Links.
link-add = Link another task
link-relation = This task
link-other = Other task
link-edit = Edit the link to #{ $task }
link-relates-to = relates to
link-blocks = blocks
link-is-blocked-by = is blocked by
link-duplicates = duplicates
link-is-duplicated-by = is duplicated by
link-is-a-child-of = is a child of
link-is-a-parent-of = is a parent of
link-targets-milestone = targets milestone
link-is-a-milestone-of = is a milestone of
link-fixes = fixes
link-is-fixed-by = is fixed by
external-links = External links
external-add = Link a page or file
external-url = Address
external-title-hint = Left empty, a page is asked for its title.
external-edit = Edit the link { $title }
external-weblink = web page
external-attachment = file on the web
external-file = local file

# Files.
files = Files
file-add = Attach files
file-choose = Files
file-hint = 64 MB at a time. With scripts you can also drop files here or paste a picture.
file-send = Attach
file-progress = Progress of the upload
file-download = Download { $name }
file-remove = Remove the file { $name }
file-remove-sure = Remove the file { $name } for good?
file-cut = Only the beginning of this file is shown. Download it to see the rest.
download = Download
size-bytes = { $size } B
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

# Comments.
comment-reply = Reply
comment-wrote = { $name } wrote:
comment-visibility = Visible to
comment-for-all = everybody in the project
comment-for-managers = managers and administrators
comment-for-admins = administrators
comments-newest = Newest first
comments-oldest = Oldest first

# Times.
transitions-empty = This task has not changed its column yet.
transition-from = From
transition-to = To
transition-spent = Time there
times-empty = Nobody has worked on its subtasks with a timer yet. Start one beside a subtask.
time-start = Start
time-end = End
time-running = running
lead-time = Lead time
lead-time-hint = from its creation to its end, or until now
cycle-time = Cycle time
cycle-time-hint = from its start to its end, or until now
cycle-time-none = not started
time-by-column = Time in each column
span-days = { $n ->
    [one] { $shown } day
   *[other] { $shown } days
}
span-hours = { $n ->
    [one] { $shown } hour
   *[other] { $shown } hours
}
span-minutes = { $n ->
    [one] { $shown } minute
   *[other] { $shown } minutes
}

# Writing.
editor = Text tools
editor-bold = Bold
editor-italic = Italic
editor-strike = Struck through
editor-code = Code
editor-link = Link
editor-quote = Quote
editor-list = List
editor-numbers = Numbered list
editor-checks = Check list
editor-preview = Preview

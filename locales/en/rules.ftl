# Automatic actions of a project.
rules-hint = What the project does by itself when something happens in it.
rules-empty-title = Nothing happens by itself yet
rules-empty = For example: close tasks when they are moved to the last column, or give what is overdue another colour.
rule-new = New automatic action
rule-one = Automatic action
rule-choose-hint = Choose what shall be done. What stands as … is asked next.
rule-choose-other = Choose something else
rule-add = Add
rule-no-choice = There is nothing to choose from yet.
rule-paused = paused
rule-broken = names something that is gone
rule-broken-hint = It names something that is gone, so it does nothing. Remove it and make a new one.
rule-pause = Pause
rule-resume = Resume
rule-pause-hint = While it is paused it does nothing, and nothing is made up for later.
rule-remove = Remove this automatic action…
rule-remove-sure = It does nothing any more, and its log is removed with it. What it did stays.
rules-copy = Copy from another project
rules-copy-hint = What they name is looked for here by its name. Those that name something which is not here are left out.
rules-copy-none = You manage no other project to copy from.
rule-field-from = From the column
rule-field-to = To the column
rule-field-to-swimlane = To the swimlane
rule-field-days = Days
rule-field-subject = Subject
rule-subject-hint = {"{{title}}"} and other fields of the task between double braces are replaced by their values.
rule-group-close = Close
rule-group-dates = Dates and priority
rule-group-move = Move on the board
rule-group-projects = Other projects
rule-group-tell = Comments, subtasks, mail

# An automatic action in a sentence.
rule-sentence = { $when }, { $then }.
rule-sentence-if = { $when } and { $if }, { $then }.
rule-if-both = { $first } and { $second }
rule-gone = (gone)
rule-gone-other = something else
rule-some-days = … days
rule-when-link = When a link between tasks is made or changed
rule-when-subtask = When a subtask is created or changed
rule-when-assignee = When a task gets another assignee
rule-when-update = When a task is changed
rule-when-close = When a task is closed
rule-when-create = When a task is created
rule-when-create-update = When a task is created or changed
rule-when-column = When a task is moved to another column
rule-when-swimlane = When a task is moved to another swimlane
rule-when-open = When a task is opened again
rule-when-daily = Every day, when a task is open
rule-when-column-to = When a task is moved to “{ $column }”
rule-when-column-from = When a task is moved out of “{ $column }”
rule-when-create-column = When a task is created in “{ $column }”
rule-when-swimlane-to = When a task is moved to the swimlane “{ $swimlane }”
rule-when-create-swimlane = When a task is created in the swimlane “{ $swimlane }”
rule-if-column = it is in “{ $column }”
rule-if-category = its category is “{ $category }”
rule-if-uncategorised = it has no category
rule-if-color = its colour is { $color }
rule-if-priority = its priority is { $priority }
rule-if-assignee = its assignee is { $user }
rule-if-assigned = it has an assignee
rule-if-unassigned = it has no assignee
rule-if-link = the link says “{ $label }”
rule-if-due = its due date is reached
rule-if-start = its start date is reached
rule-if-not-started = it has no start date
rule-if-unchanged = nobody changed it for { $days }
rule-if-unmoved = nobody moved it for { $days }
rule-if-due-within = it is due in less than { $days }
rule-then-color = give it the colour { $color }
rule-then-category = give it the category “{ $category }”
rule-then-priority = give it the priority { $priority }
rule-then-assign = assign it to { $user }
rule-then-creator = assign it to who created it
rule-then-caller = assign it to who did that
rule-then-due = make it due in { $days }
rule-then-start = set its start date to that moment
rule-then-close = close it
rule-then-copy = copy it to the project “{ $project }”
rule-then-project = move it to the project “{ $project }”
rule-then-mail = mail it to { $user } with the subject “{ $subject }”
rule-then-column = move it to “{ $column }”
rule-then-swimlane = move it to the swimlane “{ $swimlane }”
rule-then-say-where = say in a comment where it is
rule-then-finish-subtasks = finish its subtasks
rule-then-timer = add the subtask “{ $subtask }” with a running timer

# What automatic actions did.
rule-log = What was done
rule-log-hint = What each automatic action did, and why it did not, in the last 30 days.
rule-log-empty = Nothing in the last 30 days: what it waits for did not happen.
rule-done = Done
rule-nothing = Nothing to do: the task was like that already.
rule-names-gone = Not done, something that it names is gone: { $what }
rule-invalid = Not done: it makes no sense as things are.
rule-refused = Not done: who made it may not do that.
rule-cut = Not done again: it would follow from itself, or too much had followed already.
rule-unmet-column = The task is in another column.
rule-unmet-swimlane = The task is in another swimlane.
rule-unmet-already-there = The task is there already.
rule-unmet-caller = A program did it, and that is nobody.
rule-unmet-assigned = The task has an assignee.
rule-unmet-unassigned = The task has no assignee.
rule-unmet-assignee = The task has another assignee.
rule-unmet-left = The task came from another column.
rule-unmet-started = The task has a start date.
rule-unmet-link = The link says something else.
rule-unmet-categorised = The task has a category.
rule-unmet-category = The task has another category.
rule-unmet-color = The task has another colour.
rule-unmet-priority = The task has another priority.
rule-unmet-date = The date is not there, or not reached.
rule-unmet-age = Not enough days have passed.
rule-unmet-filter = The filter does not find the task.

# Testing one on a past event.
rule-test = Test on a past event
rule-test-hint = It is judged by what was true then. Nothing is changed. What is done daily is judged by the task as it is now.
rule-test-run = Test
rule-test-none = Nothing has happened to a task here yet.
rule-trial-would = It would have been carried out.
rule-trial-other = It waits for something else than this event.
rule-trial-unmet = It would have done nothing: { $reason }

rules-copied = { $n ->
    [one] { $shown } automatic action was copied.
   *[other] { $shown } automatic actions were copied.
}
rules-left-out = { $n ->
    [one] { $shown } names something that is not here and was left out.
   *[other] { $shown } name something that is not here and were left out.
}
rule-idle = { $n ->
    [one] It looked at { $shown } open task, which did not meet its condition.
   *[other] It looked at { $shown } open tasks; none met its condition.
}
rule-when-events = When this happens ({ $events })
rule-if-filter = the filter “{ $filter }” finds the task
rule-then-nobody = assign it to nobody
rule-then-no-category = take its category away
rule-then-score = give it the complexity { $score }
rule-then-open = open it again
rule-then-comment = comment “{ $text }”
rule-then-subtask = add the subtask “{ $title }”
rule-then-tag = add the tag “{ $tag }”
rule-then-create = create the task “{ $title }” in the project “{ $project }”
rule-then-webhook = send the event to the webhook “{ $name }”

# Composing a rule.
rule-compose = Compose a rule
rule-compose-hint = When any event, if a filter finds the task, then one or several things.
rule-compose-or = Or
rule-compose-daily = Every day, for each open task (alone, without events)
rule-compose-if = If
rule-compose-filter = In the search language. Empty for every task. It asks about the task as it is right after the event.
rule-compose-then = Then
rule-compose-rights = The rule acts with the rights that you have when it runs.
rule-deed = Step { $number }
rule-deed-text = Text or number, where one is needed
rule-deed-typed = With what is typed below
rule-deed-due = Due in so many days
rule-deed-create = Create a task in the project
rule-deed-webhook = Send the event to
rule-rights = It acts with the rights of { $user }.
rule-owner-gone = somebody who is not in the project
rule-edit = Change the automatic action
rule-edit-rights = Once you save it, that is you.
rule-then-notify = tell { $user } “{ $text }”
rule-deed-notify = Tell, with what is typed below
rule-tell-assignee = its assignee
rule-tell-creator = who created it

# What the server does each day.
scheduler = Scheduler
scheduler-hint = Each of these is done once a day, soon after midnight in the time zone of the settings, by one server. What fails is tried again after a while, and does not keep the others from being done.
job-actions = Automatic actions of the day
job-about-actions = In each project, what actions and rules do every day.
job-reminders = Reminders
job-about-reminders = Tells people of their tasks that are overdue, once a day.
job-recurrences = Recurring tasks
job-about-recurrences = Makes the tasks that come back on this day of the calendar.
job-trash = Trash
job-about-trash = Deletes for good what was removed more than 30 days ago.
job-notifications = Notifications
job-about-notifications = Forgets what people read more than 30 days ago, and after 180 days what they did not read.
job-mails = Sent mails
job-about-mails = Forgets mails that were sent or given up more than 30 days ago.
job-rule-log = Log of rules
job-about-rule-log = Forgets what actions and rules did more than 30 days ago.
job-sessions = Sessions
job-about-sessions = Forgets sessions that have expired.
job-backup = Backup
job-about-backup = Writes all of the database and the files into one file, if the settings ask for backups.
job-did-backup = A backup was written and read back.
job-run = Run now
job-new = Not run yet
job-under-way = Under way
job-done = Done
job-failed = Failed
job-interrupted = Interrupted
job-interrupted-hint = The server that did it ended before it was done. Another one takes over.
job-by = By server { $server }
job-last = Last run { $moment }
job-took = took { $time }
job-seconds = { $n } s
job-next = Next { $moment }
job-next-soon = Next within a minute
job-did-nothing = There was nothing to do.
job-did-projects = { $n ->
    [one] { $shown } project had something to do.
   *[other] { $shown } projects had something to do.
}
job-did-reminders = { $n ->
    [one] { $shown } task was overdue.
   *[other] { $shown } tasks were overdue.
}
job-did-recurrences = { $n ->
    [one] { $shown } task was made.
   *[other] { $shown } tasks were made.
}
job-did-tasks = { $n ->
    [one] { $shown } task was deleted.
   *[other] { $shown } tasks were deleted.
}
job-did-rows = { $n ->
    [one] { $shown } entry was forgotten.
   *[other] { $shown } entries were forgotten.
}

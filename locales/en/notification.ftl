# What people are told of what others do: the list, their choices, and mails.
notifications-unread = Unread
notifications-all = All
notifications-choices = What I am told
notifications-read-all = Mark all as read
notifications-empty-title = Nothing new
notifications-empty = When others change your tasks or mention you, you read it here.
notifications-off = You have not asked to be told anything. Choose what you want to hear of under “What I am told”.
notification-overdue = This task should have been done.
notification-mention = You are mentioned
notification-open = Read
application = The application
notify-topics = When
notify-topics-hint = Who mentions you by @name always reaches you.
topic-task = A task is created, changed, closed, opened or removed
topic-assignee = A task is given to somebody else
topic-move = A task goes to another column, swimlane or project
topic-position = A task goes up or down in its column
topic-comment = Somebody comments
topic-subtask = A subtask changes
topic-file = A file is attached or removed
topic-link = Tasks are linked
notify-rhythm = How often by e-mail
rhythm-now = At once
rhythm-hourly = All of an hour together
rhythm-daily = All of a day together, at eight in the morning
notify-quiet = No e-mail between
notify-quiet-hint = In your time zone. What happens meanwhile comes afterwards. Leave both empty for none.
quiet-from = From
quiet-until = Until
unsubscribe = No more mails
unsubscribe-hint = You will get no more mails about what happens in your projects. What you are told on the pages stays as it is, and your profile turns mails on again.
unsubscribed = You get no more mails about what happens in your projects.
password-forgotten-mail = Enter your username. If your account has an e-mail address, you get a link to choose a new password; else an administrator gives you one.
password-asked-mail = If there is such an account and it has an e-mail address, a link is on its way. If none comes, ask an administrator.
# What mails say.
mail-news = { $n ->
    [one] { $shown } piece of news
   *[other] { $shown } pieces of news
}
mail-overdue = { $n ->
    [one] { $shown } task is overdue
   *[other] { $shown } tasks are overdue
}
mail-overdue-hint = These tasks of yours should have been done:
mail-was-due = It was due on { $when }.
mail-mention = You are mentioned:
mail-password = A new password
mail-password-hint = Somebody asked for a new password for your account. This link lets you choose one; it works once, for a day. If that was not you, do nothing.
mail-invitation = You are invited
mail-invitation-hint = You are invited to work together on Kanso. This link lets you create your account.
mail-footer = Sent by Kanso at { $address }
# The page that shows administrators what became of mails.
mails = Mails
mails-empty-title = No mail yet
mails-empty = Mails that wait and those of the last 30 days are listed here, without what they say.
mail-unset = No mail server is set, so no mails are sent. Start the server with KANSO_SMTP_URL, such as smtp://user:password@host:587?tls=required; mails of the last three days then go out.
mail-test = Send me a mail to try it
mail-test-no-address = Your account has no e-mail address.
mail-test-written = The mail is on its way. What becomes of it stands below.
mail-test-subject = Mails of Kanso arrive
mail-waiting = Waits
mail-late = Will be tried again
mail-sent = Sent
mail-dropped = Not sent
mail-failed = Failed
mail-retry = Try now
mail-attempts = { $n ->
    [one] { $shown } attempt
   *[other] { $shown } attempts
}
mail-kind-event = News
mail-kind-mention = Mention
mail-kind-overdue = Reminder
mail-kind-action = Automatic action
mail-kind-password = Password
mail-kind-invitation = Invitation
notification-rule = From a rule
mail-kind-refused = Refused mail
mail-reply-hint = Answer this mail to write a comment.
mail-refused = Your mail was not accepted
mail-refused-hint = Your mail became neither a task nor a comment, for this reason:
# Mails that come in.
mail-in = Mails that come in
mail-in-unset = No mails come in. Start the server with KANSO_MAIL_IN_URL and KANSO_MAIL_IN_ADDRESS to create tasks and comments by mail.
mail-in-looked = Last looked: { $when }
mail-in-well = All was well: { $when }
mail-in-never = Nobody has looked yet.
mail-in-trouble = Mails do not come in:
mail-in-none = No mail has come in yet. What became of the mails of the last 30 days will be listed here.
mail-in-untitled = (no subject)
mail-in-state-task = Task
mail-in-state-comment = Comment
mail-in-state-refused = Refused
mail-in-state-ignored = Ignored
mail-in-automatic = A program or a mailing list sent it.
mail-in-unproven = The mail server could not prove that it is from this address.
mail-in-sender = Not exactly one active account has this address.
mail-in-address = There is no such task or project, or this account may not see it.
mail-in-rights = This account may not do that in this project.
mail-in-several-tasks = It answers a mail about several tasks. Answer a mail about one task, or comment on the page of the task.
mail-in-empty = It says nothing: without quotes and signature, neither text nor files are left.
mail-in-too-large = It is too large.
mail-in-unreadable = It cannot be read: it has too many parts or files, or is damaged.
mail-in-unacceptable = What it says was not accepted.

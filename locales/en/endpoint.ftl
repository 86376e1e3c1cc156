# Endpoints.
webhook = Webhook
endpoints = Webhooks
webhooks-of = Webhooks of { $project }
webhooks-instance = All projects
webhooks-project-only = Only these
projects-all = all projects
webhooks-empty-title = Nothing is told yet
webhooks-empty = A webhook tells a chat or a program what happens on the boards, as it happens. Create the first one: you need the address of the chat or program, and the form shows how to get it.
webhooks-empty-project = A webhook tells a chat or a program what happens in this project, as it happens. Create the first one: you need the address of the chat or program, and the form shows how to get it.
webhook-new = New webhook
webhook-new-of = New webhook of { $project }
webhook-of-settings = As in Kanboard
webhook-of-settings-hint = Address, format and token of this webhook stand in the settings.
webhook-goes-to = Goes to
webhook-pause = Pause
webhook-resume = Resume
webhook-paused = Paused. What happens from now on is not sent; it can be recovered later.
webhook-resumed = It goes on. Nothing was missed.
webhook-try = Send a test event
webhook-remove = Remove this webhook…
webhook-remove-sure = The webhook goes for good, with its log and with what is still waiting. To stop it for a while, pause it.
webhook-remove-yes = Remove for good
reload = Reload

# Health.
health-good = Working
health-new = Nothing sent yet
health-behind = Behind
health-failing = Failing
health-open = Held back
health-paused = Paused
health-paused-why = Somebody paused it: nothing is sent. Resume it, and you can recover what was missed.
health-disabled = Switched off
health-disabled-why = It was switched off: { $reason }. Make the receiver work, resume here, and you can recover what was missed.
health-no-address = No address
health-no-address-why = The settings name no address, so nothing is sent.
health-failing-since = Failing since { $when }.
health-breaker = Too much failed, so it waits. The next try is at { $when }.
health-status = It answered { $status }
health-success = Last delivered
health-queue = Waiting
health-queue-empty = nothing
health-waiting = { $n ->
    [one] { $shown } delivery
   *[other] { $shown } deliveries
}
health-waiting-since = { $waiting }, the oldest for { $age }
minutes = { $n } min
hours = { $n } h
days = { $n ->
    [one] { $shown } day
   *[other] { $shown } days
}

# The form.
webhook-receiver = Who receives it
webhook-address = Address
address-good = This address answers.
webhook-private-short = Addresses in private networks and on this machine are refused. An administrator can allow them when starting the server.
webhook-anyway = Save it although the address was refused
webhook-anyway-hint = For a receiver that is not running yet. What happens meanwhile is tried again.
webhook-name-example = Slack of the team
webhook-token-endpoint = Sent as ?token= with every webhook. Leave it empty to send none.
webhook-template = Template
webhook-template-hint = In the language of Jinja, over the body of the format Kanso: type, timestamp, data. For example:
webhook-filter = Only tasks that match
webhook-filter-hint = In the language of the search: for example priority:>=2, column:Done, assignee:me, category:"Bug", tag:urgent, due:<=tomorrow. Words side by side must all match. Empty for all tasks.
webhook-create = Create webhook
events = Events
events-all = All events
events-these = Only these:
events-patterns = Patterns, for experts
events-patterns-hint = Names between commas. A star stands for all that begin alike, an exclamation mark excludes.
events-count = { $n ->
    [one] { $shown } kind of event
   *[other] { $shown } kinds of events
}
headers = Headers
headers-hint = They go with every delivery. Values of secret ones are never shown again.
header-name = Name of the header
header-value = Value
header-kind = Is it secret
header-plain = shown
header-secret = secret
header-add = Add a header
header-remove = Remove this header
advanced = Order, speed and retries
ordering = Order
ordering-task = Per task
ordering-endpoint = One after the other
ordering-none = None
ordering-hint = What fails holds up only what comes after it in this order.
retries = Retries
retries-standard = Three days (11 tries)
retries-long = A week (15 tries)
retries-hint = After that a delivery is given up; you can still send it again by hand.
concurrency = At the same time
concurrency-hint = How many deliveries are under way at once, 1 to 64.
rate-limit = At most per second
rate-limit-hint = Empty for as many as come. What is too much waits, nothing is lost.
timeout = Seconds to answer
timeout-hint = 1 to 30, with the whole answer.

# Formats.
format-template = Your own template
format-kanboard-2016 = Kanboard since 2016
format-kanboard-2015 = Kanboard before 2016
format-about-standard = JSON for programs: both ends of each change
format-about-cloudevents = The same in a common envelope
format-about-template = Text or JSON that you write
format-about-slack = A message in a channel
format-about-discord = A message in a channel
format-about-mattermost = A message in a channel; also Rocket.Chat
format-about-teams = A card in a channel
format-about-ntfy = A notification on your phone
format-about-2016 = For programs written for Kanboard: nested task, values as text
format-about-2015 = For older ones: flat
format-about-12 = For newer ones: numbers, more keys, author
format-how-slack = In a browser open api.slack.com/apps, choose Create New App, then From scratch, name it Kanso and pick your workspace; under Incoming Webhooks switch them on, press Add New Webhook to Workspace, choose the channel, and copy the address that appears here.
format-how-discord = In Discord open the settings of the channel, choose Integrations, then Webhooks, press New Webhook, then Copy Webhook URL, and paste it here.
format-how-mattermost = In Mattermost open Integrations from the product menu, choose Incoming Webhooks, add one for your channel, and copy its address here; in Rocket.Chat an administrator adds it under Workspace, Integrations, New, Incoming.
format-how-teams = In Teams press the three dots beside the channel, choose Workflows, take the template that posts to a channel when a webhook request is received, finish it, and copy the address that it shows here.
format-how-ntfy = Make up a topic that nobody guesses, subscribe to it in the ntfy app on your phone, and enter the address of the server with the topic here.
format-how-program = The address at which your program takes POST requests. It should answer 2xx within the time limit.
format-how-kanboard = The address that you would enter in Kanboard.

# The preview.
preview = Preview
preview-hint = What the receiver will see of the last events appears here as you fill in the form.
preview-button = Preview
preview-of = Shown for
preview-sample = Nothing has happened here yet, so this is a made-up event.
preview-matching = Of the last { $total } events, { $matching } would have been sent.
preview-events = Which of them
preview-yes = sent
preview-no = not sent
preview-raw = The body as it is sent
preview-no-body = This event makes no message: { $reason }

# After creating it, and its keys.
webhook-created = { $name } is there
webhook-created-try = See it arrive
webhook-created-try-hint = Send a test event and look whether it appears at the receiver.
webhook-open = Go to the webhook
secret = Secret
secret-new = New key
secret-once = This is shown only now. Copy it to where it is needed; a lost one is replaced under Keys.
secrets-lost-title = The secret key is another one than before
secrets-lost = What webhooks are signed with, their secret headers and the secrets of second factors cannot be read: deliveries fail, and no secret can be added. Put the old secret.key back into the data folder (or the old KANSO_SECRET_KEY into the environment) and start the server again. If it is lost for good, this command says what that means and makes new secrets:
secrets-lost-ask = What webhooks are signed with cannot be read: deliveries fail until an administrator puts the old secret key back or makes new secrets. What happens meanwhile waits.
secret-chat = A chat does not ask for it: there is nothing to do here.
secret-verify = How the receiver verifies with it
secret-verify-hint = Every delivery is signed as Standard Webhooks says, in the headers webhook-id, webhook-timestamp and webhook-signature. There is a library for most languages:
keys-of-signatures = Keys
keys-valid = Valid keys
keys-valid-hint = Every delivery is signed with each of them.
key-kind = Kind
key-created = Made
key-expires = Valid until
key-never = it is replaced
key-v1 = Secret of both sides (v1)
key-v1-hint = HMAC-SHA256: what every library verifies.
key-v1a = Key pair (v1a)
key-v1a-hint = ed25519: the receiver knows the public half only and cannot sign itself.
key-rotate = Replace the key…
key-rotate-sure = A new key is made. The old one stays valid for a while, so that nothing is refused until the receiver knows the new one.
key-overlap = The old one stays valid for
key-overlap-hint = Choose none only when the old key is in wrong hands.
overlap-none = none
key-rotate-yes = Make a new key

# Recovering.
recover = Recover
recover-title = Send what was missed
recover-hint = What this webhook did not get since a time is sent now, in order, each with its own id. First it is counted; nothing is sent by that.
recover-since = Since when
recover-missed = Since it misses something: { $when }
recover-failing = Since it fails: { $when }
recover-date = Since a time of your choice
recover-ask = Count
recover-nothing = Nothing was missed since { $when }.
recover-count = { $n ->
    [one] { $shown } delivery would be sent.
   *[other] { $shown } deliveries would be sent.
}
recover-start = { $n ->
    [one] Send { $shown } delivery
   *[other] Send { $shown } deliveries
}
recover-paused = It is paused: what is recovered waits until it is resumed.
recovery-running = { $done } of { $total } put in line
recovery-done = { $n ->
    [one] { $shown } delivery was put in line.
   *[other] { $shown } deliveries were put in line.
}
recovery-since = Since { $when }.
recovery-hint = It goes on by itself, also after a restart.

# Why something was not delivered.
skipped-filter = The task did not match the filter of this webhook.
skipped-paused = The webhook was paused.
skipped-disabled = The webhook was switched off because it failed for too long.
skipped-chain = Too many events followed from each other, so the chain was cut here.
outcome-none = Not sent
outcome-not-in-scope = It belongs to a project that this webhook is not for.
outcome-before = The webhook did not exist yet.
outcome-not-asked-for = The webhook does not ask for events of this name.
outcome-of-itself = A webhook is not told of itself.
outcome-hidden = It is about a comment that not everybody in the project may read.
waits-earlier = It waits for an earlier one of the same order to be settled:
waits-paused = The webhook is paused: it goes out when somebody resumes it.
waits-breaker = Too much failed at this webhook, so everything to it waits until { $when }.
waits-retry = The next try is at { $when }.
waits-rate = It is sent as soon as the limit of { $rate } per second lets it.
waits-now = It is about to be sent.
delivery-again = again
delivery-repeats = repeats delivery { $id }
delivery-body = Body

# The event log and the catalogue.
events-hint = What happened, newest first, and what became of it at each webhook.
events-empty-title = Nothing has happened yet
events-empty = Create or move a task: it appears here at once.
event-about = About
event-outcome = What became of it
event-reason = Why
event-when = When
event-who = Who
event-why = Was it delivered?
event-why-not = not sent – why?
event-no-endpoints = There is no webhook that could have got it.
event-open = Where else did it go?
event-causes = What led to it
event-and-causes = The event, and what led to it
event-types = Event catalogue
event-types-hint = Every event that Kanso tells, with its schema and a sample in each format.
event-samples = How it looks
event-schema-show = Show the schema
event-title = { $group }: { $act }
act-create = created
act-update = changed
act-remove = removed
act-assign = assigned
act-tag = tags changed
act-move-column = moved to another column
act-move-position = moved within its column
act-move-swimlane = moved to another swimlane
act-move-project = moved to another project
act-close = closed
act-open = opened again
act-restore = restored
act-link = made or changed
subtask = Subtask
task-link = Link between tasks
task-file = File of a task
project = Project
tag = Tag
account = Account
group = Group
project-role = Role in a project

# Notices to owners.
notices = Notices
notices-empty-title = No notices
notices-empty = When a webhook of yours fails, is switched off or works again, it is said here.
notices-unread = { $n ->
    [one] { $shown } notice about webhooks
   *[other] { $shown } notices about webhooks
}
notice-read = Understood
notice-failing = { $name }: several deliveries failed in a row.
notice-opened = { $name }: so much failed that only a try is sent now and then.
notice-disabled = { $name } was switched off because it failed for too long.
notice-recovered = { $name } works again.

# Settings > Webhooks.
webhook-settings = Settings
webhook-url = Webhook URL
webhook-url-hint = Every event of every project is sent here as it happens, and again until your program answers 2xx. Leave it empty to send nothing. Only http and https are possible.
webhook-private-refused = Addresses in private networks and on this machine are refused, so that nobody can reach what stands behind the server. Start the server with KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true to allow them.
webhook-private-allowed = Addresses in private networks are allowed on this server.
webhook-format = Format
webhook-format-hint = The shape of the body. Choose what your program was written for.
webhook-saved = Saved.
webhook-test = Save and send a test event
webhook-test-answered = The receiver answered { $status } after { $duration }.
webhook-test-failed = The test event could not be delivered: { $reason }
webhook-token = Token
webhook-token-hint = It is sent as ?token= with every webhook, so that the receiver knows who calls. The address below needs it too.
webhook-token-reset = Reset the token…
webhook-token-reset-sure = Programs that know the old token stop working until they learn the new one.
webhook-token-reset-yes = Make a new token
webhook-token-renewed = The token is new. Tell the programs that use it.
webhook-creation = Create tasks by URL
webhook-creation-hint = Opening this address creates a task. It also takes description, color_id, project_id, owner_id and column_id. The answer is OK or FAILED.

# The delivery log.
event = Event
deliveries = Deliveries
deliveries-empty-title = No deliveries
deliveries-empty = Set a webhook URL, then change a task: each event that is sent appears here with its answers.
delivery-number = Delivery { $id }
delivery-state = State
delivery-attempts = Attempts
delivery-next = Next try
delivery-due-now = now
delivery-created = Created
delivery-filter = Show
delivery-all = All
delivery-waiting = Waiting
delivery-retrying = Trying again
delivery-delivered = Delivered
delivery-failed = Failed
deliver-again = Deliver again
attempts-none = Not tried yet.
attempt-number = Attempt { $n }
attempt-answer = Answer
attempt-request = Request
attempt-no-answer = No answer
milliseconds = { $n } ms
seconds = { $n } s
delivery-skipped = Not sent

# What every page shares.
skip-to-content = Skip to content
main-menu = Main menu
my-projects = My projects
webhooks = Webhooks
account-of = Account of { $name }
theme = Theme
theme-auto = Auto
theme-light = Light
theme-dark = Dark
sign-in = Sign in
sign-out = Sign out
username = Username
password = Password
save = Save
saved = Saved
cancel = Cancel
close = Close
edit = Edit
remove = Remove
copy = Copy
copied = Copied
pages = Pages
newer = Newer
older = Older

# Dates. The months stand in the form that a day takes before them.
date-day = { $day } { $month }
date-year = { $day } { $month } { $year }
date-moment = { $date }, { $time }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

# Signing in.
sign-in-wrong = This username and password do not belong together. After six wrong passwords an account is locked for 15 minutes.
sign-in-shut-out = Too many wrong passwords came from your address. It is shut out for 15 minutes; try again after that.
remember-stolen = Another browser brought what yours remembered. Somebody may have copied it, so that sign-in was ended everywhere. Sign in, and change your password if you do not know why.
sign-in-with = Sign in with { $name }
sign-in-elsewhere = Nobody signs in with a password here. Ask whoever runs this installation for the way in.
sign-in-directory-away = The directory that knows your password does not answer. Try again in a moment; accounts whose password is kept here can sign in.
sign-in-provider-away = The provider that vouches for you does not answer, or what it says cannot be believed. Try again in a moment; the log of this server says more.
sign-in-no-answer = This answer of the provider was used before, is too old, or was meant for another browser. Sign in again.
sign-in-refused-there = The provider did not let you sign in, or you went back.
password-elsewhere = The password of this account is kept elsewhere; change it there.
denied-no-account = You are known, but have no account here. Ask an administrator for one.
denied-disabled = Your account here is disabled. Ask an administrator.
denied-no-group = You are in none of the groups that may come in here. Ask whoever manages your groups.
denied-name-taken = An account with your username has a password of its own, or is somebody else’s. Ask an administrator.
denied-no-name = No username came with you that could be one here. Ask whoever runs this installation.
denied-domain = Your e-mail address is not verified, or is in none of the domains that may come in here.
denied-several-accounts = Several accounts here have your e-mail address, so none of them is yours for certain. Ask an administrator.
signed-out-title = You are signed out
signed-out-there = You are being sent to where you signed in, to sign out there as well.
signed-out-here = You may still be signed in at the place that vouched for you.

# Projects.
new-project = New project
project-name = Name
project-name-hint = The board starts with these columns: { $columns }.
project-kind = Who works in it
project-team = A team
project-team-hint = You can invite others and give them roles.
project-personal = Only me
project-personal-hint = A personal project has one member: you.
project-create = Create project
projects-empty-title = No projects yet
projects-empty = A project holds one board. Create the first one, or ask its manager to add you to an existing one.
tasks-open = { $n ->
    [one] { $shown } open task
   *[other] { $shown } open tasks
}

# When something cannot be done.
fault-403-title = You may not do this
fault-403 = Your role does not allow it. Ask a manager of the project or an administrator.
fault-404-title = There is nothing here
fault-404 = It was removed, or it belongs to a project that you are not a member of.
fault-405-title = This address is not a page
fault-405 = It only takes what a form sends. Go back and use the form.
fault-409-title = This cannot be done as things stand
fault-form = A field of the form is missing or cannot be read. Go back and check what you entered.
fault-413-title = This is too much
fault-413 = What was sent is larger than the server accepts. Shorten it and try again.
fault-422-title = Something is not right
fault-500-title = Something went wrong here
fault-500 = It is not your fault, and nothing was changed. Try again; if it stays, tell your administrator this number:
fault-503-title = The server is busy
fault-503 = Nothing was changed. Wait a moment and try again.
fault-csrf = This page is too old, or the form was sent from somewhere else. Open the page anew and try again.
fault-request = Request
fault-missing = { $field } is needed.
fault-too-long = { $field } is longer than { $limit } characters.
fault-too-short = { $field } is shorter than { $limit } characters.
fault-unknown = { $field }: this is not one of the choices.
fault-unreadable = { $field } cannot be read. Check how it is written.
fault-taken = { $field }: this name is taken.
fault-starts-after-due = The start date is later than the due date.
fault-not-assignable = This person cannot be given tasks of this project.
fault-url = This address cannot be used: { $reason }.
conflict-already-there = It is there already.
conflict-holds-tasks = It still holds tasks.
conflict-already-member = This person is a member already.
conflict-changed-meanwhile = Somebody changed it since you opened it.
conflict-not-the-author = Somebody else wrote it.
conflict-switched-off = The settings forbid it.
conflict-nothing-to-send-to = No address is set. Save one first.
conflict-content-missing = The content of this file is missing.

# What scripts say.
offline = The server cannot be reached. Check your connection.
signed-out = You have been signed out. Open the page anew to sign in.
refused = The server refused this.
fault-out-of-range = { $field } must be { $range }.
fault-too-many = There may be no more than { $limit } of { $field }.
fault-header = The header { $name } cannot be sent: it { $reason }.
fault-template = The template makes no message: { $reason }
fault-filter = The filter cannot be read: { $reason }
fault-event = No event is called { $name }.
conflict-of-settings = The webhook settings say this. Change it there.
conflict-recurs-already = It recurs already, when something happens to it. Switch that off first.
conflict-recurs-by-day = It comes back on days of the calendar. End that first.
conflict-already-running = This is under way already. Wait until it is done.
conflict-secrets-lost = The secret key of this installation is not the one that its database was used with, so no secret can be kept. An administrator finds what to do under Webhooks.

# The views of a project.
views = Views of the project
view-overview = Overview
view-board = Board
view-list = List
view-calendar = Calendar
view-settings = Settings

# The filter.
filter = Filter
filter-hint = status:open assignee:me …
filter-reset = Back to open tasks
filter-language = Words of the title, and pairs such as status:open, assignee:me, due:<=tomorrow, tag:urgent. Values with blanks stand in quotes.
filter-doubt-attribute = There is no attribute “{ $name }”. Put the word in quotes to look for it in titles.
filter-doubt-empty = “{ $name }:” has no value behind the colon.
filter-doubt-value = “{ $name }” does not know the value “{ $value }”.
tasks-filtered = { $shown } shown, { $open } open
filters = Filters
filters-hint = Choose one, or keep what you look for often under a name.
filters-manage = Keep and change filters
filters-kept = Kept filters
filters-kept-empty = Nobody keeps a filter here yet. Write one, give it a name, and it is one click away.
filter-open = Open tasks
filter-mine = My tasks
filter-today = Due today
filter-tomorrow = Due tomorrow
filter-overdue = Overdue
filter-unassigned = Not assigned
filter-no-category = Without category
filter-recent = Changed since yesterday
filter-closed = Closed tasks
filter-keep = Keep a filter
filter-change = Change the filter
filter-shared = Shared
filter-share = Share it
filter-share-hint = Everybody who sees the project can use it.
filter-appends = Adds to the filter
filter-appends-hint = Choosing it adds it to the filter that is there, instead of taking its place.
filter-of = Kept by { $name }
filter-remove-yes = Remove this filter

# The list.
sort = Sort by
sort-status = Status
sort-modified = Last change
sort-direction = Direction
sort-ascending = First to last
sort-descending = Last to first
sort-subtasks = Subtasks
sort-apply = Show
list-apply = Apply
list-tick = Choose #{ $task }
list-tick-all = Choose all on this page
list-empty-title = No task matches
list-empty = Change the filter above, or go back to open tasks.
list-to-do = To do
list-in-progress = In progress
list-done = Done
list-subtasks-done = Subtasks done
page-of = Page { $page } of { $pages }
page-earlier = Previous
page-later = Next

# The calendar.
overdue = Overdue
calendar-month = { $month } { $year }
calendar-week = { $first } – { $last }
calendar-day = { $weekday }, { $date }
calendar-by-month = Month
calendar-by-week = Week
calendar-today = Today
calendar-empty = No task of this filter is due in these days.
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December

# The search through all projects.
search = Search
search-empty-title = Search all your projects
search-empty = Change the words above: fewer of them find more.
search-cut = The first { $shown } of { $total } tasks are shown. Ask for fewer.
activity-empty-title = Nothing happened yet
activity-empty = What people do to tasks is told here, the newest first.

# Exports.
exports = Exports
exports-hint = Files in CSV for a program for tables, with the columns that Kanboard gives them.
export-what = What to export
export-tasks = Tasks
export-tasks-days = The days are those on which tasks were created.
export-subtasks = Subtasks
export-subtasks-days = The days are those on which their tasks were created.
export-transitions = Moves between columns
export-transitions-days = The days are those of the moves.
day-from = From
day-until = Until
days-hint = Both days are included. Without one, everything is.
export-bom = With a mark at the beginning, so that Excel reads accents and other letters
export-formulas = A text that begins like a formula, with =, +, -, @, a tab or a line break, gets an apostrophe before it: opening the file runs nothing.
export-get = Download the file
export-summary = Daily summary
export-summary-days = What each column held at the end of each day.

# Reports.
reports = Reports
report-days = Days of a report
report-distribution = Task distribution
report-distribution-hint = The open tasks of each column.
report-assignees = Distribution among people
report-assignees-hint = The open tasks of each assignee.
report-flow = Cumulative flow
report-flow-hint = What each column held at the end of each day. A band that grows wider is a column where work piles up.
report-burndown = Burndown
report-burndown-hint = The complexity of the open tasks of each column, at the end of each day.
report-times = Lead and cycle time
report-times-hint = The mean of the 1,000 tasks created last, at the end of each day: from the creation and from the start of a task to its end, or to that day.
report-column-times = Time in each column
report-column-times-hint = How long the 1,000 tasks created last stayed in each column on average. A task that is still there counts until now.
report-estimates = Estimated and spent time
report-estimates-hint = The hours that were estimated and spent, of open and of closed tasks.
report-column-estimates = Estimated and spent time by column
report-column-estimates-hint = The hours that were estimated and spent, of the tasks of each column.
report-show = Show
report-created = The days are those on which tasks were created. Without one, all tasks count.
report-empty = Nothing to show yet
report-empty-tasks = Add tasks to the board, or change the filter and the days above.
report-empty-days = The board held nothing of this on these days. Choose other days, add tasks, or give them a complexity.
report-empty-hours = Give tasks an estimate, or write down the time that was spent on them.
report-picture = Picture
report-figures = Figures
report-svg = Download as SVG
report-png = Download as PNG
report-csv = Download the table
report-tasks = Tasks
report-task = Task
report-state = State
report-open = open
report-closed = closed
report-all-open = All open tasks
report-all-closed = All closed tasks
report-share = Share
report-mean = Average time
report-day = Day
report-total = Total
report-left = Difference
report-in-days = Days
report-hours = { $hours } h
report-gone = { $name } (removed)
report-seconds = In the file, times are in seconds.
report-cut = The latest { $shown } of { $total } tasks are listed; the sums are of all.

# Tasks from a list.
task-import = Import from CSV
task-import-columns = A CSV file in UTF-8 with a heading and these columns, in this order: reference, title, description, assignee, creator, color, column, category, swimlane, complexity, time estimated, time spent, start date, due date, priority, status (1 for closed), tags, external link. Only the title is needed. People are written by their user names; columns, categories, swimlanes and people must be there.
task-import-limits = At most { $lines } lines and { $size } kB.
task-import-too-large = The file is too large. Divide it, and send the parts one after the other.
task-import-all = { $n ->
    [one] Create { $shown } task
   *[other] Create { $shown } tasks
}
task-import-lines = Lines of the list
task-import-creator = Creator

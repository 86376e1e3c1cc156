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

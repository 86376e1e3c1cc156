# The views of a project.
views = Views of the project
view-overview = Overview
view-board = Board
view-list = List
view-calendar = Calendar
view-settings = Settings

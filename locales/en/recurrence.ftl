# Tasks that come back on days of the calendar.
recur-by-act = When something happens
recur-by-day = On days of the calendar
recur-by-day-hint = On each of these days the next task comes by itself, in the first column, with tags, subtasks and links. Its due date moves along.
recur-weeks = weeks, on the weekdays below
recur-month-days = months, on the day below
recur-month-weekdays = months, on the weekday below
recur-interval = Every
recur-which-weekdays = Weekdays, for weeks
recur-which-day = Day of the month, for months
recur-which-nth = Which of the month
recur-which-weekday = Weekday
recur-begins = Counted from
recur-begins-hint = Years come back on this day.
recur-ends = It ends
recur-never = never
recur-after = after so many days of these
recur-until-day = on a day
recur-count = So many
recur-stop = Let it come back no more
recur-next = Next: { $days }
recur-no-next = No more of them come.
recur-sentence = { $rule }, from { $day }
recur-until = until { $day }
recur-times = { $n ->
    [one] { $shown } time
   *[other] { $shown } times
}
recur-every-day = { $n ->
    [one] Every day
   *[other] Every { $shown } days
}
recur-every-week = { $n ->
    [one] Every week
   *[other] Every { $shown } weeks
}
recur-every-month = { $n ->
    [one] Every month
   *[other] Every { $shown } months
}
recur-every-year = { $n ->
    [one] Every year
   *[other] Every { $shown } years
}
recur-on-weekdays = { $every } on { $day }
recur-on-day = { $every } on day { $day }
recur-on-nth = { $every } on the { $nth } { $day }
recur-on-date = { $every } on { $day }
recur-first-of-month = first
recur-second-of-month = second
recur-third-of-month = third
recur-fourth-of-month = fourth
recur-last-of-month = last
recur-monday = Monday
recur-tuesday = Tuesday
recur-wednesday = Wednesday
recur-thursday = Thursday
recur-friday = Friday
recur-saturday = Saturday
recur-sunday = Sunday

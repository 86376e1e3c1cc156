# Что сервер делает каждый день.
scheduler = Планировщик
scheduler-hint = Каждая из этих работ делается раз в день, вскоре после полуночи в часовом поясе из настроек, одним сервером. Неудавшаяся повторяется позже и не мешает остальным.
job-actions = Автоматические действия дня
job-about-actions = То, что действия и правила каждого проекта делают ежедневно.
job-reminders = Напоминания
job-about-reminders = Раз в день сообщает людям об их просроченных задачах.
job-recurrences = Повторяющиеся задачи
job-about-recurrences = Создаёт задачи, которые возвращаются в этот день календаря.
job-trash = Корзина
job-about-trash = Окончательно удаляет то, что было убрано больше 30 дней назад.
job-notifications = Уведомления
job-about-notifications = Забывает прочитанное больше 30 дней назад, а непрочитанное — через 180 дней.
job-mails = Отправленные письма
job-about-mails = Забывает письма, которые отправлены или отменены больше 30 дней назад.
job-rule-log = Журнал правил
job-about-rule-log = Забывает, что действия и правила делали больше 30 дней назад.
job-sessions = Сеансы
job-about-sessions = Забывает истёкшие сеансы.
job-run = Запустить сейчас
job-new = Ещё не запускалось
job-under-way = Выполняется
job-done = Сделано
job-failed = Не удалось
job-interrupted = Прервано
job-interrupted-hint = Сервер, который этим занимался, остановился раньше времени. Продолжит другой.
job-by = Сервер { $server }
job-last = Последний раз { $moment }
job-took = заняло { $time }
job-seconds = { $n } с
job-next = Следующий раз { $moment }
job-next-soon = Следующий раз в течение минуты
job-did-nothing = Делать было нечего.
job-did-projects = { $n ->
    [one] Дела были в { $shown } проекте.
    [few] Дела были в { $shown } проектах.
   *[other] Дела были в { $shown } проектах.
}
job-did-reminders = { $n ->
    [one] Просрочена { $shown } задача.
    [few] Просрочены { $shown } задачи.
   *[other] Просрочено { $shown } задач.
}
job-did-recurrences = { $n ->
    [one] Создана { $shown } задача.
    [few] Созданы { $shown } задачи.
   *[other] Создано { $shown } задач.
}
job-did-tasks = { $n ->
    [one] Удалена { $shown } задача.
    [few] Удалены { $shown } задачи.
   *[other] Удалено { $shown } задач.
}
job-did-rows = { $n ->
    [one] Забыта { $shown } запись.
    [few] Забыты { $shown } записи.
   *[other] Забыто { $shown } записей.
}

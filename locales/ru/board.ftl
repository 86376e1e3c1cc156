# Доска.
task = Задача
column = Колонка
swimlane = Дорожка
position = Позиция
tasks = { $n ->
    [one] { $shown } задача
    [few] { $shown } задачи
    [many] { $shown } задач
   *[other] { $shown } задачи
}
limit-within = лимит { $limit }
limit-full = достигнут лимит { $limit }
limit-over = на { $over } больше лимита { $limit }
board-no-swimlane = На этой доске нет активных дорожек.
add-task = Добавить задачу
add-task-to = Добавить задачу: { $column }
add-button = Добавить
due-late = Просрочено, { $date }
due-today = Срок сегодня
due-on = { $date }

# Перемещение, как его слышат с экранным диктором.
picked-up = Задача #{ $task } взята. Стрелки переносят, пробел опускает, Escape возвращает.
carried = { $column }, { $position } из { $total }
moved = #{ $task } теперь в колонке { $column }, { $position } из { $total }
put-back = #{ $task } снова в колонке { $column }, { $position } из { $total }
added = #{ $task } добавлена в колонку { $column }, { $position } из { $total }
move-refused = #{ $task } снова на прежнем месте. { $reason }

live-connecting = Соединение
live-on = Обновляется
live-lost = Связь потеряна, повторяем

# Клавиши.
keys = Клавиатура
keys-walk = от задачи к задаче
keys-open = открыть задачу
keys-space = Пробел
keys-pick-up = взять задачу; стрелки переносят; ещё раз, чтобы опустить
keys-cancel = вернуть на место, закрыть
keys-add = добавить задачу в эту колонку
keys-save = сохранить то, что вы пишете
keys-help = показать этот список
keys-single = Клавиши из одной буквы
keys-single-hint = Отключите их, если диктуете или если буквы нажимает программа.

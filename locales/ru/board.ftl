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

# Что видно на задаче доски.
card-actions = Действия с задачей
card-comments = Комментарии
card-subtasks = Готовые подзадачи
card-files = Файлы
card-links = Связи
card-external-links = Внешние ссылки
card-milestone = Веха
card-recurring = Повторяется
card-hours = Часы: затрачено и оценка
card-age = Дней с создания и в этой колонке
card-tags = Метки
days-short = { $n } д

# Меню задачи.
card-open = Открыть
card-edit = Изменить здесь
card-move = Переместить…
card-select = Выбрать
card-assign-me = Назначить мне
card-start = Начать сейчас
card-duplicate = Создать копию
card-to-project = Копировать или перенести в проект…

# Малая форма на задаче.
category-none = Без категории
tags-hint = Через запятую
edit-clash = Пока вы правили, задачу изменил кто-то другой. Выше ваши значения; сохраните ещё раз, чтобы оставить их. Чужие:

# Меню колонки.
column-menu = Меню: { $column }
column-hide = Скрыть колонку
column-select = Выбрать все задачи
column-new = Новая задача со всеми полями
column-several = Создать несколько задач
column-close = Закрыть все задачи этой колонки
column-close-in = Закрыть все задачи: { $swimlane }
column-sort = Сортировать
sort-id = Номер
sort-priority = Приоритет
sort-assignee = Исполнитель
sort-assignee-priority = Исполнитель и приоритет
sort-due = Срок

# Перемещение касаниями.
place-title = Переместить #{ $task }
place-up = Выше
place-down = Ниже
place-top = В начало
place-end = В конец

# Несколько задач сразу.
selection = Выбранные задачи
selection-move = Переместить в…
selection-same-swimlane = Та же дорожка
selection-tag = Добавить метку
selection-none = Снять выбор
tasks-selected = Задачи
selected = { $n ->
    [one] Выбрана { $shown } задача
    [few] Выбраны { $shown } задачи
    [many] Выбрано { $shown } задач
   *[other] Выбрано { $shown } задач
}
tasks-moved = { $n ->
    [one] Перемещена { $shown } задача
    [few] Перемещены { $shown } задачи
    [many] Перемещено { $shown } задач
   *[other] Перемещено { $shown } задач
}
tasks-closed = { $n ->
    [one] Закрыта { $shown } задача
    [few] Закрыты { $shown } задачи
    [many] Закрыто { $shown } задач
   *[other] Закрыто { $shown } задач
}
tasks-opened = { $n ->
    [one] Снова открыта { $shown } задача
    [few] Снова открыты { $shown } задачи
    [many] Снова открыто { $shown } задач
   *[other] Снова открыто { $shown } задач
}
undo = Отменить
undone = Отменено
removed = #{ $task } удалена

# Меню доски.
board-menu = Вид
board-collapse = Одна строка на задачу
board-compact = Колонки по ширине окна
live-pause = Приостановить обновления
live-paused = Обновления приостановлены
live-polling = Обновляется каждые { $seconds } с
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
keys-everywhere = Везде
keys-board = На доске
keys-palette = перейти к проекту, задаче или странице
keys-projects = перейти к другому проекту
keys-filter = в фильтр
keys-reset = снова показать обычные задачи
keys-undo = отменить последнее перемещение, закрытие или удаление
keys-edit = изменить задачу на месте
keys-menu = меню задачи
keys-select = выбрать задачу, затем и другие
keys-collapse = одна строка на задачу
keys-compact = колонки по ширине окна
keys-single = Клавиши из одной буквы
keys-single-hint = Отключите их, если диктуете или если буквы нажимает программа.

# Переход куда угодно.
palette = Перейти…
palette-hint = Проект, задача или #номер
palette-go = Найти
palette-empty = Ничего с таким названием нет. Введите часть названия или #12 для задачи.
palette-project = Проект
palette-page = Страница

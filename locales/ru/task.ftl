# Задача.
title = Название
description = Описание
description-add = Добавить описание
description-edit = Изменить описание
markdown-hint = Markdown. Ctrl+Enter сохраняет.
assignee = Исполнитель
nobody = Никто
color = Цвет
due-date = Срок
start-date = Дата начала
priority = Приоритет
complexity = Сложность
reference = Ссылка
category = Категория
time-spent = Затрачено времени
time-estimated = Оценка времени
recurrence = Повторение
name = Название
facts = Свойства
closed = Закрыта
close-dialog = Назад к доске
created-by = Создал(а) { $name }, { $when }
created-on = Создана { $when }
move-task = Переместить…
move-here = Переместить сюда
task-close = Закрыть задачу
task-open = Открыть снова
task-remove = Удалить…
task-remove-sure = Задача и комментарии к ней будут удалены навсегда.
task-remove-yes = Удалить навсегда

# Комментарии.
comment = Комментарий
comments = { $n ->
    [0] Комментарии
    [one] { $shown } комментарий
    [few] { $shown } комментария
    [many] { $shown } комментариев
   *[other] { $shown } комментария
}
comment-add = Написать комментарий
comment-send = Отправить
comment-edited = изменён
comment-remove-sure = Комментарий будет удалён навсегда.
comment-remove-yes = Удалить комментарий
somebody = Кто-то

# Несохранённый текст и текст, встретивший другой.
draft-restored = Этот текст не был сохранён.
draft-discard = Отбросить
leave-unsaved = Есть несохранённые изменения. Всё равно уйти?
clash-title = Кто-то изменил задачу, пока вы её редактировали
clash-advice = Ничего не перезаписано. Сравните ниже: в форме ваша версия. Сохраните её, чтобы оставить, или возьмите чужую.
clash-theirs = сейчас
clash-yours = ваше
clash-discard = Отбросить мою, показать их

# История.
activity = История
did-create = { $who }: задача создана
did-update = { $who }: изменено ({ $fields })
did-assign = { $who }: назначено на { $assignee }
did-unassign = { $who }: исполнитель снят
did-move-column = { $who }: перенесено из { $from } в { $to }
did-move-swimlane = { $who }: перенесено на другую дорожку
did-move-position = { $who }: изменена позиция
did-close = { $who }: задача закрыта
did-open = { $who }: задача снова открыта
did-remove = { $who }: задача удалена
did-restore = { $who }: задача восстановлена
did-tag = { $who }: добавлены метки: { $tags }
did-untag = { $who }: сняты метки: { $tags }
did-retag = { $who }: добавлены метки: { $tags }; сняты: { $lost }
did-comment = { $who }: добавлен комментарий
did-comment-update = { $who }: комментарий изменён
did-comment-remove = { $who }: комментарий удалён
did-move-project = { $who }: задача перенесена сюда из другого проекта
did-subtask = { $who }: добавлена подзадача { $title }
did-subtask-update = { $who }: изменена подзадача { $title }
did-subtask-remove = { $who }: удалена подзадача { $title }
did-link = { $who }: добавлена связь: { $label } { $task }
did-link-remove = { $who }: удалена связь: { $label } { $task }
did-file = { $who }: прикреплён файл { $name }
did-file-remove = { $who }: удалён файл { $name }
somebody-by-api = Приложение

color-yellow = Жёлтый
color-blue = Синий
color-green = Зелёный
color-purple = Фиолетовый
color-red = Красный
color-orange = Оранжевый
color-grey = Серый
color-brown = Коричневый
color-deep_orange = Тёмно-оранжевый
color-dark_grey = Тёмно-серый
color-pink = Розовый
color-teal = Бирюзовый
color-cyan = Голубой
color-lime = Лаймовый
color-light_green = Светло-зелёный
color-amber = Янтарный

# The sides of a task.
sides-of = Разделы задачи { $task }
transitions = Переходы
times = Учёт времени
analytics = Аналитика
back-to-task = Назад к задаче
activity-none = Пока ничего не произошло.
modified-on = Изменена { $when }
moved-on = Перемещена { $when }
completed-on = Завершена { $when }
when = Когда
who = Кто
none = Нет

# The fields.
tags-edit = Выбрать метки
tags-new = Новые метки через запятую
text-choose = Начать с текста проекта
bulk-description = Описание каждой задачи
assign-to-me = Назначить мне
start-now = Начать сейчас
reference-open = Открыть источник
more-fields = Другие поля

# New tasks.
new-task = Новая задача
new-tasks = Несколько задач сразу
task-create = Создать задачу
tasks-create = Создать задачи
create-another = Создать ещё одну
copy-to = Скопировать и в эти проекты
task-made = Задача #{ $task } создана.
task-show = Показать
bulk-titles = Названия, по одному в строке

# Acts.
task-duplicate = Дублировать
task-project = Скопировать или перенести в другой проект
project-choose = Выберите проект
project-take = Выбрать
project-copy = Скопировать туда
project-move = Перенести туда
recurrence-of = Повторение этой задачи
recurrence-set = Сделать повторяющейся
recurrence-on = Повторяется
recurrence-parent = Продолжает задачу #{ $task }
recurrence-child = Продолжена задачей #{ $task }
recur-on = Создавать следующую задачу автоматически
recur-when = Когда
recur-first = она покидает первую колонку
recur-last = она попадает в последнюю колонку
recur-closed = её закрывают
recur-factor = Срок сдвигается на
recur-unit = Единица
recur-days = дни
recur-months = месяцы
recur-years = годы
recur-base = Отсчёт от
recur-from-due = её срока
recur-from-act = дня события
recur-processed = Следующая задача уже создана.
recur-no-due = Без срока у следующей задачи его тоже не будет.

# Subtasks.
subtask-add = Добавить подзадачи
subtask-titles = По одной подзадаче в строке
subtask-todo = Сделать
subtask-progress = В работе
subtask-finished = Готово
subtask-edit = Изменить подзадачу { $title }
subtask-convert = Сделать задачей
subtask-remove-sure = Удалить подзадачу { $title } навсегда?
subtask-timer = Таймер: { $title }
timer-start = Запустить таймер
timer-stop = Остановить таймер
subtask-busy = Только одна подзадача за раз: у вас в работе { $title } из { $task }. Что с ней сделать?
subtask-busy-finish = Она готова
subtask-busy-put-back = Вернуть в список
hours-spent = потрачено { $spent } ч
hours-estimated = оценка { $estimated } ч
hours-of = { $spent } из { $estimated } ч

# Links.
link-add = Связать с задачей
link-relation = Эта задача
link-other = Другая задача
link-edit = Изменить связь с #{ $task }
link-relates-to = связана с
link-blocks = блокирует
link-is-blocked-by = заблокирована задачей
link-duplicates = дублирует
link-is-duplicated-by = дублируется задачей
link-is-a-child-of = дочерняя для
link-is-a-parent-of = родительская для
link-targets-milestone = относится к вехе
link-is-a-milestone-of = веха для
link-fixes = исправляет
link-is-fixed-by = исправлена задачей
external-links = Внешние ссылки
external-add = Добавить ссылку
external-url = Адрес
external-title-hint = Если пусто, берётся заголовок страницы.
external-edit = Изменить ссылку { $title }
external-weblink = веб-страница
external-attachment = файл в сети
external-file = локальный файл

# Files.
files = Файлы
file-add = Прикрепить файлы
file-choose = Файлы
file-hint = До 64 МБ за раз. Файлы можно перетащить сюда, картинку вставить.
file-send = Прикрепить
file-progress = Ход загрузки
file-download = Скачать { $name }
file-remove = Удалить файл { $name }
file-remove-sure = Удалить файл { $name } навсегда?
file-cut = Показано только начало файла. Скачайте его, чтобы увидеть остальное.
download = Скачать
size-bytes = { $size } Б
size-kilobytes = { $size } КБ
size-megabytes = { $size } МБ

# Comments.
comment-reply = Ответить
comment-wrote = { $name } пишет:
comment-visibility = Видно
comment-for-all = всем в проекте
comment-for-managers = менеджерам и администраторам
comment-for-admins = администраторам
comments-newest = Сначала новые
comments-oldest = Сначала старые

# Times.
transitions-empty = Эта задача ещё не меняла колонку.
transition-from = Откуда
transition-to = Куда
transition-spent = Время там
times-empty = Таймер подзадач ещё никто не запускал. Запустите его рядом с подзадачей.
time-start = Начало
time-end = Конец
time-running = идёт
lead-time = Общее время
lead-time-hint = от создания до завершения или до сейчас
cycle-time = Время цикла
cycle-time-hint = от начала до завершения или до сейчас
cycle-time-none = не начата
time-by-column = Время в каждой колонке
span-days = { $n ->
    [one] { $shown } день
    [few] { $shown } дня
   *[many] { $shown } дней
}
span-hours = { $n ->
    [one] { $shown } час
    [few] { $shown } часа
   *[many] { $shown } часов
}
span-minutes = { $n ->
    [one] { $shown } минута
    [few] { $shown } минуты
   *[many] { $shown } минут
}

# Writing.
editor = Инструменты текста
editor-bold = Жирный
editor-italic = Курсив
editor-strike = Зачёркнутый
editor-code = Код
editor-link = Ссылка
editor-quote = Цитата
editor-list = Список
editor-numbers = Нумерованный список
editor-checks = Список с флажками
editor-preview = Просмотр

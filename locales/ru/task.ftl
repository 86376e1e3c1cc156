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

# Корзина проекта.
trash = Удалённые задачи
trash-hint = Удалённую задачу можно восстановить в течение 30 дней вместе с её номером и всем, что к ней относилось.
trash-empty-title = Ничего не удалено
trash-empty = Удалённые задачи хранятся здесь 30 дней.
trash-removed = удалено: { $when }
trash-removed-by = удалено: { $when }, { $name }
trash-until = хранится до { $date }
trash-restore = Восстановить
trash-restore-task = Восстановить задачу { $task }
trash-purge = Удалить навсегда
trash-purge-sure = После этого восстановить её не сможет никто.
trash-purge-yes = Удалить навсегда сейчас

# Удалённые проекты.
projects-removed = Удалённые проекты
projects-removed-hint = Удалённый проект можно восстановить в течение 30 дней вместе со всем его содержимым.
projects-removed-empty = Удалённые проекты хранятся здесь 30 дней.
projects-removed-see = Посмотреть удалённые проекты
project-is-removed = Проект «{ $project }» удалён.
project-restore = Восстановить проект { $project }
project-purge = Удалить навсегда проект { $project }
project-purge-sure = Все его задачи, комментарии и файлы исчезнут, и восстановить их не сможет никто.

# Своё.
dashboard = Обзор
my-own = Моё
my-tasks = Мои задачи
my-tasks-empty-title = Дел нет
my-tasks-empty = Здесь перечислены открытые задачи, назначенные вам; первыми идут ближайшие по сроку.
my-tasks-all = { $n ->
    [one] Все мои задачи: { $shown }
    [few] Все мои задачи: { $shown }
   *[other] Все мои задачи: { $shown }
}
my-overdue = { $n ->
    [one] { $shown } задача просрочена
    [few] { $shown } задачи просрочены
   *[other] { $shown } задач просрочено
}
my-subtasks = Мои подзадачи
my-subtasks-empty-title = Подзадач нет
my-subtasks-empty = Здесь перечислены незавершённые подзадачи, назначенные вам.
my-subtasks-all = { $n ->
    [one] Все мои подзадачи: { $shown }
    [few] Все мои подзадачи: { $shown }
   *[other] Все мои подзадачи: { $shown }
}
my-projects-all = { $n ->
    [one] Все мои проекты: { $shown }
    [few] Все мои проекты: { $shown }
   *[other] Все мои проекты: { $shown }
}
my-activity-empty-title = Пока ничего не произошло
my-activity-empty = Здесь перечислено, что делают люди в ваших проектах.
activity-more = Ещё события
subtask-begun = В работе
subtasks-done = Выполнено подзадач:
sort-by = Порядок
sort-newest = Сначала новые
page-before = Предыдущая страница
page-after = Следующая страница
search-tasks = Поиск задач
search-go = Найти

# Что видно всем.
read-only = Только чтение
feed = Лента
feed-of = Kanso: { $name }
calendar-file = Календарь
links = Связи
subtasks = Подзадачи
subtask-done = Готово:
my-feeds = Лента и календарь
my-feeds-hint = Два адреса, которые программы чтения новостей и календари открывают без входа: что происходит в ваших проектах и когда истекают сроки ваших задач.
my-feed = Что происходит в моих проектах
my-calendar = Сроки моих задач
my-feeds-warning = Прочитать их может каждый, у кого есть эти адреса. С новыми адресами старые перестают работать.
my-feeds-none = Сейчас они выключены.
my-feeds-on = Создать адреса
my-feeds-renew = Создать новые адреса
my-feeds-off = Выключить

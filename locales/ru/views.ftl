# Представления проекта.
views = Представления проекта
view-overview = Обзор
view-board = Доска
view-list = Список
view-calendar = Календарь
view-settings = Настройки

# Фильтр.
filter = Фильтр
filter-hint = status:open assignee:me …
filter-reset = Вернуться к открытым задачам
filter-language = Слова из названия и пары вида status:open, assignee:me, due:<=tomorrow, tag:срочно. Значения с пробелами берутся в кавычки.
filter-doubt-attribute = Нет признака «{ $name }». Чтобы искать это слово в названиях, возьмите его в прямые кавычки.
filter-doubt-empty = У «{ $name }:» нет значения после двоеточия.
filter-doubt-value = «{ $name }» не знает значения «{ $value }».
tasks-filtered = показано { $shown }, открыто { $open }
filters = Фильтры
filters-hint = Выберите готовый или сохраните под именем то, что ищете часто.
filters-manage = Сохранить и изменить фильтры
filters-kept = Сохранённые фильтры
filters-kept-empty = Здесь ещё нет сохранённых фильтров. Напишите фильтр, дайте ему имя — и он будет под рукой.
filter-open = Открытые задачи
filter-mine = Мои задачи
filter-today = Срок сегодня
filter-tomorrow = Срок завтра
filter-overdue = Просроченные
filter-unassigned = Без исполнителя
filter-no-category = Без категории
filter-recent = Изменённые со вчерашнего дня
filter-closed = Закрытые задачи
filter-keep = Сохранить фильтр
filter-change = Изменить фильтр
filter-shared = Общий
filter-share = Сделать общим
filter-share-hint = Им сможет пользоваться каждый, кто видит проект.
filter-appends = Добавляется к фильтру
filter-appends-hint = При выборе он добавится к текущему фильтру, а не заменит его.
filter-of = Сохранил(а) { $name }
filter-remove-yes = Удалить этот фильтр

# Список.
sort = Сортировать по
sort-status = Состояние
sort-modified = Последнее изменение
sort-direction = Направление
sort-ascending = От первого к последнему
sort-descending = От последнего к первому
sort-subtasks = Подзадачи
sort-apply = Показать
list-apply = Применить
list-tick = Выбрать #{ $task }
list-tick-all = Выбрать все на этой странице
list-empty-title = Подходящих задач нет
list-empty = Измените фильтр выше или вернитесь к открытым задачам.
list-to-do = К выполнению
list-in-progress = В работе
list-done = Выполнена
list-subtasks-done = Выполнено подзадач
page-of = Страница { $page } из { $pages }
page-earlier = Назад
page-later = Вперёд

# Календарь.
overdue = Просрочено
calendar-month = { $month } { $year }
calendar-week = { $first } – { $last }
calendar-day = { $weekday }, { $date }
calendar-by-month = Месяц
calendar-by-week = Неделя
calendar-today = Сегодня
calendar-empty = В эти дни нет задач этого фильтра со сроком.
weekday-1 = Пн
weekday-2 = Вт
weekday-3 = Ср
weekday-4 = Чт
weekday-5 = Пт
weekday-6 = Сб
weekday-7 = Вс
month-name-1 = Январь
month-name-2 = Февраль
month-name-3 = Март
month-name-4 = Апрель
month-name-5 = Май
month-name-6 = Июнь
month-name-7 = Июль
month-name-8 = Август
month-name-9 = Сентябрь
month-name-10 = Октябрь
month-name-11 = Ноябрь
month-name-12 = Декабрь

# Поиск по всем проектам.
search = Поиск
search-empty-title = Поиск по всем вашим проектам
search-empty = Измените слова выше: чем их меньше, тем больше найдётся.
search-cut = Показаны первые { $shown } задач из { $total }. Уточните поиск.
activity-empty-title = Пока ничего не произошло
activity-empty = Здесь видно, кто что сделал с задачами, начиная с последнего.

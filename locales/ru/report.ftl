# Exports.
exports = Экспорт
exports-hint = Файлы CSV для табличных программ, с теми же столбцами, что и в Kanboard.
export-what = Что выгрузить
export-tasks = Задачи
export-tasks-days = Дни — это дни создания задач.
export-subtasks = Подзадачи
export-subtasks-days = Дни — это дни создания их задач.
export-transitions = Переходы между колонками
export-transitions-days = Дни — это дни переходов.
day-from = С
day-until = По
days-hint = Оба дня включены. Если день не указан, берётся всё.
export-bom = С меткой в начале, чтобы Excel правильно прочёл кириллицу и другие буквы
export-formulas = Текст, который начинается как формула, с =, +, -, @, табуляции или перевода строки, получает перед собой апостроф: при открытии файла ничего не выполняется.
export-get = Скачать файл
export-summary = Сводка по дням
export-summary-days = Что было в каждой колонке в конце каждого дня.

# Reports.
reports = Отчёты
report-days = Дни отчёта
report-distribution = Распределение задач
report-distribution-hint = Открытые задачи каждой колонки.
report-assignees = Распределение по людям
report-assignees-hint = Открытые задачи каждого исполнителя.
report-flow = Накопительный поток
report-flow-hint = Что было в каждой колонке в конце каждого дня. Полоса, которая становится шире, — это колонка, где копится работа.
report-burndown = Диаграмма сгорания
report-burndown-hint = Сложность открытых задач каждой колонки в конце каждого дня.
report-times = Общее время и время цикла
report-times-hint = Среднее по 1000 последних созданных задач в конце каждого дня: от создания и от начала задачи до её завершения или до этого дня.
report-column-times = Время в колонках
report-column-times-hint = Сколько в среднем 1000 последних созданных задач провели в каждой колонке. Задача, которая ещё там, считается до сих пор.
report-estimates = Оценка и затраченное время
report-estimates-hint = Оценённые и затраченные часы открытых и закрытых задач.
report-column-estimates = Оценка и затраченное время по колонкам
report-column-estimates-hint = Оценённые и затраченные часы задач каждой колонки.
report-show = Показать
report-created = Дни — это дни создания задач. Если день не указан, учитываются все задачи.
report-empty = Пока нечего показать
report-empty-tasks = Добавьте задачи на доску или измените фильтр и дни выше.
report-empty-days = В эти дни на доске ничего такого не было. Выберите другие дни, добавьте задачи или укажите их сложность.
report-empty-hours = Оцените задачи или запишите время, которое на них ушло.
report-picture = Картинка
report-figures = Цифры
report-svg = Скачать в SVG
report-png = Скачать в PNG
report-csv = Скачать таблицу
report-tasks = Задачи
report-task = Задача
report-state = Состояние
report-open = открыта
report-closed = закрыта
report-all-open = Все открытые задачи
report-all-closed = Все закрытые задачи
report-share = Доля
report-mean = Среднее время
report-day = День
report-total = Итого
report-left = Разница
report-in-days = Дни
report-hours = { $hours } ч
report-gone = { $name } (удалена)
report-seconds = В файле время указано в секундах.
report-cut = Показаны последние задачи, { $shown } из { $total }; суммы считаются по всем.

# Tasks from a list.
task-import = Импорт из CSV
task-import-columns = Файл CSV в кодировке UTF-8 со строкой заголовка и столбцами в таком порядке: внешний номер, название, описание, исполнитель, автор, цвет, колонка, категория, дорожка, сложность, оценка времени, затраченное время, дата начала, срок, приоритет, состояние (1 для закрытой), метки, внешняя ссылка. Обязательно только название. Люди указываются именами пользователей; колонки, категории, дорожки и люди должны существовать.
task-import-limits = Не больше { $lines } строк и { $size } кБ.
task-import-too-large = Файл слишком велик. Разделите его и отправьте части по очереди.
task-import-all = { $n ->
    [one] Создать { $shown } задачу
    [few] Создать { $shown } задачи
   *[other] Создать { $shown } задач
}
task-import-lines = Строки списка
task-import-creator = Автор

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

# Автоматические действия проекта.
rules-hint = Что проект делает сам, когда в нём что-то происходит.
rules-empty-title = Пока ничего не делается само
rules-empty = Например: закрывать задачи, попавшие в последнюю колонку, или менять цвет просроченных.
rule-new = Новое автоматическое действие
rule-one = Автоматическое действие
rule-choose-hint = Выберите, что делать. То, что обозначено «…», спросим дальше.
rule-choose-other = Выбрать другое
rule-add = Добавить
rule-no-choice = Выбирать пока не из чего.
rule-paused = приостановлено
rule-broken = называет то, чего больше нет
rule-broken-hint = Оно называет то, чего больше нет, и поэтому ничего не делает. Удалите его и создайте новое.
rule-pause = Приостановить
rule-resume = Возобновить
rule-pause-hint = Пока оно приостановлено, ничего не делается и потом не навёрстывается.
rule-remove = Удалить это автоматическое действие…
rule-remove-sure = Оно больше ничего не сделает, его журнал удалится вместе с ним. Сделанное останется.
rules-copy = Скопировать из другого проекта
rules-copy-hint = То, что они называют, ищется здесь по имени. Действия, называющие отсутствующее, пропускаются.
rules-copy-none = Вы не управляете другим проектом, из которого можно копировать.
rule-field-from = Из колонки
rule-field-to = В колонку
rule-field-to-swimlane = В дорожку
rule-field-days = Дни
rule-field-subject = Тема
rule-subject-hint = {"{{title}}"} и другие поля задачи в двойных скобках заменяются их значениями.
rule-group-close = Закрыть
rule-group-dates = Даты и приоритет
rule-group-move = Перемещение по доске
rule-group-projects = Другие проекты
rule-group-tell = Комментарии, подзадачи, письма

# Автоматическое действие одним предложением.
rule-sentence = { $when }, { $then }.
rule-sentence-if = { $when } и { $if }, { $then }.
rule-if-both = { $first } и { $second }
rule-gone = (больше нет)
rule-gone-other = что-то другое
rule-some-days = … дней
rule-when-link = Когда связь между задачами создана или изменена
rule-when-subtask = Когда подзадача создана или изменена
rule-when-assignee = Когда у задачи сменился исполнитель
rule-when-update = Когда задача изменена
rule-when-close = Когда задача закрыта
rule-when-create = Когда задача создана
rule-when-create-update = Когда задача создана или изменена
rule-when-column = Когда задача перемещена в другую колонку
rule-when-swimlane = Когда задача перемещена в другую дорожку
rule-when-open = Когда задача открыта снова
rule-when-daily = Каждый день, когда задача открыта
rule-when-column-to = Когда задача перемещена в «{ $column }»
rule-when-column-from = Когда задача ушла из «{ $column }»
rule-when-create-column = Когда задача создана в «{ $column }»
rule-when-swimlane-to = Когда задача перемещена в дорожку «{ $swimlane }»
rule-when-create-swimlane = Когда задача создана в дорожке «{ $swimlane }»
rule-if-column = она в «{ $column }»
rule-if-category = её категория — «{ $category }»
rule-if-uncategorised = у неё нет категории
rule-if-color = её цвет — { $color }
rule-if-priority = её приоритет — { $priority }
rule-if-assignee = её исполнитель — { $user }
rule-if-assigned = у неё есть исполнитель
rule-if-unassigned = у неё нет исполнителя
rule-if-link = связь гласит «{ $label }»
rule-if-due = её срок наступил
rule-if-start = её дата начала наступила
rule-if-not-started = у неё нет даты начала
rule-if-unchanged = её никто не менял { $days }
rule-if-unmoved = её никто не двигал { $days }
rule-if-due-within = до её срока меньше, чем { $days }
rule-then-color = дать ей цвет { $color }
rule-then-category = дать ей категорию «{ $category }»
rule-then-priority = дать ей приоритет { $priority }
rule-then-assign = назначить исполнителя: { $user }
rule-then-creator = назначить исполнителем её автора
rule-then-caller = назначить исполнителем того, кто это сделал
rule-then-due = поставить срок: через { $days }
rule-then-start = поставить дату начала на этот момент
rule-then-close = закрыть её
rule-then-copy = скопировать её в проект «{ $project }»
rule-then-project = перенести её в проект «{ $project }»
rule-then-mail = отправить о ней письмо ({ $user }) с темой «{ $subject }»
rule-then-column = переместить её в «{ $column }»
rule-then-swimlane = переместить её в дорожку «{ $swimlane }»
rule-then-say-where = написать в комментарии, где она
rule-then-finish-subtasks = завершить её подзадачи
rule-then-timer = добавить подзадачу «{ $subtask }» с запущенным таймером

# Что сделали автоматические действия.
rule-log = Что было сделано
rule-log-hint = Что сделало каждое автоматическое действие и почему не сделало, за последние 30 дней.
rule-log-empty = За последние 30 дней ничего: ожидаемое не происходило.
rule-done = Сделано
rule-nothing = Делать нечего: задача уже была такой.
rule-names-gone = Не сделано, названного больше нет: { $what }
rule-invalid = Не сделано: сейчас это не имеет смысла.
rule-refused = Не сделано: у автора нет на это права.
rule-cut = Не повторено: оно следовало бы из самого себя, или последствий уже слишком много.
rule-unmet-column = Задача в другой колонке.
rule-unmet-swimlane = Задача в другой дорожке.
rule-unmet-already-there = Задача уже там.
rule-unmet-caller = Это сделала программа, то есть никто.
rule-unmet-assigned = У задачи есть исполнитель.
rule-unmet-unassigned = У задачи нет исполнителя.
rule-unmet-assignee = У задачи другой исполнитель.
rule-unmet-left = Задача пришла из другой колонки.
rule-unmet-started = У задачи есть дата начала.
rule-unmet-link = Связь гласит другое.
rule-unmet-categorised = У задачи есть категория.
rule-unmet-category = У задачи другая категория.
rule-unmet-color = У задачи другой цвет.
rule-unmet-priority = У задачи другой приоритет.
rule-unmet-date = Даты нет, или она не наступила.
rule-unmet-age = Прошло недостаточно дней.
rule-unmet-filter = Фильтр не находит задачу.

# Проверка на прошлом событии.
rule-test = Проверить на прошлом событии
rule-test-hint = Решается по тому, что было тогда. Ничего не меняется. Ежедневное решается по задаче, какая она сейчас.
rule-test-run = Проверить
rule-test-none = Здесь с задачами пока ничего не происходило.
rule-trial-would = Оно было бы выполнено.
rule-trial-other = Оно ждёт не этого события.
rule-trial-unmet = Ничего не было бы сделано: { $reason }

rules-copied = { $n ->
    [one] Скопировано { $shown } автоматическое действие.
    [few] Скопировано { $shown } автоматических действия.
   *[many] Скопировано { $shown } автоматических действий.
}
rules-left-out = { $n ->
    [one] { $shown } называет то, чего здесь нет, и пропущено.
    [few] { $shown } называют то, чего здесь нет, и пропущены.
   *[many] { $shown } называют то, чего здесь нет, и пропущены.
}
rule-idle = { $n ->
    [one] Просмотрена { $shown } открытая задача; условие не выполнено.
    [few] Просмотрены { $shown } открытые задачи; ни одна не подошла.
   *[many] Просмотрено { $shown } открытых задач; ни одна не подошла.
}
rule-when-events = Когда происходит это ({ $events })
rule-if-filter = фильтр «{ $filter }» находит задачу
rule-then-nobody = снять исполнителя
rule-then-no-category = убрать её категорию
rule-then-score = дать ей сложность { $score }
rule-then-open = открыть её снова
rule-then-comment = оставить комментарий «{ $text }»
rule-then-subtask = добавить подзадачу «{ $title }»
rule-then-tag = добавить метку «{ $tag }»
rule-then-create = создать задачу «{ $title }» в проекте «{ $project }»
rule-then-webhook = отправить событие вебхуку «{ $name }»

# Составление правила.
rule-compose = Составить правило
rule-compose-hint = Когда случится событие, если фильтр находит задачу, то одно или несколько действий.
rule-compose-or = Или
rule-compose-daily = Каждый день для каждой открытой задачи (без событий)
rule-compose-if = Если
rule-compose-filter = На языке поиска. Пусто — любая задача. Спрашивается о задаче сразу после события.
rule-compose-then = То
rule-compose-rights = Правило действует с правами, которые есть у вас в момент выполнения.
rule-deed = Шаг { $number }
rule-deed-text = Текст или число, если нужно
rule-deed-typed = С введённым ниже
rule-deed-due = Срок через столько дней
rule-deed-create = Создать задачу в проекте
rule-deed-webhook = Отправить событие
rule-rights = Действует с правами: { $user }.
rule-owner-gone = кто-то не из проекта
rule-edit = Изменить автоматическое действие
rule-edit-rights = После сохранения это будете вы.
rule-then-notify = сообщить ({ $user }): «{ $text }»
rule-deed-notify = Сообщить текст, введённый ниже
rule-tell-assignee = исполнитель
rule-tell-creator = автор задачи

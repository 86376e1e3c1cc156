# Settings of a project.
project-settings-menu = Настройки проекта
project-settings = Общие
columns = Колонки
swimlanes = Дорожки
categories = Категории
tags = Метки
permissions = Права доступа
custom-roles = Свои роли
predefined-texts = Готовые тексты
public-access = Публичный доступ
copy-and-import = Копия и импорт
close-or-remove = Закрыть или удалить
edit-named = Изменить «{ $name }»
remove-named = Удалить «{ $name }»
hide-named = Скрыть «{ $name }»
show-named = Снова показать «{ $name }»
hide = Скрыть
show = Показать
remove-for-good = Удалить навсегда
move-left = Переместить «{ $name }» влево
move-right = Переместить «{ $name }» вправо
move-up = Переместить «{ $name }» вверх
move-down = Переместить «{ $name }» вниз
task-limit = Предел задач
task-limit-hint = Сколько открытых задач самое большее. Доска покажет, если их больше; ничего не запрещается. Пусто: сколько угодно.

# General.
identifier = Идентификатор
identifier-hint = Латинские буквы и цифры, без повторов. По нему проект находят программы.
project-owner = Ответственный
project-email = Адрес почты
project-mail-in = Задачи по почте
project-mail-in-hint = Письма участников на этот адрес становятся задачами: тема — название, текст — описание, файлы прикрепляются. Письма на адрес выше — тоже, если почтовый сервер доставляет их в ту же папку.
project-description-hint = В Markdown. Показывается в обзоре проекта.
project-start = Дата начала
project-end = Дата окончания
priority-lowest = Наименьший приоритет
priority-highest = Наибольший приоритет
priority-default = Приоритет новых задач
project-limit-hint = Сколько открытых задач самое большее во всём проекте. Пусто: сколько угодно.
limits-per-swimlane = Пределы колонок действуют для каждой дорожки отдельно
project-personal-switch-hint = Проект остаётся за вами: страница прав исчезает, роли других людей сохраняются, но не настраиваются.

# Columns, swimlanes, categories, tags.
columns-hint = Шаги работы слева направо.
column-add-title = Новая колонка
column-add = Добавить колонку
column-remove = Удалить эту колонку…
column-remove-sure = Удалить можно только пустую колонку: сначала переместите её задачи, в том числе закрытые.
in-dashboard = На панелях
in-dashboard-shown = показана
in-dashboard-hidden = скрыта
hide-in-dashboard = Не показывать её задачи на панелях
swimlanes-hint = Ряды через все колонки сверху вниз: для команд, выпусков или срочной работы.
swimlanes-hidden = Скрытые дорожки
swimlane-new = Новая дорожка
swimlane-add = Добавить дорожку
swimlane-remove = Удалить эту дорожку…
swimlane-remove-sure = Удалить можно только пустую дорожку: сначала переместите её задачи, в том числе закрытые. Чтобы убрать её с глаз вместе с задачами, скройте её.
categories-hint = У задачи не больше одной категории. Новые задачи категории получают её цвет.
categories-empty = Категорий ещё нет. Добавьте первую ниже, например «Ошибка» или «Идея».
category-new = Новая категория
category-add = Добавить категорию
category-remove = Удалить эту категорию…
category-remove-sure = Её задачи останутся без категории.
color-none = Без цвета
project-tags-hint = У задачи может быть много меток. Новые можно создавать и при записи задачи.
tags-empty = Меток ещё нет. Добавьте первую ниже.
tag-new = Новая метка
tag-add = Добавить метку
tag-remove = Удалить эту метку…
tag-remove-sure = Она будет снята со всех задач.
tags-global = Метки всех проектов
tags-global-hint = Их можно выбрать в каждом проекте, который их предлагает.
tags-global-offer = Предлагать здесь и метки всех проектов

# People and roles.
people = Люди
person = Человек
permissions-hint = Кто входит в проект, сам или через группу. Своя роль важнее роли группы.
people-empty = Пока ни у кого нет своей роли.
people-all = У всех, у кого есть учётная запись, здесь есть роль.
person-add = Добавить человека
account-disabled = учётная запись отключена
groups-none = Ни у одной группы здесь нет роли.
group-add = Добавить группу
group-named = Группа «{ $name }»
people-count = { $n ->
    [one] { $shown } человек
    [few] { $shown } человека
   *[many] { $shown } человек
}
role-given = Роль
project-role-of = Роль: { $name }
project-role-manager = Руководитель
project-role-member = Участник
project-role-viewer = Наблюдатель
role-unknown = не даёт доступа
member-remove-sure = Доступ к проекту будет потерян, если его нет другим путём. Задачи останутся за ними.
member-remove-yes = Забрать роль
custom-roles-hint = Своя роль может то же, что участник, кроме того, что вы запретите.
custom-roles-empty = Своих ролей ещё нет: большинству проектов хватает руководителя, участника и наблюдателя.
custom-role-new = Новая роль
custom-role-add = Добавить роль
custom-role-hint = Люди с этой ролью могут всё, что может участник, кроме отмеченного и запрещённого здесь. Это действует и на страницах, и через API.
custom-role-remove = Удалить эту роль…
custom-role-remove-sure = Кто её имеет, станет наблюдателем, пока вы не дадите другую роль.
role-holders = Люди и группы
role-blocks = Во всём проекте им нельзя
block-creation = создавать задачи
block-removal = удалять задачи
block-open-close = закрывать задачи и открывать их снова
block-moving = перемещать задачи в другую колонку
block-assigning = менять исполнителя задачи
block-updating-others = изменять задачи, назначенные не им
role-columns = В отдельных колонках
role-columns-hint = Выбранное здесь важнее отмеченного выше.
role-creation = Создание задач
role-open-close = Закрытие и открытие задач
rule-as-project = как в проекте
rule-allowed = можно
rule-blocked = нельзя
role-passages = Куда можно перемещать задачи
role-passages-hint = Если указать пары колонок, задачи перемещаются только между ними, в обе стороны. Оставьте строки пустыми, чтобы разрешить всё. Очистите строку, чтобы убрать её.
passage-from = Одна колонка
passage-to = Другая колонка
passage-whose = Какие задачи
passage-all = все задачи
passage-own = только свои
fault-role-create = Ваша роль в этом проекте не позволяет создавать здесь задачи. Выберите другую колонку или обратитесь к руководителю проекта.
fault-role-remove = Ваша роль в этом проекте не позволяет удалять задачи. Обратитесь к руководителю проекта.
fault-role-open-close = Ваша роль в этом проекте не позволяет закрывать и открывать здесь задачи. Обратитесь к руководителю проекта.
fault-role-move = Ваша роль в этом проекте не позволяет переместить туда эту задачу. Обратитесь к руководителю проекта.
fault-role-assign = Ваша роль в этом проекте не позволяет менять исполнителя задачи. Обратитесь к руководителю проекта.
fault-role-update = Ваша роль в этом проекте позволяет изменять только назначенные вам задачи.

# Predefined texts.
descriptions = Описания задач
descriptions-hint = Предлагаются при создании задачи как начало её описания.
description-new = Новое описание
description-keep = Сохранить описание
description-remove = Удалить это описание…
description-remove-sure = Оно больше не предлагается. Задачи, начатые с ним, не изменятся.
email-subjects = Темы писем
email-subjects-label = Темы, по одной в строке

# Public access.
public-off = Этот проект видят только участники. При публичном доступе каждый, у кого есть ссылка, видит доску и задачи без учётной записи и без права что-либо менять; есть также лента и календарь.
public-on = Каждый, у кого есть одна из этих ссылок, видит доску и задачи.
public-turn-on = Включить публичный доступ
public-turn-off = Выключить публичный доступ
public-open = Открыть публичную доску
public-board-address = Доска
public-feed-address = Лента (RSS)
public-calendar-address = Календарь (iCal)
public-renew = Создать новые ссылки…
public-renew-sure = Нынешние ссылки перестанут работать.
public-renew-yes = Создать новые ссылки

# Close, remove, duplicate, import.
project-close = Закрыть проект
project-close-hint = Он исчезнет из списков проектов; всё в нём сохранится, и вы сможете снова открыть его здесь.
project-open = Снова открыть проект
project-is-closed = Этот проект закрыт: его нет в списках проектов.
project-closed = Закрыт
project-remove = Удалить проект
project-remove-sure = Всё его содержимое исчезнет вместе с ним. В течение 30 дней его можно восстановить; чтобы отложить его, закройте его.
project-remove-type = Введите название проекта, чтобы удалить его
project-remove-yes = Удалить этот проект
project-duplicate = Создать копию проекта
project-copy-name = Название копии
copy-of = { $name } (копия)
parts-title = Что перенести
parts-hint = Колонки, дорожки, настройки и готовые тексты переносятся всегда.
part-permissions = Права людей и групп
part-actions = Автоматические действия
part-filters = Сохранённые фильтры
part-metadata = Данные других программ
part-tasks = Открытые задачи с метками, подзадачами, внешними ссылками и файлами
import-tasks = Импорт задач
import-from = Из проекта
import-hint = Все открытые задачи копируются сюда в колонки и дорожки с теми же названиями. Другой проект не меняется.
import-none = Вы не руководите другими проектами, из которых можно импортировать.
project-new-more = Идентификатор, образец
project-like = По образцу проекта
project-like-none = Без образца: начать с пустой доски

# Overview.
overview-no-description = У этого проекта ещё нет описания.
project-open-tasks = Открытые задачи
project-files-none = К этому проекту не приложено ни одного файла.
project-file-hint = До 64 МБ за раз.
people-edit = Изменить права доступа

# Lists of the application.
link-labels = Названия связей
link-labels-hint = Как можно связывать задачи во всех проектах.
link-label = Название
link-opposite = С другой стороны
link-opposite-same = то же
link-opposite-hint = Что видно у другой задачи. Пусто, если оттуда читается так же.
link-label-example = зависит от
link-opposite-example = нужна для
link-label-new = Новое название
link-label-add = Добавить название
link-label-remove = Удалить это название…
link-label-remove-sure = Все связи с этим названием тоже исчезнут, во всех проектах.
currencies = Валюты
currencies-hint = Сколько стоят другие валюты.
currencies-empty = Курсов ещё нет. Добавьте первый ниже.
currency = Валюта
currency-reference = Основная валюта
currency-rate = Стоимость в { $reference }
currency-new = Добавить или изменить курс
rate = Курс

# Архивы проектов.
archive = Архив
archive-hint = Весь проект в одном файле, с его файлами и историей: чтобы сохранить его или перенести в другую установку Kanso. Секретов в нём нет.
archive-get = Скачать архив
archive-put = Новый проект из архива
archive-from = Из архива
archive-put-hint = Файл, скачанный как архив проекта, или доска, выгруженная из Trello в JSON. Вы увидите, что в нём, прежде чем что-либо будет создано.
archive-file = Файл архива
archive-limit = До { $size } МБ. Большие архивы загружаются из командной строки: kanso project import
archive-look = Посмотреть, что в нём
archive-of = Выгружен { $date }
archive-tasks = Задачи
archive-events = События в истории
archive-people = Кто есть кто здесь
archive-whole = Переносится всё.
archive-left = Что переносится иначе
archive-gone = Этот файл больше не ждёт. Отправьте его ещё раз.
archive-left-person = У { $name } здесь нет учётной записи: задачи останутся без исполнителя, а имя будет добавлено к текстам.
archive-left-group = Группы «{ $name }» здесь нет.
archive-left-label = Метки связи «{ $name }» здесь нет: связи с ней не переносятся.
archive-left-tag = Метка «{ $name }» станет собственной меткой проекта.
archive-left-taken = «{ $name }» принадлежит другому проекту и остаётся за ним.
archive-left-files = { $n ->
    [one] { $shown } файл был утерян раньше и не переносится.
    [few] { $shown } файла были утеряны раньше и не переносятся.
   *[other] { $shown } файлов были утеряны раньше и не переносятся.
}
archive-left-elsewhere = { $n ->
    [one] { $shown } запись ссылалась на другие проекты и осталась там.
    [few] { $shown } записи ссылались на другие проекты и остались там.
   *[other] { $shown } записей ссылались на другие проекты и остались там.
}
archive-left-endpoints = { $n ->
    [one] { $shown } вебхук придёт выключенным, без секретов и без остальной части адреса.
    [few] { $shown } вебхука придут выключенными, без секретов и без остальной части адресов.
   *[other] { $shown } вебхуков придут выключенными, без секретов и без остальной части адресов.
}
archive-fault-none = Это не архив проекта или не весь архив.
archive-fault-version = Версия формата { $version } здесь неизвестна. Её записал более новый Kanso.
archive-fault-damaged = Архив повреждён: { $place }
archive-fault-content = Архив неполный: нет содержимого файла «{ $name }».
archive-fault-large = Архив распаковывается в слишком большой объём.

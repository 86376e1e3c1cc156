# Общее для всех страниц.
skip-to-content = К содержимому
main-menu = Главное меню
my-projects = Мои проекты
webhooks = Вебхуки
account-of = Учётная запись: { $name }
theme = Тема
theme-auto = Авто
theme-light = Светлая
theme-dark = Тёмная
sign-in = Войти
sign-out = Выйти
username = Имя пользователя
password = Пароль
save = Сохранить
saved = Сохранено
cancel = Отмена
close = Закрыть
edit = Изменить
remove = Удалить
copy = Копировать
copied = Скопировано
pages = Страницы
newer = Новее
older = Старее

# Даты. Месяцы в той форме, что следует за числом.
date-day = { $day } { $month }
date-year = { $day } { $month } { $year }
date-moment = { $date }, { $time }
month-1 = янв.
month-2 = февр.
month-3 = марта
month-4 = апр.
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = авг.
month-9 = сент.
month-10 = окт.
month-11 = нояб.
month-12 = дек.

# Вход.
sign-in-wrong = Имя пользователя и пароль не подходят друг к другу. После шести неверных паролей учётная запись блокируется на 15 минут.
sign-in-shut-out = С вашего адреса пришло слишком много неверных паролей. Вход с него закрыт на 15 минут; попробуйте потом ещё раз.

# Проекты.
new-project = Новый проект
project-name = Название
project-name-hint = Доска начинается с колонок: { $columns }.
project-kind = Кто в нём работает
project-team = Команда
project-team-hint = Вы можете пригласить других и дать им роли.
project-personal = Только я
project-personal-hint = В личном проекте один участник: вы.
project-create = Создать проект
projects-empty-title = Проектов пока нет
projects-empty = Проект содержит одну доску. Создайте первый или попросите менеджера добавить вас в существующий.
tasks-open = { $n ->
    [one] { $shown } открытая задача
    [few] { $shown } открытые задачи
    [many] { $shown } открытых задач
   *[other] { $shown } открытой задачи
}

# Когда что-то нельзя сделать.
fault-403-title = У вас нет на это прав
fault-403 = Ваша роль этого не позволяет. Обратитесь к менеджеру проекта или администратору.
fault-404-title = Здесь ничего нет
fault-404 = Это удалено или относится к проекту, в котором вы не участвуете.
fault-405-title = Этот адрес не страница
fault-405 = Он принимает только данные формы. Вернитесь и воспользуйтесь формой.
fault-409-title = Сейчас это невозможно
fault-form = В форме не хватает поля или поле нельзя прочитать. Вернитесь и проверьте введённое.
fault-413-title = Это слишком много
fault-413 = Отправлено больше, чем принимает сервер. Сократите и попробуйте снова.
fault-422-title = Что-то не так
fault-500-title = Здесь произошла ошибка
fault-500 = Вы не виноваты, и ничего не изменилось. Попробуйте снова; если не поможет, сообщите администратору этот номер:
fault-503-title = Сервер занят
fault-503 = Ничего не изменилось. Подождите немного и попробуйте снова.
fault-csrf = Страница слишком старая, или форма отправлена не отсюда. Откройте страницу заново и попробуйте снова.
fault-request = Запрос
fault-missing = { $field }: нужно заполнить.
fault-too-long = { $field }: больше { $limit } знаков.
fault-too-short = { $field }: меньше { $limit } знаков.
fault-unknown = { $field }: такого варианта нет.
fault-unreadable = { $field }: не удаётся прочитать. Проверьте запись.
fault-taken = { $field }: это имя занято.
fault-starts-after-due = Дата начала позже срока.
fault-not-assignable = Этому человеку нельзя назначать задачи этого проекта.
fault-url = Этот адрес нельзя использовать: { $reason }.
conflict-already-there = Она уже там.
conflict-holds-tasks = Там ещё есть задачи.
conflict-already-member = Этот человек уже участник.
conflict-changed-meanwhile = Кто-то изменил это, пока у вас было открыто.
conflict-not-the-author = Это написал кто-то другой.
conflict-switched-off = Запрещено настройками.
conflict-nothing-to-send-to = Адрес не задан. Сначала сохраните его.
conflict-content-missing = Содержимое этого файла не найдено.

# Что говорят скрипты.
offline = Сервер недоступен. Проверьте соединение.
signed-out = Вы вышли из системы. Откройте страницу заново, чтобы войти.
refused = Сервер отказал.
fault-out-of-range = { $field }: допустимо { $range }.
fault-too-many = { $field }: не более { $limit }.
fault-header = Заголовок { $name } нельзя отправить: { $reason }.
fault-template = По шаблону не получается сообщение: { $reason }
fault-filter = Не удаётся прочитать фильтр: { $reason }
fault-event = Нет события с именем { $name }.
conflict-of-settings = Это задаётся настройками вебхуков. Измените там.
conflict-already-running = Это уже выполняется. Дождитесь завершения.

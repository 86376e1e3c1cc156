# У входа.
remember-me = Не выходить на этом устройстве
password-forgotten = Забыли пароль?
password-forgotten-hint = Введите имя пользователя. Администратор увидит, что вам нужен новый пароль, и даст ссылку, по которой вы его выберете.
password-ask = Попросить новый пароль
password-asked = Если такая учётная запись есть, администраторы уже видят вашу просьбу. Попросите у одного из них ссылку.
password-new = Новый пароль
password-new-of = Выберите новый пароль для { $name }.
password-hint = Не меньше 6 знаков; чем длиннее, тем лучше.
password-changed = Пароль изменён. Войдите с новым.
code = Код
code-hint = Введите шесть цифр с вашего устройства или один из запасных кодов.
code-wrong = Код неверен или уже использован. Дождитесь следующего и попробуйте снова.
code-lost = Секрет, общий для вашего устройства и сервера, больше не читается. Войдите с запасным кодом или попросите администратора отключить второй фактор.
code-locked = Слишком много неверных кодов: учётная запись заблокирована на 15 минут. Войдите снова после этого.
invitation-title = Ваше приглашение
invitation-for = Это приглашение для { $email }. Выберите, как вы будете входить.
invitation-accept = Создать учётную запись
link-stale-title = Ссылка больше не действует
link-stale = Она уже использована, или прошло слишком много времени. Попросите у администратора другую.
fault-wrong = { $field }: неверно.

# Профиль.
profile = Профиль
profile-me = Обо мне
profile-security = Вход
profile-about = О вас
profile-choices = Как Kanso выглядит и работает у вас
name-shown = Отображаемое имя
email = Адрес эл. почты
picture = Фотография
picture-choose = Выберите изображение
picture-hint = PNG, JPEG или GIF, не больше 2 МБ. Обрезается до квадрата. Без изображения видны инициалы.
picture-upload = Загрузить
language = Язык
language-of-browser = Как в браузере
time-zone = Часовой пояс
zone-of-application = Как у всех ({ $zone })
choice-filter = Начальный фильтр
choice-filter-hint = Что показывают доски и списки, пока вы не отберёте иначе, например status:open assignee:me. Пусто — все открытые задачи.
choice-shortcuts = Однобуквенные клавиши
choice-shortcuts-hint = Отключите, если диктуете или печатаете программой, которая нажимает буквы.
choice-live = Следить за действиями других
choice-live-hint = Доски меняются сами, когда работает кто-то другой. Иначе видно то, что было при открытии.
role-in-application = Роль
role-admin = Администратор
role-manager = Менеджер
role-user = Пользователь
password-current = Текущий пароль
password-change = Изменить пароль
password-ends-sessions = На других устройствах вы выйдете.
password-changed-here = Пароль изменён. На других устройствах вы вышли.
two-factor = Второй фактор
two-factor-hint = Со вторым фактором для входа кроме пароля нужен код с телефона. Узнавший пароль с ним не войдёт.
two-factor-on = Второй фактор включён.
two-factor-set-up = Настроить второй фактор
two-factor-scan = Отсканируйте это приложением для кодов на телефоне.
two-factor-qr = QR-код с секретом
two-factor-type = Или введите секрет
two-factor-confirm = Шесть цифр, которые оно показывает сейчас
two-factor-switch-on = Включить
two-factor-wrong = Код не тот. Введите то, что приложение показывает сейчас; проверьте часы телефона.
two-factor-off = Отключить второй фактор…
two-factor-off-sure = Тогда для входа хватит одного пароля.
two-factor-off-yes = Отключить
two-factor-off-done = Второй фактор отключён.
recovery-codes = Запасные коды
recovery-codes-hint = Если потеряете телефон, каждый из них один раз заменит код.
recovery-once = Они показаны только сейчас. Распечатайте их или храните там же, где пароли.
recovery-kept = Коды сохранены
recovery-left = { $n ->
    [one] Остался { $shown } запасной код.
    [few] Осталось { $shown } запасных кода.
    [many] Осталось { $shown } запасных кодов.
   *[other] Осталось { $shown } запасного кода.
}
recovery-renew = Создать новые запасные коды…
recovery-renew-yes = Создать; старые перестанут действовать
sessions = Где вы вошли
sessions-hint = Если что-то вам незнакомо, завершите этот сеанс и смените пароль.
sessions-end = Выйти на всех других устройствах
session-since = С
session-seen = Последняя активность
session-here = здесь
session-ended = Сеанс завершён.
device = Устройство
device-unknown = Неизвестно
address = Адрес
logins = Последние входы
login-how = Как
login-by-password = Пароль
login-by-code = Пароль и код
password-links = Ссылки для нового пароля
password-link-made = Создана: { $when }.
password-link-used = Использована: { $when }.

# Токены.
api-tokens = Токены API
tokens-hint = Программа обращается к API от вашего имени с токеном и может не больше, чем вы и чем разрешает токен. Отправляйте его как пароль вместе с именем пользователя или как bearer-токен.
tokens-empty = Токенов пока нет. Создайте ниже по одному для каждой программы.
token-new = Новый токен
token-name-example = Скрипт резервной копии
token-scope = Разрешает
scope-read = Только чтение
scope-write = Читать и работать с задачами
scope-all = Всё, что могу я
token-days = Действует
token-forever = Бессрочно
token-until = Действует до
token-expired = истёк
token-used = Последнее использование
token-unused = Никогда
token-make = Создать токен
token-made = Ваш новый токен
token-once = Он показан только сейчас. Скопируйте его туда, где он нужен.
token-revoke = Отозвать…
token-revoke-sure = Программам с этим токеном будет отказано.
token-revoke-yes = Отозвать
token-revoked = Токен больше ничего не открывает.
token-single = Токен Kanboard
token-single-hint = Единственный токен без ограничений, который знают клиенты Kanboard. По возможности берите именованный.
token-single-renew = Создать другой
token-single-remove = Отозвать

# Уведомления.
notifications = Уведомления
notify-enabled = Сообщать мне о событиях
notify-how = Как
notify-email = По эл. почте
notify-web = На этих страницах
notify-which = О каких задачах
notify-all = Все задачи
notify-assigned = Назначенные мне
notify-created = Созданные мной
notify-both = Назначенные мне и созданные мной
notify-projects = О каких проектах
notify-projects-hint = Если не выбран ни один, обо всех ваших.

# Администрирование.
settings = Настройки
settings-application = Приложение
settings-boards = Доски
settings-mail = Эл. почта
projects = Проекты
about = О программе
about-database = База данных
about-tasks = Задачи
about-licence = Лицензия
setting-url = Адрес этого приложения
setting-url-hint = С него начинаются ссылки в письмах и в API. При https куки передаются только в зашифрованном виде.
setting-language-hint = Для тех, кто не выбрал язык и чей браузер его не просит. На нём называются новые доски.
setting-zone-hint = Для тех, кто не выбрал свой, и для ежедневной работы.
setting-date-format = Даты
setting-date-hint = Как читаются даты в поиске и в API. Год-месяц-день понятен всегда.
setting-time-format = Время
setting-currency = Валюта
setting-password-reset = Новый пароль можно попросить на странице входа
setting-notifications = Новые учётные записи получают уведомления
setting-stylesheet = Таблица стилей
setting-stylesheet-hint = CSS, который каждая страница загружает после своего.
setting-backups = Сколько ночных копий хранить
setting-backups-hint = Каждую ночь копия записывается в папку, указанную серверу. 0 — копий не делать.
setting-color = Цвет новых задач
setting-columns = Колонки новых досок
setting-columns-hint = Через запятую. Пусто — четыре обычные.
setting-categories = Категории новых проектов
setting-categories-hint = Через запятую. Пусто — без категорий.
setting-no-private = Личные проекты создавать нельзя
setting-one-subtask = Одновременно можно вести одну подзадачу
setting-timers = Начало и завершение подзадачи ведут её таймер
setting-timers-hint = Затраченное время складывается в задаче.
setting-cfd = Накопительная диаграмма учитывает закрытые задачи
setting-highlight = Выделять изменённое за
setting-highlight-hint = Секунды; 172800 — двое суток, 0 — не выделять.
setting-refresh = Проверять изменения каждые
setting-refresh-hint = Секунды, там, где живые обновления блокируются; 0 — никогда.
setting-public-refresh = Публичные доски проверяют изменения каждые
setting-seconds = Секунды; 0 — никогда.
setting-sender = Отправитель писем
setting-transport = Как отправляются письма
setting-transport-hint = Хранится для клиентов Kanboard. Письма уходят через сервер, который называет KANSO_SMTP_URL.
api-where = Куда обращаются программы
api-personal = Для своих программ создайте личный токен:
api-application-token = Токен приложения
api-application-token-hint = С ним можно всё и ни от чьего имени. Не давайте его людям.
api-token-show = Показать
api-token-renew = Заменить токен…
api-token-renew-sure = Программам с ним будет отказано, пока они не узнают новый.
api-token-renew-yes = Заменить
api-token-reset = Токен заменён.

# Учётные записи.
users = Пользователи
users-all = Все пользователи
users-search = Имя или адрес
users-find = Найти
users-empty-title = Никого не найдено
users-empty = Попробуйте короче или оставьте пустым, чтобы увидеть всех.
user = Пользователь
user-new = Новый пользователь
user-create = Создать пользователя
user-created = Учётная запись создана. Сообщите человеку имя и пароль или создайте ссылку для выбора пароля.
user-state = Состояние
user-active = Активен
user-disabled = отключён
user-locked = заблокирован
user-asked = просит новый пароль, { $when }
user-unlock = Разблокировать
user-sign-out = Завершить все сеансы
user-end = Когда кто-то уходит
user-disable = Отключить
user-disable-hint = Войти больше нельзя; задачи и комментарии остаются за человеком.
user-enable = Включить
user-remove = Удалить учётную запись…
user-remove-sure = Задачи станут ничьими, комментарии останутся без автора, а личные проекты удалятся со всем содержимым. Отменить нельзя.
user-remove-yes = Удалить навсегда
user-removed = Учётная запись удалена.
role-user-hint = Пользователь: работает в проектах, создаёт личные
role-manager-hint = Менеджер: создаёт и командные проекты
role-admin-hint = Администратор: ещё и учётные записи и настройки
sessions-of = Вход выполнен на
two-factor-off-of = Отключить второй фактор
password-link = Ссылка для нового пароля
password-link-make = Создать ссылку для нового пароля
password-link-once = Показана только сейчас, действует сутки и один раз. Передайте её надёжным способом.
invite = Пригласить людей
invite-addresses = Адреса эл. почты
invite-hint = По одному в строке. Для каждого будет ссылка: открывший её создаст себе учётную запись.
invite-project = Участник проекта
invite-make = Создать ссылки
invitation-no-project = никакой
invitation-links = Ссылки для передачи
invitation-once = Показаны только сейчас, действуют неделю.
invitations-open = Ещё не приняты
invitation-withdraw = Отозвать
invitation-withdrawn = Приглашение больше не действует.
address-unset = Нигде не указано, по какому адресу доступно это приложение, поэтому ссылки начинаются с { $root }, где слушает сервер. Задайте «Адрес этого приложения» (application_url), прежде чем их передавать.
address-set = Задать
user-sessions = Открытые входы
user-remote = внешняя
switched-on = включено
switched-off = выключено

# Import of accounts.
users-import = Импорт пользователей
users-imported = Все учётные записи из списка созданы.
import-columns = Файл CSV в кодировке UTF-8 со строкой заголовка и столбцами в таком порядке: имя пользователя, пароль, адрес почты, имя, администратор, менеджер, внешняя. В последних трёх 1 значит «да». Внешней учётной записи пароль не нужен.
import-template = Получить пустой файл
import-file = Файл
import-delimiter = Между значениями
import-enclosure = Вокруг значений
import-tab = Табуляция
import-none-around = ничего
import-look = Просмотреть список
import-preview = Что в списке
import-line = Строка
import-result = Результат
import-good = годится
import-all = { $n ->
    [one] Создать { $shown } учётную запись
    [few] Создать { $shown } учётные записи
   *[other] Создать { $shown } учётных записей
}
import-bad = { $n ->
    [one] { $shown } строка не принята. Пока годятся не все строки, ничего не создаётся: исправьте файл и отправьте его снова.
    [few] { $shown } строки не приняты. Пока годятся не все строки, ничего не создаётся: исправьте файл и отправьте его снова.
   *[other] { $shown } строк не принято. Пока годятся не все строки, ничего не создаётся: исправьте файл и отправьте его снова.
}
import-not-utf8 = Файл записан не в UTF-8. Сохраните его как «CSV UTF-8» и отправьте снова.

# Группы.
groups = Группы
groups-all = Все группы
groups-hint = Проект может дать роль группе; тогда она есть у всех её участников.
groups-empty-title = Групп пока нет
groups-empty = Создайте первую ниже и добавьте участников.
group-new = Новая группа
group-create = Создать группу
group-external = Имя в каталоге
group-external-hint = Пусто для группы, которая есть только здесь.
group-members = Участники
group-nobody = В ней пока никого.
group-take-out = Убрать: { $name }
group-remove = Удалить группу…
group-remove-sure = Участники потеряют роли, которые проекты дали группе.
group-remove-yes = Удалить группу
group-removed = Группа удалена.
group-add-member = Добавить

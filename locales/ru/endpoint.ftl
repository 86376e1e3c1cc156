# Получатели.
webhook = Вебхук
endpoints = Вебхуки
webhooks-of = Вебхуки проекта «{ $project }»
webhooks-instance = Все проекты
webhooks-project-only = Только эти
projects-all = все проекты
webhooks-empty-title = Пока ничего не сообщается
webhooks-empty = Вебхук сообщает чату или программе о том, что происходит на досках, в тот же момент. Создайте первый: нужен адрес чата или программы, и форма подскажет, где его взять.
webhooks-empty-project = Вебхук сообщает чату или программе о том, что происходит в этом проекте, в тот же момент. Создайте первый: нужен адрес чата или программы, и форма подскажет, где его взять.
webhook-new = Новый вебхук
webhook-new-of = Новый вебхук проекта «{ $project }»
webhook-of-settings = Как в Kanboard
webhook-of-settings-hint = Адрес, формат и токен этого вебхука заданы в настройках.
webhook-goes-to = Получатель
webhook-pause = Приостановить
webhook-resume = Возобновить
webhook-paused = Приостановлено. Новые события не отправляются; позже их можно наверстать.
webhook-resumed = Отправка продолжается. Ничего не пропущено.
webhook-try = Отправить пробное событие
webhook-remove = Удалить вебхук…
webhook-remove-sure = Вебхук удаляется навсегда вместе с журналом и тем, что ещё ждёт отправки. Чтобы остановить его на время, приостановите.
webhook-remove-yes = Удалить навсегда
reload = Обновить

# Состояние.
health-good = Работает
health-new = Ещё не отправлялось
health-behind = Отстаёт
health-failing = Не доходит
health-open = Придержано
health-paused = Приостановлено
health-paused-why = Кто-то приостановил его: ничего не отправляется. Возобновите — и сможете наверстать пропущенное.
health-disabled = Отключено
health-disabled-why = Вебхук отключён: { $reason }. Почините получателя, возобновите здесь — и сможете наверстать пропущенное.
health-no-address = Нет адреса
health-no-address-why = В настройках нет адреса, поэтому ничего не отправляется.
health-failing-since = Не доходит с { $when }.
health-breaker = Слишком много неудач, поэтому пауза. Следующая попытка: { $when }.
health-status = Ответ: { $status }
health-success = Последняя доставка
health-queue = В очереди
health-queue-empty = ничего
health-waiting = { $n ->
    [one] { $shown } доставка
    [few] { $shown } доставки
   *[many] { $shown } доставок
}
health-waiting-since = { $waiting }, самая старая ждёт { $age }
minutes = { $n } мин
hours = { $n } ч
days = { $n ->
    [one] { $shown } день
    [few] { $shown } дня
   *[many] { $shown } дней
}

# Форма.
webhook-receiver = Кто получает
webhook-address = Адрес
address-good = Этот адрес отвечает.
webhook-private-short = Адреса частных сетей и этой машины не принимаются. Администратор может разрешить их при запуске сервера.
webhook-anyway = Сохранить, хотя адрес не принят
webhook-anyway-hint = Для получателя, который ещё не запущен. То, что произойдёт тем временем, будет отправляться повторно.
webhook-name-example = Slack команды
webhook-token-endpoint = Отправляется как ?token= с каждым вебхуком. Оставьте пустым, чтобы не отправлять.
webhook-template = Шаблон
webhook-template-hint = На языке Jinja, поверх содержимого формата Kanso: type, timestamp, data. Например:
webhook-filter = Только подходящие задачи
webhook-filter-hint = На языке поиска: например priority:>=2, column:Done, assignee:me, category:"Bug", tag:urgent, due:<=tomorrow. Должны подходить все условия. Пусто — все задачи.
webhook-create = Создать вебхук
events = События
events-all = Все события
events-these = Только эти:
events-patterns = Шаблоны имён, для знатоков
events-patterns-hint = Имена через запятую. Звёздочка — все, что так начинаются; восклицательный знак исключает.
events-count = { $n ->
    [one] { $shown } вид событий
    [few] { $shown } вида событий
   *[many] { $shown } видов событий
}
headers = Заголовки
headers-hint = Отправляются с каждой доставкой. Значения секретных больше не показываются.
header-name = Имя заголовка
header-value = Значение
header-kind = Секретный ли
header-plain = видимый
header-secret = секретный
header-add = Добавить заголовок
header-remove = Удалить этот заголовок
advanced = Порядок, скорость и повторы
ordering = Порядок
ordering-task = По задачам
ordering-endpoint = Строго по очереди
ordering-none = Без порядка
ordering-hint = Неудача задерживает только то, что идёт за ней в этом порядке.
retries = Повторы
retries-standard = Три дня (11 попыток)
retries-long = Неделя (15 попыток)
retries-hint = После этого доставка прекращается; вручную её можно отправить снова.
concurrency = Одновременно
concurrency-hint = Сколько доставок идёт сразу, от 1 до 64.
rate-limit = Не больше в секунду
rate-limit-hint = Пусто — сколько придёт. Лишнее ждёт, ничего не теряется.
timeout = Секунд на ответ
timeout-hint = От 1 до 30, вместе со всем ответом.

# Форматы.
format-template = Свой шаблон
format-kanboard-2016 = Kanboard с 2016 года
format-kanboard-2015 = Kanboard до 2016 года
format-about-standard = JSON для программ: оба значения каждого изменения
format-about-cloudevents = То же в общем конверте
format-about-template = Текст или JSON, который вы пишете
format-about-slack = Сообщение в канале
format-about-discord = Сообщение в канале
format-about-mattermost = Сообщение в канале; также Rocket.Chat
format-about-teams = Карточка в канале
format-about-ntfy = Уведомление на телефоне
format-about-2016 = Для программ, написанных для Kanboard: вложенная задача, значения текстом
format-about-2015 = Для более старых: плоский
format-about-12 = Для более новых: числа, больше ключей, автор
format-how-slack = Откройте в браузере api.slack.com/apps, выберите Create New App, затем From scratch, назовите приложение Kanso и укажите рабочее пространство; в разделе Incoming Webhooks включите их, нажмите Add New Webhook to Workspace, выберите канал и скопируйте сюда появившийся адрес.
format-how-discord = В Discord откройте настройки канала, выберите «Интеграция», затем «Вебхуки», создайте вебхук, скопируйте его URL и вставьте сюда.
format-how-mattermost = В Mattermost откройте в меню «Интеграции», выберите «Входящие вебхуки», добавьте вебхук для своего канала и скопируйте сюда его адрес; в Rocket.Chat администратор добавляет его в разделе Workspace, Integrations, New, Incoming.
format-how-teams = В Teams нажмите три точки рядом с каналом, выберите «Рабочие процессы», возьмите шаблон, который публикует в канал при получении запроса вебхука, завершите и скопируйте сюда показанный адрес.
format-how-ntfy = Придумайте тему, которую никто не угадает, подпишитесь на неё в приложении ntfy на телефоне и введите сюда адрес сервера с темой.
format-how-program = Адрес, по которому ваша программа принимает запросы POST. Она должна ответить 2xx в отведённое время.
format-how-kanboard = Адрес, который вы указали бы в Kanboard.

# Предпросмотр.
preview = Предпросмотр
preview-hint = Здесь по мере заполнения формы видно, что получатель увидит о последних событиях.
preview-button = Предпросмотр
preview-of = Показано для
preview-sample = Здесь ещё ничего не произошло, поэтому событие вымышленное.
preview-matching = Из последних событий ({ $total }) было бы отправлено: { $matching }.
preview-events = Какие из них
preview-yes = отправлено
preview-no = не отправлено
preview-raw = Содержимое как оно отправляется
preview-no-body = Из этого события сообщения не получается: { $reason }

# После создания; ключи.
webhook-created = Вебхук «{ $name }» создан
webhook-created-try = Проверьте, что доходит
webhook-created-try-hint = Отправьте пробное событие и посмотрите, появится ли оно у получателя.
webhook-open = Перейти к вебхуку
secret = Секрет
secret-new = Новый ключ
secret-once = Показывается только сейчас. Скопируйте туда, где он нужен; потерянный заменяется в разделе «Ключи».
secrets-lost-title = Секретный ключ не тот, что прежде
secrets-lost = То, чем подписываются вебхуки, их секретные заголовки и секреты вторых факторов не читаются: доставки не удаются, новые секреты добавить нельзя. Верните прежний secret.key в папку данных (или прежний KANSO_SECRET_KEY в окружение) и запустите сервер снова. Если он потерян навсегда, эта команда скажет, что это значит, и создаст новые секреты:
secrets-lost-ask = То, чем подписываются вебхуки, не читается: доставки не удаются, пока администратор не вернёт прежний секретный ключ или не создаст новые секреты. Происходящее тем временем ждёт.
secret-chat = Чату он не нужен: здесь ничего делать не надо.
secret-verify = Как получатель проверяет подпись
secret-verify-hint = Каждая доставка подписана по Standard Webhooks в заголовках webhook-id, webhook-timestamp и webhook-signature. Библиотеки есть для большинства языков:
keys-of-signatures = Ключи
keys-valid = Действующие ключи
keys-valid-hint = Каждая доставка подписывается каждым из них.
key-kind = Вид
key-created = Создан
key-expires = Действует до
key-never = замены
key-v1 = Общий секрет (v1)
key-v1-hint = HMAC-SHA256: проверяет любая библиотека.
key-v1a = Пара ключей (v1a)
key-v1a-hint = ed25519: получатель знает только открытую половину и сам подписывать не может.
key-rotate = Заменить ключ…
key-rotate-sure = Будет создан новый ключ. Старый действует ещё некоторое время, чтобы ничего не было отвергнуто, пока получатель не узнает новый.
key-overlap = Старый действует ещё
key-overlap-hint = Выбирайте «нисколько», только если старый ключ попал в чужие руки.
overlap-none = нисколько
key-rotate-yes = Создать новый ключ

# Навёрстывание.
recover = Наверстать
recover-title = Отправить пропущенное
recover-hint = То, что вебхук не получил с некоторого времени, отправляется сейчас, по порядку, каждое со своим идентификатором. Сначала подсчёт: он ничего не отправляет.
recover-since = С какого времени
recover-missed = С первого пропуска: { $when }
recover-failing = С начала неудач: { $when }
recover-date = С выбранного времени
recover-ask = Подсчитать
recover-nothing = С { $when } ничего не пропущено.
recover-count = { $n ->
    [one] Будет отправлена { $shown } доставка.
    [few] Будут отправлены { $shown } доставки.
   *[many] Будет отправлено { $shown } доставок.
}
recover-start = { $n ->
    [one] Отправить { $shown } доставку
    [few] Отправить { $shown } доставки
   *[many] Отправить { $shown } доставок
}
recover-paused = Он приостановлен: навёрстанное ждёт возобновления.
recovery-running = { $done } из { $total } поставлено в очередь
recovery-done = { $n ->
    [one] { $shown } доставка поставлена в очередь.
    [few] { $shown } доставки поставлены в очередь.
   *[many] { $shown } доставок поставлено в очередь.
}
recovery-since = С { $when }.
recovery-hint = Продолжается само, в том числе после перезапуска.

# Почему что-то не доставлено.
skipped-filter = Задача не подошла под фильтр этого вебхука.
skipped-paused = Вебхук был приостановлен.
skipped-disabled = Вебхук был отключён, потому что слишком долго не доходил.
skipped-chain = Слишком много событий следовало одно из другого, поэтому цепочка прервана здесь.
outcome-none = Не отправлено
outcome-not-in-scope = Событие из проекта, который этот вебхук не охватывает.
outcome-before = Вебхука тогда ещё не было.
outcome-not-asked-for = Вебхук не запрашивает события с этим именем.
outcome-of-itself = Вебхуку не сообщается о нём самом.
outcome-hidden = Речь о комментарии, который разрешено читать не всем участникам проекта.
waits-earlier = Ждёт, пока завершится более ранняя в том же порядке:
waits-paused = Вебхук приостановлен: доставка уйдёт после возобновления.
waits-breaker = Слишком много неудач у этого вебхука, поэтому всё ждёт до { $when }.
waits-retry = Следующая попытка: { $when }.
waits-rate = Уйдёт, как только позволит ограничение: { $rate } в секунду.
waits-now = Вот-вот будет отправлена.
delivery-again = повторно
delivery-repeats = повторяет доставку { $id }
delivery-body = Содержимое

# Журнал событий и каталог.
events-hint = Что произошло, начиная с последнего, и что с этим стало у каждого вебхука.
events-empty-title = Пока ничего не произошло
events-empty = Создайте или переместите задачу — она сразу появится здесь.
event-about = О чём
event-outcome = Что с ним стало
event-reason = Почему
event-when = Когда
event-who = Кто
event-why = Доставлено ли?
event-why-not = не отправлено — почему?
event-no-endpoints = Нет вебхука, который мог бы его получить.
event-open = Куда ещё оно ушло?
event-causes = Что к этому привело
event-and-causes = Событие и что к нему привело
event-types = Каталог событий
event-types-hint = Все события, о которых сообщает Kanso, со схемой и примером в каждом формате.
event-samples = Как выглядит
event-schema-show = Показать схему
event-title = { $group }: { $act }
act-create = создание
act-update = изменение
act-remove = удаление
act-assign = назначение
act-tag = изменение меток
act-move-column = перенос в другую колонку
act-move-position = перенос внутри колонки
act-move-swimlane = перенос на другую дорожку
act-move-project = перенос в другой проект
act-close = закрытие
act-open = повторное открытие
act-restore = восстановление
act-link = создание или изменение
subtask = Подзадача
task-link = Связь задач
task-file = Файл задачи
project = Проект
tag = Метка
account = Учётная запись
group = Группа
project-role = Роль в проекте

# Сообщения владельцам.
notices = Сообщения
notices-empty-title = Сообщений нет
notices-empty = Когда ваш вебхук не доходит, отключён или снова работает, об этом сообщается здесь.
notices-unread = { $n ->
    [one] { $shown } сообщение о вебхуках
    [few] { $shown } сообщения о вебхуках
   *[many] { $shown } сообщений о вебхуках
}
notice-read = Понятно
notice-failing = { $name }: несколько доставок подряд не удались.
notice-opened = { $name }: неудач столько, что отправляются лишь редкие пробы.
notice-disabled = { $name }: отключён, потому что слишком долго не доходил.
notice-recovered = { $name }: снова работает.

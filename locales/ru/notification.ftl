# О чём сообщают людям: список, выбор и письма.
notifications-unread = Непрочитанные
notifications-all = Все
notifications-choices = О чём мне сообщать
notifications-read-all = Отметить всё прочитанным
notifications-empty-title = Ничего нового
notifications-empty = Когда другие меняют ваши задачи или упоминают вас, вы прочтёте об этом здесь.
notifications-off = Вы не просили ни о чём сообщать. Выберите, что вам интересно, на странице «О чём мне сообщать».
notification-overdue = Эта задача должна была быть готова.
notification-mention = Вас упомянули
notification-open = Прочитать
application = Приложение
notify-topics = Когда
notify-topics-hint = Упоминание через @имя доходит до вас всегда.
topic-task = Задача создана, изменена, закрыта, открыта или удалена
topic-assignee = Задачу передали другому
topic-move = Задача перешла в другую колонку, дорожку или проект
topic-position = Задача сдвинулась в своей колонке
topic-comment = Кто-то пишет комментарий
topic-subtask = Изменилась подзадача
topic-file = Файл приложен или удалён
topic-link = Задачи связаны
notify-rhythm = Как часто по почте
rhythm-now = Сразу
rhythm-hourly = Всё за час вместе
rhythm-daily = Всё за день вместе, в восемь утра
notify-quiet = Без писем между
notify-quiet-hint = В вашем часовом поясе. Что случится за это время, придёт потом. Оставьте оба поля пустыми, если пауза не нужна.
quiet-from = С
quiet-until = До
unsubscribe = Больше не писать
unsubscribe-hint = Вы больше не будете получать письма о том, что происходит в ваших проектах. Сообщения на страницах останутся, а письма можно снова включить в профиле.
unsubscribed = Вы больше не получаете писем о том, что происходит в ваших проектах.
password-forgotten-mail = Введите имя пользователя. Если у учётной записи есть адрес почты, вы получите ссылку для нового пароля; иначе её даст администратор.
password-asked-mail = Если такая учётная запись есть и у неё есть адрес почты, ссылка уже в пути. Если она не придёт, обратитесь к администратору.
# Что говорится в письмах.
mail-news = { $n ->
    [one] { $shown } новость
    [few] { $shown } новости
   *[many] { $shown } новостей
}
mail-overdue = { $n ->
    [one] { $shown } задача просрочена
    [few] { $shown } задачи просрочены
   *[many] { $shown } задач просрочено
}
mail-overdue-hint = Эти ваши задачи должны были быть готовы:
mail-was-due = Срок: { $when }.
mail-mention = Вас упомянули:
mail-password = Новый пароль
mail-password-hint = Кто-то попросил новый пароль для вашей учётной записи. По этой ссылке его можно выбрать; она действует один раз в течение дня. Если это были не вы, ничего не делайте.
mail-invitation = Вас приглашают
mail-invitation-hint = Вас приглашают работать вместе в Kanso. По этой ссылке создаётся ваша учётная запись.
mail-footer = Отправлено Kanso, { $address }
# Страница, где администраторы видят судьбу писем.
mails = Письма
mails-empty-title = Писем ещё нет
mails-empty = Здесь перечислены ожидающие письма и письма за последние 30 дней, без их содержания.
mail-unset = Почтовый сервер не задан, поэтому письма не отправляются. Запустите сервер с KANSO_SMTP_URL, например smtp://имя:пароль@хост:587?tls=required; тогда уйдут письма за последние три дня.
mail-test = Отправить мне пробное письмо
mail-test-no-address = У вашей учётной записи нет адреса почты.
mail-test-written = Письмо в пути. Что с ним стало, видно ниже.
mail-test-subject = Письма Kanso доходят
mail-waiting = Ждёт
mail-late = Будет новая попытка
mail-sent = Отправлено
mail-dropped = Не отправлено
mail-failed = Не удалось
mail-retry = Попробовать сейчас
mail-attempts = { $n ->
    [one] { $shown } попытка
    [few] { $shown } попытки
   *[many] { $shown } попыток
}
mail-kind-event = Новость
mail-kind-mention = Упоминание
mail-kind-overdue = Напоминание
mail-kind-action = Автоматическое действие
mail-kind-password = Пароль
mail-kind-invitation = Приглашение
notification-rule = От правила

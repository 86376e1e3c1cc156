# Настройки > Вебхуки.
webhook-settings = Настройки
webhook-url = Адрес вебхука
webhook-url-hint = Сюда отправляется каждое событие каждого проекта, и снова, пока ваша программа не ответит 2xx. Оставьте пустым, чтобы ничего не отправлять. Возможны только http и https.
webhook-private-refused = Адреса частных сетей и этой машины не принимаются, чтобы никто не добрался до того, что стоит за сервером. Чтобы разрешить их, запустите сервер с KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true.
webhook-private-allowed = На этом сервере адреса частных сетей разрешены.
webhook-format = Формат
webhook-format-hint = Вид содержимого. Выберите тот, для которого написана ваша программа.
webhook-saved = Сохранено.
webhook-test = Сохранить и отправить пробное событие
webhook-test-answered = Получатель ответил { $status } через { $duration }.
webhook-test-failed = Пробное событие не доставлено: { $reason }
webhook-token = Токен
webhook-token-hint = Отправляется как ?token= с каждым вебхуком, чтобы получатель знал, кто вызывает. Он нужен и адресу ниже.
webhook-token-reset = Сменить токен…
webhook-token-reset-sure = Программы, знающие старый токен, перестанут работать, пока не узнают новый.
webhook-token-reset-yes = Создать новый токен
webhook-token-renewed = Токен новый. Сообщите его программам, которые им пользуются.
webhook-creation = Создание задач по адресу
webhook-creation-hint = Открытие этого адреса создаёт задачу. Принимаются также description, color_id, project_id, owner_id и column_id. Ответ: OK или FAILED.

# Журнал доставок.
event = Событие
deliveries = Доставки
deliveries-empty-title = Доставок нет
deliveries-empty = Задайте адрес вебхука и измените задачу: каждое отправленное событие появится здесь вместе с ответами.
delivery-number = Доставка { $id }
delivery-state = Состояние
delivery-attempts = Попытки
delivery-next = Следующая попытка
delivery-due-now = сейчас
delivery-created = Создана
delivery-filter = Показать
delivery-all = Все
delivery-waiting = Ожидает
delivery-retrying = Повторяется
delivery-delivered = Доставлено
delivery-failed = Не доставлено
deliver-again = Доставить снова
attempts-none = Попыток ещё не было.
attempt-number = Попытка { $n }
attempt-answer = Ответ
attempt-request = Запрос
attempt-no-answer = Нет ответа
milliseconds = { $n } мс
seconds = { $n } с
delivery-skipped = Не отправлено

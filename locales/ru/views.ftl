# Представления проекта.
views = Представления проекта
view-overview = Обзор
view-board = Доска
view-list = Список
view-calendar = Календарь
view-settings = Настройки

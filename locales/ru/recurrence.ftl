# Задачи, которые возвращаются в дни календаря.
recur-by-act = Когда что-то происходит
recur-by-day = В дни календаря
recur-by-day-hint = В каждый из этих дней следующая задача появляется сама, в первой колонке, с метками, подзадачами и ссылками. Её срок сдвигается на столько же.
recur-weeks = недели, по дням недели ниже
recur-month-days = месяцы, по числу ниже
recur-month-weekdays = месяцы, по дню недели ниже
recur-interval = Каждые
recur-which-weekdays = Дни недели, для недель
recur-which-day = Число месяца, для месяцев
recur-which-nth = Который в месяце
recur-which-weekday = День недели
recur-begins = Считать с
recur-begins-hint = Раз в год задача возвращается в этот день.
recur-ends = Заканчивается
recur-never = никогда
recur-after = после стольких дней
recur-until-day = в определённый день
recur-count = Сколько
recur-stop = Больше не повторять
recur-next = Следующие: { $days }
recur-no-next = Больше не будет.
recur-sentence = { $rule }, начиная с { $day }
recur-until = до { $day }
recur-times = { $n ->
    [one] { $shown } раз
    [few] { $shown } раза
   *[other] { $shown } раз
}
recur-every-day = { $n ->
    [1] Каждый день
    [one] Каждый { $shown } день
    [few] Каждые { $shown } дня
   *[other] Каждые { $shown } дней
}
recur-every-week = { $n ->
    [1] Каждую неделю
    [one] Каждую { $shown } неделю
    [few] Каждые { $shown } недели
   *[other] Каждые { $shown } недель
}
recur-every-month = { $n ->
    [1] Каждый месяц
    [one] Каждый { $shown } месяц
    [few] Каждые { $shown } месяца
   *[other] Каждые { $shown } месяцев
}
recur-every-year = { $n ->
    [1] Каждый год
    [one] Каждый { $shown } год
    [few] Каждые { $shown } года
   *[other] Каждые { $shown } лет
}
recur-on-weekdays = { $every }: { $day }
recur-on-day = { $every }: число { $day }
recur-on-nth = { $every }: { $day }, { $nth }
recur-on-date = { $every }: { $day }
recur-first-of-month = первый раз в месяце
recur-second-of-month = второй раз в месяце
recur-third-of-month = третий раз в месяце
recur-fourth-of-month = четвёртый раз в месяце
recur-last-of-month = последний раз в месяце
recur-monday = понедельник
recur-tuesday = вторник
recur-wednesday = среда
recur-thursday = четверг
recur-friday = пятница
recur-saturday = суббота
recur-sunday = воскресенье

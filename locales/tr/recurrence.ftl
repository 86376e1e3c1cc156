# Takvim günlerinde yeniden gelen görevler.
recur-by-act = Bir şey olduğunda
recur-by-day = Takvim günlerinde
recur-by-day-hint = Bu günlerin her birinde sonraki görev kendiliğinden ilk sütuna gelir; etiketleri, alt görevleri ve bağlantıları onunla gelir. Bitiş tarihi de ilerler.
recur-weeks = hafta, aşağıdaki günlerde
recur-month-days = ay, aşağıdaki günde
recur-month-weekdays = ay, aşağıdaki hafta gününde
recur-interval = Her
recur-which-weekdays = Haftanın günleri (haftalar için)
recur-which-day = Ayın günü (aylar için)
recur-which-nth = Ayın kaçıncısı
recur-which-weekday = Haftanın günü
recur-begins = Başlangıç
recur-begins-hint = Yıllar için görev bu günde yeniden gelir.
recur-ends = Bitiş
recur-never = hiçbir zaman
recur-after = bu kadar günden sonra
recur-until-day = belirli bir günde
recur-count = Kaç tane
recur-stop = Artık yineleme
recur-next = Sıradakiler: { $days }
recur-no-next = Artık gelmeyecek.
recur-sentence = { $rule }, başlangıç { $day }
recur-until = bitiş { $day }
recur-times = { $n ->
    [one] { $shown } kez
   *[other] { $shown } kez
}
recur-every-day = { $n ->
    [one] Her gün
   *[other] { $shown } günde bir
}
recur-every-week = { $n ->
    [one] Her hafta
   *[other] { $shown } haftada bir
}
recur-every-month = { $n ->
    [one] Her ay
   *[other] { $shown } ayda bir
}
recur-every-year = { $n ->
    [one] Her yıl
   *[other] { $shown } yılda bir
}
recur-on-weekdays = { $every }: { $day }
recur-on-day = { $every }: ayın { $day }. günü
recur-on-nth = { $every }: ayın { $nth } { $day } günü
recur-on-date = { $every }: { $day }
recur-first-of-month = ilk
recur-second-of-month = ikinci
recur-third-of-month = üçüncü
recur-fourth-of-month = dördüncü
recur-last-of-month = son
recur-monday = Pazartesi
recur-tuesday = Salı
recur-wednesday = Çarşamba
recur-thursday = Perşembe
recur-friday = Cuma
recur-saturday = Cumartesi
recur-sunday = Pazar

# Sunucunun her gün yaptıkları.
scheduler = Zamanlayıcı
scheduler-hint = Bunların her biri günde bir kez, ayarlardaki saat dilimine göre gece yarısından hemen sonra, tek bir sunucu tarafından yapılır. Başarısız olan bir süre sonra yeniden denenir ve diğerlerini engellemez.
job-actions = Günün otomatik eylemleri
job-about-actions = Her projede eylemlerin ve kuralların her gün yaptıkları.
job-reminders = Hatırlatmalar
job-about-reminders = Kişilere geciken görevlerini günde bir kez bildirir.
job-recurrences = Yinelenen görevler
job-about-recurrences = Takvimin bu gününde yeniden gelen görevleri oluşturur.
job-trash = Çöp kutusu
job-about-trash = 30 günden uzun süre önce kaldırılanları kalıcı olarak siler.
job-notifications = Bildirimler
job-about-notifications = 30 günden uzun süre önce okunanları, okunmayanları ise 180 gün sonra unutur.
job-mails = Gönderilen e-postalar
job-about-mails = 30 günden uzun süre önce gönderilen ya da vazgeçilen e-postaları unutur.
job-rule-log = Kuralların günlüğü
job-about-rule-log = Eylemlerin ve kuralların 30 günden uzun süre önce yaptıklarını unutur.
job-sessions = Oturumlar
job-about-sessions = Süresi dolan oturumları unutur.
job-backup = Yedek
job-about-backup = Ayarlar yedek istiyorsa tüm veritabanını ve dosyaları tek bir dosyaya yazar.
job-did-backup = Bir yedek yazıldı ve geri okunarak denetlendi.
job-run = Şimdi çalıştır
job-new = Henüz çalışmadı
job-under-way = Sürüyor
job-done = Bitti
job-failed = Başarısız
job-interrupted = Yarıda kaldı
job-interrupted-hint = Bunu yapan sunucu bitirmeden durdu. Başka bir sunucu devralır.
job-by = { $server } sunucusu
job-last = Son çalışma { $moment }
job-took = { $time } sürdü
job-seconds = { $n } sn
job-next = Sonraki { $moment }
job-next-soon = Sonraki bir dakika içinde
job-did-nothing = Yapılacak bir şey yoktu.
job-did-projects = { $n ->
    [one] { $shown } projede yapılacak iş vardı.
   *[other] { $shown } projede yapılacak iş vardı.
}
job-did-reminders = { $n ->
    [one] { $shown } görev gecikmişti.
   *[other] { $shown } görev gecikmişti.
}
job-did-recurrences = { $n ->
    [one] { $shown } görev oluşturuldu.
   *[other] { $shown } görev oluşturuldu.
}
job-did-tasks = { $n ->
    [one] { $shown } görev silindi.
   *[other] { $shown } görev silindi.
}
job-did-rows = { $n ->
    [one] { $shown } kayıt unutuldu.
   *[other] { $shown } kayıt unutuldu.
}

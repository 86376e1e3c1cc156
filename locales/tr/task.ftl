# Bir görev.
title = Başlık
description = Açıklama
description-add = Açıklama ekle
description-edit = Açıklamayı düzenle
markdown-hint = Markdown. Ctrl+Enter kaydeder.
assignee = Atanan kişi
nobody = Kimse
color = Renk
due-date = Bitiş tarihi
start-date = Başlangıç tarihi
priority = Öncelik
complexity = Karmaşıklık
reference = Referans
category = Kategori
time-spent = Harcanan süre
time-estimated = Tahmini süre
recurrence = Yineleme
name = Ad
facts = Ayrıntılar
closed = Kapalı
close-dialog = Panoya dön
created-by = { $when } tarihinde { $name } oluşturdu
created-on = { $when } tarihinde oluşturuldu
move-task = Taşı…
move-here = Buraya taşı
task-close = Görevi kapat
task-open = Yeniden aç
task-remove = Kaldır…
task-remove-sure = Görev ve yorumları kalıcı olarak kaldırılacak.
task-remove-yes = Kalıcı olarak kaldır

# Yorumlar.
comment = Yorum
comments = { $n ->
    [0] Yorumlar
    [one] { $shown } yorum
   *[other] { $shown } yorum
}
comment-add = Yorum yaz
comment-send = Yorumla
comment-edited = düzenlendi
comment-remove-sure = Yorum kalıcı olarak kaldırılacak.
comment-remove-yes = Yorumu kaldır
somebody = Biri

# Henüz kaydedilmemiş metin ve başka bir metinle karşılaşan metin.
draft-restored = Bu metin geçen sefer kaydedilmedi.
draft-discard = Vazgeç
leave-unsaved = Kaydedilmemiş değişiklikler var. Yine de çıkılsın mı?
clash-title = Siz düzenlerken biri bu görevi değiştirdi
clash-advice = Hiçbir şeyin üstüne yazılmadı. Aşağıda karşılaştırın: formda sizin sürümünüz var. Saklamak için kaydedin ya da onlarınkini alın.
clash-theirs = şimdi
clash-yours = sizinki
clash-discard = Benimkini bırak, onlarınkini göster

# Etkinlik.
activity = Etkinlik
did-create = { $who } görevi oluşturdu
did-update = { $who } değiştirdi: { $fields }
did-assign = { $who } görevi { $assignee } kişisine atadı
did-unassign = { $who } atanan kişiyi kaldırdı
did-move-column = { $who } { $from } sütunundan { $to } sütununa taşıdı
did-move-swimlane = { $who } başka bir kulvara taşıdı
did-move-position = { $who } konumunu değiştirdi
did-close = { $who } görevi kapattı
did-open = { $who } görevi yeniden açtı
did-remove = { $who } görevi kaldırdı
did-restore = { $who } görevi geri getirdi
did-comment = { $who } yorum yaptı
did-comment-update = { $who } bir yorumu düzenledi
did-comment-remove = { $who } bir yorumu kaldırdı
did-move-project = { $who } görevi başka bir projeden buraya taşıdı
did-subtask = { $who } { $title } alt görevini ekledi
did-subtask-update = { $who } { $title } alt görevini değiştirdi
did-subtask-remove = { $who } { $title } alt görevini sildi
did-link = { $who } bağlantı ekledi: { $label } { $task }
did-link-remove = { $who } bağlantıyı kaldırdı: { $label } { $task }
did-file = { $who } { $name } dosyasını ekledi
did-file-remove = { $who } { $name } dosyasını sildi
somebody-by-api = Uygulama

color-yellow = Sarı
color-blue = Mavi
color-green = Yeşil
color-purple = Mor
color-red = Kırmızı
color-orange = Turuncu
color-grey = Gri
color-brown = Kahverengi
color-deep_orange = Koyu turuncu
color-dark_grey = Koyu gri
color-pink = Pembe
color-teal = Deniz mavisi
color-cyan = Camgöbeği
color-lime = Limon yeşili
color-light_green = Açık yeşil
color-amber = Kehribar

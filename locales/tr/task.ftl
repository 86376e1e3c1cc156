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
did-tag = { $who } etiket ekledi: { $tags }
did-untag = { $who } etiket kaldırdı: { $tags }
did-retag = { $who } etiket ekledi: { $tags }; kaldırdı: { $lost }
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

# The sides of a task.
sides-of = Görevin bölümleri: { $task }
transitions = Geçişler
times = Zaman takibi
analytics = Analiz
back-to-task = Göreve dön
activity-none = Henüz bir şey olmadı.
modified-on = Değiştirilme: { $when }
moved-on = Taşınma: { $when }
completed-on = Tamamlanma: { $when }
when = Ne zaman
who = Kim
none = Yok

# The fields.
tags-edit = Etiket seç
tags-new = Yeni etiketler, virgülle ayırın
text-choose = Projenin bir metniyle başla
bulk-description = Her birinin açıklaması
assign-to-me = Bana ata
start-now = Şimdi başla
reference-open = Referansı aç
more-fields = Diğer alanlar

# New tasks.
new-task = Yeni görev
new-tasks = Birden çok görev
task-create = Görevi oluştur
tasks-create = Görevleri oluştur
create-another = Bir tane daha oluştur
copy-to = Şu projelere de kopyala
task-made = #{ $task } numaralı görev oluşturuldu.
task-show = Göster
bulk-titles = Başlıklar, her satıra bir tane

# Acts.
task-duplicate = Çoğalt
task-project = Başka projeye kopyala veya taşı
project-choose = Bir proje seçin
project-take = Seç
project-copy = Oraya kopyala
project-move = Oraya taşı
recurrence-of = Bu görevin tekrarı
recurrence-set = Tekrarlanır yap
recurrence-on = Tekrarlanıyor
recurrence-parent = #{ $task } numaralı görevin devamı
recurrence-child = #{ $task } numaralı görev olarak sürdü
recur-on = Sonraki görevi kendiliğinden oluştur
recur-when = Ne zaman
recur-first = ilk sütundan ayrılınca
recur-last = son sütuna gelince
recur-closed = kapatılınca
recur-factor = Bitiş tarihi şu kadar kayar
recur-unit = Birim
recur-days = gün
recur-months = ay
recur-years = yıl
recur-base = Şundan sayılır
recur-from-due = bitiş tarihinden
recur-from-act = olayın olduğu günden
recur-processed = Bu görevin sonraki görevi zaten var.
recur-no-due = Bitiş tarihi yoksa sonraki görevin de olmaz.

# Subtasks.
subtask-add = Alt görev ekle
subtask-titles = Her satıra bir alt görev
subtask-todo = Yapılacak
subtask-progress = Sürüyor
subtask-finished = Bitti
subtask-edit = Alt görevi düzenle: { $title }
subtask-convert = Göreve dönüştür
subtask-remove-sure = { $title } alt görevi tamamen silinsin mi?
subtask-timer = Süreölçer: { $title }
timer-start = Süreölçeri başlat
timer-stop = Süreölçeri durdur
subtask-busy = Aynı anda bir alt görev: { $task } içindeki { $title } sürüyor. Ne yapılsın?
subtask-busy-finish = Bitti
subtask-busy-put-back = Yapılacaklara geri koy
hours-spent = { $spent } sa harcandı
hours-estimated = tahmin { $estimated } sa
hours-of = { $spent } / { $estimated } sa

# Links.
link-add = Başka görev bağla
link-relation = Bu görev
link-other = Diğer görev
link-edit = #{ $task } bağlantısını düzenle
link-relates-to = ilgili:
link-blocks = engelliyor:
link-is-blocked-by = engelleyen:
link-duplicates = kopyası olduğu:
link-is-duplicated-by = kopyası:
link-is-a-child-of = üst görevi:
link-is-a-parent-of = alt görevi:
link-targets-milestone = hedeflediği kilometre taşı:
link-is-a-milestone-of = kilometre taşı olduğu:
link-fixes = düzelttiği:
link-is-fixed-by = düzelten:
external-links = Dış bağlantılar
external-add = Sayfa veya dosya bağla
external-url = Adres
external-title-hint = Boş bırakılırsa sayfanın başlığı alınır.
external-edit = Bağlantıyı düzenle: { $title }
external-weblink = web sayfası
external-attachment = web dosyası
external-file = yerel dosya

# Files.
files = Dosyalar
file-add = Dosya ekle
file-choose = Dosyalar
file-hint = Bir seferde 64 MB. Dosyaları buraya bırakabilir, resim yapıştırabilirsiniz.
file-send = Ekle
file-progress = Yükleme ilerlemesi
file-download = İndir: { $name }
file-remove = Dosyayı sil: { $name }
file-remove-sure = { $name } dosyası tamamen silinsin mi?
file-cut = Dosyanın yalnızca başı gösteriliyor. Kalanı için indirin.
download = İndir
size-bytes = { $size } B
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

# Comments.
comment-reply = Yanıtla
comment-wrote = { $name } yazdı:
comment-visibility = Görenler
comment-for-all = projedeki herkes
comment-for-managers = yöneticiler
comment-for-admins = sistem yöneticileri
comments-newest = Önce en yeni
comments-oldest = Önce en eski

# Times.
transitions-empty = Bu görev henüz sütun değiştirmedi.
transition-from = Nereden
transition-to = Nereye
transition-spent = Orada geçen süre
times-empty = Alt görevlerde henüz süre ölçülmedi. Bir alt görevin yanında başlatın.
time-start = Başlangıç
time-end = Bitiş
time-running = sürüyor
lead-time = Toplam süre
lead-time-hint = oluşturulmasından bitişine veya şimdiye kadar
cycle-time = Çevrim süresi
cycle-time-hint = başlangıcından bitişine veya şimdiye kadar
cycle-time-none = başlamadı
time-by-column = Sütunlardaki süre
span-days = { $n ->
    [one] { $shown } gün
   *[other] { $shown } gün
}
span-hours = { $n ->
    [one] { $shown } saat
   *[other] { $shown } saat
}
span-minutes = { $n ->
    [one] { $shown } dakika
   *[other] { $shown } dakika
}

# Writing.
editor = Metin araçları
editor-bold = Kalın
editor-italic = İtalik
editor-strike = Üstü çizili
editor-code = Kod
editor-link = Bağlantı
editor-quote = Alıntı
editor-list = Liste
editor-numbers = Numaralı liste
editor-checks = İşaretli liste
editor-preview = Önizleme

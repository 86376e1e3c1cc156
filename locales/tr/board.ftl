# Pano.
task = Görev
column = Sütun
swimlane = Kulvar
position = Konum
tasks = { $n ->
    [one] { $shown } görev
   *[other] { $shown } görev
}
limit-within = sınır { $limit }
limit-full = { $limit } sınırına ulaşıldı
limit-over = { $limit } sınırının { $over } üstünde
board-no-swimlane = Bu panoda etkin kulvar yok.
add-task = Görev ekle
add-task-to = { $column } sütununa görev ekle
add-button = Ekle
due-late = Gecikti, { $date }
due-today = Bugün bitmeli
due-on = { $date }

# Taşıma, ekran okuyucunun söylediği gibi.
picked-up = #{ $task } alındı. Oklar taşır, Boşluk bırakır, Escape geri koyar.
carried = { $column }, { $position } / { $total }
moved = #{ $task } şuraya taşındı: { $column }, { $position } / { $total }
put-back = #{ $task } yeniden { $column } sütununda, { $position } / { $total }
added = #{ $task } eklendi: { $column }, { $position } / { $total }
move-refused = #{ $task } eski yerine döndü. { $reason }

# Panodaki bir görevde görünenler.
card-actions = Görev eylemleri
card-comments = Yorumlar
card-subtasks = Biten alt görevler
card-files = Dosyalar
card-links = Bağlantılar
card-external-links = Dış bağlantılar
card-milestone = Kilometre taşı
card-recurring = Yinelenir
card-hours = Harcanan ve tahmini saat
card-age = Oluşturulalı ve bu sütunda geçen gün
card-tags = Etiketler
days-short = { $n } g

# Bir görevin menüsü.
card-open = Aç
card-edit = Burada düzenle
card-move = Taşı…
card-select = Seç
card-assign-me = Bana ata
card-start = Şimdi başla
card-duplicate = Çoğalt
card-to-project = Bir projeye kopyala veya taşı…

# Görevin üstündeki küçük form.
category-none = Kategorisiz
tags-hint = Virgülle ayrılmış
edit-clash = Siz düzenlerken bu görevi başkası değiştirdi. Sizin değerleriniz yukarıda; korumak için yeniden kaydedin. Onlarınki:

# Bir sütunun menüsü.
column-menu = { $column } menüsü
column-hide = Sütunu gizle
column-select = Tüm görevleri seç
column-new = Tüm alanlarla yeni görev
column-several = Birden çok görev oluştur
column-close = Bu sütundaki tüm görevleri kapat
column-close-in = { $swimlane } içindeki tüm görevleri kapat
column-sort = Sırala
sort-id = Numara
sort-priority = Öncelik
sort-assignee = Atanan
sort-assignee-priority = Atanan ve öncelik
sort-due = Bitiş tarihi

# Dokunarak taşıma.
place-title = #{ $task } görevini taşı
place-up = Yukarı
place-down = Aşağı
place-top = En üst
place-end = En alt

# Birden çok görev.
selection = Seçili görevler
selection-move = Şuraya taşı…
selection-same-swimlane = Aynı kulvar
selection-tag = Etiket ekle
selection-none = Seçimi kaldır
tasks-selected = Görevler
selected = { $n ->
    [one] { $shown } görev seçildi
   *[other] { $shown } görev seçildi
}
tasks-moved = { $n ->
    [one] { $shown } görev taşındı
   *[other] { $shown } görev taşındı
}
tasks-closed = { $n ->
    [one] { $shown } görev kapatıldı
   *[other] { $shown } görev kapatıldı
}
tasks-opened = { $n ->
    [one] { $shown } görev yeniden açıldı
   *[other] { $shown } görev yeniden açıldı
}
undo = Geri al
undone = Geri alındı
removed = #{ $task } silindi

# Panonun menüsü.
board-menu = Görünüm
board-collapse = Her görev tek satır
board-compact = Sütunları pencereye sığdır
live-pause = Canlı güncellemeyi duraklat
live-paused = Güncelleme duraklatıldı
live-polling = { $seconds } saniyede bir güncellenir
live-connecting = Bağlanıyor
live-on = Canlı
live-lost = Bağlantı koptu, yeniden deneniyor

# Tuşlar.
keys = Klavye
keys-walk = görevden göreve git
keys-open = görevi aç
keys-space = Boşluk
keys-pick-up = görevi al; oklar taşır; bırakmak için yeniden bas
keys-cancel = yerine koy, kapat
keys-add = bu sütuna görev ekle
keys-save = yazdığını kaydet
keys-help = bu listeyi göster
keys-everywhere = Her yerde
keys-board = Panoda
keys-palette = bir projeye, göreve veya sayfaya git
keys-projects = başka bir projeye git
keys-filter = süzgece git
keys-reset = alışılmış görevleri yeniden göster
keys-undo = son taşımayı, kapatmayı veya silmeyi geri al
keys-edit = görevi yerinde düzenle
keys-menu = görevin menüsü
keys-select = görevi seç; sonra başkalarını da
keys-collapse = her görev tek satır
keys-compact = sütunları pencereye sığdır
keys-single = Tek harfli tuşlar
keys-single-hint = Konuşarak yazıyorsanız ya da harflere bir yazılım basıyorsa kapatın.

# Her yere gitmek.
palette = Şuraya git…
palette-hint = Proje, görev veya #numara
palette-go = Bul
palette-empty = Bu adda bir şey yok. Adın bir parçasını ya da görev için #12 yazın.
palette-project = Proje
palette-page = Sayfa

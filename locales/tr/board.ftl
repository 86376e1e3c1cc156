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
keys-single = Tek harfli tuşlar
keys-single-hint = Konuşarak yazıyorsanız ya da harflere bir yazılım basıyorsa kapatın.

# Bir projenin görünümleri.
views = Projenin görünümleri
view-overview = Genel bakış
view-board = Pano
view-list = Liste
view-calendar = Takvim
view-settings = Ayarlar

# Filtre.
filter = Filtre
filter-hint = status:open assignee:me …
filter-reset = Açık görevlere dön
filter-language = Başlıktaki sözcükler ve status:open, assignee:me, due:<=tomorrow, tag:acil gibi çiftler. Boşluk içeren değerler tırnak içine alınır.
filter-doubt-attribute = “{ $name }” adında bir özellik yok. Sözcüğü başlıklarda aramak için düz tırnak içine alın.
filter-doubt-empty = “{ $name }:” için iki noktadan sonra değer yok.
filter-doubt-value = “{ $name }” şu değeri bilmiyor: “{ $value }”.
tasks-filtered = { $shown } gösteriliyor, { $open } açık
filters = Filtreler
filters-hint = Birini seçin ya da sık aradığınızı bir adla saklayın.
filters-manage = Filtre sakla ve değiştir
filters-kept = Saklanan filtreler
filters-kept-empty = Burada henüz saklanan filtre yok. Bir filtre yazıp ad verin; bir tık ötenizde olsun.
filter-open = Açık görevler
filter-mine = Görevlerim
filter-today = Bugün bitmesi gerekenler
filter-tomorrow = Yarın bitmesi gerekenler
filter-overdue = Gecikenler
filter-unassigned = Atanmamış
filter-no-category = Kategorisiz
filter-recent = Dünden beri değişenler
filter-closed = Kapalı görevler
filter-keep = Filtre sakla
filter-change = Filtreyi değiştir
filter-shared = Paylaşılan
filter-share = Paylaş
filter-share-hint = Projeyi gören herkes kullanabilir.
filter-appends = Filtreye eklenir
filter-appends-hint = Seçildiğinde var olan filtrenin yerine geçmez, ona eklenir.
filter-of = Saklayan: { $name }
filter-remove-yes = Bu filtreyi kaldır

# Liste.
sort = Sırala
sort-status = Durum
sort-modified = Son değişiklik
sort-direction = Yön
sort-ascending = Baştan sona
sort-descending = Sondan başa
sort-subtasks = Alt görevler
sort-apply = Göster
list-apply = Uygula
list-tick = #{ $task } seç
list-tick-all = Bu sayfadakilerin hepsini seç
list-empty-title = Eşleşen görev yok
list-empty = Yukarıdaki filtreyi değiştirin ya da açık görevlere dönün.
list-to-do = Yapılacak
list-in-progress = Yapılıyor
list-done = Bitti
list-subtasks-done = Biten alt görevler
page-of = Sayfa { $page } / { $pages }
page-earlier = Önceki
page-later = Sonraki

# Takvim.
overdue = Gecikti
calendar-month = { $month } { $year }
calendar-week = { $first } – { $last }
calendar-day = { $weekday }, { $date }
calendar-by-month = Ay
calendar-by-week = Hafta
calendar-today = Bugün
calendar-empty = Bu günlerde bitmesi gereken, filtreye uyan görev yok.
weekday-1 = Pzt
weekday-2 = Sal
weekday-3 = Çar
weekday-4 = Per
weekday-5 = Cum
weekday-6 = Cmt
weekday-7 = Paz
month-name-1 = Ocak
month-name-2 = Şubat
month-name-3 = Mart
month-name-4 = Nisan
month-name-5 = Mayıs
month-name-6 = Haziran
month-name-7 = Temmuz
month-name-8 = Ağustos
month-name-9 = Eylül
month-name-10 = Ekim
month-name-11 = Kasım
month-name-12 = Aralık

# Tüm projelerde arama.
search = Arama
search-empty-title = Tüm projelerinizde arayın
search-empty = Yukarıdaki sözcükleri değiştirin: ne kadar az olursa o kadar çok bulunur.
search-cut = { $total } görevin ilk { $shown } tanesi gösteriliyor. Aramayı daraltın.
activity-empty-title = Henüz bir şey olmadı
activity-empty = Görevlerde yapılanlar burada en yeniden başlayarak görünür.

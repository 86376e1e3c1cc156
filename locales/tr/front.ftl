# Bir projenin çöp kutusu.
trash = Silinen görevler
trash-hint = Silinen bir görev, numarası ve ona ait her şeyle birlikte 30 gün boyunca geri getirilebilir.
trash-empty-title = Hiçbir şey silinmedi
trash-empty = Silinen görevler burada 30 gün saklanır.
trash-removed = { $when } tarihinde silindi
trash-removed-by = { $when } tarihinde { $name } sildi
trash-until = { $date } tarihine kadar saklanır
trash-restore = Geri getir
trash-restore-task = { $task } numaralı görevi geri getir
trash-purge = Kalıcı olarak sil
trash-purge-sure = Bundan sonra kimse onu geri getiremez.
trash-purge-yes = Şimdi kalıcı olarak sil

# Silinen projeler.
projects-removed = Silinen projeler
projects-removed-hint = Silinen bir proje, ona ait her şeyle birlikte 30 gün boyunca geri getirilebilir.
projects-removed-empty = Silinen projeler burada 30 gün saklanır.
projects-removed-see = Silinen projeleri gör
project-is-removed = “{ $project }” silindi.
project-restore = { $project } projesini geri getir
project-purge = { $project } projesini kalıcı olarak sil
project-purge-sure = Bütün görevleri, yorumları ve dosyaları silinir ve kimse geri getiremez.

# Kişinin kendisine ait olanlar.
dashboard = Genel bakış
my-own = Bana ait olanlar
my-tasks = Görevlerim
my-tasks-empty-title = Yapılacak bir şey yok
my-tasks-empty = Size atanmış açık görevler burada listelenir; teslim tarihi en yakın olan başta gelir.
my-tasks-all = { $n ->
    [one] { $shown } görevinizin tümü
   *[other] { $shown } görevinizin tümü
}
my-overdue = { $n ->
    [one] { $shown } görev gecikti
   *[other] { $shown } görev gecikti
}
my-subtasks = Alt görevlerim
my-subtasks-empty-title = Yapılacak alt görev yok
my-subtasks-empty = Size atanmış ve bitmemiş alt görevler burada listelenir.
my-subtasks-all = { $n ->
    [one] { $shown } alt görevinizin tümü
   *[other] { $shown } alt görevinizin tümü
}
my-projects-all = { $n ->
    [one] { $shown } projenizin tümü
   *[other] { $shown } projenizin tümü
}
my-activity-empty-title = Henüz bir şey olmadı
my-activity-empty = Projelerinizde yapılanlar burada listelenir.
activity-more = Daha fazla etkinlik
subtask-begun = Sürüyor
subtasks-done = Biten alt görevler:
sort-by = Sıralama
sort-newest = En yeni
page-before = Önceki sayfa
page-after = Sonraki sayfa
search-tasks = Görev ara
search-go = Ara

# Herkesin görebildikleri.
read-only = Salt okunur
feed = Akış
feed-of = Kanso: { $name }
calendar-file = Takvim
links = Bağlantılar
subtasks = Alt görevler
subtask-done = Bitti:
my-feeds = Akış ve takvim
my-feeds-hint = Haber okuyucuların ve takvimlerin oturum açmadan sorabildiği iki adres: projelerinizde neler oluyor ve görevlerinizin teslim tarihleri.
my-feed = Projelerimde olanlar
my-calendar = Görevlerimin teslim tarihleri
my-feeds-warning = Bu adresleri bilen herkes onları okuyabilir. Yeni adresler eskilerini geçersiz kılar.
my-feeds-none = Şu anda kapalı.
my-feeds-on = Adresleri oluştur
my-feeds-renew = Yeni adresler oluştur
my-feeds-off = Kapat

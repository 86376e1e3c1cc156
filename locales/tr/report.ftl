# Exports.
exports = Dışa aktarma
exports-hint = Tablo programları için, Kanboard’un verdiği sütunlarla CSV dosyaları.
export-what = Ne dışa aktarılsın
export-tasks = Görevler
export-tasks-days = Günler, görevlerin oluşturulduğu günlerdir.
export-subtasks = Alt görevler
export-subtasks-days = Günler, bağlı oldukları görevlerin oluşturulduğu günlerdir.
export-transitions = Sütunlar arası geçişler
export-transitions-days = Günler, geçişlerin günleridir.
day-from = Başlangıç
day-until = Bitiş
days-hint = İki gün de dahildir. Gün yazılmazsa hepsi alınır.
export-bom = Excel aksanlı ve diğer harfleri okusun diye başında bir işaretle
export-formulas = =, +, -, @, sekme ya da satır sonu ile, yani bir formül gibi başlayan metnin önüne kesme işareti konur: dosyayı açmak hiçbir şey çalıştırmaz.
export-get = Dosyayı indir
export-summary = Günlük özet
export-summary-days = Her günün sonunda her sütunda ne olduğu.

# Reports.
reports = Raporlar
report-days = Bir raporun günleri
report-distribution = Görev dağılımı
report-distribution-hint = Her sütunun açık görevleri.
report-assignees = Kişilere dağılım
report-assignees-hint = Atanan her kişinin açık görevleri.
report-flow = Birikimli akış
report-flow-hint = Her günün sonunda her sütunda ne olduğu. Genişleyen bir şerit, işin biriktiği sütundur.
report-burndown = Kalan iş
report-burndown-hint = Her günün sonunda, her sütundaki açık görevlerin karmaşıklığı.
report-times = Toplam süre ve çevrim süresi
report-times-hint = Her günün sonunda, son oluşturulan 1.000 görevin ortalaması: görevin oluşturulmasından ve başlangıcından bitişine ya da o güne kadar.
report-column-times = Sütunlarda geçen süre
report-column-times-hint = Son oluşturulan 1.000 görevin her sütunda ortalama ne kadar kaldığı. Hâlâ orada olan görev şimdiye kadar sayılır.
report-estimates = Tahmin edilen ve harcanan süre
report-estimates-hint = Açık ve kapalı görevler için tahmin edilen ve harcanan saatler.
report-column-estimates = Sütunlara göre tahmin edilen ve harcanan süre
report-column-estimates-hint = Her sütunun görevleri için tahmin edilen ve harcanan saatler.
report-show = Göster
report-created = Günler, görevlerin oluşturulduğu günlerdir. Gün yazılmazsa bütün görevler sayılır.
report-empty = Henüz gösterilecek bir şey yok
report-empty-tasks = Panoya görev ekleyin ya da yukarıdaki süzgeci ve günleri değiştirin.
report-empty-days = Bu günlerde panoda böyle bir şey yoktu. Başka günler seçin, görev ekleyin ya da görevlere karmaşıklık verin.
report-empty-hours = Görevlere tahmin verin ya da harcanan süreyi yazın.
report-picture = Resim
report-figures = Sayılar
report-svg = SVG olarak indir
report-png = PNG olarak indir
report-csv = Tabloyu indir
report-tasks = Görevler
report-task = Görev
report-state = Durum
report-open = açık
report-closed = kapalı
report-all-open = Bütün açık görevler
report-all-closed = Bütün kapalı görevler
report-share = Pay
report-mean = Ortalama süre
report-day = Gün
report-total = Toplam
report-left = Fark
report-in-days = Gün
report-hours = { $hours } sa
report-gone = { $name } (silindi)
report-seconds = Dosyada süreler saniye olarak yazılır.
report-cut = { $total } görevden en son { $shown } tanesi listelenir; toplamlar hepsinindir.

# Tasks from a list.
task-import = CSV’den içe aktar
task-import-columns = UTF-8 ile yazılmış, başlık satırı olan ve sütunları şu sırada bir CSV dosyası: referans, başlık, açıklama, atanan kişi, oluşturan, renk, sütun, kategori, kulvar, karmaşıklık, tahmini süre, harcanan süre, başlangıç tarihi, bitiş tarihi, öncelik, durum (kapalı için 1), etiketler, dış bağlantı. Yalnızca başlık gereklidir. Kişiler kullanıcı adlarıyla yazılır; sütunlar, kategoriler, kulvarlar ve kişiler var olmalıdır.
task-import-limits = En çok { $lines } satır ve { $size } kB.
task-import-too-large = Dosya çok büyük. Bölüp parçaları sırayla gönderin.
task-import-all = { $n ->
    [one] { $shown } görev oluştur
   *[other] { $shown } görev oluştur
}
task-import-lines = Listenin satırları
task-import-creator = Oluşturan

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
